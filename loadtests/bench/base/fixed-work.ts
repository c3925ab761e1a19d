import type { RequestListener } from "node:http";

/**
 * Work of a known length that needs nothing but the processor. Where processors are shared, it takes longer now and then
 * although it is always the same: that is the machine's part in how long anything else takes.
 */
export class FixedWork {
  readonly #turnsInMillisecond: number;

  constructor() {
    const turns = 1e6;
    let quickest = Number.POSITIVE_INFINITY;
    for (let times = 0; times < 50; times++) {
      const started = performance.now();
      turn(turns);
      quickest = Math.min(quickest, performance.now() - started);
    }
    this.#turnsInMillisecond = turns / quickest;
  }

  take(milliseconds: number): void {
    turn(milliseconds * this.#turnsInMillisecond);
  }
}

function turn(times: number): number {
  let value = 0;
  for (let at = 0; at < times; at++) value = (value * 31 + at) | 0;
  return value;
}

/** The address at which a bench's server takes work of so many milliseconds. */
export const fixedWorkPath = (milliseconds: number) => `/fixed-work/${milliseconds}`;

/** Of an address that asks for it, how much; else `null`. */
export const fixedWorkOf = (path: string): number | null => {
  const [, milliseconds] = /^\/fixed-work\/(\d+)$/.exec(path) ?? [];
  return milliseconds === undefined ? null : Number(milliseconds);
};

/** A server's listener that also takes fixed work, through the same connection as everything else. */
export function withFixedWork(listener: RequestListener): RequestListener {
  const work = new FixedWork();
  return (request, response) => {
    const milliseconds = fixedWorkOf(request.url!);
    if (milliseconds === null) return listener(request, response);
    work.take(milliseconds);
    response.writeHead(200, { "Content-Length": 0 }).end();
  };
}
