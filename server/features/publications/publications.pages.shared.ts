import type { ElementPages } from "../../pages/element-pages.shared.ts";

/** The collections of documents by their element's code, with the typed fields that narrow a list: no page needs more to be found. */
const filters: Readonly<Record<string, readonly string[]>> = {
  "I.1.1": ["actKind", "status"],
  "I.4.1": [],
  "I.4.3": ["organisationKind", "membershipState"],
  "I.5.1": ["framework", "projectState"],
  "I.5.2": ["initiativeKind", "topic", "answerState"],
  "I.6.1": ["documentKind"],
  "I.7.1": [],
  "II.2.2": ["topic"],
  "II.6.1": ["status"],
  "II.7.1": ["audience"],
  "III.1.1": [],
  "III.1.2": ["planKind"],
  "III.1.3": [],
  "III.1.4": [],
  "III.1.5": [],
  "IV.1.1": ["topic", "audience"],
  "IV.1.2": ["topic", "audience"],
  "V.1.1": ["topic"],
  "V.1.2": ["topic"],
  "B.I.1": [],
  "B.II.1": [],
  "B.II.2": [],
  "B.II.3": [],
  "B.II.4": ["area"],
  "B.II.5": ["status"],
  "B.III.1": ["audience", "trainingState"],
  "B.III.2": [],
  "B.III.3": [],
  "B.III.4": ["audience"],
  "B.IV.1": [],
  "B.IV.2": [],
};

/** Codes of the elements that are collections of documents, in the catalogue's order. */
export const collections: readonly string[] = Object.keys(filters);

export const publicationsPages: ElementPages = Object.fromEntries(
  Object.entries(filters).map(([element, names]) => [
    element,
    {
      view: "publications/collection-page",
      query: ["q", "year", "tag", "page", ...names],
      item: "publications/publication-page",
    },
  ]),
);
