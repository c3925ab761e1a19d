import { escapeHtml } from "./document.ts";

/** Where a preview is seen in the other language: at an address, or by sending there what was sent. */
export interface InOtherLanguage {
  path: string;
  /** Fields of the form that is previewed; without them the address is followed. */
  sent?: readonly (readonly [name: string, value: string])[];
}

const formId = "in-other-language";
/** The button stands where the link stood, and looks like it. */
export const otherLanguageStyle = `button[form=${formId}]{padding:0;border:0;background:none;color:inherit;font:inherit;text-decoration:underline;cursor:pointer}`;

/**
 * A previewed page whose links to itself in the other language lead to that preview: the public page there is another, or
 * none.
 * @param publicAddress of the page in the other language, as the page's own links have it
 */
export function withOtherLanguage(html: string, publicAddress: string, { path, sent }: InOtherLanguage): string {
  const href = `href="${escapeHtml(publicAddress)}"`;
  const there = html.replace(/<a\b([^>]*\bhreflang=[^>]*)>([^<]*)<\/a>/g, (link, attributes: string, words: string) => {
    if (!attributes.includes(href)) return link;
    if (!sent) return `<a${attributes.replace(href, `href="${escapeHtml(path)}"`)}>${words}</a>`;
    const [language = ""] = /\blang="[a-z]+"/.exec(attributes) ?? [];
    return `<button type="submit" form="${formId}" ${language}>${words}</button>`;
  });
  if (!sent || there === html) return there;
  const fields = sent.map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const form = `<form id="${formId}" method="post" action="${escapeHtml(path)}" hidden>${fields.join("")}</form>`;
  return there.replace("</body>", () => `${form}</body>`);
}
