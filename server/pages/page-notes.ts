import type { ContentArea, PageNotes } from "../http/scope.ts";

/** Collects what a page shows and until when it holds. */
export class CollectedNotes implements PageNotes {
  readonly areas = new Set<ContentArea>();
  #until: number | null = null;
  passing = false;

  shows(area: ContentArea) {
    this.areas.add(area);
  }

  holdsUntil(instant: Date | null) {
    if (instant && (this.#until === null || instant.getTime() < this.#until)) this.#until = instant.getTime();
  }

  isPassing() {
    this.passing = true;
  }

  /** Milliseconds since the epoch, or `null` when time changes nothing. */
  get until(): number | null {
    return this.#until;
  }
}

/** For answers that are not kept. */
export const noNotes: PageNotes = { shows: () => {}, holdsUntil: () => {}, isPassing: () => {} };
