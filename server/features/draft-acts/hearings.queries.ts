import type { TenantTx } from "../../db/tenant-db.ts";
import { timeIn } from "../../local-time.ts";
import type { Locale } from "../../locale.shared.ts";
import { mayPublish } from "../accounts/policies.ts";
import type { Doing } from "../audit/audit.service.ts";
import { meetingUrl } from "../elements/item-urls.shared.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { kindChoices } from "../meetings/meeting-choices.ts";
import { hearingKinds } from "./draft-acts.shared.ts";
import { findHearingBodies, hearingMark, isHearingOf, mayAnnounceHearing } from "./hearings.service.ts";

/** Hearings of a draft act that are ahead, the next first, and what the form for another one offers. */
export async function findHearings(tx: TenantTx, by: Pick<Doing, "actor" | "now">, id: string, locale: Locale) {
  const rows = await tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where(isHearingOf(id))
    .where("m.stage", "in", ["planned", "announced"])
    .where("m.starts_at", ">", by.now)
    .orderBy("m.starts_at")
    .orderBy("m.id")
    .selectAll("m")
    .select(["b.kind as body_kind", "b.name as body_name"])
    .execute();
  const bodies = await findHearingBodies(tx, by.now);
  return {
    ahead: rows.map((row) => ({
      ...{ id: row.id, name: fullMeetingName(row), startsAt: row.starts_at.toISOString(), place: row.place },
      isAnnounced: row.announced_at !== null,
      url: row.announced_at === null ? null : meetingUrl(row.slug),
      asSeen: hearingMark(row),
      values: {
        ...{ day: row.day, time: timeIn(row.starts_at), endTime: row.ends_at && timeIn(row.ends_at) },
        ...{ "place.sq": row.place?.sq, "place.en": row.place?.en, onlineUrl: row.online_url },
      },
    })),
    /** Where two persons publish, or somebody prepares and does not publish, it is handed over. */
    isAnnouncedAtOnce: await mayAnnounceHearing(tx, by),
    mayChange: mayPublish(by.actor, "draft_act"),
    bodies: bodies.map(({ id, name }) => ({ value: id, label: name[locale] || name.sq })),
    kinds: kindChoices
      .filter(({ value }) => (hearingKinds as readonly string[]).includes(value))
      .map(({ value, label }) => ({ value, label: label[locale] })),
  };
}
export type Hearings = Awaited<ReturnType<typeof findHearings>>;
