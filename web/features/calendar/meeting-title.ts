import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import type { ShownMeeting } from "./calendar-query.ts";

/** What a meeting is called where its body stands beside it: its own title, or its kind. */
export function useMeetingTitle() {
  const t = useT("meetings");
  const { say, lang } = useLocalized();
  return {
    titleOf: ({ title, kind }: Pick<ShownMeeting, "title" | "kind">) => (title ? say(title) : t(`kind.${kind}`)),
    langOf: ({ title }: Pick<ShownMeeting, "title">) => lang(title),
  };
}
