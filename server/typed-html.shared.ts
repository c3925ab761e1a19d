const blocks =
  /<\/?(?:p|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|pre|div|section|article|table|tr|t[hd]|script|style)\b/i;
const marks = /<\/?(?:a|b|i|u|s|strong|em|sub|sup|small|mark|span|font|code)\b[^<>]*>/i;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const plain = (html: string) => html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/**
 * The HTML of what somebody typed. Where no block of HTML is typed, a blank line begins a paragraph and every other line is
 * a line; where no element at all is typed, `<` and `&` are only letters.
 *
 *     htmlOfTyped("Çmimi < 5 lekë\n\nFund")  // <p>Çmimi &lt; 5 lekë</p><p>Fund</p>
 */
export function htmlOfTyped(text: string): string {
  if (blocks.test(text)) return text;
  return (marks.test(text) ? text : escaped(text))
    .replace(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => `<p>${paragraph.replace(/[^\S\n]*\n[^\S\n]*/g, "<br />")}</p>`)
    .join("");
}

/** The same text as it is typed: nothing but paragraphs are lines without HTML, all else stays as it is. */
export function typedOfHtml(html: string): string {
  if (!html.startsWith("<p>") || !html.endsWith("</p>")) return html;
  const lines = html.slice(3, -4).replaceAll("</p><p>", "\n\n").replaceAll("<br />", "\n");
  const typed = lines.includes("<") ? lines : plain(lines);
  return htmlOfTyped(typed) === html ? typed : html;
}
