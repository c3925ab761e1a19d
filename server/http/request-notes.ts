import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { CacheUse } from "./access-log.ts";

/** What is known of a request that the application answers; the application completes it for the access log. */
export interface RequestNotes {
  readonly requestId: string;
  /** As the front found it by the host; `null` where it serves no pages of that host. */
  site: string | null;
  cache: CacheUse | null;
}

const process = randomBytes(6).toString("hex");
let requests = 100_000_000;

/** Unique among all processes and restarts; the processes are told apart by chance, the requests by count. */
export function nextRequestId(): string {
  requests += 1;
  return `${process}-${requests}`;
}

const notes = new WeakMap<IncomingMessage, RequestNotes>();

/** Begins the notes of a request; the front does so for each that it hands on. */
export function takeNotes(request: IncomingMessage, requestId: string, site: string | null): RequestNotes {
  const taken: RequestNotes = { requestId, site, cache: null };
  notes.set(request, taken);
  return taken;
}

/** The notes of a request that came through the front. */
export const notesOf = (request: IncomingMessage): RequestNotes | undefined => notes.get(request);
