import { For, Show } from "solid-js";
import type { TypedValues } from "../../../server/workspace/typed-values.ts";
import { wordsIn } from "../../../server/workspace/typed-words.shared.ts";
import { useT } from "../../lib/i18n.ts";

/** What was typed into a form that is not on the page any more: nobody has to type it twice. */
export function TypedWords(props: { values: TypedValues }) {
  const t = useT("workspace");
  const words = wordsIn(props.values);
  const rows = (text: string) => Math.min(12, Math.max(2, text.split("\n").length, Math.ceil(text.length / 60)));
  return (
    <Show when={words.length > 0}>
      <div class="field">
        <p>{t("typed_words")}</p>
        <For each={words}>
          {(text) => (
            <textarea readonly rows={rows(text)} aria-label={t("typed_words")}>
              {text}
            </textarea>
          )}
        </For>
      </div>
    </Show>
  );
}
