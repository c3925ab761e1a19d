import type { Bench, BenchContext, Figure } from "./base/bench.ts";
import type { ChildServer } from "./base/child-server.ts";
import { fixedWorkPath } from "./base/fixed-work.ts";
import { calmRounds, median, spreadOf } from "./base/rounds.ts";
import { browserHeaders } from "./browser-headers.ts";
import { askedHost, asStarted } from "./full-councils.ts";
import type { RegistersReport } from "./registers.server.ts";

const councils = 61;
/**
 * Asked of each page at a time, with one council, with all, with all, with one: what changes meanwhile changes both. When the
 * heap is collected two answers wait for it, each hundred or two: among thirty these two would be the p95 by themselves.
 */
const requests = 50;
/** Of the work that is always the same. */
const fixedRequests = 30;
/** Asked before, so that what is measured is a server that has run for a while. */
const warmingUp = 60;
/** A ratio of two pages of 10 ms is off by a tenth in a single round. */
const wanted = 4;
const most = 12;
/**
 * Pages of 8 kB below which a ratio says nothing: the tables of one council alone are so small that the planner reads some
 * whole, while with all of them it goes through an index, which is a few pages deep.
 */
const fewPages = 400;
const years = 5;

/** Every register, unfiltered and narrowed in each way that costs otherwise. */
const pages = [
  "/",
  "/anetaret",
  "/anetaret?term=2019-2023",
  "/komisionet",
  "/anetaret-e-bordeve",
  "/fshatrat",
  "/zgjedhjet",
  "/pagesat",
  "/mbledhjet",
  "/mbledhjet?q=jashtezakonshme",
  "/mbledhjet?year=2024&kind=ordinary",
  "/mbledhjet-e-komisioneve?year=2025",
  "/mbledhjet-e-komisioneve?page=10",
  "/kalendari",
  "/kalendari?view=year&year=2025",
  "/takimet-publike?view=list",
  "/aktet",
  "/aktet?q=tarifa",
  "/aktet?year=2025&subject=taxes",
  "/aktet?prefect=returned",
  "/aktet?force=repealed",
  "/aktet?sort=title&page=30",
  "/projektaktet",
  "/projektaktet?state=open",
  "/projektaktet?q=buxhet&year=2025",
  "/nismat-vendimmarrese",
  "/plani-i-vendimmarrjes?year=2025",
  "/te-dhena-te-hapura",
  "/plani-i-faqes",
];

type Times = Record<"p50" | "p95", number>;
const between = (one: Times, other: Times): Times => ({
  p50: (one.p50 + other.p50) / 2,
  p95: (one.p95 + other.p95) / 2,
});

const askOnce = (context: BenchContext, { port }: ChildServer, path: string, requests: number) =>
  context.load({ port, connections: 1, requests, targets: [{ path, headers: browserHeaders(askedHost) }] });

/** What the database reads for one rendering of a page. */
async function readBy(context: BenchContext, server: ChildServer, path: string): Promise<RegistersReport> {
  // What is counted once after a change, such as the rows of every register, is counted by now.
  await askOnce(context, server, path, 1);
  await server.report();
  const { statuses } = await askOnce(context, server, path, 1);
  if (statuses["200"] !== 1) throw new Error(`${path}: ${JSON.stringify(statuses)}`);
  return server.report<RegistersReport>();
}

export default {
  name: "registers",
  about: "register pages rendered for every request, with one full council and with sixty-one",
  async run(context) {
    const open = (number: number) =>
      context.startServer(new URL("./registers.server.ts", import.meta.url), {
        arguments: [context.directory, String(number), String(years)],
        nodeOptions: asStarted,
      });
    const servers = { one: await open(1), all: await open(councils) };
    const figures: Figure[] = [];
    const { seedSeconds } = await servers.all.report<RegistersReport>();
    figures.push({
      what: `${councils} councils filled with ${years} years`,
      value: seedSeconds,
      unit: "s",
      atMost: 300,
    });

    const ask = async (server: ChildServer, path: string, times = requests) => {
      const { milliseconds, statuses, requests: answered } = await askOnce(context, server, path, times);
      if (statuses["200"] !== answered) throw new Error(`${path}: ${JSON.stringify(statuses)}`);
      return milliseconds;
    };
    const scans = new Set<string>();
    for (const path of pages) {
      const [one, all] = [await readBy(context, servers.one, path), await readBy(context, servers.all, path)];
      for (const { scanned, text } of all.scans) {
        scans.add(`${path} ${scanned}`);
        context.say(`${path} reads all of ${scanned.join(", ")}: ${text.replace(/\s+/g, " ").slice(0, 300)}`);
      }
      await ask(servers.one, path, warmingUp);
      // Work that is always the same and as long as the page: what it takes longer at times is the machine's doing.
      const length = Math.max(Math.round((await ask(servers.all, path, warmingUp)).p50), 1);
      const spans: number[] = [];
      const fixed = async () => {
        const { p50, p95 } = await ask(servers.all, fixedWorkPath(length), fixedRequests);
        spans.push(p95 - p50);
        return p50;
      };
      const { rounds, disturbed } = await calmRounds({ wanted, most }, fixed, async () => {
        const turns: Times[] = [];
        for (const server of [servers.one, servers.all, servers.all, servers.one]) turns.push(await ask(server, path));
        const [first, second, third, last] = turns;
        return { one: between(first!, last!), all: between(second!, third!) };
      });
      const ofMachine = median(spans);
      const p95 = rounds.map(({ all }) => all.p95);
      const own = p95.map((one) => one - ofMachine);
      const ratios = rounds.map(({ one, all }) => all.p50 / one.p50);
      figures.push(
        {
          what: `${path}, p95 without the machine's part`,
          value: median(own),
          spread: spreadOf(own),
          unit: "ms",
          atMost: 30,
        },
        { what: "  as it was measured", value: median(p95), spread: spreadOf(p95), unit: "ms" },
        { what: "  p95 to median of fixed work of the same length", value: ofMachine, unit: "ms" },
        { what: "  median", value: median(rounds.map(({ all }) => all.p50)), unit: "ms" },
        { what: "  rounds in which the machine was disturbed, left out", value: disturbed, unit: "" },
        {
          what: "  to the same with one council",
          value: median(ratios),
          spread: spreadOf(ratios),
          unit: "",
          atMost: 1.2,
        },
        { what: "  pages read", value: all.buffers, unit: "" },
        {
          what: "  to the same with one council",
          value: all.buffers / Math.max(one.buffers, fewPages),
          unit: "",
          atMost: 1.6,
        },
        { what: "  statements", value: all.statements, unit: "" },
      );
    }
    figures.push({ what: "plans that read all of a large table", value: scans.size, unit: "", atMost: 0 });
    return figures;
  },
} satisfies Bench;
