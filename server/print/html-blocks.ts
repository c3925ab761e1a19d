import { Parser } from "htmlparser2";
import type { Block, Run, TableColumn } from "./paper.ts";

const collapse = (text: string) => text.replace(/\s+/g, " ");
const plain = (runs: Run[]) =>
  runs
    .map((run) => run.text)
    .join("")
    .trim();

/** Joins runs of one style, and drops the space around them all. */
function tidy(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.bold === run.bold && last.italic === run.italic) last.text += run.text;
    else joined.push({ ...run });
  }
  if (joined[0]) joined[0].text = joined[0].text.trimStart();
  const last = joined.at(-1);
  if (last) last.text = last.text.trimEnd();
  return joined.filter((run) => run.text !== "");
}

function toTable(rows: string[][], caption: string): Block {
  const [head = [], ...body] = rows;
  const isAmount = (text: string) => /^[\d\s.,%+−-]*\d[\d\s.,%]*(lekë|%)?$/.test(text);
  const longest = head.map((title, column) => Math.max(title.length, ...body.map((row) => row[column]?.length ?? 0)));
  const columns = head.map(
    (title, column): TableColumn => ({
      title,
      // A column that is empty is there to be filled in by hand.
      width: body.some((row) => row[column]) ? Math.min(Math.max(longest[column]!, 4), 45) : 22,
      align: body.length > 0 && body.every((row) => isAmount(row[column] ?? "")) ? "right" : "left",
    }),
  );
  return { kind: "table", ...(caption && { caption }), columns, rows: body };
}

const headings: Readonly<Record<string, 2 | 3>> = { h2: 2, h3: 3, h4: 3 };
/** What has a text of its own. */
const holders = /^(p|h[234]|li|td|th|caption)$/;
const boxes = ["li", "td", "th"];

/**
 * Reads the HTML of a text (p, h2–h4, ul, ol, table, blockquote, strong, em, a, br) as the blocks of a paper. What stands
 * in no block is a paragraph; the items of a list within an item become lines of it.
 */
export function htmlBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  const open: string[] = [];
  let runs: Run[] = [];
  let items: Run[][] = [];
  let rows: string[][] = [];
  let caption = "";
  const isIn = (...names: string[]) => names.some((name) => open.includes(name));
  const flush = () => {
    const said = tidy(runs);
    if (said.length > 0) blocks.push({ kind: "paragraph", runs: said });
    runs = [];
  };
  const parser = new Parser(
    {
      onopentag(name) {
        const isWithin = isIn(...boxes);
        if (/^(p|h[234]|ul|ol|table|blockquote|hr)$/.test(name) && !isWithin) flush();
        open.push(name);
        if (name === "br") runs.push({ text: "\n" });
        else if (name === "tr") rows.push([]);
        else if ((name === "ul" || name === "ol") && !isWithin) items = [];
        else if (name === "table") [rows, caption] = [[], ""];
        else if (name === "li" && isWithin) runs.push({ text: "\n– " });
        else if (name === "p" && isWithin && plain(runs)) runs.push({ text: "\n" });
        else if (holders.test(name) && !(name === "p" && isWithin)) runs = [];
      },
      ontext(text) {
        // Space between blocks is only the source's.
        if (!isIn("p", ...Object.keys(headings), ...boxes, "caption") && !text.trim() && !plain(runs)) return;
        runs.push({
          text: collapse(text),
          ...(isIn("strong") && { bold: true }),
          ...(isIn("em") && { italic: true }),
        });
      },
      onclosetag(name) {
        open.splice(open.lastIndexOf(name), 1);
        const isWithin = isIn(...boxes);
        const level = headings[name];
        if (name === "p" && !isWithin) {
          blocks.push({ kind: "paragraph", runs: tidy(runs) });
          runs = [];
        } else if (level) {
          blocks.push({ kind: "heading", level, text: plain(runs) });
          runs = [];
        } else if (name === "li" && !isWithin) {
          items.push(tidy(runs));
          runs = [];
        } else if (name === "td" || name === "th") {
          rows.at(-1)!.push(plain(runs));
          runs = [];
        } else if (name === "caption") {
          caption = plain(runs);
          runs = [];
        } else if ((name === "ul" || name === "ol") && !isWithin)
          blocks.push({ kind: "list", ordered: name === "ol", items });
        else if (name === "table") blocks.push(toTable(rows, caption));
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  flush();
  return blocks;
}
