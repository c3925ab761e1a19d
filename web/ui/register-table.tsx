// biome-ignore-all lint/a11y/noRedundantRoles: browsers forget that a table is one once it is laid out as cards
import { For, type JSX, Show } from "solid-js";

export interface Column<Row> {
  label: string;
  /** Right-aligned, in figures of one width. */
  numeric?: boolean;
  cell: (row: Row) => JSX.Element;
}

interface RegisterTableProps<Row> {
  /** What the table holds; read aloud before it, and shown when `captionShown`. */
  caption: string;
  captionShown?: boolean;
  /** The first names the row; where rows have pages it is the link. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Cells of a closing row, one for each column. */
  sums?: readonly (string | undefined)[];
}

/**
 * A register in its native form. On a telephone each row becomes a card and every field keeps its label.
 *
 * @example
 * <RegisterTable caption="Acts" rows={acts} columns={[
 *   { label: "Title", cell: (act) => <a href={act.path}>{act.title}</a> },
 *   { label: "Pages", numeric: true, cell: (act) => act.pages },
 * ]} />
 */
export function RegisterTable<Row>(props: RegisterTableProps<Row>) {
  const alignment = (column: Column<Row>) => (column.numeric ? "right" : undefined);
  return (
    <table class="register" role="table">
      <caption class={props.captionShown ? undefined : "hidden-visually"}>{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <For each={props.columns}>
            {(column) => (
              <th role="columnheader" scope="col" class={alignment(column)}>
                {column.label}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody role="rowgroup">
        <For each={props.rows}>
          {(row) => (
            <tr role="row">
              <For each={props.columns}>
                {(column, index) => (
                  <Show
                    when={index() > 0}
                    fallback={
                      <th role="rowheader" scope="row">
                        {column.cell(row)}
                      </th>
                    }
                  >
                    <td role="cell" class={alignment(column)} data-label={column.label}>
                      {column.cell(row)}
                    </td>
                  </Show>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
      <Show when={props.sums}>
        {(sums) => (
          <tfoot role="rowgroup">
            <tr role="row">
              <For each={props.columns}>
                {(column, index) => (
                  <td role="cell" class={alignment(column)} data-label={index() > 0 ? column.label : undefined}>
                    {sums()[index()]}
                  </td>
                )}
              </For>
            </tr>
          </tfoot>
        )}
      </Show>
    </table>
  );
}
