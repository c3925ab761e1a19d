import { type Component, createEffect, createSignal, type JSX, Show, splitProps } from "solid-js";
import { Dynamic } from "solid-js/web";
import { useT } from "../../lib/i18n.ts";

interface RichProps extends JSX.TextareaHTMLAttributes<HTMLTextAreaElement> {
  label: string;
  /** Whether the editor is to be there; until then, as without script, it is a field. */
  isWanted?: boolean;
}

/** A text with headings, lists and links. Without script it is typed, and a blank line begins a paragraph. */
export function Rich(props: RichProps) {
  const t = useT("editing");
  const [own, area] = splitProps(props, ["label", "isWanted"]);
  const [Writing, setWriting] = createSignal<Component<{ field: HTMLTextAreaElement; label: string }>>();
  let field!: HTMLTextAreaElement;
  createEffect(() => {
    // The field does where the editor cannot be loaded.
    // Said so that it is no part of what draws pages on the server.
    if (!import.meta.env.SSR && own.isWanted !== false && !Writing())
      void import("../writing/writing.tsx").then(({ default: loaded }) => setWriting(() => loaded)).catch(() => {});
  });
  return (
    <div class="rich">
      <Show when={!Writing()}>
        <p class="hint">{t("rich_hint")}</p>
      </Show>
      <textarea {...area} ref={field} rows={10} />
      <Show when={Writing()}>{(loaded) => <Dynamic component={loaded()} field={field} label={own.label} />}</Show>
    </div>
  );
}
