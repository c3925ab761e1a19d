import { createHash } from "node:crypto";

/** As values of a closed list are kept: `citizens`. Papers and persons are named by id, and texts by more than a word. */
const codeWord = /^[a-z][A-Za-z0-9_]{0,39}$/;
/** Ticks have no order of their own: a form has them in one, whoever calls in another. */
const areTicks = (list: readonly unknown[]) => list.every((one) => typeof one === "string" && codeWord.test(one));

/**
 * A value as it is compared: names and ticks in order, and without what says nothing (`null`, an empty text, list or object),
 * which a form, a schema and the database write differently.
 */
export function canonical(value: unknown): unknown {
  if (value === undefined || value === null || value === "") return undefined;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined;
    return areTicks(value) ? value.toSorted() : value.map((one) => canonical(one) ?? null);
  }
  if (typeof value !== "object") return value;
  const entries = Object.entries(value)
    .map(([name, one]) => [name, canonical(one)] as const)
    .filter(([, one]) => one !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Whether two values say the same. */
export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));

/** The version of an input: the same for all that say the same. 43 characters. */
export const versionOf = (input: object): string =>
  createHash("sha256")
    .update(JSON.stringify(canonical(input) ?? {}))
    .digest("base64url");

/** What two inputs that are alike in shape differ in, of the first level: for services that change what is given. */
export function changedOnly<T extends object>(before: object, after: T): Partial<T> {
  const was = before as Record<string, unknown>;
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => !isSame(was[name], value))) as Partial<T>;
}
