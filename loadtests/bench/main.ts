import { globSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bench, type BenchContext, isMet } from "./base/bench.ts";
import { ChildServer } from "./base/child-server.ts";
import { LoadGenerator } from "./base/load.ts";
import { machineFacts } from "./base/machine.ts";
import { tableOf } from "./base/table.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

async function allBenches(): Promise<Bench[]> {
  const files = globSync("*.bench.ts", { cwd: import.meta.dirname }).sort();
  const modules = await Promise.all(files.map((file) => import(join(import.meta.dirname, file))));
  return modules.map((module) => module.default as Bench);
}

/** Runs one bench and leaves no process and no file of it behind. */
async function runBench(bench: Bench) {
  const servers: ChildServer[] = [];
  const generator = new LoadGenerator();
  const directory = await mkdtemp(join(tmpdir(), "bench-"));
  // PostgreSQL's user can enter it, so that root's databases lie in it too and go with it.
  await chmod(directory, 0o711);
  const context: BenchContext = {
    rounds: 5,
    directory,
    say: (line) => say(`  ${line}`),
    load: (plan) => generator.run(plan),
    async startServer(module, options = {}) {
      const server = await ChildServer.start(module, options);
      servers.push(server);
      return server;
    },
  };
  try {
    return await bench.run(context);
  } finally {
    generator.stop();
    for (const server of servers) server.stop();
    // A database that is just being stopped still writes.
    await rm(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
}

const benches = await allBenches();
const names = process.argv.slice(2);
const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  say(`There is no bench named ${unknown.join(", ")}. There are:`);
  for (const { name, about } of benches) say(`  ${name.padEnd(20)} ${about}`);
  process.exit(1);
}

say(machineFacts());
let unmet = 0;
for (const bench of names.length > 0 ? benches.filter(({ name }) => names.includes(name)) : benches) {
  say(`\n${bench.name}: ${bench.about}`);
  const figures = await runBench(bench);
  say(tableOf(figures));
  unmet += figures.filter((figure) => !isMet(figure)).length;
}
say(unmet === 0 ? "\nAll that is required is met." : `\n${unmet} of what is required is not met.`);
process.exitCode = unmet === 0 ? 0 : 1;
