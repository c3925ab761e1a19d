import { writeSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { lockedExit } from "./inspection.shared.ts";
import { isLocked } from "./pdf-text.ts";
import { readText } from "./read-text.ts";

/**
 * A process of its own that reads one file, given as descriptor 3, and answers with a line of JSON, and another that holds
 * in its place where a closer look says it better. A thread would share the server's memory; a process that takes too much
 * of it can be ended alone.
 */
const [size, extension, maximumPages, maximumMemory] = process.argv.slice(2);

// A loop that never yields is watched from beside it.
new Worker(new URL("./memory.watch.ts", import.meta.url), { workerData: Number(maximumMemory) }).unref();

// Readers of PDF talk about what they meet; nobody listens here, and a file's words belong into no log.
for (const way of ["log", "warn", "error", "info"] as const) console[way] = () => {};

try {
  for await (const check of readText(3, Number(size), extension!, Number(maximumPages)))
    writeSync(1, `${JSON.stringify(check)}\n`);
} catch (failure) {
  process.exit(isLocked(failure) ? lockedExit : 1);
}
process.exit(0);
