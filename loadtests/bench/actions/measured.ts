import { FixedWork } from "../base/fixed-work.ts";
import { median } from "../base/rounds.ts";
import type { WorkspaceRoutes } from "./workspace-routes.ts";

/** Milliseconds of every time that something was done, and of work of a known length right after each. */
export interface Spent {
  action: number[];
  fixed: number[];
}

/** Longer than what is allowed, an action fails by itself. */
const longest = 100;

/** What people did, how long each answer took, and which routes of the workspace answered. */
export class Measured {
  /** By what was done. */
  readonly spent = new Map<string, Spent>();
  readonly met = new Set<string>();
  /** Of each action about how long it takes, as it was while everything warmed up. */
  readonly #lengths = new Map<string, number>();
  readonly #work = new FixedWork();

  readonly #routes: WorkspaceRoutes;
  constructor(routes: WorkspaceRoutes) {
    this.#routes = routes;
  }

  /** Everything has warmed up: what was done so far does not count. */
  begin(): void {
    for (const [what, { action }] of this.spent)
      this.#lengths.set(what, Math.min(Math.max(Math.round(median(action)), 1), longest));
    this.spent.clear();
    this.met.clear();
  }

  async time(what: string, method: string, path: string, answer: () => Promise<Response>): Promise<Response> {
    const started = performance.now();
    const answered = await answer();
    const ended = performance.now();
    this.#work.take(this.#lengths.get(what) ?? 0);
    const { action, fixed } = this.spent.get(what) ?? { action: [], fixed: [] };
    action.push(ended - started);
    fixed.push(performance.now() - ended);
    this.spent.set(what, { action, fixed });
    this.met.add(this.#routes.met(method, path));
    return answered;
  }
}
