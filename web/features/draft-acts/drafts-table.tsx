import { Match, Show, Switch } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { DueTag } from "../../ui/due-date.tsx";
import { formatDay } from "../../ui/format.ts";
import { InAlbanian } from "../../ui/only-albanian.tsx";
import { type Column, RegisterTable } from "../../ui/register-table.tsx";
import type { DraftRow } from "./draft-acts-query.ts";
import { StageTag } from "./stage-tag.tsx";

/** The register as a table. */
export function DraftsTable(props: { drafts: readonly DraftRow[] }) {
  const t = useT("drafts");
  const matters = useT("matters");
  const { say, lang } = useLocalized();
  const columns: Column<DraftRow>[] = [
    {
      label: t("title"),
      cell: (draft) => (
        <>
          <a link href={draft.path} lang={lang(draft.title)}>
            {say(draft.title)}
          </a>
          <Show when={draft.summary}>{(summary) => <p lang={lang(summary())}>{say(summary())}</p>}</Show>
          <InAlbanian texts={[draft.title, draft.summary]} />
        </>
      ),
    },
    { label: t("subject"), cell: (draft) => matters(`subject.${draft.subject}`) },
    { label: t("proposer"), cell: (draft) => matters(`proposer.${draft.proposer.kind}`) },
    { label: t("registered"), cell: (draft) => formatDay(draft.registeredOn) },
    { label: t("comments"), cell: (draft) => <Comments draft={draft} /> },
    {
      label: t("stage"),
      cell: (draft) => <StageTag stage={draft.stage} isOpen={draft.period?.isOpen ?? false} />,
    },
  ];
  return <RegisterTable caption={t("caption")} columns={columns} rows={props.drafts} />;
}

/** Until when comments are or were awaited; that a consultation which the law asks for was not held is said. */
function Comments(props: { draft: DraftRow }) {
  const t = useT("drafts");
  return (
    <>
      <Period draft={props.draft} />
      <Show when={props.draft.isWithoutConsultation}>
        <span class="tag bad">{t("not_consulted")}</span>
      </Show>
    </>
  );
}

function Period(props: { draft: DraftRow }) {
  const t = useT("drafts");
  return (
    <Switch>
      <Match when={props.draft.period?.endedOn}>
        {(day) => <div>{t("ended_early", { date: formatDay(day()) })}</div>}
      </Match>
      <Match when={props.draft.period}>
        {(period) => (
          <div>
            {t("until", { date: formatDay(period().dueOn) })}{" "}
            <Show when={period().isOpen}>
              <DueTag deadline={period()} />
            </Show>
          </div>
        )}
      </Match>
      <Match when={!props.draft.isWithoutConsultation}>
        <span class="soft">{t("not_asked")}</span>
      </Match>
    </Switch>
  );
}
