import { plainPages } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { pageEvent, usePage } from "../../lib/page-context.tsx";
import { Page } from "../../ui/page.tsx";

/** Shown in the browser when a page breaks there. On the server the failure is passed on and nothing of this is sent. */
export function BrokenPage(props: { failure: unknown }) {
  const t = useT();
  const event = pageEvent();
  if (event) event.failure ??= props.failure;
  return (
    <Page title={t("error.broken_title")} lead={<p>{t("error.broken_text")}</p>} class="lone">
      <p>
        <a class="button" href={plainPages.home[usePage().locale]}>
          {t("error.back_home")}
        </a>
      </p>
    </Page>
  );
}
