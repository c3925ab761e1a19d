import type { Day, Generated } from "../../db/columns.ts";

export interface MinutesTable {
  meeting_id: string;
  /** When the log was last read for them. */
  drawn_at: Date;
  /** When what they say was last changed. */
  updated_at: Date;
  approved_on: Generated<Day | null>;
  /** The later meeting that approved them. */
  approved_in: Generated<string | null>;
  /** Where they were published: the DOCX is the document's original, the PDF what the public has. */
  document_id: Generated<string | null>;
  published_at: Generated<Date | null>;
}

export interface MinutesPartsTable {
  meeting_id: string;
  name: string;
  position: number;
  heading: string;
  /** What the log said when `text` was made of it; sanitised HTML, or a line. */
  drawn: string;
  /** As it stands. */
  text: string;
  /** What the log has said since, where `text` was changed by hand; empty where it has no such part any more. */
  offered: Generated<string | null>;
  /** What was typed before the log's text was put in its place. */
  set_aside: Generated<string | null>;
}

export interface MinutesTables {
  minutes: MinutesTable;
  minutes_parts: MinutesPartsTable;
}
