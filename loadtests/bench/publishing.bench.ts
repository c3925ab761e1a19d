import type { ApplicationReport } from "./application.server.ts";
import type { Bench } from "./base/bench.ts";
import { browserHeaders } from "./browser-headers.ts";

const host = "valbardhe.localhost:3000";
/** Pages of a council that people have open while its secretariat publishes. */
const paths = [
  "/",
  "/en/",
  "/lajme",
  "/njoftime",
  "/legjislacioni",
  "/keshilli",
  "/merr-pjese",
  "/plani-i-faqes",
  "/galeria",
];
const areasChanged = 1_000;

export default {
  name: "publishing",
  about: `the real application: ${paths.length} pages of a council, all of whose content is said to have changed each second`,
  async run(context) {
    const server = await context.startServer(new URL("./application.server.ts", import.meta.url), {
      arguments: [context.directory, "kept", String(areasChanged)],
    });
    const before = await server.report<ApplicationReport>();
    const { requests, seconds, statuses, errors, milliseconds } = await context.load({
      port: server.port,
      connections: 32,
      seconds: 10,
      targets: paths.map((path) => ({ path, headers: browserHeaders(host) })),
    });
    const after = await server.report<ApplicationReport>();
    if (statuses["200"] !== requests || Object.keys(errors).length > 0)
      throw new Error(`Answers by status ${JSON.stringify(statuses)}, errors ${JSON.stringify(errors)}`);
    // A version more may begin and one more may end within the measured time.
    const versions = after.versions - before.versions + 1;
    return [
      { what: "answered", value: requests / seconds, unit: "requests/s" },
      { what: "p99", value: milliseconds.p99, unit: "ms" },
      { what: "slowest request", value: milliseconds.max, unit: "ms", atMost: 1_000 },
      { what: "versions", value: versions, unit: "" },
      {
        what: "renders of a page for a version",
        value: (after.renders - before.renders) / versions / paths.length,
        unit: "",
        atMost: 1,
      },
    ];
  },
} satisfies Bench;
