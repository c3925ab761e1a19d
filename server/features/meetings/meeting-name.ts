import { phrases } from "../../http/phrases.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import type { MeetingKind } from "./meetings.shared.ts";

/** What a meeting is called where its body is said beside it: its own title, or its kind. */
export const meetingName = (
  { kind, title }: { kind: MeetingKind; title: LocalizedText | null },
  locale: Locale,
): string => (title && (title[locale] || title.sq)) || phrases(locale, "meetings")(`kind.${kind}`);
