import { Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { createConnection } from "../forms/connection.ts";

/** Says at the edge of the window that a form could not be sent, and sends it once that is possible. */
export function ConnectionBand() {
  const t = useT("workspace");
  const { connection, again } = createConnection();
  return (
    <div class="connection-band" aria-live="assertive">
      <Show when={connection() === "lost"}>
        <p class="note bad">{t("connection_lost")}</p>
      </Show>
      <Show when={connection() === "back"}>
        <p class="note">
          {t("connection_back")}{" "}
          <button type="button" onClick={again}>
            {t("connection_again")}
          </button>
        </p>
      </Show>
    </div>
  );
}
