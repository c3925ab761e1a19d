import { connect } from "node:net";
import { createHistogram, performance } from "node:perf_hooks";
import { bounded, type LoadPlan, type LoadResult, type Target } from "./load-plan.ts";

/**
 * The process that asks. On two cores the one that asks must cost less than the one that answers, or it is itself what
 * is measured; the HTTP clients at hand cost as much as the server. So this one writes finished requests to a socket
 * and reads of an answer only status and length. It understands nothing but answers with `Content-Length` (or without
 * body) over connections that stay open, and counts everything else as an error.
 */

const headEnd = Buffer.from("\r\n\r\n");

function requestWriter({ method = "GET", path, headers }: Target): (n: number) => Buffer {
  const named = { Host: "localhost", ...headers };
  const lines = Object.entries(named).map(([name, value]) => `${name}: ${value}\r\n`);
  const text = `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n`;
  const bytes = Buffer.from(text, "latin1");
  return text.includes("{n}") ? (n) => Buffer.from(text.replaceAll("{n}", String(n)), "latin1") : () => bytes;
}

function run(plan: Required<LoadPlan>): Promise<LoadResult> {
  const writers = plan.targets.map(requestWriter);
  const heads = plan.targets.map(({ method }) => method === "HEAD");
  const latencies = createHistogram();
  const statuses: Record<string, number> = {};
  const errors: Record<string, number> = {};
  let begun = 0;
  let answered = 0;
  let bodyBytes = 0;
  let open = plan.connections;
  const start = performance.now();
  const deadline = start + plan.seconds * 1_000;

  return new Promise((resolve) => {
    const leave = () => {
      open -= 1;
      if (open > 0) return;
      const ms = (nanoseconds: number) => nanoseconds / 1e6;
      resolve({
        requests: answered,
        seconds: (performance.now() - start) / 1_000,
        statuses,
        bodyBytes,
        milliseconds: {
          p50: ms(latencies.percentile(50)),
          p95: ms(latencies.percentile(95)),
          p99: ms(latencies.percentile(99)),
          max: ms(latencies.max),
        },
        errors,
      });
    };
    for (let connection = 0; connection < plan.connections; connection++) {
      const socket = connect(plan.port, "127.0.0.1").setNoDelay();
      let askedAt = 0;
      let target = 0;
      let head: Buffer | null = null;
      let missing = 0;
      const fail = (why: string) => {
        errors[why] = (errors[why] ?? 0) + 1;
        socket.destroy();
      };
      const ask = () => {
        if (begun >= plan.requests || performance.now() >= deadline) return socket.destroy();
        target = begun % writers.length;
        begun += 1;
        askedAt = performance.now();
        socket.write(writers[target]!(begun));
      };
      const complete = () => {
        latencies.record(Math.max(1, Math.round((performance.now() - askedAt) * 1e6)));
        answered += 1;
        ask();
      };
      const readHead = (chunk: Buffer) => {
        const whole: Buffer = head ? Buffer.concat([head, chunk]) : chunk;
        const end = whole.indexOf(headEnd);
        if (end === -1) {
          head = whole;
          return;
        }
        head = null;
        const text = whole.toString("latin1", 0, end);
        const status = text.slice(9, 12);
        const bodyless = heads[target] || status === "304" || status === "204";
        const length = bodyless ? "0" : /^content-length: *(\d+)/im.exec(text)?.[1];
        if (length === undefined) return fail("answer without Content-Length");
        statuses[status] = (statuses[status] ?? 0) + 1;
        bodyBytes += Number(length);
        missing = Number(length) - (whole.length - end - headEnd.length);
        if (missing < 0) return fail("answer longer than announced");
        if (missing === 0) complete();
      };
      socket.on("connect", ask);
      socket.on("data", (chunk: Buffer) => {
        if (missing === 0) return readHead(chunk);
        missing -= chunk.length;
        if (missing < 0) fail("answer longer than announced");
        else if (missing === 0) complete();
      });
      socket.on("error", (error: NodeJS.ErrnoException) => fail(error.code ?? error.message));
      socket.on("end", () => fail("connection ended by the server"));
      socket.on("close", leave);
    }
  });
}

process.on("message", async (plan: LoadPlan) => {
  process.send!(await run(bounded(plan)));
});
