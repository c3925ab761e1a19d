import * as v from "valibot";

const longest = 200_000;

/** What stands in a header may not begin another one. */
const header = (maximum: number) =>
  v.pipe(
    v.string(),
    v.minLength(1, "text.required"),
    v.maxLength(maximum, "text.too_long"),
    v.regex(/^\P{Cc}*$/u, "mail.control_character"),
  );
const body = v.pipe(v.string(), v.minLength(1, "text.required"), v.maxLength(longest, "text.too_long"));

/** A mail to one person. `html` says the same as `text`, for those who like it better. */
export const MailContent = v.strictObject({
  to: v.pipe(header(254), v.email("email.malformed")),
  subject: header(250),
  text: body,
  html: v.nullish(body),
});
export type MailContent = v.InferOutput<typeof MailContent>;

/** A mail with the number that it keeps however often it is tried. */
export const Mail = v.strictObject({ ...MailContent.entries, id: v.pipe(v.string(), v.uuid()) });
export type Mail = v.InferOutput<typeof Mail>;
