import type { TenantTx } from "../../db/tenant-db.ts";
import type { Locale } from "../../locale.shared.ts";
import type { DocumentView } from "../documents/documents.schema.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import type { AtomEnclosure, AtomEntry } from "./atom.ts";

/** Readers ask again and again; those who were away longer find the rest on the page. */
export const entriesPerFeed = 30;

/** In which language, from where and when a feed is told. */
export interface Telling {
  locale: Locale;
  /** Of the site, without a slash at the end. */
  origin: string;
  now: Date;
  /** The lasting id of something of the council's. */
  idOf: (rest: string) => string;
}

/** What a feed is about. */
export interface Subject {
  /** Names the feed in its id: an element's code, or `latest`. */
  name: string;
  title: InBoth;
  subtitle: InBoth;
  page: InBoth;
  feed: InBoth;
  /** The newest first, `entriesPerFeed` at most. */
  entries: (tx: TenantTx, telling: Telling) => Promise<AtomEntry[]>;
}

export const enclosureAt =
  (origin: string) =>
  ({ url, mediaType, size, title }: Pick<DocumentView, "url" | "mediaType" | "size" | "title">): AtomEnclosure => ({
    ...{ href: origin + url, mediaType, size, title },
  });

/** When an entry changed: what was prepared before is new on the day on which it is published. */
export const changedAt = (updatedAt: Date, publishedAt: Date): Date =>
  new Date(Math.max(updatedAt.getTime(), publishedAt.getTime()));
