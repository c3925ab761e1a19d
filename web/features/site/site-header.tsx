import { For, Show } from "solid-js";
import { NoHydration } from "solid-js/web";
import { parts } from "../../../server/features/elements/catalogue.shared.ts";
import type { Council } from "../../../server/features/settings/council.schema.ts";
import { type PageMatch, plainPages } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Emblem } from "../../ui/emblem.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { partCodeOf } from "./site-paths.ts";

/** Whose site this is, in which language, and the six parts of it. */
export function SiteHeader(props: { council: Council; match: PageMatch | null }) {
  const t = useT();
  const { HeadSearch, locale } = usePage();
  const { say } = useLocalized();
  const isHome = () => props.match?.page === "home";
  const municipality = () => say(props.council.names.municipality);
  return (
    <header classList={{ inner: !isHome() }}>
      <Show when={props.council.isExample || props.council.state === "onboarding"}>
        <div class="band">
          <div class="wrap">
            <Show when={props.council.isExample}>
              <p>{t("site.example", { municipality: municipality() })}</p>
            </Show>
            <Show when={props.council.state === "onboarding"}>
              <p>{t("site.onboarding")}</p>
            </Show>
          </div>
        </div>
      </Show>
      <div class="top">
        <div class="wrap">
          <Show when={props.council.contacts.municipalityWebsite} fallback={<span>{municipality()}</span>}>
            {(website) => <a href={website()}>{municipality()}</a>}
          </Show>
          <LanguageSwitch languages={props.council.languages} match={props.match} />
        </div>
      </div>
      <div class="mast">
        <div class="wrap">
          <Emblem name={props.council.emblem} picture={props.council.emblemPicture} />
          <div>
            <p class="for-print">{t("site.republic")}</p>
            <a link class="name" href={plainPages.home[locale]} aria-current={isHome() ? "page" : undefined}>
              {say(props.council.names.council)}
            </a>
            <Facts council={props.council} />
          </div>
          {/* The same on every page and without a state: the browser need not draw it again, nor load what would. */}
          <NoHydration>{HeadSearch?.({})}</NoHydration>
        </div>
      </div>
      <nav class="nav" aria-label={t("site.main_navigation")}>
        <ul class="wrap">
          <For each={parts}>
            {(part) => (
              <li>
                <a link href={part.path[locale]} aria-current={currency(props.match, part.code)}>
                  {part.short[locale]}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
    </header>
  );
}

/** `page` on the part's own page, `true` on every page below it. */
function currency(match: PageMatch | null, part: string) {
  if (partCodeOf(match) !== part) return undefined;
  return match?.page === "part" ? "page" : "true";
}

function Facts(props: { council: Council }) {
  const t = useT();
  const facts = () => {
    const { seats, units, term } = props.council.contacts;
    return [
      ...(seats ? [t("site.seats", { count: seats })] : []),
      ...(units?.length ? [t("site.units", { count: units.length })] : []),
      ...(term ? [t("site.term", { term })] : []),
    ].join(" · ");
  };
  return (
    <Show when={facts()}>
      <p class="facts">{facts()}</p>
    </Show>
  );
}
