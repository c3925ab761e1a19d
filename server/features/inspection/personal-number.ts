/** `null` is not a personal number; `checked` says whether its last letter agrees with the rest. */
export interface PersonalNumber {
  checked: boolean;
}

const shape = /^([A-T])(\d)(\d{2})(\d{2})\d{3}([A-W])$/;
const letters = "WABCDEFGHIJKLMNOPQRSTUV";
/** Added to the month for a woman, for a foreigner, and for both. */
const monthOffsets = [0, 50, 30, 80];

/** The day of birth that the number tells exists. */
function tellsDay(decade: string, year: string, month: string, day: string): boolean {
  const of = 1900 + 10 * (decade.charCodeAt(0) - 65) + Number(year);
  return monthOffsets.some((offset) => {
    const parts = { year: of, month: Number(month) - offset, day: Number(day) };
    if (parts.month < 1 || parts.month > 12) return false;
    const existing = Temporal.PlainDate.from({ ...parts, day: Math.max(1, parts.day) }, { overflow: "constrain" });
    return existing.day === parts.day;
  });
}

/** The numbers' weights are their places, the first two having one each; a letter counts as its place in `letters`. */
function lastLetter(number: string): string {
  const sum = [...number.slice(0, 9)].reduce((total, sign, at) => {
    const value = /\d/.test(sign) ? Number(sign) : letters.indexOf(sign);
    return total + Math.max(1, at) * value;
  }, 0);
  return letters[sum % letters.length]!;
}

/**
 * Reads a personal number of Albania: the letter of a decade, the year in it, month and day of birth, three digits of the
 * day's register, and a letter that checks. How that letter is computed was never published by the state. The rule that
 * programs of others use is applied here to be surer of a number, never to let one pass: `checked: false` is a personal
 * number still. Whoever has a company's number (NIPT, NUIS) before them knows it by the words around it.
 */
export function readPersonalNumber(text: string): PersonalNumber | null {
  const [, decade, year, month, day, last] = shape.exec(text.toUpperCase()) ?? [];
  if (!decade || !tellsDay(decade, year!, month!, day!)) return null;
  return { checked: lastLetter(text.toUpperCase()) === last };
}
