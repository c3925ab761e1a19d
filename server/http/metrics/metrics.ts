import type { Pool } from "pg";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Rooms } from "../../features/following/rooms.ts";
import type { SearchEngine } from "../../search/search-engine.ts";
import type { Answered } from "../access-log.ts";

export interface Metrics {
  answered(answer: Pick<Answered, "status" | "milliseconds" | "cache">): void;
  text(): Promise<string>;
  contentType: string;
}

export interface Measured {
  pool: Pick<Pool, "idleCount" | "totalCount" | "waitingCount">;
  rooms: Pick<Rooms, "viewers" | "dropped">;
  search: Pick<SearchEngine, "isAway">;
}

/** Prometheus numbers of this process: requests by status and cache, durations, the pool, the search, and Node itself. */
export function createMetrics({ pool, rooms, search }: Measured): Metrics {
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
  new Gauge({
    name: "live_viewers",
    help: "Streams of live meetings that are open",
    registers: [register],
    collect() {
      this.set(rooms.viewers);
    },
  });
  new Gauge({
    name: "live_viewers_dropped",
    help: "Viewers of the meetings that are followed now who were let go because they did not read",
    registers: [register],
    collect() {
      this.set(rooms.dropped);
    },
  });
  const isAway = search.isAway?.bind(search);
  if (isAway)
    new Gauge({
      name: "search_fallback",
      help: "1 while Typesense cannot be reached and people search in the database",
      registers: [register],
      collect() {
        this.set(isAway() ? 1 : 0);
      },
    });
  return {
    answered({ status, milliseconds, cache }) {
      const use = cache ?? "none";
      requests.inc({ status: `${status}`, cache: use });
      durations.observe({ cache: use }, milliseconds / 1000);
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}
