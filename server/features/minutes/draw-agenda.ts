import { timeIn } from "../../local-time.ts";
import { numberOf } from "../meetings/numbers.shared.ts";
import { heading, paragraph, points, said, strong } from "./drawn-html.ts";
import { gap } from "./parts.shared.ts";
import type { MeetingRecord } from "./record.queries.ts";

/** Items that came onto the agenda after the notice, with when and why as far as it was written down. */
function additionsOf({ items, live, meeting }: MeetingRecord): string[] {
  return items.flatMap((item) => {
    const added = live?.steps.find(({ step }) => step.kind === "item_added" && step.itemId === item.id);
    const number = numberOf(item.path);
    if (added?.step.kind === "item_added")
      return [`U shtua pika ${number} në orën ${timeIn(added.at)}. Arsyeja: ${added.step.reason.sq}`];
    const isLater = meeting.announced_at !== null && item.added_at > meeting.announced_at;
    return isLater ? [`Pika ${number} u shtua pas njoftimit.`] : [];
  });
}

/** The agenda as it was approved, and what was changed of it. */
export function drawAgenda(record: MeetingRecord): string {
  const { items, live } = record;
  const approved = live?.steps.findLast(({ step }) => step.kind === "agenda_approved");
  const additions = additionsOf(record);
  const withdrawn = items.flatMap(({ path, result }) =>
    result === "withdrawn"
      ? [`Pika ${numberOf(path)} u tërhoq.`]
      : result === "postponed"
        ? [`Pika ${numberOf(path)} u shty.`]
        : [],
  );
  return [
    paragraph(
      said(
        approved
          ? `Këtë rend dite mbledhja e miratoi në orën ${timeIn(approved.at)}:`
          : `Miratimi i rendit të ditës: ${gap}`,
      ),
    ),
    ...(items.length === 0 ? [paragraph(said(`Rendi i ditës: ${gap}`))] : []),
    ...items.map(({ path, title }) => paragraph(`${strong(`${numberOf(path)}.`)} ${said(title.sq)}`)),
    ...(additions.length + withdrawn.length === 0
      ? []
      : [heading("Ndryshimet në rendin e ditës"), points([...additions, ...withdrawn].map(said))]),
  ].join("");
}
