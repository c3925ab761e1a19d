import { hash } from "node:crypto";
import { validateHeaderName, validateHeaderValue } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { RenderedPage } from "./page.ts";

/** In the order in which the server prefers them. */
export const codings = ["br", "gzip", "identity"] as const;
export type Coding = (typeof codings)[number];

/**
 * A browser asks again each time; a shared cache may answer for five seconds by itself and never longer.
 * What this promises is written in `infra/decisions/0002-page-cache.md`.
 */
export const pageCacheControl = "public, max-age=0, s-maxage=5, must-revalidate";

/** One coding of a page, ready to be sent: headers are flat lists of names and values as `writeHead` takes them. */
export interface Representation {
  readonly coding: Coding;
  readonly body: Buffer;
  /** Strong: taken from the bytes of this coding. */
  readonly etag: string;
  readonly headers: readonly string[];
  /** Of the 304: all but what describes the body, with the same policy and cache rules. */
  readonly notModifiedHeaders: readonly string[];
}

export type Representations = { readonly identity: Representation } & { readonly [C in Coding]?: Representation };

export interface Compressors {
  gzip(bytes: Buffer): Promise<Buffer>;
  br(bytes: Buffer): Promise<Buffer>;
}

/** Both run in the thread pool. Level 6 and quality 5 are where more time stops buying bytes: `npm run bench compression`. */
const compressors: Compressors = {
  gzip: (bytes) => promisify(gzip)(bytes, { level: 6 }),
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
};

/** A copy that holds no more memory than its bytes; zlib's results keep their whole working chunk alive. */
function exactly(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

function describe(page: RenderedPage, coding: Coding, body: Buffer, shared: readonly string[]): Representation {
  const etag = `"${hash("sha256", body, "base64url")}"`;
  const notModifiedHeaders = [
    ...["ETag", etag, "Cache-Control", pageCacheControl, "Vary", "Accept-Encoding"],
    ...["Content-Security-Policy", page.contentSecurityPolicy, ...shared],
  ];
  const headers = [
    ...["Content-Type", "text/html; charset=utf-8", "Content-Language", page.language],
    ...["Content-Length", String(body.length), ...(coding === "identity" ? [] : ["Content-Encoding", coding])],
    ...notModifiedHeaders,
  ];
  return { coding, body, etag, headers, notModifiedHeaders };
}

/**
 * All that can be sent of a page. A coding that fails or saves nothing is left out; identity is always there.
 * @param siteHeaders those that every page carries
 * @throws {TypeError} if a header of the page could not be sent
 */
export async function represent(
  page: RenderedPage,
  siteHeaders: Readonly<Record<string, string>>,
  onFailure: (error: unknown) => void,
  compress: Compressors = compressors,
): Promise<Representations> {
  const shared = Object.entries({ ...siteHeaders, ...page.headers }).flat();
  const plain = Buffer.from(page.html, "utf8");
  const identity = describe(page, "identity", plain, shared);
  for (let at = 0; at < identity.headers.length; at += 2) {
    validateHeaderName(identity.headers[at]!);
    validateHeaderValue(identity.headers[at]!, identity.headers[at + 1]!);
  }
  const compressed = async (coding: "gzip" | "br") => {
    try {
      const body = await compress[coding](plain);
      return body.length < plain.length ? describe(page, coding, exactly(body), shared) : undefined;
    } catch (error) {
      onFailure(error);
      return undefined;
    }
  };
  const [br, gzip] = await Promise.all([compressed("br"), compressed("gzip")]);
  return { br, gzip, identity };
}
