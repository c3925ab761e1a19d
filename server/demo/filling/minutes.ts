import { findMinutes } from "../../features/minutes/minutes.queries.ts";
import { approveMinutes, drawMinutes, saveMinutes } from "../../features/minutes/minutes.service.ts";
import { minutesPaper } from "../../features/minutes/minutes-paper.ts";
import { gap, itemPart } from "../../features/minutes/parts.shared.ts";
import { holdPublishable, publishPrinted } from "../../features/minutes/publishing.service.ts";
import type { DemoMeeting } from "../council-content.ts";
import type { DemoCouncil, DrawnMinutes } from "../demo-content.ts";
import { addDays } from "../demo-days.ts";
import { onDay } from "./doing.ts";
import type { Filling } from "./filling.ts";

/** What is written into a part where there is room. */
function wordsFor({ ids }: Filling, { items }: DemoMeeting, words: DrawnMinutes) {
  const drafts = new Set(
    items.filter(({ kind }) => kind === "draft_act").map(({ key }) => itemPart(ids.items.get(key))),
  );
  return (part: string) => (part === "agenda" ? words.agenda : drafts.has(part) ? words.discussed : words.heard);
}

/**
 * The minutes of the last ordinary sitting whose minutes are public: drawn by the portal on the day after, written to their end,
 * approved by the next sitting, printed and published.
 */
export async function fillMinutes(
  filling: Filling,
  { drawnMinutes, names, settings }: Pick<DemoCouncil, "drawnMinutes" | "names" | "settings">,
): Promise<void> {
  const { tx, ids, work } = filling;
  const meeting = work.meetings.find(({ drawsMinutes }) => drawsMinutes);
  if (!meeting) return;
  const id = ids.meetings.get(meeting.key);
  await drawMinutes(tx, onDay(addDays(meeting.day, 1)), id);
  const { parts } = (await findMinutes(tx, id))!;
  const wordsOf = wordsFor(filling, meeting, drawnMinutes);
  const written = parts.filter(({ text }) => text.includes(gap));
  await saveMinutes(
    tx,
    onDay(addDays(meeting.day, 2)),
    id,
    Object.fromEntries(written.map(({ name, text }) => [name, text.replaceAll(gap, wordsOf(name))])),
  );
  // The ordinary sitting that followed: one called for a single matter approves no minutes.
  const next = work.meetings.find(
    ({ body, kind, day, openedAt }) => body === meeting.body && kind === "ordinary" && openedAt && day > meeting.day,
  )!;
  const approving = { approvedIn: ids.meetings.get(next.key), approvedOn: null };
  await approveMinutes(tx, onDay(next.day, next.closedAt), id, approving);
  const { meeting: held, minutes } = await holdPublishable(tx, id);
  const paper = minutesPaper(minutes, held, { tenant: { names }, brand: settings.theme.brand, isDraft: false });
  const printed = await filling.print(paper, `procesverbal-${held.slug}`);
  await publishPrinted(tx, onDay(meeting.minutesOn!), id, printed, minutes.updated_at);
}
