import { useTitle } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { pageEvent, usePage } from "../../lib/page-context.tsx";

/** Shown in the browser when a page breaks there. On the server the failure is passed on and nothing of this is sent. */
export function BrokenPage(props: { failure: unknown }) {
  const t = useT();
  const event = pageEvent();
  if (event) event.failure ??= props.failure;
  useTitle(() => t("error.broken_title"));
  return (
    <main class="wrap lone" id="main">
      <h1>{t("error.broken_title")}</h1>
      <p>{t("error.broken_text")}</p>
      <p>
        <a href={usePage().locale === "en" ? "/en/" : "/"}>{t("error.back_home")}</a>
      </p>
    </main>
  );
}
