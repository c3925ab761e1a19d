import { Worker } from "node:worker_threads";
import type { Paper } from "./paper.ts";
import type { Printed, PrintFormat, PrintOrder } from "./press-worker.ts";

interface Waiting {
  resolve(bytes: Buffer): void;
  reject(failure: unknown): void;
}

/**
 * Sets papers on a thread of its own, one after the other: while the database takes in one thing, the other core makes
 * the papers of the next.
 */
export class Press {
  #thread: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #orders = 0;

  /** Only where there is something to print. */
  #start(): Worker {
    const thread = new Worker(new URL("./press-worker.ts", import.meta.url));
    thread.on("message", (printed: Printed) => {
      const waiting = this.#waiting.get(printed.id);
      this.#waiting.delete(printed.id);
      if ("bytes" in printed) waiting?.resolve(Buffer.from(printed.bytes));
      else waiting?.reject(new Error(printed.failure));
    });
    thread.on("error", (failure) => this.#giveUp(failure));
    return thread;
  }

  #giveUp(failure: unknown) {
    for (const { reject } of this.#waiting.values()) reject(failure);
    this.#waiting.clear();
  }

  print(paper: Paper, format: PrintFormat = "pdf"): Promise<Buffer> {
    const id = this.#orders++;
    const printed = new Promise<Buffer>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#thread ??= this.#start();
    this.#thread.postMessage({ id, paper, format } satisfies PrintOrder);
    return printed;
  }

  async close(): Promise<void> {
    this.#giveUp(new Error("The press was closed"));
    await this.#thread?.terminate();
  }
}

/** One paper in these formats, in their order. The web goes on meanwhile; the thread is gone afterwards. */
export async function printed(paper: Paper, ...formats: readonly PrintFormat[]): Promise<Buffer[]> {
  const press = new Press();
  try {
    return await Promise.all(formats.map((format) => press.print(paper, format)));
  } finally {
    await press.close();
  }
}
