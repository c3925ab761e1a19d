import * as v from "valibot";
import { localizedText } from "../../text.schema.ts";

/** In small letters, as ids are compared. */
const uuid = v.pipe(v.string(), v.uuid(), v.toLowerCase());

/** What is announced before the first byte. */
export const NewUpload = v.strictObject({
  fileName: v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(400, "text.too_long")),
  size: v.pipe(v.number(), v.integer(), v.minValue(1, "files.empty"), v.maxValue(2 ** 40)),
  /** As the sender computed it, when it could. */
  sha256: v.nullish(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  /** The recording of a meeting may be larger than others. */
  as: v.nullish(v.string()),
});
export type NewUpload = v.InferInput<typeof NewUpload>;

const described = {
  title: v.nullish(localizedText(300)),
  language: v.nullish(v.picklist(["sq", "en", "mul"])),
};

/**
 * What becomes of a file that has arrived: a document of its own, the newer version of one, the redacted version beside an
 * internal original, a picture, or the recording of a meeting.
 */
export const UploadPurpose = v.variant("as", [
  v.strictObject({
    as: v.literal("document"),
    visibility: v.optional(v.picklist(["public", "internal"])),
    ...described,
  }),
  v.strictObject({
    as: v.literal("version"),
    documentId: uuid,
    visibility: v.optional(v.picklist(["public", "internal"])),
  }),
  v.strictObject({ as: v.literal("redacted"), documentId: uuid }),
  v.strictObject({ as: v.literal("picture") }),
  v.strictObject({
    as: v.literal("recording"),
    meetingId: uuid,
    /** The sum of the file, or the link, in whose place it comes; empty for none. Left out, nobody has looked. */
    seen: v.optional(v.pipe(v.string(), v.maxLength(500))),
  }),
]);
export type UploadPurpose = v.InferInput<typeof UploadPurpose>;

/** With which a file that has arrived is made something. */
export const Finish = v.object({
  /** The mark of what was found about persons, where somebody has looked at it. */
  persons: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(43, "text.too_long"))), null),
});
