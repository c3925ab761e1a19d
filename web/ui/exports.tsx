import { For } from "solid-js";
import { useT } from "../lib/i18n.ts";

/** The same rows for programs, spreadsheets and feed readers: links with the names that people know. */
export function Exports(props: { links: readonly { href: string; name: string }[] }) {
  const t = useT("collections");
  return (
    <p class="exports">
      <span>{t("exports")}</span>
      <For each={props.links}>{({ href, name }) => <a href={href}>{name}</a>}</For>
    </p>
  );
}

/** Links to a register as CSV, Excel and JSON. @param query `?…` or nothing */
export function useRegisterLinks() {
  const t = useT("collections");
  return (path: string, query = "") => [
    { href: `${path}.csv${query}`, name: t("export_csv") },
    { href: `${path}.xlsx${query}`, name: t("export_xlsx") },
    { href: `${path}.json${query}`, name: t("export_json") },
  ];
}
