import { createMemo, For, onCleanup, onMount, type ParentProps, Show } from "solid-js";
import { finderPath } from "../../server/features/finder/finder.paths.shared.ts";
import { shortcutsPath } from "../../server/features/shortcuts/shortcuts.paths.shared.ts";
import { useT } from "../lib/i18n.ts";
import { useLocalized } from "../lib/localized.ts";
import { useAccountPaths } from "./account-paths.ts";
import { forgetTyped, settleTyped } from "./forms/keep-typed.ts";
import { ConnectionBand } from "./frame/connection-band.tsx";
import { Name } from "./frame/name.tsx";
import { SearchBox } from "./frame/search-box.tsx";
import { listenForShortcuts } from "./frame/shortcut-keys.ts";
import { VisitBand } from "./frame/visit-band.tsx";
import { useWorkspace } from "./workspace.tsx";

/** Around every page: whose workspace it is, where one can go, who one is. */
export function Frame(props: ParentProps) {
  const common = useT();
  const { page } = useWorkspace();
  const { say } = useLocalized();
  const isInside = page.account !== null || page.visit !== null;
  onMount(() => {
    settleTyped(page);
    if (page.council && isInside) onCleanup(listenForShortcuts(shortcutsPath[page.locale]));
  });
  return (
    <>
      <a class="skip" href="#main">
        {common("site.skip")}
      </a>
      <header>
        <Show when={page.council?.isExample ? page.council : null}>
          {(council) => (
            <div class="band">
              <div class="wrap">
                <p>{common("site.example", { municipality: say(council().names.municipality) })}</p>
              </div>
            </div>
          )}
        </Show>
        <VisitBand />
        <div class="desk-top">
          <Name />
          <Show when={isInside} fallback={<OtherLanguage />}>
            <Show when={page.council}>
              <SearchBox />
            </Show>
            <AccountMenu />
          </Show>
        </div>
      </header>
      <div class="desk" classList={{ alone: page.navigation.length === 0 }}>
        <Show when={page.navigation.length > 0}>
          <Navigation />
        </Show>
        {props.children}
      </div>
      <ConnectionBand />
    </>
  );
}

/** All places by group; on a narrow screen folded behind the name of the current one. */
function Navigation() {
  const t = useT("workspace");
  const { page } = useWorkspace();
  const place = createMemo(
    () => page.navigation.flatMap(({ links }) => links).findLast(({ current }) => current)?.label,
  );
  return (
    <div class="desk-bar">
      <details class="desk-menu desk-fold">
        <summary>{place() ? t("menu_at", { place: place() }) : t("menu")}</summary>
        <nav aria-label={page.council ? t("navigation") : t("console")}>
          <For each={page.navigation}>
            {({ label, links }, at) => (
              <>
                <h2 id={`places-${at()}`}>{label}</h2>
                <ul aria-labelledby={`places-${at()}`}>
                  <For each={links}>
                    {({ href, label, current }) => (
                      <li>
                        <a href={href} aria-current={current}>
                          {label}
                        </a>
                      </li>
                    )}
                  </For>
                </ul>
              </>
            )}
          </For>
        </nav>
      </details>
      <Show when={page.council}>
        <search class="desk-find">
          <a href={finderPath[page.locale]}>{t("search_link")}</a>
        </search>
      </Show>
    </div>
  );
}

function OtherLanguage() {
  const common = useT();
  const { page } = useWorkspace();
  const other = page.locale === "sq" ? "en" : "sq";
  return (
    <p class="desk-account">
      <a href={page.here[other] + page.asked} hreflang={other} lang={other}>
        {common("site.other_language")}
      </a>
    </p>
  );
}

/** The other language is the same page; who signs out leaves nothing behind. */
function AccountMenu() {
  const t = useT("workspace");
  const common = useT();
  const { page } = useWorkspace();
  const paths = useAccountPaths();
  const other = page.locale === "sq" ? "en" : "sq";
  return (
    <details class="desk-account desk-fold">
      <summary>{t("account")}</summary>
      <ul>
        <Show when={page.council}>
          <li>
            <a href={page.locale === "en" ? "/en/" : "/"}>{t("public_site")}</a>
          </li>
        </Show>
        <li>
          <a href={page.here[other] + page.asked} hreflang={other} lang={other}>
            {common("site.other_language")}
          </a>
        </li>
        <Show when={page.council}>
          <li>
            <a href={shortcutsPath[page.locale]}>{t("keyboard")}</a>
          </li>
        </Show>
        <Show when={page.account}>
          {(account) => (
            <>
              <li>
                <a href={paths.own[page.locale]}>{account().name}</a>
              </li>
              <li>
                <form method="post" action={paths.signOut[page.locale]} onSubmit={() => forgetTyped(page)}>
                  <button type="submit">{t("sign_out")}</button>
                </form>
              </li>
            </>
          )}
        </Show>
      </ul>
    </details>
  );
}
