import type { Locale } from "../../locale.shared.ts";

/** What a renderer returns: one whole document and everything that decides how long it holds. */
export interface RenderedPage {
  /** Only 200 is ever kept. */
  status: number;
  html: string;
  language: Locale;
  /** Computed from the hashes of the page's own inline scripts and styles. */
  contentSecurityPolicy: string;
  /** Further headers of this page alone, such as `Link`. */
  headers?: Readonly<Record<string, string>>;
  /** The content areas that the page shows, each with its version in the snapshot the page was rendered from. */
  areas: Readonly<Record<string, number>>;
  /** Epoch milliseconds of the earliest instant at which something on the page changes; `null` if nothing does. */
  validUntil: number | null;
  /** `true` for what depends on free text: it is served, and not kept. */
  isPassing?: boolean;
}

/** Where a page stands. Host, cookies and all else that a request carries must make no difference to it. */
export interface PageKey {
  /** The tenant's id, or `apex`. */
  site: string;
  /** The one address of the page, as a link to it is written. */
  path: string;
  /** Known keys only, sorted, without the question mark; empty if there are none. */
  query: string;
}

/** The request target under which a page is found: exactly what a client that follows our links sends. */
export const targetOf = ({ path, query }: Pick<PageKey, "path" | "query">) => (query ? `${path}?${query}` : path);
