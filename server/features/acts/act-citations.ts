import { fold } from "../../fold.shared.ts";
import { actColumns } from "./acts.import-columns.ts";
import type { ActType } from "./acts.shared.ts";

/** How people cite an act of their own council. */
export interface Citation {
  type: ActType;
  number: number;
  /** `2024`, or a term `2023-2027`. */
  series: string;
}

const typeNames = new Map(
  actColumns
    .find(({ name }) => name === "type")!
    .choices!.flatMap(({ value, label, also = [] }) =>
      [value, label.sq, label.en, ...also].map((name) => [fold(name), value as ActType] as const),
    ),
);

/** `vendim nr 12 2024`, `vendim 12 2024`, `12 2023 2027`, `vendim nr 12 date 05 03 2024`: folded, so without strokes and points. */
const pattern =
  /^(?:(?<type>\p{L}[\p{L} ]*?) )?(?:nr |no )?(?<number>\d{1,5}) (?:(?:date|dt|of) )?(?:\d{1,2} \d{1,2} )?(?<series>\d{4}(?: \d{4})?)$/u;

/** The act that a text cites; `null` for anything else, such as a law. A number alone is of the same type as the citing act. */
export function citationIn(text: string, ownType: ActType): Citation | null {
  const { type, number, series } = pattern.exec(fold(text))?.groups ?? {};
  if (!number || !series) return null;
  const named = type === undefined ? ownType : typeNames.get(type);
  return named ? { type: named, number: Number(number), series: series.replace(" ", "-") } : null;
}
