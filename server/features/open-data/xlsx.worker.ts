import { parentPort, workerData } from "node:worker_threads";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { zone } from "../../local-time.ts";
import type { WorkbookPlan, XlsxCell } from "./as-xlsx.ts";

const { sheets, columns, about, telling } = workerData as WorkbookPlan;
const port = parentPort!;

/** The most characters that a cell may hold; a file with more is refused as damaged. */
const longestText = 32_767;
/** Widths in characters. */
const narrowest = 9;
const widest = 60;

const formats = { date: "dd.mm.yyyy", instant: "dd.mm.yyyy hh:mm", money: "#,##0", integer: "0" } as const;

/** A spreadsheet has no time zones: an instant stands there as the clock in Tirana showed it. */
function asClockShowed(instant: string): Date {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return new Date(local.toZonedDateTime("UTC").epochMilliseconds);
}

/** The library finds repeated texts by name in a plain object, where these names mean something else. */
const takenNames = new Set(Object.getOwnPropertyNames(Object.prototype));
function asText(text: string): string {
  const short = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return takenNames.has(short) ? `${short} ` : short;
}

function typed(value: XlsxCell, kind: (typeof columns)[number]["kind"]) {
  if (value === null || value === "") return null;
  if (kind === "date") return { value: new Date(`${value}T00:00:00Z`), type: Date, format: formats.date };
  if (kind === "instant") return { value: asClockShowed(String(value)), type: Date, format: formats.instant };
  if (typeof value === "number")
    return { value, type: Number, ...(kind in formats && { format: formats[kind as "money"] }) };
  if (typeof value === "boolean") return { value, type: Boolean };
  return { value: asText(value), type: String };
}

const heading = (value: string) => ({
  value,
  type: String,
  fontWeight: "bold" as const,
  backgroundColor: "#ECEAE2",
  bottomBorderStyle: "thin" as const,
  alignVertical: "top" as const,
  wrap: true,
});

const rows: SheetData = [columns.map(({ label }) => heading(label))];
const widths = columns.map(({ label }) => Math.min(label.length + 2, 24));

port.on("message", async (batch: XlsxCell[][] | null) => {
  if (batch) {
    for (const cells of batch) {
      rows.push(cells.map((cell, at) => typed(cell, columns[at]!.kind)));
      cells.forEach((cell, at) => {
        if (cell !== null) widths[at] = Math.max(widths[at]!, String(cell).length + 2);
      });
    }
    port.postMessage("taken");
    return;
  }
  const sheet = {
    data: rows,
    sheet: sheets.rows,
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width: Math.min(Math.max(width, narrowest), widest) })),
  };
  const explanation = {
    data: [
      ...about.map(([name, value]) => [
        { value: name, type: String, fontWeight: "bold" as const, alignVertical: "top" as const },
        { value: asText(value), type: String, wrap: true, alignVertical: "top" as const },
      ]),
      [],
      [heading(telling.column), heading(telling.meaning), heading(telling.values)],
      ...columns.map(({ name, label, choices }) => [name, label, choices ? asText(choices) : null]),
    ] as SheetData,
    sheet: sheets.about,
    columns: [{ width: 28 }, { width: 70 }, { width: 60 }],
  };
  const file = await writeExcelFile([sheet, explanation]).toBuffer();
  const bytes = new Uint8Array(file);
  port.postMessage(bytes, [bytes.buffer]);
  port.close();
});
