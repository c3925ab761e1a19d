import type { TenantTx } from "../../db/tenant-db.ts";
import { cleanHtml } from "../../html.ts";
import { textOfHtml } from "../../html-text.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { dayIn } from "../../local-time.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { type DeskMeeting, findMeeting } from "../meetings/desk/desk.queries.ts";
import { holdMeetingThatTakesPlace } from "../meetings/held-meeting.ts";
import { hasNotBegun, meetingNotFound } from "../meetings/meetings.errors.ts";
import { type DrawnPart, drawParts } from "./draw.ts";
import { mergeDrawn } from "./merge-drawn.ts";
import { minutesNotDrawn, partUnknown } from "./minutes.errors.ts";
import { findApproving, findMinutes, type Minutes, type MinutesPart } from "./minutes.queries.ts";
import { ApprovalInput, PartTexts } from "./minutes.schema.ts";
import { fieldOf, isLine } from "./parts.shared.ts";
import { findRecord } from "./record.queries.ts";

const hasRecord = ({ stage }: Pick<DeskMeeting, "stage">) =>
  stage === "open" || stage === "closed" || stage === "minutes_published";

/** The meeting, held, so that two who write its minutes come one after the other. @throws `meetings.has_not_begun` */
async function holdForMinutes(tx: TenantTx, id: string): Promise<DeskMeeting> {
  const held = await holdMeetingThatTakesPlace(tx, id);
  if (!hasRecord(held)) throw hasNotBegun();
  const meeting = await findMeeting(tx, id);
  if (!meeting) throw meetingNotFound();
  return meeting;
}

/** @throws `minutes.not_drawn`, and as `holdForMinutes` */
export async function holdMinutes(tx: TenantTx, id: string): Promise<{ meeting: DeskMeeting; minutes: Minutes }> {
  const meeting = await holdForMinutes(tx, id);
  const minutes = await findMinutes(tx, id);
  if (!minutes) throw minutesNotDrawn();
  return { meeting, minutes };
}

/**
 * What becomes of a part when the log is read anew. What somebody typed stays: what the log changed elsewhere in the part
 * is taken over, and where both changed the same place the log's text is offered beside it.
 */
export function redrawn(
  known: Pick<MinutesPart, "drawn" | "text" | "offered"> | undefined,
  fresh: string,
): { drawn: string; text: string; offered: string | null } {
  if (!known || known.text === known.drawn || known.text === fresh) return { drawn: fresh, text: fresh, offered: null };
  if (fresh === known.drawn) return { drawn: known.drawn, text: known.text, offered: null };
  const merged = known.drawn === "" ? null : mergeDrawn(known.drawn, known.text, fresh);
  return merged === null
    ? { drawn: known.drawn, text: known.text, offered: fresh }
    : { drawn: fresh, text: merged, offered: null };
}

/** A part of which the log has nothing any more, and that somebody has decided to keep. */
const isKeptGone = ({ drawn, offered }: Pick<MinutesPart, "drawn" | "offered">) => drawn === "" && offered === null;

/** Whether drawing again would bring something that the minutes do not have yet. */
export const isBehind = (parts: readonly MinutesPart[], fresh: readonly DrawnPart[]): boolean =>
  fresh.some(({ name, heading, text }) => {
    const known = parts.find((part) => part.name === name);
    if (!known || known.heading !== heading) return true;
    const next = redrawn(known, text);
    return next.text !== known.text || next.offered !== known.offered;
  }) ||
  parts.some((part) => {
    const isGone = !fresh.some(({ name }) => name === part.name);
    return isGone && !isKeptGone(part) && (part.text === part.drawn || part.offered !== "");
  });

/** As the audit tells of a part. */
const calledIn = ({ name, heading }: Pick<MinutesPart, "name" | "heading">) => heading || name;

const touch = (tx: TenantTx, id: string, at: Date) =>
  tx.updateTable("minutes").set({ updated_at: at }).where("meeting_id", "=", id).execute();

/** Between the parts that are drawn others have room. */
const spacing = 10;

export interface Drawing {
  /** Parts that have the log's text now. */
  drawn: number;
  /** Parts that were changed by hand and for which the log has another text. */
  offered: number;
}

