import type { Generated } from "../db/columns.ts";

export interface OutboxTable {
  id: Generated<string>;
  topic: string;
  /** The row that the topic is about: a mail. */
  subject_id: string;
  created_at: Generated<Date>;
  /** Not before; `null` for at once. */
  due_at: Generated<Date | null>;
  /** When it became a job. */
  relayed_at: Generated<Date | null>;
  /** When its effect was there. */
  done_at: Generated<Date | null>;
}

export interface OutboxTables {
  outbox: OutboxTable;
}
