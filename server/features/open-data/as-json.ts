import type { AnyRegister, Cell, Telling } from "./register.ts";

/** A row by the names of its columns, where a register does not tell more. */
export const itemOf = (
  { columns }: AnyRegister,
  row: unknown,
  telling: Telling,
): Record<string, Exclude<Cell, undefined>> =>
  Object.fromEntries(columns.map(({ name, value }) => [name, value(row, telling) ?? null]));

/** A register as JSON: what it is, and then its rows as `items`. */
export async function* asJson(
  head: object,
  register: AnyRegister,
  telling: Telling,
  batches: AsyncIterable<unknown[]>,
) {
  yield `${JSON.stringify(head).slice(0, -1)},"items":[`;
  let isFirst = true;
  for await (const rows of batches) {
    const items = rows.map((row) => JSON.stringify(register.item?.(row, telling) ?? itemOf(register, row, telling)));
    yield `${isFirst ? "" : ","}\n${items.join(",\n")}`;
    isFirst = false;
  }
  yield "\n]}\n";
}
