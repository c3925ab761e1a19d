import { get } from "node:http";
import type { Bench, Figure } from "./base/bench.ts";
import { fixedWorkPath } from "./base/fixed-work.ts";
import { alternate, median, spreadOf } from "./base/rounds.ts";
import { browserHeaders } from "./browser-headers.ts";
import { askedHost, asStarted } from "./full-councils.ts";
import type { SearchReport } from "./search.server.ts";

const councils = 61;
const years = 5;
const warmingUp = 10;
const requests = 25;
const rounds = 3;

/** As people type: common words and rare ones, a sentence, a number, a mistake, nothing that is there. */
const questions = [
  "vendim",
  "buxheti 2025",
  "vendimi per tarifen e plehrave",
  "miratimin e ndihmes ekonomike per familjet ne nevoje",
  "12/2025",
  "mbledhje e radhes",
  "relacion per pronat",
  "tariffa e pastrimmit",
  "kozmodrom",
  "vendim&kind=act&year=2025&topic=budget",
  "buxheti&sort=newest&page=3",
];
const typed = ["bu", "buxh", "miratimin e ta", "12/20", "kozm"];

/** Asks once from this process; the load's own is asking for pages meanwhile. */
const answered = (port: number, path: string) =>
  new Promise<void>((resolve, reject) => {
    get({ port, host: "127.0.0.1", path, headers: browserHeaders(askedHost) }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path}: ${answer.statusCode}`));
      answer.resume().once("end", resolve);
    }).once("error", reject);
  });

export default {
  name: "search",
  about: "the search of sixty-one full councils with the texts of their papers, and what it costs others",
  async run(context) {
    const server = await context.startServer(new URL("./search.server.ts", import.meta.url), {
      arguments: [context.directory, String(councils), String(years)],
      nodeOptions: asStarted,
    });
    const { reindexSeconds, things, entries, bytes } = await server.report<SearchReport>();
    const figures: Figure[] = [
      { what: `everything of ${councils} councils indexed`, value: reindexSeconds, unit: "s", atMost: 600 },
      { what: "  things", value: things, unit: "" },
      { what: "  documents in the index", value: entries, unit: "" },
      { what: "  size of the index", value: bytes / 1024 ** 2, unit: "MB" },
    ];
    const ask = async (path: string, times: number) => {
      const targets = [{ path, headers: browserHeaders(askedHost) }];
      const { milliseconds, statuses } = await context.load({
        ...{ port: server.port, connections: 1, requests: times, targets },
      });
      if (Object.keys(statuses).some((status) => status !== "200"))
        throw new Error(`${path}: ${JSON.stringify(statuses)}`);
      return milliseconds;
    };
    const measure = async (what: string, path: string, atMost: number) => {
      // Work that is always the same and as long: what it takes longer at times is the machine's doing.
      const length = Math.min(Math.max(Math.round((await ask(path, warmingUp)).p50), 1), 200);
      const measured = await alternate(["own", "fixed"], { rounds, turns: 1 }, (name) =>
        ask(name === "own" ? path : fixedWorkPath(length), requests),
      );
      const ofMachine = median(measured.fixed.flat().map(({ p50, p95 }) => p95 - p50));
      const p95 = measured.own.flat().map((one) => one.p95);
      const own = p95.map((one) => one - ofMachine);
      figures.push(
        {
          what: `${what}, p95 without the machine's part`,
          value: median(own),
          spread: spreadOf(own),
          unit: "ms",
          atMost,
        },
        { what: "  as it was measured", value: median(p95), spread: spreadOf(p95), unit: "ms" },
        { what: "  median", value: median(measured.own.flat().map(({ p50 }) => p50)), unit: "ms" },
      );
    };
    const api = (question: string) => `/api/v1/search?lang=sq&q=${encodeURI(question).replace(/%20/g, "+")}`;
    for (const question of questions) await measure(question, api(question), 50);
    for (const question of typed)
      await measure(
        `${question} …`,
        `/api/v1/search/suggestions?lang=sq&q=${encodeURI(question).replace(/%20/g, "+")}`,
        20,
      );

    // Ten searches a second beside readers of pages.
    const reading = async (isSearched: boolean) => {
      let isOver = false;
      const searching = (async () => {
        for (let at = 0; isSearched && !isOver; at += 1) {
          const until = performance.now() + 100;
          await answered(server.port, api(questions[at % questions.length]!));
          await new Promise((resolve) => setTimeout(resolve, Math.max(0, until - performance.now())));
        }
      })();
      const { p50, p95 } = await ask("/aktet", 100);
      isOver = true;
      await searching;
      return { p50, p95 };
    };
    await reading(false);
    const beside = await alternate(["alone", "searched"], { rounds, turns: 1 }, (name) => reading(name === "searched"));
    for (const [what, of, atMost] of [
      ["a page while ten searches a second are answered, to the same without: median", "p50", 1.2],
      ["  p95", "p95", 1.5],
    ] as const) {
      const ratios = beside.searched.flat().map((one, at) => one[of] / beside.alone.flat()[at]![of]);
      figures.push({ what, value: median(ratios), spread: spreadOf(ratios), unit: "", atMost });
    }
    return figures;
  },
} satisfies Bench;
