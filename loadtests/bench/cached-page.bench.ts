import { truncate } from "node:fs/promises";
import { join } from "node:path";
import type { Bench } from "./base/bench.ts";
import { alternate, median, spreadOf } from "./base/rounds.ts";
import { browserHeaders } from "./browser-headers.ts";

const kinds = ["front", "bare-logged", "bare"] as const;
type Kind = (typeof kinds)[number];

interface Slice {
  requests: number;
  seconds: number;
  processorTime: number;
}

const sum = (slices: Slice[], field: keyof Slice) => slices.reduce((total, slice) => total + slice[field], 0);
const rate = (slices: Slice[]) => sum(slices, "requests") / sum(slices, "seconds");
const cost = (slices: Slice[]) => sum(slices, "processorTime") / sum(slices, "requests");

export default {
  name: "cached-page",
  about: "a kept page against a bare node:http answer with the same bytes and headers; keep-alive, access log on",
  async run(context) {
    const logFile = (kind: Kind) => join(context.directory, `${kind}.log`);
    const servers = Object.fromEntries(
      await Promise.all(
        kinds.map(async (kind) => [
          kind,
          await context.startServer(new URL("./cached-page.server.ts", import.meta.url), {
            arguments: [kind, logFile(kind)],
          }),
        ]),
      ),
    );
    const slice = async (kind: Kind, seconds: number): Promise<Slice> => {
      const server = servers[kind];
      const before = await server.processorTime();
      const result = await context.load({
        port: server.port,
        connections: 32,
        seconds,
        targets: [{ path: "/aktet?viti=2026", headers: browserHeaders("valbardhe.localhost:3000") }],
      });
      const processorTime = (await server.processorTime()) - before;
      if (result.statuses["200"] !== result.requests || Object.keys(result.errors).length > 0)
        throw new Error(`${kind} answered ${JSON.stringify(result)}`);
      await truncate(logFile(kind)).catch(() => undefined);
      return { requests: result.requests, seconds: result.seconds, processorTime };
    };
    for (const kind of kinds) await slice(kind, 1.5);
    const measured = await alternate(kinds, { rounds: context.rounds, turns: 8 }, (kind) => slice(kind, 0.25));

    const rates = (kind: Kind) => measured[kind].map(rate);
    const costs = (kind: Kind) => measured[kind].map(cost);
    const ratios = (values: (kind: Kind) => number[], of: Kind, to: Kind) =>
      values(of).map((value, round) => value / values(to)[round]!);
    const figure = (what: string, values: number[], unit: string, atLeast?: number) => ({
      what,
      value: median(values),
      unit,
      spread: spreadOf(values),
      atLeast,
    });
    return [
      figure("kept page, access log on", rates("front"), "requests/s"),
      figure("bare node:http, access log on", rates("bare-logged"), "requests/s"),
      figure("bare node:http, no log", rates("bare"), "requests/s"),
      figure("kept page ÷ bare with log", ratios(rates, "front", "bare-logged"), "", 0.9),
      figure("kept page ÷ bare without log", ratios(rates, "front", "bare"), ""),
      figure("processor time of a kept page", costs("front"), "µs"),
      figure("processor time of a bare answer with log", costs("bare-logged"), "µs"),
      figure("processor time of a bare answer", costs("bare"), "µs"),
      figure("the same as a ratio, bare with log ÷ kept", ratios(costs, "bare-logged", "front"), ""),
      figure("the same as a ratio, bare ÷ kept", ratios(costs, "bare", "front"), ""),
    ];
  },
} satisfies Bench;
