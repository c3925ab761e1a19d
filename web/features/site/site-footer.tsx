import { type JSX, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { latestFeed } from "../../../server/features/feeds/feed-addresses.shared.ts";
import type { Council } from "../../../server/features/settings/council.schema.ts";
import { type PageMatch, plainPages } from "../../../server/pages/page-routes.shared.ts";
import { useFeed, usePageAddress } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { CouncilContacts } from "./council-contacts.tsx";
import { LanguageSwitch } from "./language-switch.tsx";

/** How complete the site is, how the Council is reached, what machines may read, and what holds for the site itself. */
export function SiteFooter(props: { council: Council; match: PageMatch | null }) {
  const t = useT();
  const { locale } = usePage();
  const openData = elementByCode("I.8.1");
  const address = usePageAddress();
  if (import.meta.env.SSR) useFeed(() => ({ title: t("foot.feed"), href: latestFeed[locale] }));
  return (
    <footer class="foot">
      <div class="wrap">
        <section>
          <h2>{t("foot.readiness")}</h2>
          <p>{t("foot.readiness_text")}</p>
          <p>
            <a link href={elementByCode("B.I.2").path[locale]}>
              {t("foot.readiness_link")}
            </a>
          </p>
        </section>
        <section>
          <h2>{t("foot.council")}</h2>
          <CouncilContacts contacts={props.council.contacts} />
        </section>
        <section>
          <h2>{t("foot.data")}</h2>
          <ul>
            <li>
              <a href={latestFeed[locale]}>{t("foot.feed")}</a>
            </li>
            <li>
              <a href="/api/v1/openapi.json">{t("foot.api")}</a>
            </li>
            <FootLink href={openData.path[locale]}>{openData.short[locale]}</FootLink>
          </ul>
        </section>
        <section>
          <h2>{t("foot.site")}</h2>
          <ul>
            <FootLink href={plainPages.siteMap[locale]}>{t("site.map")}</FootLink>
            <FootLink href={plainPages.deadlines[locale]}>{t("site.deadlines")}</FootLink>
            <FootLink href={plainPages.accessibility[locale]}>{t("site.accessibility")}</FootLink>
            <FootLink href={plainPages.privacy[locale]}>{t("site.privacy")}</FootLink>
            <Show when={props.council.languages.length > 1}>
              <li>
                <LanguageSwitch languages={props.council.languages} match={props.match} />
              </li>
            </Show>
          </ul>
        </section>
        <p class="colophon">
          {t("foot.product")}
          <Show when={props.match}>
            <span class="for-print">{address()}</span>
          </Show>
        </p>
      </div>
    </footer>
  );
}

const FootLink = (props: { href: string; children: JSX.Element }) => (
  <li>
    <a link href={props.href}>
      {props.children}
    </a>
  </li>
);
