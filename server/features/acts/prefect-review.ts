import type { Day } from "../../db/columns.ts";
import type { ActNature, PrefectState, PrefectStep, StepOutcome } from "./acts.shared.ts";

/** A step of the prefect's review, as far as it decides what may come next. */
export interface ReviewStep {
  step: PrefectStep;
  day: Day;
  outcome: StepOutcome | null;
}

const stateBy: Record<Exclude<PrefectStep, "ruled">, PrefectState> = {
  deposited: "deposited",
  no_objection: "no_objection",
  no_answer: "no_answer",
  returned: "returned",
  reconsidered: "reconsidered",
  court: "in_court",
};

/** Where the review of an act stands after these steps. Law 107/2016, Articles 16 and 17. */
export function stateAfter(nature: ActNature, steps: readonly ReviewStep[]): PrefectState {
  if (nature === "individual") return "not_required";
  const last = steps.at(-1);
  if (!last) return "to_deposit";
  if (last.step === "ruled") return last.outcome === "valid" ? "valid" : "invalid";
  return stateBy[last.step];
}

/**
 * Where the review stands as it is shown. What an older register does not say is not known: nobody can tell whether the act
 * was deposited, or answered.
 */
export function stateOf(
  act: { nature: ActNature; from_old_register: boolean },
  steps: readonly ReviewStep[],
): PrefectState {
  const state = stateAfter(act.nature, steps);
  const isOpen = state === "to_deposit" || state === "deposited";
  return act.from_old_register && isOpen ? "not_recorded" : state;
}

/**
 * Which steps may follow. An act is returned only once (16/2/b iii); afterwards, and where a return would be fruitless,
 * the prefect goes to the court, also over an act that was never deposited (17/2). Silence is no end: the prefect may
 * still answer, late.
 */
export function stepsAfter(nature: ActNature, steps: readonly ReviewStep[]): readonly PrefectStep[] {
  const wasReturned = steps.some(({ step }) => step === "returned");
  const answers: PrefectStep[] = ["no_objection", ...(wasReturned ? [] : (["returned"] as const)), "court"];
  switch (stateAfter(nature, steps)) {
    case "to_deposit":
      return ["deposited", "court"];
    case "deposited":
      return [...answers, "no_answer"];
    case "no_answer":
      return answers;
    case "returned":
      return ["reconsidered", "court"];
    case "reconsidered":
      return steps.at(-1)!.outcome === "repealed" ? [] : ["deposited", "court"];
    case "in_court":
      return ["ruled"];
    default:
      return [];
  }
}
