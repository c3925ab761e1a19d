import * as v from "valibot";
import { isoDate, localizedText } from "../../text.schema.ts";
import { type ModuleName, moduleNames } from "./modules.shared.ts";

const optionalText = (maximum: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(maximum)));
const email = v.pipe(v.string(), v.trim(), v.email("email.malformed"), v.maxLength(254));
const person = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
  role: v.optional(localizedText(200)),
  phone: optionalText(40),
  email: v.optional(email),
  hours: v.optional(localizedText(200)),
});

/** How a council is reached. Every part may be unknown: the site then says so. */
export const Contacts = v.object({
  address: v.optional(localizedText(300)),
  phone: optionalText(40),
  email: v.optional(email),
  hours: v.optional(localizedText(200)),
  municipalityWebsite: v.optional(v.pipe(v.string(), v.url(), v.startsWith("https://"))),
  units: v.optional(v.array(v.pipe(v.string(), v.maxLength(80)))),
  seats: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))),
  term: v.optional(v.pipe(v.string(), v.maxLength(20))),
  social: v.optional(
    v.array(
      v.object({
        network: v.pipe(v.string(), v.maxLength(30)),
        url: v.pipe(v.string(), v.url(), v.startsWith("https://")),
      }),
    ),
  ),
  media: v.optional(v.object({ ...person.entries, accreditation: v.optional(localizedText(600)) })),
  dataOfficer: v.optional(person),
});
export type Contacts = v.InferOutput<typeof Contacts>;

/** How acts and protocol entries are numbered: anew each year or through the term. */
export const Numbering = v.object({ acts: v.optional(v.picklist(["year", "term"])) });
export type Numbering = v.InferOutput<typeof Numbering>;

const Said = v.object({ since: isoDate, reason: localizedText(400) });
/** What a council says that it does not have, since when and why. What is absent it has, or may have. */
export const Modules = v.partial(
  v.strictObject(Object.fromEntries(moduleNames.map((name) => [name, Said])) as Record<ModuleName, typeof Said>),
);
export type Modules = v.InferOutput<typeof Modules>;

export const Theme = v.object({
  brand: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/, "settings.colour_malformed")),
  /** One of the emblems that every council may take. */
  emblem: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  /** The council's own, which stands in its place: a PNG among its files, with its size in pixels. */
  picture: v.optional(
    v.object({ sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), width: v.number(), height: v.number() }),
  ),
});
export type Theme = v.InferOutput<typeof Theme>;
