import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import type { ElementCode } from "../elements/catalogue.shared.ts";
import type { ElementRule } from "../elements/element-rule.ts";
import { full, none, partial, type Reason, type Verdict } from "../elements/verdict.ts";

/** What is public of the members of the running term, and how many of them lack something. */
interface MemberFacts {
  seats: number;
  is_over: boolean;
  sitting: number;
  /** Seats of which at least one holder is public. */
  known: number;
  without_photo: number;
  without_cv: number;
  without_english: number;
  without_contacts: number;
  without_party: number;
}

async function memberFacts(tx: TenantTx, now: Date): Promise<MemberFacts | undefined> {
  const today = dayIn(now);
  const { rows } = await sql<MemberFacts>`
    with term as (select id, seats, ends_on from terms where begins_on <= ${today} order by begins_on desc limit 1),
    holders as (
      select m.seat, m.begins_on <= ${today} and (m.ends_on is null or m.ends_on >= ${today}) as sits, p.photo_sha256, p.cv,
        p.contacts, m.party_id is not null or exists (
          select from affiliations a where a.person_id = p.id and a.begins_on <= ${today}
            and (a.ends_on is null or a.ends_on >= ${today})) as has_party,
        p.cv is not null or exists (
          select from attachments o join documents d on d.id = o.document_id and d.public_from <= ${now}
          where o.person_id = p.id and o.role = 'cv') as has_cv
      from memberships m
      join bodies b on b.id = m.body_id and b.kind = 'council' and b.state = 'published' and b.public_from <= ${now}
      join people p on p.id = m.person_id and p.state = 'published' and p.public_from <= ${now}
      where m.term_id = (select id from term))
    select term.seats, coalesce(term.ends_on < ${today}, false) as is_over, count(distinct seat) as known,
      count(*) filter (where sits) as sitting,
      count(*) filter (where sits and photo_sha256 is null) as without_photo,
      count(*) filter (where sits and not has_cv) as without_cv,
      count(*) filter (where sits and cv is not null and coalesce(cv ->> 'en', '') = '') as without_english,
      count(*) filter (where sits and coalesce(contacts ->> 'phone', contacts ->> 'email') is null) as without_contacts,
      count(*) filter (where sits and not has_party) as without_party
    from term left join holders on true group by term.seats, term.ends_on`.execute(tx);
  return rows[0];
}

function membersVerdict(facts: MemberFacts | undefined): Verdict {
  if (!facts || facts.known === 0) return none("members.empty");
  if (facts.is_over) return partial({ key: "members.term_over" });
  const lacking: [Reason["key"], number][] = [
    ["members.missing", facts.seats - facts.known],
    ["members.without_photo", facts.without_photo],
    ["members.without_cv", facts.without_cv],
    ["members.without_english", facts.without_english],
    ["members.without_contacts", facts.without_contacts],
    ["members.without_party", facts.without_party],
  ];
  const reasons = lacking.filter(([, count]) => count > 0).map(([key, count]) => ({ key, values: { count } }));
  return reasons.length > 0 ? partial(...reasons) : full("members.full", { count: facts.sitting });
}

export const peopleRules: readonly ElementRule[] = [
  {
    codes: ["I.2.1"],
    areas: ["people"],
    judge: async (tx, _asked, now) =>
      new Map<ElementCode, Verdict>([["I.2.1", membersVerdict(await memberFacts(tx, now))]]),
  },
];
