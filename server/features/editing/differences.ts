import { diffWordsWithSpace } from "diff";
import { Parser } from "htmlparser2";
import type { Whole } from "./editable.ts";
import { isSame } from "./versions.ts";

/** A piece of a text: in both, or in one of them alone. */
export interface Piece {
  text: string;
  change: "same" | "added" | "removed";
}

/** Where two versions differ. Of texts, word by word; of all else, before and after. */
export interface Difference {
  /** The way to it: `title.sq`. */
  name: string;
  before: unknown;
  after: unknown;
  /** `null` where it is no text, or so long that nobody would read it word by word. */
  words: Piece[] | null;
  /** The words are the same and their form is not: a heading, a link, a list. */
  isForm: boolean;
}

/** Longer texts differ as a whole: comparing them word by word takes longer than a page may. */
const mostEdits = 4_000;
const mostMilliseconds = 200;

const blocks = new Set(["p", "br", "hr", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "tr", "table", "caption"]);

/** The words of an HTML text, its paragraphs on lines of their own. @param withLinks also where its links lead */
export function wordsOfHtml(html: string, withLinks = false): string {
  let text = "";
  const links: string[] = [];
  const parser = new Parser({
    ontext: (part) => {
      text += part;
    },
    onopentag: (name, { href = "" }) => {
      if (name === "a") links.push(href);
    },
    onopentagname: (name) => {
      if (blocks.has(name) && text && !text.endsWith("\n")) text += "\n";
    },
    onclosetag: (name) => {
      const href = name === "a" ? links.pop() : "";
      if (withLinks && href) text += ` (${href})`;
      if (name === "td" || name === "th") text += " ";
      else if (blocks.has(name) && !text.endsWith("\n")) text += "\n";
    },
  });
  parser.end(html);
  // The line breaks of the source are no empty lines.
  return text.replaceAll(/[^\S\n]*\n\s*/g, "\n").trim();
}

const looksLikeHtml = (text: string) => /<[a-z][^>]*>/i.test(text);
/** What a value is: text with its elements, text of nothing but letters, or something that is no text to be read. */
export type ReadAs = "html" | "letters" | "other";
const asItLooks = (_: string, value: string): ReadAs => (looksLikeHtml(value) ? "html" : "letters");

/** Only the words, however they are set. */
const bare = (text: string) => text.replaceAll(/\s+/g, " ").trim();

function pieces(before: string, after: string): Piece[] | null {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits, timeout: mostMilliseconds });
  return (
    changes?.map(({ value, added, removed }) => ({
      text: value,
      change: added ? "added" : removed ? "removed" : "same",
    })) ?? null
  );
}

const isText = (value: unknown) => typeof value === "string" || value === null || value === undefined;
const isPart = (value: unknown): value is Whole => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What is different between two inputs, in the order of the later one.
 * @param readAs as what a text is read, by the way to it; without a form it is told by how the text looks
 */
export function differencesBetween(
  before: Whole,
  after: Whole,
  readAs: (name: string, value: string) => ReadAs = asItLooks,
): Difference[] {
  const found: Difference[] = [];
  const compare = (was: unknown, is: unknown, name: string) => {
    if (isSame(was, is)) return;
    if ((isPart(was) || isPart(is)) && (isPart(was) || was == null) && (isPart(is) || is == null)) {
      const [old, now] = [(was ?? {}) as Whole, (is ?? {}) as Whole];
      for (const key of new Set([...Object.keys(now), ...Object.keys(old)]))
        compare(old[key], now[key], `${name}.${key}`);
      return;
    }
    const way = name.slice(1);
    const said = (value: unknown) => {
      if (typeof value !== "string") return "";
      return readAs(way, value) === "html" ? wordsOfHtml(value, true) : value;
    };
    const isRead = (value: unknown) => typeof value !== "string" || readAs(way, value) !== "other";
    const areTexts = isText(was) && isText(is) && isRead(was) && isRead(is);
    const [oldWords, newWords] = [said(was), said(is)];
    const isForm = areTexts && bare(oldWords) === bare(newWords);
    found.push({
      ...{ name: way, before: was ?? null, after: is ?? null, isForm },
      words: areTexts && !isForm ? pieces(oldWords, newWords) : null,
    });
  };
  compare(before, after, "");
  return found;
}
