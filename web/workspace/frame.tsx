import { For, type ParentProps, Show } from "solid-js";
import { accountsPaths } from "../../server/features/accounts/accounts.paths.shared.ts";
import { workspaceHome } from "../../server/workspace/home.shared.ts";
import { useT } from "../lib/i18n.ts";
import { useLocalized } from "../lib/localized.ts";
import { Emblem } from "../ui/emblem.tsx";
import { useWorkspace } from "./workspace.tsx";

/** Around every page: whose workspace it is, where one can go, who one is. */
export function Frame(props: ParentProps) {
  const t = useT("workspace");
  const common = useT();
  const { page } = useWorkspace();
  const { say } = useLocalized();
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
          <AccountMenu />
        </div>
      </header>
      <div class="desk" classList={{ alone: page.navigation.length === 0 }}>
        <Show when={page.navigation.length > 0}>
          <nav class="desk-nav" aria-label={t("navigation")}>
            <ul>
              <For each={page.navigation}>
                {({ href, label, current }) => (
                  <li>
                    <a href={href} aria-current={current}>
                      {label}
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </nav>
        </Show>
        {props.children}
      </div>
    </>
  );
}

/** The other language is the same page; who signs out leaves nothing behind. */
function AccountMenu() {
  const t = useT("workspace");
  const common = useT();
  const { page } = useWorkspace();
  const other = page.locale === "sq" ? "en" : "sq";
  return (
    <ul class="desk-account">
      <Show when={page.account}>
        <li>
          <a href={page.locale === "en" ? "/en/" : "/"}>{t("public_site")}</a>
        </li>
      </Show>
      <li>
        <a href={page.here[other]} hreflang={other} lang={other}>
          {common("site.other_language")}
        </a>
      </li>
      <Show when={page.account}>
        {(account) => (
          <>
            <li>
              <a href={accountsPaths.own[page.locale]}>{account().name}</a>
            </li>
            <li>
              <form method="post" action={accountsPaths.signOut[page.locale]}>
                <button type="submit">{t("sign_out")}</button>
              </form>
            </li>
          </>
        )}
      </Show>
    </ul>
  );
}
