import { type ChildProcess, fork } from "node:child_process";
import { answerOf } from "./answer-of.ts";

/** What a server process can be asked. */
export type Question = "usage" | "memory" | "report";

export interface Memory {
  /** Bytes, after a full collection if the process runs with `--expose-gc`. */
  heapUsed: number;
  external: number;
  rss: number;
}

/** A server in a process of its own. */
export class ChildServer {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  /** @throws if the process ends before it listens */
  static async start(module: URL, options: { arguments?: string[]; nodeOptions?: string[] }): Promise<ChildServer> {
    const child = fork(module, options.arguments ?? [], { execArgv: options.nodeOptions ?? [] });
    const port = await answerOf<number>(child);
    return new ChildServer(child, port);
  }

  #ask<Answer>(question: Question): Promise<Answer> {
    this.#child.send(question);
    return answerOf(this.#child);
  }

  /** Processor time of all its threads since it began, in microseconds. */
  processorTime(): Promise<number> {
    return this.#ask("usage");
  }

  memory(): Promise<Memory> {
    return this.#ask("memory");
  }

  /** Whatever the server's module tells about itself. */
  report<Report>(): Promise<Report> {
    return this.#ask("report");
  }

  stop(): void {
    this.#child.kill();
  }
}
