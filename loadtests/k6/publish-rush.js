/**
 * The morning on which everybody publishes: ten councils change something each second, and what was kept of their pages is
 * worth nothing, while their citizens read. Run by `npm run load -- publish-rush`, which publishes and says after how long
 * the public saw it.
 */
import { anyCouncil, anyOf, councilOf, hosts, read } from "./lib/councils.js";

export { summary as handleSummary } from "./lib/summary.js";

const busy = Number(__ENV.BUSY || 10);
const seconds = Number(__ENV.SECONDS || 120);
const scale = Number(__ENV.SCALE || 1);

const readers = (exec, rate) => ({
  executor: "constant-arrival-rate",
  exec,
  rate: Math.ceil(rate * scale),
  timeUnit: "1s",
  duration: `${seconds}s`,
  preAllocatedVUs: 50,
  maxVUs: 400,
});

export const options = {
  hosts,
  discardResponseBodies: true,
  summaryTrendStats: ["min", "med", "p(95)", "p(99)", "max"],
  scenarios: { of_busy_councils: readers("readBusy", 40), of_all_councils: readers("readAny", 40) },
  thresholds: {
    checks: ["rate>0.999"],
    "http_req_failed{kind:changing page}": ["rate<0.001"],
    "http_req_failed{kind:page}": ["rate<0.001"],
    "http_req_duration{kind:changing page}": ["p(95)<250"],
    "http_req_duration{kind:page}": ["p(95)<150", "p(99)<300"],
    dropped_iterations: ["count==0"],
  },
};

const changing = ["/", "/lajme", "/njoftime"];
const pages = ["/", "/aktet", "/mbledhjet", "/anetaret", "/kalendari"];

export function readBusy() {
  read("changing page", councilOf(1 + Math.floor(Math.random() * busy)), anyOf(changing));
}

export function readAny() {
  read("page", anyCouncil(), anyOf(pages));
}
