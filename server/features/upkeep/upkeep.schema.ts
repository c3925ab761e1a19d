import * as v from "valibot";

/** Why a defect is put aside, for those who see the list after. */
export const IgnoreReason = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, "text.required"),
  v.maxLength(500, "text.too_long"),
);
