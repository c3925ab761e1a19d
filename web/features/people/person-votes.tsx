import { For, Show } from "solid-js";
import type { Person } from "../../../server/features/people/person.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay } from "../../ui/format.ts";
import { RegisterTable } from "../../ui/register-table.tsx";

const looks = { for: "good", against: "bad", abstained: "warn", absent: "none", not_voting: "none" } as const;

/** An act as it is cited: “Vendim nr. 112, datë 05.03.2026”. */
function useCitation() {
  const t = useT("people");
  const matters = useT("matters");
  return ({ type, number, adoptedOn }: NonNullable<Person["votes"][number]["act"]>) =>
    t("see_act", { type: matters(`type.${type}`), number, date: formatDay(adoptedOn) });
}

/** How somebody voted by name in the council’s last meetings, each with the meeting and what became of it. */
export function VotesOf(props: { votes: Person["votes"] }) {
  const t = useT("people");
  const common = useT();
  const cited = useCitation();
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <section aria-labelledby="votes">
      <div class="bar">
        <h2 id="votes">{t("votes")}</h2>
      </div>
      <p class="aside">{t("votes_text")}</p>
      <RegisterTable
        caption={t("votes")}
        rows={props.votes}
        columns={[
          {
            label: t("column_matter"),
            cell: ({ title, meeting, act }) => (
              <>
                <a link href={meeting[locale]} lang={lang(title)}>
                  {say(title)}
                </a>
                <Show when={act}>
                  {(made) => (
                    <p>
                      <a link href={made().url[locale]}>
                        {cited(made())}
                      </a>
                    </p>
                  )}
                </Show>
              </>
            ),
          },
          { label: t("column_date"), cell: ({ day }) => <time datetime={day}>{formatDay(day)}</time> },
          {
            label: t("column_vote"),
            cell: ({ choice }) => <span class={`tag ${looks[choice]}`}>{common(`vote.${choice}`)}</span>,
          },
          { label: t("column_outcome"), cell: ({ outcome }) => t(`outcome.${outcome}`) },
        ]}
      />
    </section>
  );
}

/** What somebody proposed, and what became of it. */
export function ProposalsOf(props: { proposals: Person["proposals"] }) {
  const t = useT("people");
  const cited = useCitation();
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <section aria-labelledby="proposals">
      <div class="bar">
        <h2 id="proposals">{t("proposals")}</h2>
      </div>
      <ul class="news">
        <For each={props.proposals}>
          {({ day, title, url, act, stage }) => (
            <li>
              <p class="stamp">
                <time datetime={day}>{formatDay(day)}</time>
                <Show when={act}>
                  {(made) => (
                    <Show when={stage} fallback={<span>{cited(made())}</span>}>
                      <a link href={made().url[locale]}>
                        {t("became", { act: cited(made()) })}
                      </a>
                    </Show>
                  )}
                </Show>
              </p>
              <h3 lang={lang(title)}>
                <a link href={url[locale]}>
                  {say(title)}
                </a>
              </h3>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
