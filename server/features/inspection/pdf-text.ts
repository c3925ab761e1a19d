import { getDocumentProxy } from "unpdf";

/** Characters of one page; what is behind them is not read. */
export const longestPage = 200_000;

/** Whether a PDF asks for a password before it is read. */
export const isLocked = (failure: unknown): boolean => failure instanceof Error && failure.name === "PasswordException";

export interface PdfText {
  pages: number;
  /** Of those that were read, in their order. */
  texts: string[];
}

/** A page with fewer letters than this has no words to search in, but a number at its foot perhaps. */
const fewestLetters = 12;
export const hasWords = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) >= fewestLetters;

/** A PDF as it is opened for its words alone: no pictures, no fonts. The reader keeps what it is given, hence a copy. */
export const openPdf = (bytes: Uint8Array, { stopAtErrors = false } = {}) =>
  getDocumentProxy(new Uint8Array(bytes), { stopAtErrors, maxImageSize: 1, disableFontFace: true });

/**
 * The words of a PDF, page after page, with the number of all its pages.
 * @param maximumPages read at the most
 * @throws whatever the reader says of a damaged file; a `PasswordException` of one that is locked
 */
export async function* pdfPages(
  bytes: Uint8Array,
  maximumPages: number,
): AsyncGenerator<{ pages: number; text: string }> {
  const pdf = await openPdf(bytes);
  for (let number = 1; number <= Math.min(pdf.numPages, maximumPages); number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    let text = "";
    for (const item of items) {
      if (text.length >= longestPage) break;
      if ("str" in item) text += item.str + (item.hasEOL ? "\n" : "");
    }
    page.cleanup();
    yield { pages: pdf.numPages, text: text.slice(0, longestPage) };
  }
  await pdf.loadingTask.destroy();
}

/** The same as a whole. */
export async function pdfText(bytes: Uint8Array, maximumPages: number): Promise<PdfText> {
  const read: PdfText = { pages: 0, texts: [] };
  for await (const { pages, text } of pdfPages(bytes, maximumPages)) {
    read.pages = pages;
    read.texts.push(text);
  }
  return read;
}
