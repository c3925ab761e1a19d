import { withComposed } from "./composed.ts";
import { fold } from "./fold.ts";
import { albanian, type Language } from "./language.ts";
import { piecesOf } from "./pieces.ts";
import { caseEndings, Reader } from "./reader.ts";
import type { Token } from "./token.ts";

/** “P/Vendim”, “P.vendim”: how notices write `projektvendim`. */
const project = /^[/.] ?((?:vendim|akt|urdh|rezolut|buxhet|rregullor|p[ëe]rgjigj)[\p{L}\p{M}]*)/iu;

/**
 * The words and numbers of a text, by position, for an index or a highlight. Never throws; its time grows with the
 * length of the text.
 *
 *     analyse("Vendimi nr. 87, datë 22.12.2025")
 *     // vendimi [vendim] · nr · 87 [87] · [87/2025] · date · [2025-12-22, 2025-12, 2025]
 */
export function analyse(text: string, language: Language = albanian): Token[] {
  const reader = new Reader(language);
  let readTo = 0;
  for (const piece of piecesOf(text)) {
    if (piece.start < readTo) continue;
    // 20-të, 2025-ën: the ending says nothing
    const before = text.slice(Math.max(0, piece.start - 2), piece.start);
    if (/\d[-\u2010\u2011]$/.test(before) && caseEndings.has(fold(piece.text))) continue;
    const [sign, drafted] = (/^p$/i.test(piece.text) && project.exec(text.slice(piece.end, piece.end + 40))) || [];
    if (sign) {
      readTo = piece.end + sign.length;
      reader.word(text.slice(piece.start, readTo), piece.start, readTo, `projekt${drafted}`);
    } else if (piece.kind === "word") reader.chain(piece);
    else reader.number(piece);
  }
  return withComposed(reader);
}
