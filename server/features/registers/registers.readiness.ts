import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn, daysBefore } from "../../local-time.ts";
import type { ElementCode } from "../elements/catalogue.shared.ts";
import type { ElementRule } from "../elements/element-rule.ts";
import { full, none, partial, type Reason, type Verdict } from "../elements/verdict.ts";

/** A council meets every month (law 139/2015, article 53); so many days without a meeting are a register left behind. */
const longestPause = 62;

interface Facts {
  meetings: number;
  /** The last meeting of the Council that was held, `YYYY-MM-DD`. */
  last_held: string | null;
  last_has_attendance: boolean | null;
}

async function findFacts(tx: TenantTx, now: Date): Promise<Facts> {
  const { rows } = await sql<Facts>`
    with last as (
      select m.id, m.day from meetings m
      join bodies b on b.id = m.body_id and b.kind = 'council'
      where m.state = 'published' and m.public_from <= ${now} and m.stage in ('closed', 'minutes_published')
      order by m.day desc, m.id limit 1
    )
    select
      (select count(*) from meetings where state = 'published' and public_from <= ${now}) as meetings,
      (select day::text from last) as last_held,
      (select exists (select from attendances a where a.meeting_id = last.id) from last) as last_has_attendance`.execute(
    tx,
  );
  return rows[0]!;
}

/** The registers of meetings and of attendance are there and reach up to the present. */
export function registersVerdict({ meetings, last_held, last_has_attendance }: Facts, day: string): Verdict {
  if (meetings === 0) return none("registers.empty");
  if (!last_held) return partial({ key: "registers.none_held" });
  const reasons: Reason[] = [];
  if (last_held < daysBefore(day, longestPause))
    reasons.push({ key: "registers.not_current", values: { count: longestPause } });
  if (!last_has_attendance) reasons.push({ key: "registers.without_attendance" });
  return reasons.length > 0 ? partial(...reasons) : full("registers.full", { count: meetings });
}

export const registersRules: readonly ElementRule[] = [
  {
    codes: ["I.8.1"],
    areas: ["meetings", "people"],
    judge: async (tx, _, now) =>
      new Map<ElementCode, Verdict>([["I.8.1", registersVerdict(await findFacts(tx, now), dayIn(now))]]),
  },
];
