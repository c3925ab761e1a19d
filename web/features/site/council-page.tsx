import { useLocation } from "@solidjs/router";
import { type Component, createMemo } from "solid-js";
import { Dynamic } from "solid-js/web";
import { matchPage } from "../../../server/pages/page-routes.shared.ts";
import { type View, viewOf } from "../../../server/pages/views.shared.ts";
import { lazyPage } from "../../lib/lazy-page.ts";
import { usePage } from "../../lib/page-context.tsx";
import NotFoundPage from "../errors/not-found-page.tsx";

const files = import.meta.glob<{ default: Component<never> }>([
  "../*/*-page.tsx",
  "../texts/*.{sq,en}.tsx",
  "!../site/*",
  "!../directory/*",
  "!../errors/{not-found,broken}-page.tsx",
  "!../texts/text-page.tsx",
]);

const viewAt = (file: string) => file.slice("../".length).replace(/(\.(sq|en))?\.tsx$/, "") as View;
const pages = new Map(Object.entries(files).map(([file, load]) => [file, lazyPage(viewAt(file), load)]));

/** Chooses the page by its address, from the same table as the server. */
export function CouncilPage() {
  const location = useLocation();
  const { locale } = usePage();
  const match = createMemo(() => matchPage(location.pathname));
  const page = createMemo(() => {
    const view = viewOf(match());
    return pages.get(`../${view}.${locale}.tsx`) ?? pages.get(`../${view}.tsx`);
  });
  return <Dynamic component={page() ?? NotFoundPage} match={match()!} />;
}
