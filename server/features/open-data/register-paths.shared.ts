import { elementByCode, type InBoth } from "../elements/catalogue.shared.ts";

/** Registers that are no page elsewhere, with the last part of their addresses below the page of open data. */
export const registerSlugs = {
  meetings: { sq: "mbledhjet", en: "meetings" },
  attendance: { sq: "pjesemarrja", en: "attendance" },
  agenda_items: { sq: "rendi-i-dites", en: "agenda-items" },
  votes: { sq: "votimet", en: "votes" },
  ballots: { sq: "votat", en: "ballots" },
  act_relations: { sq: "lidhjet-e-akteve", en: "act-relations" },
  prefect_steps: { sq: "verifikimi-i-prefektit", en: "prefect-review" },
  act_gaps: { sq: "numrat-e-munguar", en: "act-number-gaps" },
  bodies: { sq: "organet", en: "bodies" },
  mandates: { sq: "mandatet", en: "mandates" },
  election_lists: { sq: "listat-zgjedhore", en: "election-lists" },
} as const satisfies Record<string, InBoth>;

/**
 * Where a register stands that is no page elsewhere: `/te-dhena-te-hapura/votimet`. There it has a page that describes it,
 * and its exports are that address with an ending.
 */
export function registerPath(name: keyof typeof registerSlugs): InBoth {
  const { path } = elementByCode("I.8.1");
  const slug = registerSlugs[name];
  return { sq: `${path.sq}/${slug.sq}`, en: `${path.en}/${slug.en}` };
}
