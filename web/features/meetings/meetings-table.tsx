import { Show } from "solid-js";
import type { MeetingSummary } from "../../../server/features/meetings/meeting-view.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay, formatTime } from "../../ui/format.ts";
import { type Column, RegisterTable } from "../../ui/register-table.tsx";
import { StageTag } from "./stage-tag.tsx";

/** A row for each meeting: which, when, how much was on it, who came, and where it stands. */
export function MeetingsTable(props: { meetings: readonly MeetingSummary[]; caption: string }) {
  const t = useT("meetings");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const columns: Column<MeetingSummary>[] = [
    {
      label: t("column_meeting"),
      cell: (meeting) => (
        <>
          <a link href={meeting.url[locale]}>
            {formatDay(meeting.day)} · <span lang={lang(meeting.name)}>{say(meeting.name)}</span>
          </a>
          <Show when={meeting.place}>{(place) => <p lang={lang(place())}>{say(place())}</p>}</Show>
        </>
      ),
    },
    { label: t("column_hour"), numeric: true, cell: (meeting) => formatTime(meeting.startsAt) },
    { label: t("column_items"), numeric: true, cell: (meeting) => meeting.items || undefined },
    { label: t("column_documents"), numeric: true, cell: (meeting) => meeting.documents || undefined },
    {
      label: t("present"),
      numeric: true,
      cell: (meeting) =>
        meeting.present === null ? undefined : t("present_of", { present: meeting.present, members: meeting.members }),
    },
    { label: t("state"), cell: (meeting) => <StageTag stage={meeting.stage} /> },
  ];
  return <RegisterTable caption={props.caption} columns={columns} rows={props.meetings} />;
}
