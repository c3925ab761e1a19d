import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { phrases } from "../../http/phrases.ts";
import { wallTime } from "../../local-time.ts";
import type { Locale } from "../../locale.shared.ts";
import { folderName, folderNumber, onceEach } from "./archive-names.ts";
import { type ListedFile, type PackageFacts, packageContents } from "./package-contents.ts";
import type { MeetingPackage, PackagedFile } from "./packages.queries.ts";

/** One file of a package: a stored one by its content, or a text that is made for it. */
export interface ArchivedFile {
  name: string;
  sha256: string;
  size: number;
  crc32: number;
  writtenAt: Temporal.PlainDateTime;
  text: Buffer | null;
}

/** Checked by `sha256sum -c` on every Unix, and by name in every language. */
const manifestName = "manifest-sha256.txt";

const inFolder = (folder: string, files: readonly PackagedFile[], unique: (name: string) => string): ListedFile[] =>
  files.map((file) => ({ ...file, name: unique(`${folder}/${file.file_name}`) }));

/**
 * What stands in a meeting's package, in its order: what it holds, the meeting's own papers, a folder for each item of the
 * agenda, and the SHA-256 of all of them. The same meeting gives the same bytes.
 */
export function packageFiles(pack: MeetingPackage, locale: Locale, facts: PackageFacts): ArchivedFile[] {
  const t = phrases(locale, "packages");
  const unique = onceEach();
  const highest = Math.max(0, ...pack.items.map(({ path }) => path[0]!));
  const ofMeeting = inFolder(t("meeting_folder"), pack.files, unique);
  const items = pack.items.map((item) => ({
    ...item,
    files: inFolder(
      folderName(folderNumber(item.path, highest), item.title[locale] || item.title.sq),
      item.files,
      unique,
    ),
  }));
  const writtenAt = wallTime(pack.meeting.updated_at);
  const written = (name: string, content: string): ArchivedFile => {
    const text = Buffer.from(content);
    const sha256 = createHash("sha256").update(text).digest("hex");
    return { name, sha256, size: text.length, crc32: crc32(text), writtenAt, text };
  };
  const contents = packageContents({ ...pack, files: ofMeeting, items }, locale, { ...facts, manifestName });
  const files = [
    written(t("contents_file"), contents),
    ...[...ofMeeting, ...items.flatMap((item) => item.files)].map(
      (file): ArchivedFile => ({
        name: file.name,
        sha256: file.sha256,
        size: file.size,
        crc32: file.crc32,
        writtenAt: wallTime(file.uploaded_at),
        text: null,
      }),
    ),
  ];
  const manifest = files.map(({ sha256, name }) => `${sha256}  ${name}\n`).join("");
  return [...files, written(manifestName, manifest)];
}
