import { type ChildProcess, fork } from "node:child_process";
import { answerOf } from "./answer-of.ts";

export interface Joining {
  /** On 127.0.0.1; no other machine can be named. */
  port: number;
  host: string;
  path: string;
  viewers: number;
  /** The number of the last update that they know. */
  since: number;
}
export interface Seen {
  /** When the update reached each viewer, the first first, in milliseconds of the machine's clock. */
  times: number[];
}
export interface ViewerCounts {
  /** Requests for a stream that were not answered with one. */
  refused: number;
  /** Updates that did not follow the one before. */
  gaps: number;
  /** How often somebody was given everything instead of what they missed. */
  wholes: number;
  /** Streams that were opened again. */
  returned: number;
  /** The most of these within one second. */
  returnedInOneSecond: number;
}
export type ViewersQuestion =
  | ({ kind: "join" } & Joining)
  | { kind: "stick"; viewers: number }
  | { kind: "seen"; number: number; patience: number }
  | { kind: "counts" }
  | { kind: "leave" };

/** Thousands who watch, in a process of their own. */
export class Viewers {
  readonly #child: ChildProcess = fork(new URL("./viewers.process.ts", import.meta.url));

  #ask<Answer>(question: ViewersQuestion): Promise<Answer> {
    this.#child.send(question);
    return answerOf(this.#child);
  }

  /** Resolves when all are there, with the seconds it took. */
  join = (plan: Joining) => this.#ask<number>({ kind: "join", ...plan });
  /** Resolves when all have seen an update, or after the patience, in milliseconds. */
  seen = (number: number, patience = 20_000) => this.#ask<Seen>({ kind: "seen", number, patience });
  /** Resolves when so many more have come who read the beginning and then nothing any more; they are none of the crowd. */
  stick = (viewers: number) => this.#ask<null>({ kind: "stick", viewers });
  counts = () => this.#ask<ViewerCounts>({ kind: "counts" });
  leave = () => this.#ask<null>({ kind: "leave" });
  stop(): void {
    this.#child.kill();
  }
}
