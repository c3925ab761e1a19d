import { fold } from "./fold.ts";

/** A listed word: the stem it is found by and every form it is written in, with ë and ç. */
export interface Entry {
  stem: string;
  forms: string[];
}

const vowel = /[aeëiouy]$/;
const without = (word: string, letters: number) => word.slice(0, word.length - letters);
const each = (stem: string, endings: string): string[] => endings.split(" ").map((ending) => stem + ending);

/** k, g, h (not dh, sh, th, xh, zh, which are letters of their own) and vowels. */
const takesU = /(?:[kgaeëiouy]|(?<![dstxz])h)$/;
/** `-i`, or `-u` after k, g, h and after a vowel: `vendimi`, `qarku`, `njeriu`. */
const masculineSingular = (word: string): string[] => {
  if (word.endsWith("ë")) return [word, ...each(without(word, 1), "i it in")];
  return [word, ...each(word, takesU.test(word) ? "u ut un" : "i it in")];
};
/** In a vowel that is stressed, for there is no other: gra, dru, sy. */
const stressedVowel = /^[^aeëiouy]*[aeëiouy]+$/;
const pluralEndings = (plural: string): string => {
  if (!vowel.test(plural)) return "t të it ve ëve sh ish";
  return stressedVowel.test(plural) ? "t të ve sh" : "t ve sh";
};
/** Of a plural in a vowel `-t -ve -sh`, where it is stressed `-të` (`gratë`); of any other `-të`, `-it` as well. */
const pluralCases = (plural: string): string[] => [plural, ...each(plural, pluralEndings(plural))];

/** What makes the forms of one class of words: from the lemma and its plurals, where the list gives any. */
type Paradigm = (lemma: string, plurals: readonly string[]) => Entry;

const masculine =
  (ending: string): Paradigm =>
  (lemma, plurals) => {
    const usual = ending === "e" && lemma.endsWith("ë") ? `${without(lemma, 1)}e` : lemma + ending;
    return {
      stem: fold(lemma.endsWith("ë") ? without(lemma, 1) : lemma),
      forms: [...masculineSingular(lemma), ...(plurals.length > 0 ? plurals : [usual]).flatMap(pluralCases)],
    };
  };

const feminine =
  (ending: string): Paradigm =>
  (lemma, plurals) => {
    const base = lemma.endsWith("ë") ? without(lemma, 1) : lemma;
    return {
      stem: fold(base),
      forms: [
        lemma,
        ...each(base, "e a ës ën"),
        ...(plurals.length > 0 ? plurals : [base + ending]).flatMap(pluralCases),
      ],
    };
  };

/** `mbledhje`, `mbledhja`; `lagje`, `lagja` or `lagjja`; `rregullore`, `rregullorja`; `kryetare`, `kryetarja`. */
const feminineInE: Paradigm = (lemma, plurals) => {
  const base = without(lemma, 1);
  return {
    stem: fold(base),
    forms: [
      ...each(base, base.endsWith("j") ? "a ja" : "ja"),
      ...each(lemma, "je s n"),
      ...pluralCases(lemma),
      ...plurals.flatMap(pluralCases),
    ],
  };
};

const feminineInI: Paradigm = (lemma) => ({ stem: fold(lemma), forms: [lemma, ...each(lemma, "e a së në të ve sh")] });

const feminineInIe: Paradigm = (lemma) => ({
  stem: fold(without(lemma, 1)),
  forms: [lemma, `${without(lemma, 1)}a`, ...each(lemma, "je s n t ve sh")],
});

/** The ë before the last consonant goes when an ending comes: `letër`, `letra`; `numër`, `numri`; `Kamëz`, `Kamza`. */
const short = (lemma: string): string => lemma.replace(/ë(\P{L}*\p{L}|rr)$/u, "$1");
const feminineLosingE: Paradigm = (lemma) => {
  const base = short(lemma);
  return { stem: fold(base), forms: [lemma, `${lemma}n`, ...each(base, "e a ë ës ën at ave ash")] };
};
const masculineLosingE: Paradigm = (lemma, plurals) => {
  const base = short(lemma);
  return {
    stem: fold(base),
    forms: [
      lemma,
      ...each(lemma, "i it in a ave at"),
      ...each(base, "i it in"),
      ...(plurals.length > 0 ? plurals : [`${base}a`]).flatMap(pluralCases),
    ],
  };
};

const inAVowel: Paradigm = (lemma, plurals) => ({
  stem: fold(lemma),
  forms: [lemma, ...each(lemma, "ja je s së n në t të ve sh"), ...plurals.flatMap(pluralCases)],
});

