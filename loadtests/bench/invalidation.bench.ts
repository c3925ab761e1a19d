import { join } from "node:path";
import type { Bench } from "./base/bench.ts";
import { alternate, median, spreadOf } from "./base/rounds.ts";
import { browserHeaders } from "./browser-headers.ts";
import type { Invalidations } from "./invalidation.server.ts";

const pages = 40;
const targets = Array.from({ length: pages }, (_, page) => ({
  path: `/aktet/${page}`,
  headers: browserHeaders("valbardhe.localhost:3000"),
}));
const kinds = { changing: 1_000, still: 0 } as const;
type Kind = keyof typeof kinds;

export default {
  name: "invalidation",
  about: `${pages} pages of a council, of which each changes every second; rendering simulated with 2 ms of waiting and 3 ms of work`,
  async run(context) {
    const start = (kind: Kind) =>
      context.startServer(new URL("./invalidation.server.ts", import.meta.url), {
        arguments: [join(context.directory, `${kind}.log`), String(kinds[kind])],
      });
    const servers = { changing: await start("changing"), still: await start("still") };
    const measure = async (kind: Kind) => {
      const result = await context.load({ port: servers[kind].port, connections: 64, seconds: 4, targets });
      if (result.statuses["200"] !== result.requests || Object.keys(result.errors).length > 0)
        throw new Error(`The ${kind} site answered ${JSON.stringify(result)}`);
      return result;
    };
    const names = Object.keys(kinds) as Kind[];
    const measured = await alternate(names, { rounds: context.rounds, turns: 1 }, measure);
    const report = await servers.changing.report<Invalidations>();
    const figure = (
      kind: Kind,
      what: string,
      unit: string,
      of: (one: Awaited<ReturnType<typeof measure>>) => number,
    ) => {
      const values = measured[kind].map(([one]) => of(one!));
      return { what, unit, value: median(values), spread: spreadOf(values) };
    };
    const slowest = Math.max(...measured.changing.map(([one]) => one!.milliseconds.max));
    return [
      figure("still", "while nothing changes", "requests/s", (one) => one.requests / one.seconds),
      figure("changing", "while every page changes each second", "requests/s", (one) => one.requests / one.seconds),
      figure("changing", "p99 of these", "ms", (one) => one.milliseconds.p99),
      { what: "slowest request of all rounds", value: slowest, unit: "ms", atMost: 1_000 },
      { what: "versions", value: report.versions, unit: "" },
      { what: "renders", value: report.renders, unit: "" },
      { what: "most renders of one page for one version", value: report.mostPerVersion, unit: "", atMost: 1 },
      { what: "answers with the page of up to a second before", value: report.stale, unit: "" },
    ];
  },
} satisfies Bench;
