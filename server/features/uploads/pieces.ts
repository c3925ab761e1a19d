/**
 * The same bytes in pieces of `size`, the last one shorter. When the source breaks, what it had given comes first and
 * then its error: a connection that drops loses nothing that arrived.
 */
export async function* piecesOf(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  let failure: { error: unknown } | null = null;
  const chunks = source[Symbol.asyncIterator]();
  const take = () => {
    const piece = Buffer.concat(waiting);
    waiting = [];
    length = 0;
    return piece;
  };
  try {
    while (true) {
      const next = await chunks.next().catch((error: unknown) => {
        failure = { error };
        return { done: true as const, value: undefined };
      });
      if (next.done) break;
      for (let rest = next.value; rest.byteLength > 0; ) {
        const part = rest.subarray(0, size - length);
        // The sender's buffers may be used again for what comes next.
        waiting.push(Uint8Array.from(part));
        length += part.byteLength;
        rest = rest.subarray(part.byteLength);
        if (length === size) yield take();
      }
    }
    if (length > 0) yield take();
    if (failure) throw (failure as { error: unknown }).error;
  } finally {
    if (!failure) await chunks.return?.();
  }
}
