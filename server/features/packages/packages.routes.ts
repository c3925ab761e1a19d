import { createHash } from "node:crypto";
import fresh from "fresh";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { AppError } from "../../http/errors.ts";
import { phrases } from "../../http/phrases.ts";
import type { CouncilScope } from "../../http/scope.ts";
import type { Services } from "../../http/services.ts";
import type { Locale } from "../../locale.shared.ts";
import { contentDisposition } from "../../storage/content-disposition.ts";
import { pace } from "../../storage/pace.ts";
import { parseRange } from "../../storage/range.ts";
import { storedZip } from "../../storage/stored-zip.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import { meetingUrl } from "../elements/item-urls.shared.ts";
import { bodyOf, entryOf } from "./archive-body.ts";
import { packageFiles } from "./package-files.ts";
import { findPackage } from "./packages.queries.ts";

const notFound = () => new AppError("http.not_found", 404);
/** Raised when the same papers give other bytes, so that nobody goes on with half of the old ones. */
const shape = 1;
/** Pieces of all packages that this process hands over before it looks who else is waiting. */
const piecesPerPass = 1;
/** Nobody reads it; the access log does. */
const clientLeft = 499;

/** The meeting and the language that an address names: a meeting's own address with `.zip`. */
function meetingAt(path: string): { slug: string; locale: Locale } | null {
  const { path: folder } = elementByCode("I.3.3");
  const [, parent, slug] = /^(.+)\/([a-z0-9]+(?:-[a-z0-9]+)*)\.zip$/.exec(path) ?? [];
  if (!slug) return null;
  if (parent === folder.sq) return { slug, locale: "sq" };
  return parent === folder.en ? { slug, locale: "en" } : null;
}

/**
 * The package of each meeting: every public paper of it in one archive, at the meeting's address with `.zip`. It is sent
 * from the storage as it is read; its length, its ETag and every range of it are known beforehand.
 */
export function packages(inCouncil: MiddlewareHandler<CouncilScope>, { storage, origins }: Services) {
  const turn = pace(piecesPerPass);

  async function download(c: Context<CouncilScope>) {
    const { db, now, tenant } = c.var;
    const at = meetingAt(c.req.path);
    if (!at) throw notFound();
    const { slug, locale } = at;
    const found = await db.read((tx) => findPackage(tx, slug, now));
    if (!found) throw notFound();
    const page = origins.of(tenant.primaryHost) + meetingUrl(slug)[locale];
    const files = packageFiles(found, locale, { council: tenant.names.council, page });
    const facts = files.map(({ name, sha256, writtenAt }) => [name, sha256, String(writtenAt)]);
    const etag = `"${createHash("sha256")
      .update(JSON.stringify([shape, facts]))
      .digest("base64url")}"`;

    const headers = new Headers({ etag, "cache-control": "public, no-cache", "accept-ranges": "bytes" });
    const asked = Object.fromEntries(c.req.raw.headers);
    if (fresh(asked, { etag })) return new Response(null, { status: 304, headers });

    const zip = storedZip(files.map(entryOf(storage, tenant.id)));
    const range = parseRange(!asked["if-range"] || asked["if-range"] === etag ? asked.range : null, zip.size);
    if (range.kind === "unsatisfiable") {
      headers.set("content-range", `bytes */${zip.size}`);
      return new Response(null, { status: 416, headers });
    }
    const { start, end } = range.kind === "part" ? range : { start: 0, end: zip.size - 1 };
    if (range.kind === "part") headers.set("content-range", `bytes ${start}-${end}/${zip.size}`);
    headers.set("content-length", String(end - start + 1));
    headers.set("content-type", "application/zip");
    headers.set("content-language", locale);
    const fileName = phrases(locale, "packages")("file_name", { council: tenant.slug, meeting: slug });
    headers.set("content-disposition", contentDisposition(fileName));
    const status = range.kind === "part" ? 206 : 200;
    if (c.req.method === "HEAD") return new Response(null, { status, headers });
    // Who has left before the first byte would read no body.
    const { signal } = c.req.raw;
    if (signal.aborted) return new Response(null, { status: clientLeft });
    const body = bodyOf((ended) => zip.read({ start, end }, ended), turn, signal);
    return new Response(body, { status, headers });
  }
  return new Hono<CouncilScope>().get("/:path{.+\\.zip}", inCouncil, download);
}
