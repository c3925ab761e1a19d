import * as v from "valibot";

/** RFC 9457: what every route answers when it refuses. `code` is stable; `title` speaks the reader's language. */
export const Problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.string(),
  requestId: v.string(),
  fields: v.optional(v.array(v.object({ path: v.string(), code: v.string(), message: v.string() }))),
});
export type Problem = v.InferOutput<typeof Problem>;
