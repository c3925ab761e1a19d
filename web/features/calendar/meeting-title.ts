import type { CalendarMeeting } from "../../../server/features/calendar/calendar.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";

/** What a meeting is called where its body stands beside it: its own title, or its kind. */
export function useMeetingTitle() {
  const t = useT("meetings");
  const { say, lang } = useLocalized();
  return {
    titleOf: ({ title, kind }: Pick<CalendarMeeting, "title" | "kind">) => (title ? say(title) : t(`kind.${kind}`)),
    langOf: ({ title }: Pick<CalendarMeeting, "title">) => lang(title),
  };
}
