import { For, Show } from "solid-js";
import type { FieldRow } from "../../../server/features/publications/fields.schema.ts";
import type { FieldDefinition, PublicationKind } from "../../../server/features/publications/kinds.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatNumber } from "../../ui/format.ts";
import { RegisterTable } from "../../ui/register-table.tsx";
import { FieldValue } from "./field-value.tsx";

const isNumeric = ({ kind }: FieldDefinition) => kind === "money" || kind === "integer";

const isText = ({ kind }: FieldDefinition) => kind === "paragraph";

/** The single values of a publication, each with its label. */
export function FieldList(props: { kind: PublicationKind; fields: Record<string, unknown> }) {
  const t = useT("publications");
  const present = () =>
    props.kind.fields.filter(
      (field) => field.kind !== "rows" && !isText(field) && props.fields[field.name] !== undefined,
    );
  return (
    <For each={present()}>
      {(field) => (
        <div>
          <dt>{t(`field.${field.name}` as "field.number")}</dt>
          <dd>
            <FieldValue field={field} value={props.fields[field.name]} />
          </dd>
        </div>
      )}
    </For>
  );
}

/** What is told in sentences: an aim, a request and its answer. */
export function FieldTexts(props: { kind: PublicationKind; fields: Record<string, unknown> }) {
  const t = useT("publications");
  const told = () => props.kind.fields.filter((field) => isText(field) && props.fields[field.name]);
  return (
    <For each={told()}>
      {(field) => (
        <section aria-labelledby={`field-${field.name}`}>
          <div class="bar">
            <h2 id={`field-${field.name}`}>{t(`field.${field.name}` as "field.number")}</h2>
          </div>
          <p class="measure">
            <FieldValue field={field} value={props.fields[field.name]} />
          </p>
        </section>
      )}
    </For>
  );
}

/** The small tables of a publication: tasks, budget lines, results. */
export function FieldTables(props: { kind: PublicationKind; fields: Record<string, unknown> }) {
  const t = useT("publications");
  const tables = () => props.kind.fields.filter(({ kind, name }) => kind === "rows" && props.fields[name]);
  return (
    <For each={tables()}>
      {(field) => (
        <RowsTable
          caption={t(`field.${field.name}` as "field.number")}
          columns={field.columns ?? []}
          rows={props.fields[field.name] as FieldRow[]}
        />
      )}
    </For>
  );
}

function RowsTable(props: { caption: string; columns: readonly FieldDefinition[]; rows: readonly FieldRow[] }) {
  const t = useT("publications");
  const common = useT("collections");
  const { locale } = usePage();
  const used = () => props.columns.filter(({ name }) => props.rows.some((row) => row[name] !== undefined));
  const sumOf = ({ name }: FieldDefinition) => props.rows.reduce((sum, row) => sum + Number(row[name] ?? 0), 0);
  const sums = () => {
    if (props.rows.length < 2 || !used().some(({ total }) => total)) return undefined;
    return used().map((column, index) => {
      if (column.total) return formatNumber(sumOf(column), locale);
      return index === 0 ? common("sum") : undefined;
    });
  };
  return (
    <Show when={props.rows.length > 0}>
      <RegisterTable
        caption={props.caption}
        captionShown
        columns={used().map((column) => ({
          label: t(`field.${column.name}` as "field.number"),
          numeric: isNumeric(column),
          cell: (row: FieldRow) => <FieldValue field={column} value={row[column.name]} />,
        }))}
        rows={props.rows}
        sums={sums()}
      />
    </Show>
  );
}
