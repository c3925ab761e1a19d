import * as v from "valibot";
import { type Day, json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { dayIn } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { findDeadlines, findReckoning, type Reckoning } from "../deadlines/deadlines.queries.ts";
import { closeDeadline, lengthenDeadline, openDeadline, reopenDeadline } from "../deadlines/deadlines.service.ts";
import { ruleFor } from "../deadlines/rules.ts";
import {
  decidedAlready,
  draftNotPublished,
  noPeriodRuns,
  periodNotLonger,
  periodPastLimit,
  periodRuns,
  periodTooShort,
  wrongStep,
} from "./draft-acts.errors.ts";
import { DraftReason, ExtensionInput, PeriodInput } from "./draft-acts.schema.ts";
import { type DraftStage, draftActSubject, periodRules } from "./draft-acts.shared.ts";
import { lockDraftAct, type StoredDraftAct } from "./draft-acts.store.ts";

/** What may follow a stage, beside the periods for comments and the decision, which have rules of their own. */
const following: Record<DraftStage, readonly DraftStage[]> = {
  initiative: ["drafting", "withdrawn"],
  drafting: ["review", "agenda", "withdrawn"],
  consultation: ["drafting", "review", "agenda", "withdrawn"],
  review: ["drafting", "agenda", "withdrawn"],
  agenda: ["drafting", "review", "withdrawn"],
  adopted: [],
  rejected: [],
  withdrawn: [],
};
const isOver = (stage: DraftStage) => following[stage].length === 0;

const unclosed = async (tx: TenantTx, id: string) =>
  (await findDeadlines(tx, draftActSubject, id)).filter(({ closedAt }) => closedAt === null);

/** Stops whatever runs for a draft act, in time or not. */
export async function endPeriods(tx: TenantTx, by: Doing, id: string): Promise<void> {
  for (const period of await unclosed(tx, id)) await closeDeadline(tx, by, period.id);
}

/** The periods that have run out are closed. @throws `drafts.period_runs` when one has not */
async function closeWhatIsOver(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const periods = await unclosed(tx, id);
  const running = periods.find(({ dueOn }) => dayIn(by.now) <= dueOn);
  if (running) throw periodRuns(running.dueOn);
  for (const period of periods) await closeDeadline(tx, by, period.id);
}

async function moveTo(
  tx: TenantTx,
  by: Doing,
  stored: StoredDraftAct,
  action: string,
  change: {
    stage: DraftStage;
    initiative_from?: Day;
    consultation_from?: Day;
    stage_note?: string | null;
    decided_at?: Date | null;
    stage_before?: DraftStage | null;
  },
  told: object = {},
) {
  await tx
    .updateTable("draft_acts")
    .set({ ...(change.stage !== stored.stage && { stage_note: null }), ...change, updated_at: by.now })
    .where("id", "=", stored.id)
    .execute();
  if (stored.state === "published") await raiseVersion(tx, "drafts");
  const before = { stage: stored.stage };
  await recordChange(tx, by, action, "draft_act", stored.id, before, { stage: change.stage, ...told });
}

/** The working days that people have anyway, by the law or the council's own rules, where a notice is of a day. */
export const shortestPeriod = ({ periodFor }: Reckoning, rule: string, day: Day): number =>
  periodFor(rule, day)?.number ?? ruleFor(rule, day).number!;
/** The working days that the law allows at most for comments on any draft act whose notice is of a day. */
export const longestPeriod = ({ periodFor }: Reckoning, day: Day): number =>
  periodFor(periodRules.longest, day)?.number ?? ruleFor(periodRules.longest, day).number!;

/**
 * @throws `drafts.period_too_short` when so many working days are fewer than people have anyway, by the law or the council's
 * own rules; `drafts.period_past_limit` when they are more than the law allows for any draft act
 */
async function checkLength(tx: TenantTx, rule: string, workingDays: number, day: Day) {
  const reckoning = await findReckoning(tx);
  const least = shortestPeriod(reckoning, rule, day);
  if (workingDays < least) throw periodTooShort(least);
  const limit = longestPeriod(reckoning, day);
  if (workingDays > limit) throw periodPastLimit(limit);
}

/** Opens a period for comments that begins with a notice. A draft act that nobody can read is not consulted on. */
async function notify(tx: TenantTx, by: Doing, stored: StoredDraftAct, rule: string, given: PeriodInput) {
  const { from = dayIn(by.now), longer } = parsed(PeriodInput, given);
  if (isOver(stored.stage)) throw decidedAlready();
  if (stored.state !== "published" || stored.public_from! > by.now) throw draftNotPublished();
  if (from > dayIn(by.now)) throw new InvalidInput([{ path: "from", code: "drafts.notice_to_come" }]);
  if (from < stored.registered_on)
    throw new InvalidInput([{ path: "from", code: "drafts.notice_before_registration" }]);
  if (longer) await checkLength(tx, rule, longer.workingDays, from);
  const opened = await openDeadline(tx, by, {
    subject: draftActSubject,
    subjectId: stored.id,
    rule,
    startsOn: from,
    ...(longer && { period: { number: longer.workingDays, unit: "working", ground: longer.ground } }),
  });
  return { from, dueOn: opened.dueOn };
}

/**
 * Gives notice of an initiative before anything is drafted, and awaits comments. Returns the last day for them.
 * @throws `InvalidInput`, `drafts.wrong_step` when there is a draft already, `drafts.not_published`, and what `openDeadline` throws
 */
export async function startInitiative(
  tx: TenantTx,
  by: Doing,
  id: string,
  given: PeriodInput = {},
): Promise<{ dueOn: Day }> {
  const stored = await lockDraftAct(tx, id);
  if (stored.stage !== "drafting" || stored.consultation_from !== null || stored.initiative_from !== null)
    throw wrongStep();
  const { from, dueOn } = await notify(tx, by, stored, periodRules.initiative, given);
  const change = { stage: "initiative", initiative_from: from } as const;
  await moveTo(tx, by, stored, "draft_act.initiative_started", change, { from, dueOn });
  return { dueOn };
}

/**
 * Gives notice of the draft and awaits comments on it; again, when what was said raised new matters. Returns the last day.
 * @throws `InvalidInput`, `drafts.period_runs` while a period for comments runs, `drafts.period_past_limit`,
 * `drafts.period_too_short`, `drafts.decided_already`, `drafts.not_published`, and what `openDeadline` throws
 */
export async function startConsultation(
  tx: TenantTx,
  by: Doing,
  id: string,
  given: PeriodInput = {},
): Promise<{ dueOn: Day }> {
  const stored = await lockDraftAct(tx, id);
  if (isOver(stored.stage)) throw decidedAlready();
  await closeWhatIsOver(tx, by, id);
  const day = given.from ?? dayIn(by.now);
  if (stored.initiative_from !== null && day < stored.initiative_from)
    throw new InvalidInput([{ path: "from", code: "drafts.consultation_before_initiative" }]);
  if (stored.consultation_from !== null && day < stored.consultation_from)
    throw new InvalidInput([{ path: "from", code: "drafts.consultation_before_the_last" }]);
  const { from, dueOn } = await notify(tx, by, stored, periodRules.draft, given);
  const change = { stage: "consultation", consultation_from: from } as const;
  await moveTo(tx, by, stored, "draft_act.consultation_started", change, { from, dueOn });
  return { dueOn };
}

/**
 * Lengthens the period for comments that runs, for this draft act alone, up to what the law allows. Returns the new last day.
 * @throws `InvalidInput`, `drafts.no_period_runs`, `drafts.period_too_short`, `drafts.period_not_longer`, `drafts.period_past_limit`
 */
export async function extendConsultation(
  tx: TenantTx,
  by: Doing,
  id: string,
  given: ExtensionInput,
): Promise<{ dueOn: Day }> {
  const { workingDays, ground } = parsed(ExtensionInput, given);
  const stored = await lockDraftAct(tx, id);
  const running = (await unclosed(tx, id)).find(({ dueOn }) => dayIn(by.now) <= dueOn);
  if (!running) throw noPeriodRuns();
  await checkLength(tx, running.rule, workingDays, running.startsOn);
  const { dueOn } = await lengthenDeadline(tx, by, running.id, { number: workingDays, unit: "working", ground });
  if (dueOn <= running.dueOn) throw periodNotLonger();
  await moveTo(
    tx,
    by,
    stored,
    "draft_act.consultation_extended",
    { stage: stored.stage },
    { workingDays, ground, dueOn },
  );
  return { dueOn };
}

/**
 * Ends a consultation whose time has passed: what was said is now gone through.
 * @throws `drafts.wrong_step`, `drafts.period_runs`: the time that the law gives people is not cut
 */
export async function closeConsultation(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const { stage } = await lockDraftAct(tx, id);
  if (stage !== "consultation") throw wrongStep();
  await setStage(tx, by, id, "review");
}

/**
 * Moves a draft act on: back to drafting, into review, onto an agenda, or withdrawn by its proposer, who says why. It stays
 * in the register.
 * @throws `InvalidInput` without the reason of a withdrawal, `drafts.wrong_step`, `drafts.decided_already`,
 * `drafts.period_runs` while comments are awaited
 */
export async function setStage(
  tx: TenantTx,
  by: Doing,
  id: string,
  stage: DraftStage,
  note: LocalizedText | null = null,
): Promise<void> {
  const why = note && parsed(v.object({ note: DraftReason }), { note }).note;
  const stored = await lockDraftAct(tx, id);
  if (isOver(stored.stage)) throw decidedAlready();
  if (!following[stored.stage].includes(stage)) throw wrongStep();
  if (stage === "withdrawn" && !why) throw new InvalidInput([{ path: "note", code: "text.required" }]);
  if (stage === "withdrawn") await endPeriods(tx, by, id);
  else await closeWhatIsOver(tx, by, id);
  await moveTo(tx, by, stored, "draft_act.stage_set", { stage, stage_note: why && json(why) }, { note: why });
}

/** @throws `drafts.not_found`, `drafts.wrong_step` when its proposer had withdrawn it */
export async function checkDecidable(tx: TenantTx, id: string): Promise<void> {
  if ((await lockDraftAct(tx, id)).stage === "withdrawn") throw wrongStep();
}

/**
 * Records what the Council decided. Called when the act becomes public, or the vote is recorded; the same twice is once.
 * @throws `drafts.not_found`, `drafts.wrong_step` when its proposer had withdrawn it
 */
export async function markDecided(
  tx: TenantTx,
  by: Doing,
  id: string,
  decision: "adopted" | "rejected",
): Promise<void> {
  const stored = await lockDraftAct(tx, id);
  if (stored.stage === decision) return;
  if (stored.stage === "withdrawn") throw wrongStep();
  await endPeriods(tx, by, id);
  // A decision that is entered otherwise leaves where it stood before the first.
  const before = stored.decided_at ? {} : { decided_at: by.now, stage_before: stored.stage };
  await moveTo(tx, by, stored, "draft_act.decided", { stage: decision, ...before });
}

/** Whether an act that the public has came of it. */
export async function hasActInEffect(tx: TenantTx, id: string): Promise<boolean> {
  const act = await tx
    .selectFrom("acts")
    .select("id")
    .where("draft_act_id", "=", id)
    .where("took_effect", "=", true)
    .limit(1)
    .executeTakeFirst();
  return act !== undefined;
}

/** Whether a sitting that the public knows of adopted it, whatever became of its act. */
export async function wasAdopted(tx: TenantTx, id: string): Promise<boolean> {
  const adopted = await tx
    .selectFrom("agenda_items as i")
    .innerJoin("meetings as m", "m.id", "i.meeting_id")
    .select("i.id")
    .where("i.draft_act_id", "=", id)
    .where("i.result", "in", ["adopted", "adopted_changed"])
    .where("m.state", "=", "published")
    .where("m.kind", "not in", ["event", "ceremony"])
    .limit(1)
    .executeTakeFirst();
  return adopted !== undefined;
}

/**
 * Takes back that a draft act was adopted, once its act is public no more: it stands where it stood, and the periods that
 * the decision ended go on. What a sitting decided stays decided.
 * @throws `drafts.not_found`
 */
export async function takeBackDecision(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const stored = await lockDraftAct(tx, id);
  const { stage, decided_at, stage_before } = stored;
  if (stage !== "adopted" || decided_at === null || stage_before === null) return;
  if (await wasAdopted(tx, id)) {
    await recordChange(tx, by, "draft_act.decision_stands", "draft_act", id, null, { stage, because: "agenda_item" });
    return;
  }
  if (stored.state !== "withdrawn")
    for (const period of await findDeadlines(tx, draftActSubject, id))
      if (period.closedAt?.getTime() === decided_at.getTime()) await reopenDeadline(tx, period.id);
  const change = { stage: stage_before, decided_at: null, stage_before: null };
  await moveTo(tx, by, stored, "draft_act.decision_taken_back", change);
}
