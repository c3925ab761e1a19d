import type { GeneratedAlways } from "kysely";
import type { Day, Generated, Json, JsonOrNull, PublishState } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { Rendition } from "../albums/albums.tables.ts";

export interface PublicationsTable {
  id: Generated<string>;
  element: string;
  slug: string;
  title: Json<LocalizedText>;
  summary: JsonOrNull<LocalizedText>;
  /** Sanitised HTML in each language. */
  body: JsonOrNull<LocalizedText>;
  date: Day | null;
  year: number | null;
  period_from: Day | null;
  period_to: Day | null;
  /** The day that orders the collection: the date, else the period's or the year's first day. */
  sort_date: Day;
  tags: Generated<string[]>;
  /** The typed fields of the element's kind; see `kinds.shared.ts`. */
  fields: Json<Record<string, unknown>>;
  /** Title and summary in both languages, folded for the text filter. */
  folded_text: string;
  /** Whether every text of it is there in English too, also in its typed fields. */
  is_bilingual: GeneratedAlways<boolean>;
  state: Generated<PublishState>;
  public_from: Date | null;
  /** Since when it lies in the bin. */
  binned_at: Generated<Date | null>;
  withdrawn_reason: JsonOrNull<LocalizedText>;
  withdrawn_at: Generated<Date | null>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface PublicationDocumentsTable {
  publication_id: string;
  position: number;
  document_id: string;
}

export interface PublicationPhotosTable {
  publication_id: string;
  caption: Json<LocalizedText>;
  alternative: Json<LocalizedText>;
  width: number;
  height: number;
  original_sha256: string;
  renditions: Json<Rendition[]>;
}

export interface PublicationTables {
  publications: PublicationsTable;
  publication_documents: PublicationDocumentsTable;
  publication_photos: PublicationPhotosTable;
}
