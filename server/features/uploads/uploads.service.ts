import { Readable } from "node:stream";
import { json } from "../../db/columns.ts";
import type { TenantDb, TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { parsed } from "../../http/validated.ts";
import type { Locale } from "../../locale.shared.ts";
import { fileTooLarge, storageUnavailable } from "../../storage/errors.ts";
import { type Storage, uploadPartKey } from "../../storage/storage.ts";
import { keepPhotoFiles } from "../albums/photos.service.ts";
import type { Doing } from "../audit/audit.service.ts";
import {
  addDocument,
  attachPublicVersion,
  isReleased,
  removeDocument,
  replaceDocument,
  type StoredFile,
} from "../documents/documents.service.ts";
import { placesInFile } from "../documents/persons-in-documents.ts";
import { madeOnce } from "../editing/made-once.ts";
import { checkPlaces } from "../editing/persons.service.ts";
import { holdChangeableDocument } from "../editing/public-changes.ts";
import { readableTitle } from "../inspection/readable-title.ts";
import { placeFilm } from "../recordings/place-film.ts";
import { checkMayChangeRecording } from "../recordings/recording-rights.ts";
import { replacedWithRecording } from "../recordings/recordings.errors.ts";
import { piecesOf } from "./pieces.ts";
import {
  type Arriving,
  type FileCheck,
  type Intake,
  keepCheck,
  notRead,
  takeInFilm,
  takeInPaper,
  takeInPhoto,
} from "./take-in.ts";
import { largest, largestOf, mostUploads, uploadHours } from "./upload-limits.shared.ts";
import { tooManyUploads, uploadElsewhere, uploadIncomplete, uploadNotFound, uploadTooLong } from "./uploads.errors.ts";
import { findHeld, findParts, findUpload } from "./uploads.queries.ts";
import { NewUpload, UploadPurpose } from "./uploads.schema.ts";

/** Bytes that are kept at a time; of what arrives less than this is lost when the server itself is ended. */
const partSize = 4 * 1024 ** 2;

/** What a file has become. */
export type Outcome = { documentId: string; pictureId: null } | { documentId: null; pictureId: string };

/**
 * Begins an upload, bound to its account; it waits a day for its bytes.
 * @throws {InvalidInput} `files.too_large`, `uploads.too_many`
 */
export async function beginUpload(
  tx: TenantTx,
  by: Doing,
  accountId: string,
  given: NewUpload,
  largestRecording: number = largest.film,
): Promise<{ id: string; expiresAt: Date }> {
  const { fileName, size, sha256 = null, as } = parsed(NewUpload, given);
  const maximum = largestOf(fileName, as === "recording" ? largestRecording : undefined);
  if (size > maximum) throw fileTooLarge(maximum);
  const { count } = await tx
    .selectFrom("uploads")
    .where("account_id", "=", accountId)
    .where("finished_at", "is", null)
    .where("expires_at", ">", by.now)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  if (count >= mostUploads) throw tooManyUploads(mostUploads);
  const expiresAt = new Date(by.now.getTime() + uploadHours * 3_600_000);
  const { id } = await tx
    .insertInto("uploads")
    .values({
      account_id: accountId,
      file_name: fileName,
      size,
      sha256,
      created_at: by.now,
      expires_at: expiresAt,
      finished_at: null,
      document_id: null,
      picture_id: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, expiresAt };
}

/** Two who send the same place at once are told apart by the row: one goes on, the other asks where the file stands. */
async function keepPart({ storage, tenantId, db }: Intake, uploadId: string, start: number, piece: Buffer) {
  const size = piece.byteLength;
  const key = uploadPartKey(tenantId, uploadId, crypto.randomUUID());
  await storage.put(key, Readable.from([piece]), { size, mediaType: "application/octet-stream" });
  const isNext = await db.write(async (tx) => {
    const moved = await tx
      .updateTable("uploads")
      .set({ received: start + size })
      .where("id", "=", uploadId)
      .where("received", "=", start)
      .where("finished_at", "is", null)
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) return false;
    await tx.insertInto("upload_parts").values({ upload_id: uploadId, start, size, storage_key: key }).execute();
    return true;
  });
  if (isNext) return;
  await storage.delete(key);
  throw uploadElsewhere();
}

/**
 * Takes the bytes of an upload from `offset` on. What arrived before the sender broke off is kept.
 * @returns where the file stands now
 * @throws `uploads.elsewhere` when it stands at another place, `uploads.too_long`, as `findUpload` and `Storage.put`, and
 *   with the sender's own error
 */
export async function continueUpload(
  intake: Intake,
  accountId: string,
  id: string,
  offset: number,
  body: AsyncIterable<Uint8Array>,
  now: Date,
): Promise<number> {
  const upload = await intake.db.read((tx) => findUpload(tx, accountId, id, now));
  if (upload.received !== offset) throw uploadElsewhere();
  let at = offset;
  for await (const piece of piecesOf(body, partSize)) {
    if (at + piece.byteLength > upload.size) throw uploadTooLong();
    await keepPart(intake, id, at, piece);
    at += piece.byteLength;
  }
  return at;
}

async function* bytesOf(storage: Storage, parts: Awaited<ReturnType<typeof findParts>>): AsyncGenerator<Uint8Array> {
  for (const { storage_key } of parts) {
    const stored = await storage.get(storage_key);
    if (!stored) throw storageUnavailable(new Error("A part of an upload is missing"));
    yield* stored.body;
  }
}

/** A refusal that the same bytes will meet again, whoever sends them. */
const isFinal = (error: unknown) =>
  error instanceof AppError &&
  error.status < 500 &&
  /^(files|photos|uploads\.changed|recordings\.not_a_video)/.test(error.code);

/** A name as it was given, on one line, where nothing can be made of it; without what nobody sees. */
const asNamed = (fileName: string) =>
  fileName
    .replace(/\.[a-z0-9]{1,8}$/i, "")
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, 200);

