/** The field in which a form carries what it showed when it was opened. */
export const stoodField = "stood";
/** What a form shows of something, by the names of its fields. */
export type Standing = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** A field's value as it travels; lists stay lists. */
export const stoodOf = (standing: Standing): string =>
  JSON.stringify(Object.fromEntries(Object.entries(standing).map(([name, value]) => [name, value ?? ""])));
