import { sql } from "kysely";
import type { Day } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";

/** What a list on the first screen shows at the most. */
const most = 30;

/** Meetings from one day to another that have not been held, called off or withdrawn. */
export const findComing = (tx: TenantTx, from: Day, until: Day) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("m.day", ">=", from)
    .where("m.day", "<=", until)
    .where("m.state", "!=", "withdrawn")
    .where("m.binned_at", "is", null)
    .where("m.stage", "in", ["planned", "announced", "open"])
    .orderBy("m.starts_at")
    .orderBy("m.id")
    .limit(most)
    .select(["m.slug", "m.title", "m.state", "m.starts_at", "m.announced_at", "b.name as body"])
    .execute();

/** Periods of acts and draft acts that run and end until a day, those that are over first. */
export const findDue = (tx: TenantTx, until: Day) =>
  tx
    .selectFrom("deadlines as d")
    .leftJoin("acts as a", (join) => join.onRef("a.id", "=", "d.subject_id").on("d.subject", "=", "act"))
    .leftJoin("draft_acts as p", (join) => join.onRef("p.id", "=", "d.subject_id").on("d.subject", "=", "draft-act"))
    .where("d.closed_at", "is", null)
    .where("d.due_on", "<=", until)
    .where((eb) => eb.or([eb("a.id", "is not", null), eb("p.id", "is not", null)]))
    .orderBy("d.due_on")
    .orderBy("d.id")
    .limit(most)
    .select(["d.subject", "d.rule", "d.starts_on", "d.due_on", "d.due_at", "d.case_period"])
    .select(["a.title as act_title", "a.slug as act_slug", "a.state as act_state"])
    .select(["p.title as draft_title", "p.slug as draft_slug", "p.state as draft_state"])
    .execute();

/** Published acts that the prefect has to see and has not been sent. */
export const findToDeposit = (tx: TenantTx) =>
  tx
    .selectFrom("acts")
    .where("state", "=", "published")
    .where("prefect_state", "=", "to_deposit")
    .orderBy("adopted_on")
    .orderBy("id")
    .limit(most)
    .select(["title", "slug", "adopted_on"])
    .execute();

/** Meetings before a day that were held and whose minutes nobody has published. */
export const findWithoutMinutes = (tx: TenantTx, before: Day) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("m.day", "<", before)
    .where("m.state", "=", "published")
    .where("m.stage", "in", ["open", "closed"])
    .where("m.minutes_published_at", "is", null)
    .orderBy("m.starts_at", "desc")
    .orderBy("m.id")
    .limit(most)
    .select(["m.slug", "m.title", "m.starts_at", "b.name as body"])
    .execute();

/** What becomes public by itself after an instant, the next first. */
export async function findScheduled(tx: TenantTx, now: Date) {
  const { rows } = await sql<{ title: LocalizedText; public_from: Date }>`
    select title, public_from from (
      select title, public_from from publications where state = 'published' and public_from > ${now}
      union all select title, public_from from acts where state = 'published' and public_from > ${now}
      union all select title, public_from from draft_acts where state = 'published' and public_from > ${now}
      union all select title, public_from from albums where state = 'published' and public_from > ${now}
      union all select coalesce(m.title, b.name), m.public_from from meetings m join bodies b on b.id = m.body_id
        where m.state = 'published' and m.public_from > ${now}) as scheduled
    order by public_from limit ${most}`.execute(tx);
  return rows;
}
