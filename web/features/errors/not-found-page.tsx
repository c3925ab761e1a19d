import { plainPages } from "../../../server/pages/page-routes.shared.ts";
import { useStatus } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Page } from "../../ui/page.tsx";

/** An address without a page; also shown by a page whose item does not exist. */
export default function NotFoundPage() {
  const t = useT();
  const { locale, site } = usePage();
  useStatus(404);
  return (
    <Page title={t("error.not_found_title")} kicker="404" lead={<p>{t("error.not_found_text")}</p>} class="lone">
      <ul class="ways">
        <li>
          <a class="button" href={plainPages.home[locale]}>
            {t("error.back_home")}
          </a>
        </li>
        {site === "council" && (
          <li>
            <a class="button plain" href={plainPages.siteMap[locale]}>
              {t("site.map")}
            </a>
          </li>
        )}
      </ul>
    </Page>
  );
}
