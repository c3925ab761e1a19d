import { Match, Switch } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { formatTime } from "../../ui/format.ts";
import type { Keeping } from "./autosave.ts";

/** Says, also to screen readers, whether what is typed is kept, and why not. */
export function KeepingLine(props: { keeping: Keeping }) {
  const t = useT("editing");
  const state = () => props.keeping.state;
  return (
    <span class="keeping" role="status">
      <Switch>
        <Match when={state() === "saving"}>{t("saving")}</Match>
        <Match when={state() === "offline"}>{t("kept_offline")}</Match>
        <Match when={state() === "signed_out"}>{t("kept_signed_out")}</Match>
        <Match when={state() === "refused"}>{t("kept_refused")}</Match>
        <Match when={state() === "not_kept"}>
          {(props.keeping as { why: string }).why} {t("kept_on_device")}
        </Match>
        <Match when={state() === "kept"}>{t("kept", { time: formatTime((props.keeping as { at: string }).at) })}</Match>
      </Switch>
    </span>
  );
}
