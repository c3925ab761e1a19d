import { type RawBuilder, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { dayIn } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { notAllowed } from "../../workspace/guard.ts";
import { isUuid } from "../../workspace/uuid-part.ts";
import { mayPublish } from "../accounts/policies.ts";
import type { Doing } from "../audit/audit.service.ts";
import { needsApproval, submit } from "../editing/submissions.service.ts";
import { addItem } from "../meetings/agenda.service.ts";
import { type HeldMeeting, holdMeeting } from "../meetings/held-meeting.ts";
import { meetingEditable } from "../meetings/meetings.editable.ts";
import { announcedAfterBeginning } from "../meetings/meetings.errors.ts";
import type { MeetingInput } from "../meetings/meetings.schema.ts";
import { changeMeeting, createMeeting } from "../meetings/meetings.service.ts";
import { announceMeeting, cancelMeeting } from "../meetings/stages.service.ts";
import { hearingNotFound, movedMeanwhile } from "./draft-acts.errors.ts";
import { type HearingKind, hearingKinds } from "./draft-acts.shared.ts";
import type { StoredDraftAct } from "./draft-acts.store.ts";

/** When and where people are heard. */
export type HearingPlace = Pick<MeetingInput, "startsAt" | "endsAt" | "place" | "onlineUrl">;

/** @throws `InvalidInput`, `meetings.announced_after_beginning`: people have to know where to come, and before it begins */
function checkPlace({ startsAt, place, onlineUrl }: HearingPlace, { now }: Doing): void {
  if (startsAt <= now) throw announcedAfterBeginning();
  if (!place && !onlineUrl) throw new InvalidInput([{ path: "place.sq", code: "drafts.hearing_without_place" }]);
}

/** Meetings `m` at which people are heard about a draft act, and about nothing else: they are of its consultation. */
export const isHearingOf = (draftId: string) => sql<boolean>`(m.kind in (${sql.join([...hearingKinds])})
  and m.binned_at is null and m.state <> 'withdrawn'
  and exists (select from agenda_items i where i.meeting_id = m.id)
  and not exists (select from agenda_items i where i.meeting_id = m.id and i.draft_act_id is distinct from ${draftId}))`;

/** Bodies that hear people, as far as the public knows them, the Council first. */
export const findHearingBodies = (tx: TenantTx, now: Date) =>
  tx
    .selectFrom("bodies")
    .where("state", "=", "published")
    .where("public_from", "<=", now)
    .where((eb) => eb.or([eb("ends_on", "is", null), eb("ends_on", ">=", dayIn(now))]))
    .orderBy(sql`kind <> 'council'`)
    .orderBy("position")
    .orderBy("slug")
    .select(["id", "name"])
    .execute();

/** How a hearing stands: whoever changes it has seen it so. */
export const hearingMark = ({ updated_at, sequence, stage }: Pick<HeldMeeting, "updated_at" | "sequence" | "stage">) =>
  [updated_at.toISOString(), sequence, stage].join("/");

/** Whether somebody may tell the public of hearings at once, or hands them over. */
export const mayAnnounceHearing = async (tx: TenantTx, { actor }: Pick<Doing, "actor">): Promise<boolean> =>
  mayPublish(actor, "draft_act") && !(await needsApproval(tx));

/**
 * Calls a meeting at which people are heard about a draft act, and gives its notice at once; where one person prepares and
 * another publishes it is handed over to whoever keeps the meetings.
 * @throws `InvalidInput`, `meetings.another_then`, `meetings.announced_after_beginning`, `meetings.body_not_public`
 */
export async function callHearing(
  tx: TenantTx,
  by: Doing,
  draft: StoredDraftAct,
  given: HearingPlace & { kind: HearingKind; bodyId: string },
): Promise<{ isAnnounced: boolean }> {
  checkPlace(given, by);
  if (!(await findHearingBodies(tx, by.now)).some(({ id }) => id === given.bodyId))
    throw new InvalidInput([{ path: "bodyId", code: "meetings.body_unknown" }]);
  const { id } = await createMeeting(tx, by, given);
  await addItem(tx, by, id, {
    ...{ kind: "draft_act", title: draft.title, draftActId: draft.id },
    ...{ proposerKind: draft.proposer_kind, proposer: draft.proposer },
    ...{ proposerPersonId: draft.proposer_person_id, proposerBodyId: draft.proposer_body_id },
  });
  const isAnnounced = await mayAnnounceHearing(tx, by);
  if (isAnnounced) await announceMeeting(tx, by, id);
  else await submit(tx, by, meetingEditable, id, null);
  return { isAnnounced };
}

/**
 * A hearing of this draft act of which something is true, held, as it was seen.
 * @param isSo a condition on the meeting `m`
 * @throws `drafts.hearing_not_found`, `drafts.moved_meanwhile`, `accounts.not_allowed` for who may not tell the public
 */
export async function holdHearingThat(
  tx: TenantTx,
  { actor }: Doing,
  draftId: string,
  { meeting: id, seen }: { meeting: string; seen: string },
  isSo: RawBuilder<boolean>,
): Promise<HeldMeeting> {
  if (!isUuid(id)) throw hearingNotFound();
  const meeting = await holdMeeting(tx, id);
  const found = await tx
    .selectFrom("meetings as m")
    .where("m.id", "=", id)
    .where(isHearingOf(draftId))
    .where(isSo)
    .select("m.id")
    .executeTakeFirst();
  if (!found) throw hearingNotFound();
  if (!mayPublish(actor, "draft_act")) throw notAllowed();
  if (seen !== hearingMark(meeting)) throw movedMeanwhile();
  return meeting;
}

const isAhead = sql<boolean>`m.stage in ('planned', 'announced')`;

/** Gives a hearing another time or place; readers are told why. @throws as `holdHearingThat` and `changeMeeting` do */
export async function changeHearing(
  tx: TenantTx,
  by: Doing,
  draftId: string,
  { meeting, seen, reason, ...given }: HearingPlace & { meeting: string; seen: string; reason: LocalizedText },
): Promise<void> {
  await holdHearingThat(tx, by, draftId, { meeting, seen }, isAhead);
  checkPlace(given, by);
  await changeMeeting(tx, by, meeting, given, reason);
  // What waits for a second person waits as it is now.
  if ((await holdMeeting(tx, meeting)).stage === "planned" && (await needsApproval(tx)))
    await submit(tx, by, meetingEditable, meeting, null);
}

/** The hearing does not take place; readers are told why. @throws as `holdHearingThat` and `cancelMeeting` do */
export async function cancelHearing(
  tx: TenantTx,
  by: Doing,
  draftId: string,
  { meeting, seen, reason }: { meeting: string; seen: string; reason: LocalizedText },
): Promise<void> {
  await holdHearingThat(tx, by, draftId, { meeting, seen }, isAhead);
  await cancelMeeting(tx, by, meeting, reason);
}
