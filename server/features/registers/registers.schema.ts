import * as v from "valibot";
import { registerGroups } from "./registers.shared.ts";

const InBoth = v.object({ sq: v.string(), en: v.string() });

export const ColumnView = v.object({
  /** As in the CSV. */
  name: v.string(),
  kind: v.picklist(["text", "integer", "number", "money", "date", "instant", "boolean", "choice", "link"]),
  label: InBoth,
  choices: v.optional(v.array(v.object({ value: v.string(), label: InBoth }))),
});
export type ColumnView = v.InferOutput<typeof ColumnView>;

const entries = {
  name: v.string(),
  group: v.picklist(registerGroups),
  title: InBoth,
  /** What a row is. */
  description: InBoth,
  /** Path of the page that shows the register. */
  url: InBoth,
  /** Path of the page that describes it. */
  described: InBoth,
  /** Whole addresses of its rows in each form, and of the schema of its CSV. */
  exports: v.object({ csv: InBoth, xlsx: InBoth, json: InBoth, schema: InBoth }),
  /** Names of the filters that its page and its exports understand. */
  filters: v.array(v.string()),
  total: v.number(),
  /** When somebody last published, changed or withdrew something of it. */
  changedAt: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
};

/** One register in the list of them. */
export const RegisterEntry = v.object({ ...entries, columns: v.optional(v.array(ColumnView)) });
export type RegisterEntry = v.InferOutput<typeof RegisterEntry>;

const Licence = v.object({ name: v.string(), url: v.string() });
export const RegisterList = v.object({
  licence: Licence,
  /** Whole addresses of the same list for catalogues of data. */
  catalogue: v.object({ dcat: v.string(), dataPackage: v.string(), openapi: v.string() }),
  registers: v.array(RegisterEntry),
});
export type RegisterList = v.InferOutput<typeof RegisterList>;

/** One register with its columns and its first rows, by the names of the columns. */
export const RegisterDetail = v.object({
  ...entries,
  licence: Licence,
  columns: v.array(ColumnView),
  sample: v.array(v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()])))),
});
export type RegisterDetail = v.InferOutput<typeof RegisterDetail>;

export const RegistersQuery = v.strictObject({
  /** Words of what a register is called, says of itself or names its columns. */
  q: v.optional(v.pipe(v.string(), v.maxLength(200, "text.too_long"), v.regex(/^\P{Cc}*$/u, "input.wrong"))),
  /** `none` leaves them out, for those who only want the list. */
  columns: v.optional(v.picklist(["none"], "filter.not_a_choice")),
});
