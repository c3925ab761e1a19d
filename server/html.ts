import sanitize from "sanitize-html";
import type { LocalizedText } from "./locale.shared.ts";
import { htmlOfTyped, typedOfHtml } from "./typed-html.shared.ts";

const isElsewhere = (href: string) => /^https?:/i.test(href.trim());

const options: sanitize.IOptions = {
  allowedTags: [
    ...["p", "br", "hr", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "strong", "em", "sub", "sup", "a"],
    ...["table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"],
  ],
  allowedAttributes: {
    a: ["href", "rel", "hreflang"],
    th: ["scope", "colspan", "rowspan"],
    td: ["colspan", "rowspan"],
    ol: ["start"],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesAppliedToAttributes: ["href"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  // Of what lies deeper the words stay. A text that nests without end would take seconds.
  nestingLimit: 40,
  nonTextTags: ["script", "style", "textarea", "option", "noscript", "title", "template", "iframe", "object", "svg"],
  enforceHtmlBoundary: false,
  transformTags: {
    b: "strong",
    i: "em",
    h1: "h2",
    a: (tagName, { href, hreflang }) => ({
      tagName,
      attribs: {
        ...(href && { href: href.trim() }),
        ...(hreflang && { hreflang }),
        ...(href && isElsewhere(href) && { rel: "external noopener" }),
      },
    }),
  },
};

/**
 * The HTML of a text that people wrote: a short list of elements, links to the web and to mail, and nothing that acts. It
 * comes back from a field as it went in: what would be taken for something that was typed there is a paragraph.
 */
export function cleanHtml(html: string): string {
  const clean = sanitize(html, options).trim();
  return htmlOfTyped(typedOfHtml(clean)) === clean ? clean : `<p>${clean}</p>`;
}

/** Both languages' HTML, cleaned; a language of which nothing remains is left out, `null` when Albanian is. */
export function cleanLocalizedHtml(text: LocalizedText | null | undefined): LocalizedText | null {
  if (!text) return null;
  const sq = cleanHtml(text.sq);
  const en = text.en ? cleanHtml(text.en) : "";
  return sq ? { sq, ...(en && { en }) } : null;
}
