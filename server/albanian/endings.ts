/**
 * What is left of a word that no list knows when its ending of case, number, gender or person is taken off: one reading,
 * or two where the ending may be part of the word (`buxhet-` or `buxh-et`). Words that differ by derivation (`votim`,
 * `votues`) stay apart; only a verb, its participle and its noun in -im come together, in a stem in -o that no noun has.
 */

/** The fewest letters that are left as a stem. */
const least = 3;
/** Names of three letters keep all of them: Edi, Edit, Edin; Eva, Evës, Evën. */
const ofShortName: readonly [RegExp, string][] = [
  [/^..i[tn]$/, "i"],
  [/^..e[sn]$/, "a"],
];

/**
 * Endings, folded, each with what takes its place: one reading or two, the likelier first. `*` keeps the whole word.
 * After the affix classes K–T of the Albanian Hunspell dictionary; the longest that leaves enough of the word is taken.
 */
const table: Record<string, readonly string[]> = {};
const rule = (endings: string, ...readings: string[]) => {
  for (const ending of endings.split(" ")) table[ending] = readings;
};

// Nouns: definite and indefinite, one and many.
rule("i", "", "i");
rule("u it et at in un ut en es", "", "*");
rule("a e eje", "");
rule("esh ash", "", "*");
rule("ave", "", "av");
rule("eve", "", "ev");
rule("ove", "o");
rule("ja", "j", "");
rule("jja", "j");
// Nouns in a vowel: kala-ja, depo-së. They look like feminine nouns in -së, -në (`filxhanë`).
rule("aja", "a", "aj");
rule("ase", "as", "a");
rule("ane", "an", "a");
rule("ose", "os", "o");
rule("one", "on", "o");
rule("on os ot osh", "*", "o");
rule("iri irit irin", "ir", "i");
// Feminine in -i and -ie; the second readings are words in -së, -në, -të, -ve (`analizë` has none of them).
rule("ia ie ies ien iet ieve iesh ieje", "i");
rule("ise", "i", "is");
rule("ine", "i", "in");
rule("ite", "i", "it");
rule("ive", "i", "iv");
rule("ish", "i", "*");
// After a consonant: nxënës-ve, muaj-ve, Hoxhaj-t, pleq-të.
rule("jte jt", "j", "jt");
rule("jve jsh", "j");
for (const consonant of ["r", "s", "l", "n"]) rule(`${consonant}ve`, consonant, `${consonant}v`);
// Plurals that change their consonant: park, parqe; treg, tregje; titull, tituj; lumë, lumenj; ulli, ullinj.
rule("q qe qet qeve qesh qte qt qve qsh", "q", "k");
rule("gj gje gjet gjeve gjesh gjte gjve", "gj", "g");
rule("uj ujt ujte ujve ujsh", "ull", "ul");
rule("enj enjt enjte enjve enjsh", "", "enj");
rule("inj injt injte injve injsh", "i", "inj");
// Adjectives: i përhershëm, e përhershme.
rule("shem shme shmes shmen shmet shmeve shmja shmit shmin shemt shemve", "shm");
// Who does it: votues, votueses, votuesve.
rule("ues uesi uesit uesin uesve uese uesja ueses uesen ueset ueseve uesish", "ues");
// Verbs in -oj and -uaj.
rule("oj ojme ojne ova oi uam ua onte uaj uajne uaje", "o");
rule("uat uan", "o", "*");
rule("oje oja", "o", "oj");
rule("oni", "on", "oni");
rule("onin onit", "on", "o");
rule("izem", "izm");
rule("onim", "o", "onim");
rule("ohem ohesh ohet ohemi oheni ohen ohej oheshin ohesha ohu ohuni uhet uhen uhej uheshin", "o");
rule("uar uara uare uari uarit uarin uarve uarat uarave uarash uares uaren uaret uareve", "o");
rule("im imi imit imin ime imet imeve imesh", "im", "o");
// Participles in -ur: hapur, të hapura, të hapurve.
rule("ur", "*", "");
rule("uri", "uri", "ur");
rule("ura urit urin urve urat urave", "ur");

const longest = Math.max(...Object.keys(table).map((ending) => ending.length));

/** A last `ër`, `ël` loses its ë before an ending (`numër`, `numri`); typed as `er` it may be either. */
function losingE(folded: string, written: string): readonly string[] | undefined {
  if (!/[^aeiouy]e(?:rr?|l)$/.test(folded) || folded.length <= least + 1) return undefined;
  const short = folded.replace(/e(rr?|l)$/, "$1");
  if (/ë(?:rr?|l)$/.test(written)) return [short];
  return written === folded ? [folded, short] : undefined;
}

/**
 * @param folded the word in small letters without marks
 * @param written the same with its marks
 */
export function withoutEnding(folded: string, written = folded): readonly string[] {
  const lost = losingE(folded, written);
  if (lost) return lost;
  for (let length = Math.min(longest, folded.length - 1); length > 0; length--) {
    const readings = table[folded.slice(-length)];
    if (!readings) continue;
    const rest = folded.slice(0, -length);
    const stems = readings.map((end) => (end === "*" ? folded : rest + end));
    if (stems.every((stem) => stem.length >= least) && /[aeiouy]/.test(rest)) return [...new Set(stems)];
  }
  const last = ofShortName.find(([form]) => form.test(folded))?.[1];
  return last ? [folded, folded.slice(0, 2) + last] : [folded];
}
