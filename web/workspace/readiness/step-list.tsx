import { For, Show } from "solid-js";
import type { BoardRow, Step } from "../../../server/features/readiness/readiness.schema.ts";
import { horizons } from "../../../server/features/readiness/readiness.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatDay } from "../../ui/format.ts";

/** What is planned for an element, in a table's cell. */
export function StepList(props: { steps: BoardRow["steps"] }) {
  const t = useT("board");
  const { say, lang } = useLocalized();
  const planned = () => horizons.flatMap((horizon) => props.steps[horizon] ?? []);
  return (
    <Show when={planned().length > 0} fallback={<span class="soft">{t("steps_none")}</span>}>
      <ul class="plan-steps">
        <For each={planned()}>
          {(step) => (
            <li>
              <span lang={lang(step.text)}>{say(step.text)}</span>
              <StepDay step={step} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** Until when and by whom, and how that stands. */
export function StepDay(props: { step: Step }) {
  const t = useT("board");
  return (
    <>
      <small>
        {[t("by_day", { day: formatDay(props.step.dueOn) }), props.step.responsible].filter(Boolean).join(", ")}
      </small>
      <Show when={props.step.doneOn}>
        {(day) => (
          <>
            {" "}
            <span class="tag good">{t("done_on", { day: formatDay(day()) })}</span>
          </>
        )}
      </Show>
      <Show when={props.step.isOverdue}>
        {" "}
        <span class="tag bad">{t("late")}</span>
      </Show>
    </>
  );
}
