import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

/** What a figure depends on, in one line. */
export function machineFacts(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const load = loadavg()
    .map((average) => average.toFixed(2))
    .join(" ");
  return `${availableParallelism()} × ${model}, ${memory}, ${process.platform} ${process.arch}, Node ${process.version}, load ${load}`;
}
