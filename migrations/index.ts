import type { Migration } from "kysely/migration";
import * as councils from "./0001-councils.ts";
import * as documents from "./0002-documents.ts";
import * as publications from "./0003-publications.ts";
import * as outbox from "./0004-outbox.ts";
import * as publicationPhotos from "./0005-publication-photos.ts";
import * as deadlines from "./0006-deadlines.ts";

/** Every step in order, named. A step that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  "0001-councils": councils,
  "0002-documents": documents,
  "0003-publications": publications,
  "0004-outbox": outbox,
  "0005-publication-photos": publicationPhotos,
  "0006-deadlines": deadlines,
};
