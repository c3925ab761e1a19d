import { createAsync, useLocation } from "@solidjs/router";
import { type ParentProps, Show } from "solid-js";
import { matchPage } from "../../../server/pages/page-routes.shared.ts";
import { useFocusAfterNavigation } from "../../lib/focus-after-navigation.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { getCouncil } from "./council-query.ts";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";

/** Header, navigation and footer around every page of a council, and around the directory of all. */
export function SiteFrame(props: ParentProps) {
  const { site } = usePage();
  const t = useT();
  const location = useLocation();
  const match = () => (site === "council" ? matchPage(location.pathname) : null);
  const council = createAsync(async () => (site === "council" ? await getCouncil() : null));
  useFocusAfterNavigation();
  return (
    <>
      <a class="skip" href="#main">
        {t("site.skip")}
      </a>
      <Show when={council()}>{(c) => <SiteHeader council={c()} match={match()} />}</Show>
      {props.children}
      <Show when={council()}>{(c) => <SiteFooter council={c()} match={match()} />}</Show>
    </>
  );
}
