import type { ColumnType } from "kysely";
import type { Day, Generated, Json, JsonOrNull } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { CouncilDay } from "./calendar.ts";
import type { DeadlineCertainty, SetPeriod } from "./deadline.ts";
import type { CountedUnit } from "./rules.schema.ts";
import type { Step } from "./steps.ts";

/** A length that this council applies instead of the one in the rule book. */
export interface CouncilPeriodsTable {
  id: Generated<string>;
  rule: string;
  number: number;
  unit: CountedUnit;
  /** `council`: set by its own rules. `law`: the official text was read, and says this. */
  basis: "council" | "law";
  ground: Json<LocalizedText>;
  /** Holds for events from this day on, until `valid_to` or until a later one begins. */
  valid_from: Day;
  valid_to: Day | null;
  created_at: Generated<Date>;
}

export interface CouncilDaysTable {
  day: Day;
  change: CouncilDay["change"];
  name: JsonOrNull<LocalizedText>;
  non_working: boolean;
  reason: Json<LocalizedText>;
  source: string;
  created_at: Generated<Date>;
}

/** A period that runs, or ran, for one thing: a request, a draft act, an act at the prefect's. */
export interface DeadlinesTable {
  id: Generated<string>;
  /** The kind of thing: `act`, `information-request`. */
  subject: string;
  subject_id: string;
  rule: string;
  starts_on: Day;
  starts_at: Date | null;
  /** A length that was set for this case alone. */
  case_period: JsonOrNull<SetPeriod>;
  due_on: Day;
  due_at: Date | null;
  steps: Json<Step[]>;
  certainty: Json<DeadlineCertainty>;
  opened_at: Date;
  computed_at: Date;
  closed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface DeadlineTables {
  council_periods: CouncilPeriodsTable;
  council_days: CouncilDaysTable;
  deadlines: DeadlinesTable;
}
