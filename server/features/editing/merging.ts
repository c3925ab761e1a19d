import type { Whole } from "./editable.ts";
import { isSame } from "./versions.ts";

/** What two people changed in one place. */
export interface Clash {
  /** The way to it: `title.sq`. */
  name: string;
  /** How it stood before both; `undefined` where that is not known any more. */
  was: unknown;
  theirs: unknown;
  mine: unknown;
}

export interface Merged {
  input: Whole;
  clashes: Clash[];
  /** The ways to what was taken over from the other. */
  taken: string[];
}

type Part = Record<string, unknown>;
const isPart = (value: unknown): value is Part =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

/**
 * Brings two changes of one thing together. What only one side changed is taken from there; what both changed otherwise
 * is a clash, in which mine stands until somebody chooses. Each language of a text is a place of its own; a list is one.
 * @param base how it stood before both; `null` where nobody knows: then every difference is a clash
 */
export function merge(base: Whole | null, theirs: Whole, mine: Whole): Merged {
  const clashes: Clash[] = [];
  const taken: string[] = [];
  const within = (was: Part | null, other: Part, own: Part, above: string): Part => {
    const names = new Set([...Object.keys(other), ...Object.keys(own)]);
    return Object.fromEntries(
      [...names].map((name) => [name, one(was === null ? undefined : was[name], other[name], own[name], above + name)]),
    );
  };
  const one = (was: unknown, other: unknown, own: unknown, name: string): unknown => {
    if (isSame(other, own)) return own;
    if (isPart(other) && isPart(own))
      return within(base && isPart(was) ? was : base ? {} : null, other, own, `${name}.`);
    if (base && isSame(was, other)) return own;
    if (base && isSame(was, own)) {
      taken.push(name);
      return other;
    }
    clashes.push({ name, was, theirs: other, mine: own });
    return own;
  };
  return { input: within(base, theirs, mine, ""), clashes, taken };
}
