import type { FindingKind, Need, Sureness } from "./inspection.shared.ts";
import { readPersonalNumber } from "./personal-number.ts";

/** Where in a text something about a person stands. The words themselves are the text's, by `start` and `end`. */
export interface PersonalData {
  kind: FindingKind;
  sureness: Sureness;
  start: number;
  end: number;
  /** Enough to find the place, too little to know the person. */
  hint: string;
  /** Of `need`. */
  need: Need | null;
}

/**
 * Stems of what tells need, as they stand in every form of the word: without marks, since scanners lose them. A space
 * stands for any white space.
 */
const needStems: readonly [Need, string][] = [
  [
    "aid",
    "ndihm\\w* ekonomik\\w*|ndihm\\w* sociale?|perfitues\\w* te ndihm\\w*|ndihm\\w* financiare per (familj|person)\\w*|varferi\\w*",
  ],
  [
    "disability",
    "invalid\\w*|aftesi\\w* (e|te) kufizuar\\w*|aftesi te kufizuar\\w*|paaftesi\\w*|paraplegj\\w*|tetraplegj\\w*|i verber|e verber|te verber\\w*|autik\\w*|autiz\\w*|kemp\\w*|kujdestar\\w* personal\\w*",
  ],
  ["child", "(i|e|te) mitur\\w*|femije\\w* (ne|me) nevoj\\w*|femij\\w* te braktisur"],
  ["orphan", "jetim\\w*"],
  [
    "illness",
    "semundj\\w*|diagnoz\\w*|kemoterapi\\w*|kancer\\w*|tumor\\w*|hemodializ\\w*|epileps\\w*|shizofren\\w*|hiv",
  ],
  ["violence", "dhun\\w* ne familj\\w*|viktim\\w*|te trafikuar\\w*|urdher\\w* mbrojtj\\w*"],
  [
    "homeless",
    "(i|e|te) pastreh\\w*|strehim\\w* social\\w*|banes\\w* social\\w*|bonus\\w* (i |e |te )?(qiras?e?|strehim\\w*)",
  ],
  ["minority", "rom|rome|romet|romeve|egjiptian\\w*"],
  ["custody", "kujdestari\\w*|birësim\\w*|biresim\\w*"],
  ["conviction", "(i|e|te) denuar\\w*|ish te denuar\\w*|burgim\\w*"],
];
const needWords = needStems.map(
  ([need, stems]) =>
    [need, new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems.replaceAll(" ", "\\s+")})(?![\\p{L}\\p{N}])`, "giu")] as const,
);

/** A name is said to be in need when it stands so near, in characters. */
const near = { before: 220, after: 160 };
/** Names below a heading such as “Lista e përfituesve të ndihmës ekonomike” need no other word. */
const listHeading = /(?<!\p{L})(list\w*|lidhj\w* nr|tabel\w*)[^\n]{0,80}/giu;
const listReach = 6_000;

const word = "\\p{Lu}(?:\\p{Ll}+|\\p{Lu}{2,})(?:-\\p{Lu}\\p{L}+)?";
const names = new RegExp(
  `(?<![\\p{L}\\p{N}])${word}(?:[ \\t]+(?:\\p{Lu}\\.[ \\t]*)?${word}){1,3}(?![\\p{L}\\p{N}])`,
  "gu",
);

/** Capitalised words of institutions, papers and places: beside one of them a word is no person's name. Without marks. */
const notNameWords =
  "per mbi pas duke sipas me ne nga dhe kjo ky keta leke lekeve euro nr data date kod kodi kodit ligj ligji ligjit neni nenit " +
  "emri mbiemri atesia adresa plani planit zoti zonja kam rom rome romet mars marsi prill prilli maj maji qershor korrik gusht " +
  "shtator tetor nentor dhjetor janar shkurt law city mayor vula banes banesa bord bordi zyra zyre";
const notNames = new RegExp(
  `^(?:(?:${notNameWords.replaceAll(" ", "|")})$|keshill|bashki|republik|shqiperi|ministr|prefek|qark|drejtori|sektor|njesi|` +
    "administrativ|komision|kryetar|nenkryetar|sekretar|anetar|vendim|projektvendim|rregullor|kuvend|gjykat|prokuror|polici|" +
    "agjenci|qend[er]|fondi|fondacion|buxhet|ndihm|ekonomik|social|sherbim|mbrojtj|person|aftesi|kufizuar|invalid|familj|femij|" +
    "shoqat|universitet|shkoll|spital|kopesht|fshat|lagj|rruga|rruges|bulevard|shesh|lista|tabel|lidhj|gjini|datelindj|vendlindj|" +
    "nenshkrim|miratim|shfuqiz|shtojc|aneks|relacion|raport|program|projekt|strateg|institut|kombetar|publik|vendor|ndertim|" +
    "jetim|egjiptian|mitur|pension|paaftesi|semundj|strehim|kerkes|propozim|avokat|noter|municip|council|republic|article|decision)",
);

/** Somebody in office who is named for what they do, and not for what they need. */
const inOffice =
  /(kryetar\w*|nenkryetar\w*|sekretar\w*|prefekt\w*|keshilltar\w*|anetar\w*|drejtor\w*|pergjegjes\w*|specialist\w*|noter\w*|ministr\w*|deputet\w*|mayor|chair\w*|councillor)[^\n.;]{0,24}$/iu;

const marked = /\p{M}/gu;
/** The text without marks, every place as it was: what has no counterpart of one letter stays as it is. */
function unmarked(text: string): string {
  let out = "";
  for (const sign of text) {
    const plain = sign.normalize("NFD").replace(marked, "");
    out += plain.length === sign.length ? plain : sign;
  }
  return out;
}

const initials = (name: string) =>
  name
    .split(/[\s-]+/)
    .map((part) => `${[...part][0]}.`)
    .join(" ");

/** Words of a run that can be a person's: those of institutions are cut from its ends. */
function personIn(run: RegExpExecArray, plain: string): { start: number; end: number } | null {
  const parts = [...run[0].matchAll(/[^ \t]+/g)].map((part) => ({
    start: run.index + part.index,
    end: run.index + part.index + part[0].length,
  }));
  const isName = ({ start, end }: { start: number; end: number }) =>
    !notNames.test(plain.slice(start, end).toLowerCase());
  while (parts.length > 0 && !isName(parts[0]!)) parts.shift();
  while (parts.length > 0 && !isName(parts.at(-1)!)) parts.pop();
  if (parts.length < 2 || !parts.every(isName)) return null;
  return { start: parts[0]!.start, end: parts.at(-1)!.end };
}

function* personalNumbers(text: string): Generator<PersonalData> {
  for (const { 0: number, index } of text.matchAll(/(?<![\p{L}\p{N}])[A-Ta-t]\d{8}[A-Wa-w](?![\p{L}\p{N}])/gu)) {
    const before = unmarked(text.slice(Math.max(0, index - 40), index));
    const beside = before + unmarked(text.slice(index, index + 40));
    // A company's number looks the same and is public; the word in front of it tells.
    if (/(nipt|nuis|niput|vat)[^\n]{0,30}$/i.test(before)) continue;
    const read = readPersonalNumber(number);
    const isSaid =
      /(nr|numr\w*|numer)\.?\s*(personal|i?d?\.?\s*leternjoftim)|numr\w* (e|i|te)? ?identitetit|\bnid\b|\bid\b|leternjoftim|karte\w* (e )?identitet/i.test(
        beside,
      );
    if (!read && !isSaid) continue;
    const sureness = isSaid || read?.checked ? "certain" : "likely";
    yield {
      kind: "personal_number",
      sureness,
      start: index,
      end: index + 10,
      need: null,
      hint: `${number[0]}…${number[9]}`.toUpperCase(),
    };
  }
}

function* birthDates(text: string, plain: string): Generator<PersonalData> {
  const said =
    /(?<!\p{L})(datelindj\w*|lindur|i lindur|e lindur|dtl|d\.l)[^\n\d]{0,30}?(\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2})(?!\d)/giu;
  for (const found of plain.matchAll(said)) {
    const end = found.index + found[0].length;
    const start = end - found[2]!.length;
    yield { kind: "birth_date", sureness: "certain", start, end, need: null, hint: `…${text.slice(end - 4, end)}` };
  }
}

function* phones(text: string, plain: string): Generator<PersonalData> {
  const mobile = /(?<![\p{L}\p{N}+/.-])(?:(?:\+|00)355[ ./-]?6|06)[6-9](?:[ ./-]?\d){7}(?![\p{N}/])/gu;
  for (const { 0: number, index } of text.matchAll(mobile)) {
    const before = plain.slice(Math.max(0, index - 80), index).toLowerCase();
    // An institution may have a mobile number; the word in front of it says whose it is.
    const isOffice = /(zyr|sekretari|bashki|keshill|institucion|sporteli|sportel|numri i gjelber)\w*[^\n]{0,60}$/.test(
      before,
    );
    const end = index + number.length;
    yield {
      kind: "phone",
      sureness: isOffice ? "possible" : "likely",
      start: index,
      end,
      need: null,
      hint: `…${number.slice(-2)}`,
    };
  }
}

interface Place {
  need: Need;
  start: number;
  end: number;
}

/** The first of what is in the order of the text that begins at a place or after it, by its index. */
function firstFrom(places: readonly { start: number }[], start: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function namesInNeed(text: string, plain: string): PersonalData[] {
  const places: Place[] = needWords.flatMap(([need, stems]) =>
    [...plain.matchAll(stems)].map(({ 0: said, index }) => ({ need, start: index, end: index + said.length })),
  );
  if (places.length === 0) return [];
  places.sort((a, b) => a.start - b.start);
  const lists = [...plain.matchAll(listHeading)].flatMap(({ 0: heading, index }) => {
    const within = places[firstFrom(places, index)];
    return within && within.start <= index + heading.length + 60
      ? [{ need: within.need, start: index, end: index + listReach }]
      : [];
  });

  const longest = places.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const found: PersonalData[] = [];
  names.lastIndex = 0;
  for (let run = names.exec(text); run; run = names.exec(text)) {
    const person = personIn(run, plain);
    if (!person) continue;
    const { start, end } = person;
    if (inOffice.test(plain.slice(Math.max(0, start - 60), start))) continue;
    const gap = (place: Place) => (place.end <= start ? start - place.end : place.start >= end ? place.start - end : 0);
    // What comes in front of a name tells more of it than what comes behind.
    const about = places.slice(
      firstFrom(places, start - near.before - longest),
      firstFrom(places, end + near.after + 1),
    );
    const beside = about.filter((place) => gap(place) <= (place.end <= start ? near.before : near.after));
    const nearest = beside.toSorted((a, b) => gap(a) - gap(b))[0];
    const list = lists.slice(firstFrom(lists, start - listReach + 1), firstFrom(lists, start))[0];
    if (!nearest && !list) continue;
    const between = nearest && plain.slice(Math.min(nearest.start, end), Math.max(nearest.start, start));
    const sameSentence = between !== undefined && !/\p{L}{3}[.;!?]\s+(\p{Lu}|$)|\n\s*\n/u.test(between);
    const need = list?.need ?? nearest!.need;
    found.push({
      kind: "need",
      sureness: list || sameSentence ? "likely" : "possible",
      start,
      end,
      need,
      hint: initials(text.slice(start, end)),
    });
  }
  return found;
}

/**
 * What in a text may be about a person and not for the public: personal numbers, days of birth, mobile telephones, and
 * names near words that tell need. It finds what is written as papers of councils write it; what it does not find may
 * still be there, and a person reads before publishing.
 * @returns in the order of the text
 */
export function findPersonalData(text: string): PersonalData[] {
  const plain = unmarked(text);
  return [
    ...personalNumbers(text),
    ...birthDates(text, plain),
    ...phones(text, plain),
    ...namesInNeed(text, plain),
  ].sort((a, b) => a.start - b.start);
}
