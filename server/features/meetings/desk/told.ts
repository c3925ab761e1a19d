import { phrases } from "../../../http/phrases.ts";
import { dayIn, numericDay, timeIn } from "../../../local-time.ts";
import type { Locale, LocalizedText } from "../../../locale.shared.ts";
import type { MeetingChangeView } from "../meeting-view.schema.ts";

/** One change as a sentence, as the public page says it. */
export function toldIn(locale: Locale) {
  const t = phrases(locale, "meetings");
  const say = (text: LocalizedText | null) => (text && (text[locale] || text.sq)) || "";
  const instant = (text: string) => {
    const at = new Date(text);
    return `${numericDay(dayIn(at))}, ${t("hour", { time: timeIn(at) })}`;
  };
  return ({ what, number, from, to }: MeetingChangeView): string => {
    const isTime = what === "begins" || what === "ends";
    const value = (text: LocalizedText | null) => {
      const said = say(text);
      return said ? (isTime ? instant(said) : said) : t("nothing");
    };
    const sentence = t(`change.${what}`, { number, from: value(from), to: value(to) });
    return number && what.startsWith("document") ? t("change_of_item", { number, change: sentence }) : sentence;
  };
}
