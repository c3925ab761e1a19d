import { createAsync } from "@solidjs/router";
import { type ParentProps, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { getCouncil } from "./council-query.ts";

/** Header, navigation and footer around every page of a council. */
export function SiteFrame(props: ParentProps) {
  const { locale, site } = usePage();
  const t = useT();
  const council = createAsync(async () => (site === "council" ? await getCouncil() : null));
  return (
    <>
      <a class="skip" href="#main">
        {t("site.skip")}
      </a>
      <Show when={council()}>
        {(c) => (
          <header class="mast">
            <a href={locale === "en" ? "/en/" : "/"}>{c().names.council[locale]}</a>
          </header>
        )}
      </Show>
      {props.children}
    </>
  );
}
