import { For, Show } from "solid-js";
import { horizons } from "../../../server/features/readiness/readiness.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatDay } from "../../ui/format.ts";
import { type Readiness, ReadinessTag } from "../../ui/readiness-tag.tsx";
import type { ShownPlan } from "./elements-query.ts";

type Planned = ShownPlan[string];

/** How the council itself judges an element, and that it differs from what is computed. */
export function OwnJudgement(props: { own: Planned["own"] | undefined; computed: Readiness }) {
  const t = useT("elements");
  const { say, lang } = useLocalized();
  return (
    <Show when={props.own} fallback={<span class="soft">{t("plan_none_own")}</span>}>
      {(own) => (
        <>
          <ReadinessTag readiness={own().level} />
          <Show when={own().level !== props.computed}>
            <small>{t("plan_differs")}</small>
          </Show>
          <Show when={own().note}>{(note) => <p lang={lang(note())}>{say(note())}</p>}</Show>
        </>
      )}
    </Show>
  );
}

/** What is planned for an element, until when and by whom. */
export function PlannedSteps(props: { steps: Planned["steps"] | undefined }) {
  const t = useT("elements");
  const { say, lang } = useLocalized();
  const planned = () => horizons.filter((horizon) => props.steps?.[horizon]);
  return (
    <Show when={planned().length > 0} fallback={<span class="soft">{t("plan_none")}</span>}>
      <ul class="plan-steps">
        <For each={planned()}>
          {(horizon) => {
            const step = () => props.steps![horizon]!;
            return (
              <li>
                <b>{t(horizon === "short" ? "plan_short" : "plan_mid")}: </b>
                <span lang={lang(step().text)}>{say(step().text)}</span>
                <small>
                  {[t("plan_until", { day: formatDay(step().dueOn) }), step().responsible].filter(Boolean).join(", ")}
                </small>
                <Show when={step().doneOn}>
                  {(day) => <span class="tag good">{t("plan_done", { day: formatDay(day()) })}</span>}
                </Show>
                <Show when={step().isOverdue}>
                  <span class="tag bad">{t("plan_overdue")}</span>
                </Show>
              </li>
            );
          }}
        </For>
      </ul>
    </Show>
  );
}
