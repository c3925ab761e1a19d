/**
 * Lets only so many at once do something with one host; the others wait in the order in which they came.
 *
 *     await turns.of("qbz.gov.al", () => ask(…));
 */
export class HostTurns {
  readonly #atOnce: number;
  readonly #hosts = new Map<string, { busy: number; waiting: (() => void)[] }>();

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  async of<T>(host: string, work: () => Promise<T>): Promise<T> {
    const queue = this.#hosts.get(host) ?? { busy: 0, waiting: [] };
    this.#hosts.set(host, queue);
    if (queue.busy >= this.#atOnce) await new Promise<void>((resolve) => queue.waiting.push(resolve));
    else queue.busy += 1;
    try {
      return await work();
    } finally {
      const next = queue.waiting.shift();
      // Whoever comes next takes over the place.
      if (next) next();
      else {
        queue.busy -= 1;
        if (queue.busy === 0) this.#hosts.delete(host);
      }
    }
  }
}
