import type { Generated, Json, PublishState } from "../../db/columns.ts";

export interface PagesTable {
  id: Generated<string>;
  element: string;
  content: Json<Record<string, unknown>>;
  state: Generated<PublishState>;
  public_from: Date | null;
  /** Since when it lies in the bin. */
  binned_at: Generated<Date | null>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface PageDocumentsTable {
  page_id: string;
  position: number;
  document_id: string;
}

export interface PageTables {
  pages: PagesTable;
  page_documents: PageDocumentsTable;
}
