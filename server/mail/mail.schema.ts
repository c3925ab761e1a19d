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

/** An iCalendar object for the recipient's calendar; `method` is what stands in it as well (RFC 6047, 2.4). */
export const CalendarPart = v.strictObject({
  method: v.picklist(["REQUEST", "CANCEL"]),
  text: v.pipe(body, v.startsWith("BEGIN:VCALENDAR", "input.wrong")),
});
export type CalendarPart = v.InferOutput<typeof CalendarPart>;

const address = v.pipe(header(254), v.email("email.malformed"));

/** A mail to one person. `html` says the same as `text`, for those who like it better. */
export const MailContent = v.strictObject({
  to: address,
  subject: header(250),
  text: body,
  html: v.nullish(body),
  calendar: v.nullish(CalendarPart),
  replyTo: v.nullish(address),
});
export type MailContent = v.InferOutput<typeof MailContent>;

/** A mail with the number that it keeps however often it is tried. */
export const Mail = v.strictObject({ ...MailContent.entries, id: v.pipe(v.string(), v.uuid()) });
export type Mail = v.InferOutput<typeof Mail>;
