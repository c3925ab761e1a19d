import { type RawBuilder, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn, daysBefore } from "../../local-time.ts";
import type { ElementRule } from "../elements/element-rule.ts";
import { full, none, partial, type Reason } from "../elements/verdict.ts";

/** Councils sit every month: acts of so many days are the present, and one should be among them. */
const present = 183;
/** The periods of the law are ten days; what is late by as many again is missing. */
const late = 20;

interface Facts {
  total: number;
  recent: number;
  withoutPaper: number;
  withoutVote: number;
  withoutEnglish: number;
  unannounced: number;
  undeposited: number;
}

/**
 * Asked in one statement; an index leads to the acts of the last half-year. Whether there is any at all is asked in the
 * order of that index: without it the planner looks for a first row among all councils'.
 */
async function factsOf(tx: TenantTx, now: Date): Promise<Facts> {
  const today = dayIn(now);
  const count = (condition: RawBuilder<unknown>) => sql`count(*) filter (where ${condition})`;
  const hasPaper = sql`exists (select from attachments a
    join documents d on d.id = a.document_id and d.public_from <= ${now}
    join document_versions f on f.document_id = d.id and f.visibility = 'public'
    where a.act_id = acts.id and a.role in ('text', 'signed', 'redacted'))`;
  const hasVote = sql`exists (select from votes v where v.agenda_item_id = acts.agenda_item_id)`;
  const { rows } = await sql<Facts>`
    select
      (select count(*) from (select from acts where state = 'published' and public_from <= ${now} order by adopted_on desc limit 1) as any_act) as total,
      count(*) as recent,
      ${count(sql`body is null or not ${hasPaper}`)} as "withoutPaper",
      ${count(sql`not ${hasVote}`)} as "withoutVote",
      ${count(sql`coalesce(title ->> 'en', '') = ''`)} as "withoutEnglish",
      ${count(sql`announced_on is null and adopted_on < ${daysBefore(today, late)}::date`)} as unannounced,
      ${count(sql`prefect_state = 'to_deposit' and announced_on < ${daysBefore(today, late)}::date`)} as undeposited
    from acts
    where state = 'published' and public_from <= ${now} and adopted_on > ${daysBefore(today, present)}::date`.execute(
    tx,
  );
  return rows[0]!;
}

/** The latest acts are there, each with text, paper, vote and English title, announced and deposited. */
export const actsRules: readonly ElementRule[] = [
  {
    codes: ["I.3.6"],
    areas: ["acts", "meetings"],
    async judge(tx, _asked, now) {
      const { total, recent, ...lacks } = await factsOf(tx, now);
      if (total === 0) return new Map([["I.3.6", none("acts.empty")]]);
      if (recent === 0) return new Map([["I.3.6", partial({ key: "acts.none_recent" })]]);
      const missing: [Reason["key"], number][] = [
        ["acts.without_paper", lacks.withoutPaper],
        ["acts.without_vote", lacks.withoutVote],
        ["acts.without_english", lacks.withoutEnglish],
        ["acts.unannounced", lacks.unannounced],
        ["acts.undeposited", lacks.undeposited],
      ];
      const reasons = missing.flatMap(([key, count]) => (count > 0 ? [{ key, values: { count } }] : []));
      return new Map([["I.3.6", reasons.length > 0 ? partial(...reasons) : full("acts.full", { count: recent })]]);
    },
  },
];
