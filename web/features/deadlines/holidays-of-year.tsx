import { For, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { FilterRefusal } from "../../ui/filters.tsx";
import { formatDay, formatWeekday } from "../../ui/format.ts";
import { RegisterTable } from "../../ui/register-table.tsx";
import type { HolidaysAnswer } from "./deadlines-query.ts";

type Holiday = NonNullable<HolidaysAnswer["list"]>["days"][number];

/** The days off of a year, with the days to which they move, and what may still change. */
export function HolidaysOfYear(props: { path: string; answer: HolidaysAnswer }) {
  const t = useT("periods");
  const { locale } = usePage();
  return (
    <section aria-labelledby="holidays">
      <Show when={props.answer.problem}>{(refusal) => <FilterRefusal problem={refusal()} />}</Show>
      <Show when={props.answer.list}>
        {(list) => (
          <>
            <div class="bar">
              <h2 id="holidays">{t("holidays", { year: String(list().year) })}</h2>
              <YearChoice path={props.path} year={list().year} known={list().known} />
            </div>
            <p class="aside">
              {t("holidays_text")} {t("holidays_law", { law: list().law })}
            </p>
            <Show when={list().basis === "generated"}>
              <p class="note warn">{t("holidays_generated")}</p>
            </Show>
            <RegisterTable
              caption={t("holidays", { year: String(list().year) })}
              rows={list().days}
              columns={[
                {
                  label: t("day"),
                  cell: ({ day }) => (
                    <>
                      <time datetime={day}>{formatDay(day)}</time>{" "}
                      <span class="soft">{formatWeekday(day, locale)}</span>
                    </>
                  ),
                },
                {
                  label: t("holiday"),
                  cell: (holiday) => (
                    <div>
                      {holiday.name}
                      <Show when={holiday.inLieuOf}>
                        {(day) => <p>{t("in_lieu_of", { date: formatDay(day()) })}</p>}
                      </Show>
                      <Show when={holiday.reason}>{(reason) => <p>{reason()}</p>}</Show>
                    </div>
                  ),
                },
                { label: t("standing"), cell: (holiday) => <Standing holiday={holiday} /> },
              ]}
            />
          </>
        )}
      </Show>
    </section>
  );
}

/** Another year, by a form: nobody needs to go through them one by one. */
function YearChoice(props: { path: string; year: number; known: { from: number; to: number } }) {
  const t = useT("periods");
  const years = () => Array.from({ length: props.known.to - props.known.from + 1 }, (_, at) => props.known.from + at);
  return (
    <form class="choose-year" method="get" action={`${props.path}#holidays`}>
      <label for="year">{t("year")}</label>
      <select id="year" name="year">
        <For each={years()}>{(year) => <option selected={year === props.year}>{year}</option>}</For>
      </select>
      <button class="button plain" type="submit">
        {t("show")}
      </button>
    </form>
  );
}

function Standing(props: { holiday: Holiday }) {
  const t = useT("periods");
  const word = (): [look: string, words: string] => {
    const { change, nonWorking, estimated } = props.holiday;
    if (change === "removed") return ["off", t("removed")];
    if (change === "added") return nonWorking ? ["good", t("added")] : ["none", t("added_for_staff")];
    if (change === "confirmed") return ["good", t("confirmed")];
    return estimated ? ["warn", t("estimated")] : ["good", t("day_off")];
  };
  return <span class={`tag ${word()[0]}`}>{word()[1]}</span>;
}
