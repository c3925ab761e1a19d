/** What a request asks for. `{n}` in path and header values stands for the number of the request. */
export interface Target {
  method?: "GET" | "HEAD";
  path: string;
  headers?: Record<string, string>;
}

/** Each connection asks anew as soon as it is answered, in turn for each target, until one of the bounds is reached. */
export interface LoadPlan {
  /** On 127.0.0.1; no other machine can be named. */
  port: number;
  connections: number;
  seconds?: number;
  requests?: number;
  targets: readonly Target[];
}

export interface LoadResult {
  requests: number;
  seconds: number;
  /** Answers by status. */
  statuses: Record<string, number>;
  bodyBytes: number;
  /** From the last byte of the request to the last byte of the answer. */
  milliseconds: { p50: number; p95: number; p99: number; max: number };
  /** Connections that broke or answers that could not be read, by what was wrong. */
  errors: Record<string, number>;
}

const most = { connections: 1_000, seconds: 60, requests: 1_000_000 };

/** @throws {RangeError} for a plan without an end, or larger than a machine that also does other things should bear */
export function bounded(plan: LoadPlan): Required<LoadPlan> {
  const { connections, seconds = most.seconds, requests = most.requests } = plan;
  if (plan.seconds === undefined && plan.requests === undefined) throw new RangeError("A load needs an end.");
  if (connections > most.connections || seconds > most.seconds || requests > most.requests)
    throw new RangeError(`A load may not exceed ${JSON.stringify(most)}.`);
  return { ...plan, seconds, requests };
}
