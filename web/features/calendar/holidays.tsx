import { For, Show } from "solid-js";
import type { CalendarHoliday } from "../../../server/features/calendar/calendar.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay, formatWeekday } from "../../ui/format.ts";

/** What is celebrated, whether the day stands for one on a weekend, and whether it may still change. */
export function HolidayName(props: { holiday: CalendarHoliday }) {
  const t = useT("calendar");
  const { say, lang } = useLocalized();
  return (
    <>
      <span lang={lang(props.holiday.name)}>{say(props.holiday.name)}</span>
      <Show when={props.holiday.inLieuOf}>{(day) => <> ({t("in_lieu", { date: formatDay(day()) })})</>}</Show>
      <Show when={props.holiday.isEstimated}> {t("estimated")}</Show>
    </>
  );
}

/** A year's days off, for who plans; the periods of the law skip them. */
export function Holidays(props: { holidays: readonly CalendarHoliday[] }) {
  const t = useT("calendar");
  const { locale } = usePage();
  return (
    <Show when={props.holidays.length > 0}>
      <details class="holidays">
        <summary>{t("holidays", { count: props.holidays.length })}</summary>
        <ul>
          <For each={props.holidays}>
            {(holiday) => (
              <li>
                <time datetime={holiday.day}>
                  {formatDay(holiday.day)}, {formatWeekday(holiday.day, locale)}
                </time>
                : <HolidayName holiday={holiday} />
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  );
}
