import { AppError } from "../../http/errors.ts";
import { InvalidInput } from "../../http/problem.ts";

/** One answer whether there is no such account, the password is another or the account is disabled. */
export const wrongCredentials = () => new AppError("accounts.wrong_credentials", 422);
export const linkUnusable = () => new AppError("accounts.link_unusable", 410);
export const emailTaken = () => new AppError("accounts.email_taken", 409);
export const accountNotFound = () => new AppError("accounts.not_found", 404);
export const codeWrong = () => new InvalidInput([{ path: "code", code: "accounts.code_wrong" }]);
/** One answer whatever is wrong with what a passkey said, or whose it is. */
export const passkeyRefused = () => new AppError("accounts.passkey_refused", 422);
export const passkeyTaken = () => new AppError("accounts.passkey_taken", 409);
export const passkeysMany = () => new AppError("accounts.passkeys_many", 409);
export const passwordWrong = () => new InvalidInput([{ path: "current", code: "accounts.password_wrong" }]);
export const personTaken = () => new AppError("accounts.person_taken", 409);
export const personMissing = () => new InvalidInput([{ path: "person", code: "accounts.person_missing" }]);
export const personUnknown = () => new InvalidInput([{ path: "person", code: "accounts.person_unknown" }]);
/** A council without a secretary could let nobody in. */
export const lastSecretary = () => new AppError("accounts.last_secretary", 409);
