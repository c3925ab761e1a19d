import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as fontkit from "fontkit";
import PDFDocument from "pdfkit";
import decompress from "woff2-encoder/decompress";
import type { Block, Paper, Run } from "./paper.ts";

const MARGIN = { top: 62, bottom: 68, left: 70, right: 70 };
const INK = "#1a1d21";
const SOFT = "#565b63";
const RULE = "#c9c5ba";

type Face = "serif" | "serifItalic" | "serifBold" | "sans" | "sansItalic" | "sansBold";
const faces: Record<Face, string> = {
  serif: "newsreader/files/newsreader-latin-400-normal.woff2",
  serifItalic: "newsreader/files/newsreader-latin-400-italic.woff2",
  serifBold: "newsreader/files/newsreader-latin-600-normal.woff2",
  sans: "public-sans/files/public-sans-latin-400-normal.woff2",
  sansItalic: "public-sans/files/public-sans-latin-400-italic.woff2",
  sansBold: "public-sans/files/public-sans-latin-600-normal.woff2",
};
type Fonts = Record<Face, fontkit.Font>;

/**
 * Opens the faces once; each document takes its own subset of them. The packages ship WOFF2, from which fontkit cannot
 * cut a subset, and WOFF, of which it unpacks a table anew for every glyph: so they are turned into plain TrueType.
 */
async function openFonts(): Promise<Fonts> {
  const open = async ([face, path]: [string, string]) => {
    const packed = await readFile(fileURLToPath(import.meta.resolve(`@fontsource/${path}`)));
    const font = fontkit.create(Buffer.from(await decompress(packed))) as fontkit.Font;
    // A glyph remembers the character that it was first asked for. Asked for as a part of another (the E of Ë) it
    // would remember none, and in all later documents that letter could be seen but not copied.
    for (const character of font.characterSet) font.glyphForCodePoint(character);
    return [face, font] as const;
  };
  return Object.fromEntries(await Promise.all(Object.entries(faces).map(open))) as Fonts;
}
let fonts: Promise<Fonts> | undefined;

/** The type of a layout: which family its text and headings are set in, and how large. */
const styles = {
  act: { text: "serif", heading: "serifBold", bold: "serifBold", italic: "serifItalic", size: 11.5, gap: 7 },
  minutes: { text: "serif", heading: "serifBold", bold: "serifBold", italic: "serifItalic", size: 11.5, gap: 7 },
  report: { text: "serif", heading: "sansBold", bold: "serifBold", italic: "serifItalic", size: 11.5, gap: 7 },
  form: { text: "sans", heading: "sansBold", bold: "sansBold", italic: "sansItalic", size: 10, gap: 6 },
  leaflet: { text: "sans", heading: "sansBold", bold: "sansBold", italic: "sansItalic", size: 13, gap: 10 },
} satisfies Record<Paper["layout"], { text: Face; heading: Face; bold: Face; italic: Face; size: number; gap: number }>;

type TextOptions = PDFKit.Mixins.TextOptions;

/** Sets one paper. Every method leaves the pen below what it drew and tells the structure tree what it was. */
class Setter {
  readonly doc: PDFKit.PDFDocument;
  readonly paper: Paper;
  readonly style: (typeof styles)[Paper["layout"]];
  readonly width: number;
  readonly tree: PDFKit.PDFStructureElement;

  constructor(doc: PDFKit.PDFDocument, paper: Paper) {
    this.doc = doc;
    this.tree = doc.struct("Document");
    doc.addStructure(this.tree);
    this.paper = paper;
    this.style = styles[paper.layout];
    this.width = doc.page.width - MARGIN.left - MARGIN.right;
  }

  face(face: Face, size: number, colour = INK) {
    return this.doc.font(face).fontSize(size).fillColor(colour);
  }

  /** Starts a new page unless so many points are left on this one. */
  room(points: number) {
    if (this.doc.y + points > this.doc.page.height - MARGIN.bottom) this.doc.addPage();
  }

  /** A tagged element of the structure tree. */
  tagged(tag: string, draw: () => void) {
    this.tree.add(this.doc.struct(tag, {}, draw));
  }

  /** Lines, fills and running feet mean nothing to a screen reader. */
  artifact(draw: () => void, type: "Layout" | "Pagination" = "Layout") {
    this.doc.markContent("Artifact", { type });
    draw();
    this.doc.endMarkedContent();
  }

  rule(y: number, colour = RULE, thickness = 0.75, from = MARGIN.left, to = this.doc.page.width - MARGIN.right) {
    this.artifact(() => this.doc.moveTo(from, y).lineTo(to, y).lineWidth(thickness).strokeColor(colour).stroke());
  }

