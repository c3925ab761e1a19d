import * as v from "valibot";

/** A place in an order that a council sets itself: more than it has of anything, and no more than a column holds. */
export const place = v.pipe(
  v.number("number.not_whole"),
  v.integer("number.not_whole"),
  v.minValue(0, "number.negative"),
  v.maxValue(9_999, "number.too_large"),
);
