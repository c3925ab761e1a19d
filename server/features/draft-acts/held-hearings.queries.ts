import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import { timeIn } from "../../local-time.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { mayPublish } from "../accounts/policies.ts";
import type { Doing } from "../audit/audit.service.ts";
import { findSubmission, needsApproval } from "../editing/submissions.service.ts";
import { meetingUrl } from "../elements/item-urls.shared.ts";
import { stageTags } from "../meetings/desk/desk-meeting.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { isRunLive } from "../meetings/held-meeting.ts";
import { markOfWaiting, waiting } from "../meetings/waiting-papers.ts";
import { hearingMark, isHearingOf } from "./hearings.service.ts";
import { findLying, isToBeTold, mayLink } from "./held-hearings.service.ts";

/** Titles of the files that are, or wait to be, the minutes of a meeting. */
const findMinutesFiles = (tx: TenantTx, meetingId: string): Promise<{ title: LocalizedText; waits: boolean }[]> =>
  tx
    .selectFrom("attachments as a")
    .innerJoin("documents as d", "d.id", "a.document_id")
    .where("a.meeting_id", "=", meetingId)
    .where("a.role", "=", "minutes")
    .orderBy("a.position")
    .orderBy("d.id")
    .select(["d.title", "a.waits"])
    .execute();

/** What waits for a second person, or was given back by one; `null` where nothing does. */
async function handedOver(tx: TenantTx, kind: { entity: string }, id: string) {
  const found = await findSubmission(tx, kind, id);
  if (!found) return null;
  return { returned: found.returned_at && { by: found.returned_name!, note: found.return_note! } };
}

/** Hearings of a draft act whose time has come, the latest first, with what is told of each. */
export async function findHeldHearings(
  tx: TenantTx,
  by: Pick<Doing, "actor" | "now">,
  id: string,
  locale: Locale,
  mayChangeDraft: boolean,
) {
  const rows = await tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where(isHearingOf(id))
    .where(isToBeTold(by.now))
    .orderBy("m.starts_at", "desc")
    .orderBy("m.id")
    .limit(20)
    .selectAll("m")
    .select(["b.kind as body_kind", "b.name as body_name"])
    .execute();
  const isByTwo = await needsApproval(tx);
  const t = phrases(locale, "meetings");
  const shown = [];
  for (const row of rows) {
    const lying = await findLying(tx, row.id);
    shown.push({
      ...{ id: row.id, name: fullMeetingName(row), startsAt: row.starts_at.toISOString(), url: meetingUrl(row.slug) },
      ...{ stage: row.stage, stageLabel: t(`stage.${row.stage}`), stageTag: stageTags[row.stage] },
      ...{ people: row.people, asSeen: hearingMark(row) },
      /** From when until when it was held is to be said first. */
      isToBeClosed: row.stage === "announced" || row.stage === "open",
      isRunLive: row.stage === "open" && (await isRunLive(tx, row.id)),
      values: {
        began: timeIn(row.opened_at ?? row.starts_at),
        ended: row.ends_at && timeIn(row.ends_at),
        people: row.people === null ? "" : String(row.people),
        link: lying?.link ?? "",
      },
      minutes: {
        files: await findMinutesFiles(tx, row.id),
        waits: await markOfWaiting(tx, row.id, "minutes"),
        handedOver: await handedOver(tx, waiting.minutes, row.id),
        isDue: row.stage === "closed",
      },
      recording: lying && {
        ...{ link: lying.link, isFile: lying.isFile, isPublic: lying.state === "published", lies: lying.lies },
        handedOver: await handedOver(tx, { entity: "recording" }, lying.id),
      },
      mayLink: await mayLink(tx, by.actor, lying),
      isByTwo,
      /** Others tell what happened at the meetings' desk. */
      mayTell: mayChangeDraft && mayPublish(by.actor, "draft_act"),
    });
  }
  return shown;
}
export type HeldHearing = Awaited<ReturnType<typeof findHeldHearings>>[number];
