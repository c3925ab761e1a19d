import { useTitle } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";

export default function HomePage() {
  const t = useT();
  useTitle(() => t("home.title"));
  return (
    <main id="main" class="wrap">
      <h1>{t("home.title")}</h1>
    </main>
  );
}
