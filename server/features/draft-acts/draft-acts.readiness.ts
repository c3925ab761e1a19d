import { type RawBuilder, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn, daysBefore } from "../../local-time.ts";
import type { ElementCode } from "../elements/catalogue.shared.ts";
import type { ElementRule } from "../elements/element-rule.ts";
import { full, none, partial, type Reason, type Verdict } from "../elements/verdict.ts";
import { isWithoutConsultation } from "./consulted.ts";

/** Draft acts and initiatives of the last twelve months are what a site must hold whole. */
const recentDays = 365;

interface DraftFacts {
  anyDraft: boolean;
  drafts: number;
  withoutText: number;
  withoutReport: number;
  withoutConsultation: number;
  draftsWithoutEnglish: number;
  anyInitiative: boolean;
  initiatives: number;
  withoutReasons: number;
  initiativesWithoutEnglish: number;
}

const inEnglish = (column: string) => {
  const text = sql.ref(`a.${column}`);
  return sql`(${text} is null or coalesce(${text} ->> 'en', '') <> '')`;
};

/** One statement over what the last twelve months brought, however old the register is. */
async function draftFacts(tx: TenantTx, now: Date): Promise<DraftFacts> {
  const since = daysBefore(dayIn(now), recentDays);
  const hasDocument = (...roles: string[]) => sql`exists (
    select from attachments o
    join documents d on d.id = o.document_id and d.public_from <= ${now}
    join document_versions f on f.document_id = d.id and f.visibility = 'public'
    where o.draft_act_id = a.id and o.role in (${sql.join(roles)}))`;
  // The order leads over the council's own index: without it the planner looks for a first row among all councils'.
  const any = (condition: RawBuilder<unknown>) => sql`(select true from draft_acts
    where state = 'published' and public_from <= ${now} and ${condition} order by registered_on desc limit 1) is true`;
  const { rows } = await sql<DraftFacts>`
    with recent as (
      select a.registered_on, a.initiative_from, a.stage, ${isWithoutConsultation} as went_without,
        a.reasons is not null and a.expected_effect is not null as has_reasons,
        a.body is not null or ${hasDocument("draft_act", "text")} as has_text,
        a.reasons is not null or ${hasDocument("explanatory_report")} as has_report,
        ${inEnglish("title")} and ${inEnglish("summary")} and ${inEnglish("reasons")} and ${inEnglish("expected_effect")}
          as is_bilingual,
        ${inEnglish("body")} as text_is_bilingual
      from draft_acts a
      where a.state = 'published' and a.public_from <= ${now}
        and (a.registered_on >= ${since}::date or a.initiative_from >= ${since}::date)
    ), drafts as (
      select * from recent
      where registered_on >= ${since}::date and stage not in ('initiative', 'drafting', 'withdrawn')
    ), initiatives as (select * from recent where initiative_from >= ${since}::date)
    select
      ${any(sql`stage not in ('initiative', 'drafting')`)} as "anyDraft",
      (select count(*) from drafts) as drafts,
      (select count(*) from drafts where not has_text) as "withoutText",
      (select count(*) from drafts where not has_report) as "withoutReport",
      (select count(*) from drafts where went_without) as "withoutConsultation",
      (select count(*) from drafts where not (is_bilingual and text_is_bilingual)) as "draftsWithoutEnglish",
      ${any(sql`initiative_from is not null`)} as "anyInitiative",
      (select count(*) from initiatives) as initiatives,
      (select count(*) from initiatives where not has_reasons) as "withoutReasons",
      (select count(*) from initiatives where not is_bilingual) as "initiativesWithoutEnglish"`.execute(tx);
  return rows[0]!;
}

/** Those of the reasons of which there is any. */
const counted = (reasons: readonly [Reason["key"], number][]): Reason[] =>
  reasons.filter(([, count]) => count > 0).map(([key, count]) => ({ key, values: { count } }));

function registerVerdict(facts: DraftFacts): Verdict {
  if (!facts.anyDraft) return none("drafts.empty");
  if (facts.drafts === 0) return partial({ key: "drafts.not_recent" });
  const reasons = counted([
    ["drafts.without_text", facts.withoutText],
    ["drafts.without_report", facts.withoutReport],
    ["drafts.without_consultation", facts.withoutConsultation],
    ["drafts.without_english", facts.draftsWithoutEnglish],
  ]);
  return reasons.length > 0 ? partial(...reasons) : full("drafts.full", { count: facts.drafts });
}

function initiativesVerdict(facts: DraftFacts): Verdict {
  if (!facts.anyInitiative) return none("drafts.no_initiative");
  if (facts.initiatives === 0) return partial({ key: "drafts.initiative_not_recent" });
  const reasons = counted([
    ["drafts.initiative_without_reasons", facts.withoutReasons],
    ["drafts.initiative_without_english", facts.initiativesWithoutEnglish],
  ]);
  return reasons.length > 0 ? partial(...reasons) : full("drafts.initiative_full", { count: facts.initiatives });
}

const verdicts: readonly (readonly [ElementCode, (facts: DraftFacts) => Verdict])[] = [
  ["I.3.7", registerVerdict],
  ["I.3.13", initiativesVerdict],
];

export const draftActsRules: readonly ElementRule[] = [
  {
    codes: verdicts.map(([code]) => code),
    areas: ["drafts", "acts", "meetings"],
    async judge(tx, asked, now) {
      const facts = await draftFacts(tx, now);
      return new Map(verdicts.filter(([code]) => asked.includes(code)).map(([code, judge]) => [code, judge(facts)]));
    },
  },
];
