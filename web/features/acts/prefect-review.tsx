import { For, type JSX, Show } from "solid-js";
import type { Act, ReviewStep } from "../../../server/features/acts/acts.schema.ts";
import type { PrefectStep } from "../../../server/features/acts/acts.shared.ts";
import type { DeadlineView } from "../../../server/features/deadlines/deadline-view.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { DueDate } from "../../ui/due-date.tsx";
import { formatDay } from "../../ui/format.ts";
import { useActName } from "./act-name.ts";
import { PrefectTag } from "./act-tags.tsx";

/** How a step looks: it went on, waits on somebody, or went wrong. */
const looks: Record<PrefectStep, string> = {
  deposited: "done",
  no_objection: "good",
  no_answer: "warn",
  returned: "bad",
  reconsidered: "done",
  court: "warn",
  ruled: "done",
};

/** What the act waits for now, in the order in which it will come. */
function expected(
  act: Act,
): readonly ("announce" | "deposit" | "answer" | "reconsider" | "deposit_again" | "ruling")[] {
  const last = act.prefect.steps.at(-1);
  switch (act.prefectState) {
    case "to_deposit":
      return act.announcedOn ? ["deposit", "answer"] : ["announce", "deposit", "answer"];
    case "deposited":
    case "no_answer":
      return last?.step === "deposited" ? ["answer"] : [];
    case "returned":
      return ["reconsider", "deposit_again"];
    case "reconsidered":
      return last?.outcome === "repealed" ? [] : ["deposit_again", "answer"];
    case "in_court":
      return act.announcedOn ? ["ruling"] : ["announce", "ruling"];
    default:
      return [];
  }
}

/**
 * The prefect's review as stations on a way: what happened on which day under which number, what the law expects next and
 * until when, and that all this does not suspend the act.
 */
export function PrefectReview(props: { act: Act }) {
  const t = useT("acts");
  return (
    <section aria-labelledby="review">
      <div class="bar">
        <h2 id="review">{t("review")}</h2>
        <PrefectTag state={props.act.prefectState} />
      </div>
      <Show when={props.act.nature === "normative"} fallback={<p class="aside">{t("review_individual")}</p>}>
        <p class="aside">{t("review_text")}</p>
        <Stations act={props.act} />
        <Show when={props.act.prefectState === "not_recorded"}>
          <p class="aside">{t("review_not_recorded")}</p>
        </Show>
        <Show when={props.act.prefectState === "no_answer"}>
          <p class="aside">{t("silence")}</p>
        </Show>
        <Show when={props.act.prefect.steps.some(({ step }) => step === "returned")}>
          <p class="aside">{t("once")}</p>
        </Show>
      </Show>
    </section>
  );
}

function Stations(props: { act: Act }) {
  const t = useT("acts");
  const running = (rule: string) => props.act.prefect.clocks.find((clock) => clock.rule === rule && !clock.closedOn);
  const clockOf = (what: string) => {
    if (what === "announce") return props.act.announcement ?? undefined;
    if (what === "deposit") return running("P1");
    return what === "answer" ? running("P3") : undefined;
  };
  /** The clock that a step met: of the deposit, or of the answer to the deposit before it. */
  const metBy = ({ step, day }: ReviewStep, at: number): DeadlineView | undefined => {
    const deposits = props.act.prefect.steps.slice(0, at + 1).filter((one) => one.step === "deposited");
    if (step === "deposited")
      return deposits.length === 1 ? props.act.prefect.clocks.find(({ rule }) => rule === "P1") : undefined;
    const since = deposits.at(-1)?.day;
    return props.act.prefect.clocks.find(
      ({ rule, startsOn, closedOn }) => rule === "P3" && startsOn === since && closedOn === day,
    );
  };
  const isAgain = (at: number) => props.act.prefect.steps.slice(0, at).some(({ step }) => step === "deposited");
  /** Of the steps, those that came before the announcement: the court waits for none. */
  const early = () => props.act.prefect.steps.filter(({ day }) => day < (props.act.announcedOn ?? "")).length;
  const taken = (step: ReviewStep, at: number) => (
    <Station
      look={step.outcome === "invalid" ? "bad" : looks[step.step]}
      title={step.step === "deposited" && isAgain(at) ? t("station.deposited_again") : t(`station.${step.step}`)}
      day={step.day}
    >
      <Show when={step.protocolNumber}>{(number) => <p>{t("protocol", { number: number() })}</p>}</Show>
      <Show when={step.outcome}>{(outcome) => <p>{t(`outcome.${outcome()}`)}</p>}</Show>
      <Show when={step.act}>{(act) => <Result act={act()} />}</Show>
      <Show when={step.reasons}>{(reasons) => <Reasons text={reasons()} />}</Show>
      <Show when={metBy(step, at)}>{(clock) => <Until clock={clock()} />}</Show>
    </Station>
  );
  return (
    <ol class="stations">
      <For each={props.act.prefect.steps.slice(0, early())}>{(step, at) => taken(step, at())}</For>
      <Show when={props.act.announcedOn}>
        {(day) => (
          <Station look="done" title={t("station.announced")} day={day()}>
            <Show when={props.act.announcement}>{(clock) => <Until clock={clock()} />}</Show>
          </Station>
        )}
      </Show>
      <For each={props.act.prefect.steps.slice(early())}>{(step, at) => taken(step, at() + early())}</For>
      <For each={expected(props.act)}>
        {(what) => (
          <Station look="ahead" title={t(`station.${what}`)}>
            <Show when={clockOf(what)}>{(clock) => <Until clock={clock()} />}</Show>
          </Station>
        )}
      </For>
    </ol>
  );
}

function Station(props: { look: string; title: string; day?: string; children?: JSX.Element }) {
  return (
    <li class={props.look}>
      <h3>{props.title}</h3>
      <Show when={props.day}>{(day) => <time datetime={day()}>{formatDay(day())}</time>}</Show>
      {props.children}
    </li>
  );
}

function Until(props: { clock: DeadlineView }) {
  const t = useT("acts");
  return (
    <div class="until">
      <p>{t("until")}</p>
      <DueDate deadline={props.clock} />
    </div>
  );
}

function Result(props: { act: NonNullable<ReviewStep["act"]> }) {
  const { locale } = usePage();
  const name = useActName();
  return (
    <p>
      <a link href={props.act.url[locale]}>
        {name(props.act)}
      </a>
    </p>
  );
}

function Reasons(props: { text: NonNullable<ReviewStep["reasons"]> }) {
  const t = useT("acts");
  const { say, lang } = useLocalized();
  return (
    <details>
      <summary>{t("reasons")}</summary>
      <p class="lines" lang={lang(props.text)}>
        {say(props.text)}
      </p>
    </details>
  );
}
