import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { type PublicationKind, publicationKind } from "../../../server/features/publications/kinds.shared.ts";
import { newsKind } from "../../../server/features/publications/news.shared.ts";
import type { PublicationList } from "../../../server/features/publications/publications.schema.ts";
import { canonicalQuery, type PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useFeed } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Exports } from "../../ui/exports.tsx";
import { FilterRefusal, isFiltered } from "../../ui/filters.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { CollectionFilters } from "./collection-filters.tsx";
import { Headlines } from "./headlines.tsx";
import { getPublications } from "./publications-query.ts";
import { RegisterOfPublications } from "./register-of-publications.tsx";

/** A handful needs no filters. */
const fewest = 4;

/** The documents of one kind: filters, how many there are, a page of them, and the same as data. */
export default function CollectionPage(props: { match: PageMatch }) {
  const location = useLocation();
  const { locale } = usePage();
  const t = useT("collections");
  const element = () => elementByCode(props.match.code as never);
  const kind = () => publicationKind(element().code)!;
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const chosen = () => new URLSearchParams(query());
  const answer = createAsync(() => getPublications(element().code, query()));
  const description = useElement(() => element().code);
  const list = () => answer()?.list;
  const problem = () => answer()?.problem;
  const address = (page: number) => {
    const wanted = chosen();
    wanted.delete("page");
    if (page > 1) wanted.set("page", String(page));
    return `${element().path[locale]}${wanted.size > 0 ? `?${wanted}` : ""}`;
  };
  if (import.meta.env.SSR)
    useFeed(() => list() && { title: element().short[locale], href: list()!.exports.atom[locale] });
  const links = (exports: PublicationList["exports"]) => [
    { href: exports.csv[locale], name: t("export_csv") },
    { href: exports.xlsx[locale], name: t("export_xlsx") },
    { href: exports.json[locale], name: t("export_json") },
    { href: exports.atom[locale], name: t("export_atom") },
  ];
  const filters = (facets?: PublicationList["facets"], wrong: string[] = []) => (
    <CollectionFilters
      path={element().path[locale]}
      chosen={chosen()}
      facets={facets}
      choiceFields={kind().fields.filter(({ filter }) => filter)}
      wrong={wrong}
    />
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
            <Show when={found().total >= fewest || isFiltered(chosen())}>{filters(found().facets)}</Show>
            <div class="found">
              <h2 aria-live="polite">{found().total > 0 ? <Count list={found()} /> : t("nothing_found")}</h2>
              <Show when={found().pages > 1}>
                <span class="count">{t("page_of", { page: found().page, pages: found().pages })}</span>
              </Show>
            </div>
            <Show when={found().total === 0}>
              <p class="aside">{t("nothing_found_text")}</p>
            </Show>
            <Show when={found().total > 0}>
              <Items kind={kind()} list={found()} caption={element().short[locale]} />
              <Pagination page={found().page} pages={found().pages} address={address} />
              <Exports links={links(found().exports)} />
            </Show>
          </Show>
        )}
      </Show>
    </ElementPage>
  );
}

function Items(props: { kind: PublicationKind; list: PublicationList; caption: string }) {
  return (
    <Show
      when={newsKind(props.kind.element)}
      fallback={<RegisterOfPublications kind={props.kind} items={props.list.items} caption={props.caption} />}
    >
      <Headlines items={props.list.items} />
    </Show>
  );
}

function Count(props: { list: PublicationList }) {
  const t = useT("publications");
  return <>{t(`noun.${props.list.element}` as "noun.I.1.1", { count: props.list.total })}</>;
}
