import { acceptedCodings, best, heldByReader } from "./negotiation.ts";
import type { RenderedPage } from "./page.ts";
import type { CachedPage } from "./page-cache.ts";

/**
 * The application's answer with a page that it has just asked the cache for: the same as the front would give.
 * A page that may not be kept is sent as it was rendered and stored by nobody.
 */
export function pageResponse(page: CachedPage | RenderedPage, request: { headers: Headers }): Response {
  if (!("representations" in page)) {
    return new Response(page.html, {
      status: page.status,
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Language": page.language,
        "Content-Security-Policy": page.contentSecurityPolicy,
        "Cache-Control": "no-store",
        ...page.headers,
      },
    });
  }
  const accepted = acceptedCodings(request.headers.get("accept-encoding") ?? undefined);
  const ifNoneMatch = request.headers.get("if-none-match");
  const held = ifNoneMatch && heldByReader(page.representations, accepted, ifNoneMatch);
  if (held) return new Response(null, { status: 304, headers: pairs(held.notModifiedHeaders) });
  const { body, headers } = best(page.representations, accepted);
  return new Response(new Uint8Array(body), { status: 200, headers: pairs(headers) });
}

function pairs(flat: readonly string[]): [string, string][] {
  return Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at]!, flat[2 * at + 1]!]);
}
