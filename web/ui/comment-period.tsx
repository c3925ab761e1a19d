import { Show } from "solid-js";
import type { ExplainedPeriod } from "../../server/features/draft-acts/draft-acts.schema.ts";
import { DueDate, HowComputed } from "./due-date.tsx";
import { formatDay } from "./format.ts";

/** The last day of a period for comments; of one that was ended before it no distance is told, since it may lie ahead. */
export function CommentPeriod(props: { period: ExplainedPeriod; endedEarly(date: string): string }) {
  return (
    <Show when={props.period.endedOn} fallback={<DueDate deadline={props.period} />}>
      {(day) => (
        <div class="due">
          <p>
            <time datetime={props.period.dueOn}>{formatDay(props.period.dueOn)}</time>{" "}
            <span class="tag off">{props.endedEarly(formatDay(day()))}</span>
          </p>
          <HowComputed deadline={props.period} />
        </div>
      )}
    </Show>
  );
}
