import { createSignal, onMount, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";

/** A value to be taken elsewhere: one touch marks all of it and, where the browser lets a page do so, a button copies it. */
export function Copyable(props: { text: string; label: string }) {
  const t = useT("workspace");
  const [canCopy, setCanCopy] = createSignal(false);
  const [isCopied, setCopied] = createSignal(false);
  onMount(() => setCanCopy("clipboard" in navigator));
  const copy = () => navigator.clipboard.writeText(props.text).then(() => setCopied(true));
  return (
    <span class="copyable">
      <code>{props.text}</code>
      <Show when={canCopy()}>
        <button class="link-button" type="button" aria-label={t("copy_named", { name: props.label })} onClick={copy}>
          {t("copy")}
        </button>
        <span role="status">{isCopied() ? t("copied") : ""}</span>
      </Show>
    </span>
  );
}
