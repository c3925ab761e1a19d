import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn, daysBefore } from "../../local-time.ts";
import type { ElementRule } from "../elements/element-rule.ts";
import { full, none, partial, type Reason } from "../elements/verdict.ts";
import { isShown } from "./recordings.queries.ts";

/** What counts as the current period: the law asks for a meeting a month. */
const currentDays = 92;
/** For so many days a recording may be on its way. */
const graceDays = 7;

interface Facts {
  ever: number;
  held: number;
  recorded: number;
  undivided: number;
}

/** The Council's open meetings of the last months: how many can be watched, and how many item by item. */
const findFacts = async (tx: TenantTx, today: string, now: Date): Promise<Facts> => {
  const { rows } = await sql<Facts>`
    with sittings as (
      select m.day, r.id as recording,
        exists (select from recording_chapters c where c.recording_id = r.id and c.kind = 'item') as divided,
        m.day >= ${daysBefore(today, currentDays)}::date
          and (m.day <= ${daysBefore(today, graceDays)}::date or r.id is not null) as counts
      from meetings m join bodies b on b.id = m.body_id
        left join recordings r on r.meeting_id = m.id and ${isShown(now)}
      where m.state = 'published' and m.public_from <= ${now} and b.kind = 'council' and m.access = 'open'
        and m.stage in ('closed', 'minutes_published')
    )
    select count(recording)::integer as ever, count(*) filter (where counts)::integer as held,
      count(recording) filter (where counts)::integer as recorded,
      count(recording) filter (where counts and not divided)::integer as undivided
    from sittings`.execute(tx);
  return rows[0]!;
};

const judge: ElementRule["judge"] = async (tx, asked, now) => {
  if (!asked.includes("V.1.3")) return new Map();
  const { ever, held, recorded, undivided } = await findFacts(tx, dayIn(now), now);
  if (ever === 0) return new Map([["V.1.3", none("recordings.empty")]]);
  const reasons: Reason[] = [];
  if (held === 0) reasons.push({ key: "recordings.not_recent" });
  if (recorded < held) reasons.push({ key: "recordings.missing", values: { count: held - recorded } });
  if (undivided > 0) reasons.push({ key: "recordings.undivided", values: { count: undivided } });
  const verdict = reasons.length > 0 ? partial(...reasons) : full("recordings.full", { count: recorded });
  return new Map([["V.1.3", verdict]]);
};

export const recordingsRules: readonly ElementRule[] = [{ codes: ["V.1.3"], areas: ["meetings"], judge }];
