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

/** The fields, in the order of their names, that are not the same before and after; what is new has no before. */
export function differences(before: object | null, after: object | null): Difference[] {
  const [was, is] = [before ?? {}, after ?? {}] as Record<string, unknown>[];
  return [...new Set([...Object.keys(was!), ...Object.keys(is!)])]
    .toSorted()
    .filter((field) => JSON.stringify(was![field]) !== JSON.stringify(is![field]))
    .map((field) => ({ field, before: asText(was![field]), after: asText(is![field]) }));
}
