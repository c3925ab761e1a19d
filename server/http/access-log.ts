import pino, { type DestinationStream } from "pino";
import { withoutTokens } from "../auth/tokens.ts";

/** How the page cache took part: an answer from memory, one that was rendered for it, or "you have it already". */
export type CacheUse = "hit" | "miss" | "304";

/** One answered request. */
export interface Answered {
  requestId: string;
  method: string;
  /** As the client named it. */
  host: string;
  /** The raw request target; what stands after the question mark is left out of the log. */
  target: string;
  status: number;
  /** Of the body, without headers. */
  bytes: number;
  /** Since the request's headers were read. */
  milliseconds: number;
  site: string | null;
  cache: CacheUse | null;
  /** The client left before the answer was complete. */
  aborted?: boolean;
}

export type AccessLog = (answered: Answered) => void;

/** pino's numbers. */
const info = 30;
const error = 50;

/** What a line repeats of one address at most; the rest of it is of no use to anybody. */
const longestPath = 1_024;

/** No name of a host is longer (RFC 1035), with its port. */
const longestHost = 259;

/** Below these are links that came by mail, or were handed over: they let in whoever has them. */
const letsIn = /^(?:\/en)?\/(?:admin|konsola|console)\//;

/** Lines wait in memory until there are this many bytes of them or a second has passed … */
const bufferedBytes = 32 * 1024;
/** … and where nobody takes them off a full pipe, the newest are dropped instead of filling the memory. */
const mostBytesWaiting = 16 * 1024 * 1024;

/** The one way out for log lines of this process, to be given to pino and to the access log: whole lines, in order. */
export const logDestination = (destination: number | string = 1) =>
  pino.destination({
    dest: destination,
    sync: false,
    minLength: bufferedBytes,
    maxWrite: 2 * bufferedBytes,
    maxLength: mostBytesWaiting,
    periodicFlush: 1_000,
  });

/**
 * One JSON line a request, shaped like pino's own and made without it: of a kept page's 18 µs pino would be another 4.
 * @param now epoch milliseconds; the time of the machine, not of the world that pages speak of
 */
export function createAccessLog(destination: DestinationStream, level = info, now: () => number = Date.now): AccessLog {
  let lines = "";
  const handOver = () => {
    destination.write(lines);
    lines = "";
  };
  return ({ requestId, method, host, target, status, bytes, milliseconds, site, cache, aborted }) => {
    const weight = status >= 500 ? error : info;
    if (weight < level) return;
    const question = target.indexOf("?");
    const asked = target.slice(0, Math.min(question === -1 ? target.length : question, longestPath));
    const path = letsIn.test(asked) ? withoutTokens(asked) : asked;
    const duration = Math.round(milliseconds * 100) / 100;
    // The destination measures all that waits in it with every write, so it gets the lines of one turn together.
    if (lines === "") setImmediate(handOver);
    lines += `${JSON.stringify({ level: weight, time: now(), requestId, method, host: host.slice(0, longestHost), path, status, bytes, duration, site, cache, aborted, msg: "request" })}\n`;
  };
}
