import { setTimeout } from "node:timers/promises";
import type { Bench, Figure } from "./base/bench.ts";
import { Drain } from "./base/drains.ts";
import { alternate, median, spreadOf } from "./base/rounds.ts";
import { browserHeaders } from "./browser-headers.ts";
import type { PackageReport } from "./package.server.ts";

const host = "valbardhe.localhost:3000";
const address = "/mbledhjet/mbledhja-e-madhe.zip";
const papers = 200;
const bytes = 1_000_000_000;
const people = 50;
/** A good line at home: 20 Mbit a second. */
const bytesPerSecond = 2_500_000;
const megabyte = 1_000_000;
/** Pages that people read meanwhile; one of them is asked for with words and so rendered each time. */
const pages = { kept: "/", rendered: "/lajme?q=buxheti" };
type Page = keyof typeof pages;
type Meanwhile = `${"nobody" | "fifty at once"}: ${Page}`;

export default {
  name: "package",
  about: `the package of a meeting with ${papers} papers of together 1 GB: memory, and pages while ${people} people download it`,
  async run(context) {
    const server = await context.startServer(new URL("./package.server.ts", import.meta.url), {
      arguments: [context.directory, String(papers), String(bytes)],
      nodeOptions: ["--expose-gc", "--min-semi-space-size=8", "--max-semi-space-size=8"],
    });
    const drain = (speed?: number) => new Drain(server.port, address, host, speed);
    const report = async () => {
      await server.memory();
      return server.report<PackageReport>();
    };
    const readPage = async (page: Page) => {
      const { milliseconds, statuses, requests } = await context.load({
        port: server.port,
        connections: 2,
        requests: page === "kept" ? 1_000 : 150,
        targets: [{ path: pages[page], headers: browserHeaders(host) }],
      });
      if (statuses["200"] !== requests) throw new Error(`${page}: ${JSON.stringify(statuses)}`);
      return milliseconds;
    };
    for (const page of Object.keys(pages) as Page[]) await readPage(page);

    // Once before, so that code and pools are there before memory is measured.
    const first = drain();
    while (first.drained.bytes < 50 * megabyte) await setTimeout(20);
    first.leave();
    await setTimeout(500);
    const before = await report();
    const began = performance.now();
    const alone = drain();
    while (alone.drained.whole === 0) await setTimeout(20);
    const seconds = (performance.now() - began) / 1_000;
    alone.leave();
    const afterOne = await server.report<PackageReport>();
    const size = alone.drained.bytes;

    const names: Meanwhile[] = ["nobody: kept", "fifty at once: kept", "nobody: rendered", "fifty at once: rendered"];
    await report();
    let sent = 0;
    const measured = await alternate(names, { rounds: context.rounds, turns: 1 }, async (name) => {
      const page = name.endsWith("kept") ? "kept" : "rendered";
      const downloading = name.startsWith("fifty") ? Array.from({ length: people }, () => drain(bytesPerSecond)) : [];
      if (downloading.length > 0) await setTimeout(1_000);
      const milliseconds = await readPage(page);
      for (const one of downloading) {
        sent += one.drained.bytes;
        one.leave();
      }
      if (downloading.some((one) => one.drained.bytes === 0)) throw new Error("Somebody was sent nothing.");
      if (downloading.length > 0) await setTimeout(300);
      return milliseconds;
    });
    const afterMany = await server.report<PackageReport>();

    const ofPage = (page: Page, required: Pick<Figure, "below">): Figure[] => {
      const during = (name: Meanwhile) => measured[name].map(([one]) => one!.p50);
      const [quiet, busy] = [during(`nobody: ${page}`), during(`fifty at once: ${page}`)];
      // Of each round, since a machine that is not alone changes from round to round.
      const ratios = busy.map((milliseconds, round) => milliseconds / quiet[round]!);
      return [
        { what: `page ${page}, nobody downloads, p50`, value: median(quiet), spread: spreadOf(quiet), unit: "ms" },
        {
          what: `page ${page}, fifty download, p50`,
          value: median(busy),
          spread: spreadOf(busy),
          unit: "ms",
          ...required,
        },
        { what: `page ${page}, one to the other`, value: median(ratios), spread: spreadOf(ratios), unit: "" },
      ];
    };
    return [
      { what: "size of the package", value: size / megabyte, unit: "MB" },
      { what: "speed of one download", value: size / megabyte / seconds, unit: "MB/s" },
      {
        what: "memory beside one download",
        value: (afterOne.highest - before.resident) / megabyte,
        unit: "MB",
        below: 50,
      },
      {
        what: "memory beside fifty downloads",
        value: (afterMany.highest - before.resident) / megabyte,
        unit: "MB",
      },
      { what: "sent to fifty people", value: sent / megabyte, unit: "MB" },
      ...ofPage("kept", { below: 10 }),
      ...ofPage("rendered", { below: 60 }),
    ];
  },
} satisfies Bench;
