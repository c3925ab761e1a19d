import type { Bench } from "./base/bench.ts";
import { alternate, median, spreadOf } from "./base/rounds.ts";
import { browserHeaders } from "./browser-headers.ts";

/** As `npm start` has it: a page makes some megabytes of short-lived objects, and collecting them took a fifth of its time. */
const asStarted = ["--min-semi-space-size=8", "--max-semi-space-size=8"];
const host = "valbardhe.localhost:3000";
const pages = {
  "home page": "/",
  "collection with filters": "/lajme?year=2025",
  "readiness of 81 elements": "/plani-i-faqes",
};
type Page = keyof typeof pages;

export default {
  name: "home",
  about: "pages of a complete council that are rendered for every request, at concurrency 1",
  async run(context) {
    const server = await context.startServer(new URL("./application.server.ts", import.meta.url), {
      arguments: [context.directory, "rendered"],
      nodeOptions: asStarted,
    });
    const measure = async (page: Page) => {
      const { milliseconds, statuses, requests } = await context.load({
        port: server.port,
        connections: 1,
        requests: 150,
        targets: [{ path: pages[page], headers: browserHeaders(host) }],
      });
      if (statuses["200"] !== requests) throw new Error(`${page}: ${JSON.stringify(statuses)}`);
      return milliseconds;
    };
    for (const page of Object.keys(pages) as Page[]) await measure(page);
    const measured = await alternate(Object.keys(pages) as Page[], { rounds: context.rounds, turns: 1 }, measure);
    return (Object.keys(pages) as Page[]).flatMap((page) => {
      const [p50, p95] = [measured[page].map(([one]) => one!.p50), measured[page].map(([one]) => one!.p95)];
      return [
        {
          what: `${page}, p50`,
          value: median(p50),
          spread: spreadOf(p50),
          unit: "ms",
          ...(page === "home page" && { below: 8 }),
        },
        { what: `${page}, p95`, value: median(p95), spread: spreadOf(p95), unit: "ms" },
      ];
    });
  },
} satisfies Bench;
