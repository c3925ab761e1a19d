import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import type { Locale } from "../../locale.shared.ts";
import { keepPhotoFiles, type UploadedPhoto } from "../albums/photos.service.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { attachedTo } from "../documents/attachments.queries.ts";
import { attach, detach, releaseAttachments, releaseTimeOf } from "../documents/attachments.service.ts";
import { dropSubmission } from "../editing/submissions.service.ts";
import { publishedAt, recordStanding, takenBack } from "../lifecycle/lifecycle.ts";
import { findLog } from "../live/live.queries.ts";
import { holdMeetingThatTakesPlace } from "../meetings/held-meeting.ts";
import { longestRecording } from "./chapters.shared.ts";
import { chaptersFromLog, openedBy } from "./chapters-from-log.ts";
import {
  isPublicStill,
  meetingIsClosed,
  meetingNotBegun,
  meetingNotPublic,
  noChapters,
  noLog,
  noRecordingYet,
  notPublished,
  publicAlready,
  sourceChanged,
} from "./recordings.errors.ts";
import { findFile, sumOfCaptions } from "./recordings.queries.ts";
import { type ChapterInput, ChaptersInput, RecordingLink } from "./recordings.schema.ts";
import { checkedCaptions } from "./web-vtt.ts";

/** The recording of a meeting, held with its meeting so that two who change it come one after the other. */
async function holdRecording(tx: TenantTx, meetingId: string) {
  const meeting = await holdMeetingThatTakesPlace(tx, meetingId);
  const recording = await tx
    .selectFrom("recordings")
    .selectAll()
    .where("meeting_id", "=", meetingId)
    .forUpdate()
    .executeTakeFirst();
  return { meeting, recording };
}
async function holdOne(tx: TenantTx, meetingId: string) {
  const { meeting, recording } = await holdRecording(tx, meetingId);
  if (!recording) throw noRecordingYet();
  return { meeting, recording };
}
type Held = Awaited<ReturnType<typeof holdOne>>["recording"];

const waitsNoMore = (tx: TenantTx, { id }: Pick<Held, "id">) => dropSubmission(tx, { entity: "recording" }, id);

/** Readers of what is public see the change at once. */
async function touch(tx: TenantTx, by: Doing, { id, state }: Held) {
  await tx.updateTable("recordings").set({ updated_at: by.now }).where("id", "=", id).execute();
  if (state === "published") await raiseVersion(tx, "meetings");
}

