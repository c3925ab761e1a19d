import { AppError } from "../http/errors.ts";
import type { SearchEngine } from "./search-engine.ts";

/** After a failure the other engine answers for so long before the first is asked again, in milliseconds. */
const rest = 10_000;

const isUnavailable = (failure: unknown) => failure instanceof AppError && failure.code === "search.unavailable";

export interface FallbackOptions {
  /** The instant, for how long the first engine rests. */
  now: () => number;
  /** Told when the first engine stops answering, with the reason, and when it answers again. */
  onChange: (isDown: boolean, reason?: unknown) => void;
}

/**
 * An engine behind which another stands, which is kept as full: where the first cannot be reached, people search in the
 * second and are told that the results are simpler. Nobody waits for what has just failed.
 */
export function withFallback(
  first: SearchEngine,
  second: SearchEngine,
  { now, onChange }: FallbackOptions,
): SearchEngine {
  let failedAt: number | undefined;

  function note(failure?: unknown) {
    const wasDown = failedAt !== undefined;
    failedAt = failure === undefined ? undefined : now();
    if (wasDown !== (failedAt !== undefined)) onChange(failedAt !== undefined, failure);
  }

  async function either<T extends object>(
    ask: (engine: SearchEngine) => Promise<T>,
    simpler: (answer: T) => T,
  ): Promise<T> {
    if (failedAt === undefined || now() - failedAt >= rest) {
      try {
        const answer = await ask(first);
        note();
        return answer;
      } catch (failure) {
        if (!isUnavailable(failure)) throw failure;
        note(failure);
      }
    }
    return simpler(await ask(second));
  }

  return {
    name: first.name,

    async prepare() {
      const behind = await second.prepare();
      try {
        return (await first.prepare()) === "empty" ? "empty" : behind;
      } catch (failure) {
        if (!isUnavailable(failure)) throw failure;
        note(failure);
        // The second is not to wait for the first; whatever fills it is tried again until the first has it too.
        if (behind === "empty") return "empty";
        throw failure;
      }
    },

    /** The second first: what the first does not take is tried again, and is found meanwhile. */
    async put(council, subjects, at) {
      await second.put(council, subjects, at);
      await first.put(council, subjects, at);
    },
    async sweep(council, before) {
      await second.sweep(council, before);
      return first.sweep(council, before);
    },
    count: (council) => first.count(council),

    search: (council, request) =>
      either(
        (engine) => engine.search(council, request),
        (results) => ({ ...results, isSimpler: true }),
      ),
    suggest: (council, request) =>
      either(
        (engine) => engine.suggest(council, request),
        (suggestions) => suggestions,
      ),
    searchCouncils: (councils, request) =>
      either(
        (engine) => engine.searchCouncils(councils, request),
        (results) => ({ ...results, isSimpler: true }),
      ),

    isAway: () => failedAt !== undefined,

    /** The site can be searched as long as the second can. */
    check: () => second.check(),
  };
}
