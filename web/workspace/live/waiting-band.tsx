import { For, Match, Show, Switch } from "solid-js";
import { accountsPaths } from "../../../server/features/accounts/accounts.paths.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatTime } from "../../ui/format.ts";
import { useConsole } from "./console.ts";
import { useNames } from "./names.ts";
import { AskedButton, StepButton } from "./small.tsx";

/** What waits for the connection, what was refused and why, and what becomes of the rest. */
export function WaitingBand() {
  const t = useT("sitting");
  const { locale } = usePage();
  const { queue, connection, told, keeps, decide } = useConsole();
  const { sentence } = useNames();
  const waits = () => queue().waiting.length;
  return (
    <div class="console-band" aria-live="polite">
      <Show when={told()}>
        {(why) => (
          <div class="note bad">
            <p>{why()}</p>
            <button class="quiet-button" type="button" onClick={() => decide("read")}>
              {t("read")}
            </button>
          </div>
        )}
      </Show>
      <Show when={queue().refusal}>
        {(refusal) => (
          <div class="note bad" role="alert">
            <p>
              <b>{t("refused", { step: sentence(refusal().waiting) })}</b>
            </p>
            <p>{refusal().why}</p>
            <div class="buttons">
              <Show
                when={refusal().stops}
                fallback={
                  <button class="quiet-button" type="button" onClick={() => decide("read")}>
                    {t("read")}
                  </button>
                }
              >
                <StepButton look="plain" onPress={() => decide("let_go")}>
                  {t("let_go", { count: waits() - 1 })}
                </StepButton>
                <StepButton look="quiet" onPress={() => decide("try_again")}>
                  {t("try_again")}
                </StepButton>
                <AskedButton
                  look="quiet"
                  ask={t("let_all_go_ask", { count: waits() })}
                  yes={t("let_all_go_yes")}
                  onPress={() => decide("let_all_go")}
                >
                  {t("let_all_go")}
                </AskedButton>
              </Show>
            </div>
          </div>
        )}
      </Show>
      <Switch>
        <Match when={connection() === "signed_out"}>
          <div class="note warn">
            <p>
              <b>{t("signed_out")}</b> {t("signed_out_text")}
            </p>
            <p>
              <a href={accountsPaths.signIn[locale]} target="_blank" rel="noopener">
                {t("sign_in")}
              </a>
            </p>
          </div>
        </Match>
        <Match when={connection() === "lost"}>
          <div class="note warn">
            <p>
              <b>{waits() > 0 ? t("waiting", { count: waits() }) : t("lost")}</b>{" "}
              {t(keeps() ? "lost_text" : "lost_open")}
            </p>
            <Show when={waits() > 0}>
              <details>
                <summary>{t("waiting_which")}</summary>
                <ol class="bullets">
                  <For each={queue().waiting}>
                    {(one) => (
                      <li>
                        {formatTime(one.at)} {sentence(one)}
                      </li>
                    )}
                  </For>
                </ol>
              </details>
            </Show>
          </div>
        </Match>
      </Switch>
    </div>
  );
}
