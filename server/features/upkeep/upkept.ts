import { type RawBuilder, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";

/** One public thing with all in it that can break. */
export interface UpkeptThing {
  id: string;
  title: LocalizedText;
  url: InBoth;
  /** HTML by the name of its field. */
  texts?: Readonly<Record<string, LocalizedText | null | undefined>>;
  /** Addresses by the name of their field. */
  links?: Readonly<Record<string, string | null | undefined>>;
  /** What is said of photos to those who do not see them, by the name of the field. */
  photos?: Readonly<Record<string, LocalizedText | null>> | undefined;
  /** Whether all of it is there in English too. */
  inEnglish: boolean;
}

/** Some at a time in the order of their ids, or certain ones. */
export type Which = { after: string; limit: number } | { ids: readonly string[] };

/**
 * What a feature publishes, said for those who look after it: each feature has one in `<feature>.upkeep.ts`. It answers
 * what the public sees at `now`, and nothing else.
 */
export interface Upkept {
  /** As in the audit. */
  entity: string;
  read(tx: TenantTx, now: Date, which: Which): Promise<UpkeptThing[]>;
}

export const beforeAll = "00000000-0000-0000-0000-000000000000";

/** The condition on an id column, and how many rows there are at most. */
export const within = (column: string, which: Which): RawBuilder<boolean> =>
  "ids" in which
    ? sql<boolean>`${sql.ref(column)} = any (${[...which.ids]}::uuid[])`
    : sql<boolean>`${sql.ref(column)} > ${which.after}::uuid`;
export const mostOf = (which: Which): number => ("ids" in which ? Math.max(1, which.ids.length) : which.limit);

/** Whether every text that is there is there in English too. */
export const areInEnglish = (...texts: readonly (LocalizedText | null | undefined)[]): boolean =>
  texts.every((text) => !text || Boolean(text.en?.trim()));

/** A list of links as fields of their own: `social.0`. */
export const linkFields = (name: string, links: readonly { url: string }[] = []): Record<string, string> =>
  Object.fromEntries(links.map(({ url }, at) => [`${name}.${at}`, url]));
