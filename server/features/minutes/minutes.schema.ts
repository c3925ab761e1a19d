import * as v from "valibot";
import { htmlLength } from "../../html-length.shared.ts";
import { isoDate } from "../../text.schema.ts";

/** The longest text of one part, in characters of HTML as `htmlLength` counts them. */
const longest = 200_000;

/** Parts by their names, as they were typed. */
export const PartTexts = v.record(
  v.pipe(v.string(), v.regex(/^[a-z]+(-[0-9a-f-]{36})?$/, "input.wrong")),
  v.pipe(
    v.string(),
    v.check((html) => htmlLength(html) <= longest, "text.too_long"),
  ),
);
export type PartTexts = v.InferOutput<typeof PartTexts>;

/** When the council approved them, and in which of its later meetings. */
export const ApprovalInput = v.strictObject({
  approvedOn: v.nullable(isoDate),
  approvedIn: v.nullable(v.pipe(v.string(), v.uuid("input.wrong"))),
});
export type ApprovalInput = v.InferInput<typeof ApprovalInput>;
