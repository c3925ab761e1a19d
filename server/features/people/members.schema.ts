import * as v from "valibot";
import { Localized } from "../../text.schema.ts";
import { PhotoView } from "../albums/photo.schema.ts";
import { endReasons, roles } from "../bodies/bodies.shared.ts";
import { genders } from "./people.schema.ts";

const InBoth = v.object({ sq: v.string(), en: v.string() });
const day = v.pipe(v.string(), v.isoDate());

/** A party as it was called on the day that is spoken of. `colour` is `#rrggbb`. */
export const PartyView = v.object({
  slug: v.string(),
  shortName: v.string(),
  name: Localized,
  colour: v.nullable(v.string()),
});
export type PartyView = v.InferOutput<typeof PartyView>;

/**
 * To which party somebody belongs: `party`; `none` where it is known that it is none; `list` where only the list is known
 * on which the seat was won; `unknown` where nothing is.
 */
export const Affiliation = v.object({
  kind: v.picklist(["party", "none", "list", "unknown"]),
  party: v.nullable(PartyView),
});
export type Affiliation = v.InferOutput<typeof Affiliation>;

/** A term of the council; days are included at both ends. */
export const TermView = v.object({
  slug: v.string(),
  beginsOn: day,
  endsOn: v.nullable(day),
  seats: v.number(),
  /** Whether it runs today. */
  isCurrent: v.boolean(),
});
export type TermView = v.InferOutput<typeof TermView>;

/** A person in a list. */
export const PersonRef = v.object({ slug: v.string(), url: InBoth, name: v.string() });
export type PersonRef = v.InferOutput<typeof PersonRef>;

const role = v.picklist(roles);

/** Somebody who holds or held a seat in the term. What is said of them holds on `asOf` of the list, or on their last day. */
export const MemberView = v.object({
  ...PersonRef.entries,
  gender: v.nullable(v.picklist(genders)),
  photo: v.nullable(PhotoView),
  occupation: v.nullable(Localized),
  seat: v.number(),
  /** What else they are in the council itself: chair, deputy chair. */
  role: v.nullable(role),
  affiliation: Affiliation,
  committees: v.array(v.object({ slug: v.string(), url: InBoth, name: Localized, role })),
  beginsOn: day,
  endsOn: v.nullable(day),
  endReason: v.nullable(v.picklist(endReasons)),
});
export type MemberView = v.InferOutput<typeof MemberView>;

/** A seat that more than one person held in a term, in their order, or that nobody holds any more. */
export const MandateChange = v.object({
  seat: v.number(),
  /** The list on which it was won. */
  list: v.nullable(PartyView),
  holders: v.array(
    v.object({
      ...PersonRef.entries,
      beginsOn: day,
      endsOn: v.nullable(day),
      endReason: v.nullable(v.picklist(endReasons)),
      endNote: v.nullable(Localized),
    }),
  ),
});
export type MandateChange = v.InferOutput<typeof MandateChange>;

const Count = v.object({ value: v.string(), label: Localized, count: v.number() });

/**
 * The members of the council in one term, in the council’s own order: whoever chairs, the deputies, then all others.
 * `members` sit on `asOf` (today, or the last day of a past term), `former` held a seat before. Counts of `balance` and
 * `groups` are of all who sit, whatever the filters.
 */
export const MemberList = v.object({
  term: v.nullable(TermView),
  terms: v.array(TermView),
  asOf: day,
  filters: v.object({
    q: v.nullable(v.string()),
    term: v.nullable(v.string()),
    party: v.nullable(v.string()),
    committee: v.nullable(v.string()),
  }),
  /** How many sit, and how many seats nobody holds. */
  sitting: v.number(),
  vacant: v.number(),
  balance: v.object({ female: v.number(), male: v.number(), other: v.number(), unknown: v.number() }),
  groups: v.array(v.object({ affiliation: Affiliation, seats: v.number() })),
  facets: v.object({ parties: v.array(Count), committees: v.array(Count) }),
  members: v.array(MemberView),
  former: v.array(MemberView),
  changes: v.array(MandateChange),
});
export type MemberList = v.InferOutput<typeof MemberList>;
