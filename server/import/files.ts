import type { FileShelf, StoredFile } from "../features/documents/documents.service.ts";
import { AppError } from "../http/errors.ts";
import { receiveFile } from "../storage/receive-file.ts";
import { fileKey } from "../storage/storage.ts";
import type { FileSource } from "./file-source.ts";
import { fileAmbiguous, fileMissing, filesLeftOver, filesNotGiven } from "./import.errors.ts";
import type { TableRow } from "./read-table.ts";
import { type RowProblem, told } from "./row-problem.ts";

/** The files that come with a table, and where they go. */
export interface FilesGiven {
  source: FileSource;
  shelf: FileShelf;
}

/** Several names stand in one cell behind semicolons. */
export const namesIn = (cell: string | undefined): string[] =>
  (cell ?? "")
    .split(";")
    .map((name) => name.trim())
    .filter(Boolean);

const baseOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);
/** Disks and archives write “ë” in two ways, and folders with two kinds of strokes. */
const written = (name: string) =>
  name
    .normalize("NFC")
    .replaceAll("\\", "/")
    .replace(/^\.?\//, "")
    .toLowerCase();

/** Which file a name means: the one at that path, else the only one that is called so in any folder. */
function finder(names: readonly string[]) {
  const byPath = new Map(names.map((name) => [written(name), name]));
  const byBase = Map.groupBy(names, (name) => written(baseOf(name)));
  return (asked: string): string | AppError => {
    const there = byPath.get(written(asked));
    if (there) return there;
    const called = byBase.get(written(baseOf(asked))) ?? [];
    if (called.length === 1) return called[0]!;
    return called.length > 1 ? fileAmbiguous(asked) : fileMissing(asked);
  };
}

/** At most so many names of files that nobody asked for are told. */
const mostTold = 20;
/** Files that are read side by side. */
const atOnce = 4;

interface Taken {
  files: ReadonlyMap<string, StoredFile>;
  problems: RowProblem[];
  notes: RowProblem[];
}

interface Asked {
  line: number;
  column: string;
  /** As it stands in the cell. */
  name: string;
}

/**
 * Reads the files that rows name: each is checked by its content, counted and hashed, and kept only when `keep` says so.
 * What lacks, what is refused and what nobody names is told.
 */
export async function takeFiles(
  columns: readonly string[],
  rows: readonly TableRow[],
  given: FilesGiven | undefined,
  keep: boolean,
): Promise<Taken> {
  const asked: Asked[] = rows.flatMap(({ line, cells }) =>
    columns.flatMap((column) => namesIn(cells[column]).map((name) => ({ line, column, name }))),
  );
  const files = new Map<string, StoredFile>();
  const problems: RowProblem[] = [];
  if (!given) {
    const [first] = asked;
    if (first) problems.push(told(first.line, first.column, filesNotGiven(asked.length)));
    return { files, problems, notes: [] };
  }
  const { source } = given;
  const find = finder(source.names);
  const read = new Map<string, Promise<StoredFile | AppError>>();
  const queue = [...asked];
  const work = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      const path = find(one.name);
      if (path instanceof AppError) {
        problems.push(told(one.line, one.column, path));
        continue;
      }
      const reading = read.get(path) ?? take(given, path, keep);
      read.set(path, reading);
      const file = await reading;
      if (file instanceof AppError) problems.push(told(one.line, one.column, file));
      else files.set(one.name, file);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const leftOver = source.names.filter((name) => !read.has(name));
  const notes = leftOver.length > 0 ? [told(1, null, filesLeftOver(leftOver.length, leftOver.slice(0, mostTold)))] : [];
  return { files, problems, notes };
}

async function take({ source, shelf }: FilesGiven, path: string, keep: boolean): Promise<StoredFile | AppError> {
  const { storage, tenantId, spoolDir, maximumBytes } = shelf;
  try {
    const received = await receiveFile(await source.open(path), { spoolDir, maximumBytes, fileName: baseOf(path) });
    const { open, dispose, ...file } = received;
    try {
      const { size, mediaType } = file;
      if (keep) await storage.put(fileKey(tenantId, file.sha256), open(), { size, mediaType });
      return file;
    } finally {
      await dispose();
    }
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return error;
    throw error;
  }
}
