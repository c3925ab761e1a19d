import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { type Desk, idIn } from "./desk.ts";
import { inBoth } from "./kinds.ts";
import { addItem, announce, pagesOf, planMeeting, timeOf } from "./meetings.ts";
import type { Work } from "./office.ts";

const why = inBoth("reason", "Mungon salla.", "There is no hall.");

/** The ids of all templates. */
export async function templatesOf(desk: Desk): Promise<string[]> {
  const html = await desk.page(deskPaths.templates.sq);
  return [...new Set([...html.matchAll(/modelet\/([0-9a-f-]{36})/g)].map(([, id]) => id!))];
}

/** Meetings as they are used to be: by a template, and like the last one. */
export const meetAsUsual: Work = async ({ secretary: desk, known }, turn) => {
  const before = await templatesOf(desk);
  await desk.send("a template is made", deskPaths.newTemplate.sq, "thing", inBoth("name", `Modeli ${turn}`, "Model"));
  const template = (await templatesOf(desk)).find((id) => !before.includes(id))!;
  const page = fillPath(deskPaths.template, { template }).sq;
  await desk.send("a template is saved", page, "thing", inBoth("name", `Modeli i ri ${turn}`, "New model"));
  const by = async (what: string, like: string, hour: number) => {
    const at = { day: "2027-01-28", time: timeOf(turn, hour) };
    return idIn(await desk.send(what, deskPaths.create.sq, "like", { like, ...at }));
  };
  await by("a meeting is made by a template", `template:${template}`, 8);
  const id = await by("a meeting is made like the last one", `last:${known.council}`, 10);
  await desk.send("a meeting is put into the calendar", pagesOf(id)(deskPaths.meeting), `/${id}/kalendari`);
  await desk.send("a meeting is taken out of the calendar", pagesOf(id)(deskPaths.meeting), `/${id}/terheqja`);
  await desk.send("a template is removed", deskPaths.templates.sq, `/${template}/heqja`);
};

/** A meeting that was announced is given another day, and does not take place on that either. */
export const callOff: Work = async ({ secretary: desk }, turn) => {
  const id = await planMeeting(desk, timeOf(turn, 16));
  await addItem(desk, id, "Ndriçimi i rrugëve");
  await announce(desk, id, { mail: true });
  const postponed = await desk.send("a meeting is postponed", pagesOf(id)(deskPaths.postponement), "calling-off", {
    ...{ day: "2027-02-25", time: timeOf(turn, 16) },
    ...why,
  });
  const next = pagesOf(idIn(postponed));
  await desk.send("a meeting is cancelled", next(deskPaths.cancellation), "calling-off", why);
};
