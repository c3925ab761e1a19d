/**
 * How long an HTML text is for a limit: the same however it is written, so that a text that was saved is never too long to
 * be saved again. What cleaning adds does not count: the ends of elements, how a link out of the site is marked, longer names,
 * signs written as entities.
 */
export const htmlLength = (html: string): number =>
  html
    .replaceAll(/<\/[a-z0-9]+\s*>/gi, "")
    .replaceAll(/(<a\b[^<>]*?)\s+rel=(?:"[^"<>]*"|'[^'<>]*')/gi, "$1")
    .replaceAll(/<(?:strong|b)\b/gi, "<b")
    .replaceAll(/<(?:em|i)\b/gi, "<i")
    .replaceAll(/\s*\/>/g, ">")
    .replaceAll(/(<[^<>]*?=)["']([^"'<>]*)["']/g, "$1$2")
    .replaceAll(/&(?:amp|lt|gt|quot);/g, "&").length;
