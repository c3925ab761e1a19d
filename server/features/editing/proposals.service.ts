import { sql } from "kysely";
import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { notAllowed } from "../../workspace/guard.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import type { Editable, Found, Whole } from "./editable.ts";
import { noProposal, proposalChanged, savedDirectly } from "./editing.errors.ts";
import { type Conflict, holdThing, wholeInput } from "./editing.service.ts";
import type { ProposalsTable } from "./editing.tables.ts";
import { type Merged, merge } from "./merging.ts";
import { mayChangeAsItStands } from "./public-changes.ts";
import { mayPublishOne } from "./publishes.ts";
import { inputOfVersion, keepBefore } from "./revisions.service.ts";
import { type Editor, personOfCouncil } from "./submissions.service.ts";
import { canonical, changedOnly, versionOf } from "./versions.ts";

/** Characters of the words to whoever lets it in. */
const longestNote = 1_000;

type Kind = Pick<Editable, "entity">;
type Proposing = Pick<ProposalsTable, "version" | "base"> & { input: Whole };
export type Proposal = Omit<ProposalsTable, "input" | "earlier"> & Proposing & { earlier: readonly Proposing[] };
/** So many earlier ones are remembered. */
const mostEarlier = 10;

const proposalOf = (tx: TenantTx, { entity }: Kind, id: string) =>
  tx.selectFrom("proposals").selectAll().where("entity", "=", entity).where("entity_id", "=", id);

/** What is proposed to be changed of something, if anything is; each thing has one proposal, on which several may work. */
export const findProposal = (tx: TenantTx, kind: Kind, id: string): Promise<Proposal | undefined> =>
  proposalOf(tx, kind, id).executeTakeFirst();
export const holdProposal = (tx: TenantTx, kind: Kind, id: string): Promise<Proposal | undefined> =>
  proposalOf(tx, kind, id).forUpdate().executeTakeFirst();

/** What is gone for good leaves no proposal. */
export const forgetProposal = (tx: TenantTx, { entity }: Kind, id: string) =>
  tx.deleteFrom("proposals").where("entity", "=", entity).where("entity_id", "=", id).execute();

/** How something would stand with what is proposed; where it was changed in the same places since, the proposal stands. */
export async function standsWith(
  tx: TenantTx,
  editable: Editable,
  id: string,
  { input }: Pick<Found, "input">,
  proposal: Proposing,
): Promise<Merged & { isBaseKnown: boolean }> {
  const base = await inputOfVersion(tx, editable, id, proposal.base);
  return { ...merge(base, input, proposal.input), isBaseKnown: base !== null };
}

/** A form of something, by what it was made from. */
export interface MadeFrom {
  /** The version of what was public. */
  version: string;
  /** That of what was proposed then; `null` where nothing was. */
  proposal: string | null;
}

/** How something stood on a form that goes on from what is proposed; `null` where that is not known any more. */
export async function findStoodOn(
  tx: TenantTx,
  editable: Editable,
  id: string,
  found: Found,
  { version, proposal: seen }: MadeFrom,
): Promise<Whole | null> {
  const input = version === versionOf(found.input) ? found.input : await inputOfVersion(tx, editable, id, version);
  const proposal = await findProposal(tx, editable, id);
  const then = proposal && [proposal, ...proposal.earlier].find((one) => one.version === seen);
  return input && then ? (await standsWith(tx, editable, id, { input }, then)).input : input;
}

const earlierOf = ({ version, base, input, earlier }: Proposal): readonly Proposing[] =>
  [{ version, base, input }, ...earlier].slice(0, mostEarlier);

/** Of a proposal on which several work: whose it is stays whoever began it, all are named, and each word says whose it is. */
function authorsOf(who: Editor, proposal: Proposal | undefined, note: string | null) {
  if (!proposal || proposal.proposed_by === who.id)
    return { proposed_by: who.id, proposed_name: proposal?.proposed_name ?? who.name, note };
  const names = new Set([...proposal.proposed_name.split(", "), who.name]);
  const words = [proposal.note, note && `${who.name}: ${note}`].filter(Boolean).join("\n");
  return {
    proposed_by: proposal.proposed_by,
    proposed_name: [...names].join(", "),
    note: words.slice(-longestNote) || null,
  };
}

/** Makes a change as it is proposed, and takes that back: what the feature refuses is told to whoever proposes it. */
export async function tried(tx: TenantTx, change: () => Promise<unknown>): Promise<void> {
  await sql`savepoint as_proposed`.execute(tx);
  try {
    await change();
  } finally {
    await sql`rollback to savepoint as_proposed`.execute(tx);
  }
}

/**
 * Proposes a form as a change of what the public reads; what is public stays as it is. Whatever somebody else proposed
 * or changed since is kept where this form left it alone; where both changed the same place, the second is asked.
 * @param made as it came with the form
 * @returns `unchanged` where it says what is public already; then nothing is proposed any more
 * @throws `InvalidInput`, `editing.saved_directly` for whoever may save it, `editing.operators_stand_aside`, as `holdThing`,
 *   and what the feature refuses
 */
