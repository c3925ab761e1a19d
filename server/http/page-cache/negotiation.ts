import fresh from "fresh";
import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";
import { type Coding, codings, type Representation, type Representations } from "./representations.ts";

/** Browsers send a handful of different values; whoever invents more gets no more of this memory than that. */
const remembered = new LRUCache<string, readonly Coding[]>({ max: 256 });
const longestRemembered = 256;

/** As negotiator 1.1 has it; its published types stop before the second argument. */
type EncodingNegotiator = {
  encodings(available: readonly string[], options: { preferred: readonly string[] }): Coding[];
};

/**
 * The codings that a client takes, best first. Identity ends the list even where it is refused: a page without coding
 * serves the reader better than a 406 (RFC 9110, 12.5.3).
 */
export function acceptedCodings(header: string | undefined): readonly Coding[] {
  if (!header) return ["identity"];
  const known = remembered.get(header);
  if (known) return known;
  const negotiator = new Negotiator({ headers: { "accept-encoding": header } }) as unknown as EncodingNegotiator;
  const accepted = negotiator.encodings(codings, { preferred: codings });
  if (!accepted.includes("identity")) accepted.push("identity");
  if (header.length <= longestRemembered) remembered.set(header, accepted);
  return accepted;
}

/** The best coding of those that the page has. */
export function best(representations: Representations, accepted: readonly Coding[]): Representation {
  for (const coding of accepted) {
    const representation = representations[coding];
    if (representation) return representation;
  }
  return representations.identity;
}

/**
 * The coding that the reader holds already, if it still is what the page says. Any that they take will do, even where
 * a better one would be sent to somebody new.
 */
export function heldByReader(
  representations: Representations,
  accepted: readonly Coding[],
  ifNoneMatch: string,
): Representation | undefined {
  for (const coding of accepted) {
    const representation = representations[coding];
    if (representation && fresh({ "if-none-match": ifNoneMatch }, { etag: representation.etag })) return representation;
  }
  return undefined;
}
