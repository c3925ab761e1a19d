import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn, daysBefore } from "../../local-time.ts";
import type { ElementCode } from "../elements/catalogue.shared.ts";
import type { ElementRule } from "../elements/element-rule.ts";
import { full, none, partial, type Reason, type Verdict } from "../elements/verdict.ts";

const elements = { council: "I.3.3", committee: "I.3.4" } as const satisfies Record<string, ElementCode>;
type Sitting = keyof typeof elements;

/** What counts as the current period, and within how many days there must have been a meeting: the law asks one a month. */
const currentDays = 92;
const longestPause: Record<Sitting, number> = { council: 45, committee: 92 };
/** Until when minutes are expected. */
const minutesDays = 30;

interface Facts {
  body: Sitting;
  ever: number;
  recent: number;
  last: string | null;
  unannounced: number;
  short: number;
  without_agenda: number;
  without_papers: number;
  without_minutes: number;
  without_english: number;
}

/** The sittings of the last months as the public sees them, in one statement. */
const findFacts = async (tx: TenantTx, bodies: readonly Sitting[], today: string, now: Date): Promise<Facts[]> => {
  const since = daysBefore(today, currentDays);
  const { rows } = await sql<Facts>`
    with sittings as materialized (
      select m.id, m.day, m.stage, m.announced_at, m.short_notice_reason, b.kind as body, m.title, m.place
      from meetings m join bodies b on b.id = m.body_id
      where m.state = 'published' and m.public_from <= ${now} and b.kind in (${sql.join(bodies)})
        and m.kind in ('ordinary', 'extraordinary', 'constitutive', 'joint')
        and m.stage not in ('cancelled', 'postponed')
    ), recent as (
      select s.*,
        not exists (select from agenda_items i where i.meeting_id = s.id) as lacks_agenda,
        exists (select from agenda_items i where i.meeting_id = s.id and i.kind = 'draft_act'
          and not exists (select from attachments a where a.agenda_item_id = i.id)
          and not exists (select from attachments a where a.draft_act_id = i.draft_act_id)) as lacks_papers,
        exists (select from agenda_items i where i.meeting_id = s.id and coalesce(i.title ->> 'en', '') = '')
          or (s.title is not null and coalesce(s.title ->> 'en', '') = '') as lacks_english
      from sittings s where s.day between ${since}::date and ${today}::date and s.stage <> 'planned'
    )
    select body, count(*) as ever,
      (select count(*) from recent r where r.body = s.body) as recent,
      to_char(max(day) filter (where day <= ${today}::date), 'YYYY-MM-DD') as last,
      count(*) filter (where stage = 'planned' and day between ${since}::date and ${today}::date) as unannounced,
      (select count(*) from recent r where r.body = s.body and r.short_notice_reason is not null) as short,
      (select count(*) from recent r where r.body = s.body and r.lacks_agenda) as without_agenda,
      (select count(*) from recent r where r.body = s.body and r.lacks_papers) as without_papers,
      (select count(*) from recent r where r.body = s.body and r.stage <> 'minutes_published'
        and r.day < ${daysBefore(today, minutesDays)}::date) as without_minutes,
      (select count(*) from recent r where r.body = s.body and r.lacks_english) as without_english
    from sittings s group by body`.execute(tx);
  return rows;
};

const reasonsOf = (facts: Facts): Reason[] =>
  (
    [
      ["meetings.unannounced", facts.unannounced],
      ["meetings.short_notice", facts.short],
      ["meetings.without_agenda", facts.without_agenda],
      ["meetings.without_papers", facts.without_papers],
      ["meetings.without_minutes", facts.without_minutes],
      ["meetings.without_english", facts.without_english],
    ] as const
  ).flatMap(([key, count]) => (count > 0 ? [{ key, values: { count } }] : []));

function verdictOf(body: Sitting, facts: Facts | undefined, today: string): Verdict {
  if (!facts) return none("meetings.empty");
  const reasons = reasonsOf(facts);
  const days = longestPause[body];
  if (facts.last === null || facts.last < daysBefore(today, days))
    reasons.unshift({ key: "meetings.not_recent", values: { count: days } });
  return reasons.length > 0 ? partial(...reasons) : full("meetings.full", { count: facts.recent });
}

const judge: ElementRule["judge"] = async (tx, asked, now) => {
  const bodies = (Object.keys(elements) as Sitting[]).filter((body) => asked.includes(elements[body]));
  if (bodies.length === 0) return new Map();
  const today = dayIn(now);
  const facts = await findFacts(tx, bodies, today, now);
  return new Map(
    bodies.map((body) => {
      const found = facts.find((one) => one.body === body);
      return [elements[body], verdictOf(body, found, today)];
    }),
  );
};

export const meetingsRules: readonly ElementRule[] = [
  { codes: Object.values(elements), areas: ["meetings", "drafts", "people"], judge },
];
