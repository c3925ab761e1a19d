import { useLocation } from "@solidjs/router";
import { createMemo } from "solid-js";
import { Dynamic } from "solid-js/web";
import { matchPage } from "../../../server/pages/page-routes.shared.ts";
import { directoryView } from "../../../server/pages/views.shared.ts";
import { lazyPage } from "../../lib/lazy-page.ts";
import NotFoundPage from "../errors/not-found-page.tsx";

const DirectoryPage = lazyPage(directoryView, () => import("./directory-page.tsx"));

/** On the apex there is one page, in both languages. */
export function ApexPage() {
  const location = useLocation();
  const match = createMemo(() => matchPage(location.pathname));
  return <Dynamic component={match()?.page === "home" ? DirectoryPage : NotFoundPage} match={match()!} />;
}
