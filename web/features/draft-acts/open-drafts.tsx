import { For } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { DueTag } from "../../ui/due-date.tsx";
import { formatDay } from "../../ui/format.ts";
import type { DraftRow } from "./draft-acts-query.ts";

/** What awaits comments today, the one that ends first at the head. */
export function OpenDrafts(props: { drafts: readonly DraftRow[] }) {
  const t = useT("drafts");
  const matters = useT("matters");
  const { say, lang } = useLocalized();
  return (
    <section class="open-drafts" aria-labelledby="open-now">
      <div class="bar">
        <h2 id="open-now">{t("open_title")}</h2>
      </div>
      <ul>
        <For each={props.drafts}>
          {(draft) => (
            <li class="card">
              <p class="kicker">
                {matters(`draft.${draft.type}`)} · {matters(`subject.${draft.subject}`)}
              </p>
              <h3 lang={lang(draft.title)}>
                <a link href={draft.path}>
                  {say(draft.title)}
                </a>
              </h3>
              <p class="until">
                <span>{t("open_until", { date: formatDay(draft.period!.dueOn) })}</span>{" "}
                <DueTag deadline={draft.period!} />
              </p>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
