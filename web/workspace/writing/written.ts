import type { Editor } from "@tiptap/core";
import { DOMSerializer } from "@tiptap/pm/model";

const isList = (element: Element | null) => element?.tagName === "UL" || element?.tagName === "OL";

/** The first paragraph of an item or a cell needs no element of its own. */
function unwrap(inside: Element) {
  const first = inside.firstElementChild;
  if (first?.tagName !== "P") return;
  if (inside.children.length === 1 || (inside.tagName === "LI" && isList(first.nextElementSibling)))
    first.replaceWith(...first.childNodes);
}

/** Rows of nothing but headings above the others are the table's head. */
function raiseHead(table: HTMLTableElement) {
  const rows = [...table.rows];
  const isHead = (row: HTMLTableRowElement) => [...row.cells].every(({ tagName }) => tagName === "TH");
  const body = rows.findIndex((row) => !isHead(row));
  if (body < 1) return;
  const head = table.createTHead();
  for (const row of rows.slice(0, body)) {
    for (const cell of row.cells) if (!cell.hasAttribute("scope")) cell.scope = "col";
    head.append(row);
  }
}

/** Leads out of the site, and says so; or leads inside. Nothing else is said about a link. */
function plainLink(link: Element) {
  const [href, hreflang] = [link.getAttribute("href"), link.getAttribute("hreflang")];
  for (const { name } of [...link.attributes]) link.removeAttribute(name);
  if (href) link.setAttribute("href", href);
  if (hreflang) link.setAttribute("hreflang", hreflang);
  if (href && /^https?:/i.test(href)) link.setAttribute("rel", "external noopener");
}

/**
 * What is written, as the server keeps it: the same elements, spelled alike, so that cleaning changes nothing of it. What is
 * empty is left out.
 */
export function writtenHtml({ state: { doc, schema } }: Pick<Editor, "state">): string {
  const root = document.createElement("div");
  root.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content));
  for (const block of root.querySelectorAll("p, h2, h3, h4"))
    if (!block.textContent?.trim() && !block.closest("td, th")) block.remove();
  for (const item of [...root.querySelectorAll("li, ul, ol, blockquote")].reverse())
    if (!item.textContent?.trim()) item.remove();
  root.querySelectorAll("a").forEach(plainLink);
  for (const list of root.querySelectorAll("ol[type]")) list.removeAttribute("type");
  root.querySelectorAll("li, td, th").forEach(unwrap);
  root.querySelectorAll("table").forEach(raiseHead);
  return root.innerHTML.replaceAll("<br>", "<br />").replaceAll("<hr>", "<hr />").replaceAll("&nbsp;", "\u00a0");
}
