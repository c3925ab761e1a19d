import type { Day } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { fold } from "../../fold.shared.ts";
import { dayIn, timeIn } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { Doing } from "../audit/audit.service.ts";
import type { BodyKind } from "../bodies/bodies.shared.ts";
import { instantIn } from "../deadlines/deadline.ts";
import { findReckoning } from "../deadlines/deadlines.queries.ts";
import { setAgenda } from "./agenda.service.ts";
import type { StandingItem } from "./meeting-templates.schema.ts";
import { findTemplateInput } from "./meeting-templates.service.ts";
import { noMeetingBefore } from "./meetings.errors.ts";
import type { MeetingInput } from "./meetings.schema.ts";
import { createMeeting } from "./meetings.service.ts";
import type { MeetingKind } from "./meetings.shared.ts";
import { type ProposedDay, proposalAt, proposeDay, type Usual } from "./proposed-day.ts";
import { rhythmOf } from "./rhythm.ts";

/** A draft that was made from what was before, and what is to be known of its day. */
export interface MadeMeeting {
  id: string;
  slug: string;
  proposal: ProposedDay;
  /** How many items were taken over. */
  items: number;
}

/** What of the time somebody has chosen; the rest is as usual. */
export interface ChosenTime {
  day?: Day | undefined;
  /** `18:00` in Tirana. */
  time?: string | undefined;
}

interface Pattern {
  usual: Usual;
  meeting: Omit<MeetingInput, "bodyId" | "kind" | "startsAt" | "endsAt">;
  items: readonly StandingItem[];
}

async function make(
  tx: TenantTx,
  by: Doing,
  { usual: before, meeting, items }: Pattern,
  { day, time = before.time }: ChosenTime,
): Promise<MadeMeeting> {
  const usual = { ...before, time };
  const proposal = day
    ? proposalAt(usual, instantIn(`${day}T${time}`), by.now, await findReckoning(tx))
    : await proposeDay(tx, by.now, usual);
  const made = await createMeeting(tx, by, {
    ...meeting,
    bodyId: usual.body.id,
    kind: usual.kind,
    startsAt: proposal.startsAt,
    endsAt: proposal.endsAt,
  });
  if (items.length > 0)
    await setAgenda(
      tx,
      by,
      made.id,
      items.map((item, at) => ({ ...item, path: [at + 1] })),
    );
  return { ...made, proposal, items: items.length };
}

const findBody = (tx: TenantTx, id: string): Promise<{ id: string; kind: BodyKind }> =>
  tx.selectFrom("bodies").select(["id", "kind"]).where("id", "=", id).executeTakeFirstOrThrow();

async function fromTemplate(tx: TenantTx, id: string): Promise<Pattern> {
  const template = await findTemplateInput(tx, id);
  const { kind, title, place, onlineUrl, access, closedReason, weekday, week, startsAt, minutes } = template;
  const rhythm = { weekday, week: week ?? null };
  return {
    usual: { kind, body: await findBody(tx, template.bodyId), rhythm, time: startsAt, minutes: minutes ?? null },
    meeting: { title, place, onlineUrl, access, closedReason },
    items: [...template.openingItems, ...template.closingItems],
  };
}

/**
 * A draft of a meeting as the template has it, on the next day of its rhythm or on a day that is given, at its hour or at
 * another.
 * @throws `meetings.template_not_found`, `meetings.no_day_found`, and what `createMeeting` throws
 */
export const createFromTemplate = async (
  tx: TenantTx,
  by: Doing,
  templateId: string,
  given: ChosenTime = {},
): Promise<MadeMeeting> => make(tx, by, await fromTemplate(tx, templateId), given);

const lastMeetings = (tx: TenantTx, bodyId: string, kind: MeetingKind) =>
  tx
    .selectFrom("meetings")
    .where("body_id", "=", bodyId)
    .where("kind", "=", kind)
    .where("stage", "not in", ["cancelled", "postponed"])
    .where("binned_at", "is", null)
    .orderBy("day", "desc")
    .orderBy("id")
    .limit(2)
    .select(["id", "title", "starts_at", "ends_at", "place", "online_url", "access", "closed_reason"])
    .execute();

