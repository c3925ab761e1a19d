import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { canonicalQuery, type PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Exports, useRegisterLinks } from "../../ui/exports.tsx";
import { FilterRefusal, isFiltered } from "../../ui/filters.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { getDraftActs } from "./draft-acts-query.ts";
import { DraftFilters } from "./draft-filters.tsx";
import { DraftsTable } from "./drafts-table.tsx";
import { OpenDrafts } from "./open-drafts.tsx";

/** The register of draft acts: what can be commented on now first, then all of them, to be narrowed. */
export default function DraftActsPage(props: { match: PageMatch }) {
  const location = useLocation();
  const { locale } = usePage();
  const t = useT("drafts");
  const common = useT("collections");
  const links = useRegisterLinks();
  const element = elementByCode("I.3.7");
  const path = element.path[locale];
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const chosen = () => new URLSearchParams(query());
  const narrowing = () => {
    const wanted = chosen();
    wanted.delete("page");
    return wanted.size > 0 ? `?${wanted}` : "";
  };
  const answer = createAsync(() => getDraftActs(query(), locale));
  const description = useElement(() => element.code);
  const address = (page: number) => {
    const wanted = chosen();
    wanted.delete("page");
    if (page > 1) wanted.set("page", String(page));
    return wanted.size > 0 ? `${path}?${wanted}` : path;
  };
  return (
    <ElementPage
      element={element}
      description={description()}
      isFilled={(answer()?.list?.total ?? 0) > 0 || isFiltered(chosen())}
    >
      <Show when={answer()?.problem}>
        {(refusal) => (
          <>
            <FilterRefusal problem={refusal()} />
            <DraftFilters
              path={path}
              chosen={chosen()}
              facets={undefined}
              wrong={refusal().fields?.map(({ path: name }) => name)}
            />
          </>
        )}
      </Show>
      <Show when={(answer()?.open.length ?? 0) > 0}>
        <OpenDrafts drafts={answer()!.open} />
      </Show>
      <Show when={answer()?.list}>
        {(list) => (
          <Show when={list().total > 0 || isFiltered(chosen())}>
            <DraftFilters path={path} chosen={chosen()} facets={list().facets} />
            <div class="found">
              <h2 aria-live="polite">
                {list().total > 0 ? t("noun", { count: list().total }) : common("nothing_found")}
              </h2>
              <Show when={list().pages > 1}>
                <span class="count">{common("page_of", { page: list().page, pages: list().pages })}</span>
              </Show>
            </div>
            <Show when={list().total > 0} fallback={<p class="aside">{common("nothing_found_text")}</p>}>
              <DraftsTable drafts={list().items} />
              <Pagination page={list().page} pages={list().pages} address={address} />
              <Exports links={links(path, narrowing())} />
            </Show>
          </Show>
        )}
      </Show>
    </ElementPage>
  );
}
