import type { TenantTx } from "../../db/tenant-db.ts";
import { timeIn } from "../../local-time.ts";
import type { MeetingTemplateInput, StandingItem } from "./meeting-templates.schema.ts";
import { meetingNotFound } from "./meetings.errors.ts";
import { rhythmOf } from "./rhythm.ts";

/** What a template is made of, as far as a meeting says it; its name is for a person to give. */
export type TemplateSketch = Omit<MeetingTemplateInput, "name" | "kind"> & { kind: string };

/**
 * How a body meets, read from one of its meetings. What was decided there belongs to that day; what stands before and
 * after it comes again.
 * @throws `meetings.not_found`
 */
export async function templateOfMeeting(tx: TenantTx, id: string): Promise<TemplateSketch> {
  const meeting = await tx.selectFrom("meetings").selectAll().where("id", "=", id).executeTakeFirst();
  if (!meeting) throw meetingNotFound();
  const items = await tx
    .selectFrom("agenda_items")
    .where("meeting_id", "=", id)
    .orderBy("path")
    .select(["path", "kind", "title", "summary", "draft_act_id", "kind as what"])
    .execute();
  const top = items.filter(({ path }) => path.length === 1);
  const isOfTheDay = ({ draft_act_id, kind }: (typeof top)[number]) => draft_act_id !== null || kind === "draft_act";
  const first = top.findIndex(isOfTheDay);
  const standing = (some: typeof top): StandingItem[] =>
    some.filter((item) => !isOfTheDay(item)).map(({ kind, title, summary }) => ({ kind, title, summary }));
  const { starts_at, ends_at } = meeting;
  return {
    ...{ bodyId: meeting.body_id, kind: meeting.kind, title: meeting.title, place: meeting.place },
    ...{ onlineUrl: meeting.online_url, access: meeting.access, closedReason: meeting.closed_reason },
    ...rhythmFor(meeting.day),
    startsAt: timeIn(starts_at),
    minutes: ends_at && Math.round((ends_at.getTime() - starts_at.getTime()) / 60_000),
    openingItems: standing(first < 0 ? top : top.slice(0, first)),
    closingItems: first < 0 ? [] : standing(top.slice(first)),
    notice: meeting.notice,
  };
}

const rhythmFor = (day: string) => {
  const { weekday, week } = rhythmOf(day);
  return { weekday, week: week as MeetingTemplateInput["week"] };
};
