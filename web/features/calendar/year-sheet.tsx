import { createMemo, For, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatMonth } from "../../ui/format.ts";
import { calendarAddress } from "./calendar-address.ts";
import type { ShownSheet } from "./calendar-query.ts";
import { daysOfMonth, monthsOf, weekdayNumber } from "./days.ts";
import { Holidays } from "./holidays.tsx";
import { useNoteItem } from "./note-item.tsx";

/** A year on one sheet: twelve small months with their days marked, and below each what is on them. */
export function YearSheet(props: { sheet: ShownSheet }) {
  const t = useT("calendar");
  const { locale } = usePage();
  const { inYear } = useNoteItem();
  // As in a month: each comes with what is on it.
  const months = createMemo(() => {
    const { year, meetings, holidays, begins, ends } = props.sheet;
    const marked = new Set([...meetings.map(({ day }) => day), ...begins, ...ends]);
    const off = new Set(holidays.map(({ day }) => day));
    return monthsOf(year!).map((month) => {
      const within = (days: readonly string[]) => days.filter((day) => day.startsWith(month)).length;
      const held = meetings.filter(({ day }) => day.startsWith(month));
      return { month, marked, off, held, begins: within(begins), ends: within(ends) };
    });
  });
  const commentDays = (begins: number, ends: number) => [
    ...(begins > 0 ? [t("begins", { count: begins })] : []),
    ...(ends > 0 ? [t("ends", { count: ends })] : []),
  ];
  return (
    <>
      <ol class="year">
        <For each={months()}>
          {({ month, held, marked, off, begins, ends }) => (
            <li>
              <h3>
                <a link class="quiet" href={calendarAddress(props.sheet, locale, { view: "month", month })}>
                  {formatMonth(`${month}-01`, locale)}
                </a>
              </h3>
              <SmallMonth month={month} today={props.sheet.today} marked={marked} off={off} />
              <Show
                when={held.length + begins + ends > 0}
                fallback={<p class="hidden-visually">{t("nothing_that_month")}</p>}
              >
                <ul>
                  <For each={held}>{(meeting) => inYear(meeting, props.sheet.today)}</For>
                  <For each={commentDays(begins, ends)}>
                    {(line) => (
                      <li>
                        <a link href={calendarAddress(props.sheet, locale, { view: "month", month })}>
                          {line}
                        </a>
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
            </li>
          )}
        </For>
      </ol>
      <Holidays holidays={props.sheet.holidays} />
    </>
  );
}

interface SmallMonthProps {
  month: string;
  today: string;
  marked: ReadonlySet<string>;
  off: ReadonlySet<string>;
}

/** Only drawn: what it shows stands below it in words. The first day says where the week begins; the others follow. */
function SmallMonth(props: SmallMonthProps) {
  const days = () => {
    const first = weekdayNumber(`${props.month}-01`);
    const drawn = daysOfMonth(props.month).map((day, at) => {
      const isOff = props.off.has(day) || (first + at - 1) % 7 > 4;
      const marks = `${props.marked.has(day) ? " marked" : ""}${day === props.today ? " today" : ""}${isOff ? " off" : ""}`;
      const looks = marks && ` class="${marks.slice(1)}"`;
      return `<li${at === 0 ? ` data-weekday="${first}"` : ""}${looks}>${at + 1}</li>`;
    });
    return drawn.join("");
  };
  // One text and not an element each: a year has 365, and nothing of them is ever changed by itself.
  return <ol class="small-month" aria-hidden="true" innerHTML={days()} />;
}
