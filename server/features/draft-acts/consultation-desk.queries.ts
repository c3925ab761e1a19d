import { randomUUID } from "node:crypto";
import type { Day } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import { dayIn } from "../../local-time.ts";
import type { WorkspaceContext } from "../../workspace/scope.ts";
import { mayEdit } from "../accounts/policies.ts";
import { yearOf } from "../deadlines/calendar.ts";
import { computeDeadline } from "../deadlines/deadline.ts";
import type { DeadlineView } from "../deadlines/deadline-view.schema.ts";
import { deadlineView } from "../deadlines/deadline-view.ts";
import {
  asSet,
  findDeadlines,
  findReckoning,
  type Reckoning,
  type StoredDeadline,
} from "../deadlines/deadlines.queries.ts";
import { ruleFor } from "../deadlines/rules.ts";
import { mayChangeAsItStands } from "../editing/public-changes.ts";
import { draftActUrl } from "../elements/item-urls.shared.ts";
import { deskPaths } from "../meetings/desk/desk-paths.shared.ts";
import type { PapersAsked } from "../meetings/desk/papers-persons.ts";
import { findMeetings, findPapers, lackingOf } from "./consultation-belongings.ts";
import type { ConsultationStep } from "./consultation-desk.shared.ts";
import { correctionView, explainedPeriod } from "./draft-act-view.ts";
import { draftActNotFound, draftNotPublished } from "./draft-acts.errors.ts";
import { type DraftStage, draftActSubject, periodRules } from "./draft-acts.shared.ts";
import type { StoredDraftAct } from "./draft-acts.store.ts";
import { findHearings } from "./hearings.queries.ts";
import { findHeldHearings } from "./held-hearings.queries.ts";
import { findNoticeCorrections, mayBeReopened, noticeAt } from "./notice-corrections.service.ts";
import { hasActInEffect, longestPeriod, shortestPeriod } from "./stages.service.ts";

async function findDraft(tx: TenantTx, id: string): Promise<StoredDraftAct> {
  const draft = await tx
    .selectFrom("draft_acts")
    .selectAll()
    .where("id", "=", id)
    .where("binned_at", "is", null)
    .executeTakeFirst();
  if (!draft) throw draftActNotFound();
  return draft;
}

type Standing = Pick<StoredDraftAct, "state" | "public_from" | "binned_at">;

const isPublicNow = ({ state, public_from }: Standing, now: Date) => state === "published" && public_from! <= now;

/**
 * Its way is told to people who can read it: before it is public nothing of it is entered.
 * @throws `drafts.not_found` for what lies in the bin, `drafts.not_published`
 */
export function checkPublicNow(draft: Standing, now: Date): void {
  if (draft.binned_at) throw draftActNotFound();
  if (!isPublicNow(draft, now)) throw draftNotPublished();
}

/** How far a draft act has come: whoever enters something has seen it so. */
const markFor = (
  { stage, initiative_from, consultation_from }: StoredDraftAct,
  periods: readonly StoredDeadline[],
  { length: corrections }: readonly object[],
) => [stage, initiative_from, consultation_from, periods.length, periods.at(-1)?.dueOn, corrections].join("/");
export async function markOf(tx: TenantTx, id: string): Promise<string> {
  const periods = await findDeadlines(tx, draftActSubject, id);
  return markFor(await findDraft(tx, id), periods, await findNoticeCorrections(tx, id));
}

/** A period as it would be, were its notice given on a day; `null` where the holidays of a year are not known. */
function foreseen(code: string, startsOn: Day, reckoning: Reckoning, now: Date): DeadlineView | null {
  const { calendar, periodFor } = reckoning;
  if (!calendar.basisOf(yearOf(startsOn)) || !calendar.basisOf(yearOf(startsOn) + 1)) return null;
  const set = asSet(periodFor(code, startsOn));
  const { steps, dueOn, dueAt, certainty } = computeDeadline({
    rule: ruleFor(code, startsOn),
    startsOn,
    calendar,
    set,
  });
  const stored = { rule: code, startsOn, dueOn, dueAt, steps, certainty, casePeriod: set, closedAt: null };
  return deadlineView(stored as unknown as StoredDeadline, reckoning, now);
}

/** What may follow each stage, in the order in which it is likely. */
const likely: Record<DraftStage, readonly ConsultationStep[]> = {
  initiative: ["drafting", "consultation", "withdrawn"],
  drafting: ["consultation", "review", "agenda", "withdrawn"],
  consultation: ["review", "agenda", "consultation", "drafting", "withdrawn"],
  review: ["agenda", "consultation", "drafting", "withdrawn"],
  agenda: ["rejected", "review", "consultation", "drafting", "withdrawn"],
  ...{ adopted: ["reopened"], rejected: ["reopened"], withdrawn: ["reopened"] },
};

