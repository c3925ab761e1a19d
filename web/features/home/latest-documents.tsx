import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { PublicationSummary } from "../../../server/features/publications/publications.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatInstantDay } from "../../ui/format.ts";
import { RegisterTable } from "../../ui/register-table.tsx";
import { FirstFile } from "../publications/first-file.tsx";

/** What was published last in all collections of documents. */
export function LatestDocuments(props: { items: readonly PublicationSummary[] }) {
  const t = useT("home");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const collection = (item: PublicationSummary) => elementByCode(item.element as never);
  return (
    <RegisterTable
      caption={t("documents")}
      rows={props.items}
      columns={[
        {
          label: t("document"),
          cell: (item: PublicationSummary) => (
            <a link href={item.url[locale]} lang={lang(item.title)}>
              {say(item.title)}
            </a>
          ),
        },
        {
          label: t("collection"),
          cell: (item) => (
            <a link class="quiet" href={collection(item).path[locale]}>
              {collection(item).short[locale]}
            </a>
          ),
        },
        { label: t("published"), cell: (item) => formatInstantDay(item.publishedAt) },
        { label: t("file"), cell: (item) => <FirstFile documents={item.documents} /> },
      ]}
    />
  );
}