  runs(runs: readonly Run[], x: number, width: number, size = this.style.size) {
    const { text, bold, italic } = this.style;
    runs.forEach((run, index) => {
      this.face(run.bold ? bold : run.italic ? italic : text, size);
      const options: TextOptions = { width, lineGap: size * 0.28, continued: index < runs.length - 1 };
      if (index === 0) this.doc.text(run.text, x, this.doc.y, options);
      else this.doc.text(run.text, options);
    });
  }

  heading(level: 1 | 2 | 3, text: string) {
    const size = { 1: 19, 2: this.style.size + 2.5, 3: this.style.size + 0.5 }[level];
    this.room(size * 4);
    if (level > 1) this.doc.y += this.style.gap * (level === 2 ? 1.2 : 0.6);
    // “VENDOSI:” and “Neni 5” stand in the middle of an act.
    const align = this.paper.layout === "act" && level === 2 ? "center" : "left";
    this.tagged(`H${level}`, () => {
      const colour = this.paper.layout === "leaflet" ? this.paper.brand : INK;
      this.face(this.style.heading, size, colour).text(text, MARGIN.left, this.doc.y, {
        width: this.width,
        lineGap: 1.5,
        align,
      });
    });
    this.doc.y += this.style.gap * 0.6;
  }

  paragraph(runs: readonly Run[]) {
    if (runs.length === 0) return;
    this.room(this.style.size * 2.6);
    this.tagged("P", () => this.runs(runs, MARGIN.left, this.width));
    this.doc.y += this.style.gap;
  }

  list(ordered: boolean, items: readonly Run[][]) {
    const indent = 20;
    const list = this.doc.struct("L");
    this.tree.add(list);
    items.forEach((runs, index) => {
      this.room(this.style.size * 2.6);
      const item = this.doc.struct("LI");
      list.add(item);
      const y = this.doc.y;
      item.add(
        this.doc.struct("Lbl", {}, () => {
          this.face(this.style.text, this.style.size, ordered ? INK : this.paper.brand);
          this.doc.text(ordered ? `${index + 1}.` : "•", MARGIN.left, y, { width: indent, lineBreak: false });
        }),
      );
      this.doc.y = y;
      item.add(this.doc.struct("LBody", {}, () => this.runs(runs, MARGIN.left + indent, this.width - indent)));
      item.end();
      this.doc.y += this.style.gap * 0.55;
    });
    list.end();
    this.doc.x = MARGIN.left;
    this.doc.y += this.style.gap * 0.5;
  }

  table({ caption, columns, rows, total }: Extract<Block, { kind: "table" }>) {
    const size = Math.min(this.style.size, 10) - (columns.length > 4 ? 1 : 0);
    const shares = columns.reduce((sum, column) => sum + column.width, 0);
    const widths = columns.map((column) => (column.width / shares) * this.width);
    const padding = 4.5;
    if (caption) {
      this.room(78);
      this.doc.y += 8;
      this.tagged("P", () =>
        this.face(this.style.bold, size + 0.5).text(caption, MARGIN.left, this.doc.y, { width: this.width }),
      );
      this.doc.y += 4;
    }
    const heightOf = (cells: readonly string[], face: Face) =>
      Math.max(
        ...cells.map((cell, column) =>
          this.face(face, size).heightOfString(cell || " ", { width: widths[column]! - padding * 2, lineGap: 1 }),
        ),
      ) +
      padding * 2 +
      // Rows to be filled in by hand need room for it.
      (cells.length > 1 && cells.slice(1).every((cell) => cell === "") ? 8 : 0);
    const table = this.doc.struct("Table");
    this.tree.add(table);

    const draw = (cells: readonly string[], tag: "TH" | "TD", face: Face, tree?: PDFKit.PDFStructureElement) => {
      const top = this.doc.y;
      const height = heightOf(cells, face);
      const row = tree && this.doc.struct("TR");
      if (row) tree.add(row);
      if (tag === "TH") {
        this.artifact(() => this.doc.rect(MARGIN.left, top, this.width, height).fillColor("#f1efe8").fill());
      }
      cells.forEach((cell, column) => {
        const x = MARGIN.left + widths.slice(0, column).reduce((sum, width) => sum + width, 0) + padding;
        const write = () =>
          this.face(face, size).text(cell, x, top + padding, {
            width: widths[column]! - padding * 2,
            lineGap: 1,
            align: columns[column]!.align ?? "left",
          });
        if (row) row.add(this.doc.struct(tag, {}, write));
        else this.artifact(write);
      });
      row?.end();
      this.doc.y = top + height;
      this.rule(this.doc.y, tag === "TH" ? INK : RULE, tag === "TH" ? 1 : 0.5);
      this.doc.x = MARGIN.left;
    };

    const titles = columns.map((column) => column.title);
    this.room(heightOf(titles, this.style.bold) + 30);
    draw(titles, "TH", this.style.bold, table);
    for (const cells of rows) {
      if (this.doc.y + heightOf(cells, this.style.text) > this.doc.page.height - MARGIN.bottom) {
        this.doc.addPage();
        draw(titles, "TH", this.style.bold);
      }
      draw(cells, "TD", this.style.text, table);
    }
    if (total) draw(total, "TD", this.style.bold, table);
    table.end();
    this.doc.y += this.style.gap * 1.6;
  }

