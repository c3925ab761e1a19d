import { isSame } from "../editing/versions.ts";

/** A field that a change made different, as text. */
export interface Difference {
  field: string;
  before: string | null;
  after: string | null;
}

/** What is shown of a value at most; the whole stands in the export. */
const longest = 600;

/** How a value of a field is told; `null` for nothing. */
type Tell = (field: string, value: unknown) => string | null;

const asStored: Tell = (_, value) => {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
};

const shortened = (text: string | null) => (text && text.length > longest ? `${text.slice(0, longest)}…` : text);

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What lies in each other, side by side: `title.sq`. */
function flat(value: object | null, within = ""): [string, unknown][] {
  return Object.entries(value ?? {}).flatMap(([name, one]) =>
    isPlain(one) ? flat(one, `${within}${name}.`) : [[within + name, one]],
  );
}

/**
 * The fields, in the order of their names, that are not the same before and after; what is new has no before. Nothing
 * that became another way of nothing is none.
 */
export function differences(before: object | null, after: object | null, tell: Tell = asStored): Difference[] {
  const [was, is] = [new Map(flat(before)), new Map(flat(after))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .toSorted()
    .filter((field) => !isSame(was.get(field), is.get(field)))
    .map((field) => {
      const [before, after] = [tell(field, was.get(field)), tell(field, is.get(field))];
      // Words leave out marks and addresses of a text: where they are all that changed, they are what is told.
      const areOneInWords = before !== null && before === after;
      const told = areOneInWords ? [asStored(field, was.get(field)), asStored(field, is.get(field))] : [before, after];
      return { field, before: shortened(told[0]!), after: shortened(told[1]!) };
    })
    .filter(({ before, after }) => before !== null || after !== null);
}

/** All that stands in a value, a line for each field. */
export const linesOf = (value: object | null, label: (field: string) => string, tell: Tell): string =>
  flat(value)
    .flatMap(([field, one]) => {
      const words = tell(field, one);
      return words === null || field === "id" ? [] : `${label(field)}: ${words}`;
    })
    .join("\n");
