import * as v from "valibot";
import { place } from "../../number.schema.ts";
import { isoDate, localizedHtml, localizedText } from "../../text.schema.ts";
import { StreamAddress } from "../following/stream-address.schema.ts";
import { GivenSlug, PersonContacts } from "../people/people.schema.ts";
import { bodyKinds, endReasons, roles } from "./bodies.shared.ts";

const uuid = v.pipe(v.string(), v.uuid());

/** A body of any kind. Texts of `functions` and `duties` are HTML; they are cleaned. */
export const BodyInput = v.strictObject({
  kind: v.picklist(bodyKinds),
  slug: GivenSlug,
  name: localizedText(200),
  functions: v.nullish(localizedHtml(20_000)),
  duties: v.nullish(localizedHtml(20_000)),
  /** The act that founded it, as it is quoted. */
  foundingAct: v.nullish(localizedText(300)),
  /** The administrative unit to which a village or neighbourhood belongs. */
  unit: v.nullish(v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(80, "text.too_long"))),
  contacts: v.optional(PersonContacts, {}),
  /** Where its meetings are streamed; without it, where the council's are. */
  streamUrl: v.nullish(StreamAddress),
  beginsOn: v.nullish(isoDate),
  endsOn: v.nullish(isoDate),
  /** The council's own order among bodies of the kind. */
  position: v.optional(place, 0),
});
export type BodyInput = v.InferInput<typeof BodyInput>;

/** What is changed; all else stays. Kind and address of a body never change. */
export const BodyChange = v.partial(v.omit(BodyInput, ["kind", "slug"]));
export type BodyChange = v.InferInput<typeof BodyChange>;

/** A term of the council. Days are included at both ends; the last is unknown while it lasts. */
export const TermInput = v.strictObject({
  /** Otherwise made of its years: `2023-2027`. */
  slug: GivenSlug,
  beginsOn: isoDate,
  endsOn: v.nullish(isoDate),
  seats: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
});
export type TermInput = v.InferInput<typeof TermInput>;

/** A term whole; its address stays. */
export const TermEdit = v.strictObject(v.omit(TermInput, ["slug"]).entries);
export type TermEdit = v.InferInput<typeof TermEdit>;

const membership = {
  role: v.picklist(roles),
  /** A post’s own name, as of the secretariat’s staff. */
  title: v.nullish(localizedText(200)),
  /** Of a seat in the council, with `seat`. */
  termId: v.nullish(uuid),
  seat: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))),
  /** The list on which the seat was won. */
  partyId: v.nullish(uuid),
  beginsOn: isoDate,
  endsOn: v.nullish(isoDate),
  endReason: v.nullish(v.picklist(endReasons)),
  endNote: v.nullish(localizedText(500)),
  howChosen: v.nullish(localizedText(500)),
  /** The council’s own order within the body. */
  position: v.optional(place, 0),
};

export const MembershipInput = v.strictObject({ bodyId: uuid, personId: uuid, ...membership });
export type MembershipInput = v.InferInput<typeof MembershipInput>;

/** What is changed; all else stays. Who and where never change: that is another membership. */
export const MembershipChange = v.partial(v.strictObject(membership));
export type MembershipChange = v.InferInput<typeof MembershipChange>;

/** A body with everybody who is or was in it. A membership without an id is new; one that is left out was an error. */
export const BodyEdit = v.strictObject({
  ...v.omit(BodyInput, ["slug"]).entries,
  memberships: v.optional(
    v.pipe(
      v.array(v.strictObject({ id: v.nullish(uuid), personId: uuid, ...membership })),
      v.maxLength(500, "bodies.too_many_members"),
    ),
    [],
  ),
});
export type BodyEdit = v.InferOutput<typeof BodyEdit>;

/** The last day of a membership, and why it ended. */
export const MembershipEnd = v.strictObject({
  endsOn: isoDate,
  reason: v.picklist(endReasons),
  note: v.nullish(localizedText(500)),
});
export type MembershipEnd = v.InferInput<typeof MembershipEnd>;

/** Why a body is withdrawn, as its address goes on telling. */
export const BodyWithdrawalReason = localizedText(500);
