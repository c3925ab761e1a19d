/** `[3, 1]` as papers write it: `3.1` */
export const numberOf = (path: readonly number[]): string => path.join(".");

/** Where an item stands on its meeting’s page. */
export const itemAnchor = (number: string): string => `pika-${number.replaceAll(".", "-")}`;

/** Numeric order: 10 after 2, 3.1 after 3 and before 4. */
export function comparePaths(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < Math.min(one.length, other.length); at += 1)
    if (one[at] !== other[at]) return one[at]! - other[at]!;
  return one.length - other.length;
}

/** The number from which these leave a gap, repeat one, or stand below an item that is not there; `null` in order. */
export function firstOutOfOrder(paths: readonly (readonly number[])[]): number | null {
  const last = new Map<string, number>();
  const known = new Set<string>([""]);
  const inOrder = paths.map((path, at) => ({ path, at })).sort((one, other) => comparePaths(one.path, other.path));
  for (const { path, at } of inOrder) {
    const parent = numberOf(path.slice(0, -1));
    const expected = (last.get(parent) ?? 0) + 1;
    if (!known.has(parent) || path.at(-1) !== expected) return at;
    last.set(parent, expected);
    known.add(numberOf(path));
  }
  return null;
}
