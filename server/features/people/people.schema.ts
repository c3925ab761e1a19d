import * as v from "valibot";
import { localizedText } from "../../text.schema.ts";

/** How somebody is reached; every part may be unknown. */
export const PersonContacts = v.object({
  phone: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40))),
  email: v.optional(v.pipe(v.string(), v.trim(), v.email("email.malformed"), v.maxLength(254))),
  office: v.optional(localizedText(200)),
  hours: v.optional(localizedText(200)),
  social: v.optional(
    v.array(
      v.object({
        network: v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(30, "text.too_long")),
        url: v.pipe(v.string(), v.url(), v.startsWith("https://")),
      }),
    ),
  ),
});
export type PersonContacts = v.InferOutput<typeof PersonContacts>;
