import { For, Show } from "solid-js";
import type { DeadlineView } from "../../server/features/deadlines/deadline-view.schema.ts";
import { useT } from "../lib/i18n.ts";
import { usePage } from "../lib/page-context.tsx";
import { formatDay } from "./format.ts";

type Counted = Pick<DeadlineView, "daysLeft" | "unit" | "overdue" | "closedOn">;

/** The distance to a last day in words: “edhe 6 ditë pune”, “sot është dita e fundit”, “afati ka kaluar”. */
export function useDaysLeft() {
  const t = useT("due");
  return ({ daysLeft, unit, overdue, closedOn }: Counted): string => {
    if (closedOn)
      return overdue ? t("met_late", { date: formatDay(closedOn) }) : t("met", { date: formatDay(closedOn) });
    if (overdue || daysLeft === null) return t("over");
    if (daysLeft <= 0) return t("last_day");
    return unit === "working" ? t("left_working", { count: daysLeft }) : t("left_calendar", { count: daysLeft });
  };
}

/** The distance alone, for a row of a list. */
export function DueTag(props: { deadline: Counted }) {
  const left = useDaysLeft();
  return <span class={`tag ${looks(props.deadline)}`}>{left(props.deadline)}</span>;
}

/** The last day of a period with its distance, and on request how it was computed. */
export function DueDate(props: { deadline: DeadlineView }) {
  return (
    <div class="due">
      <p>
        <time datetime={props.deadline.dueOn}>{formatDay(props.deadline.dueOn)}</time>{" "}
        <DueTag deadline={props.deadline} />
      </p>
      <HowComputed deadline={props.deadline} />
    </div>
  );
}

/** On request: how a day was computed, step by step. */
export function HowComputed(props: { deadline: Pick<DeadlineView, "steps" | "isEstimated"> }) {
  const t = useT("due");
  const { locale } = usePage();
  return (
    <details>
      <summary>{t("how")}</summary>
      <ol>
        <For each={props.deadline.steps}>{(step) => <li>{step[locale]}</li>}</For>
      </ol>
      <Show when={props.deadline.isEstimated}>
        <p>{t("estimated")}</p>
      </Show>
    </details>
  );
}

function looks({ overdue, closedOn, daysLeft }: Counted): "good" | "warn" | "bad" | "none" {
  if (closedOn) return overdue ? "warn" : "good";
  if (overdue) return "none";
  return daysLeft !== null && daysLeft <= 3 ? "warn" : "good";
}