/**
 * What can be entered now. While comments are awaited nothing else begins. The notice before drafting is the first thing at
 * hand as long as there is no text: with one, it would put the consultation off.
 */
function possible(
  { stage, initiative_from, consultation_from }: StoredDraftAct,
  running: { mayBeLonger: boolean } | null,
  isDrafted: boolean,
): readonly ConsultationStep[] {
  if (running) return running.mayBeLonger ? ["extended", "withdrawn"] : ["withdrawn"];
  const steps = likely[stage];
  if (stage !== "drafting" || initiative_from || consultation_from) return steps;
  const [first, ...others] = steps;
  return isDrafted ? [first!, "initiative", ...others] : ["initiative", ...steps];
}

const tags: Record<DraftStage, string> = {
  ...{ initiative: "wait", drafting: "none", consultation: "wait", review: "none", agenda: "none" },
  ...{ adopted: "good", rejected: "bad", withdrawn: "bad" },
};

/** All that the page of a draft act's way shows. @throws `drafts.not_found` */
export async function readDesk({ var: { db, locale, now, actor } }: WorkspaceContext, id: string, mayEnter: boolean) {
  const today = dayIn(now);
  return db.read(async (tx) => {
    const draft = await findDraft(tx, id);
    const [stored, reckoning, corrections, papers, meetings] = await Promise.all([
      findDeadlines(tx, draftActSubject, id),
      findReckoning(tx),
      findNoticeCorrections(tx, id),
      findPapers(tx, id, locale),
      findMeetings(tx, id, actor, locale, now),
    ]);
    const periods = stored.map((period) => explainedPeriod(period, reckoning, now));
    const open = stored[periods.findIndex(({ isOpen }) => isOpen)];
    const days = open && (open.casePeriod?.number ?? shortestPeriod(reckoning, open.rule, open.startsOn));
    const longest = longestPeriod(reckoning, open?.startsOn ?? today);
    const running = days === undefined ? null : { days, mayBeLonger: days < longest };
    const notice = noticeAt(draft, stored);
    const isPublic = isPublicNow(draft, now);
    const lacking = lackingOf(
      draft,
      papers.map(({ role }) => role),
    );
    const isAdopted = draft.stage === "adopted" && !(await mayBeReopened(tx, draft));
    const isOver = draft.stage === "adopted" || draft.stage === "rejected" || draft.stage === "withdrawn";
    const mayChange = mayEnter && (await mayChangeAsItStands(tx, actor, draft, "draft_act", id));
    return {
      draft: {
        ...{
          id,
          title: draft.title,
          stage: draft.stage,
          stageNote: draft.stage_note,
          registeredOn: draft.registered_on,
        },
        ...{ today, isConsulted: draft.consultation_required, isScheduled: draft.state === "published" && !isPublic },
        isWithdrawn: draft.state === "withdrawn",
        stageName: phrases(locale, "drafts")(`stage.${draft.stage}`),
        stageTag: tags[draft.stage],
        publicUrl: isPublic ? draftActUrl(draft.slug) : null,
      },
      ...{ periods, papers, meetings },
      /** Where whoever keeps the agendas puts it on one. */
      agendas: mayEdit(actor, "meeting") ? deskPaths.list[locale] : null,
      lacking,
      /** The law asks for a consultation, and none has lasted its whole time. */
      isToBeConsulted:
        draft.consultation_required && !periods.some(({ about, endedOn }) => about === "draft" && endedOn === null),
      corrections: corrections.map(correctionView),
      /** The day of the notice that may have been entered wrongly, and whether the notice itself may be taken back. */
      notice: notice && isPublic && mayChange ? { day: notice.period.startsOn, isRunning: running !== null } : null,
      /** A sitting adopted it, and its act is public no more. */
      isAdoptedAlone: isAdopted && !(await hasActInEffect(tx, id)),
      steps: isPublic && mayChange && !isAdopted ? possible(draft, running, !lacking.includes("text")) : [],
      foreseen: {
        initiative: foreseen(periodRules.initiative, today, reckoning, now),
        consultation: foreseen(periodRules.draft, today, reckoning, now),
      },
      ...{ running, longest },
      mayChange,
      /** People are heard about what they can read, and before it is decided. */
      hearings: isPublic && mayChange && !isOver ? await findHearings(tx, { actor, now }, id, locale) : null,
      /** Whose time has come: what happened there is told also once it is decided. */
      held: isPublic ? await findHeldHearings(tx, { actor, now }, id, locale, mayChange) : [],
      seen: markFor(draft, stored, corrections),
      once: randomUUID(),
    };
  });
}
export type ConsultationData = Awaited<ReturnType<typeof readDesk>> & {
  /** What was found about persons in a report that was sent. */
  asked: PapersAsked | null;
};
