import { excerpt, highlight, type Query } from "../albanian/albanian.ts";
import type { Locale } from "../locale.shared.ts";
import { languages } from "./languages.ts";
import type { HitExcerpt, Range } from "./search-document.ts";

/** Letters of what is shown of a text. */
const length = 240;

/** Where a title has what was asked, in any form of its words. */
export const titleRanges = (title: string, query: Query, language: Locale, isTyping = false): Range[] =>
  highlight(title, query, { language: languages[language], isTyping });

/** The stretch of a text that shows best why it was found; `null` where it holds nothing of what was asked. */
export function excerptOf(text: string, query: Query, language: Locale): HitExcerpt | null {
  const shown = excerpt(text, query, { language: languages[language], length });
  return shown.ranges.length > 0 ? shown : null;
}
