import { plainPages } from "../../../server/pages/page-routes.shared.ts";
import { usePage } from "../../lib/page-context.tsx";
import { SearchBox } from "../../ui/search-box.tsx";

/** The search in the head of every page. */
export function SiteSearch() {
  const { locale } = usePage();
  return (
    <search class="site-search">
      <form method="get" action={plainPages.search[locale]}>
        <SearchBox id="site-search" suggests />
      </form>
    </search>
  );
}
