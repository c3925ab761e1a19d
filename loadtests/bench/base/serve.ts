import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Memory, Question } from "./child-server.ts";

function memory(): Memory {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heapUsed, external, rss };
}

/**
 * What the module of a bench's server calls: listens on a free port of this machine, tells it to the bench, and
 * answers the bench's questions.
 * @param report what `ChildServer.report` gets
 */
export function serve(
  server: Server | RequestListener,
  report: () => unknown | Promise<unknown> = () => null,
  /** Of a server that comes back where it was. */
  port = 0,
): void {
  const listening = typeof server === "function" ? createServer(server) : server;
  listening.listen(port, "127.0.0.1", () => process.send!((listening.address() as AddressInfo).port));
  process.on("message", async (question: Question) => {
    if (question === "memory") process.send!(memory());
    else if (question === "report") process.send!(await report());
    else {
      const { user, system } = process.cpuUsage();
      process.send!(user + system);
    }
  });
  process.on("disconnect", () => process.exit());
}
