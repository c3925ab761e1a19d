/**
 * Journalists and the curious: registers of all councils with filters that nobody has asked for before, so that most pages
 * are rendered anew, and the same rows as CSV. Run by `npm run load -- registers`.
 */
import { anyCouncil, anyOf, hosts, read } from "./lib/councils.js";

export { summary as handleSummary } from "./lib/summary.js";

const seconds = Number(__ENV.SECONDS || 120);
const scale = Number(__ENV.SCALE || 1);

const readers = (exec, rate, timeUnit = "1s") => ({
  executor: "constant-arrival-rate",
  exec,
  rate: Math.ceil(rate * scale),
  timeUnit,
  duration: `${seconds}s`,
  preAllocatedVUs: 30,
  maxVUs: 300,
});

export const options = {
  hosts,
  discardResponseBodies: true,
  summaryTrendStats: ["min", "med", "p(95)", "p(99)", "max"],
  scenarios: { pages: readers("narrow", 15), files: readers("download", 1, "2s"), api: readers("ask", 2) },
  thresholds: {
    checks: ["rate>0.999"],
    "http_req_failed{kind:register}": ["rate<0.001"],
    "http_req_duration{kind:register}": ["p(95)<150", "p(99)<300"],
    "http_req_duration{kind:api}": ["p(95)<150"],
    "http_req_duration{kind:csv}": ["p(95)<3000"],
    dropped_iterations: ["count==0"],
  },
};

const years = [2022, 2023, 2024, 2025, 2026];
const words = ["tarifa", "buxheti", "rruga", "shkolla", "uji", "taksa", "prona", "strehimi", "tregu", "pyjet"];
const subjects = ["taxes", "budget", "property", "social", "education"];
const sorts = ["newest", "oldest", "number", "title"];

const addresses = [
  () => `/aktet?q=${anyOf(words)}&sort=${anyOf(sorts)}`,
  () => `/aktet?year=${anyOf(years)}&sort=${anyOf(sorts)}`,
  () => `/aktet?subject=${anyOf(subjects)}&year=${anyOf(years)}`,
  () => `/aktet?page=${1 + Math.floor(Math.random() * 20 * scale)}&sort=${anyOf(sorts)}`,
  () => `/projektaktet?q=${anyOf(words)}&year=${anyOf(years)}`,
  () => `/mbledhjet?year=${anyOf(years)}&kind=ordinary`,
  () => `/kerko?q=${anyOf(words)}+${anyOf(years)}`,
  () => "/anetaret",
  () => `/kalendari?view=year&year=${anyOf(years)}`,
];

export function narrow() {
  read("register", anyCouncil(), anyOf(addresses)());
}

export function download() {
  read("csv", anyCouncil(), `/aktet.csv?year=${anyOf(years)}`);
}

export function ask() {
  read("api", anyCouncil(), `/api/v1/acts?year=${anyOf(years)}&q=${anyOf(words)}`);
}
