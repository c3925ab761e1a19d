import { elementByCode, type InBoth } from "../elements/catalogue.shared.ts";
import { collections } from "../publications/publications.pages.shared.ts";

/** The last part of the address at which each register of the council's work is described, below the page of open data. */
export const registerSlugs = {
  members: { sq: "anetaret", en: "members" },
  bodies: { sq: "organet", en: "bodies" },
  board_members: { sq: "anetaret-e-bordeve", en: "board-members" },
  memberships: { sq: "anetaresite", en: "body-memberships" },
  mandates: { sq: "mandatet", en: "mandates" },
  elections: { sq: "zgjedhjet", en: "elections" },
  election_lists: { sq: "listat-zgjedhore", en: "election-lists" },
  pay: { sq: "pagesat", en: "pay" },
  meetings: { sq: "mbledhjet", en: "meetings" },
  recordings: { sq: "videoteka", en: "video-library" },
  recording_chapters: { sq: "kapitujt-e-regjistrimeve", en: "recording-chapters" },
  agenda_items: { sq: "rendi-i-dites", en: "agenda-items" },
  votes: { sq: "votimet", en: "votes" },
  ballots: { sq: "votat", en: "ballots" },
  attendance: { sq: "pjesemarrja", en: "attendance" },
  meeting_steps: { sq: "ecuria-e-mbledhjeve", en: "course-of-meetings" },
  draft_acts: { sq: "projektaktet", en: "draft-acts" },
  plan: { sq: "plani-i-vendimmarrjes", en: "decision-plan" },
  acts: { sq: "aktet", en: "acts" },
  act_relations: { sq: "lidhjet-e-akteve", en: "act-relations" },
  prefect_steps: { sq: "verifikimi-i-prefektit", en: "prefect-review" },
  act_gaps: { sq: "numrat-e-munguar", en: "act-number-gaps" },
} as const satisfies Record<string, InBoth>;

/** A collection of documents is named by its element. */
export const collectionName = (element: string) => `documents_${element.replaceAll(".", "_").toLowerCase()}`;

const lastPart = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** Every register's, the collections of documents under the words of their own pages. */
export const describedSlugs: Readonly<Record<string, InBoth>> = {
  ...registerSlugs,
  ...Object.fromEntries(
    collections.map((code) => {
      const { path } = elementByCode(code as never);
      return [collectionName(code), { sq: lastPart(path.sq), en: lastPart(path.en) }];
    }),
  ),
};

/**
 * Where a register is described: `/te-dhena-te-hapura/votimet`. One that is no page elsewhere has its exports there too.
 */
export function registerPath(name: keyof typeof registerSlugs | (string & {})): InBoth {
  const { path } = elementByCode("I.8.1");
  const slug = describedSlugs[name]!;
  return { sq: `${path.sq}/${slug.sq}`, en: `${path.en}/${slug.en}` };
}

const byAlbanianSlug = new Map(Object.entries(describedSlugs).map(([name, { sq }]) => [sq, name]));

/** The register that is described at this Albanian last part of the address. */
export const nameAtSlug = (slug: string): string | undefined => byAlbanianSlug.get(slug);
