import * as v from "valibot";
import { Problem } from "../../http/problem.schema.ts";
import { Localized } from "../../text.schema.ts";
import { PhotoView } from "../albums/photo.schema.ts";
import { meetingStages } from "../meetings/meetings.shared.ts";
import { Affiliation, PersonRef } from "../people/members.schema.ts";
import { genders, PersonContacts } from "../people/people.schema.ts";
import { BodyRef } from "../people/person.schema.ts";
import { bodyKinds, endReasons, roles } from "./bodies.shared.ts";

const InBoth = v.object({ sq: v.string(), en: v.string() });
const day = v.pipe(v.string(), v.isoDate());
const instant = v.pipe(v.string(), v.isoTimestamp());
const role = v.picklist(roles);

export const bodiesPerPage = 50;
export const membersPerPage = 50;

/** A meeting among others: its own title, or the name of its kind. */
export const MeetingRef = v.object({
  url: InBoth,
  title: Localized,
  startsAt: instant,
  day,
  stage: v.picklist(meetingStages),
});
export type MeetingRef = v.InferOutput<typeof MeetingRef>;

/** A body in the list of its kind. */
export const BodySummary = v.object({
  ...BodyRef.entries,
  unit: v.nullable(v.string()),
  contacts: PersonContacts,
  /** Who leads it: the chair, the village head, the community liaison. */
  leader: v.nullable(v.object({ ...PersonRef.entries, role, contacts: PersonContacts })),
  members: v.number(),
  next: v.nullable(MeetingRef),
  beginsOn: v.nullable(day),
  endsOn: v.nullable(day),
  isNow: v.boolean(),
});
export type BodySummary = v.InferOutput<typeof BodySummary>;

/** Bodies of one kind in the council’s own order; those that ended come last. */
export const BodyList = v.object({
  kind: v.string(),
  total: v.number(),
  page: v.number(),
  pages: v.number(),
  perPage: v.number(),
  filters: v.object({ q: v.nullable(v.string()), unit: v.nullable(v.string()) }),
  facets: v.object({ units: v.array(v.object({ value: v.string(), count: v.number() })) }),
  items: v.array(BodySummary),
});
export type BodyList = v.InferOutput<typeof BodyList>;

/** Somebody in a body, once however many roles they have there; the first of `roles` is the highest. */
export const BodyMember = v.object({
  ...PersonRef.entries,
  gender: v.nullable(v.picklist(genders)),
  photo: v.nullable(PhotoView),
  contacts: PersonContacts,
  hasCv: v.boolean(),
  /** Of members of committees: to which party they belong today. */
  affiliation: v.nullable(Affiliation),
  roles: v.array(role),
  title: v.nullable(Localized),
  howChosen: v.nullable(Localized),
  beginsOn: day,
  endsOn: v.nullable(day),
  endReason: v.nullable(v.picklist(endReasons)),
});
export type BodyMember = v.InferOutput<typeof BodyMember>;

/** A body’s page. `functions` and `duties` are cleaned HTML. */
export const Body = v.object({
  ...BodyRef.entries,
  functions: v.nullable(Localized),
  duties: v.nullable(Localized),
  foundingAct: v.nullable(Localized),
  unit: v.nullable(v.string()),
  contacts: PersonContacts,
  beginsOn: v.nullable(day),
  endsOn: v.nullable(day),
  isNow: v.boolean(),
  members: v.array(BodyMember),
  /** Who was there before, the last first. */
  former: v.array(BodyMember),
  meetings: v.object({ next: v.array(MeetingRef), last: v.array(MeetingRef) }),
});
export type Body = v.InferOutput<typeof Body>;

/** A line of the register of members: one person in one role in one body, from a day to another. */
export const MembershipView = v.object({
  id: v.string(),
  person: PersonRef,
  body: BodyRef,
  role,
  title: v.nullable(Localized),
  howChosen: v.nullable(Localized),
  beginsOn: day,
  endsOn: v.nullable(day),
  endReason: v.nullable(v.picklist(endReasons)),
  isNow: v.boolean(),
});
export type MembershipView = v.InferOutput<typeof MembershipView>;

export const MembershipList = v.object({
  total: v.number(),
  page: v.number(),
  pages: v.number(),
  perPage: v.number(),
  filters: v.object({ q: v.nullable(v.string()), body: v.nullable(v.string()), when: v.nullable(v.string()) }),
  facets: v.object({
    bodies: v.array(v.object({ value: v.string(), label: Localized, count: v.number() })),
    when: v.array(v.object({ value: v.string(), count: v.number() })),
  }),
  items: v.array(MembershipView),
});
export type MembershipList = v.InferOutput<typeof MembershipList>;

/** What is left of a withdrawn body: of which kind it was, when and why it was withdrawn. */
export const WithdrawnBody = v.object({
  ...Problem.entries,
  code: v.literal("bodies.withdrawn"),
  kind: v.picklist(bodyKinds),
  withdrawnAt: instant,
  reason: Localized,
});
export type WithdrawnBody = v.InferOutput<typeof WithdrawnBody>;
