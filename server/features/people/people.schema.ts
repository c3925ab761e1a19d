import * as v from "valibot";
import { isoDate, localizedHtml, localizedText } from "../../text.schema.ts";

/** How somebody is reached; every part may be unknown. */
export const PersonContacts = v.object({
  phone: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40))),
  email: v.optional(v.pipe(v.string(), v.trim(), v.email("email.malformed"), v.maxLength(254))),
  office: v.optional(localizedText(200)),
  hours: v.optional(localizedText(200)),
  social: v.optional(
    v.array(
      v.object({
        network: v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(30, "text.too_long")),
        url: v.pipe(v.string(), v.url(), v.startsWith("https://")),
      }),
    ),
  ),
});
export type PersonContacts = v.InferOutput<typeof PersonContacts>;

const line = (maximum: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(maximum, "text.too_long"));

/** An address that is known beforehand; otherwise it comes from the Albanian name. */
export const GivenSlug = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "publications.slug_malformed"),
    v.maxLength(100, "text.too_long"),
  ),
);

export const genders = ["female", "male", "other"] as const;

/** What is known of a person. What is not known is left out: pages then say that it is not. */
export const PersonInput = v.strictObject({
  slug: GivenSlug,
  /** As it is written, given name first. */
  name: line(120),
  familyName: line(80),
  gender: v.nullish(v.picklist(genders)),
  occupation: v.nullish(localizedText(300)),
  /** HTML; it is cleaned. */
  cv: v.nullish(localizedHtml(30_000)),
  contacts: v.optional(PersonContacts, {}),
});
export type PersonInput = v.InferInput<typeof PersonInput>;

/** What is changed; all else stays. The address of a person never changes. */
export const PersonChange = v.partial(v.omit(PersonInput, ["slug"]));
export type PersonChange = v.InferInput<typeof PersonChange>;

const uuid = v.pipe(v.string(), v.uuid());

/** To which party somebody belongs since when; `null` says that it is none. */
export const AffiliationInput = v.strictObject({
  partyId: v.nullable(uuid),
  beginsOn: isoDate,
  endsOn: v.nullish(isoDate),
});
export type AffiliationInput = v.InferInput<typeof AffiliationInput>;

/** A seat that somebody holds elsewhere on behalf of the council. `basis` is the act that sent them there. */
export const RepresentationInput = v.strictObject({
  organisation: localizedText(200),
  role: v.nullish(localizedText(200)),
  basis: v.nullish(localizedText(300)),
  beginsOn: isoDate,
  endsOn: v.nullish(isoDate),
});
export type RepresentationInput = v.InferInput<typeof RepresentationInput>;

/** What is said about somebody's photo to those who do not see it. */
export const PortraitText = localizedText(300);
