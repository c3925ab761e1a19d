import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";

/** What anybody may do with the data, how to read it, and where programs begin. */
export function Reuse(props: { licence: { name: string; url: string } }) {
  const t = useT("registers");
  const { locale } = usePage();
  const path = elementByCode("I.8.1").path[locale];
  return (
    <aside class="reuse" aria-label={t("reuse")}>
      <section class="card">
        <h2>{t("licence_title")}</h2>
        <p>
          <a rel="license" href={props.licence.url}>
            {props.licence.name}
          </a>
        </p>
        <p class="aside">{t("licence_text")}</p>
      </section>
      <section class="card">
        <h2>{t("read_title")}</h2>
        <ul class="points">
          <li>{t("read_excel")}</li>
          <li>{t("read_csv")}</li>
          <li>{t("read_filters")}</li>
          <li>{t("read_etag")}</li>
        </ul>
      </section>
      <section class="card">
        <h2>{t("programs_title")}</h2>
        <ul class="points">
          <li>
            <a href="/api/v1/registers">{t("programs_list")}</a>
          </li>
          <li>
            <a href={`${path}/dcat.jsonld`}>{t("programs_dcat")}</a>
          </li>
          <li>
            <a href={`${path}/datapackage.json`}>{t("programs_package")}</a>
          </li>
          <li>
            <a href="/api/v1/openapi.json">{t("programs_openapi")}</a>
          </li>
        </ul>
      </section>
    </aside>
  );
}
