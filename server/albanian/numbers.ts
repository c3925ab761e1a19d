import { fold } from "./fold.ts";
import type { Piece } from "./pieces.ts";

const two = (number: number) => String(number).padStart(2, "0");

/** `2026-03-05`, or `undefined` where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1) return undefined;
  const longest =
    month === 2
      ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
        ? 29
        : 28
      : 30 + ((month + (month > 7 ? 1 : 0)) % 2);
  return day <= longest ? `${year}-${two(month)}-${two(day)}` : undefined;
}

/** A date in figures, the day first as Albanian writes it, or the year first; two figures of a year are of this century. */
export function dateInFigures(text: string): string | undefined {
  const [first = 0, second = 0, third = 0] = text.split(/[^\d]+/).map(Number);
  if (first > 31) return isoDate(first, second, third);
  return isoDate(third < 100 ? 2000 + third : third, second, first);
}

/** A date is also found by its month (`2026-03`) and its year. */
export const dateKeys = (iso: string): string[] => [iso, iso.slice(0, 7), iso.slice(0, 4)];

/** `4 200 000` and `4.200.000` are `4200000`; `567,50` is `567.5`. */
const amountKey = (text: string): string => {
  const [whole = "", part = ""] = text.split(",");
  const cents = part.replace(/0+$/, "");
  return whole.replace(/\D/g, "") + (cents ? `.${cents}` : "");
};

/**
 * What a number is found by, the exact key first. A reference is found by its first number too (`ligji 139`), an amount
 * whose groups are parted by spaces by each of them, since they may be numbers beside each other.
 */
export function keysOf({ kind, text }: Piece): string[] {
  if (kind === "date") {
    const iso = dateInFigures(text);
    return iso ? dateKeys(iso) : [text.replace(/\s/g, "")];
  }
  if (kind === "reference") {
    const key = fold(text).replaceAll(" ", "");
    return [key, key.slice(0, key.search(/\D/))];
  }
  if (kind === "amount") return [amountKey(text), ...(text.includes(" ") ? text.split(/[ ,]/) : [])];
  if (kind === "time") return [text.padStart(5, "0")];
  // 18.00 as an hour
  return /^([01]?\d|2[0-3])\.[0-5]\d$/.test(text) ? [text, text.replace(".", ":").padStart(5, "0")] : [text];
}
