import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import type { Pool } from "../../db/pool.ts";
import { type TenantId, tenantDb } from "../../db/tenant-db.ts";
import { message } from "../../live/open-stream.ts";
import { findLog } from "../live/live.queries.ts";
import { StepRefused } from "../live/live-state.shared.ts";
import { findConnectionLimit, findFollowed, findStepsAfter } from "./frame.queries.ts";
import { type Framed, frameOf } from "./frame.ts";
import { Room } from "./room.ts";

export interface RoomsParts {
  /** Of their own: a page that is just being rendered holds a connection while it waits for a room. */
  pool: Pool;
  clock: Clock;
  logger: Logger;
  /** Milliseconds of a clock that never jumps. */
  elapsed?: () => number;
}

/** Every so often all is read again by its number: a message that was lost costs this long. */
const rereadEvery = 2_000;
const beatEvery = 15_000;
/** Who asks gets nothing older than this, whatever was told or not. */
const freshFor = 1_000;
/** A meeting that nobody asks for is forgotten after this. */
const forgottenAfter = 60_000;
/** However many addresses somebody asks for, no more meetings than this are kept at once. */
const mostRooms = 2_000;

/** Areas of a council's content that show in a meeting's frame. */
const framedBy = new Set(["meetings", "people", "drafts", "settings"]);

const gone = message("gone", "{}");

interface Kept {
  site: TenantId;
  slug: string;
  room: Room;
  limit: number;
  /** When its steps were last read. */
  readAt: number;
  /** What is being read for it just now. */
  reading: Promise<void> | null;
  /** What is still to be read. */
  wants: Set<"steps" | "frame">;
}

/** The meetings that are followed by way of this process. */
export class Rooms {
  readonly #kept = new Map<string, Kept>();
  readonly #loading = new Map<string, Promise<Kept | null>>();
  readonly #parts: RoomsParts;
  readonly #elapsed: () => number;
  #timers: NodeJS.Timeout[] = [];

  constructor(parts: RoomsParts) {
    this.#parts = parts;
    this.#elapsed = parts.elapsed ?? (() => performance.now());
  }

  start(): void {
    this.#timers = [
      setInterval(() => void this.reread(), rereadEvery).unref(),
      setInterval(() => this.#beat(), beatEvery).unref(),
    ];
  }

  /** Ends every stream; who watches comes back to another process, or to this one when it is there again. */
  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    for (const { room } of this.#kept.values()) room.channel.end();
  }

  get viewers(): number {
    return this.#kept.values().reduce((sum, { room }) => sum + room.channel.viewers, 0);
  }
  get dropped(): number {
    return this.#kept.values().reduce((sum, { room }) => sum + room.channel.dropped, 0);
  }

  /** A meeting as it stands, if the public may follow it. */
  async find(site: TenantId, slug: string): Promise<{ room: Room; limit: number } | null> {
    const key = `${site} ${slug}`;
    let kept = this.#kept.get(key) ?? null;
    if (!kept) {
      let loading = this.#loading.get(key);
      if (!loading) {
        loading = this.#load(site, slug).finally(() => this.#loading.delete(key));
        this.#loading.set(key, loading);
      }
      kept = await loading;
    }
    if (!kept) return null;
    kept.room.askedAt = this.#elapsed();
    if (kept.room.askedAt - kept.readAt > freshFor) await this.#read(kept);
    return kept;
  }

