/** What stands inside a word without being part of it: soft hyphens and joiners, as texts taken from PDF have them. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;

const plain = /^[\x20-\x7e]*$/;

/** A word in small letters with its marks, composed: the same whichever way `ë` was encoded. */
export const lower = (text: string): string =>
  plain.test(text) ? text.toLowerCase() : text.replace(invisible, "").normalize("NFKC").toLowerCase().normalize("NFC");

/** The same without marks: `këshilli` and `keshilli` are one, and so are `çështje` and `ceshtje`. */
export const fold = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase()
    : text.replace(invisible, "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\p{M}/gu, "");
