import * as v from "valibot";

export const listStates = ["draft", "scheduled", "published", "withdrawn"] as const;
export type ListState = (typeof listStates)[number];

/** The opened page that keeps a form, and since when it knows what is kept there. */
export const KeepingTab = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  seen: v.nullable(v.pipe(v.string(), v.isoTimestamp("date.malformed"))),
});
