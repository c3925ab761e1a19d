import { getDocumentProxy } from "unpdf";

/** Characters of one page; what is behind them is not read. */
const longestPage = 200_000;

export interface PdfText {
  pages: number;
  /** Of those that were read, in their order. */
  texts: string[];
}

/**
 * The words of a PDF, page by page.
 * @param maximumPages read at the most
 * @throws whatever the reader says of a damaged file
 */
export async function pdfText(bytes: Uint8Array, maximumPages: number): Promise<PdfText> {
  const pdf = await getDocumentProxy(bytes, { stopAtErrors: false, maxImageSize: 1, disableFontFace: true });
  const texts: string[] = [];
  for (let number = 1; number <= Math.min(pdf.numPages, maximumPages); number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    let text = "";
    for (const item of items) {
      if (text.length >= longestPage) break;
      if ("str" in item) text += item.str + (item.hasEOL ? "\n" : "");
    }
    texts.push(text.slice(0, longestPage));
    page.cleanup();
  }
  return { pages: pdf.numPages, texts };
}
