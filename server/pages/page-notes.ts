import type { ContentArea, EmbeddedSources, PageNotes } from "../http/scope.ts";

/** Collects what a page shows and until when it holds. */
export class CollectedNotes implements PageNotes {
  readonly areas = new Set<ContentArea>();
  #until: number | null = null;
  passing = false;
  readonly embedded = { frames: new Set<string>(), media: new Set<string>() };

  shows(area: ContentArea) {
    this.areas.add(area);
  }

  holdsUntil(instant: Date | null) {
    if (instant && (this.#until === null || instant.getTime() < this.#until)) this.#until = instant.getTime();
  }

  embeds({ frames, media }: EmbeddedSources) {
    for (const frame of frames) this.embedded.frames.add(frame);
    for (const source of media) this.embedded.media.add(source);
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
export const noNotes: PageNotes = { shows: () => {}, holdsUntil: () => {}, isPassing: () => {}, embeds: () => {} };
