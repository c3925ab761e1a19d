import type { TenantTx } from "../../db/tenant-db.ts";
import { versionOf } from "../editing/versions.ts";
import { actNotFound } from "./acts.errors.ts";

/** The act, held so that two who change it at once come one after the other. @throws `acts.not_found` */
export async function lockAct(tx: TenantTx, id: string) {
  const act = await tx.selectFrom("acts").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!act) throw actNotFound();
  return act;
}
export type StoredAct = Awaited<ReturnType<typeof lockAct>>;

/** The steps of its review, in their order. */
export const findSteps = (tx: TenantTx, actId: string) =>
  tx.selectFrom("prefect_steps").selectAll().where("act_id", "=", actId).orderBy("position").execute();
export type StoredStep = Awaited<ReturnType<typeof findSteps>>[number];

/** When it was deposited with the prefect for the first time. */
export const firstDeposit = (steps: readonly Pick<StoredStep, "step" | "day">[]) =>
  steps.find(({ step }) => step === "deposited")?.day ?? null;

/** Which of its days were entered wrongly, in the order in which they were corrected. */
export const findCorrections = (tx: TenantTx, actId: string) =>
  tx.selectFrom("act_day_corrections").selectAll().where("act_id", "=", actId).orderBy("position").execute();
export type StoredCorrection = Awaited<ReturnType<typeof findCorrections>>[number];

/** By which a step is told from another in its place, also from the same one entered again with something else. */
export const stepMark = (step: StoredStep): string => versionOf(step);

/** An act as the audit remembers it: what people wrote, not what follows from it. */
export const remembered = (act: StoredAct) => ({
  type: act.type,
  nature: act.nature,
  number: act.number,
  series: act.series,
  gapReason: act.gap_reason,
  title: act.title,
  summary: act.summary,
  text: act.body,
  legalBasis: act.legal_basis,
  subject: act.subject,
  proposerKind: act.proposer_kind,
  proposer: act.proposer,
  proposerPersonId: act.proposer_person_id,
  proposerBodyId: act.proposer_body_id,
  bodyId: act.body_id,
  agendaItemId: act.agenda_item_id,
  draftActId: act.draft_act_id,
  adoptedOn: act.adopted_on,
  namesPersons: act.names_persons,
  fromOldRegister: act.from_old_register,
});

/** The dates of an act, for the check of their order and for the audit. */
export const datesOf = (act: StoredAct) => ({
  adoptedOn: act.adopted_on,
  announcedOn: act.announced_on,
  notifiedOn: act.notified_on,
  inForceOn: act.in_force_on,
  repealedOn: act.repealed_on,
});
