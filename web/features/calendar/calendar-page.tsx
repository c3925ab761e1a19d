import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, Match, Show, Switch } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { canonicalQuery, type PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterRefusal } from "../../ui/filters.tsx";
import { formatMonth } from "../../ui/format.ts";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { CalendarFilters } from "./calendar-filters.tsx";
import { getCalendar, type ShownSheet } from "./calendar-query.ts";
import { Holidays } from "./holidays.tsx";
import { ListSheet } from "./list-sheet.tsx";
import { MonthSheet } from "./month-sheet.tsx";
import { OpenPeriods } from "./open-periods.tsx";
import { Subscribe } from "./subscribe.tsx";
import { ViewSwitch } from "./view-switch.tsx";
import { YearSheet } from "./year-sheet.tsx";

/** One calendar for all: its month, list and year, narrowed to what the element is about. */
export default function CalendarPage(props: { match: PageMatch }) {
  const location = useLocation();
  const { locale } = usePage();
  const element = () => elementByCode(props.match.code as never);
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const chosen = () => new URLSearchParams(query());
  const isNarrowed = () => chosen().has("body") || chosen().has("kind");
  const answer = createAsync(() => getCalendar(element().code, query()));
  const description = useElement(() => element().code);
  const t = useT("calendar");
  const sheet = () => answer()?.sheet;
  const isFilled = () => {
    const { total = 0, periods = [], begins = [] } = sheet() ?? {};
    return total + periods.length + begins.length > 0 || chosen().size > 0;
  };
  return (
    <ElementPage element={element()} description={description()} isFilled={isFilled()}>
      <Show when={answer()?.problem}>
        {(refusal) => (
          <>
            <FilterRefusal problem={refusal()} />
            <CalendarFilters
              path={element().path[locale]}
              chosen={chosen()}
              options={undefined}
              hasMonths={false}
              wrong={refusal().fields?.map(({ path }) => path) ?? []}
            />
          </>
        )}
      </Show>
      <Show when={isFilled() && sheet()}>
        {(found) => (
          <>
            <ViewSwitch sheet={found()} />
            <CalendarFilters
              path={element().path[locale]}
              chosen={chosen()}
              options={found().options}
              hasMonths={found().view === "month"}
            />
            <Show when={found().view !== "list" || found().year !== null}>
              <h2 class="sheet-title" aria-live="polite">
                <SheetTitle sheet={found()} />
              </h2>
            </Show>
            <Switch>
              <Match when={isVacant(found())}>
                <EmptyState title={t("nothing_title")} rank="h3">
                  <p>{t("nothing_text")}</p>
                  <p>
                    <a link href={`${element().path[locale]}?view=list`}>
                      {t("see_ahead")}
                    </a>
                  </p>
                </EmptyState>
              </Match>
              <Match when={found().view === "month"}>
                <MonthSheet sheet={found()} />
              </Match>
              <Match when={found().view === "list"}>
                <ListSheet sheet={found()} />
              </Match>
              <Match when={found().view === "year"}>
                <YearSheet sheet={found()} />
              </Match>
            </Switch>
            <OpenPeriods periods={found().periods} today={found().today} />
            <Show when={found().view === "list"}>
              <Holidays holidays={found().holidays} />
            </Show>
            <Subscribe feed={found().feed} isNarrowed={isNarrowed()} />
          </>
        )}
      </Show>
    </ElementPage>
  );
}

/** A month is drawn also when nothing is on it: it is looked at for its days. */
const isVacant = ({ view, year, meetings, listed, periods, begins }: ShownSheet) =>
  meetings.length + listed.length + periods.length + begins.length === 0 && view !== "month" && year !== null;

/** Which sheet this is, and how much is on it. */
function SheetTitle(props: { sheet: ShownSheet }) {
  const t = useT("calendar");
  const { locale } = usePage();
  const when = () => {
    const { month, year } = props.sheet;
    if (month) return formatMonth(`${month}-01`, locale);
    return t("year", { year: year! });
  };
  return (
    <>
      {when()} <span>{t("meetings", { count: props.sheet.meetings.length + props.sheet.listed.length })}</span>
    </>
  );
}
