import type { Day, Generated, Json, JsonOrNull, PublishState } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";

/** One size of a photo, stored by content. Width and height in pixels. */
export interface Rendition {
  width: number;
  height: number;
  mediaType: string;
  sha256: string;
}

export interface AlbumsTable {
  id: Generated<string>;
  slug: string;
  title: Json<LocalizedText>;
  summary: JsonOrNull<LocalizedText>;
  date: Day;
  state: Generated<PublishState>;
  public_from: Date | null;
  /** Since when it lies in the bin. */
  binned_at: Generated<Date | null>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface PhotosTable {
  id: Generated<string>;
  album_id: string;
  position: number;
  caption: Json<LocalizedText>;
  alternative: Json<LocalizedText>;
  width: number;
  height: number;
  original_sha256: string;
  renditions: Json<Rendition[]>;
}

export interface AlbumTables {
  albums: AlbumsTable;
  photos: PhotosTable;
}
