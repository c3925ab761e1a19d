import { Hono } from "hono";
import Negotiator from "negotiator";
import { AppError } from "../errors.ts";
import type { AssetEncoding, Assets } from "./assets.ts";

/** `/assets/*`, the same on every host. */
export const assetRoutes = (assets: Assets) =>
  new Hono().on(["GET", "HEAD"], "/:name", async (c) => {
    const asset = await assets.find(c.req.param("name"));
    if (!asset) throw new AppError("http.not_found", 404);
    const offered = (["br", "gzip", "identity"] as const).filter((encoding) => asset.bytes[encoding]);
    const accepted = new Negotiator({ headers: { "accept-encoding": c.req.header("accept-encoding") ?? "" } });
    const encoding = (accepted.encodings([...offered])[0] ?? "identity") as AssetEncoding;
    return c.body(new Uint8Array(asset.bytes[encoding] ?? asset.bytes.identity), 200, {
      "content-type": asset.mediaType,
      ...(encoding !== "identity" && { "content-encoding": encoding }),
      vary: "Accept-Encoding",
      "cache-control": "public, max-age=31536000, immutable",
    });
  });
