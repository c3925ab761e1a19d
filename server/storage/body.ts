import { addAbortListener } from "node:events";
import { addAbortSignal, type Readable } from "node:stream";
import { fileTruncated, storageUnavailable } from "./errors.ts";
import type { ByteRange } from "./storage.ts";

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const listening = addAbortListener(signal, () => reject(signal.reason));
    promise.then(resolve, reject).finally(() => listening[Symbol.dispose]());
  });
}

/** The same chunks, ended with the signal's reason as soon as it fires, even while the body keeps silent. */
export async function* abortable(body: AsyncIterable<Uint8Array>, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  let ended = false;
  try {
    while (true) {
      signal?.throwIfAborted();
      const next = await untilAborted(chunks.next(), signal).catch((error) => {
        ended = !signal?.aborted;
        throw error;
      });
      ended = next.done === true;
      if (next.done) return;
      yield next.value;
    }
  } finally {
    if (!ended) {
      const closing = Promise.resolve(chunks.return?.()).catch(() => {});
      // A silent body cannot be waited for: its own owner ends it.
      if (!signal?.aborted) await closing;
    }
  }
}

/** The same chunks, or `files.truncated` when they are not `size` bytes altogether. */
export async function* exactly(
  body: AsyncIterable<Uint8Array>,
  size: number,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let received = 0;
  for await (const chunk of abortable(body, signal)) {
    received += chunk.byteLength;
    if (received > size) throw fileTruncated(new Error("The body is longer than its size"));
    yield chunk;
  }
  if (received < size) throw fileTruncated(new Error("The body is shorter than its size"));
}

/** The range cut to an object of `size` bytes, the whole object without one. Its length may be 0 only for the latter. */
export function withinObject(range: ByteRange | undefined, size: number): { start: number; length: number } {
  if (!range) return { start: 0, length: size };
  const whole = Number.isSafeInteger(range.start) && Number.isSafeInteger(range.end);
  if (!whole || range.start < 0 || range.start > range.end || range.start >= size) {
    throw new RangeError("The range does not begin inside the object");
  }
  return { start: range.start, length: Math.min(range.end, size - 1) - range.start + 1 };
}

/**
 * Exactly `length` bytes of a Node stream as a web stream, read only as fast as asked for. Errors when the source ends
 * early or, asked for more, is silent for `patience` milliseconds; a reader who takes their time is waited for.
 */
export function webBody(
  source: Readable,
  length: number,
  { signal, patience }: { signal?: AbortSignal; patience?: number } = {},
): ReadableStream<Uint8Array> {
  // A source may break before the first read, when nobody listens yet; the iterator reports it then.
  source.on("error", () => {});
  if (signal) addAbortSignal(signal, source);
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  let missing = length;

  async function next() {
    const stalled = () => source.destroy(new Error("The storage stopped sending"));
    const timer = patience === undefined ? undefined : setTimeout(stalled, patience);
    try {
      return await chunks.next();
    } finally {
      clearTimeout(timer);
    }
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = await next().catch((error) => {
          throw signal?.aborted ? signal.reason : storageUnavailable(error);
        });
        if (!chunk.done) {
          missing -= chunk.value.byteLength;
          controller.enqueue(chunk.value);
        } else if (missing === 0) {
          controller.close();
        } else {
          throw storageUnavailable(new Error("The object ended early"));
        }
      },
      cancel() {
        source.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}
