import * as v from "valibot";
import { isPublicHttps } from "../../text.schema.ts";

/** Where a meeting's picture is streamed: an HLS playlist, a video of YouTube's or Facebook's, or another page of the web. */
export const StreamAddress = v.pipe(
  v.string(),
  v.trim(),
  v.url("url.malformed"),
  v.startsWith("https://", "url.malformed"),
  v.maxLength(500, "text.too_long"),
  v.check(isPublicHttps, "url.not_public"),
);
