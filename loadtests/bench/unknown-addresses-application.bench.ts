import type { PageCacheStats } from "../../server/http/page-cache/page-cache.ts";
import type { Bench } from "./base/bench.ts";
import { browserHeaders } from "./browser-headers.ts";

const megabyte = 2 ** 20;

export default {
  name: "unknown-addresses-application",
  about:
    "the real application after 100,000 different addresses and hosts that do not exist: what it keeps, after garbage collection",
  async run(context) {
    const server = await context.startServer(new URL("./application.server.ts", import.meta.url), {
      arguments: [context.directory],
      nodeOptions: ["--expose-gc", "--max-semi-space-size=4"],
    });
    const ask = (requests: number, series: string) =>
      context.load({
        port: server.port,
        connections: 32,
        requests,
        targets: [
          { path: `/${series}/{n}`, headers: browserHeaders("valbardhe.localhost:3000") },
          { path: `/legjislacioni?${series}={n}`, headers: browserHeaders("valbardhe.localhost:3000") },
          { path: "/legjislacioni", headers: browserHeaders(`${series}-{n}.localhost:3000`) },
          {
            path: `/${series}/{n}?{n}`,
            headers: {
              ...browserHeaders(`{n}.${series}.example`),
              "Accept-Encoding": `gzip, ${series}{n}`,
              "If-None-Match": `"${series}{n}"`,
              Cookie: `${series}{n}=1`,
            },
          },
        ],
      });
    // What the process needs to answer at all is not growth.
    await ask(20_000, "before");
    const before = await server.memory();
    const pagesBefore = (await server.report<PageCacheStats>()).pages;
    const { requests, statuses } = await ask(100_000, "after");
    const after = await server.memory();
    const { pages } = await server.report<PageCacheStats>();
    context.say(`${requests} requests, answers by status ${JSON.stringify(statuses)}`);
    const heap = (memory: typeof before) => (memory.heapUsed + memory.external) / megabyte;
    return [
      {
        what: "growth of the resident memory, also what the allocator holds back",
        value: (after.rss - before.rss) / megabyte,
        unit: "MiB",
      },
      { what: "growth of heap and buffers", value: heap(after) - heap(before), unit: "MiB", below: 32 },
      { what: "resident memory", value: after.rss / megabyte, unit: "MiB" },
      { what: "pages more in the cache", value: pages - pagesBefore, unit: "", atMost: 0 },
    ];
  },
} satisfies Bench;
