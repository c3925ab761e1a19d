import { Parser } from "htmlparser2";
import type { LocalizedText } from "./locale.shared.ts";

const blocks = new Set([
  ...["p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "table", "caption", "tr", "hr", "br"],
]);

/** What a cleaned HTML text says where only plain text is read: a line for each block, a dash before each item. */
export function textOfHtml(html: string): string {
  let text = "";
  const parser = new Parser({
    onopentag(name) {
      if (blocks.has(name)) text += "\n";
      if (name === "li") text += "- ";
      if (name === "td" || name === "th") text += " ";
    },
    ontext(part) {
      text += part.replace(/\s+/g, " ");
    },
    onclosetag(name) {
      if (blocks.has(name)) text += "\n";
    },
  });
  parser.end(html);
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}

/** Whether a cleaned HTML text in both languages says nothing in Albanian. */
export const isBlankHtml = (text: LocalizedText | null | undefined): boolean => !text || textOfHtml(text.sq) === "";
