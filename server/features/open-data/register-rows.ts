import type { TenantDb } from "../../db/tenant-db.ts";
import type { AnyRegister, Cell, RegisterColumn, Telling } from "./register.ts";

/** Rows read at a time: a large register is never whole in memory. */
const batchSize = 200;

/** A register in its order, batch by batch; each is a read of its own, so that a slow reader holds no connection. */
export async function* batchesOf(db: TenantDb, register: AnyRegister, filters: unknown, now: Date, size = batchSize) {
  let after: unknown = null;
  for (;;) {
    const rows: unknown[] = await db.read((tx) => register.batch(tx, filters, now, after, size));
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = rows.at(-1);
  }
}

/** A column as a table has it: a choice has a second one, with what its values mean. */
export type TableColumn = Omit<RegisterColumn<unknown>, "choices"> & { choices?: readonly string[] };

/** The columns of a register's table, in CSV and in a spreadsheet alike. */
export const tableColumns = ({ columns }: AnyRegister): TableColumn[] =>
  columns.flatMap(({ choices, ...column }: RegisterColumn<unknown>): TableColumn[] => {
    if (!choices) return [column];
    const labels = new Map(choices.map(({ value, label }) => [value, label]));
    return [
      { ...column, choices: choices.map(({ value }) => value) },
      {
        name: `${column.name}_label`,
        kind: "text",
        label: { sq: `${column.label.sq} (kuptimi)`, en: `${column.label.en} (meaning)` },
        value: (row, telling) => labels.get(String(column.value(row, telling)))?.[telling.locale],
      },
    ];
  });

/** The cells of a row, in the order of the columns; empty ones are `null`. */
export const cellsOf = (columns: readonly TableColumn[], row: unknown, telling: Telling): Exclude<Cell, undefined>[] =>
  columns.map(({ value }) => value(row, telling) ?? null);
