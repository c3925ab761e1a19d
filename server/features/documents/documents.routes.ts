import fresh from "fresh";
import { type Context, Hono } from "hono";
import { AppError } from "../../http/errors.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { contentDisposition } from "../../storage/content-disposition.ts";
import { parseRange } from "../../storage/range.ts";
import { fileKey, type Storage } from "../../storage/storage.ts";
import { documentUrl, findDownload, versionUrl } from "./documents.queries.ts";

const notFound = () => new AppError("http.not_found", 404);
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a browser shows by itself; all else is offered for saving. */
const shownInline = /^(application\/pdf|image\/(jpeg|png|webp|avif)|video\/(mp4|webm)|text\/plain)(;|$)/;

/** Nobody reads it; the access log does. */
const clientLeft = 499;

/**
 * A file may not act: no script, no form, no origin of ours. Chromium's viewer shows, prints and saves a PDF under this
 * (tried with 156); the inline style is the browser's own, around a single picture.
 */
const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

/** Files of published documents: `/dokumente/<id>/<file name>`, and one version of them below `v/<number>`. */
export function documents(storage: Storage) {
  async function download(c: Context<CouncilScope>, version: number | null) {
    const { db, now, tenant } = c.var;
    const id = c.req.param("id") ?? "";
    if (!uuid.test(id)) throw notFound();
    const found = await db.read((tx) => findDownload(tx, id, version, now));
    if (!found) throw notFound();
    const { file_name, media_type, sha256, size } = found;
    if (c.req.param("fileName") !== file_name) {
      const right = version === null ? documentUrl(id, file_name) : versionUrl(id, version, file_name);
      // Permanent in meaning, but asked again: the next version may have another name.
      return new Response(null, { status: 301, headers: { location: right, "cache-control": "public, no-cache" } });
    }

    const headers = new Headers({
      etag: `"${sha256}"`,
      "cache-control": "public, no-cache",
      "accept-ranges": "bytes",
      "content-security-policy": policy,
    });
    const asked = Object.fromEntries(c.req.raw.headers);
    if (fresh(asked, { etag: `"${sha256}"` })) return new Response(null, { status: 304, headers });

    const sameFile = !asked["if-range"] || asked["if-range"] === `"${sha256}"`;
    const range = parseRange(sameFile ? asked.range : null, size);
    if (range.kind === "unsatisfiable") {
      headers.set("content-range", `bytes */${size}`);
      return new Response(null, { status: 416, headers });
    }
    const isPart = range.kind === "part";
    if (isPart) headers.set("content-range", `bytes ${range.start}-${range.end}/${size}`);
    headers.set("content-length", String(isPart ? range.end - range.start + 1 : size));
    headers.set("content-type", media_type);
    const disposition = shownInline.test(media_type) ? "inline" : "attachment";
    headers.set("content-disposition", contentDisposition(file_name, disposition));
    const status = isPart ? 206 : 200;
    if (c.req.method === "HEAD") return new Response(null, { status, headers });

    // Who has left before the first byte would read no body, and nothing would end the storage's read.
    const { signal } = c.req.raw;
    const object = await storage
      .get(fileKey(tenant.id, sha256), { signal, ...(isPart && { range: { start: range.start, end: range.end } }) })
      .catch((error) => {
        if (!signal.aborted) throw error;
      });
    if (signal.aborted) return new Response(null, { status: clientLeft });
    if (!object) throw new AppError("files.storage_unavailable", 503);
    return new Response(object.body, { status, headers });
  }

  return new Hono<CouncilScope>()
    .get("/:id/:fileName", (c) => download(c, null))
    .get("/:id/v/:version{[1-9][0-9]{0,5}}/:fileName", (c) => download(c, Number(c.req.param("version"))));
}
