import { For } from "solid-js";
import { elementsOf, type Part, parts, sectionsOf } from "../../../server/features/elements/catalogue.shared.ts";
import { plainPages } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Page } from "../../ui/page.tsx";

/** Every page of the site, as the catalogue orders them. */
export default function SiteMapPage() {
  const common = useT();
  const t = useT("elements");
  const { locale } = usePage();
  return (
    <Page title={common("site.map")} description={t("map_lead")} crumbs={[]} lead={<p>{t("map_lead")}</p>}>
      <div class="map">
        <For each={parts}>{(part) => <PartOfMap part={part} />}</For>
        <section>
          <h2>{t("map_other")}</h2>
          <ul>
            <li>
              <a link href={plainPages.deadlines[locale]}>
                {common("site.deadlines")}
              </a>
            </li>
            <li>
              <a link href={plainPages.accessibility[locale]}>
                {common("site.accessibility")}
              </a>
            </li>
            <li>
              <a link href={plainPages.privacy[locale]}>
                {common("site.privacy")}
              </a>
            </li>
          </ul>
        </section>
      </div>
    </Page>
  );
}

function PartOfMap(props: { part: Part }) {
  const { locale } = usePage();
  return (
    <section>
      <h2>
        <a link href={props.part.path[locale]}>
          {props.part.title[locale]}
        </a>
      </h2>
      <For each={sectionsOf(props.part.code)}>
        {(section) => (
          <>
            <h3>{section.title[locale]}</h3>
            <ul>
              <For each={elementsOf(section.code)}>
                {(element) => (
                  <li>
                    <a link href={element.path[locale]}>
                      {element.short[locale]}
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </For>
    </section>
  );
}
