import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn, daysBefore } from "../../local-time.ts";
import type { ElementRule } from "../elements/element-rule.ts";
import { full, none, partial, type Reason } from "../elements/verdict.ts";

/** What counts as the current period: the law asks for a meeting a month. */
const currentDays = 92;

interface Facts {
  ever: number;
  held: number;
  followed: number;
  unseen: number;
}

/** The Council's open meetings of the last months: how many were followed step by step, and how many had a picture. */
const findFacts = async (tx: TenantTx, today: string, now: Date): Promise<Facts> => {
  const { rows } = await sql<Facts>`
    with sittings as (
      select m.day, coalesce(m.stream_url, b.stream_url) as stream,
        exists (select from live_steps s where s.meeting_id = m.id and s.number = 1) as followed
      from meetings m join bodies b on b.id = m.body_id
      where m.state = 'published' and m.public_from <= ${now} and b.kind = 'council' and m.access = 'open'
        and m.stage in ('open', 'closed', 'minutes_published')
    )
    select count(*) filter (where followed)::integer as ever,
      count(*) filter (where recent)::integer as held,
      count(*) filter (where recent and followed)::integer as followed,
      count(*) filter (where recent and stream is null)::integer as unseen
    from (select *, day >= ${daysBefore(today, currentDays)}::date as recent from sittings) s`.execute(tx);
  return rows[0]!;
};

const judge: ElementRule["judge"] = async (tx, asked, now) => {
  if (!asked.includes("I.3.5")) return new Map();
  const { ever, held, followed, unseen } = await findFacts(tx, dayIn(now), now);
  if (ever === 0) return new Map([["I.3.5", none("following.never")]]);
  const reasons: Reason[] = [];
  if (held === 0) reasons.push({ key: "following.not_recent" });
  if (followed < held) reasons.push({ key: "following.not_followed", values: { count: held - followed } });
  if (unseen > 0) reasons.push({ key: "following.no_picture", values: { count: unseen } });
  const verdict = reasons.length > 0 ? partial(...reasons) : full("following.full", { count: followed });
  return new Map([["I.3.5", verdict]]);
};

export const followingRules: readonly ElementRule[] = [{ codes: ["I.3.5"], areas: ["meetings", "sittings"], judge }];
