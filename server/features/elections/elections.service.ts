import type { Selectable } from "kysely";
import type { InferOutput } from "valibot";
import { namingBreaches } from "../../db/breaches.ts";
import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import { underFreeSlug } from "../../db/free-slug.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { dayIn } from "../../local-time.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { releaseAttachments, removeAttachments } from "../documents/attachments.service.ts";
import { publishedAt, recordStanding, takenBack } from "../lifecycle/lifecycle.ts";
import {
  electionIsPublic,
  electionNotFound,
  electionNotPublished,
  electionPublicAlready,
  electionThereAlready,
} from "./elections.errors.ts";
import { ElectionInput } from "./elections.schema.ts";
import type { ElectionsTable } from "./elections.tables.ts";

type Checked = InferOutput<typeof ElectionInput>;
const breaches = { elections_tenant_id_held_on_kind_key: electionThereAlready };

/** Two elections of one kind on one day are one; ordinary ones are known by their year. */
const slugFor = ({ kind, heldOn }: Checked) =>
  ({
    ordinary: `zgjedhjet-vendore-${heldOn.slice(0, 4)}`,
    partial: `zgjedhjet-e-pjesshme-${heldOn}`,
    repeated: `zgjedhjet-e-perseritura-${heldOn}`,
  })[kind];

/** The sums that an official result keeps. Where a count is unknown, nothing is compared with it. */
function brokenSums({ seats, electorate, voters, validBallots, invalidBallots, lists }: Checked): FieldProblem[] {
  const sum = (of: "votes" | "seats") => lists.reduce((total, list) => total + list[of], 0);
  const most = (part: number, whole: number | null | undefined) => whole == null || part <= whole;
  const problems: FieldProblem[] = [];
  if (!most(voters ?? 0, electorate)) problems.push({ path: "voters", code: "elections.more_voters_than_electorate" });
  const ballots = validBallots ?? sum("votes");
  if (!most(ballots + (invalidBallots ?? 0), voters))
    problems.push({ path: "validBallots", code: "elections.more_ballots_than_voters" });
  if (!most(ballots, electorate)) problems.push({ path: "electorate", code: "elections.more_ballots_than_electorate" });
  if (!most(sum("votes"), validBallots)) problems.push({ path: "lists", code: "elections.votes_exceed_ballots" });
  if (sum("seats") !== seats) problems.push({ path: "seats", code: "elections.seats_do_not_add_up" });
  return problems;
}

function repeatedLists({ lists }: Checked): FieldProblem[] {
  const isFirst = (shortName: string, at: number) =>
    lists.findIndex((list) => list.shortName.toLocaleLowerCase("sq") === shortName.toLocaleLowerCase("sq")) === at;
  return lists.flatMap(({ shortName }, at) =>
    isFirst(shortName, at) ? [] : [{ path: `lists.${at}.shortName`, code: "elections.list_twice" }],
  );
}

async function unknownReferences(tx: TenantTx, { kind, termId, seats, lists }: Checked): Promise<FieldProblem[]> {
  const parties = lists.flatMap(({ partyId }) => partyId ?? []);
  const [term, known] = await Promise.all([
    termId ? tx.selectFrom("terms").where("id", "=", termId).select("seats").executeTakeFirst() : undefined,
    parties.length > 0 ? tx.selectFrom("parties").where("id", "in", parties).select("id").execute() : [],
  ]);
  const problems = lists.flatMap(({ partyId }, at) =>
    partyId && !known.some(({ id }) => id === partyId)
      ? [{ path: `lists.${at}.partyId`, code: "elections.party_unknown" }]
      : [],
  );
  if (termId && !term) problems.push({ path: "termId", code: "elections.term_unknown" });
  if (term && kind === "ordinary" && term.seats !== seats)
    problems.push({ path: "seats", code: "elections.term_has_other_seats" });
  return problems;
}

/** @throws {InvalidInput} that names everything that is wrong at once */
async function checked(tx: TenantTx, by: Doing, given: ElectionInput): Promise<Checked> {
  const input = parsed(ElectionInput, given);
  const problems = [...repeatedLists(input), ...brokenSums(input), ...(await unknownReferences(tx, input))];
  if (input.heldOn > dayIn(by.now)) problems.push({ path: "heldOn", code: "elections.in_the_future" });
  if (problems.length > 0) throw new InvalidInput(problems);
  return input;
}

const columnsOf = (input: Checked) => ({
  kind: input.kind,
  held_on: input.heldOn,
  term_id: input.termId ?? null,
  seats: input.seats,
  electorate: input.electorate ?? null,
  voters: input.voters ?? null,
  valid_ballots: input.validBallots ?? null,
  invalid_ballots: input.invalidBallots ?? null,
  source: input.source ? json(input.source) : null,
  source_url: input.sourceUrl ?? null,
  note: input.note ? json(input.note) : null,
});

