import { Hono } from "hono";
import { AppError } from "../../http/errors.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { fileKey, type Storage } from "../../storage/storage.ts";
import { findSettings } from "./settings.queries.ts";

/** The council's own emblem, at an address that another picture never has: `/stema/<sha256>.png`. */
export const emblemPicture = (storage: Storage) =>
  new Hono<CouncilScope>().get("/:file{[0-9a-f]{64}\\.png}", async (c) => {
    const { db, tenant } = c.var;
    const { picture } = (await db.read(findSettings)).theme;
    if (!picture || c.req.param("file") !== `${picture.sha256}.png`) throw new AppError("http.not_found", 404);
    const object = await storage.get(fileKey(tenant.id, picture.sha256));
    if (!object) throw new AppError("files.storage_unavailable", 503);
    return new Response(object.body, {
      headers: {
        "content-type": "image/png",
        "content-length": String(object.size),
        "cache-control": "public, max-age=31536000, immutable",
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      },
    });
  });