/** Men and women: one entry, for `këshilltarë` (men) and `këshilltare` (a woman) are one word once folded. */
const person: Paradigm = (lemma, plurals) => ({
  stem: fold(lemma),
  forms: [...masculine("ë")(lemma, plurals).forms, ...feminineInE(`${lemma}e`, []).forms],
});
const agent: Paradigm = (lemma) => ({
  stem: fold(lemma),
  forms: [...masculine("")(lemma, []).forms, ...feminineInE(`${lemma}e`, []).forms],
});

export const nounParadigms: Record<string, Paradigm> = {
  masculine: (lemma, others) => ({
    stem: fold(lemma),
    forms: [lemma, ...others].flatMap((name) => masculineSingular(name)),
  }),
  "masculine -e": masculine("e"),
  "masculine -a": masculine("a"),
  "masculine -qe, -gje": masculine("e"),
  "masculine -ra": masculine("ra"),
  "masculine irregular": masculine("e"),
  persons: person,
  agents: agent,
  "feminine -a": feminine("a"),
  "feminine -ë": feminine("ë"),
  "feminine irregular": feminine("a"),
  "feminine -e": feminineInE,
  "feminine -i": feminineInI,
  "feminine -ie": feminineInIe,
  "feminine -je": feminineInE,
  "feminine -ër": feminineLosingE,
  "masculine -ër": masculineLosingE,
  "in a vowel": inAVowel,
  "plural only": (lemma, plurals) => ({ stem: fold(lemma), forms: [lemma, ...plurals].flatMap(pluralCases) }),
};

/** A participle as the adjective and the noun that it can be: `miratuar`, `të miratuara`, `të miratuarve`. */
const participle = (word: string): string[] =>
  word.endsWith("ë")
    ? [word, ...each(without(word, 1), "a e i it in ët at ave ash ëve ësh ës ën")]
    : [word, ...each(word, "a e ë i it in at ave ash ve ës ën ët ëve ësh")];

export const adjectiveParadigms: Record<string, Paradigm> = {
  "in a consonant": (lemma) => ({
    stem: fold(lemma),
    forms: [lemma, ...each(lemma, "e ë a i u it ut in un ja es en et eve eje esh ët ëve ësh at ave ve")],
  }),
  "in -ur": (lemma) => ({ stem: fold(lemma), forms: participle(lemma) }),
  "in -ë": (lemma) => ({
    stem: fold(lemma.endsWith("ë") ? without(lemma, 1) : lemma),
    forms: participle(lemma),
  }),
  "in -ëm": (lemma) => {
    const base = lemma.endsWith("ëm") ? `${without(lemma, 2)}m` : lemma;
    return {
      stem: fold(base),
      forms: [lemma, ...each(lemma, "i it in ët ëve"), ...each(base, "e i it in ja es en et eve")],
    };
  },
};

const nounOfAction = (noun: string): Entry => {
  if (noun.endsWith("ie")) return feminineInIe(noun, []);
  return noun.endsWith("e") ? feminineInE(noun, []) : masculine("e")(noun, []);
};

/** `miratoj` with `miratua`, `miratuar`, `miratohet` and, unless its noun is another, `miratim`. */
export const regularVerb = (verb: string, withNoun: boolean): Entry => {
  const base = without(verb, 2);
  return {
    stem: fold(`${base}o`),
    forms: [
      ...each(base, "oj on ojmë oni ojnë ojë osh o ova ove oi uam uat uan ua oja oje onte onim onit onin"),
      ...each(base, "ohem ohesh ohet ohemi oheni ohen ohej ohesha oheshin ohesh oftë ofshin uaka"),
      ...participle(`${base}uar`),
      ...(withNoun ? nounOfAction(`${base}im`).forms : []),
    ],
  };
};

const consonantVerb = (stem: string): string[] =>
  each(stem, " a e i ëm ët ën em esh et emi eni en ej esha eshin ni in im te nin ë ja");

/** A line of `irregularVerbs`. */
export const irregularVerb = (line: string): Entry => {
  const [forms = "", past = "", noun = ""] = line.split("|").map((part) => part.trim());
  const action = noun === "" ? undefined : nounOfAction(noun);
  return {
    stem: action ? action.stem : fold(past),
    forms: [
      ...forms.split(" ").flatMap((form) => (form.endsWith("*") ? consonantVerb(without(form, 1)) : [form])),
      ...participle(past),
      ...(action?.forms ?? []),
    ],
  };
};
