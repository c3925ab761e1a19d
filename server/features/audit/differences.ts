/** A field that a change made different, as text. */
export interface Difference {
  field: string;
  before: string | null;
  after: string | null;
}

/** What is shown of a value at most; the whole stands in the export. */
const longest = 600;

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What lies in each other, side by side: `title.sq`. */
function flat(value: object | null, within = ""): [string, unknown][] {
  return Object.entries(value ?? {}).flatMap(([name, one]) =>
    isPlain(one) ? flat(one, `${within}${name}.`) : [[within + name, one]],
  );
}

/** The fields, in the order of their names, that are not the same before and after; what is new has no before. */
export function differences(before: object | null, after: object | null): Difference[] {
  const [was, is] = [new Map(flat(before)), new Map(flat(after))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .toSorted()
    .filter((field) => JSON.stringify(was.get(field)) !== JSON.stringify(is.get(field)))
    .map((field) => ({ field, before: asText(was.get(field)), after: asText(is.get(field)) }));
}
