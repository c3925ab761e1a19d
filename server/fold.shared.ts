/**
 * A text as it is compared: small letters without their marks, so that `keshill` finds “Këshill” and `ceshtje` finds
 * “Çështje”; runs of anything that is neither letter nor digit are one space. Unicode's own decomposition does this for
 * every language that councils quote; a table of letters would know only some.
 */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
