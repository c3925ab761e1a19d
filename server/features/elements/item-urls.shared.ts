import type { BodyKind } from "../bodies/bodies.shared.ts";
import { type ElementCode, elementByCode, type InBoth } from "./catalogue.shared.ts";

/** Paths of what stands below an element's page. */
export function itemUrl(code: ElementCode, slug: string): InBoth {
  const { path } = elementByCode(code);
  return { sq: `${path.sq}/${slug}`, en: `${path.en}/${slug}` };
}

export const personUrl = (slug: string): InBoth => itemUrl("I.2.1", slug);
export const electionUrl = (slug: string): InBoth => itemUrl("I.2.4", slug);
/** Every meeting has its address here, whatever its body and kind: both may change, the address stays. */
export const meetingUrl = (slug: string): InBoth => itemUrl("I.3.3", slug);
export const actUrl = (slug: string): InBoth => itemUrl("I.3.6", slug);
export const draftActUrl = (slug: string): InBoth => itemUrl("I.3.7", slug);

/** The elements on whose pages bodies of a kind are listed. */
const bodyElements = {
  council: "I.2.1",
  committee: "I.2.2",
  secretariat: "I.2.3",
  board: "II.5.1",
  village: "II.6.2",
  neighbourhood: "II.6.4",
} as const satisfies Record<BodyKind, ElementCode>;
export const bodyElement = (kind: BodyKind): ElementCode => bodyElements[kind];

/** The council and its secretariat have the element's own page. */
export const bodyUrl = (kind: BodyKind, slug: string): InBoth =>
  kind === "council" || kind === "secretariat"
    ? elementByCode(bodyElements[kind]).path
    : itemUrl(bodyElements[kind], slug);
