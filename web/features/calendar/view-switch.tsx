import { For, Show } from "solid-js";
import { type CalendarView, calendarViews } from "../../../server/features/calendar/calendar.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatMonth } from "../../ui/format.ts";
import { calendarAddress } from "./calendar-address.ts";
import type { ShownSheet } from "./calendar-query.ts";
import { otherMonth } from "./days.ts";

/** Month, list or year, and the way to the sheets before and after this one. */
export function ViewSwitch(props: { sheet: ShownSheet }) {
  const t = useT("calendar");
  const { locale } = usePage();
  const thisYear = () => Number(props.sheet.today.slice(0, 4));
  const address = (view: CalendarView) => {
    const { month, year } = props.sheet;
    if (view === "month") return calendarAddress(props.sheet, locale, { view, month: month ?? monthOf(year) });
    return calendarAddress(props.sheet, locale, { view, year: view === "list" && year === thisYear() ? null : year });
  };
  const monthOf = (year: number | null) => (year && year !== thisYear() ? `${year}-01` : null);
  return (
    <div class="calendar-bar">
      <nav aria-label={t("views")}>
        <ul class="views">
          <For each={calendarViews}>
            {(view) => (
              <li>
                <a link href={address(view)} aria-current={view === props.sheet.view ? "page" : undefined}>
                  {t(`view.${view}`)}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <Turning sheet={props.sheet} />
    </div>
  );
}

/** Nobody is led to months and years before the first meeting and after the last one's year. */
function Turning(props: { sheet: ShownSheet }) {
  const t = useT("calendar");
  const { locale } = usePage();
  const years = () => [...props.sheet.options.years.map(({ value }) => value), Number(props.sheet.today.slice(0, 4))];
  const isKnown = (year: number) => year >= Math.min(...years()) && year <= Math.max(...years());
  const turned = (steps: number) => {
    const { view, month, year } = props.sheet;
    if (view === "month" && month) {
      const other = otherMonth(month, steps);
      if (!isKnown(Number(other.slice(0, 4)))) return null;
      return {
        label: formatMonth(`${other}-01`, locale),
        href: calendarAddress(props.sheet, locale, { view, month: other }),
      };
    }
    if (year === null || !isKnown(year + steps)) return null;
    return { label: String(year + steps), href: calendarAddress(props.sheet, locale, { view, year: year + steps }) };
  };
  const now = () => {
    const { view, month, year, today } = props.sheet;
    if (view === "month") return month !== today.slice(0, 7) ? t("this_month") : null;
    if (view === "year") return year !== Number(today.slice(0, 4)) ? t("this_year") : null;
    return year !== null ? t("ahead") : null;
  };
  return (
    <nav class="turning" aria-label={t("turning")}>
      <Show when={turned(-1)}>
        {(before) => (
          <a link rel="prev" href={before().href}>
            {before().label}
          </a>
        )}
      </Show>
      <Show when={now()}>
        {(label) => (
          <a link href={calendarAddress(props.sheet, locale, { view: props.sheet.view })}>
            {label()}
          </a>
        )}
      </Show>
      <Show when={turned(1)}>
        {(after) => (
          <a link rel="next" href={after().href}>
            {after().label}
          </a>
        )}
      </Show>
    </nav>
  );
}
