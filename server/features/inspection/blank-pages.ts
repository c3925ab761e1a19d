import { getResolvedPDFJS } from "unpdf";
import { openPdf } from "./pdf-text.ts";

/** What a page does, in the order of its content; `argsArray` has what each needs. */
interface Operators {
  fnArray: number[];
  argsArray: unknown[];
}
type Names = Readonly<Record<string, number>>;

const white = "#ffffff";
/** Looking goes on for so many milliseconds; pages that are left then count as pictures. */
const patience = 3_000;

/** A letter as it is shown; one with `operatorListId` is drawn, and may be a whole page. */
interface Glyph {
  unicode: string;
  isSpace: boolean;
  operatorListId?: number;
}
const isGlyph = (shown: unknown): shown is Glyph => typeof shown === "object" && shown !== null;
/** Letters that no reader of text can tell: they are a picture of words. */
const isUnreadable = ({ unicode, isSpace, operatorListId }: Glyph): boolean =>
  operatorListId !== undefined || (!isSpace && !/[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(unicode));

/**
 * Pictures, lines, shapes, shadings and unreadable letters are something to see; white shapes and readable letters are not.
 * What stands in fields and notes is none of the page's text, so that nobody has read it, however readable it is.
 */
function isPainted({ fnArray, argsArray }: Operators, names: Names): boolean {
  const pictures = new Set(
    Object.keys(names)
      .filter((name) => /^(paint|shadingFill)/.test(name) && !name.startsWith("paintFormXObject"))
      .map((name) => names[name]!),
  );
  const opens = new Set([names.save, names.paintFormXObjectBegin]);
  const closes = new Set([names.restore, names.paintFormXObjectEnd]);
  const fillings = new Set([names.fill, names.eoFill]);
  const colours: boolean[] = [];
  let isWhite = false;
  let isNote = false;
  return fnArray.some((fn, at) => {
    const args = argsArray[at] as unknown[];
    if (fn === names.beginAnnotation || fn === names.endAnnotation) {
      isNote = fn === names.beginAnnotation;
      isWhite = false;
    } else if (opens.has(fn)) colours.push(isWhite);
    else if (closes.has(fn)) isWhite = colours.pop() ?? false;
    else if (fn === names.setFillRGBColor) isWhite = args[0] === white;
    else if (fn === names.setFillColorN) isWhite = false;
    else if (fn === names.showText)
      return (args[0] as unknown[]).some((shown) => isGlyph(shown) && (isNote ? !shown.isSpace : isUnreadable(shown)));
    else if (fn === names.constructPath)
      return args[0] !== names.endPath && !(isWhite && fillings.has(args[0] as number));
    return pictures.has(fn);
  });
}

/** The operators of these pages as far as patience goes. */
async function* operatorsOf(bytes: Uint8Array, pages: readonly number[], strict: boolean) {
  const pdf = await openPdf(bytes, { stopAtErrors: strict });
  const began = performance.now();
  for (const number of pages) {
    if (performance.now() - began > patience) break;
    const page = await pdf.getPage(number);
    const operators = (await page.getOperatorList().catch(() => null)) as Operators | null;
    page.cleanup();
    if (operators) yield { number, operators };
  }
  await pdf.loadingTask.destroy();
}

/**
 * The pages on which there is nothing to see but what stands in their text, of those that hardly have any. No picture is
 * unpacked for it: a reader that forgives leaves out a picture that is too large for it, one that does not ends there, and by
 * that a picture is known.
 */
export async function blankPages(bytes: Uint8Array, pages: readonly number[]): Promise<number[]> {
  if (pages.length === 0) return [];
  const { OPS } = await getResolvedPDFJS();
  const unpainted = new Map<number, number>();
  for await (const { number, operators } of operatorsOf(bytes, pages, false))
    if (!isPainted(operators, OPS as unknown as Names)) unpainted.set(number, operators.fnArray.length);
  const blank: number[] = [];
  for await (const { number, operators } of operatorsOf(bytes, [...unpainted.keys()], true))
    if (operators.fnArray.length === unpainted.get(number)) blank.push(number);
  return blank;
}
