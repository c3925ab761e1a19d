import * as v from "valibot";
import { isoDate, localizedText } from "../../text.schema.ts";
import { GivenSlug } from "./people.schema.ts";

const shortName = v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(20, "text.too_long"));
/** `#rrggbb`, for charts. */
const colour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/, "settings.colour_malformed"));

export const PartyInput = v.strictObject({
  slug: GivenSlug,
  name: localizedText(200),
  /** As on a ballot paper: LPQ. */
  shortName,
  colour: v.nullish(colour),
});
export type PartyInput = v.InferInput<typeof PartyInput>;

/** What a party is called from a day on. */
export const PartyRenaming = v.strictObject({ name: localizedText(200), shortName, validFrom: isoDate });
export type PartyRenaming = v.InferInput<typeof PartyRenaming>;

/** Into which party another goes, and its first day there. */
export const PartyMerger = v.strictObject({ intoId: v.pipe(v.string(), v.uuid()), on: isoDate });
export type PartyMerger = v.InferInput<typeof PartyMerger>;

/** A party whole: what it was called from which day on (its first name from the beginning), and its colour. */
export const PartyEdit = v.strictObject({
  names: v.pipe(
    v.array(v.strictObject({ validFrom: v.nullish(isoDate), name: localizedText(200), shortName })),
    v.minLength(1, "parties.without_name"),
    v.maxLength(20, "parties.too_many_names"),
  ),
  colour: v.nullish(colour),
});
export type PartyEdit = v.InferOutput<typeof PartyEdit>;
