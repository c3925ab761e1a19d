import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { MeetingList } from "../../../server/features/meetings/meeting-view.schema.ts";
import { registerPath } from "../../../server/features/open-data/register-paths.shared.ts";
import { canonicalQuery, type PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Exports, useRegisterLinks } from "../../ui/exports.tsx";
import { FilterRefusal, isFiltered } from "../../ui/filters.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { MeetingFilters } from "./meeting-filters.tsx";
import { getMeetings } from "./meetings-query.ts";
import { MeetingsTable } from "./meetings-table.tsx";
import { NextMeeting } from "./next-meeting.tsx";

/** Whose meetings stand on an element's page. */
const bodiesOf: Record<string, string> = { "I.3.3": "council", "I.3.4": "committee" };

/** A handful needs no filters. */
const fewest = 4;

/** The meetings of the Council, or of its committees: the next one, and all others with filters. */
export default function MeetingsPage(props: { match: PageMatch }) {
  const location = useLocation();
  const { locale } = usePage();
  const t = useT("meetings");
  const collections = useT("collections");
  const links = useRegisterLinks();
  const element = () => elementByCode(props.match.code as never);
  const bodies = () => bodiesOf[props.match.code!]!;
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const chosen = () => new URLSearchParams(query());
  const answer = createAsync(() => getMeetings(bodies(), query()));
  const description = useElement(() => element().code);
  const list = () => answer()?.list;
  const problem = () => answer()?.problem;
  const address = (page: number) => {
    const wanted = chosen();
    wanted.delete("page");
    if (page > 1) wanted.set("page", String(page));
    return `${element().path[locale]}${wanted.size > 0 ? `?${wanted}` : ""}`;
  };
  const exported = () => {
    const wanted = new URLSearchParams({ bodies: bodies() });
    for (const [name, value] of chosen()) if (name !== "page") wanted.set(name, value);
    return links(registerPath("meetings")[locale], `?${wanted}`);
  };
  const filters = (facets?: MeetingList["facets"], wrong: string[] = []) => (
    <MeetingFilters path={element().path[locale]} chosen={chosen()} facets={facets} wrong={wrong} />
  );
  return (
    <ElementPage
      element={element()}
      description={description()}
      isFilled={(list()?.total ?? 0) > 0 || isFiltered(chosen())}
    >
      <Show when={problem()}>
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
            <Show when={!isFiltered(chosen()) && found().page === 1}>
              <NextMeeting meeting={found().next} />
            </Show>
            <Show when={found().total >= fewest || isFiltered(chosen())}>{filters(found().facets)}</Show>
            <div class="found">
              <h2 aria-live="polite">
                {found().total > 0 ? t("count", { count: found().total }) : collections("nothing_found")}
              </h2>
              <Show when={found().pages > 1}>
                <span class="count">{collections("page_of", { page: found().page, pages: found().pages })}</span>
              </Show>
            </div>
            <Show when={found().total > 0} fallback={<p class="aside">{collections("nothing_found_text")}</p>}>
              <MeetingsTable meetings={found().items} caption={element().short[locale]} />
              <Pagination page={found().page} pages={found().pages} address={address} />
              <Exports links={exported()} />
            </Show>
          </Show>
        )}
      </Show>
    </ElementPage>
  );
}
