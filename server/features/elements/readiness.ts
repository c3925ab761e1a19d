import type { LocalizedText } from "../../locale.shared.ts";
import type { PageContent } from "../pages/pages.schema.ts";
import { type PublicationKind, publicationKind } from "../publications/kinds.shared.ts";
import type { Contacts } from "../settings/settings.schema.ts";
import type { CatalogueElement } from "./catalogue.shared.ts";
import type { CoverageWindows } from "./coverage.ts";
import type { Declined } from "./declined.ts";
import { full, none, partial, type Reason, type Verdict } from "./verdict.ts";

/** How many public documents lie in a window, and how many of those lack something. */
export interface WindowCount {
  covering: number;
  withoutFile: number;
  withoutEnglish: number;
}
export interface CollectionFacts {
  total: number;
  windows: CoverageWindows;
  current: WindowCount;
  grace: WindowCount | null;
}
export interface AlbumFacts {
  albums: number;
  photos: number;
  /** Albums or photos of which a text is missing in English. */
  withoutEnglish: number;
}

/** Everything that readiness is judged by. What is absent has not been published. */
export interface Facts {
  collections: ReadonlyMap<string, CollectionFacts>;
  pages: ReadonlyMap<string, PageContent>;
  albums: AlbumFacts;
  contacts: Contacts;
  /** What the council says that it does not have. */
  declined: ReadonlyMap<string, Declined>;
  /** What features with tables of their own say of their elements. */
  features: ReadonlyMap<string, Verdict>;
}

function gap(kind: PublicationKind, windows: CoverageWindows): Reason {
  const { coverage } = kind;
  if (coverage.rule === "year")
    return { key: "collection.year_missing", values: { year: windows.current.since.slice(0, 4) } };
  if (coverage.rule === "recent") return { key: "collection.not_recent", values: { count: coverage.days } };
  return { key: "collection.none_valid" };
}

function covered(
  { coverage }: PublicationKind,
  { covering }: WindowCount,
  { since }: CoverageWindows["current"],
): Verdict {
  if (coverage.rule === "year") return full("collection.full_year", { year: since.slice(0, 4) });
  if (coverage.rule === "recent") return full("collection.full_recent", { count: covering });
  return full(coverage.rule === "any" ? "collection.full_any" : "collection.full_valid", { count: covering });
}

/** A collection of documents: the present is covered, by documents that have their files and both languages. */
export function collectionReadiness(kind: PublicationKind, facts: CollectionFacts | undefined): Verdict {
  if (!facts || facts.total === 0) return none("collection.empty");
  const { windows, current, grace } = facts;
  const inGrace = current.covering === 0 && windows.grace !== null && (grace?.covering ?? 0) > 0;
  const [count, window] = inGrace ? [grace!, windows.grace!] : [current, windows.current];
  if (count.covering === 0) return partial(gap(kind, windows));
  const reasons: Reason[] = [];
  if (count.withoutFile > 0) reasons.push({ key: "collection.without_file", values: { count: count.withoutFile } });
  if (count.withoutEnglish > 0)
    reasons.push({ key: "collection.without_english", values: { count: count.withoutEnglish } });
  return reasons.length > 0 ? partial(...reasons) : covered(kind, count, window);
}

type PagePart = "who" | "how" | "periods" | "address" | "form" | "sections" | "legal";

/** What a procedure's page must tell before it is whole; see the catalogue's `shows`. */
const askedParts: Record<string, readonly PagePart[]> = {
  "I.3.12": ["who", "how", "periods"],
  "I.3.14": ["how", "periods", "address", "form"],
  "I.3.17": ["how", "periods", "form"],
  "II.1.3": ["sections", "legal"],
};

const isText = (value: unknown): value is LocalizedText =>
  typeof value === "object" && value !== null && "sq" in value && typeof value.sq === "string";

/** Whether every text inside a value is there in English too. */
function isBilingual(value: unknown): boolean {
  if (isText(value)) return Boolean(value.en);
  return typeof value !== "object" || value === null || Object.values(value).every(isBilingual);
}

const hasPart = (content: PageContent, part: PagePart) => {
  const value = content[part];
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
};

/** The page of a procedure: each part that it must tell is there, in both languages. */
export function pageReadiness(code: string, content: PageContent | undefined): Verdict {
  if (!content) return none("page.empty");
  const missing = (askedParts[code] ?? []).filter((part) => !hasPart(content, part));
  const reasons: Reason[] = missing.map((part) => ({ key: `page.without_${part}` }));
  if (!isBilingual(content)) reasons.push({ key: "page.without_english" });
  return reasons.length > 0 ? partial(...reasons) : full("page.full");
}

function albumReadiness({ albums, photos, withoutEnglish }: AlbumFacts): Verdict {
  if (albums === 0 || photos === 0) return none("albums.empty");
  if (withoutEnglish > 0) return partial({ key: "albums.without_english", values: { count: withoutEnglish } });
  return full("albums.full", { count: photos });
}

const socialReadiness = ({ social = [] }: Contacts): Verdict =>
  social.length > 0 ? full("social.full", { count: social.length }) : none("social.empty");

function mediaReadiness({ media }: Contacts): Verdict {
  if (!media) return none("media.empty");
  const reasons: Reason[] = (["phone", "email", "hours", "accreditation"] as const)
    .filter((part) => !media[part])
    .map((part) => ({ key: `media.without_${part}` }));
  if (!isBilingual(media)) reasons.push({ key: "page.without_english" });
  return reasons.length > 0 ? partial(...reasons) : full("media.full");
}

/** How far one element is there. Pure: the same facts give the same verdict. */
export function readinessOf({ code, kind }: Pick<CatalogueElement, "code" | "kind">, facts: Facts): Verdict {
  // The councils' form knows no fourth answer: what a council does not have is not there. Why, its own words say.
  if (facts.declined.has(code)) return { readiness: "none", reasons: [] };
  const collection = publicationKind(code);
  if (collection) return collectionReadiness(collection, facts.collections.get(code));
  const verdict = facts.features.get(code);
  if (verdict) return verdict;
  if (code === "B.I.2") return full("board.full");
  if (code === "V.1.4") return socialReadiness(facts.contacts);
  if (code === "V.1.5") return albumReadiness(facts.albums);
  if (code === "V.1.6") return mediaReadiness(facts.contacts);
  if (code in askedParts) return pageReadiness(code, facts.pages.get(code));
  // The form itself is still to come: until it can be sent, its description does not count.
  if (kind === "form" && facts.pages.has(code)) return none("feature.described");
  return none("feature.missing");
}
