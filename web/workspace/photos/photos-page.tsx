import { type Component, createSignal, For, onMount, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { photoShapes } from "../../../server/features/photos/photos.paths.shared.ts";
import type { PhotosData } from "../../../server/features/photos/photos.workspace.ts";
import { useT } from "../../lib/i18n.ts";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Form, Hidden, SubmitButton } from "../ui/form.tsx";
import { useField } from "../ui/form-context.ts";
import { Choices, describedBy, FieldFrame } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import type { CroppingProps } from "./cropping.tsx";

/** The photos of a person, a publication or an album: what is there, and the way in for another. */
export default function PhotosPage(props: { data: PhotosData }) {
  const t = useT("photos");
  const edit = useT("editing");
  const { data } = props;
  return (
    <Page
      title={`${t(data.isOne ? "photo" : "photos")}: ${data.title}`}
      done={{ kept: t("done_kept"), said: t("done_said"), removed: t("done_removed") }}
    >
      <p class="crumb">
        <a href={data.back}>{t("back")}</a>
      </p>
      <Show when={data.photos.length > 0} fallback={<p class="hint">{t("none")}</p>}>
        <ul class="photos-held">
          <For each={data.photos}>
            {({ src, width, height, alternative, caption }) => (
              <li>
                <img src={src} width={width} height={height} alt={alternative} loading="lazy" />
                <p>
                  <b>{t("says")}</b> {alternative}
                </p>
                <Show when={caption}>
                  <p>{caption}</p>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={data.isForPublishers}>
        <p class="note">{edit("changed_by_publishers")}</p>
      </Show>
      <Show when={data.mayEdit && !data.isOne && data.photos.length > 0}>
        <p class="hint">{t("words_elsewhere")}</p>
      </Show>
      <Show when={data.mayEdit ? data.words : null}>
        {(words) => (
          <section aria-labelledby="photo-words">
            <h2 id="photo-words">{t("words")}</h2>
            <Form name="words" action={words().action} values={words().values}>
              <Hidden name="seen" value={data.seen} />
              <PhotoWords hasCaption={data.hasCaption} />
              <Buttons>
                <SubmitButton plain>{t("words_keep")}</SubmitButton>
              </Buttons>
            </Form>
          </section>
        )}
      </Show>
      <Show when={data.remove && data.mayEdit ? data.remove : null}>
        {(action) => (
          <Form name="remove" action={action()} label={t("remove")}>
            <Hidden name="seen" value={data.seen} />
            <Buttons>
              <SubmitButton danger>{t("remove")}</SubmitButton>
            </Buttons>
          </Form>
        )}
      </Show>
      <Show when={data.mayEdit}>
        <section aria-labelledby="new-photo">
          <h2 id="new-photo">{t(data.isOne && data.photos.length > 0 ? "replace" : "add")}</h2>
          <Form name="photo" action={data.upload} values={{ shape: "whole" }} files>
            <Hidden name="seen" value={data.seen} />
            <PhotoFile />
            <PhotoWords hasCaption={data.hasCaption} />
            <Buttons>
              <SubmitButton>{t("keep")}</SubmitButton>
            </Buttons>
          </Form>
        </section>
      </Show>
    </Page>
  );
}

function PhotoWords(props: { hasCaption: boolean }) {
  const t = useT("photos");
  return (
    <>
      <BothFields name="alternative" label={t("alternative")} hint={t("alternative_hint")} required />
      <Show when={props.hasCaption}>
        <BothFields name="caption" label={t("caption")} required />
      </Show>
    </>
  );
}

/** The file, and what of it is shown: by the mouse where there is script, by one of the shapes in any case. */
function PhotoFile() {
  const t = useT("photos");
  const field = useField("file");
  const [file, setFile] = createSignal<File>();
  const [crop, setCrop] = createSignal("");
  const [Cropping, setCropping] = createSignal<Component<CroppingProps>>();
  let input!: HTMLInputElement;
  const take = () => {
    setCrop("");
    setFile(input.files?.[0]);
    // The library needs a browser already when it is loaded.
    if (!import.meta.env.SSR && input.files?.[0])
      void import("./cropping.tsx").then(({ default: loaded }) => setCropping(() => loaded)).catch(() => {});
  };
  onMount(take);
  return (
    <>
      <FieldFrame name="file" label={t("file")} hint={t("file_hint")} required>
        <input
          ref={input}
          id={field.id}
          name="file"
          type="file"
          accept=".jpg,.jpeg,.png,.webp,.avif"
          required
          aria-invalid={field.error ? "true" : undefined}
          aria-describedby={describedBy(field, true)}
          onChange={take}
        />
      </FieldFrame>
      <Show when={file()} keyed>
        {(chosen) => (
          <Show when={Cropping()}>{(loaded) => <Dynamic component={loaded()} file={chosen} onCrop={setCrop} />}</Show>
        )}
      </Show>
      <input type="hidden" name="crop" value={crop()} />
      {/* What was done last counts: a shape that is chosen takes the place of the frame. */}
      <div onChange={() => setCrop("")}>
        <Choices
          kind="radio"
          name="shape"
          label={t(crop() ? "shape_instead" : "shape")}
          hint={crop() ? t("shape_cut") : undefined}
          required
          choices={photoShapes.map((value) => ({ value, label: t(`shape.${value}`) }))}
        />
      </div>
    </>
  );
}
