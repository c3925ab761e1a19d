import type { InBoth } from "../elements/catalogue.shared.ts";

export const settingsPath = { sq: "/admin/cilesimet", en: "/en/admin/settings" } as const satisfies InBoth;
const below = (sq: string, en: string): InBoth => ({ sq: `${settingsPath.sq}${sq}`, en: `${settingsPath.en}${en}` });

/** What the council sets for itself, in this order. */
export const settingsSections = [
  "names",
  "contacts",
  "social",
  "media",
  "data-officer",
  "colour",
  "emblem",
  "languages",
  "numbering",
  "approval",
  "periods",
  "days",
  "order",
  "domain",
] as const;
export type SettingsSection = (typeof settingsSections)[number];

/** Each section of the settings is a form of its own. */
export const settingsPaths = {
  names: below("/emrat", "/names"),
  contacts: below("/kontaktet", "/contacts"),
  social: below("/rrjetet", "/social"),
  media: below("/media", "/media"),
  dataOfficer: below("/te-dhenat", "/data-officer"),
  colour: below("/ngjyra", "/colour"),
  emblem: below("/stema", "/emblem"),
  ownEmblem: below("/stema/e-vet", "/emblem/own"),
  languages: below("/gjuhet", "/languages"),
  numbering: below("/numertimi", "/numbering"),
  approval: below("/miratimi", "/approval"),
  period: below("/afatet", "/periods"),
  periodEnd: below("/afatet/mbarimi", "/periods/end"),
  dayOff: below("/pushimet", "/days-off"),
  holiday: below("/pushimet/festat", "/days-off/holidays"),
  dayBack: below("/pushimet/heqja", "/days-off/removal"),
  order: below("/renditja", "/order"),
  domain: below("/adresa", "/domain"),
  domainCheck: below("/adresa/kontrolli", "/domain/check"),
  domainDrop: below("/adresa/heqja", "/domain/removal"),
} as const;
