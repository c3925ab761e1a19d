import { Hono } from "hono";
import { AppError } from "../errors.ts";
import { acceptedCodings } from "../page-cache/negotiation.ts";
import type { Assets } from "./assets.ts";

/** `/assets/*`, the same on every host. */
export const assetRoutes = (assets: Assets) =>
  new Hono().on(["GET", "HEAD"], "/:name", async (c) => {
    const asset = await assets.find(c.req.param("name"));
    if (!asset) throw new AppError("http.not_found", 404);
    const encoding =
      acceptedCodings(c.req.header("accept-encoding")).find((coding) => asset.bytes[coding]) ?? "identity";
    return c.body(new Uint8Array(asset.bytes[encoding] ?? asset.bytes.identity), 200, {
      "content-type": asset.mediaType,
      ...(encoding !== "identity" && { "content-encoding": encoding }),
      vary: "Accept-Encoding",
      "cache-control": "public, max-age=31536000, immutable",
    });
  });
