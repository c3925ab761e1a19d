import { cleanHtml } from "../../html.ts";
import { numericDay, timeIn } from "../../local-time.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { numberOf } from "../meetings/numbers.shared.ts";
import { drawAgenda } from "./draw-agenda.ts";
import { drawAttendance } from "./draw-attendance.ts";
import { drawItem } from "./draw-item.ts";
import { chairOf, drawOpening } from "./draw-opening.ts";
import { paragraph, said } from "./drawn-html.ts";
import { gap, isLine, itemPart } from "./parts.shared.ts";
import type { MeetingRecord } from "./record.queries.ts";

export interface DrawnPart {
  name: string;
  /** As it stands over the part in the minutes; empty for lines of the head and the foot. */
  heading: string;
  /** Sanitised HTML, or a line. */
  text: string;
}

function drawClosing({ live, meeting }: MeetingRecord): string {
  const breaks = live?.state.breaks ?? [];
  return [
    ...breaks.map(({ from, until }) =>
      paragraph(
        said(
          `Mbledhja u ndërpre për pushim në orën ${timeIn(from)}${until ? ` dhe rifilloi në orën ${timeIn(until)}` : ""}.`,
        ),
      ),
    ),
    paragraph(
      said(
        meeting.closed_at
          ? `Mbledhja u mbyll në orën ${timeIn(meeting.closed_at)}.`
          : `Mbledhja u mbyll në orën ${gap}.`,
      ),
    ),
  ].join("");
}

/**
 * The minutes of a meeting in the official form, as far as the portal knows what happened. They are kept in Albanian,
 * whatever language whoever writes them works in. What is not known is left open, with the mark of a gap.
 */
export function drawParts(record: MeetingRecord): DrawnPart[] {
  const { meeting, items } = record;
  const parts: DrawnPart[] = [
    { name: "number", heading: "", text: `Nr. ${record.ordinal}, datë ${numericDay(meeting.day)}` },
    { name: "title", heading: "", text: fullMeetingName(meeting).sq },
    { name: "opening", heading: "Hapja e mbledhjes", text: drawOpening(record) },
    { name: "attendance", heading: "Apeli dhe kuorumi", text: drawAttendance(record) },
    { name: "agenda", heading: "Rendi i ditës", text: drawAgenda(record) },
    ...items.map((item) => ({
      name: itemPart(item.id),
      heading: `Pika ${numberOf(item.path)}. ${item.title.sq}`,
      text: drawItem(record, item) || paragraph(gap),
    })),
    { name: "closing", heading: "Mbyllja e mbledhjes", text: drawClosing(record) },
    { name: "secretary", heading: "", text: record.secretary ?? gap },
    { name: "chair", heading: "", text: chairOf(record) ?? gap },
  ];
  // As the editor writes it and the server keeps it: drawn again, what nobody touched is the same.
  return parts.map((part) => (isLine(part.name) ? part : { ...part, text: cleanHtml(part.text) }));
}
