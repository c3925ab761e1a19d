import { createMemo, For, onCleanup, onMount, type ParentProps, Show } from "solid-js";
import { accountsPaths } from "../../server/features/accounts/accounts.paths.shared.ts";
import { finderPath } from "../../server/features/finder/finder.paths.shared.ts";
import { shortcutsPath } from "../../server/features/shortcuts/shortcuts.paths.shared.ts";
import { workspaceHome } from "../../server/workspace/home.shared.ts";
import { useT } from "../lib/i18n.ts";
import { useLocalized } from "../lib/localized.ts";
import { Emblem } from "../ui/emblem.tsx";
import { SearchBox } from "./frame/search-box.tsx";
import { listenForShortcuts } from "./frame/shortcut-keys.ts";
import { useWorkspace } from "./workspace.tsx";

/** Around every page: whose workspace it is, where one can go, who one is. */
export function Frame(props: ParentProps) {
  const t = useT("workspace");
  const common = useT();
  const { page } = useWorkspace();
  const { say } = useLocalized();
  onMount(() => {
    if (page.account) onCleanup(listenForShortcuts(shortcutsPath[page.locale]));
  });
  return (
    <>
      <a class="skip" href="#main">
        {common("site.skip")}
      </a>
      <header>
        <Show when={page.council.isExample}>
          <div class="band">
            <div class="wrap">
              <p>{common("site.example", { municipality: say(page.council.names.municipality) })}</p>
            </div>
          </div>
        </Show>
        <div class="desk-top">
          <a class="desk-name" href={page.account ? workspaceHome[page.locale] : page.locale === "en" ? "/en/" : "/"}>
            <Emblem name={page.council.emblem} picture={page.council.emblemPicture} />
            <span>
              <b>{say(page.council.names.council)}</b>
              <span>{t("name")}</span>
            </span>
          </a>
          <Show when={page.account} fallback={<OtherLanguage />}>
            {(account) => (
              <>
                <SearchBox />
                <AccountMenu name={account().name} />
              </>
            )}
          </Show>
        </div>
      </header>
      <div class="desk" classList={{ alone: page.navigation.length === 0 }}>
        <Show when={page.navigation.length > 0}>
          <Navigation />
        </Show>
        {props.children}
      </div>
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
        <nav aria-label={t("navigation")}>
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
      <a class="desk-find" href={finderPath[page.locale]}>
        {t("search_link")}
      </a>
    </div>
  );
}

function OtherLanguage() {
  const common = useT();
  const { page } = useWorkspace();
  const other = page.locale === "sq" ? "en" : "sq";
  return (
    <p class="desk-account">
      <a href={page.here[other]} hreflang={other} lang={other}>
        {common("site.other_language")}
      </a>
    </p>
  );
}

/** The other language is the same page; who signs out leaves nothing behind. */
function AccountMenu(props: { name: string }) {
  const t = useT("workspace");
  const common = useT();
  const { page } = useWorkspace();
  const other = page.locale === "sq" ? "en" : "sq";
  return (
    <details class="desk-account desk-fold">
      <summary>{t("account")}</summary>
      <ul>
        <li>
          <a href={page.locale === "en" ? "/en/" : "/"}>{t("public_site")}</a>
        </li>
        <li>
          <a href={page.here[other]} hreflang={other} lang={other}>
            {common("site.other_language")}
          </a>
        </li>
        <li>
          <a href={shortcutsPath[page.locale]}>{t("keyboard")}</a>
        </li>
        <li>
          <a href={accountsPaths.own[page.locale]}>{props.name}</a>
        </li>
        <li>
          <form method="post" action={accountsPaths.signOut[page.locale]}>
            <button type="submit">{t("sign_out")}</button>
          </form>
        </li>
      </ul>
    </details>
  );
}
