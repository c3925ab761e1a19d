import * as v from "valibot";

/** Why an operator enters a council: it stands in that council's audit, so it is a sentence. */
export const EnterCouncil = v.object({
  reason: v.pipe(
    v.optional(v.string(), ""),
    v.trim(),
    v.minLength(1, "text.required"),
    v.minLength(10, "operators.reason_short"),
    v.maxLength(500, "text.too_long"),
    v.regex(/^\P{Cc}*$/u, "accounts.control_character"),
  ),
});
