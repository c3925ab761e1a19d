import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, For, Show } from "solid-js";
import type { CouncilsSearch } from "../../../server/features/search/search.schema.ts";
import { canonicalQuery, type PageMatch, plainPages } from "../../../server/pages/page-routes.shared.ts";
import { useDescription, useTitle } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { FilterRefusal } from "../../ui/filters.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { SearchBox } from "../../ui/search-box.tsx";
import { Hits } from "../search/hits.tsx";
import { Kinds } from "../search/kinds.tsx";
import { Examples } from "../search/nothing-found.tsx";
import { searchCouncils } from "../search/search-query.ts";
import { otherLocale } from "../site/site-paths.ts";

const perPage = 20;

/** One question to all councils that agree to it, by county and council. */
export default function CouncilsSearchPage(props: { match: PageMatch }) {
  const location = useLocation();
  const common = useT();
  const t = useT("search");
  const { locale } = usePage();
  const other = otherLocale(locale);
  const path = () => props.match.paths[locale];
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const chosen = () => new URLSearchParams(query());
  const q = () => chosen().get("q") ?? "";
  const answer = createAsync(() => searchCouncils(query(), locale));
  const address = (changes: Record<string, string | null>) => {
    const wanted = chosen();
    wanted.delete("page");
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) wanted.delete(name);
      else wanted.set(name, value);
    }
    return wanted.size > 0 ? `${path()}?${wanted}` : path();
  };
  useTitle(() => (q() ? t("title_of", { q: q() }) : t("everywhere")));
  if (import.meta.env.SSR) useDescription(() => t("everywhere_lead"));
  return (
    <>
      <header class="apex">
        <div class="top">
          <div class="wrap">
            <a link href={plainPages.home[locale]}>
              e-Këshilli
            </a>
            <a href={props.match.paths[other] + location.search} hreflang={other} lang={other}>
              {common("site.other_language")}
            </a>
          </div>
        </div>
      </header>
      <main id="main" tabindex="-1" class="page wrap searching">
        <header class="page-head">
          <h1>{t("everywhere")}</h1>
          <Show when={!q()}>
            <p class="lead">{t("everywhere_lead")}</p>
          </Show>
        </header>
        <search class="search-form">
          <form method="get" action={path()}>
            <SearchBox id="q" label={t("question")} value={q()} />
          </form>
        </search>
        <Show when={answer()?.problem}>{(refusal) => <FilterRefusal problem={refusal()} />}</Show>
        <Show when={answer()?.isAway}>
          <p class="problem" role="alert">
            {t("unavailable")}
          </p>
        </Show>
        <Show when={answer()?.found}>
          {(found) => (
            <>
              <p class="count">{t("councils_searched", { count: found().councils.length })}</p>
              <Show when={q()} fallback={<Examples address={(text) => address({ q: text })} />}>
                <Results found={found()} chosen={chosen()} address={address} />
              </Show>
            </>
          )}
        </Show>
      </main>
    </>
  );
}

function Results(props: {
  found: CouncilsSearch;
  chosen: URLSearchParams;
  address: (changes: Record<string, string | null>) => string;
}) {
  const t = useT("search");
  const { say } = useLocalized();
  const found = () => props.found;
  const nameOf = (slug: string) => {
    const council = found().councils.find((one) => one.slug === slug);
    return council ? say(council.names.council) : slug;
  };
  return (
    <>
      <div class="found">
        <h2 aria-live="polite">
          {found().total > 0 ? t("found", { count: found().total }) : t("nothing", { q: found().q })}
        </h2>
        <Show when={found().pages > 1}>
          <span class="count">{t("page_of", { page: found().page, pages: found().pages })}</span>
        </Show>
      </div>
      <Show when={found().isSimpler}>
        <p class="note">{t("simpler")}</p>
      </Show>
      <div class="search-split">
        <div class="beside">
          <Councils found={found()} chosen={props.chosen} address={props.address} />
          <Kinds counts={found().kind} chosen={props.chosen.get("kind")} address={(kind) => props.address({ kind })} />
        </div>
        <div>
          <Hits
            hits={found().hits}
            start={(found().page - 1) * perPage + 1}
            whose={(at) => <b>{nameOf(found().hits[at]!.council)}</b>}
          />
          <Pagination
            page={found().page}
            pages={found().pages}
            address={(page) => props.address(page > 1 ? { page: String(page) } : {})}
          />
        </div>
      </div>
    </>
  );
}

/** The councils in which something was found, by county. */
function Councils(props: {
  found: CouncilsSearch;
  chosen: URLSearchParams;
  address: (changes: Record<string, string | null>) => string;
}) {
  const t = useT("search");
  const counties = useT("directory");
  const { say } = useLocalized();
  const having = () => props.found.councils.filter(({ count }) => count > 0);
  const byCounty = () => {
    const groups = new Map<string, CouncilsSearch["councils"]>();
    for (const one of having()) groups.set(one.county, [...(groups.get(one.county) ?? []), one]);
    return [...groups];
  };
  const isChosen = () => props.chosen.has("county") || props.chosen.has("council");
  return (
    <Show when={having().length > 1 || isChosen()}>
      <nav class="kinds" aria-label={t("council")}>
        <ul>
          <li>
            <a
              link
              href={props.address({ county: null, council: null })}
              aria-current={isChosen() ? undefined : "true"}
            >
              <span>{t("all_councils")}</span>
            </a>
          </li>
          <For each={byCounty()}>
            {([county, councils]) => (
              <>
                <li class="county">
                  <a
                    link
                    href={props.address({ county, council: null })}
                    aria-current={props.chosen.get("county") === county ? "true" : undefined}
                  >
                    {/* What is invented lies in no county. */}
                    <span>
                      {councils[0]!.isExample ? counties("examples") : counties(`county.${county}` as "county.berat")}
                    </span>
                    <span class="how-many">{councils.reduce((sum, { count }) => sum + count, 0)}</span>
                  </a>
                </li>
                <For each={councils}>
                  {({ slug, names, count }) => (
                    <li>
                      <a
                        link
                        href={props.address({ council: slug, county: null })}
                        aria-current={props.chosen.get("council") === slug ? "true" : undefined}
                      >
                        <span>{say(names.place)}</span> <span class="how-many">{count}</span>
                      </a>
                    </li>
                  )}
                </For>
              </>
            )}
          </For>
        </ul>
      </nav>
    </Show>
  );
}
