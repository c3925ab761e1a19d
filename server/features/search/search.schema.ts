import * as v from "valibot";
import { searchKinds } from "../../search/search-kinds.shared.ts";
import { localizedText } from "../../text.schema.ts";
import { ListedCouncil } from "../settings/council.schema.ts";

const kind = v.picklist(searchKinds);
const inBoth = v.object({ sq: v.string(), en: v.string() });
/** A stretch of the text beside it, in UTF-16 units. */
const Range = v.object({ start: v.number(), end: v.number() });

export const FoundHit = v.object({
  kind,
  title: v.string(),
  /** Where the title has what was asked. */
  titleRanges: v.array(Range),
  /** The language of title and excerpt. */
  language: v.picklist(["sq", "en"]),
  url: inBoth,
  date: v.nullable(v.string()),
  /** What it belongs to: the act that a document belongs to, the meeting of an item. */
  beside: v.nullable(localizedText()),
  excerpt: v.nullable(
    v.object({ text: v.string(), ranges: v.array(Range), isCutBefore: v.boolean(), isCutAfter: v.boolean() }),
  ),
  /** Of a stored file, the page that holds it. */
  page: v.nullable(v.number()),
  /** The text was read by a machine out of a picture, with its mistakes. */
  isMachineRead: v.boolean(),
});
export type FoundHit = v.InferOutput<typeof FoundHit>;

const counted = <S extends v.GenericSchema>(value: S) => v.array(v.object({ value, count: v.number() }));

export const SearchPage = v.object({
  q: v.string(),
  total: v.number(),
  page: v.number(),
  pages: v.number(),
  sort: v.picklist(["best", "newest"]),
  hits: v.array(FoundHit),
  /** How many of each there are under all filters but this one. */
  facets: v.object({
    kind: counted(kind),
    year: counted(v.number()),
    body: v.array(v.object({ value: v.string(), count: v.number(), label: localizedText() })),
    topic: counted(v.string()),
  }),
  didYouMean: v.nullable(v.string()),
  /** The search engine is away, and the one that comes with the database answers. */
  isSimpler: v.boolean(),
  /** Where the reference that was typed, and nothing else, leads. */
  straightTo: v.nullable(inBoth),
});
export type SearchPage = v.InferOutput<typeof SearchPage>;

export const Suggestions = v.object({
  suggestions: v.array(
    v.object({
      ...v.pick(FoundHit, ["kind", "title", "titleRanges", "language", "url", "date"]).entries,
      /** What it is, in the language that was asked in. */
      label: v.string(),
    }),
  ),
  /** How many there are, as it is read aloud. */
  said: v.string(),
});
export type Suggestions = v.InferOutput<typeof Suggestions>;

export const CouncilsSearch = v.object({
  q: v.string(),
  total: v.number(),
  page: v.number(),
  pages: v.number(),
  hits: v.array(v.object({ ...FoundHit.entries, url: v.string(), council: v.string() })),
  kind: counted(kind),
  isSimpler: v.boolean(),
  /** Councils that agree to be searched together, those with the most first, with how many there are of each. */
  councils: v.array(v.object({ ...ListedCouncil.entries, count: v.number() })),
});
export type CouncilsSearch = v.InferOutput<typeof CouncilsSearch>;
