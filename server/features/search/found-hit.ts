import { highlight } from "../../albanian/albanian.ts";
import type { Locale } from "../../locale.shared.ts";
import { languages } from "../../search/languages.ts";
import type { SearchHit } from "../../search/search-document.ts";
import type { FoundHit } from "./search.schema.ts";
import type { Shown } from "./source.ts";

const copied = (ranges: readonly { start: number; end: number }[]) => ranges.map(({ start, end }) => ({ start, end }));

/** A PDF is opened at the page that holds what was asked. */
const atPage = (url: string, page: number | null) =>
  page !== null && /\.pdf$/i.test(url) ? `${url}#page=${page}` : url;

/** What was found as a reader of a site sees it. */
export function foundHit(hit: SearchHit, shown: Shown, site: Locale, q: string): FoundHit {
  const { kind, language, date, url, page } = hit;
  const excerpt = shown.hidesText ? null : hit.excerpt;
  const other = shown.title?.[site];
  const title = other || hit.title;
  const ranges = title === hit.title ? hit.titleRanges : highlight(title, q, { language: languages[site] });
  return {
    ...{ kind, date, title, beside: shown.beside },
    titleRanges: copied(ranges),
    language: other ? site : language,
    url: { sq: atPage(url.sq, page), en: atPage(url.en, page) },
    excerpt: excerpt && { ...excerpt, ranges: copied(excerpt.ranges) },
    page: excerpt && page,
    isMachineRead: excerpt !== null && shown.isMachineRead === true,
  };
}