  /** A step was told. */
  heard(site: string, meetingId: string, number: number): void {
    for (const kept of this.#kept.values())
      if (kept.site === site && kept.room.id === meetingId && number > kept.room.newest) void this.#read(kept);
  }

  /** Something of a council's content changed. */
  changed(site: string, area: string): void {
    if (!framedBy.has(area)) return;
    for (const kept of this.#kept.values()) if (kept.site === site) void this.#read(kept, { isFrame: true });
  }

  /** Reads what every meeting has more than this process knows, and forgets those that nobody follows. */
  async reread(): Promise<void> {
    const now = this.#elapsed();
    for (const [key, { room }] of this.#kept)
      if (room.channel.viewers === 0 && now - room.askedAt > forgottenAfter) this.#kept.delete(key);
    await Promise.all(this.#kept.values().map((kept) => this.#read(kept)));
  }

  #dbOf(site: TenantId) {
    return tenantDb(this.#parts.pool, site);
  }

  async #load(site: TenantId, slug: string): Promise<Kept | null> {
    const now = this.#parts.clock.now();
    const kept = await this.#dbOf(site).read(async (tx) => {
      const row = await findFollowed(tx, slug, now);
      // What a meeting without the public does is nobody's to follow.
      if (!row || row.access === "closed") return null;
      const [framed, log, limit] = await Promise.all([
        frameOf(tx, row, now),
        findLog(tx, row.id),
        findConnectionLimit(tx),
      ]);
      return {
        site,
        slug,
        room: this.#roomOf(framed, log),
        limit,
        readAt: this.#elapsed(),
        reading: null,
        wants: new Set<"steps" | "frame">(),
      };
    });
    if (!kept) return null;
    while (this.#kept.size >= mostRooms && this.#forgetOne());
    if (this.#kept.size < mostRooms) this.#kept.set(`${site} ${slug}`, kept);
    return kept;
  }

  #roomOf(framed: Framed, log: Awaited<ReturnType<typeof findLog>>): Room {
    try {
      return new Room(framed, log);
    } catch (error) {
      if (!(error instanceof StepRefused)) throw error;
      // What was written down fits the agenda no more: the register is shown instead.
      this.#parts.logger.warn({ err: error, meeting: framed.frame.id }, "A meeting's log does not fit its agenda");
      return new Room(framed, []);
    }
  }

  /** Of the meetings that nobody watches, the one that was not asked for the longest. */
  #forgetOne(): boolean {
    const idle = [...this.#kept].filter(([, { room }]) => room.channel.viewers === 0);
    const oldest = idle.sort(([, one], [, other]) => one.room.askedAt - other.room.askedAt)[0];
    return oldest !== undefined && this.#kept.delete(oldest[0]);
  }

  /** One reading at a time for each meeting; what is heard meanwhile leads to one more. */
  #read(kept: Kept, { isFrame = false } = {}) {
    kept.wants.add(isFrame ? "frame" : "steps");
    kept.reading ??= this.#readAll(kept)
      .catch((error) => this.#parts.logger.warn({ err: error, meeting: kept.room.id }, "A live meeting cannot be read"))
      .finally(() => {
        kept.reading = null;
      });
    return kept.reading;
  }

  async #readAll(kept: Kept): Promise<void> {
    while (kept.wants.size > 0) {
      if (kept.wants.delete("frame")) await this.#readFrame(kept);
      else if (kept.wants.delete("steps")) await this.#readSteps(kept);
    }
  }

  async #readSteps(kept: Kept): Promise<void> {
    kept.readAt = this.#elapsed();
    const steps = await this.#dbOf(kept.site).read((tx) => findStepsAfter(tx, kept.room.id, kept.room.newest));
    kept.room.follow(steps);
  }

  async #readFrame(kept: Kept): Promise<void> {
    const now = this.#parts.clock.now();
    const framed = await this.#dbOf(kept.site).read(async (tx) => {
      const row = await findFollowed(tx, kept.slug, now);
      if (!row || row.access === "closed") return null;
      kept.limit = await findConnectionLimit(tx);
      return frameOf(tx, row, now);
    });
    if (framed) return kept.room.reframe(framed);
    this.#kept.delete(`${kept.site} ${kept.slug}`);
    kept.room.channel.end(gone);
  }

  #beat() {
    for (const { room } of this.#kept.values()) room.channel.beat();
  }
}
