import type { Readable } from "node:stream";
import { Parser } from "htmlparser2";
import yauzl from "yauzl";

/** Parts of an office document that people read, or that a reader can make visible: comments, notes, deleted words. */
const readParts =
  /^(word\/(document|comments|footnotes|endnotes|header\d*|footer\d*)\.xml|xl\/(sharedStrings|comments\d*|worksheets\/sheet\d+)\.xml|ppt\/(slides\/slide|notesSlides\/notesSlide|comments\/comment)\d+\.xml|content\.xml)$/;

/** Text stands in these: of Word and PowerPoint, of Excel, of OpenDocument. */
const textTags = new Set(["w:t", "w:delText", "a:t", "t", "text:p", "text:h", "text:span", "p:text", "dc:creator"]);
/** A line ends behind these. */
const lineTags = new Set(["w:p", "a:p", "si", "row", "is", "text:p", "text:h", "table:table-row", "w:tr", "p:text"]);
const gapTags = new Set(["w:tab", "w:tc", "text:tab", "text:s", "table:table-cell", "w:br", "text:line-break"]);

/** Characters of one file, far above what papers have. */
const longest = 5_000_000;

/** The text of one XML part. */
async function textOf(part: Readable, room: number): Promise<string> {
  let text = "";
  const inside: boolean[] = [];
  const parser = new Parser(
    {
      onopentagname: (name) => {
        inside.push(textTags.has(name) || (inside.at(-1) === true && name.startsWith("text:")));
        if (gapTags.has(name)) text += " ";
      },
      ontext: (piece) => {
        if (inside.at(-1) && text.length < room) text += piece;
      },
      onclosetag: (name) => {
        inside.pop();
        if (lineTags.has(name)) text += "\n";
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  part.setEncoding("utf8");
  for await (const piece of part) {
    parser.write(piece as string);
    if (text.length >= room) break;
  }
  parser.end();
  return text;
}

/**
 * All words of a DOCX, XLSX, PPTX, ODT or ODS, part by part, those included that the office program does not show at
 * first: comments, notes, and what was deleted while changes were tracked. A person's number is often there.
 * @param fd of the file, which stays open
 */
export async function officeText(fd: number): Promise<string> {
  const archive = await yauzl.fromFdPromise(fd, { autoClose: false });
  let text = "";
  for await (const entry of archive.eachEntry()) {
    if (text.length >= longest || !readParts.test(entry.fileName)) continue;
    text += `${await textOf((await archive.openReadStreamPromise(entry)) as Readable, longest - text.length)}\n`;
  }
  return text;
}