  blank(label: string, hint: string | undefined, lines = 1) {
    const line = 23;
    this.room(22 + line * lines);
    this.tagged("P", () => {
      this.face(this.style.bold, this.style.size).text(label, MARGIN.left, this.doc.y, {
        width: this.width,
        continued: hint !== undefined,
      });
      if (hint) this.face(this.style.text, this.style.size - 1, SOFT).text(`  ${hint}`, { width: this.width });
    });
    for (let drawn = 0; drawn < lines; drawn += 1) {
      this.doc.y += line;
      this.rule(this.doc.y, "#8d897d", 0.6);
    }
    this.doc.y += 11;
  }

  ticks(label: string, options: readonly string[]) {
    this.room(20 + options.length * 16);
    this.tagged("P", () =>
      this.face(this.style.bold, this.style.size).text(label, MARGIN.left, this.doc.y, { width: this.width }),
    );
    this.doc.y += 3;
    for (const option of options) {
      const y = this.doc.y;
      this.artifact(() =>
        this.doc
          .rect(MARGIN.left + 1, y + 1, 9, 9)
          .lineWidth(0.8)
          .strokeColor(INK)
          .stroke(),
      );
      this.tagged("P", () =>
        this.face(this.style.text, this.style.size).text(option, MARGIN.left + 20, y, { width: this.width - 20 }),
      );
      this.doc.y += 4;
    }
    this.doc.x = MARGIN.left;
    this.doc.y += 6;
  }

  block(block: Block) {
    switch (block.kind) {
      case "heading":
        return this.heading(block.level, block.text);
      case "paragraph":
        return this.paragraph(block.runs);
      case "list":
        return this.list(block.ordered, block.items);
      case "table":
        return this.table(block);
      case "blank":
        return this.blank(block.label, block.hint, block.lines);
      case "ticks":
        return this.ticks(block.label, block.options);
    }
  }

  signatures() {
    const { signatures = [] } = this.paper;
    if (signatures.length === 0) return;
    this.room(96);
    this.doc.y += 26;
    const top = this.doc.y;
    // The secretary signs at the left, the chair at the right; one signature alone stands at the right.
    signatures.forEach(({ role, name }, index) => {
      const half = this.width / 2 - 10;
      const isRight = index === signatures.length - 1;
      const x = isRight ? MARGIN.left + this.width - half : MARGIN.left;
      this.tagged("P", () => {
        this.face(this.style.bold, 10).text(role, x, top, { width: half, align: "center" });
        this.face(this.style.text, 11).text(name, x, top + 38, { width: half, align: "center" });
      });
    });
    this.doc.x = MARGIN.left;
  }

  /** The head of an act or a form: the Republic, the municipality, the council, centred over a rule. */
  officialHead() {
    const { letterhead, genre, number, title, layout } = this.paper;
    const centred: TextOptions = { width: this.width, align: "center", lineGap: 2 };
    this.tagged("P", () => {
      letterhead.forEach((line, index) => {
        this.face(index === letterhead.length - 1 ? this.style.bold : this.style.text, 11.5);
        this.doc.text(line, MARGIN.left, this.doc.y, { ...centred, characterSpacing: 0.2 });
      });
    });
    this.doc.y += 7;
    this.rule(this.doc.y, this.paper.brand, 1.5, this.doc.page.width / 2 - 60, this.doc.page.width / 2 + 60);
    this.doc.y += layout === "form" ? 14 : 22;
    if (genre)
      this.tagged("P", () =>
        this.face(this.style.bold, 14).text(genre, MARGIN.left, this.doc.y, { ...centred, characterSpacing: 0.5 }),
      );
    if (number) this.tagged("P", () => this.face(this.style.text, 11.5).text(number, MARGIN.left, this.doc.y, centred));
    this.doc.y += layout === "form" ? 4 : 12;
    this.tagged("H1", () =>
      this.face(this.style.bold, layout === "form" ? 13 : 12.5).text(title, MARGIN.left, this.doc.y, centred),
    );
    this.doc.y += layout === "form" ? 14 : 18;
  }

