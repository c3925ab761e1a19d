import * as v from "valibot";
import { elementCodes, partCodes, sectionCodes } from "./catalogue.shared.ts";

const InBoth = v.object({ sq: v.string(), en: v.string() });

/** One element of the catalogue and how far it is there. `url` is absolute, `path` the same without the host. */
export const ElementStanding = v.object({
  code: v.picklist(elementCodes),
  part: v.picklist(partCodes),
  section: v.picklist(sectionCodes),
  kind: v.picklist([
    ...(["calendar", "dashboard", "documents", "form", "page", "register", "report", "stream", "structured"] as const),
  ]),
  title: InBoth,
  short: InBoth,
  url: InBoth,
  path: InBoth,
  readiness: v.picklist(["none", "partial", "full"]),
  reason: InBoth,
  /** What the Council says that it does not have, and since when and why; `null` for most. */
  declined: v.nullable(v.object({ title: InBoth, text: InBoth })),
});
export type ElementStanding = v.InferOutput<typeof ElementStanding>;

const Counts = v.object({ none: v.number(), partial: v.number(), full: v.number(), total: v.number() });

/** All 81, in the order of the catalogue. `day` is the day in Tirana on which they were judged. */
export const ElementBoard = v.object({
  day: v.pipe(v.string(), v.isoDate()),
  elements: v.pipe(v.array(ElementStanding), v.length(elementCodes.length)),
  summary: v.object({ ...Counts.entries, parts: v.record(v.picklist(partCodes), Counts) }),
});
export type ElementBoard = v.InferOutput<typeof ElementBoard>;

/** How far each element is there, and nothing else. */
export const ElementLevels = v.object({
  levels: v.record(v.picklist(elementCodes), v.picklist(["none", "partial", "full"])),
});
export type ElementLevels = v.InferOutput<typeof ElementLevels>;

/** One element with what stands there, how it is done without this site, and the rules of law that it rests on. */
export const ElementDetail = v.object({
  ...ElementStanding.entries,
  stands: InBoth,
  paper: InBoth,
  legal: v.array(
    v.object({
      rule: v.string(),
      law: v.string(),
      lawTitle: InBoth,
      article: v.nullable(v.string()),
      certainty: v.picklist(["seen", "likely"]),
      text: InBoth,
    }),
  ),
});
export type ElementDetail = v.InferOutput<typeof ElementDetail>;
