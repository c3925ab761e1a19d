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

function toTable(rows: string[][]): Block {
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
  return { kind: "table", columns, rows: body };
}

/** Reads the simple HTML of a publication (p, h2, h3, ul, ol, table, strong, em, a) as the blocks of a paper. */
export function htmlBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  const open: string[] = [];
  let runs: Run[] = [];
  let items: Run[][] = [];
  let rows: string[][] = [];
  const parser = new Parser(
    {
      onopentag(name) {
        open.push(name);
        if (name === "tr") rows.push([]);
        if (name === "ul" || name === "ol") items = [];
        if (name === "table") rows = [];
        if (/^(p|h2|h3|li|td|th)$/.test(name)) runs = [];
      },
      ontext(text) {
        runs.push({
          text: collapse(text),
          ...(open.includes("strong") && { bold: true }),
          ...(open.includes("em") && { italic: true }),
        });
      },
      onclosetag(name) {
        open.splice(open.lastIndexOf(name), 1);
        if (name === "p") blocks.push({ kind: "paragraph", runs: tidy(runs) });
        if (name === "h2") blocks.push({ kind: "heading", level: 2, text: plain(runs) });
        if (name === "h3") blocks.push({ kind: "heading", level: 3, text: plain(runs) });
        if (name === "li") items.push(tidy(runs));
        if (name === "td" || name === "th") rows.at(-1)!.push(plain(runs));
        if (name === "ul" || name === "ol") blocks.push({ kind: "list", ordered: name === "ol", items });
        if (name === "table") blocks.push(toTable(rows));
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return blocks;
}
