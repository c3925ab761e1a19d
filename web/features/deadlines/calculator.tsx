import { For, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { DueTag } from "../../ui/due-date.tsx";
import { FilterRefusal } from "../../ui/filters.tsx";
import { formatDay, formatWeekday } from "../../ui/format.ts";
import type { CountAnswer, RuleShown, RulesShown } from "./deadlines-query.ts";

interface CalculatorProps {
  path: string;
  chosen: URLSearchParams;
  rules: RulesShown;
  answer: CountAnswer | null | undefined;
}

/** Counts a period for an event, by an ordinary form whose question is the address, and says how. */
export function Calculator(props: CalculatorProps) {
  const t = useT("periods");
  const isWrong = (name: string) => props.answer?.problem?.fields?.some(({ path }) => path === name) || undefined;
  return (
    <section aria-labelledby="calculator">
      <div class="bar">
        <h2 id="calculator">{t("calculator")}</h2>
      </div>
      <Show when={props.answer?.problem}>{(refusal) => <FilterRefusal problem={refusal()} />}</Show>
      <form class="filters" method="get" action={props.path} aria-label={t("calculator")}>
        <div class="field wide">
          <label for="rule">{t("rule")}</label>
          <select id="rule" name="rule" required aria-invalid={isWrong("rule")}>
            <option value="">{t("rule_choose")}</option>
            <RuleOptions rules={props.rules} chosen={props.chosen.get("rule")} />
          </select>
        </div>
        <Field
          isWrong={isWrong("from")}
          name="from"
          type="date"
          label={t("from")}
          value={props.chosen.get("from") ?? props.rules.today}
          required
        />
        <Field
          isWrong={isWrong("time")}
          name="time"
          type="time"
          label={t("time")}
          value={props.chosen.get("time") ?? ""}
        />
        <Field
          isWrong={isWrong("given")}
          name="given"
          type="date"
          label={t("given")}
          value={props.chosen.get("given") ?? ""}
        />
        <p class="send">
          <button class="button" type="submit">
            {t("count")}
          </button>
          <Show when={props.chosen.has("rule")}>
            <a link href={props.path}>
              {t("clear")}
            </a>
          </Show>
        </p>
      </form>
      <Show when={props.answer?.counted}>{(counted) => <Counted counted={counted()} rules={props.rules} />}</Show>
    </section>
  );
}

interface FieldProps {
  name: string;
  type: "date" | "time";
  label: string;
  value: string;
  required?: boolean;
  isWrong: true | undefined;
}

function Field(props: FieldProps) {
  return (
    <div class="field">
      <label for={props.name}>{props.label}</label>
      <input
        id={props.name}
        name={props.name}
        type={props.type}
        value={props.value}
        required={props.required}
        aria-invalid={props.isWrong}
        aria-describedby={props.isWrong && `wrong-${props.name}`}
      />
    </div>
  );
}

/** By the law that sets them. */
function RuleOptions(props: { rules: RulesShown; chosen: string | null }) {
  const laws = () => [...Map.groupBy(props.rules.rules, ({ law }) => law)];
  return (
    <For each={laws()}>
      {([law, rules]) => (
        <optgroup label={props.rules.laws[law]}>
          <For each={rules}>
            {({ code, title }) => (
              <option value={code} selected={code === props.chosen}>
                {title}
              </option>
            )}
          </For>
        </optgroup>
      )}
    </For>
  );
}

function Counted(props: { counted: NonNullable<CountAnswer["counted"]>; rules: RulesShown }) {
  const t = useT("periods");
  const { locale } = usePage();
  const rule = (): RuleShown => props.rules.rules.find(({ code }) => code === props.counted.code)!;
  const law = () => props.rules.laws[rule().law]!;
  const label = () => {
    if (rule().meaning === "effect") return t("takes_effect");
    return t(rule().direction === "before" ? "last_day_notice" : "last_day");
  };
  const unit = () => ((rule().council ?? rule()).unit === "working" ? "working" : "calendar");
  const time = () =>
    props.counted.dueAt &&
    new Intl.DateTimeFormat("de", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Tirane" }).format(
      new Date(props.counted.dueAt),
    );
  return (
    <div class="card counted" role="status">
      <h3>{rule().title}</h3>
      <p class="small soft">
        <Show when={rule().article} fallback={law()}>
          {(article) => t("article_of", { law: law(), article: article() })}
        </Show>
      </p>
      <p>{label()}</p>
      <p class="due-day">
        <time datetime={props.counted.dueOn}>{formatDay(props.counted.dueOn)}</time>{" "}
        <span>
          {formatWeekday(props.counted.dueOn, locale)}
          <Show when={time()}>{(at) => `, ${t("at", { time: at() })}`}</Show>
        </span>{" "}
        <Show when={rule().meaning === "deadline" && !props.counted.notice}>
          <DueTag deadline={{ ...props.counted, unit: unit(), closedOn: null }} />
        </Show>
      </p>
      <Show when={props.counted.notice}>{(notice) => <NoticeVerdict {...notice()} />}</Show>
      <h4>{t("how")}</h4>
      <ol class="counting">
        <For each={props.counted.steps}>{(step) => <li>{step}</li>}</For>
      </ol>
      <Show when={props.counted.certainty.estimatedDays.length > 0}>
        <p class="small soft">{t("holidays_may_change")}</p>
      </Show>
    </div>
  );
}

function NoticeVerdict(props: { given: string; inTime: boolean; by: number }) {
  const t = useT("periods");
  const date = () => formatDay(props.given);
  const words = () => {
    if (!props.inTime) return t("short_by", { count: -props.by, date: date() });
    return props.by > 0 ? t("in_time_to_spare", { count: props.by, date: date() }) : t("in_time", { date: date() });
  };
  return (
    <p>
      <span class={`tag ${props.inTime ? "good" : "bad"}`}>{words()}</span>
    </p>
  );
}
