import { useLocation } from "@solidjs/router";
import { createMemo } from "solid-js";
import { Dynamic } from "solid-js/web";
import { matchPage } from "../../../server/pages/page-routes.shared.ts";
import { type View, viewOf } from "../../../server/pages/views.shared.ts";
import { lazyPage } from "../../lib/lazy-page.ts";
import { usePage } from "../../lib/page-context.tsx";
import NotFoundPage from "../errors/not-found-page.tsx";

const pages: Partial<Record<View | `${View}.en`, ReturnType<typeof lazyPage>>> = {
  home: lazyPage("home", () => import("../home/home-page.tsx")),
  part: lazyPage("part", () => import("../elements/part-page.tsx")),
  element: lazyPage("element", () => import("../elements/element-page.tsx")),
  readiness: lazyPage("readiness", () => import("../elements/readiness-page.tsx")),
  siteMap: lazyPage("siteMap", () => import("../elements/site-map-page.tsx")),
  collection: lazyPage("collection", () => import("../publications/collection-page.tsx")),
  publication: lazyPage("publication", () => import("../publications/publication-page.tsx")),
  albums: lazyPage("albums", () => import("../albums/albums-page.tsx")),
  album: lazyPage("album", () => import("../albums/album-page.tsx")),
  socialLinks: lazyPage("socialLinks", () => import("../contacts/social-links-page.tsx")),
  mediaContacts: lazyPage("mediaContacts", () => import("../contacts/media-contacts-page.tsx")),
  offline: lazyPage("offline", () => import("../errors/offline-page.tsx")),
  accessibility: lazyPage("accessibility", () => import("../texts/accessibility.sq.tsx")),
  "accessibility.en": lazyPage("accessibility", () => import("../texts/accessibility.en.tsx")),
  privacy: lazyPage("privacy", () => import("../texts/privacy.sq.tsx")),
  "privacy.en": lazyPage("privacy", () => import("../texts/privacy.en.tsx")),
};

/** Chooses the page by its address, from the same table as the server. */
export function CouncilPage() {
  const location = useLocation();
  const { locale } = usePage();
  const match = createMemo(() => matchPage(location.pathname));
  const page = createMemo(() => {
    const view = viewOf(match());
    return (locale === "en" && pages[`${view}.en`]) || pages[view];
  });
  return <Dynamic component={page() ?? NotFoundPage} match={match()!} />;
}
