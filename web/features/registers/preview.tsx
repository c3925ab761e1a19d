import { Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay, formatInstantDay, formatNumber } from "../../ui/format.ts";
import { RegisterTable } from "../../ui/register-table.tsx";
import type { ShownColumn, ShownRegister } from "./registers-query.ts";

type Row = ShownRegister["sample"][number];

/** The first rows as people read them. */
export function Preview(props: { register: ShownRegister }) {
  const t = useT("registers");
  const { locale } = usePage();
  const columns = () => props.register.columns.filter(({ name }) => props.register.shownColumns.includes(name));
  return (
    <section aria-labelledby="rows">
      <div class="bar">
        <h2 id="rows">{t("first_rows")}</h2>
        <span>
          {t("of_rows", { shown: props.register.sample.length, all: formatNumber(props.register.total, locale) })}
        </span>
      </div>
      <section class="scrolls wide-rows" tabindex="0" aria-label={t("first_rows")}>
        <RegisterTable
          caption={t("first_rows")}
          rows={props.register.sample}
          columns={columns().map((column) => ({
            label: column.label,
            numeric: column.kind === "money" || column.kind === "integer" || column.kind === "number",
            cell: (row: Row) => <Value column={column} row={row} />,
          }))}
        />
      </section>
      <p class="aside">{t("first_rows_note")}</p>
    </section>
  );
}

function Value(props: { column: ShownColumn; row: Row }) {
  const t = useT("registers");
  const { locale } = usePage();
  const inAlbanian = () => props.column.name.endsWith("_en") && !props.row[props.column.name];
  const value = () => (inAlbanian() ? props.row[`${props.column.name.slice(0, -3)}_sq`] : props.row[props.column.name]);
  const text = () => {
    const { kind, choices } = props.column;
    const held = value();
    if (held === null || held === undefined || held === "") return "";
    if (kind === "date") return formatDay(String(held));
    if (kind === "instant") return formatInstantDay(String(held));
    if (kind === "money" || kind === "number") return formatNumber(Number(held), locale);
    if (kind === "boolean") return held ? t("yes") : t("no");
    if (kind === "choice") return choices?.find((choice) => choice.value === held)?.label ?? String(held);
    return String(held);
  };
  return (
    <Show
      when={props.column.kind === "link" && value()}
      fallback={<span lang={inAlbanian() && text() ? "sq" : undefined}>{text()}</span>}
    >
      <a href={String(value())}>{lastPart(String(value()))}</a>
    </Show>
  );
}

const lastPart = (address: string) => address.replace(/\/$/, "").slice(address.replace(/\/$/, "").lastIndexOf("/") + 1);