const titled = (fileName: string, given: { sq: string; en?: string | null } | null | undefined) =>
  given ?? { sq: readableTitle(fileName) || asNamed(fileName) || "Dokument" };

/** Makes of a stored paper what it was sent for. @returns the document's id */
export async function placePaper(
  tx: TenantTx,
  by: Doing,
  purpose: Exclude<UploadPurpose, { as: "picture" | "recording" }>,
  fileName: string,
  { file, check }: { file: StoredFile; check: FileCheck },
): Promise<string> {
  const documentId = await place();
  await keepCheck(tx, by, file.sha256, check);
  return documentId;

  async function place() {
    if (purpose.as === "document") {
      const { title, language, visibility } = purpose;
      return addDocument(tx, by, file, {
        title: titled(fileName, title),
        language: language ?? check.text.language ?? "sq",
        fileName,
        visibility,
        guessed: [...(title ? [] : (["title"] as const)), ...(language ? [] : (["language"] as const))],
      });
    }
    const { documentId } = purpose;
    if (purpose.as === "version") await replaceDocument(tx, by, documentId, file, { fileName, ...purpose });
    else await attachPublicVersion(tx, by, documentId, file, { fileName });
    return documentId;
  }
}

/** Who sends a file reads in this language, and has looked at what was found about persons, by its mark. */
export interface Looked {
  locale: Locale;
  persons: string | null;
}

interface Joined {
  /** Joins what else becomes true with it. */
  also?: (tx: TenantTx, outcome: Outcome) => Promise<void>;
  /** The opened form in which a paper comes: sent twice it is one. Empty where it does not say. */
  form?: string;
  /** Left out, nobody has looked. */
  looked?: Looked;
}

/**
 * Makes of a paper what it was sent for; of a document that the public has, only once somebody has looked at what the newer
 * file says of persons.
 * @throws `PersonsNamed`, as `placePaper`
 */
