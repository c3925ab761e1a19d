import type * as v from "valibot";
import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { cleanLocalizedHtml } from "../../html.ts";
import { parsed } from "../../http/validated.ts";
import { dayIn } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { registerText } from "../../search/register-text.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { releaseAttachments } from "../documents/attachments.service.ts";
import { checkDecidable } from "../draft-acts/stages.service.ts";
import { comesBack, publishedAt, recordStanding, withdrawnFor } from "../lifecycle/lifecycle.ts";
import { checkChronology } from "./act-chronology.ts";
import { syncClocks } from "./act-clocks.ts";
import { checkRedacted } from "./act-documents.service.ts";
import { datesOf, findSteps, firstDeposit, lockAct, remembered, type StoredAct } from "./act-record.ts";
import { checkReferences } from "./act-references.ts";
import { alreadyPublic, alreadyWithdrawn, notPublished, numberFixed, numberTaken, underReview } from "./acts.errors.ts";
import { ActChange, ActInput, WithdrawalReason } from "./acts.schema.ts";
import type { ActType } from "./acts.shared.ts";
import { followDraft, followPublication, followWithdrawal } from "./becoming-public.service.ts";
import { gapOf, type Place, placeInSeries, seriesOf } from "./numbering.service.ts";
import { stateOf } from "./prefect-review.ts";
import { settleRepeals } from "./relations.service.ts";

type Checked = v.InferOutput<typeof ActInput>;

const words: Record<ActType, string> = { decision: "vendim", ordinance: "urdherese", resolution: "rezolute" };
/** `vendim-112-2026` */
const slugOf = (type: ActType, number: number, series: string) => `${words[type]}-${number}-${series}`;

/** What people look for: the title and the number as it is cited. */
const foldedText = ({ type, title, summary }: Checked, number: number, series: string) =>
  registerText(
    { sq: `${words[type]} nr. ${number}/${series}`, en: `${type} no. ${number}/${series}` },
    series,
    title,
    summary,
  );

const orNull = (text: LocalizedText | null | undefined) => text && json(text);
const cleaned = (text: LocalizedText | null | undefined) => {
  const clean = cleanLocalizedHtml(text);
  return clean && json(clean);
};

/** The columns that an input fills as they are stored. */
const written = (input: Checked, draftActId: string | null) => ({
  type: input.type,
  nature: input.nature,
  title: json(input.title),
  summary: orNull(input.summary),
  body: cleaned(input.text),
  legal_basis: cleaned(input.legalBasis),
  subject: input.subject,
  proposer_kind: input.proposerKind ?? null,
  proposer: orNull(input.proposer),
  proposer_person_id: input.proposerPersonId ?? null,
  proposer_body_id: input.proposerBodyId ?? null,
  body_id: input.bodyId,
  agenda_item_id: input.agendaItemId ?? null,
  draft_act_id: draftActId,
  adopted_on: input.adoptedOn,
  names_persons: input.namesPersons,
  from_old_register: input.fromOldRegister,
});

const referencesOf = (input: Checked) => ({
  bodyId: input.bodyId,
  proposerPersonId: input.proposerPersonId ?? null,
  proposerBodyId: input.proposerBodyId ?? null,
  agendaItemId: input.agendaItemId ?? null,
  draftActId: input.draftActId ?? null,
  adoptedOn: input.adoptedOn,
});

/**
 * Enters an act as a draft, under the number that is given or the next of its series. The clock for its announcement
 * starts with the day of adoption.
 * @throws `InvalidInput`, `acts.number_taken`, `acts.leaves_gap`, `acts.gap_too_wide`, `acts.no_term`
 */
export async function createAct(
  tx: TenantTx,
  by: Doing,
  given: ActInput,
): Promise<{ id: string; slug: string; number: number; series: string }> {
  const input = parsed(ActInput, given);
  const nothing = { announcedOn: null, notifiedOn: null, inForceOn: null, repealedOn: null, depositedOn: null };
  checkChronology({ ...nothing, adoptedOn: input.adoptedOn, today: dayIn(by.now) });
  const { draftActId } = await checkReferences(tx, referencesOf(input));
  const made = await insertAct(tx, by, input, draftActId);
  const act = await lockAct(tx, made.id);
  await syncClocks(tx, by, act);
  await recordChange(tx, by, "act.created", "act", act.id, null, remembered(act));
  return made;
}

