import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, sep } from "node:path";
import yauzl from "yauzl";
import { archiveDamaged, tooManyFiles } from "./import.errors.ts";

/** Files that lie together, in a folder or an archive. */
export interface FileSource {
  /** Paths with `/`, as they are called there. */
  names: readonly string[];
  open(name: string): Promise<AsyncIterable<Uint8Array>>;
  close(): Promise<void>;
}

const mostFiles = 20_000;
/** What programs leave behind and no person put there. */
const litter = /(^|\/)(__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$)/i;
const isFile = (name: string) => !name.endsWith("/") && !litter.test(name);

/** The files below a folder. @throws `import.too_many_files` */
export async function openFolder(path: string): Promise<FileSource> {
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(path, sep).length).replaceAll(sep, "/"))
    .filter(isFile);
  if (names.length > mostFiles) throw tooManyFiles(mostFiles);
  return {
    names,
    open: async (name) => createReadStream(join(path, name)),
    close: async () => {},
  };
}

/**
 * The files of a ZIP archive, each unpacked when it is read and never further than the directory says. What one file may
 * have is its reader's to limit.
 * @throws `import.archive_damaged`, also for names that lead out of the archive and for encrypted files; `import.too_many_files`
 */
export async function openArchive(path: string): Promise<FileSource> {
  const damaged = (error: unknown): never => {
    throw archiveDamaged(error);
  };
  const zip = await yauzl.openPromise(path, { autoClose: false }).catch(damaged);
  const entries = new Map<string, yauzl.Entry>();
  try {
    if (zip.entryCount > mostFiles) throw tooManyFiles(mostFiles);
    for await (const entry of zip.eachEntry()) {
      if (!isFile(entry.fileName)) continue;
      if (entry.isEncrypted() || entries.has(entry.fileName)) throw archiveDamaged();
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    zip.close();
    throw error instanceof Error && error.name === "AppError" ? error : archiveDamaged(error);
  }
  return {
    names: [...entries.keys()],
    open: async (name) =>
      (await zip.openReadStreamPromise(entries.get(name)!).catch(damaged)) as AsyncIterable<Uint8Array>,
    close: async () => zip.close(),
  };
}
