import type { TenantId } from "../db/tenant-db.ts";
import type { Locale } from "../locale.shared.ts";
import type { SearchKind } from "./search-kinds.shared.ts";

/** A page of a document's text, counted from 1 as a reader of PDF counts them. */
export interface DocumentPage {
  page: number;
  text: string;
}

/**
 * What is found: one public thing in one language of its texts. A thing without English is one document that both sites
 * find; a thing in both languages is two, one for each site.
 */
export interface SearchDocument {
  /** Unique in its council: `act:3f1c…:sq`. */
  key: string;
  /** What it tells of, as it is indexed and removed: `act:3f1c…`, `element:I.3.6`. */
  subject: string;
  kind: SearchKind;
  /** The language of its texts, by which their words are taken to stems. */
  language: Locale;
  /** The sites on which it is found. */
  sites: readonly Locale[];
  title: string;
  /** What else names it, of the same weight as its title: “VKB 112/2026”, a code, another form of a name. */
  names: readonly string[];
  /** What it says, without markup. */
  text: string;
  /** Of a stored file, its text by page; else empty. */
  pages: readonly DocumentPage[];
  /** `YYYY-MM-DD` */
  date: string | null;
  year: number | null;
  /** The id of the body (the council, a committee) that it belongs to. */
  body: string | null;
  /** What it is about, as its register calls it: a code. */
  topic: string | null;
  /** Where it is read, on each site, without host. */
  url: Readonly<Record<Locale, string>>;
  /** The public may know of it from this instant on; it is never found before. */
  visibleFrom: Date;
}

/** All that is found of one subject; it replaces what was found of it before, and is nothing where it is not public. */
export interface SubjectInIndex {
  subject: string;
  documents: readonly SearchDocument[];
}

/** What narrows a search; each is one value, as in the address of the page. */
export interface SearchFilters {
  kind?: SearchKind | null;
  year?: number | null;
  body?: string | null;
  topic?: string | null;
  /** Dated on this day or later, `YYYY-MM-DD`; what has no date is left out. */
  from?: string | null;
  until?: string | null;
}

export interface SearchRequest {
  /** As it was typed, whatever it is. */
  text: string;
  /** The site that asks. */
  site: Locale;
  now: Date;
  filters?: SearchFilters;
  order?: "best" | "newest";
  limit: number;
  offset?: number;
}

/** A stretch of a text, UTF-16 units, `end` not included. */
export interface Range {
  start: number;
  end: number;
}

/** A stretch of what was found that shows why, in whole words. */
export interface HitExcerpt {
  text: string;
  ranges: readonly Range[];
  isCutBefore: boolean;
  isCutAfter: boolean;
}

export interface SearchHit
  extends Pick<
    SearchDocument,
    "key" | "subject" | "kind" | "language" | "title" | "date" | "year" | "body" | "topic" | "url"
  > {
  /** Where the title has what was asked. */
  titleRanges: readonly Range[];
  /** `null` where neither text nor pages hold any of it. */
  excerpt: HitExcerpt | null;
  /** The page of a stored file that holds most of what was asked. */
  page: number | null;
}

export interface FacetCount<T> {
  value: T;
  count: number;
}

/** How many there are of each value, under all filters but its own; the most first, at most 50 of each. */
export interface SearchFacets {
  kind: readonly FacetCount<SearchKind>[];
  year: readonly FacetCount<number>[];
  body: readonly FacetCount<string>[];
  topic: readonly FacetCount<string>[];
}

export interface SearchResults {
  total: number;
  hits: readonly SearchHit[];
  facets: SearchFacets;
  /** Where nothing was found: the same query with its words spelt so that something is, else `null`. */
  didYouMean: string | null;
  /** The engine that should answer cannot be reached, and the one that comes with the database has. */
  isSimpler?: boolean;
}

export interface SuggestRequest {
  /** As far as it has been typed: what begins with its last word counts. */
  text: string;
  site: Locale;
  now: Date;
  limit: number;
}

export type Suggestion = Pick<SearchHit, "subject" | "kind" | "language" | "title" | "titleRanges" | "date" | "url">;

/** A hit of a search over several councils. */
export interface CouncilHit extends SearchHit {
  council: TenantId;
}

export interface CouncilsResults {
  total: number;
  hits: readonly CouncilHit[];
  /** Under all filters. */
  councils: readonly FacetCount<TenantId>[];
  kind: readonly FacetCount<SearchKind>[];
  /** As of `SearchResults`. */
  isSimpler?: boolean;
}
