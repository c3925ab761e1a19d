import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { actOfItem } from "../acts/act-of-item.ts";
import type { ActInput } from "../acts/acts.schema.ts";
import { createAct } from "../acts/acts.service.ts";
import type { ActType } from "../acts/acts.shared.ts";
import { proposeNumber } from "../acts/numbering.service.ts";
import type { Doing } from "../audit/audit.service.ts";
import { holdItem } from "../meetings/held-meeting.ts";
import { itemNotFound } from "../meetings/meetings.errors.ts";
import { numberOf } from "../meetings/numbers.shared.ts";
import { noActDue } from "./minutes.errors.ts";

/** An item that was adopted, with its act or with the number that its act would get after those before it. */
export interface ItemWithAct {
  itemId: string;
  number: string;
  title: LocalizedText;
  act: { id: string; type: ActType; number: number; series: string } | null;
  /** What is proposed where the item has a draft act; without one the act is written by its form. Only the next is made. */
  proposed: { type: ActType; number: number; series: string; isNext: boolean } | null;
}

const findAdopted = (tx: TenantTx, meetingId: string) =>
  tx
    .selectFrom("agenda_items as i")
    .leftJoin("draft_acts as d", "d.id", "i.draft_act_id")
    .leftJoin("acts as a", (join) => join.onRef("a.agenda_item_id", "=", "i.id").on("a.binned_at", "is", null))
    .innerJoin("meetings as m", "m.id", "i.meeting_id")
    .where("i.meeting_id", "=", meetingId)
    .where("i.result", "in", ["adopted", "adopted_changed"])
    .where((eb) =>
      eb.or([eb("i.kind", "=", "draft_act"), eb("i.draft_act_id", "is not", null), eb("a.id", "is not", null)]),
    )
    .orderBy("i.path")
    .orderBy("a.number")
    .select(["i.id", "i.path", "i.title", "m.day", "d.type as draft_type"])
    .select(["a.id as act_id", "a.type", "a.number", "a.series"])
    .execute();

/** Adopted items of a meeting with what became of them. Proposed numbers count on in the order of the agenda. */
export async function actsOfMeeting(tx: TenantTx, meetingId: string): Promise<ItemWithAct[]> {
  const rows = await findAdopted(tx, meetingId);
  const next = new Map<ActType, { number: number; series: string } | null>();
  const items: ItemWithAct[] = [];
  for (const { id, path, title, day, draft_type, act_id, type, number, series } of rows) {
    const about = { itemId: id, number: numberOf(path), title };
    if (act_id) {
      items.push({ ...about, act: { id: act_id, type: type!, number: number!, series: series! }, proposed: null });
      continue;
    }
    if (!draft_type) {
      items.push({ ...about, act: null, proposed: null });
      continue;
    }
    const isNext = !next.has(draft_type);
    if (isNext) next.set(draft_type, await proposed(tx, draft_type, day));
    const place = next.get(draft_type);
    if (place) next.set(draft_type, { ...place, number: place.number + 1 });
    items.push({ ...about, act: null, proposed: place ? { type: draft_type, ...place, isNext } : null });
  }
  return items;
}

/** Without a term there is no series to count in; the act's own form says so. */
async function proposed(tx: TenantTx, type: ActType, day: string) {
  try {
    return await proposeNumber(tx, type, day);
  } catch (failure) {
    if (failure instanceof AppError) return null;
    throw failure;
  }
}

/** The draft's text is the act's, unless the council changed it. */
const textOf = async (tx: TenantTx, draftActId: string, isChanged: boolean): Promise<LocalizedText | null> => {
  if (isChanged) return null;
  const draft = await tx.selectFrom("draft_acts").select("body").where("id", "=", draftActId).executeTakeFirst();
  return draft?.body ?? null;
};

/**
 * Makes the act of an adopted item as a draft in the register, under the number that was confirmed. The clock for its
 * announcement starts with the day of the meeting; that of the prefect with the announcement.
 * @param number as it was proposed and seen
 * @throws `meetings.item_not_found`, `minutes.no_act_due`, and what `createAct` throws
 */
export async function makeProposedAct(
  tx: TenantTx,
  by: Doing,
  meetingId: string,
  itemId: string,
  number: number,
): Promise<{ id: string; number: number; series: string }> {
  const { item, meeting } = await holdItem(tx, itemId);
  if (meeting.id !== meetingId) throw itemNotFound();
  const [due, given] = [
    (await actsOfMeeting(tx, meetingId)).find((one) => one.itemId === itemId),
    await actOfItem(tx, itemId),
  ];
  if (!due?.proposed || due.act || !given || !item.draft_act_id) throw noActDue();
  const text = await textOf(tx, item.draft_act_id, item.result === "adopted_changed");
  return createAct(tx, by, { ...given, number, ...(text && { text }) } as ActInput);
}
