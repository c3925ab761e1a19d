import { parentPort, workerData } from "node:worker_threads";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from "write-excel-file/utility";
import { cellText, face, growingRows, rowHeight } from "../../workbook.ts";
import type { Form, FormCell, FormRow } from "./form.ts";

const forms = workerData as Form[];

/** Widths in characters. */
const widths = { mark: 11, text: 26, day: 11, name: 18 };
const widthsBefore = [9, 40];
const line = { borderStyle: "thin", borderColor: "#8A8F96" } as const;
const top = { alignVertical: "top", wrap: true } as const;
const fill = { heading: "#DDE3E0", part: "#C9D4CE", section: "#ECEAE2" };

/** Rows above the table's own two, which are printed on every page. */
const linesAbove = 3;
const headingRows = 2;

const heading = (value: string, span: { columnSpan?: number; rowSpan?: number } = {}) => ({
  ...{ value, type: String, fontWeight: "bold" as const, backgroundColor: fill.heading, align: "center" as const },
  ...{ ...line, ...top, ...span },
});
const skipped = (cells: number) => Array.from({ length: cells }, () => null);

const cell = (value: FormCell, isMark: boolean) => {
  if (value === null) return { ...line, value: undefined };
  if (typeof value === "string")
    return {
      ...line,
      ...top,
      value: cellText(value),
      type: String,
      ...(isMark && { align: "center" as const, fontWeight: "bold" as const }),
    };
  return { ...line, ...top, value: new Date(`${value.day}T00:00:00Z`), type: Date, format: "dd.mm.yyyy" };
};

function sheetOf({ sheet, lines, number, element, headings, rows }: Form) {
  const columns = headings.flatMap((each) => each.columns);
  const across = columns.length + 2;
  const widthOf = [...widthsBefore, ...columns.map(({ shape }) => widths[shape])];
  const isMark = [false, false, ...columns.map(({ shape }) => shape === "mark")];
  const textOf = (value: FormCell) => (typeof value === "string" ? value : null);
  const elementRow = (cells: FormCell[]) => {
    const height = rowHeight(cells.map(textOf), widthOf);
    return cells.map((value, at) => ({ ...cell(value, isMark[at]!), height }));
  };
  const row = (each: FormRow) =>
    each.kind === "element"
      ? elementRow(each.cells)
      : [
          {
            ...line,
            ...top,
            value: each.code,
            type: String,
            fontWeight: "bold" as const,
            backgroundColor: fill[each.kind],
          },
          {
            ...{ ...line, ...top, value: each.title, type: String, fontWeight: "bold" as const },
            ...{ backgroundColor: fill[each.kind], columnSpan: across - 1 },
          },
          ...skipped(across - 2),
        ];
  const data = [
    ...lines.map((value, at) => [
      {
        value,
        type: String,
        columnSpan: across,
        ...(at < linesAbove - 1 && { fontWeight: "bold" as const }),
        fontSize: at === 0 ? 14 : 11,
      },
      ...skipped(across - 1),
    ]),
    [
      heading(number, { rowSpan: headingRows }),
      heading(element, { rowSpan: headingRows }),
      ...headings.flatMap(({ label, columns }) =>
        columns.length === 1
          ? [heading(label, { rowSpan: headingRows })]
          : [heading(label, { columnSpan: columns.length }), ...skipped(columns.length - 1)],
      ),
    ],
    [
      null,
      null,
      ...headings.flatMap(({ columns }) =>
        columns.length === 1 ? [null] : columns.map(({ label }) => heading(label)),
      ),
    ],
    ...rows.map(row),
  ];
  return {
    data: data as SheetData,
    sheet,
    orientation: "landscape" as const,
    stickyRowsCount: linesAbove + headingRows,
    stickyColumnsCount: 2,
    columns: widthOf.map((width) => ({ width })),
  };
}

/** All columns on one page's width, and the headings above the table on every page. */
const printedAsForm: NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>["features"]>[number] = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transformElementAttributes: (tag, attributes) =>
          tag === "pageSetup" ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        transform: (xml) =>
          insertElementMarkupAccordingToOrderOfSiblings(
            xml,
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
            getOrderOfSiblings("xl/worksheets/sheet{id}.xml", "worksheet")!,
            "worksheet",
          ),
      },
      "xl/workbook.xml": {
        transform: (xml) =>
          insertElementMarkupAccordingToOrderOfSiblings(
            xml,
            `<definedNames>${forms
              .map(({ sheet }, at) => {
                const rows = `'${sanitizeTextContent(sheet)}'!$${linesAbove + 1}:$${linesAbove + headingRows}`;
                return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${rows}</definedName>`;
              })
              .join("")}</definedNames>`,
            getOrderOfSiblings("xl/workbook.xml", "workbook")!,
            "workbook",
          ),
      },
    },
  },
};

const file = await writeExcelFile(forms.map(sheetOf), { ...face, features: [growingRows, printedAsForm] }).toBuffer();
const bytes = new Uint8Array(file);
parentPort!.postMessage(bytes, [bytes.buffer]);
