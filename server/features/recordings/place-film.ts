import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import { dayIn, numericDay } from "../../local-time.ts";
import { type LocalizedText, locales } from "../../locale.shared.ts";
import type { Doing } from "../audit/audit.service.ts";
import { addDocument, type StoredFile } from "../documents/documents.service.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { type HeldMeeting, holdMeetingThatTakesPlace } from "../meetings/held-meeting.ts";
import { setRecordingFile } from "./recordings.service.ts";

/** What the file is called among the council's documents, and where it is found. */
function titleOf(meeting: HeldMeeting): LocalizedText {
  const name = fullMeetingName(meeting);
  const date = numericDay(dayIn(meeting.starts_at));
  const [sq, en] = locales.map((locale) =>
    phrases(locale, "recordings")("document", { name: name[locale] || name.sq, date }),
  ) as [string, string];
  return { sq, en };
}

/**
 * Makes a stored film the recording of a meeting.
 * @returns the document's id
 * @throws as `setRecordingFile`
 */
export async function placeFilm(
  tx: TenantTx,
  by: Doing,
  meetingId: string,
  fileName: string,
  file: StoredFile,
  duration: number | null,
  seen: string | null = null,
): Promise<string> {
  const title = titleOf(await holdMeetingThatTakesPlace(tx, meetingId));
  const documentId = await addDocument(tx, by, file, { title, language: "sq", fileName });
  await setRecordingFile(tx, by, meetingId, documentId, duration, seen);
  return documentId;
}
