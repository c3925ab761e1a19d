import { Node } from "@tiptap/core";
import { goToNextCell, tableEditing } from "@tiptap/pm/tables";
import { isAddress } from "./address.ts";

const span = (name: "colspan" | "rowspan") => ({
  default: 1,
  parseHTML: (cell: HTMLElement) => Number(cell.getAttribute(name)) || 1,
  renderHTML: (given: Record<string, unknown>) => (Number(given[name]) > 1 ? { [name]: given[name] } : {}),
});
const ofCells = {
  colspan: span("colspan"),
  rowspan: span("rowspan"),
  // The library measures columns; here the page does.
  colwidth: { default: null, rendered: false },
};

/** Rows of cells. The head is told apart when the text is written out. */
export const Table = Node.create({
  ...{ name: "table", group: "block", content: "tableRow+", isolating: true, tableRole: "table" },
  parseHTML: () => [{ tag: "table" }],
  renderHTML: () => ["table", ["tbody", 0]],
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const go = (direction: 1 | -1) => () => goToNextCell(direction)(this.editor.state, this.editor.view.dispatch);
    return { Tab: go(1), "Shift-Tab": go(-1) };
  },
  extendNodeSchema: ({ config }) => ({ tableRole: (config as { tableRole?: string }).tableRole }),
});

export const TableRow = Node.create({
  ...{ name: "tableRow", content: "(tableCell | tableHeader)*", tableRole: "row" },
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: () => ["tr", 0],
});

export const TableCell = Node.create({
  ...{ name: "tableCell", content: "block+", isolating: true, tableRole: "cell" },
  addAttributes: () => ofCells,
  parseHTML: () => [{ tag: "td" }],
  renderHTML: ({ HTMLAttributes }) => ["td", HTMLAttributes, 0],
});

export const TableHeader = Node.create({
  ...{ name: "tableHeader", content: "block+", isolating: true, tableRole: "header_cell" },
  addAttributes: () => ({ scope: { default: null }, ...ofCells }),
  parseHTML: () => [{ tag: "th" }],
  renderHTML: ({ HTMLAttributes }) => ["th", HTMLAttributes, 0],
});

const mayStay = new Set(
  [
    ...["caption", "thead", "tbody", "tfoot", "tr", "th", "td", "p", "br", "strong", "em", "sub", "sup"],
    ...["ul", "ol", "li", "a"],
  ].map((name) => name.toUpperCase()),
);

/** The same table with nothing in it but cells and text. */
function bare(table: Element): string {
  const copy = table.cloneNode(true) as Element;
  for (const one of [copy, ...copy.querySelectorAll("*")]) {
    if (one !== copy && !mayStay.has(one.tagName)) one.replaceWith(...one.childNodes);
    for (const { name, value } of [...one.attributes])
      if (name === "href" ? !isAddress(value) : !["colspan", "rowspan", "scope", "hreflang", "rel"].includes(name))
        one.removeAttribute(name);
  }
  return copy.outerHTML;
}

/** A table with more to it than rows, such as a caption: it stands as it is, whole, and may be taken away. */
export const KeptTable = Node.create({
  ...{ name: "keptTable", group: "block", atom: true, priority: 200 },
  addAttributes: () => ({ html: { default: "", rendered: false } }),
  parseHTML: () => [
    {
      tag: "table",
      getAttrs: (table) =>
        table.querySelector("caption, table, tfoot") && !table.parentElement?.closest("table")
          ? { html: bare(table) }
          : false,
    },
  ],
  renderHTML({ node }) {
    const template = document.createElement("template");
    template.innerHTML = node.attrs.html;
    return template.content.firstElementChild as HTMLElement;
  },
});
