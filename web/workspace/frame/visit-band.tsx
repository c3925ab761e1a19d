import { Show } from "solid-js";
import { accountsPaths } from "../../../server/features/accounts/accounts.paths.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { formatTime } from "../../ui/format.ts";
import { forgetTyped } from "../forms/keep-typed.ts";
import { useWorkspace } from "../workspace.tsx";

/** An operator never forgets where they are, nor why, nor how to leave. */
export function VisitBand() {
  const t = useT("workspace");
  const { page } = useWorkspace();
  return (
    <Show when={page.visit}>
      {(visit) => (
        <div class="visit-band" role="note">
          <p>
            <b>{t("visit", { name: visit().name, time: formatTime(visit().until) })}</b> {visit().reason}
          </p>
          <form method="post" action={accountsPaths.signOut[page.locale]} onSubmit={() => forgetTyped(page)}>
            <button class="button plain" type="submit">
              {t("visit_leave")}
            </button>
          </form>
        </div>
      )}
    </Show>
  );
}
