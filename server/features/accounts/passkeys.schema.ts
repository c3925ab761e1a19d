import * as v from "valibot";
import { PersonName } from "./accounts.schema.ts";

const text = (maximum: number) => v.pipe(v.string(), v.maxLength(maximum));
const base64url = (maximum: number) => v.pipe(text(maximum), v.regex(/^[\w-]+$/));
const shared = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: v.literal("public-key"),
  clientExtensionResults: v.optional(v.looseObject({}), {}),
};

/** What a browser says of a new passkey, as far as it is read; how it fits is for cryptography to say. */
export const NewPasskey = v.object({
  ...shared,
  response: v.object({
    clientDataJSON: base64url(20_000),
    attestationObject: base64url(100_000),
    transports: v.optional(v.pipe(v.array(text(20)), v.maxLength(10))),
  }),
});
/** What it says with a known one. */
export const KnownPasskey = v.object({
  ...shared,
  response: v.object({
    clientDataJSON: base64url(20_000),
    authenticatorData: base64url(20_000),
    signature: base64url(20_000),
    userHandle: v.optional(v.nullable(text(200))),
  }),
});

/** A form's field that a script fills. */
const said = v.optional(text(200_000), "");
const asJson = v.pipe(
  said,
  v.minLength(1, "accounts.passkey_refused"),
  v.parseJson(undefined, "accounts.passkey_refused"),
);

export const AddPasskey = v.object({
  name: PersonName,
  response: v.pipe(asJson, v.unknown()),
  current: v.optional(v.pipe(v.string(), v.maxLength(1000, "text.too_long")), ""),
});
export const UsePasskey = v.object({
  response: v.pipe(asJson, v.unknown()),
  next: v.optional(text(500), ""),
});
export const RemovePasskey = v.object({
  passkey: base64url(1400),
  current: v.optional(v.pipe(v.string(), v.maxLength(1000, "text.too_long")), ""),
});
