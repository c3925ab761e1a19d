import type { ServerResponse } from "node:http";

/** What can be told to viewers: updates, numbered from 1 without a gap. Buffers are made once and shared by all. */
export interface Updates {
  /** Number of the newest; 0 before the first. */
  readonly newest: number;
  /** All updates after this one as one buffer; `null` where some of them are not at hand any more. */
  after(number: number): Buffer | null;
  /** Everything there is, for who lacks more than updates can bring. */
  whole(): Buffer;
  /** What stands at the end of everything that somebody gets who comes, or comes back. */
  greeting(): Buffer;
}

export interface Limits {
  /** Bytes that may wait for a viewer in this process before they are let go. */
  mostWaiting: number;
  /** Viewers that are written to before other work of the process has its turn. */
  inOneTurn: number;
}
export const defaultLimits: Limits = { mostWaiting: 128 * 1024, inOneTurn: 500 };

interface Viewer {
  response: ServerResponse;
  /** Number of the last update they were given. */
  seen: number;
  /** Whether something was waiting for them already at the last heartbeat. */
  isBehind: boolean;
}

const heartbeat = Buffer.from(":\n\n");

/**
 * Those who watch one thing, over Server-Sent Events on plain Node responses. An update is one buffer, written to all; who
 * does not take it is let go and comes back when they can, by the number they saw last. Nothing is kept for a viewer but
 * that number.
 */
export class Channel {
  readonly #viewers = new Set<Viewer>();
  readonly #updates: Updates;
  readonly #limits: Limits;
  /** The round that brings everybody up to date, while there is one. */
  #round: Iterator<Viewer> | null = null;
  #roundBegan = 0;
  /** How many were let go because they did not read. */
  dropped = 0;

  constructor(updates: Updates, limits: Limits = defaultLimits) {
    this.#updates = updates;
    this.#limits = limits;
  }

  get viewers(): number {
    return this.#viewers.size;
  }

  /**
   * Takes in a viewer whose response has sent its headers.
   * @param seen the number of the last update they know; `null` where they know nothing yet
   * @returns what ends it; the response's own end does so too
   */
  join(response: ServerResponse, seen: number | null, onLeave: () => void): void {
    const { newest } = this.#updates;
    const viewer: Viewer = { response, seen: newest, isBehind: false };
    const missed = seen === null || seen > newest ? null : this.#updates.after(seen);
    response.write(missed ?? this.#updates.whole());
    response.write(this.#updates.greeting());
    this.#viewers.add(viewer);
    response.once("close", () => {
      this.#viewers.delete(viewer);
      onLeave();
    });
  }

  /** There are newer updates: brings them to everybody. */
  tell(): void {
    if (this.#round || this.#viewers.size === 0) return;
    this.#begin();
    this.#go();
  }

  /** What everybody must know beside the updates; it comes after those that there are. */
  tellAll(message: Buffer): void {
    this.#inTurns((viewer) => {
      this.#bring(viewer);
      this.#write(viewer, message);
    });
  }

  /** Keeps the connections open; lets go of those for whom something waits since the last time. */
  beat(): void {
    this.#inTurns((viewer) => {
      const isBehind = (viewer.response.socket?.writableLength ?? 0) > 0;
      if (isBehind && viewer.isBehind) this.#drop(viewer);
      else if (!isBehind) viewer.response.write(heartbeat);
      viewer.isBehind = isBehind;
    });
  }

  /** Ends every stream; viewers come back by themselves, each after a while of their own. */
  end(farewell?: Buffer): void {
    for (const { response } of this.#viewers) response.end(farewell);
  }

  #begin() {
    this.#round = this.#viewers.values();
    this.#roundBegan = this.#updates.newest;
  }

  /** One turn of the round. Who joins meanwhile knows everything already; what is new meanwhile goes around once more. */
  readonly #go = () => {
    for (let left = this.#limits.inOneTurn; left > 0; left--) {
      const { value: viewer, done } = this.#round!.next();
      if (!done) this.#bring(viewer);
      else if (this.#updates.newest > this.#roundBegan) this.#begin();
      else {
        this.#round = null;
        return;
      }
    }
    setImmediate(this.#go);
  };

  /** Visits everybody who is there, and lets other work have its turn in between. */
  #inTurns(visit: (viewer: Viewer) => void) {
    const all = this.#viewers.values();
    const go = () => {
      for (let left = this.#limits.inOneTurn; left > 0; left--) {
        const { value: viewer, done } = all.next();
        if (done) return;
        visit(viewer);
      }
      setImmediate(go);
    };
    go();
  }

  #bring(viewer: Viewer) {
    const { newest } = this.#updates;
    if (viewer.seen >= newest) return;
    const missed = this.#updates.after(viewer.seen) ?? this.#updates.whole();
    viewer.seen = newest;
    if (missed.length > 0) this.#write(viewer, missed);
  }

  #write(viewer: Viewer, bytes: Buffer) {
    const { socket } = viewer.response;
    if (!socket || socket.writableLength > this.#limits.mostWaiting) this.#drop(viewer);
    else viewer.response.write(bytes);
  }

  #drop(viewer: Viewer) {
    this.#viewers.delete(viewer);
    this.dropped += 1;
    viewer.response.destroy();
  }
}
