import type { ChildServer } from "./child-server.ts";
import type { LoadPlan, LoadResult } from "./load-plan.ts";

/** A number that a bench found, with what the project asks of it, if anything. */
export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** Lowest and highest of the rounds. */
  spread?: readonly [number, number];
  atLeast?: number;
  atMost?: number;
  below?: number;
}

export interface BenchContext {
  /** How many alternating rounds a median is taken from. */
  readonly rounds: number;
  /** Starts a module that calls `serve` (`base/serve.ts`) in a process of its own; it ends with the bench. */
  startServer(module: URL, options?: { arguments?: string[]; nodeOptions?: string[] }): Promise<ChildServer>;
  /** Asks a server on this machine for pages, from another process. */
  load(plan: LoadPlan): Promise<LoadResult>;
  /** A directory that is removed after the bench. */
  readonly directory: string;
  say(line: string): void;
}

/**
 * To add a bench, put `<name>.bench.ts` beside `main.ts`:
 *
 * ```ts
 * export default {
 *   name: "home",
 *   about: "the home page without the cache",
 *   async run(context) {
 *     const server = await context.startServer(new URL("./home.server.ts", import.meta.url));
 *     const { milliseconds } = await context.load({ port: server.port, connections: 1, requests: 500, targets: [{ path: "/" }] });
 *     return [{ what: "server time, p50", value: milliseconds.p50, unit: "ms", below: 8 }];
 *   },
 * } satisfies Bench;
 * ```
 */
export interface Bench {
  name: string;
  /** One line for the list of benches. */
  about: string;
  run(context: BenchContext): Promise<Figure[]>;
}

export const isMet = ({ value, atLeast, atMost, below }: Figure): boolean =>
  (atLeast === undefined || value >= atLeast) &&
  (atMost === undefined || value <= atMost) &&
  (below === undefined || value < below);
