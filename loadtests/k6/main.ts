import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { machineFacts } from "../bench/base/machine.ts";
import { councilNight } from "./council-night.ts";
import { fillPortal, openInside, run, startPortal } from "./portal.ts";
import { publishRush } from "./publish-rush.ts";
import type { Load } from "./scenario.ts";
import { warm } from "./warm.ts";

const names = ["council-night", "publish-rush", "registers"] as const;
type Name = (typeof names)[number];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { smoke: { type: "boolean", default: false }, data: { type: "string" }, results: { type: "string" } },
});
const wanted = positionals.length > 0 ? positionals : [...names];
const unknown = wanted.find((name) => !names.includes(name as Name));
if (unknown) {
  process.stderr.write(`There is no load called “${unknown}”: ${names.join(", ")}.\n`);
  process.exit(64);
}
const k6 = process.env.K6 ?? resolve(import.meta.dirname, "../../.cache/k6/k6");
if (!existsSync(k6)) {
  process.stderr.write(`There is no k6 at ${k6}. Build it by \`bash infra/ci/k6.sh\`, or say by K6 where one is.\n`);
  process.exit(69);
}

/** What k6 ends with then, and this as well. */
const thresholdsMissed = 99;
const isSmoke = values.smoke;
const [councils, years] = isSmoke ? [3, 1] : [61, 5];
const dataDir = values.data ? resolve(values.data) : mkdtempSync(join(tmpdir(), "load-"));
// PostgreSQL's user can enter it, so that root's database lies in it too and goes with it.
if (!values.data) chmodSync(dataDir, 0o711);
const resultsDir = resolve(values.results ?? join(import.meta.dirname, "../../.cache/k6/results"));
mkdirSync(resultsDir, { recursive: true });

const loads: Record<Name, (inside: Awaited<ReturnType<typeof openInside>>, port: number) => Promise<Load>> = {
  "council-night": (inside) => councilNight(inside, { councils, isSmoke }),
  "publish-rush": (inside, port) => publishRush(inside, { councils, isSmoke, port }),
  registers: async () => ({
    environment: { SECONDS: isSmoke ? "10" : "120", SCALE: isSmoke ? "0.2" : "1" },
    meanwhile: async () => ({}),
  }),
};

/** @returns what was not as it should be */
async function load(name: Name, port: number): Promise<string | undefined> {
  const inside = await openInside(dataDir);
  try {
    const { environment, meanwhile } = await loads[name](inside, port);
    const env = {
      ...process.env,
      ...environment,
      PORT: String(port),
      COUNCILS: String(councils),
      SUMMARY: join(resultsDir, `${name}.json`),
      K6_NO_USAGE_REPORT: "true",
    };
    process.stdout.write(`\n${name}\n`);
    const script = join(import.meta.dirname, `${name}.js`);
    const [code, { missed }] = await Promise.all([
      run(k6, ["run", "--quiet", "--address", "", script], env),
      meanwhile(),
    ]);
    if (code !== 0 && code !== thresholdsMissed) throw new Error(`${name}: k6 ended with ${code}.`);
    return code === 0 ? missed : `a threshold was missed${missed ? `; ${missed}` : ""}`;
  } finally {
    await inside.close();
  }
}

let failed = false;
try {
  process.stdout.write(`${machineFacts()}; ${councils} councils with ${years} years\n`);
  await fillPortal(dataDir, councils, years);
  for (const name of wanted as Name[]) {
    const portal = await startPortal(dataDir);
    try {
      await warm(portal.port, councils);
      const wrong = await load(name, portal.port);
      process.stdout.write(wrong ? `${name}: NOT as it should be: ${wrong}\n` : `${name}: as it should be\n`);
      failed ||= wrong !== undefined;
    } finally {
      await portal.stop();
    }
  }
} finally {
  if (!values.data) rmSync(dataDir, { recursive: true, force: true });
}
process.exitCode = failed ? thresholdsMissed : 0;
