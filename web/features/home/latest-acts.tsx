import { Show } from "solid-js";
import type { CouncilWork } from "../../../server/features/home/home.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay } from "../../ui/format.ts";
import { RegisterTable } from "../../ui/register-table.tsx";
import { VoteBar } from "../../ui/vote-bar.tsx";

type Act = CouncilWork["acts"][number];

const looks: Record<Act["prefectState"], "good" | "warn" | "bad" | "none"> = {
  not_required: "none",
  to_deposit: "none",
  deposited: "warn",
  no_objection: "good",
  no_answer: "none",
  returned: "bad",
  reconsidered: "warn",
  in_court: "bad",
  valid: "good",
  invalid: "bad",
  not_recorded: "none",
};

/** The acts adopted last: number, title, how the vote fell, and where they stand with the prefect. */
export function LatestActs(props: { acts: readonly Act[] }) {
  const t = useT("home");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <RegisterTable
      caption={t("acts")}
      rows={props.acts}
      columns={[
        {
          label: t("act_title"),
          cell: (act) => (
            <>
              <a link href={act.url[locale]} lang={lang(act.title)}>
                {say(act.title)}
              </a>
              <p>{t(`act.${act.type}`, { number: act.number, date: formatDay(act.adoptedOn) })}</p>
            </>
          ),
        },
        {
          label: t("act_vote"),
          cell: (act) => (
            <Show when={act.vote} fallback={t("act_no_vote")}>
              {(vote) => (
                <>
                  <VoteBar votes={vote()} />
                  <span class="small votes">
                    {t("act_votes", { pro: vote().for, contra: vote().against, abstained: vote().abstained })}
                  </span>
                </>
              )}
            </Show>
          ),
        },
        {
          label: t("act_prefect"),
          cell: (act) => <span class={`tag ${looks[act.prefectState]}`}>{t(`prefect.${act.prefectState}`)}</span>,
        },
      ]}
    />
  );
}
