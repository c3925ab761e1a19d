import { Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay, formatMonth } from "../../ui/format.ts";
import { InAlbanian } from "../../ui/only-albanian.tsx";
import { RegisterTable } from "../../ui/register-table.tsx";
import type { ShownItem, ShownPlan } from "./plan-query.ts";
import { PlanStateTag } from "./plan-state-tag.tsx";
import { firstOf } from "./year-strip.tsx";

/** The acts that are foreseen for a month, each with what became of it. */
export function MonthOfPlan(props: { year: number; month: ShownPlan["months"][number] }) {
  const t = useT("plan");
  const matters = useT("matters");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const name = () => formatMonth(firstOf(props.year, props.month.month), locale);
  return (
    <section class="plan-month" aria-labelledby={`month-${props.month.month}`}>
      <div class="bar">
        <h2 id={`month-${props.month.month}`}>{name()}</h2>
      </div>
      <RegisterTable
        caption={name()}
        rows={props.month.items}
        columns={[
          {
            label: t("planned_act"),
            cell: (item) => (
              <>
                <Title item={item} />
                <p>
                  {matters(`type.${item.type}`)} · {matters(`subject.${item.subject}`)}
                </p>
                <InAlbanian texts={[item.title]} />
              </>
            ),
          },
          {
            label: t("proposer"),
            cell: ({ proposer }) => (
              <Show when={proposer.text} fallback={matters(`proposer.${proposer.kind}`)}>
                {(text) => <span lang={lang(text())}>{say(text())}</span>}
              </Show>
            ),
          },
          { label: t("consulted"), cell: (item) => t(item.isConsulted ? "yes" : "no") },
          { label: t("state"), cell: (item) => <Outcome item={item} /> },
        ]}
      />
    </section>
  );
}

/** The title leads to the act once there is one, before that to the draft. */
function Title(props: { item: ShownItem }) {
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const path = () => (props.item.act?.url ?? props.item.draft)?.[locale];
  return (
    <Show when={path()} fallback={<span lang={lang(props.item.title)}>{say(props.item.title)}</span>}>
      {(to) => (
        <a link href={to()} lang={lang(props.item.title)}>
          {say(props.item.title)}
        </a>
      )}
    </Show>
  );
}

function Outcome(props: { item: ShownItem }) {
  const t = useT("plan");
  const matters = useT("matters");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <div>
      <PlanStateTag state={props.item.state} />
      <Show when={props.item.act}>
        {(act) => (
          <p>
            <a link href={act().url[locale]}>
              {t("act", {
                type: matters(`type.${act().type}`),
                number: act().number,
                date: formatDay(act().adoptedOn),
              })}
            </a>
          </p>
        )}
      </Show>
      <Show when={props.item.act && props.item.draft}>
        {(draft) => (
          <p>
            <a link href={draft()[locale]}>
              {t("draft")}
            </a>
          </p>
        )}
      </Show>
      <Show when={props.item.dropped}>
        {(dropped) => (
          <p>
            {t("dropped", { date: formatDay(dropped().on) })}{" "}
            <span lang={lang(dropped().reason)}>{say(dropped().reason)}</span>
          </p>
        )}
      </Show>
    </div>
  );
}
