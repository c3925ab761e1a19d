import { phrases } from "../../http/phrases.ts";
import { askedOf, isSaid } from "../../search/register-text.ts";
import { bodyUrl } from "../elements/item-urls.shared.ts";
import type { AffiliationRow, PostRow, SeatRow, TermRow } from "./members.queries.ts";
import { dayOf, includes } from "./members.queries.ts";
import type { Affiliation, MandateChange, MemberList, MemberView, TermView } from "./members.schema.ts";
import type { PartyBook } from "./parties.queries.ts";
import { personRef, portraitOf } from "./person-view.ts";

export interface MemberFilters {
  q: string | null;
  term: string | null;
  party: string | null;
  committee: string | null;
}

/** Everything that a list of members is made of. */
export interface MemberRows {
  terms: readonly TermRow[];
  term: TermRow;
  seats: readonly SeatRow[];
  posts: readonly PostRow[];
  affiliations: readonly AffiliationRow[];
  parties: PartyBook;
  today: string;
}

export const termView = (term: TermRow, today: string): TermView => ({
  slug: term.slug,
  beginsOn: term.begins_on,
  endsOn: term.ends_on,
  seats: term.seats,
  isCurrent: includes(term, today),
});

/** To which party somebody belonged on a day. @param listId of the list on which their seat was won */
export function affiliationOn(
  rows: readonly Omit<AffiliationRow, "person_id">[],
  listId: string | null,
  day: string,
  parties: PartyBook,
): Affiliation {
  const row = rows.find((one) => includes(one, day));
  if (row?.party_id) return { kind: "party", party: parties(row.party_id, day) };
  if (row) return { kind: "none", party: null };
  return listId ? { kind: "list", party: parties(listId, day) } : { kind: "unknown", party: null };
}

/** The value by which a list is narrowed to an affiliation. */
export const affiliationValue = ({ kind, party }: Affiliation): string =>
  party?.slug ?? (kind === "none" ? "none" : "unknown");

const rank = { chair: 0, deputy_chair: 1, head: 0, liaison: 0, secretary: 2, member: 3, staff: 3 } as const;
const byName = new Intl.Collator("sq");

/** A member with what only the order and the filters need. */
export interface Listed {
  view: MemberView;
  row: SeatRow;
}

/** Members in the council's own order: whoever chairs, the deputies, then its own positions; names decide what it left open. */
const inOrder = (a: Listed, b: Listed) =>
  rank[a.view.role ?? "member"] - rank[b.view.role ?? "member"] ||
  a.row.position - b.row.position ||
  byName.compare(a.row.family_name, b.row.family_name) ||
  byName.compare(a.row.name, b.row.name);

/** All who held a seat, each as they were on the list's day or on their own last. */
export function listedMembers({ term, seats, posts, affiliations, parties, today }: MemberRows): {
  sitting: Listed[];
  former: Listed[];
} {
  const asOf = dayOf(term, today);
  const postsOf = Map.groupBy(posts, ({ person_id }) => person_id);
  const affiliationsOf = Map.groupBy(affiliations, ({ person_id }) => person_id);
  const listed = seats
    .filter(({ begins_on }) => begins_on <= asOf)
    .map((row): Listed => {
      const day = includes(row, asOf) ? asOf : row.ends_on!;
      const held = (postsOf.get(row.person_id) ?? []).filter((post) => includes(post, day));
      const inCouncil = held
        .filter(({ kind }) => kind === "council")
        .sort((a, b) => rank[a.role] - rank[b.role])
        .at(0);
      const committees = new Map<string, MemberView["committees"][number]>();
      for (const { kind, slug, name, role } of held) {
        const known = committees.get(slug);
        if (kind !== "committee" || (known && rank[known.role] <= rank[role])) continue;
        committees.set(slug, { slug, url: bodyUrl("committee", slug), name, role });
      }
      return {
        row,
        view: {
          ...personRef(row),
          gender: row.gender,
          photo: portraitOf(row),
          occupation: row.occupation,
          seat: row.seat,
          role: inCouncil?.role ?? null,
          affiliation: affiliationOn(affiliationsOf.get(row.person_id) ?? [], row.party_id, day, parties),
          committees: [...committees.values()],
          beginsOn: row.begins_on,
          endsOn: row.ends_on,
          endReason: row.end_reason,
        },
      };
    });
  const sits = ({ row }: Listed) => includes(row, asOf);
  return {
    sitting: listed.filter(sits).sort(inOrder),
    // Who gave a seat up and took another again is not former.
    former: listed
      .filter((one) => !sits(one) && !listed.some((other) => sits(other) && other.row.person_id === one.row.person_id))
      .sort(
        (a, b) => b.row.ends_on!.localeCompare(a.row.ends_on!) || byName.compare(a.row.family_name, b.row.family_name),
      ),
  };
}

