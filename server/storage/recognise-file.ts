import { extname } from "node:path";
import { fileTypeFromBuffer } from "file-type";
import { inspectArchive, macroEnding } from "./archive.ts";
import { fileDamaged, fileEncrypted, macroDocument, typeMismatch, typeNotAllowed } from "./errors.ts";
import { type FileKind, fileKinds } from "./file-kinds.shared.ts";
import { checkPicture } from "./picture.ts";
import type { Spool } from "./spool.ts";
import { charsetOf, looksLikeMarkup } from "./text.ts";

export interface Recognised {
  /** With its charset for texts: `text/csv; charset=utf-8`. */
  mediaType: string;
  /** Without the dot: `pdf`. */
  extension: string;
}

const headSize = 64 * 1024;
/** Readers find a PDF's beginning within its first kilobyte; its end may have an archive's padding behind it. */
const pdfHead = 1024;
const pdfTail = 8 * 1024;

/** What office programs put a document into when it gets a password, and what they wrote before 2007. */
const compoundFile = "application/x-cfb";
const pdf = "application/pdf";
const encryptedPackage = Buffer.from("EncryptedPackage", "utf16le");

/** Two letters begin these, and a text may begin with the same two. */
const saidByTwoLetters = new Set(["bmp", "exe"]);

const kindByEnding = new Map(fileKinds.flatMap((kind) => kind.endings.map((ending) => [ending, kind] as const)));
const kindByMediaType = new Map(fileKinds.map((kind) => [kind.mediaType, kind]));
const archiveEndings = new Set(["docx", "xlsx", "pptx", "odt", "ods", "zip"]);
/** A moving PNG is a PNG. */
const sameAs = new Map([["image/apng", "image/png"]]);
const isText = (kind: FileKind) => kind.mediaType.startsWith("text/");

/** A name that can stand in a sentence: nothing in it that is not seen or turns the direction of writing. */
const readableName = (fileName: string) =>
  fileName
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim()
    .slice(-200);

async function holds(spool: Spool, wanted: Buffer): Promise<boolean> {
  let before = Buffer.alloc(0);
  for await (const piece of spool.read()) {
    const joined = Buffer.concat([before, piece]);
    if (joined.includes(wanted)) return true;
    before = joined.subarray(-wanted.byteLength);
  }
  return false;
}

function checkPdf(head: Buffer, tail: Buffer, name: string): void {
  if (!head.subarray(0, pdfHead).includes("%PDF-") || !tail.includes("startxref")) throw fileDamaged(name);
}

/**
 * Says what a file is by its content and refuses it when that is not allowed or not what its name's ending says. A name
 * without an ending says nothing.
 * @param fileName as the person gave it; never used as a path.
 * @param size in bytes, of everything in the spool.
 * @throws `files.type_not_allowed`, `files.type_mismatch`, `files.macro_document`, `files.encrypted`, `files.damaged`
 *   and an archive's own (see `archive.ts`).
 */
export async function recogniseFile(
  spool: Spool,
  size: number,
  fileName: string,
  signal?: AbortSignal,
): Promise<Recognised> {
  const name = readableName(fileName);
  const ending = extname(name).slice(1).toLowerCase();
  if (macroEnding.test(`.${ending}`)) throw macroDocument(name);
  const claimed = ending === "" ? null : kindByEnding.get(ending);
  if (claimed === undefined) throw typeNotAllowed(name, ending.toUpperCase());

  const head = await spool.part(0, headSize);
  const guess = await fileTypeFromBuffer(head);
  const markup = looksLikeMarkup(head);
  const refused = (found = markup ? "HTML/XML" : (guess?.ext.toUpperCase() ?? "?")) =>
    claimed ? typeMismatch(name, found) : typeNotAllowed(name, found);

  if (guess && macroEnding.test(`.${guess.ext}`)) throw macroDocument(name);
  if (guess?.mime === compoundFile && claimed && archiveEndings.has(ending) && (await holds(spool, encryptedPackage))) {
    throw fileEncrypted(name);
  }

  const kind = await byContent();
  if (!kind) throw refused();
  if (claimed && kind !== claimed) throw refused(kind.endings[0].toUpperCase());
  const [extension] = kind.endings;
  if (kind.mediaType.startsWith("image/")) await checkPicture(spool, name);
  if (!isText(kind)) return { mediaType: kind.mediaType, extension };
  const charset = await charsetOf(spool.read());
  if (!charset) throw refused();
  return { mediaType: `${kind.mediaType}; charset=${charset}`, extension };

  async function byContent(): Promise<FileKind | null | undefined> {
    if (guess && archiveEndings.has(guess.ext)) {
      if (claimed && !archiveEndings.has(ending)) return null;
      const inside = await inspectArchive(spool.handle, size, name, signal);
      return inside === null ? null : kindByEnding.get(inside);
    }
    if (claimed && isText(claimed)) return markup || (guess && !saidByTwoLetters.has(guess.ext)) ? null : claimed;
    const isPdf = guess ? guess.mime === pdf : !markup && head.subarray(0, pdfHead).includes("%PDF-");
    if (isPdf) {
      checkPdf(head, await spool.part(Math.max(0, size - pdfTail), pdfTail), name);
      return kindByMediaType.get(pdf);
    }
    if (guess) return kindByMediaType.get(sameAs.get(guess.mime) ?? guess.mime);
    return claimed || markup ? null : kindByEnding.get("txt");
  }
}
