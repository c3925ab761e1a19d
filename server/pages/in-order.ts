/**
 * Answers in the order in which was asked, however long each takes: a page writes down its data as it is answered, and the
 * same data is to be the same document, with the same ETag, in every process. Nothing is asked later than without it.
 */
export function inOrder<Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
): (...asked: Asked) => Promise<Answer> {
  let earlier: Promise<unknown> = Promise.resolve();
  return (...asked) => {
    const answer = ask(...asked);
    const inTurn = Promise.allSettled([earlier, answer]).then(() => answer);
    earlier = inTurn;
    return inTurn;
  };
}
