import { createAsync, useLocation } from "@solidjs/router";
import { type ParentProps, Show } from "solid-js";
import { matchPage } from "../../../server/pages/page-routes.shared.ts";
import { useFocusAfterNavigation } from "../../lib/focus-after-navigation.ts";
import { useT } from "../../lib/i18n.ts";
import { lazyPart } from "../../lib/lazy-page.ts";
import { usePage } from "../../lib/page-context.tsx";
import { getCouncil } from "./council-query.ts";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";
import { getWatched } from "./watch-query.ts";

const WatchCard = lazyPart("watch/watch-card", () => import("../watch/watch-card.tsx"));

/** Header, navigation and footer around every page of a council, and around the directory of all. */
export function SiteFrame(props: ParentProps) {
  const { site } = usePage();
  const t = useT();
  const location = useLocation();
  const match = () => (site === "council" ? matchPage(location.pathname) : null);
  const council = createAsync(async () => (site === "council" ? await getCouncil() : null));
  const isAnnounced = () => match() !== null && match()!.code !== "I.3.5" && match()!.page !== "offline";
  const watched = createAsync(async () => (isAnnounced() ? await getWatched() : null));
  useFocusAfterNavigation();
  return (
    <>
      <a class="skip" href="#main">
        {t("site.skip")}
      </a>
      <Show when={council()}>{(c) => <SiteHeader council={c()} match={match()} />}</Show>
      <Show when={watched()}>{(meeting) => <WatchCard first={meeting()} />}</Show>
      {props.children}
      <Show when={council()}>{(c) => <SiteFooter council={c()} match={match()} />}</Show>
    </>
  );
}
