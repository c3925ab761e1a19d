import * as v from "valibot";
import { Problem } from "../../http/problem.schema.ts";
import { isoDate, Localized, localizedHtml, localizedText } from "../../text.schema.ts";
import { PhotoView } from "../albums/photo.schema.ts";
import { DocumentHistory, DocumentView } from "../documents/documents.schema.ts";

export const perPage = 20;

const InBoth = v.object({ sq: v.string(), en: v.string() });
const instant = v.pipe(v.string(), v.isoTimestamp());
const day = v.pipe(v.string(), v.isoDate());

/** The typed fields of the element's kind, as they are stored; see `kinds.shared.ts`. */
const Fields = v.record(v.string(), v.unknown());

/** One row of a collection. `fields` holds those that the list shows. Dates are `YYYY-MM-DD`. */
export const PublicationSummary = v.object({
  id: v.string(),
  element: v.string(),
  slug: v.string(),
  /** Paths of its page. */
  url: InBoth,
  title: Localized,
  summary: v.nullable(Localized),
  date: v.nullable(day),
  year: v.nullable(v.number()),
  periodFrom: v.nullable(day),
  periodTo: v.nullable(day),
  tags: v.array(v.string()),
  fields: Fields,
  photo: v.nullable(PhotoView),
  publishedAt: instant,
  documents: v.array(DocumentView),
});
export type PublicationSummary = v.InferOutput<typeof PublicationSummary>;

const Count = <S extends v.GenericSchema>(value: S) => v.object({ value, count: v.number() });

/**
 * A page of a collection. Each facet counts what would be found with that value and all other filters as they are;
 * `fields` has one list per filter of the kind, with every value that occurs.
 */
export const PublicationList = v.object({
  element: v.string(),
  total: v.number(),
  page: v.number(),
  pages: v.number(),
  perPage: v.number(),
  /** The filters that were asked for, in one spelling. */
  filters: v.object({
    q: v.nullable(v.string()),
    year: v.nullable(v.number()),
    tag: v.nullable(v.string()),
    fields: v.record(v.string(), v.string()),
  }),
  items: v.array(PublicationSummary),
  facets: v.object({
    years: v.array(Count(v.number())),
    tags: v.array(Count(v.string())),
    fields: v.record(v.string(), v.array(Count(v.string()))),
  }),
  /** Paths of the same rows as open data and as a feed, in each language. */
  exports: v.object({ json: InBoth, csv: InBoth, xlsx: InBoth, atom: InBoth }),
});
export type PublicationList = v.InferOutput<typeof PublicationList>;

const Neighbour = v.object({ slug: v.string(), title: Localized, url: InBoth });

/** One publication whole. `body` is HTML that has been cleaned. Its neighbours are those of the unfiltered list. */
export const Publication = v.object({
  ...PublicationSummary.entries,
  body: v.nullable(Localized),
  updatedAt: instant,
  documents: v.array(DocumentHistory),
  newer: v.nullable(Neighbour),
  older: v.nullable(Neighbour),
});
export type Publication = v.InferOutput<typeof Publication>;

/** What stands at the address of a withdrawn publication: that it was, when and why, and nothing of what it said. */
export const WithdrawnPublication = v.object({
  ...Problem.entries,
  code: v.literal("publications.withdrawn"),
  element: v.string(),
  slug: v.string(),
  withdrawnAt: instant,
  reason: Localized,
});
export type WithdrawnPublication = v.InferOutput<typeof WithdrawnPublication>;

export const LatestPublications = v.object({ items: v.array(PublicationSummary) });
export type LatestPublications = v.InferOutput<typeof LatestPublications>;

/** `elements` are codes joined by commas; without it all collections of the public parts I–V. */
export const LatestQuery = v.strictObject({
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d?$/, "filter.not_a_limit"),
      v.transform(Number),
      v.maxValue(50, "filter.not_a_limit"),
    ),
  ),
  elements: v.optional(v.string()),
  /** `none` leaves the files out, for headlines that name none. */
  documents: v.optional(v.picklist(["none"], "filter.not_a_choice")),
});

const text = (maximum: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(maximum, "text.too_long"));
const year = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1900, "fields.not_a_year"),
  v.maxValue(2199, "fields.not_a_year"),
);

/** What a publication is made of. Which of the dates is asked for, and the shape of `fields`, follow from the element. */
export const PublicationInput = v.strictObject({
  element: v.string(),
  /** Only where an address is known beforehand; otherwise it comes from the Albanian title. */
  slug: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "publications.slug_malformed"),
      v.maxLength(100, "text.too_long"),
    ),
  ),
  title: localizedText(300),
  summary: v.nullish(localizedText(1_000)),
  body: v.nullish(localizedHtml(200_000)),
  date: v.nullish(isoDate),
  year: v.nullish(year),
  periodFrom: v.nullish(isoDate),
  periodTo: v.nullish(isoDate),
  tags: v.optional(v.pipe(v.array(text(60)), v.maxLength(20, "publications.too_many_tags")), []),
  fields: v.optional(v.record(v.string(), v.unknown()), {}),
  /** Ids of its documents, in the order in which they are shown. */
  documents: v.optional(v.array(v.pipe(v.string(), v.uuid())), []),
});
export type PublicationInput = v.InferInput<typeof PublicationInput>;

/** What is changed; all else stays. The element and the address of a publication never change. */
export const PublicationChange = v.partial(v.omit(PublicationInput, ["element", "slug"]));
export type PublicationChange = v.InferInput<typeof PublicationChange>;

/** Why a publication is taken back, for its readers. */
export const WithdrawalReason = localizedText(500);