export async function propose(
  tx: TenantTx,
  by: Doing,
  editable: Editable,
  id: string,
  given: unknown,
  made: MadeFrom,
  note: string | null,
): Promise<Conflict | { kind: "proposed" | "unchanged" }> {
  const who = personOfCouncil(by.actor);
  const found = await holdThing(tx, editable, id);
  if (await mayChangeAsItStands(tx, by.actor, found.standing, editable.entity, id)) throw savedDirectly();
  const proposal = await holdProposal(tx, editable, id);
  const stands = proposal ? (await standsWith(tx, editable, id, found, proposal)).input : found.input;
  const mine = wholeInput(editable, given, stands);
  const base = await findStoodOn(tx, editable, id, found, made);
  const { input, clashes } = merge(base, stands, mine);
  await keepBefore(tx, by, editable, id, found);
  if (clashes.length > 0) {
    const asked = {
      clashes,
      isBaseKnown: base !== null,
      version: versionOf(found.input),
      merged: input,
      theirs: stands,
    };
    return { kind: "conflict", ...asked, ...(proposal && { proposal: proposal.version }) };
  }
  const proposed = wholeInput(editable, input);
  const { entity } = editable;
  const isNothing = versionOf(proposed) === versionOf(found.input);
  if (isNothing && proposal) {
    await forgetProposal(tx, editable, id);
    await recordChange(tx, by, `${entity}.proposal_taken_back`, entity, id, { version: proposal.version }, null);
  }
  // Who adds nothing to what another proposes makes it no proposal of theirs.
  const isSame = proposal && !proposal.returned_at && versionOf(proposed) === versionOf(stands);
  if (isNothing || (isSame && proposal.proposed_by !== who.id)) return { kind: "unchanged" };
  await tried(tx, () => editable.change(tx, by, id, proposed));
  const row = {
    ...{ version: versionOf(proposed), base: versionOf(found.input), input: json(canonical(proposed) ?? {}) },
    earlier: json(proposal ? earlierOf(proposal) : []),
    ...authorsOf(who, proposal, note),
    proposed_at: by.now,
    ...{ returned_name: null, returned_at: null, return_note: null },
  };
  await tx
    .insertInto("proposals")
    .values({ ...row, entity, entity_id: id })
    .onConflict((conflict) => conflict.columns(["tenant_id", "entity", "entity_id"] as never).doUpdateSet(row))
    .execute();
  const before = changedOnly(proposed, found.input);
  await recordChange(tx, by, `${entity}.proposed`, entity, id, before, { ...changedOnly(found.input, proposed), note });
  return { kind: "proposed" };
}

/**
 * Gives a proposal back, with a word; whoever has made it takes it back, and needs none. A file that was proposed is let go.
 * @param seen the version of the proposal on the page: another one is looked at first
 * @throws {InvalidInput} `editing.no_proposal`, `editing.proposal_changed`, `editing.operators_stand_aside`,
 *   `accounts.not_allowed`
 */
export async function giveBackProposal(
  tx: TenantTx,
  by: Doing,
  { entity }: Kind,
  id: string,
  note: string,
  seen: string | null,
): Promise<"proposal_returned" | "proposal_taken_back"> {
  const proposal = await holdProposal(tx, { entity }, id);
  if (!proposal) throw noProposal();
  const who = personOfCouncil(by.actor);
  const { version } = proposal;
  if (seen !== version) throw proposalChanged();
  if (proposal.proposed_by === who.id) {
    await forgetProposal(tx, { entity }, id);
    await recordChange(tx, by, `${entity}.proposal_taken_back`, entity, id, { version }, null);
    return "proposal_taken_back";
  }
  if (!(await mayPublishOne(tx, by.actor, entity, id))) throw notAllowed();
  if (proposal.returned_at) throw noProposal();
  if (!note) throw new InvalidInput([{ path: "note", code: "text.required" }]);
  await tx
    .updateTable("proposals")
    .set({ returned_name: who.name, returned_at: by.now, return_note: note, sha256: null })
    .where("entity", "=", entity)
    .where("entity_id", "=", id)
    .execute();
  await recordChange(tx, by, `${entity}.proposal_returned`, entity, id, null, { version, note });
  return "proposal_returned";
}

/** What was saved from a proposal waits no more, unless more was proposed since. @param version of the proposal on the form */
export async function acceptProposal(tx: TenantTx, by: Doing, { entity }: Kind, id: string, version: string) {
  const gone = await tx
    .deleteFrom("proposals")
    .where("entity", "=", entity)
    .where("entity_id", "=", id)
    .where("version", "=", version)
    .returning("proposed_name")
    .executeTakeFirst();
  if (gone)
    await recordChange(tx, by, `${entity}.proposal_accepted`, entity, id, null, { version, by: gone.proposed_name });
}
