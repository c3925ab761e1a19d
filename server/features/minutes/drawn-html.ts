/** A text of the portal's own, as HTML. */
export const said = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
export const strong = (text: string): string => `<strong>${said(text)}</strong>`;
export const paragraph = (html: string): string => `<p>${html}</p>`;
export const heading = (text: string): string => `<h3>${said(text)}</h3>`;
export const points = (items: readonly string[]): string =>
  items.length === 0 ? "" : `<ul>${items.map((html) => `<li>${html}</li>`).join("")}</ul>`;

/** The first row is the head. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, row: readonly string[], attribute = "") =>
    row.map((text) => `<${tag}${attribute}>${said(text)}</${tag}>`).join("");
  return `<table><thead><tr>${cells("th", head, ' scope="col"')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${cells("td", row)}</tr>`)
    .join("")}</tbody></table>`;
}

/** Names as a sentence lists them. */
export const enumerated = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} dhe ${names.at(-1)}`;
