import * as v from "valibot";
import { htmlLength } from "./html-length.shared.ts";

/** A name on the public internet: no address of a machine, no sign that means something in a header. */
const hostName = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
const privateEndings = /\.(?:localhost|localdomain|local|lan|home|corp|intranet|internal|test|invalid|onion|arpa)$/;

/** Whether an address leads to the public web, by HTTPS and with nobody's password in it. */
export function isPublicHttps(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return protocol === "https:" && !username && !password && hostName.test(hostname) && !privateEndings.test(hostname);
}

/** Whether there is anything to see: what only spaces, joins or turns around is no text. */
const isVisible = (text: string): boolean => /[^\s\p{C}]/u.test(text);
const optionalText = (maximum: number) => v.pipe(v.string(), v.trim(), v.maxLength(maximum, "text.too_long"));
const requiredText = (maximum: number) =>
  v.pipe(optionalText(maximum), v.minLength(1, "text.required"), v.check(isVisible, "text.required"));

/** `{ sq, en? }` of at most `maximum` characters a language. */
export const localizedText = (maximum = 500) =>
  v.object({ sq: requiredText(maximum), en: v.nullish(optionalText(maximum)) });

const htmlWithin = (maximum: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check((html) => htmlLength(html) <= maximum, "text.too_long"),
  );
/** A text of HTML, of at most `maximum` characters a language as `htmlLength` counts them. */
export const localizedHtml = (maximum: number) =>
  v.object({
    sq: v.pipe(htmlWithin(maximum), v.minLength(1, "text.required"), v.check(isVisible, "text.required")),
    en: v.nullish(htmlWithin(maximum)),
  });

/** A name that stands in titles, lists and subjects of mails: no line begins in it, and nothing turns what follows around. */
const oneLine = v.regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u, "text.one_line");
/** The same of a single line. */
export const localizedLine = (maximum: number) =>
  v.object({
    sq: v.pipe(requiredText(maximum), oneLine),
    en: v.nullish(v.pipe(optionalText(maximum), oneLine)),
  });

/** `{ sq, en? }` as it is answered: nothing about it is checked any more but its shape. */
export const Localized = v.object({ sq: v.string(), en: v.nullish(v.string()) });

/** A calendar date `YYYY-MM-DD` that exists. */
export const isoDate = v.pipe(
  v.string(),
  v.isoDate("date.malformed"),
  v.check((text) => {
    const [year, month, day] = text.split("-").map(Number) as [number, number, number];
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  }, "date.impossible"),
);

/** An ISO 8601 time with its zone, of a day that exists. */
export const isoInstant = (code: string) =>
  v.pipe(
    v.string(),
    v.isoTimestamp(code),
    v.check((text) => v.is(isoDate, text.slice(0, 10)), "date.impossible"),
  );
