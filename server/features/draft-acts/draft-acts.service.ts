import { type Day, json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import { followName, underFreeSlug } from "../../db/free-slug.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { cleanLocalizedHtml } from "../../html.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { numericDay } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { registerText } from "../../search/register-text.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { type Attachment, attach, detach, releaseAttachments } from "../documents/attachments.service.ts";
import { comesBack, publishedAt, recordStanding, withdrawnFor } from "../lifecycle/lifecycle.ts";
import { slugOf } from "../publications/slug.ts";
import { draftNotPublished, draftPublicAlready, draftWithdrawnAlready } from "./draft-acts.errors.ts";
import { DraftActChange, DraftActInput, DraftReason } from "./draft-acts.schema.ts";
import { lockDraftAct, type StoredDraftAct } from "./draft-acts.store.ts";
import { endPeriods } from "./stages.service.ts";

type Checked = Omit<ReturnType<typeof parsed<typeof DraftActInput>>, "slug" | "documents">;

/** Who proposes must be among the council's people and bodies. */
async function proposerProblems(tx: TenantTx, { proposerPersonId, proposerBodyId }: Checked): Promise<FieldProblem[]> {
  const [person, body] = await Promise.all([
    proposerPersonId && tx.selectFrom("people").select("id").where("id", "=", proposerPersonId).executeTakeFirst(),
    proposerBodyId && tx.selectFrom("bodies").select("id").where("id", "=", proposerBodyId).executeTakeFirst(),
  ]);
  return [
    ...(proposerPersonId && !person ? [{ path: "proposerPersonId", code: "drafts.proposer_unknown" }] : []),
    ...(proposerBodyId && !body ? [{ path: "proposerBodyId", code: "drafts.proposer_unknown" }] : []),
  ];
}

const cleaned = (text: LocalizedText | null | undefined) => {
  const clean = cleanLocalizedHtml(text);
  return clean && json(clean);
};
const asJson = (text: LocalizedText | null | undefined) => (text ? json(text) : null);

/** What a draft act is made of, checked and in the shape in which it is stored. */
async function checked(tx: TenantTx, given: Checked) {
  const problems = await proposerProblems(tx, given);
  // The law on consultation is about rules for all; an act that concerns named persons is outside of it.
  if (given.nature === "individual" && given.consultationRequired)
    problems.push({ path: "consultationRequired", code: "drafts.individual_not_consulted" });
  if (problems.length > 0) throw new InvalidInput(problems);
  const { title, summary, proposer, protocolNumber = null } = given;
  const words = [title, summary, proposer, protocolNumber];
  return {
    type: given.type,
    nature: given.nature,
    title: json(title),
    summary: asJson(summary),
    body: cleaned(given.body),
    reasons: cleaned(given.reasons),
    expected_effect: cleaned(given.expectedEffect),
    how_to_comment: cleaned(given.howToComment),
    subject: given.subject,
    proposer_kind: given.proposerKind,
    proposer: asJson(proposer),
    proposer_person_id: given.proposerPersonId ?? null,
    proposer_body_id: given.proposerBodyId ?? null,
    protocol_number: protocolNumber,
    registered_on: given.registeredOn,
    consultation_required: given.consultationRequired,
    folded_text: registerText(...words),
  };
}

/** A draft act as the audit remembers it: what people wrote, not what follows from it. */
export const draftActInput = (stored: StoredDraftAct) => ({
  type: stored.type,
  nature: stored.nature,
  title: stored.title,
  summary: stored.summary,
  body: stored.body,
  reasons: stored.reasons,
  expectedEffect: stored.expected_effect,
  howToComment: stored.how_to_comment,
  subject: stored.subject,
  proposerKind: stored.proposer_kind,
  proposer: stored.proposer,
  proposerPersonId: stored.proposer_person_id,
  proposerBodyId: stored.proposer_body_id,
  protocolNumber: stored.protocol_number,
  registeredOn: stored.registered_on,
  consultationRequired: stored.consultation_required,
});

/**
 * A draft act at its beginning, being drafted; nobody outside sees it. Its address is made from the Albanian title and
 * stays as it is.
 * @throws `InvalidInput`
 */
export async function createDraftAct(
  tx: TenantTx,
  by: Doing,
  given: DraftActInput,
): Promise<{ id: string; slug: string }> {
  const { slug: wanted, documents, ...input } = parsed(DraftActInput, given);
  const values = await checked(tx, input);
  const row = {
    ...values,
    stage: "drafting",
    public_from: null,
    initiative_from: null,
    consultation_from: null,
    created_at: by.now,
    updated_at: by.now,
  } as const;
  const made = await underFreeSlug(wanted ?? slugOf(input.title.sq), (slug) =>
    tx
      .insertInto("draft_acts")
      .values({ ...row, slug })
      .onConflict((conflict) => conflict.columns(["tenant_id", "slug"] as never).doNothing())
      .returning(["id", "slug"])
      .executeTakeFirst(),
  );
  await attach(tx, by, "draftAct", made.id, documents, null);
  const after = { slug: made.slug, ...draftActInput(await lockDraftAct(tx, made.id)) };
  await recordChange(tx, by, "draft_act.created", "draft_act", made.id, null, after);
  return made;
}

/** A notice is about what is registered, so that its day is never the earlier one. */
function checkRegistration({ registered_on, initiative_from, consultation_from }: StoredDraftAct, day: Day) {
  const notice = initiative_from ?? consultation_from;
  if (day === registered_on || !notice || day <= notice) return;
  const params = { date: numericDay(notice) };
  throw new InvalidInput([{ path: "registeredOn", code: "drafts.registered_after_notice", params }]);
}

/**
 * Changes what is given and leaves all else. Readers see it at once where the draft act is public.
 * @throws `InvalidInput`, `drafts.not_found`
 */
export async function changeDraftAct(tx: TenantTx, by: Doing, id: string, change: DraftActChange): Promise<void> {
  const asked = parsed(DraftActChange, change);
  const stored = await lockDraftAct(tx, id);
  const before = draftActInput(stored);
  const values = await checked(tx, parsed(DraftActInput, { ...before, ...asked }));
  checkRegistration(stored, values.registered_on);
  await tx
    .updateTable("draft_acts")
    .set({ ...values, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await followName(tx, "draft_acts", stored, [slugOf(before.title.sq), slugOf(asked.title?.sq ?? before.title.sq)]);
  if (stored.state === "published") await raiseVersion(tx, "drafts");
  const after = draftActInput(await lockDraftAct(tx, id));
  await recordChange(tx, by, "draft_act.changed", "draft_act", id, before, after);
}

/**
 * Adds documents: the text, the explanatory report, others. They are public as soon as the draft act is.
 * @throws `InvalidInput` when one is unknown or stands somewhere else, `drafts.not_found`
 */
export async function addDraftDocuments(
  tx: TenantTx,
  by: Doing,
  id: string,
  documents: readonly Attachment[],
): Promise<void> {
  const { state, public_from } = await lockDraftAct(tx, id);
  await attach(tx, by, "draftAct", id, documents, state === "published" ? public_from : null);
  if (state === "published") await raiseVersion(tx, "drafts");
}

/** Takes a document away, also from the public. @throws `drafts.not_found` */
export async function removeDraftDocument(tx: TenantTx, by: Doing, id: string, documentId: string): Promise<void> {
  const { state } = await lockDraftAct(tx, id);
  await detach(tx, by, "draftAct", id, documentId);
  if (state === "published") await raiseVersion(tx, "drafts");
}

/**
 * Publishes at an instant: now, or later by itself. A schedule that has not come may be moved. The files follow.
 * @throws `drafts.not_found`, `drafts.already_public`
 */
export async function publishDraftAct(tx: TenantTx, by: Doing, id: string, at: Date = by.now): Promise<void> {
  const before = await lockDraftAct(tx, id);
  const after = publishedAt(before, by, at, draftPublicAlready);
  await tx
    .updateTable("draft_acts")
    .set({ ...after, ...comesBack(at, by), updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await releaseAttachments(tx, "draftAct", id, at);
  await raiseVersion(tx, "drafts");
  await recordStanding(tx, by, ["draft_act", id], before, after);
}

/**
 * Takes a draft act out of the register, as when it held what must not be public: its address then says when and why, its
 * files are gone and no period runs for it. One whose time has not come becomes a draft again. A draft act that its
 * proposer takes back is another matter: it stays in the register (`setStage`).
 * @throws `InvalidInput`, `drafts.not_found`, `drafts.not_published`, `drafts.already_withdrawn`
 */
export async function withdrawDraftAct(tx: TenantTx, by: Doing, id: string, reason: LocalizedText): Promise<void> {
  const why = parsed(DraftReason, reason);
  const before = await lockDraftAct(tx, id);
  const after = withdrawnFor(before, by, why, {
    notPublished: draftNotPublished,
    withdrawnAlready: draftWithdrawnAlready,
  });
  await tx
    .updateTable("draft_acts")
    .set({ ...after, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await releaseAttachments(tx, "draftAct", id, null);
  if (after.state === "withdrawn") await endPeriods(tx, by, id);
  await raiseVersion(tx, "drafts");
  await recordStanding(tx, by, ["draft_act", id], before, after, why);
}