/** Seats that changed hands in the term, or that somebody left before its end. */
export function mandateChanges({
  term,
  seats,
  parties,
  today,
}: Pick<MemberRows, "term" | "seats" | "parties" | "today">) {
  const asOf = dayOf(term, today);
  const began = seats.filter(({ begins_on }) => begins_on <= asOf);
  return [...Map.groupBy(began, ({ seat }) => seat)].flatMap(([seat, holders]): MandateChange[] => {
    const isChanged = holders.length > 1 || !includes(holders[0]!, asOf);
    const listId = holders[0]!.party_id;
    if (!isChanged) return [];
    return [
      {
        seat,
        list: listId ? parties(listId, term.begins_on) : null,
        holders: holders.map((row) => ({
          ...personRef(row),
          beginsOn: row.begins_on,
          endsOn: row.ends_on,
          endReason: row.end_reason,
          endNote: row.end_note,
        })),
      },
    ];
  });
}

/** Says of each whether they are in the list that the filters leave; `without` is left out of account, to count its values. */
export function passing(filters: MemberFilters) {
  const asked = askedOf(filters.q, { orPart: true });
  return ({ view, row }: Listed, without?: "party" | "committee"): boolean => {
    const isIn = without === "committee" || filters.committee === null;
    const isOf = without === "party" || filters.party === null;
    return (
      isSaid(row.folded_text, asked) &&
      (isOf || affiliationValue(view.affiliation) === filters.party) &&
      (isIn || view.committees.some(({ slug }) => slug === filters.committee))
    );
  };
}

type Counted = MemberList["facets"]["parties"];

/** What may be chosen and how many there would be; the most frequent first. */
function counted(values: readonly Omit<Counted[number], "count">[]): Counted {
  return [...Map.groupBy(values, ({ value }) => value)]
    .map(([value, same]) => ({ value, label: same[0]!.label, count: same.length }))
    .sort((a, b) => b.count - a.count || byName.compare(a.label.sq, b.label.sq));
}

/** Who belongs together in the chamber: parties by their number of seats, then those of none and of whom it is not known. */
function groupsOf(sitting: readonly Listed[]): MemberList["groups"] {
  const groups = Map.groupBy(sitting, ({ view }) => affiliationValue(view.affiliation));
  const isParty = ({ affiliation }: MemberList["groups"][number]) => Number(affiliation.party !== null);
  return [...groups.values()]
    .map((members) => ({ affiliation: members[0]!.view.affiliation, seats: members.length }))
    .sort((a, b) => isParty(b) - isParty(a) || b.seats - a.seats);
}

const saidOf = (kind: "none" | "unknown") => ({
  sq: phrases("sq", "people")(`affiliation_${kind}`),
  en: phrases("en", "people")(`affiliation_${kind}`),
});

/** The list as it is answered. */
export function memberList(rows: MemberRows, filters: MemberFilters): MemberList {
  const { term, terms, today } = rows;
  const { sitting, former } = listedMembers(rows);
  const everybody = [...sitting, ...former];
  const passes = passing(filters);
  const of = (gender: SeatRow["gender"]) => sitting.filter(({ row }) => row.gender === gender).length;
  return {
    term: termView(term, today),
    terms: terms.map((one) => termView(one, today)),
    asOf: dayOf(term, today),
    filters,
    sitting: sitting.length,
    vacant: Math.max(term.seats - sitting.length, 0),
    balance: { female: of("female"), male: of("male"), other: of("other"), unknown: of(null) },
    groups: groupsOf(sitting),
    facets: {
      parties: counted(
        everybody
          .filter((one) => passes(one, "party"))
          .map(({ view: { affiliation } }) => ({
            value: affiliationValue(affiliation),
            label: affiliation.party?.name ?? saidOf(affiliation.kind === "none" ? "none" : "unknown"),
          })),
      ),
      committees: counted(
        everybody
          .filter((one) => passes(one, "committee"))
          .flatMap(({ view }) => view.committees.map(({ slug, name }) => ({ value: slug, label: name }))),
      ),
    },
    members: sitting.filter((one) => passes(one)).map(({ view }) => view),
    former: former.filter((one) => passes(one)).map(({ view }) => view),
    changes: mandateChanges(rows),
  };
}
