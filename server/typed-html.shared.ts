const blocks =
  /<\/?(?:p|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|pre|div|section|article|table|tr|t[hd]|script|style)\b/i;
const marks = /<\/?(?:a|b|i|u|s|strong|em|sub|sup|small|mark|span|font|code)\b[^<>]*>/i;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const plain = (html: string) => html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/**
 * The HTML of what somebody typed. Where no block of HTML is typed, a blank line begins a paragraph and every other line is
 * a line; a single line is no paragraph. Where no element at all is typed, `<` and `&` are only letters.
 *
 *     htmlOfTyped("Çmimi < 5 lekë\n\nFund")  // <p>Çmimi &lt; 5 lekë</p><p>Fund</p>
 */
export function htmlOfTyped(text: string): string {
  if (blocks.test(text)) return text;
  const paragraphs = (marks.test(text) ? text : escaped(text))
    .trim()
    .replace(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim().replace(/[^\S\n]*\n[^\S\n]*/g, "<br />"));
  if (paragraphs.length === 1 && !paragraphs[0]!.includes("<br />")) return paragraphs[0]!;
  return paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("");
}

/** The same text as it is typed: nothing but lines and paragraphs comes without HTML, all else stays as it is. */
export function typedOfHtml(html: string): string {
  const isParagraphs = html.startsWith("<p>") && html.endsWith("</p>");
  const lines = isParagraphs ? html.slice(3, -4).replaceAll("</p><p>", "\n\n").replaceAll("<br />", "\n") : html;
  const typed = lines.includes("<") ? lines : plain(lines);
  return htmlOfTyped(typed) === html ? typed : html;
}
