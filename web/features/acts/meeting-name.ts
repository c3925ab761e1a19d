import type { MeetingReference } from "../../../server/features/acts/acts.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";

/** A meeting by what it is called, else by what it is and whose: “Dëgjesë publike: Komisioni i Financave”. */
export function meetingName() {
  const t = useT("acts");
  const { say } = useLocalized();
  return ({ title, kind, body }: Pick<MeetingReference, "title" | "kind" | "body">) => {
    if (title) return say(title);
    return t(`at.${kind === "hearing" || kind === "consultation" ? kind : "meeting"}`, { body: say(body) });
  };
}
