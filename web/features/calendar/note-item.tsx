import type { CalendarPeriod } from "../../../server/features/calendar/calendar.schema.ts";
import { meetingUrl } from "../../../server/features/elements/item-urls.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay } from "../../ui/format.ts";
import type { NotedMeeting } from "./calendar-query.ts";
import type { Note } from "./days.ts";
import { useMeetingTitle } from "./meeting-title.ts";
import { useStageTag } from "./stage-tag.tsx";

const isOff = (stage: string) => stage === "cancelled" || stage === "postponed";

/**
 * Draws what is on a day: the hour, what, and whose; or which draft's comments begin or end. An item is no component: a
 * year has hundreds, each is drawn once, and what a component keeps to follow its properties costs more than the item.
 */
export function useNoteItem() {
  const t = useT("calendar");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const { titleOf, langOf } = useMeetingTitle();
  const stageTag = useStageTag({ brief: true });
  const looks = ({ stage }: NotedMeeting) => (isOff(stage) ? "struck" : undefined);
  const ofMeeting = (meeting: NotedMeeting, today: string) => (
    <li>
      <a link href={meetingUrl(meeting.slug)[locale]} class={looks(meeting)}>
        <b>{meeting.time}</b> <span lang={langOf(meeting)}>{titleOf(meeting)}</span>
      </a>
      <span class="whose" lang={lang(meeting.body)}>
        {say(meeting.body)}
      </span>
      {stageTag(meeting, today)}
    </li>
  );
  const ofPeriod = (is: "begins" | "ends", period: CalendarPeriod) => (
    <li>
      <span class="whose">{t(is === "ends" ? "comments_end" : "comments_begin")}</span>
      <a link href={period.url[locale]} lang={lang(period.title)}>
        {say(period.title)}
      </a>
    </li>
  );
  return {
    /** Where the day is said above it. */
    onDay: (note: Note, today: string) =>
      note.is === "meeting" ? ofMeeting(note.meeting, today) : ofPeriod(note.is, note.period),
    /** A meeting with its day and place. */
    inYear: (meeting: NotedMeeting, today: string) => (
      <li>
        <time datetime={meeting.day}>{formatDay(meeting.day)}</time>{" "}
        <a link href={meetingUrl(meeting.slug)[locale]} class={looks(meeting)}>
          <b>{meeting.time}</b> <span lang={langOf(meeting)}>{titleOf(meeting)}</span>
        </a>
        <span class="whose" lang={lang(meeting.body)}>
          {say(meeting.body)}
        </span>
        <span class="whose" lang={lang(meeting.place)}>
          {meeting.isOnline ? t("online") : say(meeting.place)}
        </span>
        {stageTag(meeting, today)}
      </li>
    ),
  };
}
