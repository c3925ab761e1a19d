import type { InBoth } from "../../../server/features/elements/catalogue.shared.ts";
import type { ConsoleView } from "../../../server/features/live/console-view.ts";
import { liveApiPath } from "../../../server/features/live/live.paths.shared.ts";
import type { LiveStep } from "../../../server/features/live/steps.schema.ts";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import { minutesPaths } from "../../../server/features/minutes/minutes.paths.shared.ts";
import { recordingPaths } from "../../../server/features/recordings/recordings.paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { type Desk, idIn } from "./desk.ts";

const inBoth = (name: string, sq: string, en: string) => ({ [`${name}.sq`]: sq, [`${name}.en`]: en });

/** A meeting of today from its empty form to its notice. @returns its id */
async function callMeeting(desk: Desk, time: string): Promise<string> {
  const made = await desk.send("a meeting is made", deskPaths.create.sq, "particulars", {
    ...{ day: "2026-11-25", time, kind: "extraordinary" },
    ...inBoth("place", "Salla e mbledhjeve", "Meeting hall"),
  });
  const id = idIn(made);
  const at = (path: InBoth) => fillPath(path, { id }).sq;
  for (const title of ["Tarifa e parkimit", "Buxheti i vitit"])
    await desk.send("an agenda item is added", at(deskPaths.newItem), "item", {
      ...inBoth("title", title, `${title} (en)`),
      kind: "other",
    });
  const { buttons } = await desk.form(at(deskPaths.meeting), "agenda");
  const [down] = buttons.filter(({ value }) => value.startsWith("down:"));
  await desk.send("the agenda is put in order", at(deskPaths.meeting), "agenda", { move: down!.value });
  await desk.send("a meeting's particulars are saved", at(deskPaths.particulars), "particulars", {
    ...inBoth("title", "Mbledhje e jashtëzakonshme", "Extraordinary meeting"),
  });
  await desk.send("a stream's address is saved", at(deskPaths.stream), "stream", {
    streamUrl: "https://youtu.be/aqz-KE-bpKQ",
  });
  await desk.send("a notice is published", at(deskPaths.notice), "notice", {
    ...inBoth("text", "Ftohen të gjithë banorët.", "All residents are invited."),
    ...inBoth("shortNoticeReason", "Thirrje e jashtëzakonshme.", "An extraordinary call."),
  });
  return id;
}

/** The meeting is run from the console: roll, an item, a vote by name, the end. */
async function runMeeting(desk: Desk, id: string): Promise<void> {
  const { sheet } = JSON.parse(await desk.page(liveApiPath(id))) as ConsoleView;
  const step = (what: string, taken: LiveStep) =>
    desk.call(`console: ${what}`, "POST", liveApiPath(id), { command: crypto.randomUUID(), step: taken });
  const members = sheet.people.map(({ id: personId }) => ({ personId }));
  const itemId = sheet.items[0]!.id;
  const vote = crypto.randomUUID();
  await step("opened", { kind: "opened" });
  await step("the roll", {
    kind: "roll_called",
    members: members.map((one) => ({ ...one, status: "present" as const })),
  });
  await step("an item begins", { kind: "item_started", itemId });
  await step("a vote opens", { kind: "vote_opened", vote, itemId, method: "by_name", majority: "voting" });
  await step("all ballots", {
    ...{ kind: "ballots_cast", vote },
    ballots: members.map((one) => ({ ...one, choice: "for" as const })),
  });
  await step("a vote closes", { kind: "vote_closed", vote });
  await step("an item ends", { kind: "item_ended", itemId, ending: null });
  await step("closed", { kind: "closed" });
}

/** What is written after a meeting: who came, what came of it, its minutes and its recording. */
async function writeDown(desk: Desk, id: string): Promise<void> {
  const at = (path: InBoth) => fillPath(path, { id }).sq;
  const { sheet } = JSON.parse(await desk.page(liveApiPath(id))) as ConsoleView;
  const item = sheet.items[1]!.id;
  const ofItem = (path: InBoth) => fillPath(path, { id, item }).sq;
  await desk.send("a vote by name is saved", ofItem(deskPaths.vote), "vote", {
    method: "by_name",
    ...Object.fromEntries(sheet.people.map((member) => [`ballots.${member.id}`, "for"])),
  });
  await desk.send("what came of an item is saved", ofItem(deskPaths.result), "result", { result: "adopted" });
  await desk.send("attendance is saved", at(deskPaths.attendance), "attendance");
  await desk.send("minutes are drawn", at(minutesPaths.page), "minutes-drawing");
  await desk.send("minutes are saved", at(minutesPaths.page), "minutes-text");
  await desk.send("minutes are approved", at(minutesPaths.page), "minutes-approval");
  await desk.send("a recording's link is saved", at(recordingPaths.page), "/lidhja", {
    url: "https://youtu.be/aqz-KE-bpKQ",
  });
}

/** A meeting from its empty form to its minutes. */
export async function meetingFromCallToMinutes(desk: Desk, turn: number): Promise<void> {
  const id = await callMeeting(desk, `${12 + Math.floor(turn / 60)}:${String(turn % 60).padStart(2, "0")}`);
  await runMeeting(desk, id);
  await writeDown(desk, id);
}
