import type { FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { fileTypeFromBuffer } from "file-type";
import yauzl from "yauzl";
import { AppError } from "../http/errors.ts";
import { archiveBomb, archiveNested, fileDamaged, fileEncrypted, macroDocument } from "./errors.ts";

/** Far above what a council's files need, far below what harms a reader's computer. Sizes in bytes. */
const limits = {
  entries: 10_000,
  directory: 8 * 1024 ** 2,
  /** Unpacked; an archive of large files may also be twice its own size. */
  unpacked: 1024 ** 3,
  /** Unpacked to packed: spreadsheets reach 60. What unpacks to less than `ratioFrom` may have any. */
  ratio: 200,
  ratioFrom: 32 * 1024 ** 2,
  /** Of the few parts that tell what a document is. */
  tellingPart: 1024 ** 2,
};

/** As much of a file's beginning as `file-type` asks for. */
const headSize = 4_100;

const contentTypes = "[content_types].xml";
const openDocumentType = "mimetype";
const openDocumentManifest = "meta-inf/manifest.xml";
const tellingParts = new Set([contentTypes, openDocumentType, openDocumentManifest]);

const openXmlMains = new Map([
  ["wordprocessingml.document.main+xml", "docx"],
  ["spreadsheetml.sheet.main+xml", "xlsx"],
  ["presentationml.presentation.main+xml", "pptx"],
]);
const openDocuments = new Map([
  ["application/vnd.oasis.opendocument.text", "odt"],
  ["application/vnd.oasis.opendocument.spreadsheet", "ods"],
]);

/** Endings of Word, Excel and PowerPoint files that are made to carry macros. */
export const macroEnding = /\.(doc|dot|xls|xlt|xla|ppt|pot|pps|ppa|sld)m$/i;
const macroContentType = /macroenabled|vbaproject|macrosheet/i;
const officeEnding = /\.(docx|xlsx|pptx|odt|ods|odp|odg)$/;
const archiveTypes = new Set(
  "zip gz tar tar.gz bz2 xz 7z rar lz lz4 lzh zst Z arj ace cab cpio ar jar apk xpi dmg".split(" "),
);

/** An OpenDocument library's index is there even when the library is empty; a module or script is a macro. */
function isMacro(name: string): boolean {
  const isModule = name.startsWith("basic/") && name.endsWith(".xml") && !/\/script-l[bc]\.xml$/.test(name);
  const isScript = name.startsWith("scripts/") && !name.endsWith("/");
  return isModule || isScript || /(^|\/)vbaproject\.bin$/.test(name) || macroEnding.test(name);
}

const nextEntrySignature = 0x02014b50;

/** Whether more entries follow the last one that the directory counts; some programs would read them. */
async function hidesEntries(zip: yauzl.ZipFile, file: FileHandle): Promise<boolean> {
  const end = zip.readEntryCursor as unknown as number;
  const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, end);
  return bytesRead === 4 && buffer.readUInt32LE(0) === nextEntrySignature;
}

/** Several entries that unpack the same bytes make a small archive endless. */
async function overlaps(zip: yauzl.ZipFile, entries: yauzl.Entry[]): Promise<boolean> {
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (entry.relativeOffsetOfLocalHeader < end) return true;
    const header = await zip.readLocalFileHeaderPromise(entry);
    if (!header.fileName.equals(entry.fileNameRaw)) throw new Error("An entry has two names");
    end = header.fileDataStart + entry.compressedSize;
  }
  return false;
}

/** A name in an archive that looks like this one's own; documents may not have a part twice. */
const hasTwins = (names: string[]) => new Set(names).size < names.length;

