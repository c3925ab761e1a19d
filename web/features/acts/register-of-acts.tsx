import { Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatSize } from "../../ui/format.ts";
import { InAlbanian } from "../../ui/only-albanian.tsx";
import { type Column, RegisterTable } from "../../ui/register-table.tsx";
import { useActName } from "./act-name.ts";
import { ForceTag, PrefectTag } from "./act-tags.tsx";
import type { ActRow } from "./acts-query.ts";

/** The acts as a table: what was decided, when, by which vote, and whether it holds. */
export function RegisterOfActs(props: { items: readonly ActRow[]; caption: string }) {
  const t = useT("acts");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const name = useActName();
  const columns = (): Column<ActRow>[] => [
    {
      label: t("column_act"),
      cell: (act) => (
        <>
          <span class="cited">{name(act)}</span>
          <a link href={act.url[locale]} lang={lang(act.title)}>
            {say(act.title)}
          </a>
          <InAlbanian texts={[act.title]} />
        </>
      ),
    },
    { label: t("column_force"), cell: (act) => <ForceTag act={act} /> },
    { label: t("column_prefect"), cell: (act) => <PrefectTag state={act.prefectState} /> },
    ...(props.items.some(({ vote }) => vote)
      ? [{ label: t("column_vote"), cell: (act: ActRow) => <Counts vote={act.vote} /> }]
      : []),
    ...(props.items.some(({ paper }) => paper)
      ? [{ label: t("column_paper"), cell: (act: ActRow) => <Paper act={act} /> }]
      : []),
  ];
  return <RegisterTable caption={props.caption} columns={columns()} rows={props.items} />;
}

/** `14–4–1`, read aloud in words. */
function Counts(props: { vote: ActRow["vote"] }) {
  const t = useT("acts");
  return (
    <Show when={props.vote}>
      {(vote) => {
        const counts = () => ({ for: vote().for, against: vote().against, abstentions: vote().abstentions });
        return (
          <span class="counts" title={t("vote_short", counts())}>
            <span aria-hidden="true">{Object.values(counts()).join("–")}</span>
            <span class="hidden-visually">{t("vote_short", counts())}</span>
          </span>
        );
      }}
    </Show>
  );
}

function Paper(props: { act: ActRow }) {
  const { locale } = usePage();
  const name = useActName();
  return (
    <Show when={props.act.paper}>
      {(paper) => (
        <a class="download" href={paper().url}>
          {`${paper()
            .fileName.slice(paper().fileName.lastIndexOf(".") + 1)
            .toUpperCase()}, ${formatSize(paper().size, locale)}`}
          <span class="hidden-visually">: {name(props.act)}</span>
        </a>
      )}
    </Show>
  );
}
