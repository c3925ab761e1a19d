import { phrases } from "../../http/phrases.ts";
import { type LocalizedText, locales } from "../../locale.shared.ts";
import type { BodyKind } from "../bodies/bodies.shared.ts";
import type { MeetingKind } from "./meetings.shared.ts";

export interface Named {
  title: LocalizedText | null;
  kind: MeetingKind;
  body_kind: BodyKind;
  body_name: LocalizedText;
}

/**
 * What a meeting is called where nothing else names its body: by its own title, else by its kind and its body. The Council’s name can be declined, the
 * names of other bodies stand beside.
 */
export function fullMeetingName({ title, kind, body_kind, body_name }: Named): LocalizedText {
  if (title) return title;
  const [sq, en] = locales.map((locale) => {
    const t = phrases(locale, "meetings");
    if (body_kind === "council") return t(`of_council.${kind}`);
    return t("of_body", { kind: t(`kind.${kind}`), body: body_name[locale] || body_name.sq });
  }) as [string, string];
  return { sq, en };
}
