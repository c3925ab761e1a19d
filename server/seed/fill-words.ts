import { monthOf, yearOf } from "./days.ts";
import type { Dice } from "./dice.ts";
import { type ActWords, months, villages } from "./words.ts";

/** What a council decides in the month of a day, its places filled in. */
export function filled(dice: Dice, { title, ...words }: ActWords, day: string) {
  const place = dice.oneOf(villages);
  const number = String(dice.number(2, 96));
  const say = (text: string) =>
    text
      .replace("{muaji}", months.sq[monthOf(day) - 1]!)
      .replace("{month}", months.en[monthOf(day) - 1]!)
      .replaceAll("{viti}", String(yearOf(day)))
      .replaceAll("{nr}", number)
      .replaceAll("{vendi}", place);
  return { ...words, title: { sq: say(title.sq), en: say(title.en ?? title.sq) } };
}
