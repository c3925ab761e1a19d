import { For, Show } from "solid-js";
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

type Awaited = "announce" | "deposit" | "answer" | "reconsider" | "deposit_again" | "ruling";
/** A station on the way: the announcement or a step of the review, or what is expected, which has no day yet. */
type Station = Partial<Omit<ReviewStep, "step">> & { step: PrefectStep | "announced" | Awaited };

/** How what happened looks where it did not just go on: it went well, waits on somebody, or went wrong. */
const looks: Partial<Record<Station["step"], string>> = {
  no_objection: "good",
  no_answer: "warn",
  returned: "bad",
  court: "warn",
};

/** What the act waits for now, in the order in which it will come. */
function expected({ prefectState, announcedOn, prefect }: Act): readonly Awaited[] {
  const last = prefect.steps.at(-1);
  switch (prefectState) {
    case "to_deposit":
      return announcedOn ? ["deposit", "answer"] : ["announce", "deposit", "answer"];
    case "deposited":
    case "no_answer":
      return last?.step === "deposited" ? ["answer"] : [];
    case "returned":
      return ["reconsider", "deposit_again"];
    case "reconsidered":
      return last?.outcome === "repealed" ? [] : ["deposit_again", "answer"];
    case "in_court":
      return announcedOn ? ["ruling"] : ["announce", "ruling"];
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
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const name = useActName();
  const stations = (): Station[] => {
    const { announcedOn, prefect } = props.act;
    const announced: Station[] = announcedOn ? [{ step: "announced", day: announcedOn }] : [];
    // The court waits for no announcement: what happened is told in the order of the days.
    const happened = [...announced, ...prefect.steps].sort((one, other) => one.day!.localeCompare(other.day!));
    return [...happened, ...expected(props.act).map((step) => ({ step }))];
  };
  /** All deposits until then. */
  const deposits = (station: Station) => {
    const { steps } = props.act.prefect;
    return steps.slice(0, steps.indexOf(station as ReviewStep) + 1).filter(({ step }) => step === "deposited");
  };
  const isAgain = (station: Station) => station.step === "deposited" && deposits(station).length > 1;
  /** The clock that it met, or that runs for it: of the announcement, the deposit, or the answer to the deposit before. */
  const clockOf = (station: Station): DeadlineView | null | undefined => {
    const { step, day } = station;
    const { clocks } = props.act.prefect;
    const find = (rule: string, since?: string) =>
      clocks.find(
        (clock) =>
          clock.rule === rule &&
          (day ? !since || (clock.startsOn === since && clock.closedOn === day) : !clock.closedOn),
      );
    if (step === "announced" || step === "announce") return props.act.announcement;
    if (step === "deposited" || step === "deposit") return isAgain(station) ? null : find("P1");
    if (!day) return step === "answer" ? find("P3") : null;
    const since = deposits(station).at(-1)?.day;
    return since ? find("P3", since) : null;
  };
  return (
    <ol class="stations">
      <For each={stations()}>
        {(station) => (
          <li class={station.outcome === "invalid" ? "bad" : station.day ? (looks[station.step] ?? "done") : "ahead"}>
            <h3>{t(`station.${isAgain(station) ? "deposited_again" : station.step}`)}</h3>
            <Show when={station.day}>{(day) => <time datetime={day()}>{formatDay(day())}</time>}</Show>
            <Show when={station.protocolNumber}>{(number) => <p>{t("protocol", { number: number() })}</p>}</Show>
            <Show when={station.outcome}>{(outcome) => <p>{t(`outcome.${outcome()}`)}</p>}</Show>
            <Show when={station.act}>
              {(act) => (
                <p>
                  <a link href={act().url[locale]}>
                    {name(act())}
                  </a>
                </p>
              )}
            </Show>
            <Show when={station.reasons}>
              {(reasons) => (
                <details>
                  <summary>{t("reasons")}</summary>
                  <p class="lines" lang={lang(reasons())}>
                    {say(reasons())}
                  </p>
                </details>
              )}
            </Show>
            <Show when={clockOf(station)}>
              {(clock) => (
                <div class="until">
                  <p>{t("until")}</p>
                  <DueDate deadline={clock()} />
                </div>
              )}
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
}
