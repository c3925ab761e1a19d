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

/** @param fixed of work that is always the same, beside it: what that takes longer than usual is the machine's part */
const figuresOf = (what: string, { p50, p95 }: Times, fixed: Times): Figure[] => [
  { what: `${what}, p95 without the machine's part`, value: p95 - (fixed.p95 - fixed.p50), unit: "ms", atMost: 100 },
  { what: "  as it was measured", value: p95, unit: "ms" },
  { what: "  median", value: p50, unit: "ms" },
];

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
      figures.push(...figuresOf(path, page, await ask(fixedWorkPath(length), requests)));
    }
    for (const [what, { action, fixed }] of actions) figures.push(...figuresOf(what, timesOf(action), timesOf(fixed)));
    for (const { text, scanned } of scans) context.say(`${scanned.join(", ")}: ${text.slice(0, 200)}`);
    figures.push({ what: "plans that read all of a large table", value: scans.length, unit: "", atMost: 0 });
    return figures;
  },
} satisfies Bench;
