export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const spreadOf = (values: readonly number[]): readonly [number, number] => [
  Math.min(...values),
  Math.max(...values),
];

/**
 * Measures variants of the same thing against each other on a machine that is not alone: in each round all variants
 * have their turn several times, forwards and backwards, so that what disturbs one disturbs all.
 * @returns what was measured for each variant, by round
 */
export async function alternate<Name extends string, Measured>(
  names: readonly Name[],
  { rounds, turns }: { rounds: number; turns: number },
  measure: (name: Name) => Promise<Measured>,
): Promise<Record<Name, Measured[][]>> {
  const results = Object.fromEntries(names.map((name) => [name, [] as Measured[][]])) as Record<Name, Measured[][]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) results[name].push([]);
    for (let turn = 0; turn < turns; turn++) {
      for (const name of turn % 2 ? names.toReversed() : names) results[name][round]!.push(await measure(name));
    }
  }
  return results;
}