async function insertAct(tx: TenantTx, by: Doing, input: Checked, draftActId: string | null) {
  for (;;) {
    const place = await placeInSeries(tx, input);
    const { number, series } = place;
    const made = await tx
      .insertInto("acts")
      .values({
        ...written(input, draftActId),
        ...place,
        slug: slugOf(input.type, number, series),
        prefect_state: stateOf({ nature: input.nature, from_old_register: input.fromOldRegister }, []),
        folded_text: foldedText(input, number, series),
        created_at: by.now,
        updated_at: by.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning(["id", "slug", "number", "series"])
      .executeTakeFirst();
    if (made) return made;
    // The number was given by somebody else meanwhile: a proposed one moves on, one that was asked for is refused.
    if (input.number) throw numberTaken(number, series);
  }
}

/**
 * Changes what is given and leaves all else; readers see it at once where the act is public. What an act is cited by, its
 * kind, number and series, stays as it is once it was public.
 * @throws `InvalidInput`, `acts.not_found`, `acts.number_fixed`, `acts.under_review`, `acts.unredacted`, `drafts.wrong_step`, and what
 * `createAct` throws of numbers
 */
export async function changeAct(tx: TenantTx, by: Doing, id: string, change: ActChange): Promise<void> {
  const asked = parsed(ActChange, change);
  const stored = await lockAct(tx, id);
  const { series: _, ...before } = remembered(stored);
  const input = parsed(ActInput, { ...before, ...asked });
  const steps = await findSteps(tx, id);
  if (input.nature !== stored.nature && steps.length > 0) throw underReview();
  if (stored.state === "published") await checkRedacted(tx, id, input.namesPersons);
  checkChronology({
    ...datesOf(stored),
    depositedOn: firstDeposit(steps),
    adoptedOn: input.adoptedOn,
    today: dayIn(by.now),
  });
  const { draftActId } = await checkReferences(tx, referencesOf(input));
  const place = await placeAgain(tx, stored, input, asked.number);
  const slug = slugOf(input.type, place.number, place.series);
  const isTaken = await tx
    .selectFrom("acts")
    .select("id")
    .where("slug", "=", slug)
    .where("id", "<>", id)
    .executeTakeFirst();
  if (isTaken) throw numberTaken(place.number, place.series);
  await tx
    .updateTable("acts")
    .set({
      ...written(input, draftActId),
      ...place,
      slug,
      prefect_state: stateOf({ nature: input.nature, from_old_register: input.fromOldRegister }, steps),
      folded_text: foldedText(input, place.number, place.series),
      updated_at: by.now,
    })
    .where("id", "=", id)
    .execute();
  const after = await lockAct(tx, id);
  await syncClocks(tx, by, after);
  await settleRepeals(tx, id);
  await followDraft(tx, by, stored, after);
  if (stored.state === "published") await raiseVersion(tx, "acts");
  await recordChange(tx, by, "act.changed", "act", id, remembered(stored), remembered(after));
}

/** The place of an act that is changed: the same, unless its kind, its series or the number itself moves. */
async function placeAgain(
  tx: TenantTx,
  stored: StoredAct,
  input: Checked,
  number: number | null | undefined,
): Promise<Place> {
  const { type, adoptedOn, gapReason } = input;
  const series = adoptedOn === stored.adopted_on ? stored.series : await seriesOf(tx, adoptedOn);
  const isSameSeries = type === stored.type && series === stored.series;
  const isSame = isSameSeries && (number ?? stored.number) === stored.number;
  if (isSame) return { number: stored.number, series, ...gapOf(stored, gapReason) };
  if (stored.state !== "draft") throw numberFixed();
  return placeInSeries(tx, { type, adoptedOn, gapReason, number: number ?? null }, stored);
}

/**
 * Publishes at an instant: now, or later by itself. Its files follow, and once it is public, what it brings about.
 * @throws `acts.not_found`, `acts.already_public`, `acts.unredacted` when it names persons and a paper of it is not
 * redacted, `drafts.wrong_step` when the draft had been withdrawn
 */
export async function publishAct(tx: TenantTx, by: Doing, id: string, at: Date = by.now): Promise<void> {
  const before = await lockAct(tx, id);
  const after = publishedAt(before, by, at, alreadyPublic);
  await checkRedacted(tx, id, before.names_persons);
  if (before.draft_act_id) await checkDecidable(tx, before.draft_act_id);
  await tx
    .updateTable("acts")
    .set({ ...after, ...comesBack(at, by), updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await releaseAttachments(tx, "act", id, at);
  await followPublication(tx, by, id, at);
  await raiseVersion(tx, "acts");
  await recordStanding(tx, by, ["act", id], before, after);
}

/**
 * Takes an act back: its address then says when and why, and its files are gone. Its number stays taken, and its draft is
 * adopted no more, unless a sitting adopted it. One whose time has not come becomes a draft again, since nobody has seen it.
 * @throws `InvalidInput`, `acts.not_found`, `acts.not_published`, `acts.already_withdrawn`
 */
export async function withdrawAct(tx: TenantTx, by: Doing, id: string, reason: LocalizedText): Promise<void> {
  const why = parsed(WithdrawalReason, reason);
  const before = await lockAct(tx, id);
  const after = withdrawnFor(before, by, why, { notPublished, withdrawnAlready: alreadyWithdrawn });
  await tx
    .updateTable("acts")
    .set({ ...after, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await releaseAttachments(tx, "act", id, null);
  await followWithdrawal(tx, by, before);
  await raiseVersion(tx, "acts");
  await recordStanding(tx, by, ["act", id], before, after, why);
}
