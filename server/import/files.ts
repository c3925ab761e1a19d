import type { Doing } from "../features/audit/audit.service.ts";
import type { StoredFile } from "../features/documents/documents.service.ts";
import { type FileCheck, type Intake, takeInPaper } from "../features/uploads/take-in.ts";
import { AppError } from "../http/errors.ts";
import type { FileSource } from "./file-source.ts";
import {
  fileAmbiguous,
  fileMissing,
  fileNamesPersons,
  fileScanned,
  filesLeftOver,
  filesNotGiven,
} from "./import.errors.ts";
import type { TableRow } from "./read-table.ts";
import { type RowProblem, told } from "./row-problem.ts";

/** The files that come with a table, and where they go. */
export interface FilesGiven {
  source: FileSource;
  intake: Intake;
}

/** A file that lies in the storage, with what was found in it. */
export interface TakenFile extends StoredFile {
  check: FileCheck;
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
  files: ReadonlyMap<string, TakenFile>;
  problems: RowProblem[];
  notes: RowProblem[];
}

interface Asked {
  line: number;
  column: string;
  /** As it stands in the cell. */
  name: string;
}

/** What somebody should look at before the file is published. */
function warningsOf({ check: { text } }: TakenFile, { line, column, name }: Asked): RowProblem[] {
  const isScanned = text.state === "none" || text.state === "partly";
  return [
    ...(text.found > 0 ? [told(line, column, fileNamesPersons(name, text.found))] : []),
    ...(isScanned ? [told(line, column, fileScanned(name))] : []),
  ];
}

/**
 * Reads the files that rows name: each is taken in as every paper is, and kept only when `keep` says so. What lacks, what
 * is refused, what is to be looked at and what nobody names is told.
 */
export async function takeFiles(
  by: Doing,
  columns: readonly string[],
  rows: readonly TableRow[],
  given: FilesGiven | undefined,
  keep: boolean,
): Promise<Taken> {
  const asked: Asked[] = rows.flatMap(({ line, cells }) =>
    columns.flatMap((column) => namesIn(cells[column]).map((name) => ({ line, column, name }))),
  );
  const files = new Map<string, TakenFile>();
  const problems: RowProblem[] = [];
  const notes: RowProblem[] = [];
  if (!given) {
    const [first] = asked;
    if (first) problems.push(told(first.line, first.column, filesNotGiven(asked.length)));
    return { files, problems, notes };
  }
  const { source } = given;
  const find = finder(source.names);
  const read = new Map<string, Promise<TakenFile | AppError>>();
  const queue = [...asked];
  const work = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      const path = find(one.name);
      if (path instanceof AppError) {
        problems.push(told(one.line, one.column, path));
        continue;
      }
      const reading = read.get(path) ?? take(given, by, path, keep);
      read.set(path, reading);
      const file = await reading;
      if (file instanceof AppError) problems.push(told(one.line, one.column, file));
      else {
        if (!files.has(one.name)) notes.push(...warningsOf(file, one));
        files.set(one.name, file);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const leftOver = source.names.filter((name) => !read.has(name));
  notes.sort((one, other) => one.line - other.line);
  if (leftOver.length > 0) notes.unshift(told(1, null, filesLeftOver(leftOver.length, leftOver.slice(0, mostTold))));
  return { files, problems, notes };
}

async function take({ source, intake }: FilesGiven, by: Doing, path: string, keep: boolean) {
  try {
    const body = await source.open(path);
    const { file, check } = await takeInPaper(intake, by, body, { fileName: baseOf(path) }, keep);
    return { ...file, check };
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return error;
    throw error;
  }
}
