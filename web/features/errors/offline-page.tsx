import { useT } from "../../lib/i18n.ts";
import { Page } from "../../ui/page.tsx";

/** What an installed site shows where there is no network. It is kept in the browser and has no script. */
export default function OfflinePage() {
  const t = useT();
  return <Page title={t("offline.title")} lead={<p>{t("offline.text")}</p>} class="lone" />;
}
