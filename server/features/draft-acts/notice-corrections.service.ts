import { type Day, json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { dayIn, numericDay } from "../../local-time.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { findDeadlines, findReckoning, type StoredDeadline } from "../deadlines/deadlines.queries.ts";
import { dropDeadline, openDeadline, reopenDeadline } from "../deadlines/deadlines.service.ts";
import { noPeriodRuns, wrongStep } from "./draft-acts.errors.ts";
import { NoticeCorrection, NoticeTakenBack } from "./draft-acts.schema.ts";
import { type DraftStage, draftActSubject, type NoticeAbout, periodRules } from "./draft-acts.shared.ts";
import { lockDraftAct, type StoredDraftAct } from "./draft-acts.store.ts";
import { hasActInEffect, shortestPeriod, wasAdopted } from "./stages.service.ts";

const columns = { initiative: "initiative_from", draft: "consultation_from" } as const;

/** What notices of a draft act were corrected, in that order. */
export const findNoticeCorrections = (tx: TenantTx, id: string) =>
  tx
    .selectFrom("draft_act_notice_corrections")
    .selectAll()
    .where("draft_act_id", "=", id)
    .orderBy("position")
    .execute();

/** The period that the stage stands for and that nobody has closed, with the days of the notices before it. */
export function noticeAt(
  { stage }: Pick<StoredDraftAct, "stage">,
  periods: readonly StoredDeadline[],
): { about: NoticeAbout; period: StoredDeadline; last: Day | null } | null {
  if (stage !== "initiative" && stage !== "consultation") return null;
  const about = stage === "initiative" ? "initiative" : "draft";
  const own = periods.filter(({ rule }) => rule === periodRules[about]);
  const period = own.find(({ closedAt }) => closedAt === null);
  if (!period) return null;
  return { about, period, last: own.findLast(({ id }) => id !== period.id)?.startsOn ?? null };
}

async function remember(
  tx: TenantTx,
  by: Doing,
  id: string,
  one: { about: NoticeAbout; was: Day; became: Day | null; reason: object },
) {
  const before = await findNoticeCorrections(tx, id);
  await tx
    .insertInto("draft_act_notice_corrections")
    .values({
      ...{ draft_act_id: id, position: before.length + 1, ...one },
      ...{ reason: json(one.reason as never), corrected_at: by.now },
    })
    .execute();
}

function dayProblem(draft: StoredDraftAct, about: NoticeAbout, day: Day, last: Day | null, today: Day): string | null {
  if (day > today) return "drafts.notice_to_come";
  if (day < draft.registered_on) return "drafts.notice_before_registration";
  if (about === "draft" && draft.initiative_from && day < draft.initiative_from)
    return "drafts.consultation_before_initiative";
  return last && day < last ? "drafts.consultation_before_the_last" : null;
}

/**
 * Puts right the day of a notice that was entered wrongly; the period for comments is counted from the right one. Readers see
 * which day stood before, and why another does. Returns the last day as it is now.
 * @throws `InvalidInput` for a day that cannot be, or with which the time that people were told would be over already;
 * `drafts.no_period_runs` where there is no such notice
 */
export async function correctNotice(
  tx: TenantTx,
  by: Doing,
  id: string,
  given: NoticeCorrection,
): Promise<{ dueOn: Day }> {
  const { day, reason } = parsed(NoticeCorrection, given);
  const draft = await lockDraftAct(tx, id);
  const notice = noticeAt(draft, await findDeadlines(tx, draftActSubject, id));
  if (!notice) throw noPeriodRuns();
  const { about, period, last } = notice;
  const today = dayIn(by.now);
  const refused = (code: string, params = {}) => new InvalidInput([{ path: "day", code, params }]);
  if (day === period.startsOn) throw refused("drafts.day_stands");
  const problem = dayProblem(draft, about, day, last, today);
  if (problem) throw refused(problem);
  await dropDeadline(tx, by, period.id);
  // One that was longer than the rules of the wrong day is not kept where it is shorter than those of the right one.
  const isLonger = (period.casePeriod?.number ?? 0) >= shortestPeriod(await findReckoning(tx), period.rule, day);
  const casePeriod = isLonger ? period.casePeriod : null;
  const { dueOn } = await openDeadline(tx, by, {
    ...{ subject: draftActSubject, subjectId: id, rule: period.rule, startsOn: day },
    ...(casePeriod && { period: { number: casePeriod.number, unit: casePeriod.unit, ground: casePeriod.ground } }),
  });
  if (dueOn < today && period.dueOn >= today) throw refused("drafts.over_with_that_day", { date: numericDay(dueOn) });
  await tx
    .updateTable("draft_acts")
    .set({ [columns[about]]: day, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await remember(tx, by, id, { about, was: period.startsOn, became: day, reason });
  await raiseVersion(tx, "drafts");
  const before = { from: period.startsOn, dueOn: period.dueOn };
  await recordChange(tx, by, "draft_act.notice_corrected", "draft_act", id, before, { from: day, dueOn, reason });
  return { dueOn };
}

/**
 * Takes back a notice that was given by mistake, while its period runs: the draft act is in drafting again, as if it had not
 * been consulted on. Readers see that it was given, and why it does not hold.
 * @throws `InvalidInput` without a reason, `drafts.no_period_runs`
 */
export async function takeBackNotice(tx: TenantTx, by: Doing, id: string, given: NoticeTakenBack): Promise<void> {
  const { reason } = parsed(NoticeTakenBack, given);
  const draft = await lockDraftAct(tx, id);
  const notice = noticeAt(draft, await findDeadlines(tx, draftActSubject, id));
  if (!notice || notice.period.dueOn < dayIn(by.now)) throw noPeriodRuns();
  const { about, period, last } = notice;
  await dropDeadline(tx, by, period.id);
  await tx
    .updateTable("draft_acts")
    .set({ stage: "drafting", stage_note: null, [columns[about]]: last, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await remember(tx, by, id, { about, was: period.startsOn, became: null, reason });
  await raiseVersion(tx, "drafts");
  const before = { stage: draft.stage, from: period.startsOn, dueOn: period.dueOn };
  await recordChange(tx, by, "draft_act.notice_taken_back", "draft_act", id, before, { stage: "drafting", reason });
}

/**
 * The period that was ended on this day and would run still: whoever takes up again at once what was withdrawn has cut
 * nobody's time.
 */
async function endedToday(tx: TenantTx, by: Doing, id: string): Promise<StoredDeadline | undefined> {
  const today = dayIn(by.now);
  const periods = await findDeadlines(tx, draftActSubject, id);
  return periods.find(({ closedAt, dueOn }) => closedAt && dayIn(closedAt) === today && today <= dueOn);
}

const endings: readonly DraftStage[] = ["withdrawn", "rejected", "adopted"];

/** What is adopted by a public act or by a sitting is so until that is put right. */
export const mayBeReopened = async (tx: TenantTx, { id, stage }: Pick<StoredDraftAct, "id" | "stage">) =>
  endings.includes(stage) && (stage !== "adopted" || !((await hasActInEffect(tx, id)) || (await wasAdopted(tx, id))));

/**
 * Takes up again what was entered as withdrawn by its proposer or decided by the Council, as when it was entered by mistake
 * or is proposed anew. On the day of the withdrawal a period for comments goes on; later it is drafted again. Readers see why.
 * @throws `InvalidInput` without a reason, `drafts.wrong_step`
 */
export async function reopenDraftAct(tx: TenantTx, by: Doing, id: string, given: NoticeTakenBack): Promise<void> {
  const { reason } = parsed(NoticeTakenBack, given);
  const draft = await lockDraftAct(tx, id);
  if (!(await mayBeReopened(tx, draft))) throw wrongStep();
  const { stage } = draft;
  const period = stage === "withdrawn" ? await endedToday(tx, by, id) : undefined;
  if (period) await reopenDeadline(tx, period.id);
  const became = period ? (period.rule === periodRules.initiative ? "initiative" : "consultation") : "drafting";
  await tx
    .updateTable("draft_acts")
    // Its next decision is another, and is taken back to where it stands then.
    .set({ stage: became, stage_note: json(reason), decided_at: null, stage_before: null, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await raiseVersion(tx, "drafts");
  await recordChange(tx, by, "draft_act.reopened", "draft_act", id, { stage }, { stage: became, reason });
}
