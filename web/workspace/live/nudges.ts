/** After a refusal the stream is not asked for again before so many milliseconds. */
const patience = 30_000;
const kinds = ["hello", "step", "whole"] as const;

/**
 * Hears from the stream that everybody follows that there is something new, so that a second screen shows it at once. What
 * is new is still asked for: the stream says nothing that a console relies on.
 */
export function createNudges(address: string, nudge: () => void) {
  let source: EventSource | undefined;
  let tried = Number.NEGATIVE_INFINITY;
  return {
    /** Whether it is heard at once when something is new. */
    isOpen: () => source?.readyState === EventSource.OPEN,
    listen(): void {
      const isThere = source && source.readyState !== EventSource.CLOSED;
      if (isThere || performance.now() - tried < patience) return;
      tried = performance.now();
      source = new EventSource(address);
      for (const kind of kinds) source.addEventListener(kind, nudge);
      // The meeting is no longer followed: a browser would ask for it for ever.
      source.addEventListener("gone", () => source?.close());
    },
    end: () => source?.close(),
  };
}
