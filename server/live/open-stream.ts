import type { ServerResponse } from "node:http";

/** Within how long, in milliseconds, those who were cut off come back, each at a moment of their own. */
const earliestReturn = 1_000;
const latestReturn = 9_000;

/**
 * Begins an answer that goes on: neither compressed nor collected by a proxy, and without the framing of chunks, since
 * it ends with its connection.
 */
export function openStream(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  response.useChunkedEncodingByDefault = false;
  response.writeHead(200, {
    ...headers,
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
  });
  const within = earliestReturn + Math.floor(Math.random() * (latestReturn - earliestReturn));
  response.write(`retry: ${within}\n\n`);
}

/** One message of a stream. Data is one line, as JSON is. */
export const message = (event: string, data: string, id?: number): Buffer =>
  Buffer.from(`${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`);
