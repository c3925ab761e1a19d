import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import type { AccessLog } from "../access-log.ts";
import { nextRequestId, takeNotes } from "../request-notes.ts";
import { acceptedCodings, best, heldByReader } from "./negotiation.ts";
import type { CachedPage, PageCache } from "./page-cache.ts";

export interface FrontOptions {
  cache: Pick<PageCache, "peek">;
  /** The site of a host name in lower case, without port; undefined where no page of it may be served from here. */
  sites: { get(host: string): string | undefined };
  /** The application. */
  fallback: (request: IncomingMessage, response: ServerResponse) => unknown;
  accessLog: AccessLog;
  /** Who carries this cookie is somebody, and is answered by the application. */
  sessionCookie: string;
}

/** The few headers on which the answer with a kept page depends. */
interface Asked {
  host: string;
  codings: string | undefined;
  ifNoneMatch: string | undefined;
  cookies: string | undefined;
}

/**
 * Reads only what is needed: `request.headers` would build an object of all that a browser sends.
 * `null` where one of them comes twice; that is left to the application.
 */
function asked({ rawHeaders }: IncomingMessage): Asked | null {
  const found: Asked = { host: "", codings: undefined, ifNoneMatch: undefined, cookies: undefined };
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!;
    const value = rawHeaders[at + 1]!;
    switch (name.length) {
      case 4:
        if (name.toLowerCase() !== "host") break;
        if (found.host) return null;
        found.host = value;
        break;
      case 6:
        if (name.toLowerCase() !== "cookie") break;
        if (found.cookies !== undefined) return null;
        found.cookies = value;
        break;
      case 13:
        if (name.toLowerCase() !== "if-none-match") break;
        if (found.ifNoneMatch !== undefined) return null;
        found.ifNoneMatch = value;
        break;
      case 15:
        if (name.toLowerCase() !== "accept-encoding") break;
        if (found.codings !== undefined) return null;
        found.codings = value;
        break;
    }
  }
  return found;
}

function withoutPort(host: string): string {
  const colon = host.indexOf(":");
  return colon === -1 ? host : host.slice(0, colon);
}

/** What the application announced of its answer's body; where it announced nothing, what went over the wire. */
function bytesOf(request: IncomingMessage, response: ServerResponse, writtenBefore: number): number {
  if (request.method === "HEAD" || response.statusCode === 304) return 0;
  const announced = Number(response.getHeader("content-length") ?? Number.NaN);
  if (response.writableFinished && Number.isFinite(announced)) return announced;
  return request.socket.bytesWritten - writtenBefore;
}

/** nginx's word for a client who left before there was an answer. */
const clientLeft = 499;

/**
 * What stands before the application: answers with a kept page straight from memory, hands on everything else, logs
 * both. It looks pages up by the raw host and request target and never adds one, so only addresses in their one
 * spelling that the application has rendered are found here.
 */
export function createFront({ cache, sites, fallback, accessLog, sessionCookie }: FrontOptions): RequestListener {
  const session = new RegExp(`(?:^|;)\\s*${RegExp.escape(sessionCookie)}=`);

  const serve = (
    request: IncomingMessage,
    response: ServerResponse,
    { host, codings, ifNoneMatch }: Asked,
    page: CachedPage,
    begun: number,
  ) => {
    const requestId = nextRequestId();
    const accepted = acceptedCodings(codings);
    const held = ifNoneMatch && heldByReader(page.representations, accepted, ifNoneMatch);
    const isHead = request.method === "HEAD";
    let bytes = 0;
    if (held) {
      response.writeHead(304, [...held.notModifiedHeaders, "X-Request-Id", requestId]);
      response.end();
    } else {
      const { headers, body } = best(page.representations, accepted);
      response.writeHead(200, [...headers, "X-Request-Id", requestId]);
      if (isHead) response.end();
      else {
        response.end(body);
        bytes = body.length;
      }
    }
    accessLog({
      requestId,
      method: request.method!,
      host,
      target: request.url!,
      status: held ? 304 : 200,
      bytes,
      milliseconds: performance.now() - begun,
      site: page.site,
      cache: held ? "304" : "hit",
    });
  };

  const handOn = (request: IncomingMessage, response: ServerResponse, begun: number) => {
    const host = request.headers.host ?? "";
    const notes = takeNotes(request, nextRequestId(), sites.get(withoutPort(host)) ?? null);
    const writtenBefore = request.socket.bytesWritten;
    response.setHeader("X-Request-Id", notes.requestId);
    response.once("close", () => {
      const aborted = !response.writableFinished;
      accessLog({
        requestId: notes.requestId,
        method: request.method!,
        host,
        target: request.url!,
        status: aborted && !response.headersSent ? clientLeft : response.statusCode,
        bytes: bytesOf(request, response, writtenBefore),
        milliseconds: performance.now() - begun,
        site: notes.site,
        cache: notes.cache,
        aborted: aborted || undefined,
      });
    });
    fallback(request, response);
  };

  return (request, response) => {
    const begun = performance.now();
    const wanted = request.method === "GET" || request.method === "HEAD" ? asked(request) : null;
    if (wanted && !(wanted.cookies && session.test(wanted.cookies))) {
      const site = sites.get(withoutPort(wanted.host));
      const page = site === undefined ? undefined : cache.peek(site, request.url!);
      if (page) return serve(request, response, wanted, page, begun);
    }
    handOn(request, response, begun);
  };
}
