import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import { canonicalQuery, type PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Page } from "../../ui/page.tsx";
import { Calculator } from "./calculator.tsx";
import { getDeadlinesPage } from "./deadlines-query.ts";
import { HolidaysOfYear } from "./holidays-of-year.tsx";
import { RulesTable } from "./rules-table.tsx";

/** The periods of the law for anybody: count one, read them all, see the days off. */
export default function DeadlinesPage(props: { match: PageMatch }) {
  const location = useLocation();
  const common = useT();
  const t = useT("periods");
  const { locale } = usePage();
  const path = () => props.match.paths[locale];
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const answer = createAsync(() => getDeadlinesPage(query(), locale));
  return (
    <Page title={common("site.deadlines")} description={t("lead")} crumbs={[]} lead={<p>{t("lead")}</p>}>
      <Show when={answer()}>
        {(shown) => (
          <div class="stack">
            <ul class="jumps">
              <li>
                <a href="#calculator">{t("calculator")}</a>
              </li>
              <li>
                <a href="#holidays">{t("days_off")}</a>
              </li>
              <li>
                <a href="#rules">{t("rules")}</a>
              </li>
            </ul>
            <Calculator
              path={path()}
              chosen={new URLSearchParams(query())}
              rules={shown().rules}
              answer={shown().count}
            />
            <HolidaysOfYear path={path()} answer={shown().holidays} />
            <RulesTable rules={shown().rules} />
          </div>
        )}
      </Show>
    </Page>
  );
}