/** The recording of a meeting that has begun; where there is none yet it is made, with the chapters that the log knows. */
async function recordingFor(tx: TenantTx, by: Doing, meetingId: string): Promise<Held> {
  const { meeting, recording } = await holdRecording(tx, meetingId);
  if (recording) return recording;
  if (meeting.stage === "planned" || meeting.stage === "announced") throw meetingNotBegun();
  const log = await findLog(tx, meetingId);
  const made = await tx
    .insertInto("recordings")
    .values({
      meeting_id: meetingId,
      link: null,
      duration: null,
      begins_at: openedBy(log),
      poster_renditions: json([]),
      created_at: by.now,
      updated_at: by.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordChange(tx, by, "recording.added", "recording", made.id, null, { meetingId });
  if (made.begins_at) await putChapters(tx, made.id, fromLog(log, made.begins_at));
  return made;
}

const fromLog = (log: Awaited<ReturnType<typeof findLog>>, beginsAt: Date): ChapterInput[] =>
  chaptersFromLog(log, beginsAt)
    .filter(({ starts }) => Math.abs(starts) <= longestRecording)
    .map(({ kind, starts, itemId }) =>
      kind === "item" ? { kind, starts, itemId: itemId! } : { kind: kind as "opening", starts },
    );

async function putChapters(tx: TenantTx, id: string, chapters: readonly ChapterInput[]) {
  await tx.deleteFrom("recording_chapters").where("recording_id", "=", id).execute();
  if (chapters.length === 0) return;
  await tx
    .insertInto("recording_chapters")
    .values(
      chapters.map((chapter) => ({
        ...(chapter.id && { id: chapter.id }),
        recording_id: id,
        kind: chapter.kind,
        starts: chapter.starts,
        agenda_item_id: chapter.kind === "item" ? chapter.itemId : null,
        title: chapter.kind === "other" ? json(chapter.title) : null,
      })),
    )
    .execute();
}

const chaptersOf = async (tx: TenantTx, id: string) =>
  tx
    .selectFrom("recording_chapters")
    .select(["id", "starts", "kind", "agenda_item_id", "title"])
    .where("recording_id", "=", id)
    .orderBy("starts")
    .execute();

async function takeFileAway(tx: TenantTx, by: Doing, { id }: Held) {
  for (const { document_id } of await attachedTo(tx, "recording", id))
    await detach(tx, by, "recording", id, document_id);
}

/** Where a recording lies, for the audit: what is replaced can be found again by its sum. */
async function lyingAt(tx: TenantTx, { id, link, duration }: Held) {
  const file = await findFile(tx, id);
  return { link, duration, ...(file && { fileName: file.file_name, sha256: file.sha256 }) };
}
type Lying = Awaited<ReturnType<typeof lyingAt>>;

/**
 * Nothing takes the place of what was not seen there.
 * @param seen the sum of the file or the link that stood there; `null` where nobody looked
 */
function checkSeen({ sha256, fileName, link }: Lying, seen: string | null) {
  const lies = sha256 ?? link;
  if (seen !== null && lies && lies !== seen) throw sourceChanged(fileName ?? link!);
}

/**
 * Says where the recording lies elsewhere. A file that it had stays among the council's documents.
 * @param seen as `checkSeen` asks; two links are compared by the form
 * @throws {InvalidInput} `meetings.not_found`, `meetings.does_not_take_place`, `recordings.not_begun`,
 * `recordings.source_changed`
 */
export async function setRecordingLink(
  tx: TenantTx,
  by: Doing,
  meetingId: string,
  given: RecordingLink,
  seen: string | null = null,
): Promise<{ id: string }> {
  const { link, duration = null } = parsed(RecordingLink, given);
  const recording = await recordingFor(tx, by, meetingId);
  const before = await lyingAt(tx, recording);
  if (before.sha256) checkSeen(before, seen);
  await takeFileAway(tx, by, recording);
  await tx.updateTable("recordings").set({ link, duration }).where("id", "=", recording.id).execute();
  await touch(tx, by, recording);
  await recordChange(tx, by, "recording.linked", "recording", recording.id, before, { link, duration });
  return { id: recording.id };
}

/**
 * Makes a document that nothing carries the recording's file; the one before stays among the council's documents.
 * @param duration in seconds, as the file itself says it; `null` where it does not
 * @param seen as `checkSeen` asks
 * @throws as `setRecordingLink`, and `InvalidInput` where something carries the document already
 */
export async function setRecordingFile(
  tx: TenantTx,
  by: Doing,
  meetingId: string,
  documentId: string,
  duration: number | null,
  seen: string | null = null,
): Promise<{ id: string }> {
  const recording = await recordingFor(tx, by, meetingId);
  const before = await lyingAt(tx, recording);
  checkSeen(before, seen);
  await takeFileAway(tx, by, recording);
  await attach(tx, by, "recording", recording.id, [{ documentId, role: "other" }], releaseTimeOf(recording));
  await tx.updateTable("recordings").set({ link: null, duration }).where("id", "=", recording.id).execute();
  await touch(tx, by, recording);
  const { fileName, sha256 } = await lyingAt(tx, recording);
  const after = { documentId, duration, fileName, sha256 };
  await recordChange(tx, by, "recording.file_put", "recording", recording.id, before, after);
  return { id: recording.id };
}

/**
 * Takes the chapters from the log anew, in place of those that stand. What they were shifted by stays.
 * @throws `recordings.none_yet`, `recordings.no_log`
 */
export async function takeChaptersFromLog(tx: TenantTx, by: Doing, meetingId: string): Promise<void> {
  const { recording } = await holdOne(tx, meetingId);
  const log = await findLog(tx, meetingId);
  const beginsAt = recording.begins_at ?? openedBy(log);
  if (!beginsAt || !openedBy(log)) throw noLog();
  await writeChapters(tx, by, { ...recording, begins_at: beginsAt }, fromLog(log, beginsAt));
}

async function writeChapters(tx: TenantTx, by: Doing, recording: Held, chapters: readonly ChapterInput[]) {
  const before = await chaptersOf(tx, recording.id);
  await putChapters(tx, recording.id, chapters);
  await tx.updateTable("recordings").set({ begins_at: recording.begins_at }).where("id", "=", recording.id).execute();
  await touch(tx, by, recording);
  await recordChange(tx, by, "recording.chapters_set", "recording", recording.id, { chapters: before }, { chapters });
}

/**
 * All chapters at once.
 * @throws {InvalidInput} that names the place of a chapter in the list: of a strange item, or at a second that another has
 */
export async function setChapters(
  tx: TenantTx,
  by: Doing,
  meetingId: string,
  given: readonly ChapterInput[],
): Promise<void> {
  const chapters = parsed(ChaptersInput, given);
  const { recording } = await holdOne(tx, meetingId);
  const items = await tx.selectFrom("agenda_items").select("id").where("meeting_id", "=", meetingId).execute();
  const standing = new Set((await chaptersOf(tx, recording.id)).map(({ id }) => id));
  const problems = chapters.flatMap((chapter, at) => {
    if (chapter.id && !standing.delete(chapter.id)) return [{ path: `${at}.id`, code: "input.wrong" }];
    const isStrange = chapter.kind === "item" && !items.some(({ id }) => id === chapter.itemId);
    if (isStrange) return [{ path: `${at}.itemId`, code: "meetings.item_not_found" }];
    const isTaken = chapters.findIndex(({ starts }) => starts === chapter.starts) < at;
    return isTaken ? [{ path: `${at}.starts`, code: "recordings.same_second" }] : [];
  });
  if (problems.length > 0) throw new InvalidInput(problems);
  await writeChapters(tx, by, recording, chapters);
}

/**
 * The chapters that stand, at the moments that a form says, and those of items that get one.
 * @param moments seconds by the id of a chapter; `null` as a whole leaves them as they are, and of one takes it away
 * @param ofItems seconds by the id of an item
 * @returns with the name of the form's field of each
 */
export async function chaptersFor(
  tx: TenantTx,
  meetingId: string,
  moments: Readonly<Record<string, number | null>> | null,
  ofItems: Readonly<Record<string, number | null>>,
): Promise<{ chapters: ChapterInput[]; fields: string[] }> {
  const { recording } = await holdOne(tx, meetingId);
  const stand = (await chaptersOf(tx, recording.id)).flatMap((chapter): [string, ChapterInput][] => {
    const { id, kind, agenda_item_id, title } = chapter;
    // One that came while the form was open is not on it, and stays.
    const said = moments?.[id];
    if (said === null) return [];
    const starts = said ?? chapter.starts;
    if (kind === "item") return [[`at.${id}`, { id, kind, starts, itemId: agenda_item_id! }]];
    return [[`at.${id}`, kind === "other" ? { id, kind, starts, title: title! } : { id, kind, starts }]];
  });
  const added = Object.entries(ofItems).flatMap(([itemId, starts]): [string, ChapterInput][] =>
    starts === null ? [] : [[`item.${itemId}`, { kind: "item", starts, itemId }]],
  );
  const all = [...stand, ...added];
  return { chapters: all.map(([, chapter]) => chapter), fields: all.map(([field]) => field) };
}

/**
 * Moves all chapters together, so that one of them begins at a second of the recording.
 * @throws `recordings.none_yet`, `recordings.no_chapters`, `InvalidInput` where one would come to stand out of reach
 */
export async function shiftChapters(
  tx: TenantTx,
  by: Doing,
  meetingId: string,
  { chapterId, starts }: { chapterId: string; starts: number },
): Promise<void> {
  const { recording } = await holdOne(tx, meetingId);
  const chapters = await chaptersOf(tx, recording.id);
  if (chapters.length === 0) throw noChapters();
  const chosen = chapters.find(({ id }) => id === chapterId);
  if (!chosen) throw new InvalidInput([{ path: "chapter", code: "input.wrong" }]);
  const shift = starts - chosen.starts;
  if (chapters.some((chapter) => Math.abs(chapter.starts + shift) > longestRecording))
    throw new InvalidInput([{ path: "at", code: "recordings.clock" }]);
  if (shift === 0) return;
  await tx
    .updateTable("recording_chapters")
    .set((eb) => ({ starts: eb("starts", "+", shift) }))
    .where("recording_id", "=", recording.id)
    .execute();
  const beginsAt = recording.begins_at && new Date(recording.begins_at.getTime() - shift * 1_000);
  await tx.updateTable("recordings").set({ begins_at: beginsAt }).where("id", "=", recording.id).execute();
  await touch(tx, by, recording);
  await recordChange(tx, by, "recording.chapters_shifted", "recording", recording.id, null, { shift });
}

const findCaptions = (tx: TenantTx, recordingId: string, language: Locale) =>
  tx
    .selectFrom("recording_captions")
    .select(["language", sumOfCaptions.as("sha256")])
    .where("recording_id", "=", recordingId)
    .where("language", "=", language)
    .executeTakeFirst();

/**
 * What is said, in one language; in place of what was there.
 * @throws `recordings.none_yet`, as `checkedCaptions`
 */
export async function setCaptions(
  tx: TenantTx,
  by: Doing,
  meetingId: string,
  language: Locale,
  text: string,
): Promise<void> {
  const content = checkedCaptions(text);
  const { recording } = await holdOne(tx, meetingId);
  const before = (await findCaptions(tx, recording.id, language)) ?? null;
  const values = { content, added_at: by.now };
  await tx
    .insertInto("recording_captions")
    .values({ recording_id: recording.id, language, ...values })
    .onConflict((conflict) => conflict.columns(["tenant_id", "recording_id", "language"] as never).doUpdateSet(values))
    .execute();
  await touch(tx, by, recording);
  const after = (await findCaptions(tx, recording.id, language)) ?? null;
  await recordChange(tx, by, "recording.captions_set", "recording", recording.id, before, after);
}

/** What is not there is no failure. @throws `recordings.none_yet` */
export async function removeCaptions(tx: TenantTx, by: Doing, meetingId: string, language: Locale): Promise<void> {
  const { recording } = await holdOne(tx, meetingId);
  const before = await findCaptions(tx, recording.id, language);
  if (!before) return;
  await tx
    .deleteFrom("recording_captions")
    .where("recording_id", "=", recording.id)
    .where("language", "=", language)
    .execute();
  await touch(tx, by, recording);
  await recordChange(tx, by, "recording.captions_removed", "recording", recording.id, before, null);
}

/** The picture that stands before the film; `null` takes it away. @throws `recordings.none_yet` */
export async function setPoster(
  tx: TenantTx,
  by: Doing,
  meetingId: string,
  photo: UploadedPhoto | null,
): Promise<void> {
  const { recording } = await holdOne(tx, meetingId);
  if (photo) await keepPhotoFiles(tx, by, photo);
  await tx
    .updateTable("recordings")
    .set({
      poster_sha256: photo?.original.sha256 ?? null,
      poster_width: photo?.width ?? null,
      poster_height: photo?.height ?? null,
      poster_renditions: json(photo?.renditions ?? []),
    })
    .where("id", "=", recording.id)
    .execute();
  await touch(tx, by, recording);
  const [before, after] = [recording.poster_sha256, photo?.original.sha256 ?? null];
  await recordChange(tx, by, "recording.poster_set", "recording", recording.id, { sha256: before }, { sha256: after });
}

/**
 * A recording that the public could have.
 * @throws `recordings.none_yet`, `recordings.already_public`; `recordings.meeting_not_public`, `recordings.closed_meeting`
 */
export async function holdPublishable(tx: TenantTx, by: Doing, meetingId: string) {
  const { meeting, recording } = await holdOne(tx, meetingId);
  if (meeting.access === "closed") throw meetingIsClosed();
  if (meeting.state !== "published" || meeting.public_from === null || meeting.public_from > by.now)
    throw meetingNotPublic();
  return { recording, after: publishedAt(recording, by, by.now, publicAlready) };
}

/** Shows the recording to the public. @throws as `holdPublishable` */
export async function publishRecording(tx: TenantTx, by: Doing, meetingId: string): Promise<void> {
  const { recording, after } = await holdPublishable(tx, by, meetingId);
  await tx
    .updateTable("recordings")
    .set({ ...after, updated_at: by.now })
    .where("id", "=", recording.id)
    .execute();
  await releaseAttachments(tx, "recording", recording.id, after.public_from);
  await raiseVersion(tx, "meetings");
  await recordStanding(tx, by, ["recording", recording.id], recording, after);
}

/** Takes it from the public, with its file. @throws `recordings.none_yet`, `recordings.not_published` */
export async function withdrawRecording(tx: TenantTx, by: Doing, meetingId: string): Promise<void> {
  const { recording } = await holdOne(tx, meetingId);
  const after = takenBack(recording, by, notPublished);
  await tx
    .updateTable("recordings")
    .set({ ...after, updated_at: by.now })
    .where("id", "=", recording.id)
    .execute();
  await releaseAttachments(tx, "recording", recording.id, null);
  await raiseVersion(tx, "meetings");
  await recordStanding(tx, by, ["recording", recording.id], recording, after);
}

/** What was public of a meeting goes with its doors, and what waited to be. */
export async function withdrawFromClosedMeeting(tx: TenantTx, by: Doing, meetingId: string): Promise<void> {
  const found = await tx
    .selectFrom("recordings")
    .select(["id", "state"])
    .where("meeting_id", "=", meetingId)
    .executeTakeFirst();
  if (found?.state === "published") await withdrawRecording(tx, by, meetingId);
  else if (found) await waitsNoMore(tx, found);
}

/**
 * Removes what the public has not, with its chapters and captions; a file stays among the council's documents.
 * @throws `recordings.none_yet`, `recordings.withdraw_first`
 */
export async function removeRecording(tx: TenantTx, by: Doing, meetingId: string): Promise<void> {
  const { recording } = await holdOne(tx, meetingId);
  if (recording.state === "published") throw isPublicStill();
  const lay = await lyingAt(tx, recording);
  await takeFileAway(tx, by, recording);
  await waitsNoMore(tx, recording);
  await tx.deleteFrom("recordings").where("id", "=", recording.id).execute();
  await recordChange(tx, by, "recording.removed", "recording", recording.id, { meetingId, ...lay }, null);
}
