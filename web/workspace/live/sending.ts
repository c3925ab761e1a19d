import { nextOf, type Queue, type Waiting } from "./queue.ts";

/** What became of a step that was sent. `later`: the server was not reached, or has no time now. */
export type Outcome = { kind: "taken" } | { kind: "refused"; why: string } | { kind: "later" } | { kind: "signed_out" };

interface SenderParts {
  queue(): Queue;
  send(one: Waiting): Promise<Outcome>;
  heard(one: Waiting, outcome: Outcome): void;
  /** Waits after a failure, for longer each time. */
  rest(failures: number): Promise<void>;
}

/**
 * Sends what waits, one after the other and in order: the next only when the one before it has been answered. It stops at
 * a refusal that somebody has to decide about, and where one has to sign in again.
 * @returns what is called whenever there may be something to send
 */
export function createSender({ queue, send, heard, rest }: SenderParts): () => Promise<void> {
  let isSending = false;
  return async () => {
    if (isSending) return;
    isSending = true;
    let failures = 0;
    try {
      for (let one = nextOf(queue()); one; one = nextOf(queue())) {
        const outcome = await send(one);
        heard(one, outcome);
        if (outcome.kind === "signed_out") return;
        if (outcome.kind === "later") await rest(failures++);
        else failures = 0;
      }
    } finally {
      isSending = false;
    }
  };
}

/** Half a second, then twice as long each time, eight seconds at most. */
export const restAfter = (failures: number): number => Math.min(500 * 2 ** failures, 8_000);
