import { parentPort, workerData } from "node:worker_threads";
import readWorkbook from "read-excel-file/universal";
import yauzl from "yauzl";
import { type Grid, mostRows } from "./grid.ts";
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
const withoutValue = /<c\b(?=[^>]*\br="(\w+)")(?:[^>]*\bt="e"|[^>]*><f\b(?:[^>]*\/>|[^>]*>[^<]*<\/f>)<\/c>)/;
/** A formula is no longer than this, so that none is cut in two unseen. */
const longestFormula = 10_000;

/**
 * What the parts unpack to, as they are unpacked: a directory can lie, and ends there. Only what the directory names is read
 * later, since the reader goes by the directory too.
 * @returns why the workbook is not read, or `null`
 */
async function findHarm(): Promise<WorkbookAnswer | null> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes));
  if (zip.entryCount > mostParts) return { refused: "too_large" };
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (unpacked + entry.uncompressedSize > mostUnpacked) return { refused: "too_large" };
    const isSheet = entry.fileName.startsWith("xl/worksheets/") && entry.fileName.endsWith(".xml");
    let text = "";
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      unpacked += piece.byteLength;
      if (unpacked > mostUnpacked) return { refused: "too_large" };
      if (!isSheet) continue;
      text = text.slice(-longestFormula) + piece.toString("latin1");
      const found = withoutValue.exec(text);
      if (found) return { refused: "without_value", cell: found[1]! };
    }
  }
  return null;
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
  const harm = await findHarm();
  if (harm) return harm;
  const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const found = (await readWorkbook(copy)) as unknown as { sheet: string; data: Cell[][] }[];
  if (found.length > mostSheets) return { refused: "too_large" };
  const sheets: Grid[] = [];
  for (const { sheet, data } of found) {
    const rows = data
      .map((cells, at) => ({ line: at + 1, cells: withoutEnd(cells.map(asText)) }))
      .filter(({ cells }) => !isEmpty(cells));
    if (rows.length > mostRows + 1) return { refused: "too_many_rows" };
    if (rows.some(({ cells }) => cells.length > mostColumns)) return { refused: "too_large" };
    sheets.push({ sheet, reading: null, rows });
  }
  return { sheets };
}

read().then(answer, () => answer({ refused: "damaged" }));
