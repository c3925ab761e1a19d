import * as v from "valibot";
import { Localized, localizedText } from "../../text.schema.ts";

/** A file as the public may have it. `url` is a path that stays; `sha256` proves what was published. */
const PublicFile = {
  version: v.number(),
  fileName: v.string(),
  mediaType: v.string(),
  /** Bytes. */
  size: v.number(),
  sha256: v.string(),
  uploadedAt: v.pipe(v.string(), v.isoTimestamp()),
  url: v.string(),
};

/** A document with its newest public file; `mul` is several languages. */
export const DocumentView = v.object({
  id: v.string(),
  title: Localized,
  language: v.picklist(["sq", "en", "mul"]),
  ...PublicFile,
});
export type DocumentView = v.InferOutput<typeof DocumentView>;

/** The same with the public versions that it replaced, the newest first. */
export const DocumentHistory = v.object({ ...DocumentView.entries, earlier: v.array(v.object(PublicFile)) });
export type DocumentHistory = v.InferOutput<typeof DocumentHistory>;

/** What a document is called and in which language it is. */
export const DocumentDescription = v.strictObject({
  title: localizedText(300),
  language: v.picklist(["sq", "en", "mul"]),
});
export type DocumentDescription = v.InferInput<typeof DocumentDescription>;
