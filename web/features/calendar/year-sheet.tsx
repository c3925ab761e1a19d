import { createMemo, For, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay, formatMonth } from "../../ui/format.ts";
import { calendarAddress } from "./calendar-address.ts";
import type { ShownSheet } from "./calendar-query.ts";
import { daysOfMonth, monthsOf, type Note, notesByDay, notesOfMonth, weekdayNumber } from "./days.ts";
import { Holidays } from "./holidays.tsx";
import { NoteLine } from "./month-sheet.tsx";

/** A year on one sheet: twelve small months with their days marked, and below each what is on them. */
export function YearSheet(props: { sheet: ShownSheet }) {
  const t = useT("calendar");
  const { locale } = usePage();
  // As in a month: each comes with what is on it.
  const months = createMemo(() => {
    const { year, meetings, periods, holidays } = props.sheet;
    const marked = notesByDay(meetings, periods);
    const off = new Set(holidays.map(({ day }) => day));
    return monthsOf(year!).map((month) => ({ month, marked, off, notes: notesOfMonth(marked, month) }));
  });
  return (
    <>
      <ol class="year">
        <For each={months()}>
          {({ month, notes, marked, off }) => (
            <li>
              <h3>
                <a link class="quiet" href={calendarAddress(props.sheet, locale, { view: "month", month })}>
                  {formatMonth(`${month}-01`, locale)}
                </a>
              </h3>
              <SmallMonth month={month} today={props.sheet.today} notes={marked} off={off} />
              <Show when={notes.length > 0} fallback={<p class="hidden-visually">{t("nothing_that_month")}</p>}>
                <ul>
                  <For each={notes}>
                    {(note) => (
                      <li>
                        <time datetime={note.day}>{formatDay(note.day)}</time>{" "}
                        <NoteLine note={note} today={props.sheet.today} hasPlace />
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
  notes: ReadonlyMap<string, Note[]>;
  off: ReadonlySet<string>;
}

/** Only drawn: what it shows stands below it in words. The first day says where the week begins; the others follow. */
function SmallMonth(props: SmallMonthProps) {
  const first = weekdayNumber(`${props.month}-01`);
  const marksOf = (day: string, at: number) => {
    const isOff = props.off.has(day) || (first + at - 1) % 7 > 4;
    return [props.notes.has(day) && "marked", day === props.today && "today", isOff && "off"].filter(Boolean).join(" ");
  };
  return (
    <ol class="small-month" aria-hidden="true">
      <For each={daysOfMonth(props.month)}>
        {(day, at) => (
          <li data-weekday={at() === 0 ? first : undefined} class={marksOf(day, at()) || undefined}>
            {at() + 1}
          </li>
        )}
      </For>
    </ol>
  );
}
