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

/** Work that is always the same may take so much longer than at best before a round is called disturbed. */
const disturbance = 1.1;
/** Fewer say nothing by their median. */
const fewest = 3;

/**
 * Rounds of a measurement between two turns of work that is always the same, on a machine whose processor others take at
 * times for seconds: only those count in which that work took as long as at best, before and after.
 * @param fixed does that work, and says how many milliseconds it took
 * @returns at least `wanted` calm rounds, unless `most` rounds did not have as many; all of them where hardly any was calm
 */
export async function calmRounds<Measured>(
  { wanted, most }: { wanted: number; most: number },
  fixed: () => Promise<number>,
  measure: () => Promise<Measured>,
): Promise<{ rounds: Measured[]; disturbed: number }> {
  const all: { fixed: number; measured: Measured }[] = [];
  const calm = () => {
    const best = Math.min(...all.map((round) => round.fixed));
    return all.filter((round) => round.fixed <= best * disturbance);
  };
  while (all.length < most && calm().length < wanted) {
    const before = await fixed();
    const measured = await measure();
    all.push({ fixed: Math.max(before, await fixed()), measured });
  }
  const kept = calm().length >= fewest ? calm() : all;
  return { rounds: kept.map(({ measured }) => measured), disturbed: all.length - kept.length };
}