const insertLists = (tx: TenantTx, electionId: string, { lists }: Checked) =>
  tx
    .insertInto("election_lists")
    .values(
      lists.map(({ name, shortName, partyId = null, votes, seats }, at) => ({
        ...{ votes, seats, election_id: electionId, position: at + 1 },
        name: json(name),
        short_name: shortName,
        party_id: partyId,
      })),
    )
    .execute();

/** The lists of an election in the order of the ballot, as they are entered. */
const electionLists = (tx: TenantTx, electionId: string) =>
  tx
    .selectFrom("election_lists")
    .where("election_id", "=", electionId)
    .select(["name", "short_name as shortName", "party_id as partyId", "votes", "seats"])
    .orderBy("position")
    .execute();

/** An election as it is entered. */
export async function electionInput(tx: TenantTx, stored: Selectable<ElectionsTable>) {
  const { kind, seats, electorate, voters, source, note } = stored;
  const ballots = { validBallots: stored.valid_ballots, invalidBallots: stored.invalid_ballots };
  return {
    ...{ kind, seats, electorate, voters, ...ballots, source, note },
    ...{ heldOn: stored.held_on, termId: stored.term_id, sourceUrl: stored.source_url },
    lists: await electionLists(tx, stored.id),
  };
}

async function lockElection(tx: TenantTx, id: string) {
  const election = await tx.selectFrom("elections").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!election) throw electionNotFound();
  return election;
}

/**
 * An election with its results that nobody sees yet.
 * @throws {InvalidInput} where sums are broken; `elections.there_already`
 */
export async function createElection(
  tx: TenantTx,
  by: Doing,
  given: ElectionInput,
): Promise<{ id: string; slug: string }> {
  const input = await checked(tx, by, given);
  const made = await namingBreaches(breaches, () =>
    underFreeSlug(slugFor(input), (slug) =>
      tx
        .insertInto("elections")
        .values({ ...columnsOf(input), slug, public_from: null, created_at: by.now, updated_at: by.now })
        .onConflict((conflict) => conflict.columns(["tenant_id", "slug"] as never).doNothing())
        .returning(["id", "slug"])
        .executeTakeFirst(),
    ),
  );
  await insertLists(tx, made.id, input);
  await recordChange(tx, by, "election.created", "election", made.id, null, { slug: made.slug, ...input });
  return made;
}

/**
 * Corrects an election, all of it: what is not given is unknown from then on. Its address stays.
 * @throws {InvalidInput} `elections.not_found`, `elections.there_already`
 */
export async function changeElection(tx: TenantTx, by: Doing, id: string, given: ElectionInput): Promise<void> {
  const stored = await lockElection(tx, id);
  const before = await electionInput(tx, stored);
  const input = await checked(tx, by, given);
  await namingBreaches(breaches, () =>
    tx
      .updateTable("elections")
      .set({ ...columnsOf(input), updated_at: by.now })
      .where("id", "=", id)
      .execute(),
  );
  await tx.deleteFrom("election_lists").where("election_id", "=", id).execute();
  await insertLists(tx, id, input);
  if (stored.state === "published") await raiseVersion(tx, "elections");
  await recordChange(tx, by, "election.changed", "election", id, before, input);
}

/**
 * Publishes with its documents: now, or at an instant to come. A schedule that has not come may be moved.
 * @throws `elections.not_found`, `elections.already_public`
 */
export async function publishElection(tx: TenantTx, by: Doing, id: string, at: Date = by.now): Promise<void> {
  const before = await lockElection(tx, id);
  const after = publishedAt(before, by, at, electionPublicAlready);
  await tx
    .updateTable("elections")
    .set({ ...after, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await releaseAttachments(tx, "election", id, at);
  await raiseVersion(tx, "elections");
  await recordStanding(tx, by, ["election", id], before, after);
}

/**
 * Takes an election back, with its documents.
 * @throws `elections.not_found`, `elections.not_published`
 */
export async function withdrawElection(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const before = await lockElection(tx, id);
  const after = takenBack(before, by, electionNotPublished);
  await tx
    .updateTable("elections")
    .set({ ...after, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await releaseAttachments(tx, "election", id, null);
  await raiseVersion(tx, "elections");
  await recordStanding(tx, by, ["election", id], before, after);
}

/**
 * Takes away an election that is not public, with its documents.
 * @throws `elections.not_found`, `elections.is_public`
 */
export async function removeElection(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const { slug, kind, held_on: heldOn, state } = await lockElection(tx, id);
  if (state === "published") throw electionIsPublic();
  await removeAttachments(tx, by, "election", id);
  await tx.deleteFrom("elections").where("id", "=", id).execute();
  await recordChange(tx, by, "election.removed", "election", id, { slug, kind, heldOn }, null);
}
