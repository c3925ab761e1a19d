import type { Day, Generated, Json, JsonOrNull } from "../../db/columns.ts";
import type { Actor } from "../../http/scope.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { ElementCode } from "../elements/catalogue.shared.ts";
import type { Level } from "../elements/verdict.ts";
import type { Horizon } from "./readiness.shared.ts";

/** What a council itself holds of an element, one row for each time it said so. */
export interface ReadinessJudgementsTable {
  id: Generated<string>;
  element: ElementCode;
  /** `null`: the judgement before was taken back. */
  level: Level | null;
  note: JsonOrNull<LocalizedText>;
  by: Json<Actor>;
  at: Date;
}

/** What is to be done about an element, by when and by whom. */
export interface ReadinessStepsTable {
  element: ElementCode;
  horizon: Horizon;
  text: Json<LocalizedText>;
  due_on: Day;
  responsible: string | null;
  done_on: Day | null;
}

export interface ReadinessCommentsTable {
  id: Generated<string>;
  element: ElementCode;
  text: string;
  by: Json<Actor>;
  at: Date;
}

export interface ReadinessTables {
  readiness_judgements: ReadinessJudgementsTable;
  readiness_steps: ReadinessStepsTable;
  readiness_comments: ReadinessCommentsTable;
}
