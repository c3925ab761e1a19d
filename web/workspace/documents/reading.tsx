import { Show } from "solid-js";
import type { TextReading } from "../../../server/features/document-texts/document-texts.shared.ts";
import { useT } from "../../lib/i18n.ts";

const signs = { waiting: "none", read: "good", recognised: "good", scanned: "warn", unreadable: "bad" } as const;
/** Pages that are named one by one; a longer list would not be read. */
const named = 12;

/** Whether search finds what stands in a file, and if not, why. */
export function Reading(props: { reading: TextReading }) {
  const t = useT("documents");
  const { state, reason, pictures, recognised, isWhole } = props.reading;
  const isFound = state === "read" || state === "recognised";
  const pages = pictures.slice(0, named).join(", ") + (pictures.length > named ? " …" : "");
  return (
    <Show when={state !== "not_asked"}>
      <p class="facts">
        <span class={`tag ${signs[state as keyof typeof signs]}`}>{t(`reading_${state as keyof typeof signs}`)}</span>{" "}
        <Show when={state === "unreadable"}>{t(`unreadable_${reason!}`)}</Show>
        <Show when={state === "scanned"}>{t("reading_scanned_do")}</Show>
        <Show when={state === "waiting"}>{t("reading_waiting_hint")}</Show>
        <Show when={recognised > 0}>{t("reading_by_machine", { count: recognised })} </Show>
        <Show when={isFound && pictures.length > 0}>{t("reading_pictures", { count: pictures.length, pages })} </Show>
        <Show when={isFound && !isWhole}>{t("reading_rest")}</Show>
      </p>
    </Show>
  );
}