const agendaOf = (tx: TenantTx, meetingId: string) =>
  tx
    .selectFrom("agenda_items")
    .where("meeting_id", "=", meetingId)
    .orderBy("path")
    .select(["kind", "title", "summary", "path", "draft_act_id"])
    .execute();

const folded = (title: LocalizedText) => fold(title.sq);

/** What stands on every agenda: the procedure, and whatever stood on the one before as well. */
async function standingItems(tx: TenantTx, lastId: string, beforeId: string | undefined): Promise<StandingItem[]> {
  const [last, before] = await Promise.all([agendaOf(tx, lastId), beforeId ? agendaOf(tx, beforeId) : []]);
  const known = new Set(before.map(({ title }) => folded(title)));
  return last
    .filter(({ path, draft_act_id }) => path.length === 1 && draft_act_id === null)
    .filter(({ kind, title }) => kind === "procedure" || known.has(folded(title)))
    .map(({ kind, title, summary }) => ({ kind, title, summary }));
}

/** The body's own template for meetings of a kind, where there is one. */
const templateOf = (tx: TenantTx, bodyId: string, kind: MeetingKind) =>
  tx
    .selectFrom("meeting_templates")
    .where("body_id", "=", bodyId)
    .where("kind", "=", kind)
    .orderBy("created_at")
    .limit(1)
    .select("id")
    .executeTakeFirst();

async function fromLast(tx: TenantTx, bodyId: string, kind: MeetingKind): Promise<Pattern> {
  const [last, before] = await lastMeetings(tx, bodyId, kind);
  if (!last) throw noMeetingBefore();
  const { starts_at, ends_at, place, online_url, access, closed_reason } = last;
  const template = await templateOf(tx, bodyId, kind);
  const set = template ? await fromTemplate(tx, template.id) : null;
  const jointBodyIds = await tx
    .selectFrom("meeting_bodies")
    .where("meeting_id", "=", last.id)
    .select("body_id")
    .execute();
  return {
    usual: {
      kind,
      body: await findBody(tx, bodyId),
      rhythm: set?.usual.rhythm ?? rhythmOf(dayIn(starts_at)),
      time: timeIn(starts_at),
      minutes: ends_at && Math.round((ends_at.getTime() - starts_at.getTime()) / 60_000),
    },
    meeting: {
      ...{ place, onlineUrl: online_url, access, closedReason: closed_reason },
      jointBodyIds: jointBodyIds.map(({ body_id }) => body_id),
    },
    items: set?.items ?? (await standingItems(tx, last.id, before?.id)),
  };
}

/**
 * A draft of a meeting like the last of its kind: the same place, hour, room in the internet and standing items, on the
 * next day of the body's rhythm or on a day that is given. Its title is not taken over, which said what was special.
 * @throws `meetings.no_meeting_before`, `meetings.no_day_found`, and what `createMeeting` throws
 */
export const createFromLast = async (
  tx: TenantTx,
  by: Doing,
  bodyId: string,
  given: ChosenTime & { kind?: MeetingKind } = {},
): Promise<MadeMeeting> => make(tx, by, await fromLast(tx, bodyId, given.kind ?? "ordinary"), given);

/** The text that the body's template has for the notice of a meeting, to begin with; `null` where there is none. */
export async function proposedNotice(tx: TenantTx, meetingId: string): Promise<LocalizedText | null> {
  const found = await tx
    .selectFrom("meetings as m")
    .innerJoin("meeting_templates as t", (join) =>
      join.onRef("t.body_id", "=", "m.body_id").onRef("t.kind", "=", "m.kind"),
    )
    .where("m.id", "=", meetingId)
    .where("t.notice", "is not", null)
    .orderBy("t.created_at")
    .limit(1)
    .select("t.notice")
    .executeTakeFirst();
  return found?.notice ?? null;
}
