import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import type { ElementCode } from "../elements/catalogue.shared.ts";
import type { ElementRule } from "../elements/element-rule.ts";
import { full, none, partial, type Reason, type Verdict } from "../elements/verdict.ts";
import type { BodyKind } from "./bodies.shared.ts";

/** How many public bodies of a kind are at work, and how many of them lack something. */
interface BodyFacts {
  kind: BodyKind;
  total: number;
  without_functions: number;
  without_duties: number;
  without_founding_act: number;
  without_term: number;
  without_leader: number;
  without_members: number;
  without_contacts: number;
  without_english: number;
}

/** Public people in these bodies today, and how many of them lack something. */
interface MemberFacts {
  kind: BodyKind;
  total: number;
  without_cv: number;
  without_gender: number;
  without_contacts: number;
  without_how: number;
}

async function bodyFacts(tx: TenantTx, now: Date): Promise<BodyFacts[]> {
  const today = dayIn(now);
  const { rows } = await sql<BodyFacts>`
    with at_work as (
      select b.kind, b.name, b.functions, b.duties, b.founding_act, b.begins_on, b.contacts, held.members, held.leaders,
        held.contacts as leader_contacts
      from bodies b
      left join lateral (
        select count(distinct m.person_id) as members,
          count(*) filter (where m.role in ('chair', 'head', 'liaison')) as leaders,
          bool_or(m.role in ('chair', 'head', 'liaison') and coalesce(p.contacts ->> 'phone', p.contacts ->> 'email') is not null)
            as contacts
        from memberships m join people p on p.id = m.person_id and p.state = 'published' and p.public_from <= ${now}
        where m.body_id = b.id and m.begins_on <= ${today} and (m.ends_on is null or m.ends_on >= ${today})) held on true
      where b.kind in ('committee', 'board', 'village', 'neighbourhood') and b.state = 'published' and b.public_from <= ${now}
        and (b.ends_on is null or b.ends_on >= ${today}))
    select kind, count(*) as total,
      count(*) filter (where functions is null) as without_functions,
      count(*) filter (where duties is null) as without_duties,
      count(*) filter (where founding_act is null) as without_founding_act,
      count(*) filter (where begins_on is null) as without_term,
      count(*) filter (where leaders = 0) as without_leader,
      count(*) filter (where members = 0) as without_members,
      count(*) filter (where coalesce(contacts ->> 'phone', contacts ->> 'email') is null and leader_contacts is not true)
        as without_contacts,
      count(*) filter (where coalesce(name ->> 'en', '') = '' or (functions is not null and coalesce(functions ->> 'en', '') = '')
        or (duties is not null and coalesce(duties ->> 'en', '') = '')) as without_english
    from at_work group by kind`.execute(tx);
  return rows;
}

async function memberFacts(tx: TenantTx, now: Date): Promise<MemberFacts[]> {
  const today = dayIn(now);
  const { rows } = await sql<MemberFacts>`
    select b.kind, count(*) as total,
      count(*) filter (where p.cv is null and not exists (
        select from attachments o join documents d on d.id = o.document_id and d.public_from <= ${now}
        where o.person_id = p.id and o.role = 'cv')) as without_cv,
      count(*) filter (where p.gender is null) as without_gender,
      count(*) filter (where coalesce(p.contacts ->> 'phone', p.contacts ->> 'email') is null) as without_contacts,
      count(*) filter (where m.how_chosen is null) as without_how
    from memberships m
    join bodies b on b.id = m.body_id and b.kind in ('secretariat', 'board') and b.state = 'published'
      and b.public_from <= ${now}
    join people p on p.id = m.person_id and p.state = 'published' and p.public_from <= ${now}
    where m.begins_on <= ${today} and (m.ends_on is null or m.ends_on >= ${today})
    group by 1`.execute(tx);
  return rows;
}

type Lacking = readonly (readonly [Reason["key"], number])[];

function judged(total: number, lacking: Lacking, said: { empty: Reason["key"]; full: Reason["key"] }): Verdict {
  if (total === 0) return none(said.empty);
  const reasons = lacking.filter(([, count]) => count > 0).map(([key, count]) => ({ key, values: { count } }));
  return reasons.length > 0 ? partial(...reasons) : full(said.full, { count: total });
}

const ofBodies = (
  facts: BodyFacts | undefined,
  asked: readonly (keyof BodyFacts)[],
  said: Parameters<typeof judged>[2],
) =>
  judged(
    facts?.total ?? 0,
    asked.map((name) => [`bodies.${name}` as Reason["key"], Number(facts?.[name] ?? 0)] as const),
    said,
  );

/** What each element asks of its bodies. */
function verdictOf(code: ElementCode, bodies: readonly BodyFacts[], members: readonly MemberFacts[]): Verdict {
  const body = (kind: BodyKind) => bodies.find((one) => one.kind === kind);
  const people = (kind: BodyKind) => members.find((one) => one.kind === kind);
  switch (code) {
    case "I.2.2":
      return ofBodies(
        body("committee"),
        ["without_functions", "without_leader", "without_members", "without_contacts", "without_english"],
        { empty: "committees.empty", full: "committees.full" },
      );
    case "II.5.1":
      return ofBodies(
        body("board"),
        [
          "without_functions",
          "without_duties",
          "without_founding_act",
          "without_term",
          "without_contacts",
          "without_english",
        ],
        { empty: "boards.empty", full: "boards.full" },
      );
    case "II.6.2":
      return ofBodies(body("village"), ["without_leader", "without_contacts"], {
        empty: "villages.empty",
        full: "villages.full",
      });
    case "II.6.4":
      return ofBodies(body("neighbourhood"), ["without_leader", "without_contacts"], {
        empty: "neighbourhoods.empty",
        full: "neighbourhoods.full",
      });
    case "II.5.2": {
      const inBoards = people("board");
      const lacking: Lacking = [
        ["bodies.without_members", body("board")?.without_members ?? 0],
        ["board_members.without_how", inBoards?.without_how ?? 0],
      ];
      return judged(inBoards?.total ?? 0, lacking, { empty: "board_members.empty", full: "board_members.full" });
    }
    default: {
      const staff = people("secretariat");
      const lacking: Lacking = [
        ["staff.without_cv", staff?.without_cv ?? 0],
        ["staff.without_gender", staff?.without_gender ?? 0],
        ["staff.without_contacts", staff?.without_contacts ?? 0],
      ];
      return judged(staff?.total ?? 0, lacking, { empty: "staff.empty", full: "staff.full" });
    }
  }
}

export const bodiesRules: readonly ElementRule[] = [
  {
    codes: ["I.2.2", "I.2.3", "II.5.1", "II.5.2", "II.6.2", "II.6.4"],
    areas: ["people"],
    async judge(tx, asked, now) {
      const [bodies, members] = await Promise.all([bodyFacts(tx, now), memberFacts(tx, now)]);
      return new Map(asked.map((code) => [code, verdictOf(code, bodies, members)] as const));
    },
  },
];
