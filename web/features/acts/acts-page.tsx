import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import type { ActList } from "../../../server/features/acts/acts.schema.ts";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { canonicalQuery, type PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Exports, useRegisterLinks } from "../../ui/exports.tsx";
import { FilterRefusal, isFiltered } from "../../ui/filters.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { ActsFilters } from "./acts-filters.tsx";
import { getActs } from "./acts-query.ts";
import { NumberGaps } from "./number-gaps.tsx";
import { RegisterOfActs } from "./register-of-acts.tsx";

/** The register of acts: filters, how many there are, a page of them, gaps in their numbers, the same as data. */
export default function ActsPage(props: { match: PageMatch }) {
  const location = useLocation();
  const { locale } = usePage();
  const t = useT("acts");
  const collections = useT("collections");
  const links = useRegisterLinks();
  const element = () => elementByCode(props.match.code as never);
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const chosen = () => new URLSearchParams(query());
  const answer = createAsync(() => getActs(query()));
  const description = useElement(() => element().code);
  const list = () => answer()?.list;
  const address = (page: number) => {
    const wanted = chosen();
    wanted.delete("page");
    if (page > 1) wanted.set("page", String(page));
    return `${element().path[locale]}${wanted.size > 0 ? `?${wanted}` : ""}`;
  };
  const filters = (facets?: ActList["facets"], wrong: string[] = []) => (
    <ActsFilters path={element().path[locale]} chosen={chosen()} facets={facets} wrong={wrong} />
  );
  return (
    <ElementPage
      element={element()}
      description={description()}
      isFilled={(list()?.total ?? 0) > 0 || isFiltered(chosen())}
    >
      <Show when={answer()?.problem}>
        {(refusal) => (
          <>
            <FilterRefusal problem={refusal()} />
            {filters(
              undefined,
              refusal().fields?.map(({ path }) => path),
            )}
          </>
        )}
      </Show>
      <Show when={list()}>
        {(found) => (
          <Show when={found().total > 0 || isFiltered(chosen())}>
            {filters(found().facets)}
            <div class="found">
              <h2 aria-live="polite">
                {found().total > 0 ? t("found", { count: found().total }) : collections("nothing_found")}
              </h2>
              <Show when={found().pages > 1}>
                <span class="count">{collections("page_of", { page: found().page, pages: found().pages })}</span>
              </Show>
            </div>
            <Show when={found().total === 0}>
              <p class="aside">{collections("nothing_found_text")}</p>
            </Show>
            <Show when={found().total > 0}>
              <RegisterOfActs items={found().items} caption={element().short[locale]} />
              <Pagination page={found().page} pages={found().pages} address={address} />
              <Exports links={links(element().path[locale], found().exportQuery)} />
            </Show>
            <NumberGaps gaps={found().gaps} />
          </Show>
        )}
      </Show>
    </ElementPage>
  );
}
