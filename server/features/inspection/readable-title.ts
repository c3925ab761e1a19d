import { fold } from "../../fold.shared.ts";

/** Words that say which paper it is, as they are written; a name without marks gets them back. */
const spelled: Record<string, string> = Object.fromEntries(
  (
    "vendim projektvendim urdhër njoftim procesverbal relacion raport rregullore marrëveshje kontratë buxhet buxheti " +
    "këshill këshilli këshillit bashki bashkia bashkisë shpallje konsultim dëgjesë mbledhje mbledhja mbledhjes " +
    "rendi ditës lëndë lista përfundimtar përmbledhje shtojcë aneks miratim miratimin për në të së me dhe nga nr datë"
  )
    .split(" ")
    .map((word) => [fold(word), word]),
);

const day = /\b(?:d(?:a)?te?\.?\s*)?(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ]((?:19|20)\d{2})\b/i;
const isoDay = /\b(?:d(?:a)?te?\.?\s*)?((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})\b/i;
const number = /\b(?:nr|no|numri?)[.\-\s]*(\d+(?:\/\d+)?)/i;

const twoDigits = (value: string) => value.padStart(2, "0");
const exists = (year: string, month: string, of: string) => {
  const parts = { year: Number(year), month: Number(month), day: Number(of) };
  return parts.month >= 1 && parts.month <= 12 && parts.day >= 1 && parts.day <= 31;
};

/** Holds the day's place while the rest is made readable. */
const dayMark = "¦";

/** Says the day that a name tells in the way of the language, and takes it from the name. */
function takeDay(name: string): { rest: string; date: string | null } {
  const found = day.exec(name);
  if (found && exists(found[3]!, found[2]!, found[1]!)) {
    const date = `${twoDigits(found[1]!)}.${twoDigits(found[2]!)}.${found[3]}`;
    return { rest: name.replace(found[0], dayMark), date };
  }
  const iso = isoDay.exec(name);
  if (iso && exists(iso[1]!, iso[2]!, iso[3]!)) {
    const date = `${twoDigits(iso[3]!)}.${twoDigits(iso[2]!)}.${iso[1]}`;
    return { rest: name.replace(iso[0], dayMark), date };
  }
  return { rest: name, date: null };
}

/** What programs and machines put behind a name: copies, versions, signs. */
const noise = /\s*[([]\s*(?:\d{1,2}|copy|kopje|final|fund(?:it)?)\s*[)\]]|\b(?:copy|kopje) of\b|\bscan(?:ned)?\b/giu;
const isShouted = (text: string) => /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text);

function spell(word: string): string {
  const known = spelled[fold(word)];
  if (!known) return word;
  return /^\p{Lu}/u.test(word) && !/^\p{Lu}{2}/u.test(word) ? known[0]!.toUpperCase() + known.slice(1) : known;
}

const capital = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/**
 * A title that people read, made from the name of a file; a guess that the secretary corrects.
 *
 *     readableTitle("VENDIM_NR_45_dt_12.03.2026.pdf") // "Vendim nr. 45, datë 12.03.2026"
 *
 * @returns an empty text when the name says nothing (`scan0001.pdf`)
 */
export function readableTitle(fileName: string): string {
  const base = fileName
    .slice(0, 480)
    .normalize("NFC")
    .replace(/^.*[/\\]/, "");
  const stem = base.replace(/\.[a-z0-9]{1,8}$/i, "").replace(/[\p{Cc}\p{Cf}\uFFFD¦]/gu, "");
  const spaced = stem.replace(/[_+]+|%20/g, " ").replace(noise, " ");
  const { rest, date } = takeDay(spaced);
  let text = rest
    .replace(/(?<=\p{L})-(?=\p{L})|\s-\s/gu, (sign) => (isShouted(rest) || !/\s/.test(rest.trim()) ? " " : sign))
    .replace(/\s+/g, " ")
    .trim();
  if (isShouted(text)) text = text.toLowerCase();
  text = text.split(" ").map(spell).join(" ");
  text = text.replace(number, (_, digits: string) => `nr. ${digits}`);
  // The day stands where the name had it; a comma parts it from what is before.
  text =
    date === null ? text : text.replace(/[\s,;–-]*¦/, text.startsWith(dayMark) ? `datë ${date}` : `, datë ${date}`);
  const title = capital(
    text
      .replace(/\s+([,.;])/g, "$1")
      .replace(/\s+/g, " ")
      .replace(/^[\s,;–-]+|[\s,;–-]+$/g, ""),
  );
  return /\p{L}{3}/u.test(title) && !/^(img|dsc|pic|doc|image|foto|scan)?\s*\d*$/iu.test(title) ? title : "";
}
