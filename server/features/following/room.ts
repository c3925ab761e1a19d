import type { ServerResponse } from "node:http";
import { Channel } from "../../live/channel.ts";
import { message } from "../../live/open-stream.ts";
import { afterStep, beforeOpening, type LiveState, type LoggedStep, stateOf } from "../live/live-state.shared.ts";
import type { LiveChange, LiveMeeting, LiveNow } from "./following.schema.ts";
import type { Framed } from "./frame.ts";
import { changeBetween, liveNow, registeredNow } from "./live-now.ts";

/** Updates that are kept to be sent one by one; who lacks more gets the whole. */
const kept = 256;

const nothing = Buffer.alloc(0);

/**
 * A meeting as this process knows it: the log gone through once, each step's change as the one buffer that all viewers
 * get. The same log makes the same updates in every process and after every restart, so that a viewer goes on anywhere.
 */
export class Room {
  framed: Framed;
  /** When it was last asked for, on a clock that never jumps. */
  askedAt = 0;
  readonly channel = new Channel(this);
  readonly #log: LoggedStep[] = [];
  #state!: LiveState;
  #now!: LiveNow;
  /** The change of each of the last steps, the oldest first. */
  #changes: Buffer[] = [];
  #after = new Map<number, Buffer>();
  #whole: { text: string; etag: string } | null = null;
  #greeting!: Buffer;

  constructor(framed: Framed, log: readonly LoggedStep[]) {
    this.framed = framed;
    this.#log = [...log];
    this.#goThrough();
  }

  get id(): string {
    return this.framed.frame.id;
  }
  get newest(): number {
    return this.#log.length;
  }
  get now(): LiveNow {
    return this.#now;
  }

  /** Takes steps over that follow those it has, and tells everybody. Others are left for the next reading. */
  follow(steps: readonly LoggedStep[]): void {
    const next = steps.filter(({ number }) => number > this.newest);
    if (next.length === 0) return;
    for (const step of next) this.#take(step);
    this.#isDifferent();
    this.channel.tell();
  }

  /** Takes what changed about the meeting itself. Who watches hears that there is another frame, and asks for it. */
  reframe(framed: Framed): void {
    const before = JSON.stringify(this.#now);
    const isOther = framed.fingerprint !== this.framed.fingerprint;
    this.framed = framed;
    this.#goThrough();
    if (isOther || JSON.stringify(this.#now) !== before) this.channel.tellAll(this.#greeting);
  }

  join(response: ServerResponse, seen: number | null, onLeave: () => void): void {
    this.channel.join(response, seen, onLeave);
  }

  /** The whole as JSON, made once after each step. */
  whole(): Buffer {
    return message("whole", this.snapshot().text, this.newest);
  }
  snapshot(): { text: string; etag: string } {
    if (!this.#whole) {
      const { frame: meeting, fingerprint: frame } = this.framed;
      const whole: LiveMeeting = { number: this.newest, frame, meeting, now: this.#now };
      this.#whole = { text: JSON.stringify(whole), etag: `"${frame}-${this.newest}-${this.#now.phase}"` };
    }
    return this.#whole;
  }

  after(number: number): Buffer | null {
    if (number === this.newest) return nothing;
    const missed = this.newest - number;
    if (missed > this.#changes.length) return null;
    let bytes = this.#after.get(number);
    if (!bytes) {
      bytes = Buffer.concat(this.#changes.slice(-missed));
      this.#after.set(number, bytes);
    }
    return bytes;
  }

  /** Which frame and which step hold now: who has another asks again. */
  greeting(): Buffer {
    return this.#greeting;
  }

  #goThrough() {
    const log = this.#log.splice(0);
    this.#changes = [];
    const { chamber, registered } = this.framed;
    this.#state = beforeOpening(chamber);
    this.#now = registeredNow(registered, chamber);
    for (const step of log) this.#take(step);
    this.#isDifferent();
  }

  #take(logged: LoggedStep) {
    const { chamber } = this.framed;
    // The register moves with the log: what the first step changes is told from where the log begins.
    const before = this.#log.length === 0 ? liveNow(this.#state, chamber) : this.#now;
    this.#log.push(logged);
    this.#state = logged.step.kind === "struck" ? stateOf(this.#log, chamber) : afterStep(this.#state, logged, chamber);
    const now = liveNow(this.#state, chamber);
    const change: LiveChange = {
      number: logged.number,
      at: logged.at.toISOString(),
      ...changeBetween(before, now),
    };
    this.#now = now;
    this.#changes.push(message("step", JSON.stringify(change), logged.number));
    if (this.#changes.length > kept) this.#changes.shift();
  }

  #isDifferent() {
    this.#after.clear();
    this.#whole = null;
    const { fingerprint: frame } = this.framed;
    const greeting = JSON.stringify({ frame, number: this.newest, phase: this.#now.phase });
    this.#greeting = message("hello", greeting, this.newest);
  }
}
