import { prefixes } from "./data/prefixes.ts";
import { withoutEnding } from "./endings.ts";
import { fold, lower } from "./fold.ts";
import { listedStems } from "./lexicon.ts";

/** Of a compound whose last part is listed: `zevendeskryetarja` is `zevendes` and the stem of `kryetarja`. */
function compoundStems(folded: string): readonly string[] | undefined {
  for (const prefix of prefixes) {
    if (!folded.startsWith(prefix) || folded.length < prefix.length + 4) continue;
    const stems = listedStems(folded.slice(prefix.length));
    if (stems) return stems.map((stem) => prefix + stem);
  }
  return undefined;
}

/**
 * The stems by which an Albanian word is found, without marks: one, or two where the word can be read in two ways
 * (`planet`: the planet, or the plans), seldom three. Two words are the same for a search when they share one.
 *
 *     stems("këshilltarëve") // ["keshilltar"]
 *     stems("u miratuan")    // the caller cuts words; `miratuan` is ["mirato"], as `miratimin` is
 */
export function stems(word: string): readonly string[] {
  const written = lower(word);
  const folded = fold(written);
  return listedStems(written, folded) ?? compoundStems(folded) ?? withoutEnding(folded, written);
}
