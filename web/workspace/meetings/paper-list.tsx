import { For, Show } from "solid-js";
import type { PaperShown } from "../../../server/features/meetings/desk/papers-view.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { Warnings } from "../documents/warnings.tsx";

/** Papers with what each is; `take` makes the button that takes one away. */
export function PaperList(props: { papers: readonly PaperShown[]; take?: boolean }) {
  const t = useT("desk");
  const { say, lang } = useLocalized();
  return (
    <ul class="paper-list">
      <For each={props.papers}>
        {(paper) => (
          <li>
            <div>
              <a href={paper.url} lang={lang(paper.title)}>
                {say(paper.title)}
              </a>
              <p class="stamp">
                <span>{paper.role}</span>
                <span>{paper.fileName}</span>
                <Show when={paper.isLate}>
                  <span class="tag warn">{t("late")}</span>
                </Show>
                <Warnings document={paper.warnings} />
              </p>
            </div>
            <Show when={props.take}>
              <button
                class="quiet-button"
                type="submit"
                name="take"
                value={paper.id}
                aria-label={t("take_of", { title: say(paper.title) })}
              >
                {t("take")}
              </button>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
