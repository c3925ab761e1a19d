import { createHash } from "node:crypto";
import { analyse, type Token } from "../../albanian/albanian.ts";
import type { TenantId } from "../../db/tenant-db.ts";
import { clean, languages } from "../languages.ts";
import { passagesOf } from "../passages.ts";
import type { SearchDocument, SearchHit } from "../search-document.ts";
import { stemToken, typedToken } from "./tokens.ts";

/** Different stems of one document. */
const mostStems = 40_000;
/** Letters of its text that are held as they are written, for words that are misspelt. */
const mostSaid = 20_000;

/** What is shown of a hit, as it stands in the entry. */
export type Shown = Pick<
  SearchHit,
  "key" | "subject" | "kind" | "language" | "title" | "date" | "year" | "body" | "topic" | "url"
>;

export interface Row {
  id: string;
  tenant_id: TenantId;
  part: "entry" | "passage";
  [field: string]: unknown;
}

/** Of a council's key, as an address takes it. */
export const idOf = (council: TenantId, ...parts: (string | number)[]) =>
  createHash("sha256")
    .update(JSON.stringify([council, ...parts]))
    .digest("hex")
    .slice(0, 40);

/** `2026-03-05` as a number that can be compared; days that are none have no number. */
export const dayNumber = (date: string): number | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(date) ? Number(date.replaceAll("-", "")) : undefined;

const typedOf = (tokens: readonly Token[]) => [
  ...new Set(tokens.filter((token) => !token.isStopWord && !token.isComposed).map(({ folded }) => typedToken(folded))),
];

/** Without what is not there: a field that is missing is none of an entry. */
const defined = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined));

/**
 * A document as Typesense keeps it: an entry that is found, and passages of which the best is shown.
 * @param put what tells these rows from those of an earlier time
 */
export function rowsOf(council: TenantId, document: SearchDocument, put: string, now: Date): Row[] {
  const { key, subject, kind, language, sites, date, year, body, topic, url, visibleFrom } = document;
  const inLanguage = languages[language];
  const title = clean(document.title);
  const headTokens = analyse(clean([document.title, ...document.names].join(" · ")), inLanguage);
  const tokensOf = (tokens: readonly Token[]) => [
    ...new Set(tokens.flatMap((token) => token.stems.map((stem) => stemToken(language, stem)))),
  ];
  const head = tokensOf(headTokens);
  const all = new Set(head);
  const text = clean(document.text);
  const common = { tenant_id: council, subject: clean(subject), put, written_at: now.getTime() };
  const id = idOf(council, key);
  const passages = passagesOf(
    text,
    document.pages.map((page) => ({ ...page, text: clean(page.text) })),
  ).map((passage, number): Row => {
    const words = tokensOf(analyse(passage.text, inLanguage));
    for (const word of words) if (all.size < mostStems) all.add(word);
    return {
      ...defined({ page: passage.page, number, text: passage.text, words: words.join(" ") }),
      ...common,
      ...{ id: idOf(council, key, number), part: "passage", entry: id },
    };
  });
  const shown: Shown = {
    ...{ key: clean(key), subject: clean(subject), kind, language, title, date, year, body, topic, url },
  };
  const said = clean([document.title, ...document.names, text.slice(0, mostSaid)].join("\n"));
  const entry: Row = {
    ...defined({ kind, language, year, body, topic, day: date === null ? null : dayNumber(date) }),
    ...common,
    id,
    part: "entry",
    sites: [...sites],
    visible_from: visibleFrom.getTime(),
    head: head.join(" "),
    words: [...all].join(" "),
    typed: typedOf(headTokens).join(" "),
    length: title.length,
    [`said_${language}`]: said,
    shown: JSON.stringify(shown),
  };
  return [entry, ...passages];
}
