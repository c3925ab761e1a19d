import { createMemo, For, Show } from "solid-js";
import type { CalendarHoliday } from "../../../server/features/calendar/calendar.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatWeekday } from "../../ui/format.ts";
import type { ShownSheet } from "./calendar-query.ts";
import { daysOfMonth, type Note, notesByDay, weekdayNumber } from "./days.ts";
import { HolidayName } from "./holidays.tsx";
import { useNoteItem } from "./note-item.tsx";

/** Any week names its days; this one begins on a Monday. */
const week = ["05", "06", "07", "08", "09", "10", "11"].map((day) => `2026-01-${day}`);

/**
 * A month as on the wall. To a reader of it it is a list of the days on which something is; the squares of the empty ones
 * are only drawn. On a telephone they are left out.
 */
export function MonthSheet(props: { sheet: ShownSheet }) {
  const t = useT("calendar");
  const { locale } = usePage();
  // A day comes with what is on it: asked for apart, it would be told the month before while the next one is turned to.
  const days = createMemo(() => {
    const { month, meetings, periods, holidays } = props.sheet;
    const notes = notesByDay(meetings, periods);
    return daysOfMonth(month!).map((day) => ({
      ...{ day, notes: notes.get(day) ?? [] },
      holidays: holidays.filter((holiday) => holiday.day === day),
    }));
  });
  return (
    <div class="month-sheet">
      <ol class="week" aria-hidden="true">
        <For each={week}>{(day) => <li>{formatWeekday(day, locale)}</li>}</For>
      </ol>
      <ol class="month">
        <For each={days()}>{(day) => <Day {...day} today={props.sheet.today} todayLabel={t("today")} />}</For>
      </ol>
    </div>
  );
}

interface DayProps {
  day: string;
  today: string;
  notes: readonly Note[];
  holidays: readonly CalendarHoliday[];
  todayLabel: string;
}

function Day(props: DayProps) {
  const { locale } = usePage();
  const { onDay } = useNoteItem();
  const isToday = () => props.day === props.today;
  const isEmpty = () => props.notes.length + props.holidays.length === 0 && !isToday();
  return (
    <li
      classList={{
        today: isToday(),
        past: props.day < props.today,
        off: props.holidays.length > 0 || weekdayNumber(props.day) > 5,
        vacant: isEmpty(),
      }}
      data-weekday={weekdayNumber(props.day)}
      aria-hidden={isEmpty() || undefined}
    >
      <p class="day-number">
        <time datetime={props.day}>
          <b>{Number(props.day.slice(8))}</b> <span>{formatWeekday(props.day, locale)}</span>
        </time>
        <Show when={isToday()}>
          <em>{props.todayLabel}</em>
        </Show>
      </p>
      <For each={props.holidays}>
        {(holiday) => (
          <p class="holiday">
            <HolidayName holiday={holiday} />
          </p>
        )}
      </For>
      <Show when={props.notes.length > 0}>
        <ul>
          <For each={props.notes}>{(note) => onDay(note, props.today)}</For>
        </ul>
      </Show>
    </li>
  );
}
