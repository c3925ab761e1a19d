import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import type { NotedMeeting } from "./calendar-query.ts";

/** What a meeting is called where its body stands beside it: its own title, or its kind. */
export function useMeetingTitle() {
  const t = useT("meetings");
  const { say, lang } = useLocalized();
  return {
    titleOf: ({ title, kind }: Pick<NotedMeeting, "title" | "kind">) => (title ? say(title) : t(`kind.${kind}`)),
    langOf: ({ title }: Pick<NotedMeeting, "title">) => lang(title),
  };
}
