import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PrefectState, prefectSteps, reconsiderations, rulings } from "./acts.shared.ts";
import { type ReviewStep, stateAfter, stepsAfter } from "./prefect-review.ts";

/** Any walk through the review: at each turn one of the steps that may follow, until none does or the walk ends. */
const walks = fc.array(fc.tuple(fc.nat(), fc.nat(2)), { maxLength: 12 }).map((turns) => {
  const steps: ReviewStep[] = [];
  for (const [choice, which] of turns) {
    const possible = stepsAfter("normative", steps);
    if (possible.length === 0) break;
    const step = possible[choice % possible.length]!;
    const outcomes = { reconsidered: reconsiderations, ruled: rulings }[step as "ruled"];
    const outcome = outcomes ? outcomes[which % outcomes.length]! : null;
    steps.push({ step, day: `2026-03-${String(steps.length + 1).padStart(2, "0")}`, outcome });
  }
  return steps;
});
const names = (steps: readonly ReviewStep[]) => steps.map(({ step }) => step);
const final: PrefectState[] = ["no_objection", "valid", "invalid"];

describe("Whatever happens in a review,", () => {
  it("an act is returned at most once", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        expect(names(steps).filter((step) => step === "returned").length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("no answer comes before a deposit, and each deposit has at most one", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        let open = 0;
        for (const step of names(steps)) {
          if (step === "deposited") open = 1;
          if (step === "no_objection" || step === "returned") {
            expect(open).toBe(1);
            open = 0;
          }
        }
      }),
    );
  });

  it("a court rules only on what is before it, and then the review is over", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = names(steps);
        walk.forEach((step, at) => {
          if (step === "ruled") expect([walk[at - 1], walk.length]).toEqual(["court", at + 1]);
        });
      }),
    );
  });

  it("silence never ends it, and never counts as agreement", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        if (steps.at(-1)?.step !== "no_answer") return;
        expect(stateAfter("normative", steps)).toBe("no_answer");
        expect(stepsAfter("normative", steps)).toEqual(expect.arrayContaining(["no_objection", "court"]));
      }),
    );
  });

  it("it ends in exactly the states that end it", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const isRepealed = steps.at(-1)?.outcome === "repealed";
        const isOver = final.includes(stateAfter("normative", steps)) || isRepealed;
        expect(stepsAfter("normative", steps).length === 0).toBe(isOver);
      }),
    );
  });

  it("an individual act takes no part in it", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        expect([stateAfter("individual", steps), stepsAfter("individual", steps)]).toEqual(["not_required", []]);
      }),
    );
  });

  it("every step can be reached", () => {
    const reached = new Set(fc.sample(walks, { numRuns: 2_000, seed: 7 }).flatMap(names));
    expect([...reached].toSorted()).toEqual([...prefectSteps].toSorted());
  });
});