export async function placeLookedAt(
  tx: TenantTx,
  by: Doing,
  purpose: Exclude<UploadPurpose, { as: "picture" | "recording" }>,
  fileName: string,
  paper: { file: StoredFile; check: FileCheck },
  { locale, persons }: Looked,
): Promise<string> {
  const id = await placePaper(tx, by, purpose, fileName, paper);
  const isRead = purpose.as === "redacted" || (purpose.as === "version" && purpose.visibility !== "internal");
  if (by.actor.kind === "system" || !isRead || !(await isReleased(tx, id))) return id;
  const places = placesInFile(locale, ["files", fileName], { fileName, text: paper.check.text });
  await checkPlaces(tx, by, ["document", id], places, persons);
  return id;
}

const isThere = async (tx: TenantTx, id: string) =>
  (await tx.selectFrom("documents").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;

/**
 * Receives a whole file in one go, as a form without script sends it, and makes of it what it was sent for.
 * @throws `PersonsNamed`, as `takeInPaper`, `takeInPhoto`, `takeInFilm`, `placeFilm`, `replaceDocument`, `attachPublicVersion`
 */
export async function takeIn(
  intake: Intake,
  by: Doing,
  body: AsyncIterable<Uint8Array>,
  arriving: Arriving,
  given: UploadPurpose,
  { also = async () => {}, form = "", looked = { locale: "sq", persons: null } }: Joined = {},
): Promise<Outcome> {
  const purpose = parsed(UploadPurpose, given);
  const { fileName } = arriving;
  /** What the portal itself takes in waits for nobody. */
  const isOfSomebody = by.actor.kind !== "system";
  if (purpose.as === "recording") {
    const { duration, ...film } = await takeInFilm(intake, by, body, arriving);
    return intake.db.write(async (tx) => {
      const documentId = await placeFilm(tx, by, purpose.meetingId, fileName, film.file, duration, purpose.seen);
      // Asked while the meeting is held: it may have been published while the film was on its way.
      if (isOfSomebody) await checkMayChangeRecording(tx, by.actor, purpose.meetingId);
      await keepCheck(tx, by, film.file.sha256, film.check);
      const outcome = { documentId, pictureId: null };
      await also(tx, outcome);
      return outcome;
    });
  }
  const within = { ...intake, maximumBytes: Math.min(intake.maximumBytes, largestOf(fileName)) };
  if (purpose.as === "picture") {
    const { photo, virus } = await takeInPhoto(within, by, body, arriving);
    return intake.db.write(async (tx) => {
      await keepPhotoFiles(tx, by, photo);
      const { width, height, original, renditions } = photo;
      const { id: pictureId } = await tx
        .insertInto("pictures")
        .values({
          file_name: fileName,
          original_sha256: original.sha256,
          width,
          height,
          renditions: json(renditions),
          created_at: by.now,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await keepCheck(tx, by, original.sha256, { virus, text: notRead });
      const outcome = { documentId: null, pictureId };
      await also(tx, outcome);
      return outcome;
    });
  }
  if ("documentId" in purpose) await intake.db.read((tx) => checkIsNoFilm(tx, purpose.documentId));
  const paper = await takeInPaper(within, by, body, arriving);
  return intake.db.write(async (tx) => {
    if ("documentId" in purpose && isOfSomebody) await holdChangeableDocument(tx, by.actor, purpose.documentId);
    const { made: documentId } = await madeOnce(tx, by.now, {
      ...{ form, input: { purpose, fileName, sha256: paper.file.sha256 } },
      make: () => placeLookedAt(tx, by, purpose, fileName, paper, looked),
      isThere: (id) => isThere(tx, id),
    });
    const outcome = { documentId, pictureId: null };
    await also(tx, outcome);
    return outcome;
  });
}

/**
 * Makes a file that waits as a document of its own, carried by nothing, what it was sent for: another's newer version, or the
 * redacted one beside it.
 * @throws `documents.not_found`, as `placeLookedAt`
 */
export function placeHeld(
  tx: TenantTx,
  by: Doing,
  held: string,
  purpose: Extract<UploadPurpose, { as: "version" | "redacted" }>,
  { form, looked }: Required<Pick<Joined, "form" | "looked">>,
) {
  return madeOnce(tx, by.now, {
    ...{ form, input: { purpose, held } },
    async make() {
      await holdChangeableDocument(tx, by.actor, purpose.documentId);
      const { fileName, ...paper } = await findHeld(tx, by, held);
      const id = await placeLookedAt(tx, by, purpose, fileName, paper, looked);
      await removeDocument(tx, by, held);
      return id;
    },
    isThere: (id) => isThere(tx, id),
  });
}

/** A film is replaced where its meeting's recording is: there its length and its chapters are known. */
export async function checkIsNoFilm(tx: TenantTx, documentId: string): Promise<void> {
  const film = await tx
    .selectFrom("attachments")
    .select("recording_id")
    .where("document_id", "=", documentId)
    .where("recording_id", "is not", null)
    .executeTakeFirst();
  if (film) throw replacedWithRecording();
}

const outcomeOf = ({ document_id, picture_id }: { document_id: string | null; picture_id: string | null }) =>
  ({ documentId: document_id, pictureId: picture_id }) as Outcome;

/**
 * Makes of an upload that is whole what it was sent for. Asked again, it answers the same; a file that is refused for
 * what it is goes at once, one that met a fault of ours waits.
 * @throws `uploads.incomplete`, as `findUpload` and `takeIn`
 */
export async function finishUpload(
  intake: Intake,
  by: Doing,
  accountId: string,
  id: string,
  purpose: UploadPurpose,
  { signal, looked }: { signal?: AbortSignal; looked?: Looked } = {},
): Promise<Outcome> {
  const { db, storage } = intake;
  const upload = await db.read((tx) => findUpload(tx, accountId, id, by.now));
  if (upload.finished_at) return outcomeOf(upload);
  if (upload.received < upload.size) throw uploadIncomplete();
  const parts = await db.read((tx) => findParts(tx, id));
  const arriving = { fileName: upload.file_name, expectedSize: upload.size, sha256: upload.sha256, signal };
  const outcome = await takeIn(intake, by, bytesOf(storage, parts), arriving, purpose, {
    ...(looked && { looked }),
    also: async (tx, made) => {
      const finished = await tx
        .updateTable("uploads")
        .set({ finished_at: by.now, document_id: made.documentId, picture_id: made.pictureId })
        .where("id", "=", id)
        .where("finished_at", "is", null)
        .executeTakeFirst();
      // Somebody was quicker: what was made here is taken back with the transaction.
      if (finished.numUpdatedRows === 0n) throw uploadElsewhere();
      await tx.deleteFrom("upload_parts").where("upload_id", "=", id).execute();
    },
  }).catch(async (error: unknown) => {
    const now = await db.read((tx) => findUpload(tx, accountId, id, by.now));
    if (now.finished_at) return outcomeOf(now);
    if (isFinal(error)) await removeUpload(intake, accountId, id);
    throw error;
  });
  await removeParts(storage, parts);
  return outcome;
}

async function removeParts(storage: Storage, parts: readonly { storage_key: string }[]) {
  for (const { storage_key } of parts) await storage.delete(storage_key);
}

/**
 * Gives up an upload with all that arrived of it; what it has become stays.
 * @throws `uploads.not_found`
 */
export async function removeUpload({ db, storage }: Intake, accountId: string, id: string): Promise<void> {
  const parts = await db.write(async (tx) => {
    const own = await findParts(tx, id);
    const removed = await tx
      .deleteFrom("uploads")
      .where("id", "=", id)
      .where("account_id", "=", accountId)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) throw uploadNotFound();
    return own;
  });
  await removeParts(storage, parts);
}

/** Removes uploads that have waited for a day, with their parts. @returns how many */
export async function forgetUploads(db: TenantDb, storage: Storage, now: Date): Promise<number> {
  const { parts, count } = await db.write(async (tx) => {
    const expired = await tx.selectFrom("uploads").select("id").where("expires_at", "<=", now).forUpdate().execute();
    const ids = expired.map(({ id }) => id);
    if (ids.length === 0) return { parts: [], count: 0 };
    const own = await tx.selectFrom("upload_parts").select("storage_key").where("upload_id", "in", ids).execute();
    await tx.deleteFrom("uploads").where("id", "in", ids).execute();
    return { parts: own, count: ids.length };
  });
  await removeParts(storage, parts);
  return count;
}
