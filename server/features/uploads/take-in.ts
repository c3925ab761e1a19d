import { json } from "../../db/columns.ts";
import type { TenantDb, TenantTx } from "../../db/tenant-db.ts";
import { virusFound } from "../../storage/errors.ts";
import { type ReceivedFile, type ReceiveOptions, receiveFile } from "../../storage/receive-file.ts";
import { fileKey } from "../../storage/storage.ts";
import type { VirusScanner } from "../../storage/virus-scanner.ts";
import { type UploadedPhoto, uploadPhoto } from "../albums/photos.service.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import type { FileShelf, StoredFile } from "../documents/documents.service.ts";
import { inspectText } from "../inspection/inspect-text.ts";
import type { TextCheck } from "../inspection/inspection.shared.ts";
import type { VirusCheck } from "../inspection/inspection.tables.ts";
import { readFilm } from "../recordings/read-film.ts";
import { notAVideo } from "../recordings/recordings.errors.ts";
import { largestOf } from "./upload-limits.shared.ts";
import { uploadChanged } from "./uploads.errors.ts";

/** Where a council's uploads go, and who looks into them for viruses. */
export interface Intake extends FileShelf {
  db: TenantDb;
  /** `null` where none is configured. */
  scanner: VirusScanner | null;
  /** Of the recording of a meeting, in bytes; as of other films where nothing is said. */
  largestRecording?: number;
}

/** Of what has no text. */
export const notRead: TextCheck = {
  ...{ state: "not_asked", reason: null, pages: null, pagesRead: null, language: null },
  ...{ findings: [], found: 0 },
};

export interface Arriving extends Pick<ReceiveOptions, "fileName" | "expectedSize" | "signal"> {
  /** As the sender computed it. */
  sha256?: string | null;
}

/** What was found in a file before it was taken in. */
export interface FileCheck {
  virus: VirusCheck;
  text: TextCheck;
}

/**
 * Refuses what changed on its way and what carries a virus, which the audit keeps with the virus' name.
 * @throws `uploads.changed`, `files.virus_found`, `files.virus_check_unavailable`
 */
async function checkSafety(intake: Intake, by: Doing, file: ReceivedFile, arriving: Arriving): Promise<VirusCheck> {
  if (arriving.sha256 && arriving.sha256 !== file.sha256) throw uploadChanged();
  if (!intake.scanner) return "not_configured";
  const verdict = await intake.scanner.scan(file.open(), arriving.signal);
  if (verdict.state !== "found") return verdict.state;
  const { sha256, size } = file;
  const refused = { fileName: arriving.fileName, virus: verdict.name, sha256, size };
  await intake.db.write((tx) =>
    recordChange(tx, by, "upload.virus_found", "upload", crypto.randomUUID(), null, refused),
  );
  throw virusFound(arriving.fileName, verdict.name);
}

/** Notes what was found in a stored file; its content is looked into once more when it comes again. */
export async function keepCheck(tx: TenantTx, by: Doing, sha256: string, { virus, text }: FileCheck): Promise<void> {
  const values = { virus, text: json(text), checked_at: by.now };
  await tx
    .insertInto("file_checks")
    .values({ sha256, ...values })
    .onConflict((conflict) => conflict.columns(["tenant_id", "sha256"] as never).doUpdateSet(values))
    .execute();
}

/**
 * Receives a paper, refuses what may not be kept, reads what it says of persons, and stores it. Before any transaction,
 * so that no connection waits for it.
 * @throws as `receiveFile` and `checkSafety`
 */
export async function takeInPaper(
  intake: Intake,
  by: Doing,
  body: AsyncIterable<Uint8Array>,
  arriving: Arriving,
  /** Otherwise it is only said what would become of it. */
  keep = true,
): Promise<{ file: StoredFile; check: FileCheck }> {
  const { storage, tenantId, spoolDir, maximumBytes } = intake;
  const { fileName, expectedSize, signal } = arriving;
  const received = await receiveFile(body, { fileName, expectedSize, signal, spoolDir, maximumBytes });
  try {
    const virus = await checkSafety(intake, by, received, arriving);
    const { sha256, crc32, size, mediaType, extension } = received;
    const text = await inspectText(received.fd, size, extension);
    if (keep) await storage.put(fileKey(tenantId, sha256), received.open(), { size, mediaType, signal });
    return { file: { sha256, crc32, size, mediaType, extension }, check: { virus, text } };
  } finally {
    await received.dispose();
  }
}

/**
 * Receives the recording of a meeting in the same way; what it is and how long, it says itself.
 * @returns with its length in seconds, `null` where it does not say
 * @throws as `receiveFile`, `checkSafety` and `readFilm`
 */
export async function takeInFilm(
  intake: Intake,
  by: Doing,
  body: AsyncIterable<Uint8Array>,
  arriving: Arriving,
): Promise<{ file: StoredFile; check: FileCheck; duration: number | null }> {
  const { storage, tenantId, spoolDir, largestRecording } = intake;
  const { fileName, expectedSize, signal } = arriving;
  const maximumBytes = largestOf(fileName, largestRecording);
  const received = await receiveFile(body, { fileName, expectedSize, signal, spoolDir, maximumBytes });
  try {
    const { sha256, crc32, size, mediaType, extension } = received;
    if (!mediaType.startsWith("video/")) throw notAVideo(fileName);
    const virus = await checkSafety(intake, by, received, arriving);
    const { duration } = await readFilm(received.fd, size, fileName);
    await storage.put(fileKey(tenantId, sha256), received.open(), { size, mediaType, signal });
    return { file: { sha256, crc32, size, mediaType, extension }, check: { virus, text: notRead }, duration };
  } finally {
    await received.dispose();
  }
}

/**
 * Receives a photo in the same way, and makes its sizes.
 * @throws as `uploadPhoto` and `checkSafety`
 */
export async function takeInPhoto(
  intake: Intake,
  by: Doing,
  body: AsyncIterable<Uint8Array>,
  arriving: Arriving,
): Promise<{ photo: UploadedPhoto; virus: VirusCheck }> {
  const { fileName, expectedSize, signal } = arriving;
  let virus: VirusCheck = "not_configured";
  const photo = await uploadPhoto(intake, body, { fileName, expectedSize, signal }, undefined, async (received) => {
    virus = await checkSafety(intake, by, received, arriving);
  });
  return { photo, virus };
}
