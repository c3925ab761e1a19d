import type { Doing } from "../../features/audit/audit.service.ts";
import { addItem, moveItem, setAgenda } from "../../features/meetings/agenda.service.ts";
import { recordAttendance } from "../../features/meetings/attendance.service.ts";
import { attachToItem, attachToMeeting } from "../../features/meetings/meeting-documents.service.ts";
import { createMeeting, publishMeeting } from "../../features/meetings/meetings.service.ts";
import { recordResult } from "../../features/meetings/results.service.ts";
import {
  announceMeeting,
  cancelMeeting,
  closeMeeting,
  openMeeting,
  postponeMeeting,
  publishMinutes,
} from "../../features/meetings/stages.service.ts";
import { recordVote } from "../../features/meetings/votes.service.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { DemoItem, DemoMeeting, DemoVote } from "../council-content.ts";
import { addDays } from "../demo-days.ts";
import { instant, onDay } from "./doing.ts";
import { type Filling, proposerOf } from "./filling.ts";

/** How long before a planned meeting it was entered, in days. */
const plannedBefore = 60;

async function create(filling: Filling, by: Doing, meeting: DemoMeeting): Promise<string> {
  const { tx, ids } = filling;
  const { key, body, kind, title, description, day, at, endsAt, place, onlineUrl, closedReason } = meeting;
  const { id } = await createMeeting(tx, by, {
    bodyId: ids.bodies.get(body),
    jointBodyIds: meeting.with.map((one) => ids.bodies.get(one)),
    ...{ kind, title, description, place, onlineUrl, closedReason },
    access: closedReason ? "closed" : "open",
    startsAt: instant(day, at),
    endsAt: instant(day, endsAt),
  });
  return ids.meetings.set(key, id);
}

async function itemInput(filling: Filling, by: Doing, item: DemoItem) {
  const { kind, title, proposer, protocolNumber, draft } = item;
  const documents = await filling.documents(by, filling.papersOf("item", item.key));
  return {
    ...{ kind, title, protocolNumber, documents },
    ...(proposer && proposerOf(filling, proposer)),
    ...(draft && { draftActId: filling.ids.drafts.get(draft) }),
  };
}

/** The agenda of the notice, without what came later: that is not numbered yet. */
async function writeAgenda(filling: Filling, by: Doing, id: string, items: readonly DemoItem[]) {
  const { tx, ids } = filling;
  const first = items.filter(({ isAdded }) => !isAdded);
  if (first.length === 0) return;
  const added = items.flatMap(({ isAdded, path }) => (isAdded ? path[0]! : []));
  const agenda = [];
  for (const item of first) {
    const [top, ...below] = item.path;
    const path = [top! - added.filter((one) => one < top!).length, ...below];
    agenda.push({ ...(await itemInput(filling, by, item)), path });
  }
  const made = await setAgenda(tx, by, id, agenda);
  made.forEach((one, at) => {
    ids.items.set(first[at]!.key, one.id);
  });
}

async function addLateItems(filling: Filling, { key, day, at, items }: DemoMeeting, id: string, reason: LocalizedText) {
  const { tx, ids } = filling;
  const by = onDay(day, at);
  for (const item of items.filter(({ isAdded }) => isAdded)) {
    const made = await addItem(tx, by, id, await itemInput(filling, by, item), reason);
    ids.items.set(item.key, made.id);
    await moveItem(tx, by, made.id, item.path, reason);
  }
  const late = items.flatMap((item) => filling.papersOf("item", item.key, true).map((paper) => ({ item, paper })));
  for (const { item, paper } of late) {
    const doing = onDay(paper.on);
    await attachToItem(tx, doing, ids.items.get(item.key), await filling.documents(doing, [paper]), reason);
  }
  for (const paper of filling.papersOf("meeting", key, true).filter(({ role }) => role !== "minutes")) {
    const doing = onDay(paper.on);
    await attachToMeeting(tx, doing, id, await filling.documents(doing, [paper]), reason);
  }
}