/**
 * Draws the minutes from the log, or from what the register knows. Drawn again, what was typed stays where it differs,
 * with the log's new text beside it to be taken or left.
 * @throws `meetings.not_found`, `meetings.does_not_take_place`, `meetings.has_not_begun`
 */
export async function drawMinutes(tx: TenantTx, by: Doing, id: string): Promise<Drawing> {
  const meeting = await holdForMinutes(tx, id);
  const fresh = drawParts(await findRecord(tx, meeting));
  const before = await findMinutes(tx, id);
  await tx
    .insertInto("minutes")
    .values({ meeting_id: id, drawn_at: by.now, updated_at: by.now })
    .onConflict((conflict) => conflict.columns(["tenant_id", "meeting_id"] as never).doUpdateSet({ drawn_at: by.now }))
    .execute();
  const drawn: string[] = [];
  const offered: string[] = [];
  for (const [position, { name, heading, text }] of fresh.entries()) {
    const known = before?.parts.find((part) => part.name === name);
    const next = redrawn(known, text);
    if (next.text !== known?.text || heading !== known.heading) drawn.push(name);
    if (next.offered !== null) offered.push(name);
    const values = { ...next, heading, position: position * spacing };
    await tx
      .insertInto("minutes_parts")
      .values({ meeting_id: id, name, ...values })
      .onConflict((conflict) => conflict.columns(["tenant_id", "meeting_id", "name"] as never).doUpdateSet(values))
      .execute();
  }
  for (const known of before?.parts ?? []) {
    const { name, text, drawn: was } = known;
    if (isKeptGone(known) || fresh.some((part) => part.name === name)) continue;
    const part = tx.updateTable("minutes_parts").where("meeting_id", "=", id).where("name", "=", name);
    if (text !== was) {
      await part.set({ offered: "" }).execute();
      offered.push(name);
    } else {
      await tx.deleteFrom("minutes_parts").where("meeting_id", "=", id).where("name", "=", name).execute();
      drawn.push(name);
    }
  }
  if (drawn.length > 0) await touch(tx, id, by.now);
  await recordChange(tx, by, "minutes.drawn", "meeting", id, null, { parts: drawn, offered });
  return { drawn: drawn.length, offered: offered.length };
}

