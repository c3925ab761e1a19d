import type { Generated, Json, JsonOrNull, PublishState } from "../../db/columns.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import type { Rendition } from "../albums/albums.tables.ts";
import type { ChapterKind } from "./chapters.shared.ts";

/** The recording of a meeting: a document that it carries, or a link to where it lies. */
export interface RecordingsTable {
  id: Generated<string>;
  meeting_id: string;
  link: string | null;
  /** Seconds; `null` where nobody knows. */
  duration: number | null;
  /** The instant of its first second by the clock of the log; `null` where there is no log. */
  begins_at: Date | null;
  poster_sha256: Generated<string | null>;
  poster_width: Generated<number | null>;
  poster_height: Generated<number | null>;
  poster_renditions: Json<Rendition[]>;
  state: Generated<PublishState>;
  public_from: Generated<Date | null>;
  created_at: Date;
  updated_at: Date;
}

export interface RecordingChaptersTable {
  id: Generated<string>;
  recording_id: string;
  /** Seconds from the beginning of the recording; below 0 where it began later than what happened. */
  starts: number;
  kind: ChapterKind;
  agenda_item_id: string | null;
  title: JsonOrNull<LocalizedText>;
}

export interface RecordingCaptionsTable {
  recording_id: string;
  language: Locale;
  /** WebVTT. */
  content: string;
  added_at: Date;
}

export interface RecordingTables {
  recordings: RecordingsTable;
  recording_chapters: RecordingChaptersTable;
  recording_captions: RecordingCaptionsTable;
}
