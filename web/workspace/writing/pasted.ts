const named = (tag: string, from: Element) => {
  const element = from.ownerDocument.createElement(tag);
  element.append(...from.childNodes);
  return element;
};

/** Styles are told apart before the browser reads them: the page's policy would refuse each, and say so. */
const withoutStyles = (html: string) =>
  html
    .replace(/<(\/?)style\b/gi, "<$1template")
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));

const styleOf = (element: Element) => element.getAttribute("data-style") ?? "";

/** Word writes an item as a paragraph that begins with its mark; whether the mark counts. */
function takeMark(paragraph: Element): boolean {
  const marks = [...paragraph.querySelectorAll("[data-style]")].filter((span) =>
    /mso-list:\s*ignore/i.test(styleOf(span)),
  );
  const text = marks.map((mark) => mark.textContent).join("");
  for (const mark of marks) mark.remove();
  return /^[\s(]*[\da-z]{1,4}[.)]/i.test(text);
}

/** Paragraphs of Word that are items become lists. */
function gatherItems(body: HTMLElement) {
  for (const paragraph of body.querySelectorAll("p[data-style]")) {
    if (!/mso-list:\s*l\d/i.test(styleOf(paragraph))) continue;
    const tag = takeMark(paragraph) ? "OL" : "UL";
    const before = paragraph.previousElementSibling;
    const list = before?.tagName === tag ? before : body.ownerDocument.createElement(tag);
    if (list !== before) paragraph.before(list);
    list.append(named("li", paragraph));
    paragraph.remove();
  }
}

/** Bold and italic that are only a style become what they mean, and the other way round. */
function nameStyles(body: HTMLElement) {
  for (const one of body.querySelectorAll("[data-style]")) {
    const style = styleOf(one);
    if (/^(b|strong)$/i.test(one.tagName) && /font-weight:\s*(normal|400)/i.test(style))
      one.replaceWith(...one.childNodes);
    if (one.tagName !== "SPAN") continue;
    if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) one.append(named("strong", one));
    if (/font-style:\s*italic/i.test(style)) one.append(named("em", one));
  }
}

/**
 * What comes from the clipboard without what a word processor adds: lists that are lists, headings from the second level
 * on, no empty paragraphs. Styles, classes and pictures fall away in the editor, which knows none.
 */
export function cleanPasted(html: string): string {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  for (const gone of body.querySelectorAll("template, script, meta, link, title, xml, img, caption")) gone.remove();
  gatherItems(body);
  nameStyles(body);
  for (const heading of body.querySelectorAll("h1")) heading.replaceWith(named("h2", heading));
  for (const heading of body.querySelectorAll("h5, h6")) heading.replaceWith(named("h4", heading));
  for (const block of body.querySelectorAll("p, h2, h3, h4"))
    if (!block.textContent?.trim() && !block.closest("td, th")) block.remove();
  return body.innerHTML;
}