/** What was typed as it is kept. */
function checkedTexts(given: PartTexts, parts: readonly MinutesPart[]): Map<string, string> {
  const problems: FieldProblem[] = [];
  const texts = new Map<string, string>();
  for (const { name } of parts) {
    const typed = given[name];
    if (typed === undefined) continue;
    const text = isLine(name) ? typed.trim() : cleanHtml(typed);
    if (name !== "number" && (isLine(name) ? text : textOfHtml(text)) === "")
      problems.push({ path: fieldOf(name), code: "text.required" });
    else if (isLine(name) && text.length > 300) problems.push({ path: fieldOf(name), code: "text.too_long" });
    texts.set(name, text);
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  return texts;
}

/**
 * Saves what was typed; parts that are not given stay.
 * @returns how many are different now
 * @throws `InvalidInput` named with the fields of the form, and as `holdMinutes`
 */
export async function saveMinutes(tx: TenantTx, by: Doing, id: string, given: PartTexts): Promise<number> {
  const { minutes } = await holdMinutes(tx, id);
  const texts = checkedTexts(parsed(PartTexts, given), minutes.parts);
  const changed = minutes.parts.filter(({ name, text }) => texts.has(name) && texts.get(name) !== text);
  if (changed.length === 0) return 0;
  for (const { name } of changed)
    await tx
      .updateTable("minutes_parts")
      .set({ text: texts.get(name)! })
      .where("meeting_id", "=", id)
      .where("name", "=", name)
      .execute();
  await touch(tx, id, by.now);
  const before = Object.fromEntries(changed.map((part) => [calledIn(part), part.text]));
  const after = Object.fromEntries(changed.map((part) => [calledIn(part), texts.get(part.name)!]));
  await recordChange(tx, by, "minutes.changed", "meeting", id, before, after);
  return changed.length;
}

async function holdPart(tx: TenantTx, id: string, name: string): Promise<MinutesPart> {
  const { minutes } = await holdMinutes(tx, id);
  const part = minutes.parts.find((one) => one.name === name);
  if (!part) throw partUnknown();
  return part;
}

async function setPart(
  tx: TenantTx,
  by: Doing,
  id: string,
  part: MinutesPart,
  set: Partial<Pick<MinutesPart, "drawn" | "text" | "offered" | "set_aside">>,
) {
  await tx.updateTable("minutes_parts").set(set).where("meeting_id", "=", id).where("name", "=", part.name).execute();
  await touch(tx, id, by.now);
  await recordChange(
    tx,
    by,
    "minutes.changed",
    "meeting",
    id,
    { [part.name]: part.text },
    { [part.name]: set.text ?? part.text },
  );
}

/**
 * Puts the log's text in the place of what was typed, which is set aside and can be had back. A part of which the log has
 * nothing any more goes.
 * @throws `minutes.part_unknown`, and as `holdMinutes`
 */
export async function takeFromLog(tx: TenantTx, by: Doing, id: string, name: string): Promise<void> {
  const part = await holdPart(tx, id, name);
  if (part.offered === "") {
    await tx.deleteFrom("minutes_parts").where("meeting_id", "=", id).where("name", "=", name).execute();
    await touch(tx, id, by.now);
    await recordChange(tx, by, "minutes.changed", "meeting", id, { [calledIn(part)]: part.text }, null);
    return;
  }
  if (isKeptGone(part)) return;
  const text = part.offered ?? part.drawn;
  if (text === part.text) return;
  await setPart(tx, by, id, part, { drawn: text, text, offered: null, set_aside: part.text });
}

/**
 * Leaves what was typed, and the log's other text with it. A part of which the log has nothing any more is not asked about
 * again.
 * @throws as `takeFromLog`
 */
export async function keepTyped(tx: TenantTx, by: Doing, id: string, name: string): Promise<void> {
  const part = await holdPart(tx, id, name);
  if (part.offered === null) return;
  await setPart(
    tx,
    by,
    id,
    part,
    part.offered === "" ? { drawn: "", offered: null } : { drawn: part.offered, offered: null },
  );
}

/** Brings back what was typed before the log's text was taken. @throws as `takeFromLog` */
export async function takeBackTyped(tx: TenantTx, by: Doing, id: string, name: string): Promise<void> {
  const part = await holdPart(tx, id, name);
  if (part.set_aside === null) return;
  await setPart(tx, by, id, part, { text: part.set_aside, set_aside: part.text });
}

/**
 * Notes that the council approved the minutes, in one of its later meetings or on a day alone; with neither it is taken back.
 * @throws `InvalidInput`, and as `holdMinutes`
 */
export async function approveMinutes(tx: TenantTx, by: Doing, id: string, given: ApprovalInput): Promise<void> {
  const { approvedOn, approvedIn } = parsed(ApprovalInput, given);
  const { meeting, minutes } = await holdMinutes(tx, id);
  const approving = approvedIn ? (await findApproving(tx, meeting)).find((one) => one.id === approvedIn) : undefined;
  if (approvedIn && !approving) throw new InvalidInput([{ path: "approvedIn", code: "minutes.not_a_later_meeting" }]);
  const day = approvedOn ?? approving?.day ?? null;
  if (day && day > dayIn(by.now)) throw new InvalidInput([{ path: "approvedOn", code: "meetings.in_the_future" }]);
  if (day && day < meeting.day) throw new InvalidInput([{ path: "approvedOn", code: "minutes.approved_before" }]);
  const before = { approvedOn: minutes.approved_on, approvedIn: minutes.approved_in };
  const after = { approvedOn: day, approvedIn: approving?.id ?? null };
  if (before.approvedOn === after.approvedOn && before.approvedIn === after.approvedIn) return;
  await tx
    .updateTable("minutes")
    .set({ approved_on: day, approved_in: after.approvedIn, updated_at: by.now })
    .where("meeting_id", "=", id)
    .execute();
  await recordChange(tx, by, "minutes.approved", "meeting", id, before, after);
}
