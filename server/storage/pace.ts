/**
 * Lets so many of those who wait go on in each pass of the event loop, in the order in which they came. Between two
 * passes all else that is ready has its turn: whoever asks for a page waits for a few pieces of an archive, never for one.
 *
 *     const turn = pace(2);
 *     for await (const piece of pieces) {
 *       await turn();
 *       response.write(piece);
 *     }
 */
export function pace(perPass: number): () => Promise<void> {
  const waiting: (() => void)[] = [];

  function pass() {
    for (const go of waiting.splice(0, perPass)) go();
    if (waiting.length > 0) setImmediate(pass);
  }

  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(pass);
    });
}
