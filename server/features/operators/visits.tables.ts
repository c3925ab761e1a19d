import type { Generated } from "../../db/columns.ts";

/** An operator in a council: asked for with a reason, entered once, over after a while. */
export interface OperatorVisitsTable {
  id: Generated<string>;
  operator_id: string;
  /** As it was then. */
  operator_name: string;
  reason: string;
  /** The council's host, where alone the hand-over opens anything. */
  host: string;
  token_hash: string;
  asked_at: Date;
  /** Until then the hand-over can be used. */
  expires_at: Date;
  entered_at: Date | null;
  session_hash: string | null;
  ends_at: Date | null;
  left_at: Date | null;
}

export interface OperatorTables {
  operator_visits: OperatorVisitsTable;
}
