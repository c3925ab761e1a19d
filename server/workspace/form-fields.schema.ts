import * as v from "valibot";
import { isoDate } from "../text.schema.ts";

/** A field that may be missing, as one that is empty. */
export const typed = v.optional(v.string(), "");
/** `null` where nothing was typed. */
export const typedOrNull = v.pipe(
  typed,
  v.trim(),
  v.transform((text) => text || null),
);
/** Both languages; `null` where neither was typed. What is missing of one is for the service to say. */
export const typedInBoth = v.pipe(
  v.optional(v.object({ sq: typed, en: typed }), {}),
  v.transform(({ sq, en }) => (sq.trim() || en.trim() ? { sq, en: en.trim() || null } : null)),
);
/** Under which a form for something new is known, so that sent twice it makes one thing; empty where it does not say. */
export const onceOf = v.optional(v.union([v.literal(""), v.pipe(v.string(), v.uuid())], "input.wrong"), "");
/** Any number of choices of one name. */
export const chosen = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), []),
  v.transform((values) => [values].flat().filter(Boolean)),
);
/** A word to somebody else, or none. */
export const typedWord = v.pipe(typed, v.trim(), v.maxLength(1_000, "text.too_long"));
export const requiredText = v.pipe(typed, v.trim(), v.minLength(1, "text.required"));
export const requiredDay = v.pipe(requiredText, isoDate);
const clock = v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time.malformed");
/** `18:00` */
export const requiredTime = v.pipe(requiredText, clock);
export const timeOrNull = v.pipe(typedOrNull, v.nullable(v.pipe(v.string(), clock)));
/** A whole number; `undefined` where nothing was typed. */
export const numberOrNone = v.pipe(
  typed,
  v.trim(),
  v.regex(/^\d{0,4}$/, "number.not_whole"),
  v.transform((text) => (text === "" ? undefined : Number(text))),
);
