import * as v from "valibot";
import { offeredRoles } from "./roles.shared.ts";

const oneLine = (maximum: number) =>
  v.pipe(
    v.optional(v.string("text.required"), ""),
    v.trim(),
    v.minLength(1, "text.required"),
    v.maxLength(maximum, "text.too_long"),
    v.regex(/^\P{Cc}*$/u, "accounts.control_character"),
  );
/** In lower case, as accounts are told apart. */
export const Email = v.pipe(oneLine(254), v.toLowerCase(), v.email("email.malformed"));
export const PersonName = oneLine(120);
/** Whatever somebody typed; whether it will do as a new one is said by `passwordProblem`. */
const password = v.pipe(
  v.optional(v.string("text.required"), ""),
  v.minLength(1, "text.required"),
  v.maxLength(1000, "text.too_long"),
);

export const SignIn = v.object({
  email: Email,
  password,
  next: v.optional(v.pipe(v.string(), v.maxLength(500)), ""),
});

export const AcceptInvitation = v.object({ name: PersonName, password });
export type AcceptInvitation = v.InferOutput<typeof AcceptInvitation>;

/** A field that may be chosen several times comes as one value or as many. */
export const Roles = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), []),
  v.transform((given) => [...new Set([given].flat())]),
  v.array(v.picklist(offeredRoles, "accounts.unknown_role")),
  v.minLength(1, "accounts.no_role"),
);
export const Invite = v.object({
  email: Email,
  name: v.pipe(
    v.optional(v.string(), ""),
    v.trim(),
    v.maxLength(120, "text.too_long"),
    v.regex(/^\P{Cc}*$/u, "accounts.control_character"),
  ),
  roles: Roles,
  language: v.optional(v.picklist(["sq", "en"], "input.wrong"), "sq"),
});
export type Invite = v.InferOutput<typeof Invite>;
