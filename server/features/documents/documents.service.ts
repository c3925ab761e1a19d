import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantDb, TenantId, TenantTx } from "../../db/tenant-db.ts";
import type { ContentArea } from "../../http/scope.ts";
import { parsed } from "../../http/validated.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type FileFacts, type ReceiveOptions, storeFile } from "../../storage/receive-file.ts";
import type { Storage } from "../../storage/storage.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { askForTexts } from "../document-texts/document-texts.service.ts";
import {
  documentCarried,
  documentNotFound,
  newestStays,
  publicVersionExists,
  redactFirst,
} from "./documents.errors.ts";
import { DocumentDescription } from "./documents.schema.ts";
import { fileNameOf } from "./file-name.ts";

/** Where a council's uploads go. */
export interface FileShelf extends Pick<ReceiveOptions, "spoolDir" | "maximumBytes"> {
  storage: Storage;
  tenantId: TenantId;
}

/** A file that lies in the storage already. */
export type StoredFile = Pick<FileFacts, "sha256" | "crc32" | "size" | "mediaType" | "extension">;

export interface NewDocument {
  /** What of it is a guess that nobody has confirmed. */
  guessed?: readonly ("title" | "language")[];
  title: LocalizedText;
  language: "sq" | "en" | "mul";
  /** As the person called it. */
  fileName: string;
  /** An internal original is never given to the public; a redacted version may join it. */
  visibility?: "public" | "internal";
}

