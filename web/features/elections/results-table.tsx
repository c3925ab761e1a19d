import { For, Show } from "solid-js";
import type { Election } from "../../../server/features/elections/elections.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatChange, formatDay, formatNumber, formatPercentage } from "../../ui/format.ts";
import { type Column, RegisterTable } from "../../ui/register-table.tsx";
import { ShareBar } from "../../ui/share-bar.tsx";

type Result = Election["lists"][number];

/** What each list got, and what it gained or lost since the election before. */
export function ResultsTable(props: { election: Election }) {
  const t = useT("elections");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const isCompared = () => props.election.previous !== null;
  const columns = (): Column<Result>[] => [
    {
      label: t("list"),
      cell: (list) => (
        <>
          <span lang={lang(list.name)}>{say(list.name)}</span> <span class="soft">{list.shortName}</span>
          <Show when={list.difference?.isNew}>
            {" "}
            <span class="tag">{t("new_list")}</span>
          </Show>
        </>
      ),
    },
    { label: t("votes"), numeric: true, cell: (list) => formatNumber(list.votes, locale) },
    {
      label: t("share"),
      numeric: true,
      cell: (list) => (
        <span>
          {formatPercentage(list.share, locale)}
          <ShareBar share={list.share} colour={list.colour} />
        </span>
      ),
    },
    { label: t("seats_won"), numeric: true, cell: (list) => <strong>{list.seats}</strong> },
    ...(isCompared()
      ? [
          {
            label: t("share_difference"),
            numeric: true,
            cell: (list: Result) => list.difference && formatChange(list.difference.share, locale),
          },
          {
            label: t("seats_difference"),
            numeric: true,
            cell: (list: Result) => list.difference && formatChange(list.difference.seats, locale),
          },
        ]
      : []),
  ];
  const sum = (of: "votes" | "seats") => props.election.lists.reduce((total, list) => total + list[of], 0);
  return (
    <>
      <RegisterTable
        caption={t("results")}
        columns={columns()}
        rows={props.election.lists}
        sums={[t("sum"), formatNumber(sum("votes"), locale), undefined, String(sum("seats"))]}
      />
      <p class="aside small">
        {props.election.validBallots === null ? t("share_of_votes") : t("share_of_ballots")}{" "}
        <Show when={props.election.previous}>
          {(previous) => t("compared", { date: formatDay(previous().heldOn) })}
        </Show>
      </p>
      <Show when={props.election.previous?.gone.length}>
        <div class="small soft">
          <p>{t("gone", { count: props.election.previous!.gone.length })}</p>
          <ul>
            <For each={props.election.previous!.gone}>
              {({ name, share, seats }) => (
                <li lang={lang(name)}>
                  {t("gone_list", { name: say(name), share: formatPercentage(share, locale), seats })}
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </>
  );
}
