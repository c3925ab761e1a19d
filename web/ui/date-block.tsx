import { Show } from "solid-js";
import { useT } from "../lib/i18n.ts";
import { usePage } from "../lib/page-context.tsx";
import { formatMonth, formatWeekday } from "./format.ts";

/** A day as on a calendar on the wall: the number large, month and weekday beneath. */
export function DateBlock(props: { date: string; time?: string }) {
  const t = useT();
  const { locale } = usePage();
  return (
    <time class="date-block" datetime={props.date}>
      <b>{Number(props.date.slice(8))}</b>
      <span>{formatMonth(props.date, locale)}</span>
      <span>
        {formatWeekday(props.date, locale)}
        <Show when={props.time}>{(time) => `, ${t("site.at", { time: time() })}`}</Show>
      </span>
    </time>
  );
}