/** Notes a stored file; the same content is one row however often it is used. */
export async function keepFile(
  tx: TenantTx,
  { now }: Doing,
  { sha256, crc32, size, mediaType, extension }: StoredFile,
) {
  await tx
    .insertInto("files")
    .values({ sha256, crc32, size, media_type: mediaType, extension, stored_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function addVersion(
  tx: TenantTx,
  by: Doing,
  version: { documentId: string; version: number; visibility: "public" | "internal"; fileName: string },
  file: StoredFile,
) {
  await keepFile(tx, by, file);
  const fileName = fileNameOf(version.fileName, file.extension);
  await tx
    .insertInto("document_versions")
    .values({
      document_id: version.documentId,
      version: version.version,
      visibility: version.visibility,
      sha256: file.sha256,
      file_name: fileName,
      uploaded_at: by.now,
    })
    .execute();
  if (version.visibility === "public") await askForTexts(tx);
  return { version: version.version, visibility: version.visibility, sha256: file.sha256, fileName };
}

/** A document of one stored file. Nobody but the workspace has it until something that carries it is published. */
export async function addDocument(tx: TenantTx, by: Doing, file: StoredFile, given: NewDocument): Promise<string> {
  const { title, language, fileName, visibility = "public", guessed = [] } = given;
  const { id } = await tx
    .insertInto("documents")
    .values({ title: json(title), language, public_from: null, created_at: by.now, guessed: [...guessed] })
    .returning("id")
    .executeTakeFirstOrThrow();
  const added = await addVersion(tx, by, { documentId: id, version: 1, visibility, fileName }, file);
  await recordChange(tx, by, "document.added", "document", id, null, { title, language, ...added });
  return id;
}

/**
 * Receives a stream, checks it by its content, stores it and makes a document of it. The stream is read before the
 * transaction begins, so that a slow sender holds no connection; what fails later leaves at most an object that no row
 * names.
 * @throws as `storeFile`
 */
export async function storeDocument(
  { storage, tenantId, spoolDir, maximumBytes }: FileShelf,
  db: TenantDb,
  by: Doing,
  body: AsyncIterable<Uint8Array>,
  given: NewDocument & Pick<ReceiveOptions, "expectedSize" | "signal">,
): Promise<{ id: string; file: StoredFile }> {
  const { fileName, expectedSize, signal } = given;
  const file = await storeFile(storage, tenantId, body, { spoolDir, maximumBytes, fileName, expectedSize, signal });
  const id = await db.write((tx) => addDocument(tx, by, file, given));
  return { id, file };
}

/** Whether the public has a document, or will by itself. */
export async function isReleased(tx: TenantTx, id: string): Promise<boolean> {
  const found = await tx.selectFrom("documents").where("id", "=", id).select("public_from").executeTakeFirst();
  return Boolean(found?.public_from);
}

/** The document, held so that two who change it at once come one after the other. */
async function lockDocument(tx: TenantTx, id: string) {
  const document = await tx
    .selectFrom("documents")
    .where("id", "=", id)
    .select(["id", "public_from"])
    .forUpdate()
    .executeTakeFirst();
  if (!document) throw documentNotFound();
  const versions = await tx
    .selectFrom("document_versions")
    .where("document_id", "=", id)
    .orderBy("version", "desc")
    .select(["version", "visibility", "sha256", "file_name as fileName"])
    .execute();
  return { isReleased: document.public_from !== null, versions };
}

/** Readers of whatever carries the document must see the change. */
async function raiseCarriers(tx: TenantTx, id: string) {
  const carriers = await tx
    .selectFrom("documents as d")
    .leftJoin("publication_documents as b", "b.document_id", "d.id")
    .leftJoin("page_documents as p", "p.document_id", "d.id")
    .leftJoin("attachments as a", "a.document_id", "d.id")
    .where("d.id", "=", id)
    .select(["b.publication_id", "p.page_id"])
    .select(["a.meeting_id", "a.agenda_item_id", "a.draft_act_id", "a.act_id", "a.person_id", "a.election_id"])
    .select("a.recording_id")
    .executeTakeFirstOrThrow();
  const areas: ContentArea[] = [];
  if (carriers.publication_id) areas.push("publications");
  if (carriers.page_id) areas.push("pages");
  if (carriers.meeting_id ?? carriers.agenda_item_id ?? carriers.recording_id) areas.push("meetings");
  // The papers of a draft act also stand in the packages of the meetings that discuss it.
  if (carriers.draft_act_id) areas.push("drafts", "meetings");
  if (carriers.act_id) areas.push("acts");
  if (carriers.person_id) areas.push("people");
  if (carriers.election_id) areas.push("elections");
  await raiseVersion(tx, ...areas);
}

/** Whether the document is the text of an act that names persons, draft or public. */
async function isOfNamedPersons(tx: TenantTx, id: string): Promise<boolean> {
  const found = await tx
    .selectFrom("attachments as a")
    .innerJoin("acts", "acts.id", "a.act_id")
    .where("a.document_id", "=", id)
    .where("a.role", "in", ["text", "signed"])
    .where("acts.names_persons", "=", true)
    .select("a.document_id")
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Puts a newer file in the place of a document's; the earlier ones stay readable as versions.
 * @returns the number of the new version
 * @throws `documents.not_found`; `documents.redact_first` where the act names persons: there the newer original comes in
 * as internal, and its redacted version beside it (`attachPublicVersion`)
 */
export async function replaceDocument(
  tx: TenantTx,
  by: Doing,
  id: string,
  file: StoredFile,
  { fileName, visibility = "public" }: Pick<NewDocument, "fileName" | "visibility">,
): Promise<number> {
  const { isReleased, versions } = await lockDocument(tx, id);
  if (visibility === "public" && (await isOfNamedPersons(tx, id))) throw redactFirst();
  const version = versions[0]!.version + 1;
  const added = await addVersion(tx, by, { documentId: id, version, visibility, fileName }, file);
  if (isReleased) await raiseCarriers(tx, id);
  await recordChange(tx, by, "document.replaced", "document", id, versions[0]!, added);
  return version;
}

/**
 * Sets a public, redacted file beside the original of the newest version. While the public has not had the document, its
 * original becomes internal by that, and so does every earlier version that stands alone.
 * @throws `documents.public_version_exists` when the public has that version already
 */
export async function attachPublicVersion(
  tx: TenantTx,
  by: Doing,
  id: string,
  file: StoredFile,
  { fileName }: Pick<NewDocument, "fileName">,
): Promise<void> {
  const { isReleased, versions } = await lockDocument(tx, id);
  const [newest] = versions;
  const { version } = newest!;
  const ofVersion = (number: number) => versions.filter((one) => one.version === number);
  // What readers have never had becomes the original that they are not to have.
  if (!isReleased && ofVersion(version).every(({ visibility }) => visibility === "public")) {
    const hidden = versions.map((one) => one.version).filter((number) => ofVersion(number).length === 1);
    await tx
      .updateTable("document_versions")
      .set({ visibility: "internal" })
      .where("document_id", "=", id)
      .where("version", "in", hidden)
      .execute();
  } else if (ofVersion(version).some(({ visibility }) => visibility === "public")) throw publicVersionExists();
  const added = await addVersion(tx, by, { documentId: id, version, visibility: "public", fileName }, file);
  if (isReleased) await raiseCarriers(tx, id);
  await recordChange(tx, by, "document.public_version_added", "document", id, newest!, added);
}

/**
 * Takes an earlier version from the public: it stays with the secretariat. Of one whose original stands beside it, that
 * alone stays.
 * @throws `documents.not_found`; `documents.newest_stays`: that one goes with what carries it, or a newer takes its place
 */
export async function takeVersionFromPublic(tx: TenantTx, by: Doing, id: string, version: number): Promise<void> {
  const { isReleased, versions } = await lockDocument(tx, id);
  const read = versions.filter(({ visibility }) => visibility === "public");
  const taken = read.find((one) => one.version === version);
  if (!taken) throw documentNotFound();
  if (taken === read[0]) throw newestStays();
  const isCopy = versions.some((one) => one.version === version && one.visibility === "internal");
  const ofVersion = { document_id: id, version, visibility: "public" as const };
  if (isCopy)
    await tx
      .deleteFrom("document_versions")
      .where((eb) => eb.and(ofVersion))
      .execute();
  else
    await tx
      .updateTable("document_versions")
      .set({ visibility: "internal" })
      .where((eb) => eb.and(ofVersion))
      .execute();
  if (isReleased) await raiseCarriers(tx, id);
  await recordChange(tx, by, "document.version_taken", "document", id, taken, null);
}

/**
 * Says anew what a document is called and in which language it is; a guess is confirmed by it.
 * @throws {InvalidInput} `documents.not_found`
 */
export async function describeDocument(tx: TenantTx, by: Doing, id: string, given: DocumentDescription): Promise<void> {
  const { title, language } = parsed(DocumentDescription, given);
  const { isReleased } = await lockDocument(tx, id);
  const before = await tx
    .selectFrom("documents")
    .where("id", "=", id)
    .select(["title", "language"])
    .executeTakeFirstOrThrow();
  await tx
    .updateTable("documents")
    .set({ title: json(title), language, guessed: [] })
    .where("id", "=", id)
    .execute();
  if (isReleased) await raiseCarriers(tx, id);
  await recordChange(tx, by, "document.described", "document", id, before, { title, language });
}

/**
 * Removes a document that nothing carries; one that was public stays, since addresses of it were given out.
 * @throws `documents.not_found`, `documents.carried`
 */
export async function removeDocument(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const { versions } = await lockDocument(tx, id);
  if (!(await areFree(tx, [id]))) throw documentCarried();
  await tx.deleteFrom("documents").where("id", "=", id).execute();
  await recordChange(tx, by, "document.removed", "document", id, versions[0]!, null);
}

/** From when the public may have these documents; `null` takes them back. They follow what carries them. */
export async function releaseDocuments(tx: TenantTx, ids: readonly string[], from: Date | null): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable("documents").set({ public_from: from }).where("id", "in", ids).execute();
}

/**
 * Whether these documents are the council's and nothing carries them yet. A document follows one thing only: were it
 * carried by two, withdrawing one would take it from the other's readers.
 */
export async function areFree(tx: TenantTx, ids: readonly string[]): Promise<boolean> {
  const free = await tx
    .selectFrom("documents as d")
    .leftJoin("publication_documents as b", "b.document_id", "d.id")
    .leftJoin("page_documents as p", "p.document_id", "d.id")
    .leftJoin("attachments as a", "a.document_id", "d.id")
    .where("d.id", "in", ids)
    .where("b.publication_id", "is", null)
    .where("p.page_id", "is", null)
    .where("a.document_id", "is", null)
    .select("d.id")
    .execute();
  return free.length === ids.length;
}
