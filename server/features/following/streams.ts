import type { IncomingMessage, ServerResponse } from "node:http";
import type { Config } from "../../config.ts";
import { preferredLocale } from "../../http/accept-language.ts";
import type { AccessLog } from "../../http/access-log.ts";
import { AppError } from "../../http/errors.ts";
import { problemOf } from "../../http/problem.ts";
import { nextRequestId } from "../../http/request-notes.ts";
import { siteHeaders } from "../../http/security-headers.ts";
import { Crowd } from "../../live/crowd.ts";
import { openStream } from "../../live/open-stream.ts";
import type { TenantRegistry } from "../tenants/registry.ts";
import { notFollowed, tooManyViewers } from "./following.errors.ts";
import type { Rooms } from "./rooms.ts";

const streamPath = /^\/api\/v1\/live\/([a-z0-9]+(?:-[a-z0-9]+)*)\/stream(?:\?(.*))?$/;

export interface StreamsParts {
  rooms: Rooms;
  registry: TenantRegistry;
  config: Pick<Config, "publicScheme" | "trustProxy">;
  accessLog?: AccessLog;
}

/** As `clientAddress`, of a bare request. */
function addressOf({ headers, socket }: IncomingMessage, trustedProxies: number): string {
  const connected = socket.remoteAddress ?? "";
  if (trustedProxies === 0) return connected;
  const seen = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  return (
    seen
      .map((address) => address.trim())
      .filter(Boolean)
      .at(-trustedProxies) || connected
  );
}

/** The number that a viewer saw last: the browser says it when it comes back, the page when it comes first. */
function lastSeen({ headers }: IncomingMessage, query: string | undefined): number | null {
  const said = headers["last-event-id"] ?? new URLSearchParams(query).get("since");
  return typeof said === "string" && /^\d{1,9}$/.test(said) ? Number(said) : null;
}

/**
 * The streams of live meetings, on plain Node responses before everything else: a viewer costs a connection and nothing
 * of the application.
 */
export class Streams {
  readonly #parts: StreamsParts;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #crowd = new Crowd();
  /** How many were turned away since the process began. */
  shed = 0;

  constructor(parts: StreamsParts) {
    this.#parts = parts;
    this.#headers = siteHeaders(parts.config.publicScheme);
  }

  /** Answers a request for a stream; `false` leaves all others to whoever comes next. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const [, slug, query] = (request.method === "GET" && streamPath.exec(request.url!)) || [];
    if (!slug) return false;
    this.#open(request, response, slug, query).catch((error) => this.#refuse(request, response, error));
    return true;
  }

  async #open(request: IncomingMessage, response: ServerResponse, slug: string, query: string | undefined) {
    const site = this.#parts.registry.siteOf(request.headers.host ?? "");
    if (site?.kind !== "council" || site.tenant.state === "suspended") throw notFollowed();
    const found = await this.#parts.rooms.find(site.tenant.id, slug);
    if (!found) throw notFollowed();
    if (request.socket.destroyed) return;
    const address = `${site.key} ${addressOf(request, this.#parts.config.trustProxy)}`;
    if (!this.#crowd.enter(address, found.limit)) throw tooManyViewers(found.limit);
    const begun = performance.now();
    openStream(response, this.#headers);
    found.room.join(response, lastSeen(request, query), () => {
      this.#crowd.leave(address);
      this.#log(request, 200, begun, site.key);
    });
  }

  #refuse(request: IncomingMessage, response: ServerResponse, error: unknown) {
    if (response.headersSent) return void response.destroy();
    const failure = error instanceof AppError ? error : new AppError("http.unavailable", 503);
    if (failure.status === 503) this.shed += 1;
    const requestId = nextRequestId();
    const locale = preferredLocale("/api/", request.headers["accept-language"]);
    response.writeHead(failure.status, {
      ...this.#headers,
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      "Content-Language": locale,
      "X-Request-Id": requestId,
      ...(failure.status === 503 && { "Retry-After": String(5 + Math.floor(Math.random() * 25)) }),
    });
    response.end(JSON.stringify(problemOf(failure, locale, requestId)));
    this.#log(request, failure.status, performance.now(), null);
  }

  #log(request: IncomingMessage, status: number, begun: number, site: string | null) {
    this.#parts.accessLog?.({
      requestId: nextRequestId(),
      method: "GET",
      host: request.headers.host ?? "",
      target: request.url!,
      status,
      bytes: 0,
      milliseconds: performance.now() - begun,
      site,
      cache: null,
    });
  }
}
