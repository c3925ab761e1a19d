import type { TenantTx } from "../../db/tenant-db.ts";
import { textOfHtml } from "../../html-text.ts";
import { type Locale, type LocalizedText, locales } from "../../locale.shared.ts";
import type { SearchDocument } from "../../search/search-document.ts";
import type { SearchKind } from "../../search/search-kinds.shared.ts";

/** What a found thing is shown with; all of it as the public may have it now. */
export interface Shown {
  /** Said beside it: the body of a meeting, the act that carries a document. */
  beside: LocalizedText | null;
  /** Its text was read by a machine out of a picture. */
  isMachineRead?: boolean;
  /** What was found in its text is not to be shown: it has been taken back since. */
  hidesText?: boolean;
  /** Another title than the one it was found by, as on the other site. */
  title?: LocalizedText;
}

/** One kind of things that are found. Its subjects are `<name>:<id>`. */
export interface Source {
  name: string;
  /** How many are made into documents at once. */
  batch: number;
  /** Ids of those that are public or will be by themselves, in order, after this one. */
  idsAfter(tx: TenantTx, after: string, limit: number): Promise<string[]>;
  /** What is found of each that is public or will be by itself; others are missing. */
  documents(tx: TenantTx, ids: readonly string[]): Promise<SearchDocument[]>;
  /** Of what was found, what the public may see now. */
  shown(tx: TenantTx, found: readonly FoundHere[], now: Date): Promise<ReadonlyMap<string, Shown>>;
}

export interface FoundHere {
  id: string;
  key: string;
  page: number | null;
}

type Plain = Pick<SearchDocument, "date" | "year" | "body" | "topic" | "visibleFrom">;

/** A thing in both languages, before it is told apart by them. */
export interface FoundThing extends Plain {
  subject: string;
  kind: SearchKind;
  url: Readonly<Record<Locale, string>>;
  title: LocalizedText;
  names?(locale: Locale): readonly (string | null | undefined)[];
  /** Plain texts, in their order. */
  texts?(locale: Locale): readonly (string | null | undefined)[];
}

/** One document where there is no English title, else one for each site. */
export function documentsOf(thing: FoundThing): SearchDocument[] {
  const { subject, kind, title, names, texts, url, date, year, body, topic, visibleFrom } = thing;
  const languages = title.en ? locales : (["sq"] as const);
  return languages.map((language) => ({
    ...{ subject, kind, language, url, date, year, body, topic, visibleFrom },
    key: `${subject}:${language}`,
    sites: title.en ? [language] : [...locales],
    title: title[language] || title.sq,
    names: (names?.(language) ?? []).filter((name): name is string => !!name),
    text: (texts?.(language) ?? []).filter(Boolean).join("\n"),
    pages: [],
  }));
}

/** Of a text in two languages the one alone that is asked for. */
export const said = (text: LocalizedText | null | undefined, locale: Locale): string | null => text?.[locale] || null;
export const saidInHtml = (text: LocalizedText | null | undefined, locale: Locale): string | null => {
  const html = said(text, locale);
  return html && textOfHtml(html);
};

/** The first year of a day. */
export const yearOf = (day: string | null): number | null => (day ? Number(day.slice(0, 4)) : null);
