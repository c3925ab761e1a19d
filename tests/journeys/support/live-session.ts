import { loadConfig } from "../../../server/config.ts";
import { openDatabase } from "../../../server/db/open-database.ts";
import { openPool } from "../../../server/db/pool.ts";
import { registryDb } from "../../../server/db/registry-db.ts";
import { type TenantTx, tenantDb } from "../../../server/db/tenant-db.ts";
import { demoClock } from "../../../server/demo/demo-clock.ts";
import type { Doing } from "../../../server/features/audit/audit.service.ts";
import { chamberOf, findLog } from "../../../server/features/live/live.queries.ts";
import { takeStep } from "../../../server/features/live/live.service.ts";
import { setAgenda } from "../../../server/features/meetings/agenda.service.ts";
import { holdMeeting } from "../../../server/features/meetings/held-meeting.ts";
import { createMeeting } from "../../../server/features/meetings/meetings.service.ts";
import { announceMeeting } from "../../../server/features/meetings/stages.service.ts";

/** A meeting that sits in another process than the portal's, step by step. */
export interface LiveSession {
  id: string;
  slug: string;
  items: string[];
  /** Of the members, in the council's own order. */
  members: { id: string; name: string }[];
  step(step: Record<string, unknown>): Promise<void>;
  /** Does what else the council does in that process. */
  does<T>(work: (tx: TenantTx, by: Doing) => Promise<T>): Promise<T>;
  /** How many steps were taken so far. */
  count(): Promise<number>;
  end(): Promise<void>;
}

/** The last minute up to `now` at which no meeting of this body begins: as in the workspace's form, which knows no seconds. */
async function freeMinute(tx: TenantTx, bodyId: string, now: Date): Promise<Date> {
  const meetings = await tx.selectFrom("meetings").select("starts_at").where("body_id", "=", bodyId).execute();
  const taken = new Set(meetings.map(({ starts_at }) => starts_at.getTime()));
  let minute = Math.floor(now.getTime() / 60_000) * 60_000;
  while (taken.has(minute)) minute -= 60_000;
  return new Date(minute);
}

/** Announces a meeting of a council that begins at this hour, with these items. */
export async function liveSession(
  environment: Record<string, string>,
  council: string,
  titles: { sq: string; en: string }[],
): Promise<LiveSession> {
  const config = loadConfig(environment);
  const database = await openDatabase(config, { purpose: "join", migrate: false });
  const pool = openPool(database.appUrl, { max: 2 });
  const clock = demoClock(config.demoDate);
  const by = (): Doing => ({ actor: { kind: "system", name: "journeys" }, now: clock.now() });
  const { id: tenantId } = await registryDb(pool)
    .selectFrom("tenants")
    .select("id")
    .where("slug", "=", council)
    .executeTakeFirstOrThrow();
  const db = tenantDb(pool, tenantId);
  const earlier: Doing = { ...by(), now: new Date(by().now.getTime() - 10 * 86_400_000) };
  const made = await db.write(async (tx) => {
    const { id: bodyId } = await tx
      .selectFrom("bodies")
      .select("id")
      .where("kind", "=", "council")
      .executeTakeFirstOrThrow();
    const startsAt = await freeMinute(tx, bodyId, by().now);
    const { id } = await createMeeting(tx, earlier, { bodyId, kind: "extraordinary", startsAt });
    const agenda = titles.map((title, at) => ({ path: [at + 1], kind: "other" as const, title }));
    await setAgenda(tx, earlier, id, agenda);
    await announceMeeting(tx, earlier, id);
    const { items, people } = await chamberOf(tx, await holdMeeting(tx, id));
    const { slug } = await tx.selectFrom("meetings").select("slug").where("id", "=", id).executeTakeFirstOrThrow();
    return { id, slug, items: [...items], members: [...people] };
  });
  return {
    ...made,
    step: async (step) => {
      await db.write((tx) => takeStep(tx, by(), made.id, { command: crypto.randomUUID(), step }));
    },
    does: (work) => db.write((tx) => work(tx, by())),
    count: async () => (await db.read((tx) => findLog(tx, made.id))).length,
    async end() {
      await pool.end();
      await database.close();
    },
  };
}
