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
  <cropper-selection initial-coverage="1" movable resizable keyboard>
    <cropper-grid role="grid" covered></cropper-grid>
    <cropper-handle action="move" theme-color="rgba(255, 255, 255, 0.2)"></cropper-handle>
    <cropper-handle action="n-resize"></cropper-handle><cropper-handle action="e-resize"></cropper-handle>
    <cropper-handle action="s-resize"></cropper-handle><cropper-handle action="w-resize"></cropper-handle>
    <cropper-handle action="ne-resize"></cropper-handle><cropper-handle action="nw-resize"></cropper-handle>
    <cropper-handle action="se-resize"></cropper-handle><cropper-handle action="sw-resize"></cropper-handle>
  </cropper-selection>
</cropper-canvas>`;

/** What is shown of a photo, drawn on the photo itself. Whoever does not draw chooses a shape below. */
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
    const width = Math.min(photo.naturalWidth - left, Math.round(part.width * scale));
    const height = Math.min(photo.naturalHeight - top, Math.round(part.height * scale));
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
  const all = () => {
    cropper?.getCropperSelection()?.$clear();
    props.onCrop("");
    setCut(false);
  };
  return (
    <div class="cropping">
      <p class="hint">{t("crop_hint")}</p>
      <div class="cropping-frame" ref={frame} />
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
