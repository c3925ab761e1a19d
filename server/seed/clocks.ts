import { workCalendar } from "../features/deadlines/calendar.ts";
import { computeDeadline } from "../features/deadlines/deadline.ts";
import { ruleFor } from "../features/deadlines/rules.ts";
import type { Seeding } from "./council.ts";
import { at } from "./days.ts";
import { insertRows } from "./insert-rows.ts";

const calendar = workCalendar();

/** When a period of the law ends for an event. */
export const dueOn = (rule: string, startsOn: string): string =>
  computeDeadline({ rule: ruleFor(rule, startsOn), startsOn, calendar }).dueOn;

export interface Clock {
  subject: "act" | "draft-act";
  id: string;
  rule: string;
  startsOn: string;
  /** The day on which it was met; `null` while it runs. */
  metOn: string | null;
}

/** Clocks of the law, computed by the engine that the portal itself uses. */
export async function addClocks({ tx, dice }: Seeding, clocks: readonly Clock[]): Promise<void> {
  await insertRows(
    tx,
    "deadlines",
    clocks.map(({ subject, id, rule, startsOn, metOn }) => {
      const { dueOn, steps, certainty } = computeDeadline({ rule: ruleFor(rule, startsOn), startsOn, calendar });
      const opened = at(startsOn, "12:00");
      return {
        id: dice.uuid(),
        subject,
        subject_id: id,
        rule,
        starts_on: startsOn,
        due_on: dueOn,
        steps,
        certainty,
        opened_at: opened,
        computed_at: opened,
        closed_at: metOn && at(metOn, "15:00"),
      };
    }),
  );
}
