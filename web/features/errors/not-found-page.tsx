import { A } from "@solidjs/router";
import { useStatus, useTitle } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";

export default function NotFoundPage() {
  const t = useT();
  useStatus(404);
  useTitle(() => t("error.not_found_title"));
  return (
    <main class="wrap lone" id="main">
      <h1>{t("error.not_found_title")}</h1>
      <p>{t("error.not_found_text")}</p>
      <p>
        <A link href={usePage().locale === "en" ? "/en/" : "/"}>
          {t("error.back_home")}
        </A>
      </p>
    </main>
  );
}
