import fresh from "fresh";
import { Hono } from "hono";
import { AppError } from "../../http/errors.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { fileKey, type Storage } from "../../storage/storage.ts";
import { photoNotFound } from "./albums.errors.ts";
import { findPublicRenditions } from "./albums.queries.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A picture may not act, and stands by itself when it is opened alone; the inline style is the browser's own. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * The sizes of photos that the public may have: `/foto/<id>/<width>.webp`. Browsers and proxies keep them but ask each
 * time whether they may still show them, as with documents: what is withdrawn is gone from every one of them at once. The
 * question costs a look by key and an answer without a body.
 */
export const photos = (storage: Storage) =>
  new Hono<CouncilScope>().get("/:id/:file{[1-9][0-9]{0,4}\\.webp}", async (c) => {
    const { db, now, tenant } = c.var;
    const id = c.req.param("id");
    if (!uuid.test(id)) throw photoNotFound();
    const width = Number.parseInt(c.req.param("file"), 10);
    const renditions = await db.read((tx) => findPublicRenditions(tx, id, now));
    const rendition = renditions.find((one) => one.width === width);
    if (!rendition) throw photoNotFound();

    const { sha256, mediaType } = rendition;
    const headers = new Headers({
      etag: `"${sha256}"`,
      "cache-control": "public, no-cache",
      "content-security-policy": policy,
    });
    if (fresh(Object.fromEntries(c.req.raw.headers), { etag: `"${sha256}"` }))
      return new Response(null, { status: 304, headers });
    headers.set("content-type", mediaType);
    const key = fileKey(tenant.id, sha256);
    if (c.req.method === "HEAD") {
      const stored = await storage.head(key);
      if (stored) headers.set("content-length", String(stored.size));
      return new Response(null, { status: 200, headers });
    }
    const object = await storage.get(key);
    if (!object) throw new AppError("files.storage_unavailable", 503);
    headers.set("content-length", String(object.size));
    return new Response(object.body, { status: 200, headers });
  });