async function vote({ tx, ids }: Filling, meeting: DemoMeeting, item: DemoItem, given: DemoVote) {
  const { method, majority, majorityReason, ballots, at } = given;
  const by = onDay(meeting.day, at);
  const counts = { votesFor: given.for, votesAgainst: given.against, abstentions: given.abstained };
  await recordVote(tx, by, ids.items.get(item.key), {
    ...{ method, majority, majorityReason, heldAt: by.now },
    ...(ballots
      ? { ballots: ballots.map(({ person, choice }) => ({ personId: ids.people.get(person), choice })) }
      : counts),
  });
}

/** What was voted and decided, item by item. A vote tells its own result; others, and notes, are told. */
async function decide(filling: Filling, meeting: DemoMeeting) {
  for (const item of meeting.items) {
    const by = onDay(meeting.day, item.vote?.at ?? meeting.closedAt ?? meeting.at);
    if (item.vote) await vote(filling, meeting, item, item.vote);
    const { result, note } = item;
    if (result && (note || result !== item.vote?.outcome))
      await recordResult(filling.tx, by, filling.ids.items.get(item.key), { result, note });
  }
}

async function hold(filling: Filling, meeting: DemoMeeting, id: string) {
  const { tx, ids } = filling;
  const { key, day, openedAt, closedAt, attendance, minutesOn } = meeting;
  if (!openedAt || !closedAt) return;
  const by = onDay(day, openedAt);
  await openMeeting(tx, by, id);
  if (attendance.length > 0)
    await recordAttendance(
      tx,
      by,
      id,
      attendance.map(({ person, status, arrivedAt }) => ({
        ...{ personId: ids.people.get(person), status },
        ...(arrivedAt && { arrivedAt: instant(day, arrivedAt) }),
      })),
    );
  await decide(filling, meeting);
  await closeMeeting(tx, onDay(day, closedAt), id);
  if (!minutesOn || meeting.drawsMinutes) return;
  const afterwards = onDay(minutesOn);
  const minutes = filling.papersOf("meeting", key, true).filter(({ role }) => role === "minutes");
  await publishMinutes(tx, afterwards, id, await filling.documents(afterwards, minutes));
}

async function fillMeeting(filling: Filling, meeting: DemoMeeting, reason: LocalizedText) {
  const { tx } = filling;
  const { key, day, stage, announcedOn, notice, shortNoticeReason, stageReason, stageOn } = meeting;
  if (!announcedOn) {
    const by = onDay(addDays(day, -plannedBefore));
    const id = await create(filling, by, meeting);
    await writeAgenda(filling, by, id, meeting.items);
    await publishMeeting(tx, by, id);
    return;
  }
  const by = onDay(announcedOn);
  const id = await create(filling, by, meeting);
  await writeAgenda(filling, by, id, meeting.items);
  const papers = filling.papersOf("meeting", key);
  if (papers.length > 0) await attachToMeeting(tx, by, id, await filling.documents(by, papers));
  await announceMeeting(tx, by, id, { text: notice, shortNoticeReason });
  await addLateItems(filling, meeting, id, reason);
  if (stage === "cancelled") await cancelMeeting(tx, onDay(stageOn!), id, stageReason!);
  await hold(filling, meeting, id);
}

/** All meetings, in order of time; one that was postponed leads to its successor once that is there. */
export async function fillMeetings(filling: Filling, reason: LocalizedText): Promise<void> {
  const { tx, ids, work } = filling;
  for (const meeting of work.meetings) await fillMeeting(filling, meeting, reason);
  for (const { key, postponedTo, stageReason, stageOn } of work.meetings)
    if (postponedTo)
      await postponeMeeting(tx, onDay(stageOn!), ids.meetings.get(key), stageReason!, ids.meetings.get(postponedTo));
}
