import type { LocalizedText } from "../../locale.shared.ts";
import type { Standing } from "../../workspace/changed-meanwhile.shared.ts";
import type { ModuleName } from "./modules.shared.ts";
import type { SettingsData } from "./settings-data.ts";

const both = (name: string, value: LocalizedText | null | undefined) => ({
  [`${name}.sq`]: value?.sq,
  [`${name}.en`]: value?.en,
});

/** In the place of an emblem's name, where the council has a picture of its own: another picture is another emblem. */
export const ownEmblem = ({ src }: { src: string }): string => `own ${src}`;
export const isOwnEmblem = (value: string): boolean => value.startsWith("own ");

/** Which emblem the council has, by its name or its picture. */
export const standingEmblem = ({ emblem, emblemPicture }: SettingsData["emblem"]): string =>
  emblemPicture ? ownEmblem(emblemPicture) : emblem;

type Person = SettingsData["contacts"]["dataOfficer"];
const person = (known: Person) => ({
  ...{ name: known?.name, phone: known?.phone, email: known?.email },
  ...both("role", known?.role),
  ...both("hours", known?.hours),
});

/** What the form of each section shows of what is set. */
export const sectionValues = {
  names: ({ names: { council, municipality, place } }) => ({
    ...both("council", council),
    ...both("municipality", municipality),
    ...both("place", place),
  }),
  contacts: ({ contacts: { address, phone, email, hours, municipalityWebsite, units, seats, term } }) => ({
    ...both("address", address),
    ...both("hours", hours),
    ...{ phone, email, municipalityWebsite, term },
    ...{ units: units?.join("\n"), seats: seats?.toString() },
  }),
  social: ({ contacts, networks }) =>
    Object.fromEntries(
      networks.map((network) => [network, contacts.social?.find((known) => known.network === network)?.url]),
    ),
  "data-officer": ({ contacts }) => person(contacts.dataOfficer),
  media: ({ contacts: { media } }) => ({ ...person(media), ...both("accreditation", media?.accreditation) }),
  colour: ({ colour }) => ({ brand: colour.own }),
  emblem: ({ emblem }) => ({ emblem: standingEmblem(emblem) }),
  languages: ({ languages }) => ({ english: languages.includes("en") ? "on" : null }),
  numbering: ({ acts }) => ({ acts }),
  broadcast: ({ broadcast: { stream, connections } }) => ({ stream, connections: String(connections) }),
  approval: ({ approval }) => ({ approval: approval ? "on" : null }),
} satisfies Record<string, (data: SettingsData) => Standing>;
export type GuardedSection = keyof typeof sectionValues;

/** The same of one of the parts that a council may not have. */
export const moduleValues = ({ modules, today }: SettingsData, name: ModuleName): Standing => ({
  since: modules[name]?.since ?? today,
  ...both("reason", modules[name]?.reason),
});
