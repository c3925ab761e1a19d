import { createSignal, onMount, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { settleTyped } from "../forms/keep-typed.ts";
import { TypedWords } from "../ui/typed-words.tsx";
import { useWorkspace } from "../workspace.tsx";

/** What was typed into a form that was sent after the session had ended, and whether it waits in its form on this device. */
export function createEnded() {
  const { page } = useWorkspace();
  const [waits, setWaits] = createSignal(false);
  onMount(() => setWaits(settleTyped(page)));
  const typed = page.form?.name === "ended" ? page.form.values : null;
  return {
    waits,
    typed,
    /** Only this page has it: whoever signs in stays here, so that the browser can send it once more. */
    isHereAlone: () => typed !== null && !waits(),
  };
}

/**
 * Whoever sent a form after the session had ended is told so. Where this device has kept it, it waits in its form; else
 * what was typed stands here.
 */
export function SessionEnded(props: { ended: ReturnType<typeof createEnded> }) {
  const t = useT("workspace");
  const { waits, typed } = props.ended;
  return (
    <Show
      when={waits()}
      fallback={
        <Show when={typed}>
          {(values) => (
            <div class="problem" role="alert" tabindex="-1" autofocus>
              <h2>{t("ended")}</h2>
              <p>{t("ended_lead")}</p>
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
