import type { Bench, BenchContext, Figure } from "./base/bench.ts";
import type { ChildServer } from "./base/child-server.ts";
import { alternate, median, spreadOf } from "./base/rounds.ts";
import { browserHeaders } from "./browser-headers.ts";
import type { RegistersReport } from "./registers.server.ts";

/** As `npm start` has it. */
const asStarted = ["--min-semi-space-size=32", "--max-semi-space-size=64"];
const host = "shembull-01.localhost:3000";
const councils = 61;
/** Asked of each page in each round and turn, with one council and with all. */
const requests = 30;
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

const askOnce = (context: BenchContext, { port }: ChildServer, path: string, requests: number) =>
  context.load({ port, connections: 1, requests, targets: [{ path, headers: browserHeaders(host) }] });

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

    const scans = new Set<string>();
    for (const path of pages) {
      const measure = async (name: "one" | "all") => {
        const { milliseconds, statuses, requests: answered } = await askOnce(context, servers[name], path, requests);
        if (statuses["200"] !== answered) throw new Error(`${path}: ${JSON.stringify(statuses)}`);
        return milliseconds;
      };
      const [one, all] = [await readBy(context, servers.one, path), await readBy(context, servers.all, path)];
      for (const { scanned, text } of all.scans) {
        scans.add(`${path} ${scanned}`);
        context.say(`${path} reads all of ${scanned.join(", ")}: ${text.replace(/\s+/g, " ").slice(0, 300)}`);
      }
      await measure("all");
      const measured = await alternate(["one", "all"], { rounds: 3, turns: 1 }, measure);
      const p95 = measured.all.map((round) => Math.min(...round.map((turn) => turn.p95)));
      const ratios = measured.all.map(
        (round, at) => median(round.map(({ p50 }) => p50)) / median(measured.one[at]!.map(({ p50 }) => p50)),
      );
      figures.push(
        { what: `${path}, p95`, value: median(p95), spread: spreadOf(p95), unit: "ms", atMost: 30 },
        {
          what: "  to the same with one council",
          value: median(ratios),
          spread: spreadOf(ratios),
          unit: "",
          atMost: 1.2,
        },
        { what: "  pages read to the same with one council", value: all.buffers / one.buffers, unit: "", atMost: 1.6 },
        { what: "  statements", value: all.statements, unit: "" },
      );
    }
    figures.push({ what: "plans that read all of a large table", value: scans.size, unit: "", atMost: 0 });
    return figures;
  },
} satisfies Bench;