function openXmlEnding(types: string): string | null {
  // Entities and declarations could spell a macro's type so that only the office program reads it.
  if (/&#|<!/.test(types)) throw new Error("Content types that hide themselves");
  const mains = [...openXmlMains].filter(([main]) => types.includes(`/vnd.openxmlformats-officedocument.${main}"`));
  return mains.length === 1 ? mains[0]![1] : null;
}

/**
 * Looks into a ZIP, entry by entry and never whole in memory: first at the directory alone, which tells most bombs, then
 * at what each entry unpacks to, since a directory can lie. Unpacking ends where the directory's word ends.
 * @param name the file's name, for the sentence that refuses it.
 * @returns the ending of what it is: `docx`, `xlsx`, `pptx`, `odt`, `ods` or `zip`; `null` for any other document.
 * @throws `files.archive_bomb`, `files.archive_nested`, `files.macro_document`, `files.encrypted`, `files.damaged`
 */
export async function inspectArchive(
  file: FileHandle,
  size: number,
  name: string,
  signal?: AbortSignal,
): Promise<string | null> {
  try {
    return await inspect(file, size, name, signal);
  } catch (error) {
    if (error instanceof AppError || signal?.aborted) throw error;
    throw /encryption/.test(String(error)) ? fileEncrypted(name) : fileDamaged(name, error);
  }
}

async function inspect(file: FileHandle, size: number, name: string, signal?: AbortSignal): Promise<string | null> {
  // Left open: closing it would close the caller's file.
  const zip = await yauzl.fromFdPromise(file.fd, { autoClose: false, validateEntrySizes: false });
  if (zip.entryCount > limits.entries) throw archiveBomb(name);

  const entries: yauzl.Entry[] = [];
  let directory = 0;
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    directory += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    unpacked += entry.uncompressedSize;
    if (directory > limits.directory || unpacked > Math.max(limits.unpacked, 2 * size)) throw archiveBomb(name);
    if (entry.isEncrypted()) throw fileEncrypted(name);
  }
  if (unpacked > limits.ratioFrom && unpacked / size > limits.ratio) throw archiveBomb(name);
  if (await hidesEntries(zip, file)) throw archiveBomb(name);

  const names = entries.map((entry) => entry.fileName.toLowerCase());
  const isOpenXml = names.includes(contentTypes);
  const isOpenDocument = names.includes(openDocumentType);
  const isDocument = isOpenXml || isOpenDocument;
  if (names.some(isMacro)) throw macroDocument(name);
  if (isDocument && hasTwins(names)) throw new Error("A part is there twice");
  if (await overlaps(zip, entries)) throw archiveBomb(name);

  const parts = new Map<string, string>();
  for (const [at, entry] of entries.entries()) {
    const part = names[at]!;
    const telling = isDocument && tellingParts.has(part);
    const beginning = await unpack(zip, entry, telling ? limits.tellingPart : headSize);
    if (telling && beginning.byteLength < entry.uncompressedSize) throw new Error("A part is too long to be read");
    if (telling) parts.set(part, beginning.toString("utf8"));
    if (!isDocument && !officeEnding.test(part)) {
      const found = await fileTypeFromBuffer(beginning);
      if (found && archiveTypes.has(found.ext)) throw archiveNested(name);
    }
  }

  if (isOpenXml) {
    const types = parts.get(contentTypes)!;
    if (macroContentType.test(types)) throw macroDocument(name);
    return openXmlEnding(types);
  }
  if (isOpenDocument) {
    if (/encryption-data|encrypted-package/.test(parts.get(openDocumentManifest) ?? "")) throw fileEncrypted(name);
    return openDocuments.get(parts.get(openDocumentType)!.trim()) ?? null;
  }
  return "zip";

  /** Reads an entry to its end and gives its first `keep` bytes. */
  async function unpack(archive: yauzl.ZipFile, entry: yauzl.Entry, keep: number): Promise<Buffer> {
    const beginning: Buffer[] = [];
    let kept = 0;
    let length = 0;
    let checksum = 0;
    for await (const chunk of (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      length += chunk.byteLength;
      if (length > entry.uncompressedSize) throw archiveBomb(name);
      checksum = crc32(chunk, checksum);
      if (kept < keep) {
        beginning.push(chunk.subarray(0, keep - kept));
        kept += Math.min(chunk.byteLength, keep - kept);
      }
    }
    if (length !== entry.uncompressedSize || checksum !== entry.crc32) throw new Error("An entry is damaged");
    return Buffer.concat(beginning);
  }
}
