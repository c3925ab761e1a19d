import type { Pool } from "pg";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** One finished answer. `seconds` is from its first byte read to its last byte written. */
export interface Answered {
  status: number;
  seconds: number;
  cache: string;
}

export interface Metrics {
  answered(answer: Answered): void;
  text(): Promise<string>;
  contentType: string;
}

/** Prometheus numbers of this process: requests by status and cache, durations, the pool, and Node itself. */
export function createMetrics(pool: Pool): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: "http_requests_total",
    help: "Answers by status and by what the page cache said",
    labelNames: ["status", "cache"],
    registers: [register],
  });
  const durations = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from request to answer",
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    labelNames: ["cache"],
    registers: [register],
  });
  new Gauge({
    name: "database_connections",
    help: "Connections of the application's pool by state",
    labelNames: ["state"],
    registers: [register],
    collect() {
      this.set({ state: "idle" }, pool.idleCount);
      this.set({ state: "used" }, pool.totalCount - pool.idleCount);
      this.set({ state: "waiting" }, pool.waitingCount);
    },
  });
  return {
    answered({ status, seconds, cache }) {
      requests.inc({ status: `${status}`, cache });
      durations.observe({ cache }, seconds);
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}
