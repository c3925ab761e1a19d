import Cropper from "cropperjs";
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";

export interface CroppingProps {
  file: File;
  /** `left,top,width,height` in pixels of the photo; nothing where all of it is shown. */
  onCrop(crop: string): void;
}

const template = `<cropper-canvas background>
  <cropper-image initial-center-size="contain"></cropper-image>
  <cropper-shade hidden></cropper-shade>
  <cropper-handle action="select" plain></cropper-handle>
  <cropper-selection initial-coverage="1" movable resizable>
    <cropper-grid role="grid" covered></cropper-grid>
    <cropper-handle action="move" theme-color="rgba(255, 255, 255, 0.2)"></cropper-handle>
    <cropper-handle action="n-resize"></cropper-handle><cropper-handle action="e-resize"></cropper-handle>
    <cropper-handle action="s-resize"></cropper-handle><cropper-handle action="w-resize"></cropper-handle>
    <cropper-handle action="ne-resize"></cropper-handle><cropper-handle action="nw-resize"></cropper-handle>
    <cropper-handle action="se-resize"></cropper-handle><cropper-handle action="sw-resize"></cropper-handle>
  </cropper-selection>
</cropper-canvas>`;

/** So many pixels of the screen a key moves the frame, or its corner. */
const step = 10;
const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What is shown of a photo, drawn on the photo itself or framed by keys. Or one chooses a shape below. */
export default function Cropping(props: CroppingProps) {
  const t = useT("photos");
  const [isCut, setCut] = createSignal(false);
  let frame!: HTMLDivElement;
  let cropper: Cropper | undefined;
  const address = URL.createObjectURL(props.file);
  const photo = new Image();
  onCleanup(() => {
    cropper?.destroy();
    URL.revokeObjectURL(address);
  });

  /** In pixels of the photo, from where both stand on the screen. */
  const measure = () => {
    const [image, selection] = [cropper?.getCropperImage(), cropper?.getCropperSelection()];
    if (!image || !selection) return;
    const [whole, part] = [image.getBoundingClientRect(), selection.getBoundingClientRect()];
    const scale = photo.naturalWidth / whole.width;
    const left = Math.max(0, Math.round((part.left - whole.left) * scale));
    const top = Math.max(0, Math.round((part.top - whole.top) * scale));
    const right = Math.min(photo.naturalWidth, Math.round((part.right - whole.left) * scale));
    const bottom = Math.min(photo.naturalHeight, Math.round((part.bottom - whole.top) * scale));
    const [width, height] = [right - left, bottom - top];
    props.onCrop(width > 0 && height > 0 ? [left, top, width, height].join() : "");
    setCut(true);
  };

  onMount(async () => {
    photo.src = address;
    await photo.decode().catch(() => {});
    if (!photo.naturalWidth) return;
    cropper = new Cropper(photo, { container: frame, template });
    await cropper.getCropperImage()?.$ready();
    // At first all of it is framed; only what somebody draws cuts something away.
    requestAnimationFrame(() =>
      cropper?.getCropperSelection()?.addEventListener("change", () => requestAnimationFrame(measure)),
    );
  });
  const key = (event: KeyboardEvent) => {
    const selection = cropper?.getCropperSelection();
    const way = arrows[event.key];
    if (!selection || !way) return;
    event.preventDefault();
    const [x, y] = [way[0] * step, way[1] * step];
    if (event.shiftKey)
      selection.$change(
        selection.x,
        selection.y,
        Math.max(step, selection.width + x),
        Math.max(step, selection.height + y),
      );
    else selection.$move(x, y);
  };
  const all = () => {
    cropper?.getCropperSelection()?.$clear();
    props.onCrop("");
    setCut(false);
  };
  return (
    <div class="cropping">
      <p class="hint" id="crop-hint">
        {t("crop_hint")}
      </p>
      {/* An application: a screen reader leaves the arrows to it. */}
      <div
        class="cropping-frame"
        ref={frame}
        role="application"
        tabindex="0"
        aria-label={t("crop_frame")}
        aria-describedby="crop-hint"
        onKeyDown={key}
      />
      <Show when={isCut()}>
        <p class="buttons">
          <button type="button" class="quiet" onClick={all}>
            {t("crop_not")}
          </button>
        </p>
      </Show>
    </div>
  );
}
