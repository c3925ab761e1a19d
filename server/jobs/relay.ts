import { setTimeout as sleep } from "node:timers/promises";

const batch = 200;

export interface Relay {
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

/**
 * Hands over what waits, again and again. What goes wrong is told and tried again at the next turn.
 * @param handOver as `relayWaiting`, with a limit
 * @param every milliseconds between two looks while nothing waits
 */
export function startRelay(
  handOver: (limit: number) => Promise<number>,
  every: number,
  failed: (error: unknown) => void,
): Relay {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const count = await handOver(batch).catch((error: unknown) => {
        failed(error);
        return 0;
      });
      if (count < batch) await sleep(every, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    stop() {
      stopping.abort();
      return running;
    },
  };
}
