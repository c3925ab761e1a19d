import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import type { SearchPage as Found } from "../../../server/features/search/search.schema.ts";
import { canonicalQuery, type PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { ChoiceFilter, FilterRefusal } from "../../ui/filters.tsx";
import { Page } from "../../ui/page.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { SearchBox } from "../../ui/search-box.tsx";
import { Hits } from "./hits.tsx";
import { Kinds } from "./kinds.tsx";
import { Browse, Examples, NothingFound } from "./nothing-found.tsx";
import { getSearch } from "./search-query.ts";

const perPage = 20;
const filters = ["year", "body", "topic", "from", "until", "sort"] as const;

/** The search over everything public of a council: the question, what was found, and ways to narrow it. */
export default function SearchPage(props: { match: PageMatch }) {
  const location = useLocation();
  const t = useT("search");
  const { locale } = usePage();
  const path = () => props.match.paths[locale];
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const chosen = () => new URLSearchParams(query());
  const q = () => chosen().get("q") ?? "";
  const answer = createAsync(() => getSearch(query(), locale));
  /** This search with something else; `null` takes a part away. Another search begins on its first page. */
  const address = (changes: Record<string, string | null>) => {
    const wanted = chosen();
    wanted.delete("page");
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) wanted.delete(name);
      else wanted.set(name, value);
    }
    return wanted.size > 0 ? `${path()}?${wanted}` : path();
  };
  const anew = (text: string) => `${path()}?${new URLSearchParams({ q: text })}`;
  return (
    <Page
      title={t("title")}
      tab={q() ? t("title_of", { q: q() }) : t("title")}
      description={t("lead")}
      crumbs={[]}
      class="searching"
      lead={q() ? undefined : <p>{t("lead")}</p>}
    >
      <search class="search-form">
        <form method="get" action={path()}>
          <SearchBox id="q" label={t("question")} value={q()} suggests />
        </form>
      </search>
      <Show when={answer()?.problem}>{(refusal) => <FilterRefusal problem={refusal()} />}</Show>
      <Show when={answer()?.isAway}>
        <p class="problem" role="alert">
          {t("unavailable")}
        </p>
      </Show>
      <Show when={!q()}>
        <Examples address={anew} />
        <Browse />
      </Show>
      <Show when={q() && answer()?.found}>
        {(found) => <Results found={found() as Found} chosen={chosen()} path={path()} address={address} anew={anew} />}
      </Show>
    </Page>
  );
}

interface ResultsProps {
  found: Found;
  chosen: URLSearchParams;
  path: string;
  address: (changes: Record<string, string | null>) => string;
  anew: (text: string) => string;
}

function Results(props: ResultsProps) {
  const t = useT("search");
  const matters = useT("matters");
  const { locale } = usePage();
  const { say } = useLocalized();
  const found = () => props.found;
  const facets = () => found().facets;
  const isNarrowed = () => ["kind", ...filters].some((name) => name !== "sort" && props.chosen.has(name));
  const heading = () => {
    if (found().total > 0) return t("found", { count: found().total });
    return isNarrowed() ? t("nothing_narrowed") : t("nothing", { q: found().q });
  };
  return (
    <>
      <Show when={found().straightTo}>
        {(url) => (
          <p class="straight">
            <a class="button" href={url()[locale]}>
              {t("straight")}: {found().q}
            </a>
          </p>
        )}
      </Show>
      <div class="found">
        <h2 aria-live="polite">{heading()}</h2>
        <Show when={found().pages > 1}>
          <span class="count">{t("page_of", { page: found().page, pages: found().pages })}</span>
        </Show>
      </div>
      <Show when={found().isSimpler}>
        <p class="note">{t("simpler")}</p>
      </Show>
      <Show when={found().didYouMean}>
        {(other) => (
          <p class="did-you-mean">
            {t("did_you_mean")}{" "}
            <a link href={props.anew(other())}>
              {other()}
            </a>
            ?
          </p>
        )}
      </Show>
      <div class="search-split">
        <div class="beside">
          <Kinds counts={facets().kind} chosen={props.chosen.get("kind")} address={(kind) => props.address({ kind })} />
          <Show when={found().total > 0 || isNarrowed()}>
            <details class="narrowing" open={filters.some((name) => props.chosen.has(name))}>
              <summary>{t("narrow")}</summary>
              <form method="get" action={props.path}>
                <input type="hidden" name="q" value={found().q} />
                <Show when={props.chosen.get("kind")}>
                  {(kind) => <input type="hidden" name="kind" value={kind()} />}
                </Show>
                <ChoiceFilter
                  name="year"
                  label={t("year")}
                  chosen={props.chosen}
                  options={facets().year.map(({ value, count }) => ({ value, label: String(value), count }))}
                />
                <ChoiceFilter
                  name="body"
                  label={t("body")}
                  chosen={props.chosen}
                  options={facets().body.map(({ value, label, count }) => ({ value, label: say(label), count }))}
                />
                <ChoiceFilter
                  name="topic"
                  label={t("topic")}
                  chosen={props.chosen}
                  options={facets().topic.map(({ value, count }) => ({
                    value,
                    label: matters(`subject.${value}` as "subject.budget"),
                    count,
                  }))}
                />
                <DayFilter name="from" label={t("from")} value={props.chosen.get("from")} />
                <DayFilter name="until" label={t("until")} value={props.chosen.get("until")} />
                <ChoiceFilter
                  name="sort"
                  label={t("sort")}
                  chosen={props.chosen}
                  any={t("sort.best")}
                  options={[{ value: "newest", label: t("sort.newest") }]}
                />
                <p class="send">
                  <button class="button" type="submit">
                    {t("send")}
                  </button>
                  <Show when={isNarrowed()}>
                    <a link href={props.anew(found().q)}>
                      {t("clear")}
                    </a>
                  </Show>
                </p>
              </form>
            </details>
          </Show>
        </div>
        <div>
          <Show
            when={found().hits.length > 0}
            fallback={
              <NothingFound
                q={found().q}
                withoutFilters={isNarrowed() ? props.anew(found().q) : null}
                address={props.anew}
              />
            }
          >
            <Hits
              hits={found().hits.map((hit) => ({ ...hit, url: hit.url[locale] }))}
              start={(found().page - 1) * perPage + 1}
            />
            <Pagination
              page={found().page}
              pages={found().pages}
              address={(page) => props.address(page > 1 ? { page: String(page) } : {})}
            />
          </Show>
        </div>
      </div>
    </>
  );
}

function DayFilter(props: { name: string; label: string; value: string | null }) {
  return (
    <div class="field">
      <label for={props.name}>{props.label}</label>
      <input id={props.name} name={props.name} type="date" value={props.value ?? ""} />
    </div>
  );
}
