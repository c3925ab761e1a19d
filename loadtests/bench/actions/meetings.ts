import type { InBoth } from "../../../server/features/elements/catalogue.shared.ts";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { type Desk, idIn } from "./desk.ts";
import { inBoth, type Known } from "./kinds.ts";
import type { Work } from "./office.ts";
import { formOf, make } from "./things.ts";

/** Pages of one meeting. */
export const pagesOf =
  (id: string) =>
  (path: InBoth, parts: Readonly<Record<string, string>> = {}) =>
    fillPath(path, { id, ...parts }).sq;

/** So that no two meetings of all turns are at one time. */
export const timeOf = (turn: number, hour: number) =>
  `${String(hour + Math.floor(turn / 60)).padStart(2, "0")}:${String(turn % 60).padStart(2, "0")}`;

/** An empty meeting of today. @returns its id */
export async function planMeeting(desk: Desk, time: string): Promise<string> {
  const made = await desk.send("a meeting is made", deskPaths.create.sq, "particulars", {
    ...{ day: "2026-11-25", time, kind: "extraordinary" },
    ...inBoth("place", "Salla e mbledhjeve", "Meeting hall"),
  });
  return idIn(made);
}

export async function addItem(desk: Desk, id: string, title: string, typed: Record<string, string> = {}) {
  await desk.send("an agenda item is added", pagesOf(id)(deskPaths.newItem), "item", {
    ...{ ...inBoth("title", title, `${title} (en)`), kind: "other" },
    ...typed,
  });
}

/** @param mail whether the notice also goes to the members at once */
export async function announce(desk: Desk, id: string, { mail = false } = {}): Promise<void> {
  const what = mail ? "a notice is published and mailed" : "a notice is published";
  await desk.send(what, pagesOf(id)(deskPaths.notice), "notice", {
    mail: mail ? "yes" : null,
    ...inBoth("text", "Ftohen të gjithë banorët.", "All residents are invited."),
    ...inBoth("shortNoticeReason", "Thirrje e jashtëzakonshme.", "An extraordinary call."),
  });
}

/** The ids of a meeting's agenda items, in their order. */
export async function itemsOf(desk: Desk, id: string): Promise<string[]> {
  const html = await desk.page(pagesOf(id)(deskPaths.meeting));
  return [...new Set([...html.matchAll(/\/pikat\/([0-9a-f-]{36})/g)].map(([, item]) => item!))];
}

/** A meeting of today from its empty form to its notice. @returns its id */
export async function callMeeting(desk: Desk, turn: number, known: Known): Promise<string> {
  const draft = await make(desk, "draft_act", turn, known);
  await desk.send("draft_act: published", formOf("draft_act", draft), `/${draft}/botimi`);
  const id = await planMeeting(desk, timeOf(turn, 12));
  const at = pagesOf(id);
  await addItem(desk, id, "Tarifa e parkimit", { kind: "draft_act", draftActId: draft });
  await addItem(desk, id, "Buxheti i vitit");
  await addItem(desk, id, "Të ndryshme");
  const { buttons } = await desk.form(at(deskPaths.meeting), "agenda");
  const [down] = buttons.filter(({ value }) => value.startsWith("down:"));
  await desk.send("the agenda is put in order", at(deskPaths.meeting), "agenda", { move: down!.value });
  await desk.send("a meeting's particulars are saved", at(deskPaths.particulars), "particulars", {
    ...inBoth("title", "Mbledhje e jashtëzakonshme", "Extraordinary meeting"),
  });
  await desk.send("a stream's address is saved", at(deskPaths.stream), "stream", {
    streamUrl: "https://youtu.be/aqz-KE-bpKQ",
  });
  return id;
}

/** What is changed of an agenda before anybody outside knows of it: an item, its papers and those of the meeting. */
export const changeTheAgenda: Work = async ({ secretary: desk, document }, turn) => {
  const id = await planMeeting(desk, timeOf(turn, 14));
  const at = pagesOf(id);
  await addItem(desk, id, "Qiraja e pazarit");
  const [item] = (await itemsOf(desk, id)) as [string];
  await desk.send("an agenda item is saved", at(deskPaths.item, { item }), "item", {
    ...inBoth("summary", "Qira e re për pazarin.", "A new rent for the market."),
  });
  for (const [what, page] of [
    ["an item", at(deskPaths.item, { item })],
    ["a meeting", at(deskPaths.papers)],
  ] as const) {
    await desk.send(`a paper of ${what} is chosen`, page, "attaching", { documentIds: document });
    await desk.send(`a paper of ${what} is taken away`, page, "taking", { take: document });
  }
  await desk.send("an agenda item is removed", at(deskPaths.item, { item }), "removal");
  await desk.send("a meeting goes into the bin", at(deskPaths.meeting), `/${id}/koshi`);
  await desk.send("a meeting comes out of the bin", at(deskPaths.meeting), `/${id}/kthimi-nga-koshi`);
};
