/**
 * The evening of disputed votes: five councils sit at once, viewers pour in when they open, everybody reloads when the vote
 * is called, and the registers and papers of all councils are read meanwhile. Run by `npm run load -- council-night`, which
 * moves the meetings.
 */
import { check } from "k6";
import exec from "k6/execution";
import { Counter, Trend } from "k6/metrics";
import sse from "k6/x/sse";
import { addressOf, anyCouncil, anyOf, hosts, read } from "./lib/councils.js";

export { summary as handleSummary } from "./lib/summary.js";

/** `[{ council, slug }]` */
const sittings = JSON.parse(__ENV.SITTINGS);
const viewers = Number(__ENV.VIEWERS || 1_000);
/** Seconds from the beginning: when the meetings open, when the vote is called, when all is over. */
const [opening, vote, end] = JSON.parse(__ENV.TIMETABLE || "[30, 90, 180]");
const scale = Number(__ENV.SCALE || 1);

const updateDelay = new Trend("update_delay", true);
const missedUpdates = new Counter("missed_updates");

const early = Math.round(viewers / 5);
const burst = Math.min(20, vote - opening);
const arrivals = (target, duration) => ({ target: Math.ceil(target), duration: `${duration}s` });

export const options = {
  hosts,
  discardResponseBodies: true,
  summaryTrendStats: ["min", "med", "p(95)", "p(99)", "max"],
  scenarios: {
    viewers: {
      executor: "ramping-arrival-rate",
      exec: "follow",
      startRate: Math.ceil(early / opening),
      timeUnit: "1s",
      // Each stays until the end: one that had to be made first would count as somebody who was not let in.
      preAllocatedVUs: Math.ceil(viewers * 1.2) + end - opening,
      maxVUs: viewers * 2 + end,
      stages: [
        arrivals(early / opening, opening),
        arrivals((viewers - early) / burst, 1),
        arrivals((viewers - early) / burst, burst - 1),
        arrivals(1, 1),
        arrivals(1, end - opening - burst - 1),
      ],
      gracefulStop: "15s",
    },
    reload_at_the_vote: {
      executor: "constant-arrival-rate",
      exec: "reload",
      startTime: `${vote}s`,
      rate: Math.ceil(100 * scale),
      timeUnit: "1s",
      duration: `${Math.min(10, end - vote)}s`,
      preAllocatedVUs: 50,
      maxVUs: 400,
    },
    readers: {
      executor: "constant-arrival-rate",
      exec: "browse",
      rate: Math.ceil(60 * scale),
      timeUnit: "1s",
      duration: `${end}s`,
      preAllocatedVUs: 50,
      maxVUs: 400,
    },
    packages: {
      executor: "constant-arrival-rate",
      exec: "fetchPackage",
      rate: 1,
      timeUnit: "2s",
      duration: `${end}s`,
      preAllocatedVUs: 5,
      maxVUs: 40,
    },
  },
  thresholds: {
    checks: ["rate>0.999"],
    "http_req_failed{kind:page}": ["rate<0.001"],
    "http_req_failed{kind:live page}": ["rate<0.001"],
    "http_req_failed{kind:package}": ["rate<0.001"],
    "http_req_duration{kind:page}": ["p(95)<100", "p(99)<250"],
    "http_req_duration{kind:live page}": ["p(95)<100", "p(99)<250"],
    update_delay: ["p(99)<1000"],
    missed_updates: ["count==0"],
    dropped_iterations: ["count==0"],
  },
};

const pages = ["/", "/aktet", "/mbledhjet", "/anetaret", "/kalendari", "/projektaktet", "/aktet?year=2025", "/en/acts"];

/** Comes to a meeting's page and follows it until the end of the night. */
export function follow() {
  const { council, slug } = sittings[exec.scenario.iterationInTest % sittings.length];
  read("live page", council, `/drejtperdrejt/${slug}`);
  let last = null;
  const answer = sse.open(addressOf(council, `/api/v1/live/${slug}/stream`), { tags: { kind: "stream" } }, (client) => {
    client.on("event", ({ id, name, data }) => {
      const number = Number(id);
      if (name === "step") {
        updateDelay.add(Date.now() - Date.parse(JSON.parse(data).at));
        if (last !== null && number !== last + 1) missedUpdates.add(1);
      }
      last = number;
      if (exec.instance.currentTestRunDuration >= end * 1_000) client.close();
    });
  });
  check(answer, { "the stream opened and did not break": ({ status, error }) => status === 200 && error === "" });
}

export function reload() {
  const { council, slug } = anyOf(sittings);
  read("live page", council, `/drejtperdrejt/${slug}`);
}

export function browse() {
  read("page", anyCouncil(), anyOf(pages));
}

export function fetchPackage() {
  const { council, slug } = anyOf(sittings);
  read("package", council, `/mbledhjet/${slug}.zip`);
}
