import { type ChildProcess, fork } from "node:child_process";
import { answerOf } from "./answer-of.ts";
import { bounded, type LoadPlan, type LoadResult } from "./load-plan.ts";

/** One generator for all loads of a bench, so that each finds it equally warm. */
export class LoadGenerator {
  #child: ChildProcess | null = null;

  async run(plan: LoadPlan): Promise<LoadResult> {
    bounded(plan);
    this.#child ??= fork(new URL("./load-generator.ts", import.meta.url));
    this.#child.send(plan);
    return answerOf(this.#child);
  }

  stop(): void {
    this.#child?.kill();
    this.#child = null;
  }
}
