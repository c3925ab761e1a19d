import { createSignal, onMount, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useAccountPaths } from "../account-paths.ts";
import { settleTyped } from "../forms/keep-typed.ts";
import { TypedWords } from "../ui/typed-words.tsx";
import { useWorkspace } from "../workspace.tsx";

/**
 * Whoever sent a form after the session had ended is told so. Where this device has kept it, it waits in its form; else
 * what was typed stands here.
 */
export function SessionEnded() {
  const t = useT("workspace");
  const { page } = useWorkspace();
  const paths = useAccountPaths();
  const [waits, setWaits] = createSignal(false);
  onMount(() => setWaits(settleTyped(page)));
  const typed = page.form?.name === "ended" ? page.form.values : null;
  return (
    <Show
      when={waits()}
      fallback={
        <Show when={typed}>
          {(values) => (
            <div class="problem" role="alert" tabindex="-1" autofocus>
              <h2>{t("ended")}</h2>
              <p>{t("ended_lead")}</p>
              <p>
                <a href={paths.signIn[page.locale]} target="_blank" rel="noopener">
                  {t("ended_beside")}
                </a>{" "}
                {t("ended_again")}
              </p>
              <TypedWords values={values()} />
            </div>
          )}
        </Show>
      }
    >
      <p class="note" role="status">
        {t("typed_waits")}
      </p>
    </Show>
  );
}
