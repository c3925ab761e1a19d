import { parentPort, workerData } from "node:worker_threads";
import readWorkbook from "read-excel-file/universal";
import yauzl from "yauzl";
import { type Grid, type GridFault, mostRows } from "./grid.ts";
import type { WorkbookAnswer } from "./read-workbook.ts";

/** Of all parts together, unpacked, in bytes: a sheet of fifty thousand rows needs a third of it. */
const mostUnpacked = 128 * 1024 ** 2;
const mostParts = 2_000;
/** Further columns and sheets than a table of ours could have; a sheet may claim sixteen thousand of either. */
const mostColumns = 300;
const mostSheets = 50;

const bytes = workerData as Uint8Array;
const answer = (it: WorkbookAnswer) => parentPort!.postMessage(it);

/** A cell that came to an error, `#REF!`, or whose formula nobody has computed: the reader takes both as empty. */
const withoutValue =
  /<c\b(?=[^>]*\br="([A-Z]{1,3})(\d{1,7})")(?:[^>]*\bt="e"|[^>]*><f\b(?:[^>]*\/>|[^>]*>[^<]*<\/f>)<\/c>)/g;
/** A formula is no longer than this, so that none is cut in two unseen. */
const longestFormula = 10_000;

/** Cells without a value by column, the lines of each in their order. */
type Faults = Map<string, Set<number>>;
/** A column with so many is not right anywhere. */
const mostOfAColumn = 1_000;

function findFaults(text: string, faults: Faults) {
  for (const [, column, line] of text.matchAll(withoutValue)) {
    const lines = faults.get(column!) ?? new Set();
    faults.set(column!, lines);
    if (lines.size < mostOfAColumn) lines.add(Number(line));
  }
}

const workbookPart = "xl/workbook.xml";
const relationsPart = "xl/_rels/workbook.xml.rels";

interface Looked {
  /** What stands in the two parts above, by name. */
  texts: Map<string, string>;
  /** Of every sheet's part, by name. */
  faults: Map<string, Faults>;
}

/**
 * What the parts unpack to, as they are unpacked: a directory can lie, and ends there. Only what the directory names is read
 * later, since the reader goes by the directory too.
 * @returns `null` where it is too large
 */
async function look(): Promise<Looked | null> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes));
  if (zip.entryCount > mostParts) return null;
  const looked: Looked = { texts: new Map(), faults: new Map() };
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName } = entry;
    if (unpacked + entry.uncompressedSize > mostUnpacked) return null;
    const faults: Faults = new Map();
    const isSheet = fileName.startsWith("xl/worksheets/") && fileName.endsWith(".xml");
    const isKept = fileName === workbookPart || fileName === relationsPart;
    if (isSheet) looked.faults.set(fileName, faults);
    let text = "";
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      unpacked += piece.byteLength;
      if (unpacked > mostUnpacked) return null;
      if (!isSheet && !isKept) continue;
      text = (isKept ? text : text.slice(-longestFormula)) + piece.toString("latin1");
      if (isSheet) findFaults(text, faults);
    }
    if (isKept) looked.texts.set(fileName, text);
  }
  return looked;
}

const tags = (text: string, name: string) => text.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, "g")) ?? [];
const attributeOf = (tag: string, name: string) => new RegExp(`\\s(?:\\w+:)?${name}=["']([^"']*)["']`).exec(tag)?.[1];

/** The parts of the sheets, in the order of the workbook, which is the reader's too. */
function partsIn({ texts }: Looked): (string | undefined)[] {
  const targets = new Map(
    tags(texts.get(relationsPart) ?? "", "Relationship").map((tag) => [
      attributeOf(tag, "Id"),
      attributeOf(tag, "Target"),
    ]),
  );
  return tags(texts.get(workbookPart) ?? "", "sheet").map((tag) => {
    const target = targets.get(attributeOf(tag, "id"));
    return target?.startsWith("/") ? target.slice(1) : target && `xl/${target}`;
  });
}

const columnOf = (letters: string) => [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;

/** Of a sheet whose part is not known, those of all: a value is not lost unseen. */
function faultsOf(part: string | undefined, { faults }: Looked): GridFault[] {
  const own = faults.get(part ?? "");
  return (own ? [own] : [...faults.values()])
    .flatMap((columns) =>
      [...columns].flatMap(([letters, lines]) =>
        [...lines].map((line) => ({ line, column: columnOf(letters), cell: `${letters}${line}` })),
      ),
    )
    .toSorted((one, other) => one.line - other.line || one.column - other.column);
}

const minuteInMs = 60_000;

/** Before 1900 a date is a time of the day alone: `18:00`. A day has no time: `2026-03-05`. */
function written(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  // A fraction of a day is never exactly the minute that was meant.
  const [day, time] = new Date(Math.round(date.getTime() / minuteInMs) * minuteInMs).toISOString().split("T") as [
    string,
    string,
  ];
  const minute = time.slice(0, 5);
  if (day < "1900-01-02") return minute;
  return minute === "00:00" ? day : `${day} ${minute}`;
}

type Cell = string | number | boolean | Date | null | undefined;

function asText(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return written(cell);
  if (typeof cell === "boolean") return cell ? "1" : "0";
  return String(cell).trim();
}

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell === "");
const withoutEnd = (cells: string[]) => cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);

async function read(): Promise<WorkbookAnswer> {
  const looked = await look();
  if (!looked) return { refused: "too_large" };
  const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const found = (await readWorkbook(copy)) as unknown as { sheet: string; data: Cell[][] }[];
  if (found.length > mostSheets) return { refused: "too_large" };
  const sheets: Grid[] = [];
  const parts = partsIn(looked);
  for (const [at, { sheet, data }] of found.entries()) {
    const rows = data
      .map((cells, index) => ({ line: index + 1, cells: withoutEnd(cells.map(asText)) }))
      .filter(({ cells }) => !isEmpty(cells));
    if (rows.length > mostRows + 1) return { refused: "too_many_rows" };
    if (rows.some(({ cells }) => cells.length > mostColumns)) return { refused: "too_large" };
    sheets.push({ sheet, reading: null, rows, faults: faultsOf(parts[at], looked) });
  }
  return { sheets };
}

read().then(answer, () => answer({ refused: "damaged" }));
