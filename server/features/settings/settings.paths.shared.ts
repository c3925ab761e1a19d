import type { InBoth } from "../elements/catalogue.shared.ts";

export const settingsPath = { sq: "/admin/cilesimet", en: "/en/admin/settings" } as const satisfies InBoth;
const below = (sq: string, en: string): InBoth => ({ sq: `${settingsPath.sq}${sq}`, en: `${settingsPath.en}${en}` });

/** What the council sets for itself, by what it is about, what is needed first before the rest. */
export const settingsGroups = {
  who: ["names", "contacts", "data-officer", "media", "social"],
  look: ["colour", "emblem", "languages"],
  work: ["order", "numbering", "approval", "broadcast", "periods", "days"],
  site: ["modules", "domain"],
} as const;
export type SettingsGroup = keyof typeof settingsGroups;
export const settingsSections = [
  ...settingsGroups.who,
  ...settingsGroups.look,
  ...settingsGroups.work,
  ...settingsGroups.site,
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
  broadcast: below("/transmetimi", "/broadcast"),
  period: below("/afatet", "/periods"),
  periodEnd: below("/afatet/mbarimi", "/periods/end"),
  dayOff: below("/pushimet", "/days-off"),
  holiday: below("/pushimet/festat", "/days-off/holidays"),
  dayBack: below("/pushimet/heqja", "/days-off/removal"),
  order: below("/renditja", "/order"),
  modules: below("/pjeset", "/modules"),
  moduleOn: below("/pjeset/kthimi", "/modules/back"),
  domain: below("/adresa", "/domain"),
  domainCheck: below("/adresa/kontrolli", "/domain/check"),
  domainDrop: below("/adresa/heqja", "/domain/removal"),
} as const;
