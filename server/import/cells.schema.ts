import * as v from "valibot";
import { isoDate } from "../text.schema.ts";

/** A whole number in digits, as people group them: `12 345`. A point or comma is refused: it might mean thousands or tenths. */
export const wholeNumber = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, "")),
  v.regex(/^\d{1,9}$/, "number.not_whole"),
  v.transform(Number),
);

/** A day as programs or as acts write it: `2026-03-05`, `05.03.2026`. */
export const writtenDay = v.pipe(
  v.string(),
  v.transform((text) =>
    text.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, (_, day, month, year) =>
      [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-"),
    ),
  ),
  v.regex(/^\d{4}-\d\d-\d\d$/, "import.day_malformed"),
  isoDate,
);

export const shortText = (most: number) => v.pipe(v.string(), v.maxLength(most, "text.too_long"));
