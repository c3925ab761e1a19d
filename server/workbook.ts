import type writeExcelFile from "write-excel-file/node";

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>["features"]>[number];

/** What our workbooks are set in. Without a name, programs choose another face for bold than for the rest. */
export const face = { fontFamily: "Calibri", fontSize: 11 } as const;
const lineInPoints = 15;

/** The most characters that a cell may hold; a file with more is refused as damaged. */
const longestText = 32_767;
/** The library finds repeated texts by name in a plain object, where these names mean something else. */
const takenNames = new Set(Object.getOwnPropertyNames(Object.prototype));

/** A text as a cell can hold it. */
export function cellText(text: string): string {
  const short = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return takenNames.has(short) ? `${short} ` : short;
}

/** Lines that a text takes in a column of so many characters, words being kept whole. */
function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let left = 0;
    lines += 1;
    for (const { length } of paragraph.split(" ")) {
      const beside = left > 0 ? left + 1 + length : length;
      if (beside <= width) left = beside;
      else {
        lines += (left > 0 ? 1 : 0) + Math.ceil(length / width) - 1;
        left = length % width || width;
      }
    }
  }
  return lines;
}

/**
 * How high a row has to be, in points, for its wrapped texts to be seen whole. Excel finds it by itself, LibreOffice shows one
 * line of each.
 * @param widths of the columns, in characters
 */
export function rowHeight(texts: readonly (string | null)[], widths: readonly number[]): number {
  // A sign less: bold and other faces are wider.
  const lines = texts.map((text, at) => (text ? linesOf(text, Math.max(widths[at]! - 1, 1)) : 1));
  return Math.max(1, ...lines) * lineInPoints;
}

/** The heights are those of today's texts: a row grows when somebody writes more into it. */
export const growingRows: Feature = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transformElementAttributes(tag, attributes) {
          if (tag !== "row") return attributes;
          const { customHeight: _, ...others } = attributes;
          return others;
        },
      },
    },
  },
};
