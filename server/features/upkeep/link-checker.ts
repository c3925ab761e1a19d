import { lookup } from "node:dns/promises";
import { type IncomingMessage, request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { LRUCache } from "lru-cache";
import { HostTurns } from "./host-turns.ts";
import type { LinkVerdict } from "./link-verdict.ts";
import { isPublicAddress } from "./public-address.ts";

/** Follows an address of another site. What it says of one address holds for some hours, for every council. */
export interface LinkChecker {
  check(address: string, signal: AbortSignal): Promise<LinkVerdict>;
}

interface Resolved {
  address: string;
  family: number;
}

export interface LinkCheckerOptions {
  /** Where the site's own address stands in the name under which it asks. */
  contact: string;
  resolve?: (host: string) => Promise<Resolved[]>;
  mayConnect?: (address: string) => boolean;
  /** Milliseconds for each question. */
  patience?: number;
}

const mostRedirects = 5;
const remembered = { max: 5_000, ttl: 6 * 3_600_000 };

/** These refuse programs, or ask for patience or a password; people may well get through. */
const tellsNothing = new Set([401, 402, 403, 405, 406, 407, 408, 409, 412, 415, 418, 421, 423, 425, 429, 451, 999]);

const systemLookup = (host: string): Promise<Resolved[]> => lookup(host, { all: true, verbatim: true });

class Failure extends Error {
  readonly verdict: NonNullable<LinkVerdict>;
  constructor(reason: NonNullable<LinkVerdict>["reason"], status: number | null = null) {
    super(reason);
    this.verdict = { reason, status };
  }
}

const hostUnknown = new Set(["ENOTFOUND", "ENODATA", "EAI_AGAIN", "EAI_NODATA"]);
const insecure = /^(CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

function failureOf(error: unknown): NonNullable<LinkVerdict> {
  if (error instanceof Failure) return error.verdict;
  const { code = "", name = "" } = error as NodeJS.ErrnoException;
  if (hostUnknown.has(code)) return { reason: "host_unknown", status: null };
  if (name === "TimeoutError" || name === "AbortError" || code === "ETIMEDOUT")
    return { reason: "timeout", status: null };
  return { reason: insecure.test(code) ? "insecure" : "refused", status: null };
}

/** @throws {Failure} */
function webAddress(text: string, base?: URL): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  const isWeb = url && (url.protocol === "http:" || url.protocol === "https:") && !url.username && !url.password;
  if (!isWeb) throw new Failure("malformed");
  return url;
}

/**
 * Asks other servers with HEAD, and with GET where HEAD is not understood; of the answer only the first lines are read.
 * A name is resolved first and every one of its addresses must be public; the connection is made to one that was looked
 * at, so that a name cannot lead elsewhere a moment later. Each redirect is looked at in the same way.
 */
export function linkChecker(options: LinkCheckerOptions): LinkChecker {
  const { contact, resolve = systemLookup, mayConnect = isPublicAddress, patience = 10_000 } = options;
  const turns = new HostTurns(2);
  const known = new LRUCache<string, { verdict: LinkVerdict }>(remembered);
  const headers = {
    "user-agent": `e-Keshilli-links/1.0 (+${contact}; checks that published links still work)`,
    accept: "*/*",
  };

  /** @throws {Failure} when any of a name's addresses is not public */
  async function placeOf({ hostname }: URL): Promise<Resolved> {
    const host = hostname.replace(/^\[|\]$/g, "");
    const family = isIP(host);
    const places = family ? [{ address: host, family }] : await resolve(host);
    if (places.length === 0) throw new Failure("host_unknown");
    if (!places.every(({ address }) => mayConnect(address))) throw new Failure("private_address");
    return places.find((place) => place.family === 4) ?? places[0]!;
  }

  async function ask(url: URL, method: "HEAD" | "GET", signal: AbortSignal) {
    const place = await placeOf(url);
    // The library asks for all addresses or for one.
    const toPlace: LookupFunction = (_host, { all }, done) =>
      all ? done(null, [place]) : done(null, place.address, place.family);
    const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    const send = url.protocol === "https:" ? overHttps : overHttp;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = send(url, { method, headers, lookup: toPlace, agent: false, signal: limit }, resolve);
      request.on("error", (error) => reject(limit.aborted ? limit.reason : error)).end();
    });
    answer.on("error", () => {});
    answer.destroy();
    return { status: answer.statusCode ?? 0, location: answer.headers.location };
  }

  async function follow(address: string, signal: AbortSignal): Promise<LinkVerdict> {
    let url = webAddress(address);
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const here = url;
      const answer = await turns.of(here.host, async () => {
        const head = await ask(here, "HEAD", signal).catch((error: unknown) => {
          // Some servers hang up on HEAD.
          if (failureOf(error).reason !== "refused") throw error;
          return { status: 405, location: undefined };
        });
        return head.status >= 400 ? ask(here, "GET", signal) : head;
      });
      const { status, location } = answer;
      if (status >= 300 && status < 400 && location) {
        url = webAddress(location, here);
        continue;
      }
      if (status < 400 || tellsNothing.has(status)) return null;
      throw new Failure("status", status);
    }
    throw new Failure("too_many_redirects");
  }

  return {
    async check(address, signal) {
      const before = known.get(address);
      if (before) return before.verdict;
      const verdict = await follow(address, signal).catch(failureOf);
      signal.throwIfAborted();
      known.set(address, { verdict });
      return verdict;
    },
  };
}
