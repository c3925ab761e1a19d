import * as v from "valibot";

/** Where a member has notices by mail. */
export const NoticeContact = v.strictObject({
  email: v.pipe(v.string(), v.trim(), v.email("email.malformed"), v.maxLength(254, "text.too_long")),
  language: v.picklist(["sq", "en"]),
});
export type NoticeContact = v.InferOutput<typeof NoticeContact>;
