import * as v from "valibot";
import { onceOf } from "../../workspace/form-fields.schema.ts";
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
export interface Invite extends v.InferOutput<typeof Invite> {
  /** Whom of the register the account will belong to. */
  person?: string | null;
}

/** Whom of the register an account belongs to; `null` for nobody. */
const person = v.pipe(
  v.optional(v.string(), ""),
  v.transform((given) => given || null),
  v.nullable(v.pipe(v.string(), v.uuid("accounts.person_unknown"))),
);
/** The password of whoever sends the form, where it has to be given again. */
const current = v.optional(v.pipe(v.string(), v.maxLength(1000, "text.too_long")), "");
const code = v.pipe(
  v.optional(v.string(), ""),
  v.trim(),
  v.minLength(1, "text.required"),
  v.maxLength(40, "accounts.code_wrong"),
);

export const Code = v.object({ code, next: v.optional(v.pipe(v.string(), v.maxLength(500)), "") });
export const ConfirmSecondFactor = v.object({ code, sealed: v.pipe(v.string(), v.maxLength(500)), current });
export const Forgotten = v.object({ email: Email });
export const NewPassword = v.object({ password });
export const ChangePassword = v.object({ current: v.pipe(current, v.minLength(1, "text.required")), password });
export const Profile = v.object({ name: PersonName, language: v.picklist(["sq", "en"], "input.wrong") });
export type Profile = v.InferOutput<typeof Profile>;
export const Confirmed = v.object({ current });
/** `all` stands for every session but this one. */
export const EndSession = v.object({
  session: v.union([v.literal("all"), v.pipe(v.string(), v.regex(/^[\w-]{43}$/))], "input.wrong"),
});
export const SecretaryInvites = v.object({ ...Invite.entries, person, current, form: onceOf });
export const EndVisit = v.object({ visit: v.pipe(v.string("input.wrong"), v.uuid("input.wrong")) });
export const WithdrawInvitation = v.object({ email: Email });
export const ChangeRoles = v.object({ roles: Roles, person, current });
export const ChangeState = v.object({ state: v.picklist(["active", "disabled"], "input.wrong"), current });
