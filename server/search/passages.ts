import type { DocumentPage } from "./search-document.ts";

/** A stretch of what a document says, short enough to be shown by itself. */
export interface Passage {
  page: number | null;
  text: string;
}

const longest = 2_000;

/** Cuts a text between words into stretches of at most `longest` letters; a word that is longer is cut itself. */
function* stretches(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const left = text.length - from;
    const space = left > longest ? text.lastIndexOf(" ", from + longest) : -1;
    const to = left <= longest ? text.length : space > from + longest / 2 ? space : from + longest;
    const stretch = text.slice(from, to).trim();
    if (stretch) yield stretch;
    from = to;
  }
}

/** What a document says, in stretches, each with the page on which it stands. */
export function passagesOf(text: string, pages: readonly DocumentPage[]): Passage[] {
  const ofText = [...stretches(text)].map((stretch) => ({ page: null, text: stretch }));
  const ofPages = pages.flatMap(({ page, text }) => [...stretches(text)].map((stretch) => ({ page, text: stretch })));
  return [...ofText, ...ofPages];
}
