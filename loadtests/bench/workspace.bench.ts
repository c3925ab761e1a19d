import type { Bench, Figure } from "./base/bench.ts";
import { fixedWorkPath } from "./base/fixed-work.ts";
import { median } from "./base/rounds.ts";
import { askedHost, asStarted } from "./full-councils.ts";
import type { WorkspaceReport } from "./workspace.server.ts";

const councils = 61;
const years = 5;
const [warmingUp, requests] = [30, 40];
/** How often everything is done before it is measured, and how often it is measured. */
const [warmingTurns, turns] = [4, 20];

interface Times {
  p50: number;
  p95: number;
}
const timesOf = (values: readonly number[]): Times => ({
  p50: median(values),
  p95: values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!,
});

/**
 * @param fixed of work that is always the same, beside it: what that takes longer than usual is about the machine's part,
 *   too much where the machine was disturbed beside it and not meanwhile
 */
const withoutMachine = ({ p95 }: Times, fixed: Times): number => p95 - (fixed.p95 - fixed.p50);

export default {
  name: "workspace",
  about: "what a secretary does, with sixty-one full councils",
  async run(context) {
    const server = await context.startServer(new URL("./workspace.server.ts", import.meta.url), {
      arguments: [context.directory, ...[councils, years, warmingTurns, turns].map(String)],
      nodeOptions: asStarted,
    });
    const { cookie, paths, scans, actions } = await server.report<WorkspaceReport>();
    const ask = async (path: string, times: number) => {
      const headers = { Host: askedHost, cookie, accept: "text/html" };
      const targets = [{ path, headers }];
      const { milliseconds, statuses } = await context.load({
        port: server.port,
        connections: 1,
        requests: times,
        targets,
      });
      // A page so slow that the load ends before it is told below; any other answer is a fault of the bench.
      if (Object.keys(statuses).some((status) => status !== "200"))
        throw new Error(`${path}: ${JSON.stringify(statuses)}`);
      return milliseconds;
    };
    const figures: Figure[] = [];
    for (const path of paths) {
      // Longer than what is allowed, a page fails by itself.
      const length = Math.min(Math.max(Math.round((await ask(path, warmingUp)).p50), 1), 100);
      const page = await ask(path, requests);
      const own = withoutMachine(page, await ask(fixedWorkPath(length), requests));
      figures.push(
        { what: `${path}, p95 without the machine's part`, value: own, unit: "ms", atMost: 100 },
        { what: "  as it was measured", value: page.p95, unit: "ms" },
        { what: "  median", value: page.p50, unit: "ms" },
      );
    }
    for (const [what, { action, fixed }] of actions) {
      const times = timesOf(action);
      figures.push(
        { what: `${what}, p95 as measured`, value: times.p95, unit: "ms", atMost: 100 },
        { what: "  without the machine's part", value: withoutMachine(times, timesOf(fixed)), unit: "ms" },
        { what: "  median", value: times.p50, unit: "ms" },
      );
    }
    for (const { text, scanned } of scans) context.say(`${scanned.join(", ")}: ${text.slice(0, 200)}`);
    figures.push({ what: "plans that read all of a large table", value: scans.length, unit: "", atMost: 0 });
    return figures;
  },
} satisfies Bench;
