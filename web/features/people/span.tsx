import { Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { formatDay } from "../../ui/format.ts";

/** From when to when: “që nga 01.08.2023”, “01.08.2023 – 31.01.2025”. */
export function Days(props: { beginsOn: string; endsOn: string | null }) {
  const t = useT("people");
  return (
    <Show when={props.endsOn} fallback={t("since", { date: formatDay(props.beginsOn) })}>
      {(last) => `${formatDay(props.beginsOn)} – ${formatDay(last())}`}
    </Show>
  );
}
