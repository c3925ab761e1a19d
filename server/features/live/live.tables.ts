import type { Json } from "../../db/columns.ts";
import type { LiveStep, LiveStepKind } from "./steps.schema.ts";

export interface LiveStepsTable {
  meeting_id: string;
  /** From 1 without a gap within a meeting. */
  number: number;
  /** The name that the console gave to it: sent again, it is known again. */
  command: string;
  kind: LiveStepKind;
  content: Json<LiveStep>;
  /** When it happened; `recorded_at` is when it arrived. */
  at: Date;
  recorded_at: Date;
  /** Who wrote it down, with the name as it was then. */
  actor: Json<{ name: string }>;
  /** The vote that this step wrote into the register. */
  vote_id: string | null;
}

export interface LiveTables {
  live_steps: LiveStepsTable;
}
