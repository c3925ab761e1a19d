import { Show } from "solid-js";
import type { PublicationKind } from "../../../server/features/publications/kinds.shared.ts";
import type { PublicationSummary } from "../../../server/features/publications/publications.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { InAlbanian } from "../../ui/only-albanian.tsx";
import { type Column, RegisterTable } from "../../ui/register-table.tsx";
import { datingOf } from "./dating.ts";
import { FieldValue } from "./field-value.tsx";
import { FirstFile } from "./first-file.tsx";

/** A collection as a table: what it is called, when it is from, the fields of its kind that a list shows, its files. */
export function RegisterOfPublications(props: {
  kind: PublicationKind;
  items: readonly PublicationSummary[];
  caption: string;
}) {
  const t = useT("collections");
  const labels = useT("publications");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const columns = (): Column<PublicationSummary>[] => [
    {
      label: t("column_title"),
      cell: (item) => (
        <>
          <a link href={item.url[locale]} lang={lang(item.title)}>
            {say(item.title)}
          </a>
          <Show when={item.summary}>{(summary) => <p lang={lang(summary())}>{say(summary())}</p>}</Show>
          <InAlbanian texts={[item.title, item.summary]} />
        </>
      ),
    },
    { label: t(`column_${props.kind.dated ?? props.kind.dating}`), cell: (item) => datingOf(item) },
    ...props.kind.fields
      .filter(({ name, inList }) => inList && props.items.some(({ fields }) => fields[name] !== undefined))
      .map((field) => ({
        label: labels(`field.${field.name}` as "field.number"),
        numeric: field.kind === "money" || field.kind === "integer",
        cell: (item: PublicationSummary) => <FieldValue field={field} value={item.fields[field.name]} />,
      })),
    ...(props.items.some(({ documents }) => documents.length > 0)
      ? [{ label: t("column_files"), cell: (item: PublicationSummary) => <Files item={item} /> }]
      : []),
  ];
  return <RegisterTable caption={props.caption} columns={columns()} rows={props.items} />;
}

/** The first file, and how many more there are. */
function Files(props: { item: PublicationSummary }) {
  const t = useT("collections");
  return (
    <>
      <FirstFile documents={props.item.documents} />
      <Show when={props.item.documents.length > 1}>
        <p>{t("more_files", { count: props.item.documents.length - 1 })}</p>
      </Show>
    </>
  );
}
