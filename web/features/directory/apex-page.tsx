import { useLocation } from "@solidjs/router";
import { createMemo } from "solid-js";
import { Dynamic } from "solid-js/web";
import { matchPage } from "../../../server/pages/page-routes.shared.ts";
import { councilsSearchView, directoryView } from "../../../server/pages/views.shared.ts";
import { lazyPage } from "../../lib/lazy-page.ts";
import NotFoundPage from "../errors/not-found-page.tsx";

const pages = {
  home: lazyPage(directoryView, () => import("./directory-page.tsx")),
  search: lazyPage(councilsSearchView, () => import("./councils-search-page.tsx")),
} as const;

/** On the apex there are the directory of councils and a search over them, in both languages. */
export function ApexPage() {
  const location = useLocation();
  const match = createMemo(() => matchPage(location.pathname));
  const page = () => {
    const name = match()?.page;
    return name === "home" || name === "search" ? pages[name] : NotFoundPage;
  };
  return <Dynamic component={page()} match={match()!} />;
}
