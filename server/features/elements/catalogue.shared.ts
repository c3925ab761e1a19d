import type { Locale } from "../../locale.shared.ts";
import addresses from "./addresses.json" with { type: "json" };

/** The elements that a council's site must hold, in the catalogue's order; their names and addresses are data. */
// biome-ignore format: a line for each section keeps the shape of the catalogue
export const elementCodes = [
  "I.1.1", "I.2.1", "I.2.2", "I.2.3", "I.2.4",
  "I.3.1", "I.3.2", "I.3.3", "I.3.4", "I.3.5", "I.3.6", "I.3.7", "I.3.8", "I.3.9", "I.3.10", "I.3.11", "I.3.12",
  "I.3.13", "I.3.14", "I.3.15", "I.3.16", "I.3.17", "I.4.1", "I.4.2", "I.4.3", "I.5.1", "I.5.2", "I.6.1", "I.7.1",
  "I.8.1", "I.9.1",
  "II.1.1", "II.1.2", "II.1.3", "II.2.1", "II.2.2", "II.3.1", "II.3.2", "II.3.3", "II.4.1", "II.4.2",
  "II.5.1", "II.5.2", "II.6.1", "II.6.2", "II.6.3", "II.6.4", "II.6.5", "II.7.1",
  "III.1.1", "III.1.2", "III.1.3", "III.1.4", "III.1.5", "III.1.6", "III.1.7", "III.1.8", "III.1.9", "III.1.10",
  "III.1.11",
  "IV.1.1", "IV.1.2",
  "V.1.1", "V.1.2", "V.1.3", "V.1.4", "V.1.5", "V.1.6",
  "B.I.1", "B.I.2", "B.II.1", "B.II.2", "B.II.3", "B.II.4", "B.II.5", "B.III.1", "B.III.2", "B.III.3", "B.III.4",
  "B.IV.1", "B.IV.2",
] as const;
export type ElementCode = (typeof elementCodes)[number];

// biome-ignore format: a line for each part
export const sectionCodes = [
  "I.1", "I.2", "I.3", "I.4", "I.5", "I.6", "I.7", "I.8", "I.9",
  "II.1", "II.2", "II.3", "II.4", "II.5", "II.6", "II.7",
  "III.1",
  "IV.1",
  "V.1",
  "B.I", "B.II", "B.III", "B.IV",
] as const;
export type SectionCode = (typeof sectionCodes)[number];

export const partCodes = ["I", "II", "III", "IV", "V", "B"] as const;
export type PartCode = (typeof partCodes)[number];

/** What stands at an element's address: a register, a form, a collection of documents … */
export type ElementKind =
  | "calendar"
  | "dashboard"
  | "documents"
  | "form"
  | "page"
  | "register"
  | "report"
  | "stream"
  | "structured";

/** A name or address in each of the site's languages; the catalogue has both. */
export type InBoth = Record<Locale, string>;

/** One of the six parts of the navigation. `path` is the page that lists its elements. */
export interface Part {
  code: PartCode;
  title: InBoth;
  /** The label in the navigation. */
  short: InBoth;
  path: InBoth;
}

/** A group of elements on a part's page; `anchor` is its `id` there. */
export interface Section {
  code: SectionCode;
  part: PartCode;
  title: InBoth;
  anchor: InBoth;
}

export interface CatalogueElement {
  code: ElementCode;
  section: SectionCode;
  kind: ElementKind;
  /** A plain name of at most 32 characters, for menus and breadcrumbs. Its full name is `titleOf` of `titles.ts`. */
  short: InBoth;
  /** The whole path, English with its `/en`. */
  path: InBoth;
}

export const parts = addresses.parts as readonly Part[];
export const sections = addresses.sections as readonly Section[];
export const elements = addresses.elements as readonly CatalogueElement[];

const byCode = new Map(elements.map((element) => [element.code as string, element]));
const byPath = new Map(elements.flatMap((element) => Object.values(element.path).map((path) => [path, element])));
const partsByPath = new Map(parts.flatMap((part) => Object.values(part.path).map((path) => [path, part])));
const sectionsByCode = new Map(sections.map((section) => [section.code, section]));
const partsByCode = new Map(parts.map((part) => [part.code, part]));

export const isElementCode = (code: string): code is ElementCode => byCode.has(code);

export const elementByCode = (code: ElementCode): CatalogueElement => byCode.get(code)!;

/** The element at exactly this path, in either language. */
export const elementByPath = (path: string): CatalogueElement | undefined => byPath.get(path);

/** The part whose page stands at exactly this path, in either language. */
export const partByPath = (path: string): Part | undefined => partsByPath.get(path);

export const partByCode = (code: PartCode): Part => partsByCode.get(code)!;

export const sectionOf = (element: CatalogueElement): Section => sectionsByCode.get(element.section)!;

export const partOf = (element: CatalogueElement): Part => partByCode(sectionOf(element).part);

export const sectionsOf = (part: PartCode): Section[] => sections.filter((section) => section.part === part);

export const elementsOf = (section: SectionCode): CatalogueElement[] =>
  elements.filter((element) => element.section === section);
