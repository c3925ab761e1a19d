import type { TenantTx } from "./tenant-db.ts";

const asked = new WeakMap<TenantTx, Map<unknown, Promise<unknown>>>();

/**
 * Asks a question once in a read-only transaction: a page is rendered from several routes in one snapshot, where the
 * answer cannot change.
 * @param question what is asked; the function that asks it serves
 */
export function once<T>(tx: TenantTx, question: unknown, ask: () => Promise<T>): Promise<T> {
  let ofTransaction = asked.get(tx);
  if (!ofTransaction) {
    ofTransaction = new Map();
    asked.set(tx, ofTransaction);
  }
  let answer = ofTransaction.get(question) as Promise<T> | undefined;
  if (!answer) {
    answer = ask();
    ofTransaction.set(question, answer);
  }
  return answer;
}
