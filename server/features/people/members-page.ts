import type { TenantTx } from "../../db/tenant-db.ts";
import { dayOf, findAffiliationsOfTerm, findPosts, findSeats, findTerms, termOn } from "./members.queries.ts";
import type { MemberList } from "./members.schema.ts";
import { type MemberFilters, type MemberRows, memberList, termView } from "./members-view.ts";
import { readParties } from "./parties.queries.ts";

/** All rows of one term's list: the one that is asked for, else today's. `null` where there is no such term. */
export async function readMemberRows(
  tx: TenantTx,
  slug: string | null,
  today: string,
  now: Date,
): Promise<MemberRows | null> {
  const terms = await findTerms(tx);
  const term = slug === null ? termOn(terms, today) : terms.find((one) => one.slug === slug);
  if (!term) return null;
  const asOf = dayOf(term, today);
  const [seats, posts, affiliations, parties] = await Promise.all([
    findSeats(tx, term.id, now),
    findPosts(tx, term.begins_on, asOf, now),
    findAffiliationsOfTerm(tx, term.id),
    readParties(tx),
  ]);
  return { terms, term, seats, posts, affiliations, parties, today };
}

/** The list of members; empty before the first term is known, `null` where the term that is asked for does not exist. */
export async function readMembers(
  tx: TenantTx,
  filters: MemberFilters,
  today: string,
  now: Date,
): Promise<MemberList | null> {
  const rows = await readMemberRows(tx, filters.term, today, now);
  if (rows) return memberList(rows, filters);
  if (filters.term !== null) return null;
  const terms = await findTerms(tx);
  return {
    term: null,
    terms: terms.map((term) => termView(term, today)),
    asOf: today,
    filters,
    sitting: 0,
    vacant: 0,
    balance: { female: 0, male: 0, other: 0, unknown: 0 },
    groups: [],
    facets: { parties: [], committees: [] },
    members: [],
    former: [],
    changes: [],
  };
}
