import type { Generated, Json, JsonOrNull } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { Rendition } from "../albums/albums.tables.ts";
import type { Crop } from "./pictures.schema.ts";

/** A file on its way into the workspace, of one account. */
export interface UploadsTable {
  id: Generated<string>;
  account_id: string;
  file_name: string;
  /** Bytes, as announced and as they lie in the storage. */
  size: number;
  received: Generated<number>;
  /** As the sender computed it. */
  sha256: string | null;
  created_at: Date;
  expires_at: Date;
  /** When it became a document or a picture. */
  finished_at: Date | null;
  document_id: string | null;
  picture_id: string | null;
}

export interface UploadPartsTable {
  upload_id: string;
  /** Bytes. */
  start: number;
  size: number;
  storage_key: string;
}

/** A picture of the workspace before it is put somewhere, and with how it was cropped. */
export interface PicturesTable {
  id: Generated<string>;
  file_name: string;
  original_sha256: string;
  /** Pixels of the original as it is seen, upright. */
  width: number;
  height: number;
  crop: JsonOrNull<Crop>;
  alternative: JsonOrNull<LocalizedText>;
  renditions: Json<Rendition[]>;
  created_at: Date;
}

export interface UploadTables {
  uploads: UploadsTable;
  upload_parts: UploadPartsTable;
  pictures: PicturesTable;
}
