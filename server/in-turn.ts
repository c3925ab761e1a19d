/**
 * A queue: what is asked of it is done one after the other, whatever fails.
 *
 *     const next = inTurn();
 *     await Promise.all([next(work), next(otherWork)]);
 */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };
}
