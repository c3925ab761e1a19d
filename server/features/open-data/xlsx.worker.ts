import { parentPort, workerData } from "node:worker_threads";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { zone } from "../../local-time.ts";
import { cellText, face, growingRows, rowHeight } from "../../workbook.ts";
import type { WorkbookPlan, XlsxCell } from "./as-xlsx.ts";

const { sheets, columns, about, telling } = workerData as WorkbookPlan;
const port = parentPort!;

/** Widths in characters. */
const narrowest = 9;
const widest = 60;

const formats = { date: "dd.mm.yyyy", instant: "dd.mm.yyyy hh:mm", money: "#,##0", integer: "0" } as const;

/** A spreadsheet has no time zones: an instant stands there as the clock in Tirana showed it. */
function asClockShowed(instant: string): Date {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return new Date(local.toZonedDateTime("UTC").epochMilliseconds);
}

function typed(value: XlsxCell, kind: (typeof columns)[number]["kind"]) {
  if (value === null || value === "") return null;
  if (kind === "date") return { value: new Date(`${value}T00:00:00Z`), type: Date, format: formats.date };
  if (kind === "instant") return { value: asClockShowed(String(value)), type: Date, format: formats.instant };
  if (typeof value === "number")
    return { value, type: Number, ...(kind in formats && { format: formats[kind as "money"] }) };
  if (typeof value === "boolean") return { value, type: Boolean };
  return { value: cellText(value), type: String };
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

/** The first is the heading, as high as the widths of the columns need it. */
const rows: SheetData = [[]];
/** Of the sheet that explains them. */
const aboutWidths = [28, 70, 60];
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
  const shownWidths = widths.map((width) => Math.min(Math.max(width, narrowest), widest));
  const labels = columns.map(({ label }) => label);
  const height = rowHeight(labels, shownWidths);
  rows[0] = labels.map((label) => ({ ...heading(label), height }));
  const sheet = {
    data: rows,
    sheet: sheets.rows,
    stickyRowsCount: 1,
    columns: shownWidths.map((width) => ({ width })),
  };
  const explanation = {
    data: [
      ...about.map(([name, value]) => [
        { value: name, type: String, fontWeight: "bold" as const, alignVertical: "top" as const },
        {
          ...{ value: cellText(value), type: String, wrap: true, alignVertical: "top" as const },
          height: rowHeight([name, value], aboutWidths),
        },
      ]),
      [],
      [heading(telling.column), heading(telling.meaning), heading(telling.values)],
      ...columns.map(({ name, label, choices }) => [name, label, choices ? cellText(choices) : null]),
    ] as SheetData,
    sheet: sheets.about,
    columns: aboutWidths.map((width) => ({ width })),
  };
  const file = await writeExcelFile([sheet, explanation], { ...face, features: [growingRows] }).toBuffer();
  const bytes = new Uint8Array(file);
  port.postMessage(bytes, [bytes.buffer]);
  port.close();
});
