import type { InBoth } from "../../../server/features/elements/catalogue.shared.ts";
import type { ConsoleView } from "../../../server/features/live/console-view.ts";
import { liveApiPath } from "../../../server/features/live/live.paths.shared.ts";
import type { LiveStep } from "../../../server/features/live/steps.schema.ts";
import { mailingsPaths } from "../../../server/features/mailings/mailings.paths.shared.ts";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import { minutesEditPath, minutesPaths } from "../../../server/features/minutes/minutes.paths.shared.ts";
import type { Desk } from "./desk.ts";
import { inBoth } from "./kinds.ts";
import { announce, callMeeting, pagesOf } from "./meetings.ts";
import type { Office, Work } from "./office.ts";
import { keepRecording } from "./recordings.ts";

const viewOf = async (desk: Desk, id: string) => JSON.parse(await desk.page(liveApiPath(id))) as ConsoleView;

/** The notice goes to the members, and once more to one who had no address when it went. */
async function mailNotice({ secretary: desk, db, known }: Office, id: string, turn: number): Promise<void> {
  const mail = pagesOf(id)(mailingsPaths.mailing);
  await desk.send("a notice is mailed to the members", mail, "send");
  await db.write((tx) =>
    tx
      .updateTable("meeting_mail_recipients")
      .set({ is_reachable: false })
      .where("person_id", "=", known.person)
      .execute(),
  );
  const address = (what: string, email: string) =>
    desk.send(`a member's address for notices is ${what}`, `${mail}?member=${known.person}`, "address", { email });
  await address("entered", `anetari${turn}@shembull.example`);
  await desk.send("a notice is mailed once more", mail, "/posta/serish");
  await address("taken back", "");
}

/** The meeting is run from the console: roll, speakers, an item, votes, the end. */
async function runMeeting(desk: Desk, id: string): Promise<void> {
  const { sheet } = await viewOf(desk, id);
  const path = liveApiPath(id);
  const step = (what: string, taken: LiveStep) =>
    desk.call(`console: ${what}`, "POST", path, { command: crypto.randomUUID(), step: taken });
  const members = sheet.people.map(({ id: personId }) => ({ personId }));
  const itemId = sheet.items[0]!.id;
  const [first] = members;
  const vote = crypto.randomUUID();
  await step("opened", { kind: "opened" });
  await step("the roll", {
    kind: "roll_called",
    members: members.map((one) => ({ ...one, status: "present" as const })),
  });
  await step("somebody leaves", { kind: "left", ...first! });
  await step("somebody comes", { kind: "arrived", ...first! });
  await step("the agenda is approved", { kind: "agenda_approved" });
  await step("an item begins", { kind: "item_started", itemId });
  await step("a speaker is listed", { kind: "speaker_listed", ...first! });
  await step("a speaker begins", { kind: "speaker_began", ...first! });
  await step("a speaker ends", { kind: "speaker_ended", ...first! });
  await step("a vote opens", { kind: "vote_opened", vote, itemId, method: "by_name", majority: "voting" });
  await step("all ballots", {
    ...{ kind: "ballots_cast", vote },
    ballots: members.map((one) => ({ ...one, choice: "for" as const })),
  });
  await step("a vote closes", { kind: "vote_closed", vote });
  await desk.look("console: another screen looks how it stands", `${path}?after=3`);
  await step("an item ends", { kind: "item_ended", itemId, ending: null });
  await step("closed", { kind: "closed" });
}

/** What is written after a meeting: who came, what came of it, and its minutes. */
async function writeDown(desk: Desk, id: string): Promise<void> {
  const at = pagesOf(id);
  const { sheet } = await viewOf(desk, id);
  const [draft, item] = [sheet.items.find(({ title }) => title.sq.startsWith("Tarifa"))!.id, sheet.items[1]!.id];
  const ofItem = (path: InBoth) => at(path, { item });
  await desk.send("a vote by name is saved", ofItem(deskPaths.vote), "vote", {
    method: "by_name",
    ...Object.fromEntries(sheet.people.map((member) => [`ballots.${member.id}`, "for"])),
  });
  await desk.send("a vote is removed", ofItem(deskPaths.vote), "vote-removal", inBoth("reason", "Gabim.", "Mistake."));
  await desk.send("what came of an item is saved", ofItem(deskPaths.result), "result", { result: "adopted" });
  await desk.send("what came of an item is removed", ofItem(deskPaths.result), "result-removal", {
    ...inBoth("reason", "Gabim.", "Mistake."),
  });
  await desk.send("what came of an item is saved", at(deskPaths.result, { item: draft }), "result", {
    result: "adopted",
  });
  await desk.send("attendance is saved", at(deskPaths.attendance), "attendance");
  const page = at(minutesPaths.page);
  await desk.send("minutes are drawn", page, "minutes-drawing");
  const { entries } = await desk.form(page, "minutes-text");
  const typed = Object.fromEntries(entries);
  await desk.call("typing is kept: minutes", "PUT", minutesEditPath(id, typed.edit!), {
    ...{ entity: "minutes", entityId: id, version: null, form: typed, tab: { id: crypto.randomUUID(), seen: null } },
  });
  await desk.send("minutes are saved", page, "minutes-text");
  await desk.send("minutes are drawn anew from the log", page, "minutes-text", { do: "draw" });
  await desk.send("minutes are approved", page, "minutes-approval");
  await desk.send("an act is made of what was adopted", page, "/akti");
}

/** A meeting from its empty form to its minutes and its recording. */
export const holdMeetings: Work = async (office, turn) => {
  const { secretary: desk, known } = office;
  const id = await callMeeting(desk, turn, known);
  await announce(desk, id);
  await mailNotice(office, id, turn);
  await runMeeting(desk, id);
  await writeDown(desk, id);
  await keepRecording(desk, id);
};
