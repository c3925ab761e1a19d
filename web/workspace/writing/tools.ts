import type { ChainedCommands, Editor } from "@tiptap/core";
import type { Node, Schema } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  toggleHeaderRow,
} from "@tiptap/pm/tables";

/** What a button of the toolbar does. */
export interface Tool {
  name: "bold" | "italic" | "h2" | "h3" | "bullets" | "numbers" | "quote" | "undo" | "redo" | "table";
  /** In the drawing of 20 by 20, as lines. */
  icon: string;
  does(chain: ChainedCommands, schema: Schema): ChainedCommands;
  /** Whether it holds where the cursor is; left out for what is not a state. */
  holds?(editor: Editor): boolean;
  isOff?(editor: Editor): boolean;
}

function newTable(schema: Schema): Node {
  const { table, tableRow, tableCell, tableHeader } = schema.nodes;
  const row = (cell: typeof tableCell) =>
    tableRow!.create(
      null,
      Array.from({ length: 3 }, () => cell!.createAndFill()!),
    );
  return table!.create(null, [row(tableHeader), row(tableCell), row(tableCell)]);
}

/** From the last cell, where the cursor stands behind a table that came in. */
function toFirstCell({ tr }: { tr: Transaction }): boolean {
  const { $from } = tr.selection;
  for (let depth = $from.depth; depth > 0; depth--)
    if ($from.node(depth).type.name === "table") {
      tr.setSelection(TextSelection.near(tr.doc.resolve($from.before(depth) + 1)));
      return true;
    }
  return true;
}

export const inTable = ({ state }: Editor) => isInTable(state);

export const tools: readonly Tool[] = [
  {
    name: "bold",
    icon: "M6 3h5a3.4 3.4 0 0 1 0 7H6zM6 10h6a3.5 3.5 0 0 1 0 7H6z",
    does: (chain) => chain.toggleBold(),
    holds: (editor) => editor.isActive("bold"),
  },
  {
    name: "italic",
    icon: "M8.5 3H15M5 17h6.5M12 3 8.5 17",
    does: (chain) => chain.toggleItalic(),
    holds: (editor) => editor.isActive("italic"),
  },
  {
    name: "h2",
    icon: "M3 4v12M11 4v12M3 10h8M14 11.5a2 2 0 0 1 4 .3c0 1.6-4 2.7-4 4.7h4",
    does: (chain) => chain.toggleHeading({ level: 2 }),
    holds: (editor) => editor.isActive("heading", { level: 2 }),
  },
  {
    name: "h3",
    icon: "M3 4v12M11 4v12M3 10h8M14 10.5h4l-2.3 2.5c3 .2 3 3.5.3 3.5-1 0-1.7-.4-2-1.1",
    does: (chain) => chain.toggleHeading({ level: 3 }),
    holds: (editor) => editor.isActive("heading", { level: 3 }),
  },
  {
    name: "bullets",
    icon: "M7.5 5H18M7.5 10H18M7.5 15H18M3 5h1.5M3 10h1.5M3 15h1.5",
    does: (chain) => chain.toggleBulletList(),
    holds: (editor) => editor.isActive("bulletList"),
  },
  {
    name: "numbers",
    icon: "M8 5h10M8 10h10M8 15h10M2.5 3.7 4 3v4M2.5 12.2c1-1 2.6-.5 2.3.7-.2.8-1.3 1.3-2.3 2.6h2.5",
    does: (chain) => chain.toggleOrderedList(),
    holds: (editor) => editor.isActive("orderedList"),
  },
  {
    name: "quote",
    icon: "M8.5 6C5.5 7 4 9 4 12v2.5h4.5V10H6M16.5 6c-3 1-4.5 3-4.5 6v2.5h4.5V10H14",
    does: (chain) => chain.toggleBlockquote(),
    holds: (editor) => editor.isActive("blockquote"),
  },
  {
    name: "table",
    icon: "M3 4h14v12H3zM3 8h14M3 12h14M8 4v12M12.5 4v12",
    does: (chain, schema) => chain.insertContent(newTable(schema).toJSON()).command(toFirstCell),
    isOff: inTable,
  },
  {
    name: "undo",
    icon: "M7 4 3.5 7.5 7 11M4 7.5h8a4.5 4.5 0 0 1 0 9H8",
    does: (chain) => chain.undo(),
    isOff: (editor) => !editor.can().undo(),
  },
  {
    name: "redo",
    icon: "m13 4 3.5 3.5L13 11M16 7.5H8a4.5 4.5 0 0 0 0 9h4",
    does: (chain) => chain.redo(),
    isOff: (editor) => !editor.can().redo(),
  },
];

/** What is done to the table in which the cursor is. */
export const tableTools = {
  row_add: addRowAfter,
  column_add: addColumnAfter,
  row_remove: deleteRow,
  column_remove: deleteColumn,
  head: toggleHeaderRow,
  table_remove: deleteTable,
} as const;
export type TableTool = keyof typeof tableTools;
