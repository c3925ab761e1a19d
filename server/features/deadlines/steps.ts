import type { Day } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { CountedUnit, Unit } from "./rules.schema.ts";

/** Why a day is off: a holiday, perhaps moved from a weekend. */
export interface OffBecause {
  name: LocalizedText;
  inLieuOf: Day | null;
}

/** Units that end on a day and not at an hour. */
export type DayUnit = Exclude<CountedUnit, "hours">;

/** Who fixed the length: the council by its rules, a reading of the official text, or the papers of this one case. */
export type SetBy = "council" | "law" | "case";

/** One sentence of how a deadline was computed, as data: kept with the deadline, told in either language by `explain`. */
export type Step =
  /** What the law sets; `number` is `null` where it sets nothing or a day of the year. */
  | {
      is: "statute";
      law: string;
      article: string | null;
      number: number | null;
      unit: Unit;
      day?: string;
      before: boolean;
    }
  | { is: "set"; by: SetBy; number: number; unit: CountedUnit; ground: LocalizedText }
  | { is: "event"; what: LocalizedText; day: Day }
  | { is: "same-day"; what: LocalizedText; day: Day }
  | { is: "event-hour"; what: LocalizedText; at: string }
  | { is: "first"; day: Day; before: boolean }
  | { is: "weekends"; days: number }
  | { is: "skipped"; day: Day; because: OffBecause[] }
  | { is: "short-month"; wanted: number }
  | { is: "ends"; number: number; unit: DayUnit; day: Day }
  | { is: "ends-hour"; number: number; at: string }
  | { is: "latest"; number: number; unit: DayUnit; day: Day }
  | { is: "yearly"; from: Day; day: Day }
  | { is: "not-working"; day: Day; because: OffBecause[] }
  | { is: "moved"; day: Day; law: string; article: string }
  | { is: "stays"; day: Day; before: boolean }
  | { is: "estimated"; day: Day; names: LocalizedText[] }
  | { is: "generated"; year: number }
  | { is: "unchecked"; weak: boolean }
  | { is: "plain-days"; unit: Unit };
