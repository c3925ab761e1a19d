import { useTitle } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";

export default function HomePage() {
  const t = useT("home");
  useTitle(() => t("title"));
  return (
    <main id="main" class="wrap">
      <h1>{t("title")}</h1>
    </main>
  );
}
