import type { Day } from "../../db/columns.ts";
import { phrases } from "../../http/phrases.ts";
import { zone } from "../../local-time.ts";
import { type Locale, type LocalizedText, locales } from "../../locale.shared.ts";
import type { Unit } from "./rules.schema.ts";
import type { OffBecause, Step } from "./steps.ts";

const tongue = { sq: "sq-AL", en: "en-GB" } as const;
const date = (day: Day) => Temporal.PlainDate.from(day);

/** What one language needs to tell a step. */
function teller(locale: Locale) {
  const t = phrases(locale, "deadlines");
  const list = new Intl.ListFormat(tongue[locale]);
  const text = (localized: LocalizedText) => localized[locale] ?? localized.sq;
  const long = (day: Day) =>
    date(day).toLocaleString(tongue[locale], { day: "numeric", month: "long", year: "numeric" });
  const weekday = (day: Day) => date(day).toLocaleString(tongue[locale], { weekday: "long" });
  /** `E`: on that weekday, in the case that the sentence needs. */
  const fallsOn = (day: Day) => {
    const names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
    return t(`on.${names[date(day).dayOfWeek - 1]!}`);
  };
  const dated = (day: Day) => ({ date: long(day), weekday: weekday(day) });
  const hour = (instant: string) => {
    const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
    const time = local.toPlainTime().toString({ smallestUnit: "minute" });
    return { date: long(local.toPlainDate().toString()), time: locale === "sq" ? time.replace(":", ".") : time };
  };
  const period = (number: number, unit: Exclude<Unit, "date">) => t(`period.${unit}`, { count: number });
  const names = (because: OffBecause[]) => list.format(because.map(({ name }) => text(name)));

  function statute(step: Extract<Step, { is: "statute" }>): string {
    const { law, article, number, unit, day, before } = step;
    const place =
      article === null ? t("law", { law }) : t(/–/.test(article) ? "articles" : "article", { law, article });
    if (unit === "date") {
      const dayAndMonth = date(`2000-${day}`).toLocaleString(tongue[locale], { day: "numeric", month: "long" });
      return t("statute", { place, period: t("period.date", { day: dayAndMonth }) });
    }
    if (number === null) return t("statute_silent", { place });
    if (number === 0) return t("statute", { place, period: t("period.same_day") });
    const length = period(number, unit);
    return t("statute", { place, period: before ? t("period.before", { period: length }) : length });
  }

  /** A day off for a holiday itself, or for one that fell on a weekend. */
  function because(
    day: Day,
    reasons: OffBecause[],
    itself: "skipped" | "holiday",
    moved: "skipped_moved" | "holiday_moved",
  ) {
    const original = reasons.find(({ inLieuOf }) => inLieuOf)?.inLieuOf;
    if (!original) return t(itself, { ...dated(day), name: names(reasons) });
    return t(moved, { ...dated(day), name: names(reasons), original: long(original), on: fallsOn(original) });
  }

  return (step: Step): string => {
    switch (step.is) {
      case "statute":
        return statute(step);
      case "set":
        return t(`set_by.${step.by}`, { period: period(step.number, step.unit), ground: text(step.ground) });
      case "event":
      case "same-day":
        return t(step.is === "event" ? "event" : "same_day", { ...dated(step.day), what: text(step.what) });
      case "event-hour":
        return t("event_hour", { ...hour(step.at), what: text(step.what) });
      case "first":
        return t(step.before ? "first_back" : "first", dated(step.day));
      case "weekends":
        return t("weekends", { count: step.days });
      case "skipped":
        return because(step.day, step.because, "skipped", "skipped_moved");
      case "short-month":
        return t("short_month", { day: step.wanted });
      case "ends":
        return t(`ends.${step.unit}`, { ...dated(step.day), count: step.number });
      case "ends-hour":
        return t("ends_hour", { ...hour(step.at), count: step.number });
      case "latest":
        return t("latest", { ...dated(step.day), period: period(step.number, step.unit) });
      case "yearly":
        return t("yearly", { ...dated(step.day), from: long(step.from) });
      case "not-working":
        if (step.because.length === 0) return t("weekend", { date: long(step.day), on: fallsOn(step.day) });
        return because(step.day, step.because, "holiday", "holiday_moved");
      case "moved":
        return t("moved", { ...dated(step.day), law: step.law, article: step.article });
      case "stays":
        return t(step.before ? "stays_back" : "stays", dated(step.day));
      case "estimated":
        return t("estimated", { date: long(step.day), name: list.format(step.names.map(text)) });
      case "generated":
        return t("generated", { year: String(step.year) });
      case "unchecked":
        return t(step.weak ? "unchecked_weak" : "unchecked");
      case "plain-days":
        return t(step.unit === "working" ? "plain_days_working" : "plain_days");
    }
  };
}
const tellers = { sq: teller("sq"), en: teller("en") };

/** How a deadline was computed, one full sentence a step. */
export const explain = (steps: readonly Step[], locale: Locale): string[] => steps.map(tellers[locale]);

/** The same in every language: a sentence a step. */
export function explainInBoth(steps: readonly Step[]): Required<Record<Locale, string>>[] {
  const [sq, en] = locales.map((locale) => explain(steps, locale)) as [string[], string[]];
  return sq.map((sentence, at) => ({ sq: sentence, en: en[at]! }));
}
