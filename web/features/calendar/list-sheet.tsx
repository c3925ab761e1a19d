import { For, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatMonth } from "../../ui/format.ts";
import { calendarAddress } from "./calendar-address.ts";
import type { ShownSheet } from "./calendar-query.ts";
import { MeetingList } from "./meeting-list.tsx";

/** What lies ahead and what was last; or a year, month by month. */
export function ListSheet(props: { sheet: ShownSheet }) {
  return (
    <Show when={props.sheet.year === null} fallback={<YearList sheet={props.sheet} />}>
      <Ahead sheet={props.sheet} />
    </Show>
  );
}

function Ahead(props: { sheet: ShownSheet }) {
  const t = useT("calendar");
  const { locale } = usePage();
  return (
    <div class="stack">
      <section aria-labelledby="ahead">
        <div class="bar">
          <h2 id="ahead">{t("ahead")}</h2>
          <span class="count">{t("meetings", { count: props.sheet.listed.length })}</span>
        </div>
        <Show when={props.sheet.listed.length > 0} fallback={<p class="aside">{t("nothing_ahead")}</p>}>
          <MeetingList meetings={props.sheet.listed} today={props.sheet.today} />
        </Show>
      </section>
      <Show when={props.sheet.past.length > 0}>
        <section aria-labelledby="past">
          <div class="bar">
            <h2 id="past">{t("past")}</h2>
            <span class="bar-links">
              <For each={props.sheet.options.years}>
                {({ value }) => (
                  <a link href={calendarAddress(props.sheet, locale, { view: "list", year: value })}>
                    {value}
                  </a>
                )}
              </For>
            </span>
          </div>
          <MeetingList meetings={props.sheet.past} today={props.sheet.today} />
        </section>
      </Show>
    </div>
  );
}

function YearList(props: { sheet: ShownSheet }) {
  const { locale } = usePage();
  const months = () => [...new Set(props.sheet.listed.map(({ day }) => day.slice(0, 7)))];
  const meetingsIn = (month: string) => props.sheet.listed.filter(({ day }) => day.startsWith(month));
  return (
    <div class="stack">
      <For each={months()}>
        {(month) => (
          <section aria-labelledby={`in-${month}`}>
            <div class="bar">
              <h2 id={`in-${month}`}>{formatMonth(`${month}-01`, locale)}</h2>
            </div>
            <MeetingList meetings={meetingsIn(month)} today={props.sheet.today} />
          </section>
        )}
      </For>
    </div>
  );
}
