import { For, Show } from "solid-js";
import { accountsPaths } from "../../../server/features/accounts/accounts.paths.shared.ts";
import type { Users } from "../../../server/features/accounts/users.workspace.ts";
import { useT } from "../../lib/i18n.ts";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { Form, Hidden } from "../ui/form.tsx";
import { useReading } from "../ui/reading.tsx";
import { useWorkspace } from "../workspace.tsx";

/** Who of those that run the portal was here, and why; the council may show them out. */
export function VisitsSection(props: { visits: Users["visits"] }) {
  const t = useT("accounts");
  const { page } = useWorkspace();
  return (
    <section aria-labelledby="visits">
      <div class="bar">
        <h2 id="visits">{t("visits")}</h2>
      </div>
      <p>{t("visits_text")}</p>
      <Show when={props.visits.length > 0} fallback={<p class="hint">{t("no_visits")}</p>}>
        <ul class="rows">
          <For each={props.visits}>
            {(visit) => (
              <li>
                <div>
                  <b>{visit.name}</b>{" "}
                  <Show when={visit.isOpen}>
                    <span class="tag warn">{t("visit_open")}</span>
                  </Show>
                  <p>{visit.reason}</p>
                  <p class="hint">
                    {t("visit_when", {
                      day: formatInstantDay(visit.enteredAt),
                      from: formatTime(visit.enteredAt),
                      until: formatTime(visit.until),
                    })}
                  </p>
                </div>
                <Show when={visit.isOpen && !useReading()}>
                  <Form name={`end-visit-${visit.id}`} class="row-form" action={accountsPaths.endVisit[page.locale]}>
                    <Hidden name="visit" value={visit.id} />
                    <button class="button plain" type="submit" aria-label={t("visit_end_named", { name: visit.name })}>
                      {t("visit_end")}
                    </button>
                  </Form>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