  reportHead() {
    const { letterhead, genre, number, title, summary } = this.paper;
    this.tagged("P", () => {
      this.face("sansBold", 10, this.paper.brand).text(letterhead.slice(-2).join(" · "), MARGIN.left, this.doc.y, {
        width: this.width,
      });
    });
    this.doc.y += 5;
    this.rule(this.doc.y, this.paper.brand, 2.5);
    this.doc.y += 20;
    const kicker = [genre, number].filter(Boolean).join(" · ");
    if (kicker)
      this.tagged("P", () => this.face("sans", 10, SOFT).text(kicker, MARGIN.left, this.doc.y, { width: this.width }));
    this.doc.y += 3;
    this.tagged("H1", () =>
      this.face("serifBold", 22).text(title, MARGIN.left, this.doc.y, { width: this.width, lineGap: 0 }),
    );
    this.doc.y += 8;
    if (summary) {
      this.tagged("P", () =>
        this.face("serif", 13, SOFT).text(summary, MARGIN.left, this.doc.y, { width: this.width, lineGap: 3 }),
      );
      this.doc.y += 8;
    }
    this.rule(this.doc.y);
    this.doc.y += 14;
  }

  leafletHead() {
    const { letterhead, title, summary, brand } = this.paper;
    const { width } = this.doc.page;
    const titleHeight = this.face("serifBold", 30).heightOfString(title, { width: this.width, lineGap: -2 });
    const summaryHeight = summary
      ? this.face("sans", 13).heightOfString(summary, { width: this.width, lineGap: 3 })
      : 0;
    const band = 58 + titleHeight + summaryHeight + 36;
    this.artifact(() => this.doc.rect(0, 0, width, band).fillColor(brand).fill());
    this.tagged("P", () =>
      this.face("sansBold", 10, "#ffffff").text(letterhead.slice(-2).join(" · "), MARGIN.left, 30, {
        width: this.width,
      }),
    );
    this.tagged("H1", () =>
      this.face("serifBold", 30, "#ffffff").text(title, MARGIN.left, 54, { width: this.width, lineGap: -2 }),
    );
    if (summary) {
      this.tagged("P", () =>
        this.face("sans", 13, "#ffffff").text(summary, MARGIN.left, 64 + titleHeight, {
          width: this.width,
          lineGap: 3,
        }),
      );
    }
    this.doc.y = band + 20;
  }

  foot(page: number, pages: number) {
    const y = this.doc.page.height - 44;
    // Below the bottom margin PDFKit would break the page; for the foot there is none.
    this.doc.page.margins.bottom = 0;
    this.rule(y - 8, RULE, 0.5);
    this.artifact(() => {
      this.face("sans", 8, SOFT).text(this.paper.footer, MARGIN.left, y, { width: this.width - 50, lineBreak: false });
      this.doc.text(`${page} / ${pages}`, MARGIN.left + this.width - 50, y, {
        width: 50,
        align: "right",
        lineBreak: false,
      });
    }, "Pagination");
  }

  set() {
    const { layout, blocks } = this.paper;
    if (layout === "report") this.reportHead();
    else if (layout === "leaflet") this.leafletHead();
    else this.officialHead();
    for (const block of blocks) this.block(block);
    this.signatures();
    this.tree.end();
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      this.foot(page + 1, count);
    }
  }
}

/**
 * Sets a paper as a tagged PDF with text that can be searched, copied and read aloud. Equal papers give equal bytes.
 * Takes about ten milliseconds a page.
 */
export async function makePdf(paper: Paper): Promise<Buffer> {
  fonts ??= openFonts();
  const made = new Date(`${paper.date}T09:00:00Z`);
  const doc = new PDFDocument({
    size: "A4",
    margins: MARGIN,
    bufferPages: true,
    // Without this PDFKit would embed its Helvetica, which PDF/UA does not allow.
    font: null as unknown as string,
    lang: paper.language === "sq" ? "sq-AL" : "en",
    tagged: true,
    displayTitle: true,
    pdfVersion: "1.7",
    subset: "PDF/UA" as "PDF/A-1",
    info: {
      Title: paper.name ?? paper.title,
      Author: paper.letterhead.slice(-2).join(", "),
      Creator: "e-Këshilli",
      CreationDate: made,
      ModDate: made,
    },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  for (const [face, font] of Object.entries(await fonts)) doc.registerFont(face, font as unknown as Buffer);
  new Setter(doc, paper).set();
  doc.end();
  return done;
}
