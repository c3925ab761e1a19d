import { useLocation } from "@solidjs/router";
import { createMemo, lazy } from "solid-js";
import { Dynamic } from "solid-js/web";
import { matchPage } from "../../../server/pages/page-routes.shared.ts";
import NotFoundPage from "../errors/not-found-page.tsx";

const HomePage = lazy(() => import("../home/home-page.tsx"));

/** Chooses the page by its address, from the same table as the server. */
export function CouncilPage() {
  const location = useLocation();
  const match = createMemo(() => matchPage(location.pathname));
  const component = createMemo(() => {
    switch (match()?.page) {
      case "home":
        return HomePage;
      default:
        return NotFoundPage;
    }
  });
  return <Dynamic component={component()} />;
}
