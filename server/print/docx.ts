import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import type { Block, Paper, Run } from "./paper.ts";

/** Half points and twentieths of a point, as the format counts them. */
const size = { text: 23, small: 17, genre: 30, title: 25 };
const page = { width: 11_906, height: 16_838, margin: 1_360 };
const width = page.width - 2 * page.margin;
const after = 140;

/** A line that was broken stays broken. */
const textRuns = (runs: readonly Run[], set: { bold?: boolean; size?: number } = {}) =>
  runs.flatMap(({ text, bold, italic }) =>
    text.split("\n").map(
      (line, at) =>
        new TextRun({
          ...set,
          ...{ text: line, break: at },
          // What is not said is left to the style: a heading is bold by itself.
          ...((bold || set.bold) && { bold: true }),
          ...(italic && { italics: true }),
        }),
    ),
  );
const line = (text: string, set: { bold?: boolean; size?: number } = {}) => textRuns([{ text }], set);
const centred = (text: string, set: { bold?: boolean; size?: number } = {}, space = 0) =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: space }, children: line(text, set) });

const thin = { style: BorderStyle.SINGLE, size: 4, color: "8A867B" };
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noBorders = { top: none, bottom: none, left: none, right: none };

function tableOf({ caption, columns, rows, total }: Extract<Block, { kind: "table" }>) {
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.round((column.width / shares) * width));
  const cell = (text: string, column: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[column]!, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      children: [
        new Paragraph({
          alignment: columns[column]!.align === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: line(text, { bold, size: size.text - 2 }),
        }),
      ],
    });
  const row = (cells: readonly string[], bold = false, isHead = false) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: columns.map((_, column) => cell(cells[column] ?? "", column, bold)),
    });
  return [
    ...(caption
      ? [
          new Paragraph({
            keepNext: true,
            spacing: { before: 120, after: 60 },
            children: line(caption, { bold: true }),
          }),
        ]
      : []),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      borders: { top: thin, bottom: thin, left: none, right: none, insideHorizontal: thin, insideVertical: none },
      rows: [
        row(
          columns.map(({ title }) => title),
          true,
          true,
        ),
        ...rows.map((cells) => row(cells)),
        ...(total ? [row(total, true)] : []),
      ],
    }),
    new Paragraph({ spacing: { after } }),
  ];
}

/** @param instance tells lists apart, so that each begins with 1 */
function blockOf(block: Block, instance: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          keepNext: true,
          children: line(block.text),
        }),
      ];
    case "paragraph":
      return block.runs.length === 0 ? [] : [new Paragraph({ spacing: { after }, children: textRuns(block.runs) })];
    case "list":
      return block.items.map(
        (runs, at) =>
          new Paragraph({
            numbering: { reference: block.ordered ? "numbers" : "points", level: 0, instance },
            spacing: { after: at === block.items.length - 1 ? after : after / 2 },
            children: textRuns(runs),
          }),
      );
    case "table":
      return tableOf(block);
    case "blank":
      return [
        new Paragraph({ spacing: { before: 80 }, children: line(block.label, { bold: true }) }),
        ...Array.from(
          { length: block.lines ?? 1 },
          () =>
            new Paragraph({
              spacing: { before: 280 },
              border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: "8A867B", space: 1 } },
            }),
        ),
      ];
    case "ticks":
      return [
        new Paragraph({ spacing: { before: 80 }, children: line(block.label, { bold: true }) }),
        ...block.options.map((option) => new Paragraph({ children: line(`☐ ${option}`) })),
      ];
  }
}

/** The secretary signs at the left, the chair at the right; one signature alone stands at the right. */
function signaturesOf({ signatures = [] }: Paper) {
  if (signatures.length === 0) return [];
  const places = signatures.length === 1 ? [null, signatures[0]!] : signatures;
  const half = Math.round(width / places.length);
  const cell = (one: (typeof places)[number]) =>
    new TableCell({
      width: { size: half, type: WidthType.DXA },
      borders: noBorders,
      children: one
        ? [centred(one.role, { bold: true, size: size.text - 3 }, 700), centred(one.name)]
        : [new Paragraph({})],
    });
  return [
    new Paragraph({ spacing: { before: 400 }, keepNext: true }),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: places.map(() => half),
      borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
      rows: [new TableRow({ cantSplit: true, children: places.map(cell) })],
    }),
  ];
}

function headOf({ letterhead, genre, number, title, summary }: Paper) {
  const last = letterhead.length - 1;
  return [
    ...letterhead.map((text, at) => centred(text, { bold: at === last }, at === last ? 360 : 0)),
    ...(genre ? [centred(genre, { bold: true, size: size.genre }, 60)] : []),
    ...(number ? [centred(number, {}, 120)] : []),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      alignment: AlignmentType.CENTER,
      spacing: { after: 300 },
      children: line(title),
    }),
    ...(summary ? [new Paragraph({ spacing: { after }, children: line(summary) })] : []),
  ];
}

const footOf = ({ footer }: Paper) =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({ text: footer, size: size.small }),
          new TextRun({ size: size.small, children: ["\t", PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

/** Sets a paper as a document of a word processor (DOCX), to be worked on, printed and signed. */
export async function makeDocx(paper: Paper): Promise<Buffer> {
  const heading = (half: number, before: number) => ({
    run: { bold: true, size: half, color: "000000" },
    paragraph: { spacing: { before, after: 100 } },
  });
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
    { level: 0, format, text, style: { paragraph: { indent: { left: 500, hanging: 340 } } } },
  ];
  const document = new Document({
    title: paper.name ?? paper.title,
    creator: paper.letterhead.slice(-2).join(", "),
    lastModifiedBy: "e-Këshilli",
    styles: {
      default: {
        document: {
          run: {
            font: "Times New Roman",
            size: size.text,
            language: { value: paper.language === "sq" ? "sq-AL" : "en-GB" },
          },
          paragraph: { spacing: { line: 276 } },
        },
        heading1: heading(size.title, 0),
        heading2: heading(size.text + 2, 280),
        heading3: heading(size.text, 160),
      },
    },
    numbering: {
      config: [
        { reference: "numbers", levels: level(LevelFormat.DECIMAL, "%1.") },
        { reference: "points", levels: level(LevelFormat.BULLET, "•") },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        footers: { default: footOf(paper) },
        children: [...headOf(paper), ...paper.blocks.flatMap(blockOf), ...signaturesOf(paper)],
      },
    ],
  });
  return Packer.toBuffer(document);
}
