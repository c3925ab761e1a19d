import { electionUrl, personUrl } from "../elements/item-urls.shared.ts";
import type { ElectionRow, HolderRow, ListRow } from "./elections.queries.ts";
import type { Election, ElectionSummary, ListResult, MandateChange } from "./elections.schema.ts";

const hundredths = (number: number) => Math.round(number * 100) / 100;
/** A percentage with two decimals; `null` of nothing. */
export const percentage = (part: number | null, whole: number | null): number | null =>
  part === null || !whole ? null : hundredths((100 * part) / whole);

const sumOf = (lists: readonly ListRow[]) => lists.reduce((sum, { votes }) => sum + votes, 0);

function listResults({ valid_ballots }: Pick<ElectionRow, "valid_ballots">, lists: readonly ListRow[]): ListResult[] {
  const ballots = valid_ballots ?? sumOf(lists);
  return lists.map(({ position, name, short_name, colour, votes, seats }) => ({
    ...{ position, name, colour, votes, seats },
    shortName: short_name,
    share: percentage(votes, ballots) ?? 0,
  }));
}

/** An election as a list shows it: the lists with most votes first. */
export function electionSummary(row: ElectionRow, lists: readonly ListRow[]): ElectionSummary {
  const { slug, kind, seats, electorate, voters } = row;
  return {
    ...{ slug, kind, seats, electorate, voters },
    url: electionUrl(slug),
    heldOn: row.held_on,
    turnout: percentage(voters, electorate),
    validBallots: row.valid_ballots,
    invalidBallots: row.invalid_ballots,
    lists: listResults(row, lists).sort((one, other) => other.votes - one.votes || one.position - other.position),
  };
}

/** Lists are the same where their party is; without a party, where they are called the same. */
const isSame = (one: ListRow, other: ListRow) =>
  one.party_id || other.party_id ? one.party_id === other.party_id : one.short_name === other.short_name;

/** What each list gained or lost since an earlier election, by its position; and the lists that did not stand again. */
export function compared(
  current: { row: ElectionRow; lists: readonly ListRow[] },
  earlier: { row: ElectionRow; lists: readonly ListRow[] },
) {
  const now = listResults(current.row, current.lists);
  const then = listResults(earlier.row, earlier.lists);
  const differences = new Map(
    current.lists.map((list, at) => {
      const before = earlier.lists.findIndex((one) => isSame(one, list));
      const { share = 0, seats = 0 } = then[before] ?? {};
      const isNew = before < 0;
      return [list.position, { share: hundredths(now[at]!.share - share), seats: list.seats - seats, isNew }];
    }),
  );
  const gone = then
    .filter((_, at) => !current.lists.some((list) => isSame(list, earlier.lists[at]!)))
    .map(({ name, shortName, share, seats }) => ({ name, shortName, share, seats }));
  return { differences, gone };
}

/** Points more or less; `null` where either is unknown. */
export const difference = (now: number | null, then: number | null) =>
  now === null || then === null ? null : hundredths(now - then);

export const near = ({ slug, kind, held_on }: ElectionRow): NonNullable<Election["older"]> => ({
  url: electionUrl(slug),
  kind,
  heldOn: held_on,
});

const holder = ({ slug, name }: HolderRow, on: string) => ({ name, url: slug ? personUrl(slug) : null, on });

/**
 * Changes of mandate until a day, the latest first: a seat left before the term's end, and who came.
 * @param holders by seat and time
 * @param today `YYYY-MM-DD`
 */
export function mandateChanges(holders: readonly HolderRow[], today: string): MandateChange[] {
  const changes = holders.flatMap((row, at): MandateChange[] => {
    const { seat, ends_on, end_reason, end_note, term_ends_on } = row;
    if (ends_on === null || ends_on >= today || ends_on === term_ends_on) return [];
    const next = holders[at + 1];
    const came = next?.seat === seat && next.begins_on <= today ? holder(next, next.begins_on) : null;
    return [{ seat, left: { ...holder(row, ends_on), reason: end_reason, note: end_note }, came }];
  });
  return changes.sort((one, other) => other.left.on.localeCompare(one.left.on) || one.seat - other.seat);
}
