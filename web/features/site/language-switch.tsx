import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import type { Locale } from "../../../server/locale.shared.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { otherLocale, pathIn } from "./site-paths.ts";

/** The same page in the other language, filters included. A plain link: another language is another document. */
export function LanguageSwitch(props: { languages: readonly Locale[]; match: PageMatch | null }) {
  const t = useT();
  const location = useLocation();
  const other = otherLocale(usePage().locale);
  return (
    <Show when={props.languages.includes(other)}>
      <a href={pathIn(other, props.match) + (props.match ? location.search : "")} hreflang={other} lang={other}>
        {t("site.other_language")}
      </a>
    </Show>
  );
}
