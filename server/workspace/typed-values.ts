/** What was typed into a form, by the names of its fields; a name that comes more than once has all its values. */
export type TypedValues = Readonly<Record<string, string | readonly string[]>>;

/** More than the longest agenda or year of pay sends; what forms are read for grows with their fields. */
export const mostFields = 4_000;

/** No form of ours has a longer name, or one that is deeper; what is made of it grows with both. */
export const isFieldName = (name: string): boolean => name.length <= 300 && name.split(".", 21).length <= 20;

const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/**
 * The same as an object, where a dot in a name goes one deeper: `title.sq` and `title.en` become `{ title: { sq, en } }`.
 * Names that no honest form has are left out.
 */
export function nested(values: TypedValues): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const path = name.split(".");
    if (path.some((part) => part === "" || forbidden.has(part))) continue;
    let inside = whole;
    for (const part of path.slice(0, -1)) {
      const next = inside[part];
      if (typeof next === "object" && next !== null && !Array.isArray(next)) inside = next as Record<string, unknown>;
      else {
        const made: Record<string, unknown> = {};
        inside[part] = made;
        inside = made;
      }
    }
    inside[path.at(-1)!] = value;
  }
  return whole;
}

/** Without the fields that never travel back: passwords, codes. */
export const withoutSecrets = (values: TypedValues, secrets: readonly string[]): TypedValues =>
  without(values, secrets);

/** All but the fields of these names. */
export const without = (values: TypedValues, names: readonly string[]): TypedValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
