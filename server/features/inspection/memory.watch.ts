import { workerData } from "node:worker_threads";

/** Ends the process as soon as it holds more than it may, in bytes. */
setInterval(() => {
  if (process.memoryUsage.rss() > (workerData as number)) process.kill(process.pid, "SIGKILL");
}, 20);
