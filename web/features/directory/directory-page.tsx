import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { parts } from "../../../server/features/elements/catalogue.shared.ts";
import { plainPages } from "../../../server/pages/page-routes.shared.ts";
import { body, councilsApi, pageQuery } from "../../lib/api.ts";
import { useDescription, useTitle } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Emblem } from "../../ui/emblem.tsx";
import { SearchBox } from "../../ui/search-box.tsx";
import { otherLocale } from "../site/site-paths.ts";
import { CouncilLinks } from "./council-links.tsx";

const getCouncils = pageQuery(async () => (await body(await councilsApi.index.$get()))?.councils ?? [], "councils");

const counties = [
  ...(["berat", "diber", "durres", "elbasan", "fier", "gjirokaster"] as const),
  ...(["korce", "kukes", "lezhe", "shkoder", "tirane", "vlore"] as const),
];

/** Every council that is served here, by county, and what a council's site is. */
export default function DirectoryPage() {
  const common = useT();
  const t = useT("directory");
  const search = useT("search");
  const { locale } = usePage();
  const other = otherLocale(locale);
  const councils = createAsync(() => getCouncils(), { initialValue: [] });
  const real = () => councils().filter(({ isExample }) => !isExample);
  const examples = () => councils().filter(({ isExample }) => isExample);
  useTitle(() => common("apex.name"));
  if (import.meta.env.SSR) useDescription(() => t("lead"));
  return (
    <>
      <header class="apex">
        <div class="top">
          <div class="wrap">
            <span>e-Këshilli</span>
            <a href={plainPages.home[other]} hreflang={other} lang={other}>
              {common("site.other_language")}
            </a>
          </div>
        </div>
      </header>
      <main id="main" tabindex="-1" class="page wrap stack">
        <div class="apex-head">
          <Emblem name="default" />
          <div>
            <h1>{t("title")}</h1>
            <p class="lead">{t("lead")}</p>
          </div>
        </div>
        <section aria-labelledby="everywhere">
          <div class="bar">
            <h2 id="everywhere">{search("everywhere")}</h2>
          </div>
          <search class="search-form">
            <form method="get" action={plainPages.search[locale]}>
              <SearchBox id="q" label={search("question")} />
            </form>
          </search>
        </section>
        <Show when={examples().length > 0}>
          <section aria-labelledby="examples">
            <div class="bar">
              <h2 id="examples">{t("examples")}</h2>
            </div>
            <p class="aside">{t("examples_text")}</p>
            <CouncilLinks councils={examples()} />
          </section>
        </Show>
        <section aria-labelledby="counties">
          <div class="bar">
            <h2 id="counties">{t("by_county")}</h2>
            <span>{real().length > 0 ? t("served", { count: real().length }) : t("none_served")}</span>
          </div>
          <ul class="counties">
            <For each={counties}>
              {(county) => {
                const here = () => real().filter((council) => council.county === county);
                return (
                  <li>
                    <h3>{t(`county.${county}`)}</h3>
                    <Show when={here().length > 0} fallback={<p class="unknown">{t("county_empty")}</p>}>
                      <CouncilLinks councils={here()} />
                    </Show>
                  </li>
                );
              }}
            </For>
          </ul>
        </section>
        <section aria-labelledby="what">
          <div class="bar">
            <h2 id="what">{t("what")}</h2>
            <span>{parts.map((part) => part.short[locale]).join(" · ")}</span>
          </div>
          <ul class="facts-three">
            <For each={["elements", "languages", "open"] as const}>
              {(fact) => (
                <li>
                  <h3>{t(`what_${fact}`)}</h3>
                  <p>{t(`what_${fact}_text`)}</p>
                </li>
              )}
            </For>
          </ul>
        </section>
      </main>
      <footer class="foot">
        <div class="wrap">
          <p class="colophon">{common("foot.product")}</p>
        </div>
      </footer>
    </>
  );
}
