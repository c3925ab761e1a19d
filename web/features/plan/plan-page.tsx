import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, For, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { canonicalQuery, type PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Exports, useRegisterLinks } from "../../ui/exports.tsx";
import { FilterRefusal } from "../../ui/filters.tsx";
import { formatDay } from "../../ui/format.ts";
import { OnlyAlbanian } from "../../ui/only-albanian.tsx";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { MonthOfPlan } from "./month-of-plan.tsx";
import { getPlan, type ShownPlan } from "./plan-query.ts";
import { PlanStateTag } from "./plan-state-tag.tsx";
import { YearStrip } from "./year-strip.tsx";

const element = elementByCode("I.3.1");

/** The plan of decision-making of a year: at a glance what was kept, then month by month. */
export default function PlanPage(props: { match: PageMatch }) {
  const location = useLocation();
  const { locale } = usePage();
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const year = () => new URLSearchParams(query()).get("year") ?? undefined;
  const answer = createAsync(() => getPlan(year()));
  const description = useElement(() => element.code);
  const links = useRegisterLinks();
  return (
    <ElementPage element={element} description={description()} isFilled={Boolean(answer())}>
      <Show when={answer()?.problem}>{(refusal) => <FilterRefusal problem={refusal()} />}</Show>
      <Show when={answer()?.plan}>
        {(plan) => (
          <>
            <Overview plan={plan()} />
            <For each={plan().months}>{(month) => <MonthOfPlan year={plan().year} month={month} />}</For>
            <Exports links={links(element.path[locale], `?year=${plan().year}`)} />
          </>
        )}
      </Show>
    </ElementPage>
  );
}

function Overview(props: { plan: ShownPlan }) {
  const t = useT("plan");
  const matters = useT("matters");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const others = () => props.plan.years.filter((year) => year !== props.plan.year);
  return (
    <section class="plan-overview card" aria-labelledby="plan-year">
      <div class="plan-head">
        <h2 id="plan-year">{t("of_year", { year: String(props.plan.year) })}</h2>
        <Show when={others().length > 0}>
          <nav class="years" aria-label={t("other_years")}>
            <For each={others()}>
              {(year) => (
                <a link href={`${element.path[locale]}?year=${year}`}>
                  {year}
                </a>
              )}
            </For>
          </nav>
        </Show>
      </div>
      <OnlyAlbanian texts={[props.plan.adoptingAct, props.plan.note]} />
      <p>{t("total", { count: props.plan.total, year: String(props.plan.year) })}</p>
      <ul class="plan-tally">
        <For each={props.plan.tally}>
          {({ state, count }) => (
            <li>
              <PlanStateTag state={state} count={count} />
            </li>
          )}
        </For>
      </ul>
      <YearStrip plan={props.plan} />
      <Show when={props.plan.act || props.plan.adoptingAct}>
        <p class="small">
          {t("adopted_by")}{" "}
          <Show
            when={props.plan.act}
            fallback={<span lang={lang(props.plan.adoptingAct)}>{say(props.plan.adoptingAct)}</span>}
          >
            {(act) => (
              <a link href={act().url[locale]}>
                {t("act", {
                  type: matters(`type.${act().type}`),
                  number: act().number,
                  date: formatDay(act().adoptedOn),
                })}
              </a>
            )}
          </Show>
        </p>
      </Show>
      <Show when={props.plan.note}>{(note) => <p lang={lang(note())}>{say(note())}</p>}</Show>
      <p class="small soft">{t("computed")}</p>
    </section>
  );
}
