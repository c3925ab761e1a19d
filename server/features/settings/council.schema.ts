import * as v from "valibot";
import { localizedText } from "../../text.schema.ts";
import { Contacts } from "./settings.schema.ts";

/** A council as its own site introduces it. */
export const Council = v.object({
  slug: v.string(),
  names: v.object({ place: localizedText(), municipality: localizedText(), council: localizedText() }),
  county: v.string(),
  state: v.picklist(["onboarding", "live", "suspended"]),
  isExample: v.boolean(),
  languages: v.array(v.picklist(["sq", "en"])),
  emblem: v.string(),
  /** The council’s own emblem, with its size in pixels; `null` where it has one of those that all may take. */
  emblemPicture: v.nullable(v.object({ src: v.string(), width: v.number(), height: v.number() })),
  contacts: Contacts,
});
export type Council = v.InferOutput<typeof Council>;

/** One council in the directory of all that are served here. `population` is `null` where it is not known. */
export const ListedCouncil = v.object({
  slug: v.string(),
  url: v.string(),
  names: Council.entries.names,
  county: v.string(),
  isExample: v.boolean(),
  state: Council.entries.state,
});
export const CouncilDirectory = v.object({ councils: v.array(ListedCouncil) });
export type CouncilDirectory = v.InferOutput<typeof CouncilDirectory>;
