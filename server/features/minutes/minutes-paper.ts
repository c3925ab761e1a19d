import { numericDay } from "../../local-time.ts";
import { htmlBlocks } from "../../print/html-blocks.ts";
import type { Paper } from "../../print/paper.ts";
import type { DeskMeeting } from "../meetings/desk/desk.queries.ts";
import type { Tenant } from "../tenants/tenant.ts";
import type { Minutes } from "./minutes.queries.ts";
import { isLine } from "./parts.shared.ts";

/** What of the minutes is a line of the head or the foot. */
const lineOf = ({ parts }: Minutes, name: string) => parts.find((part) => part.name === name)?.text ?? "";

const approval = ({ approved_on, approved_in }: Minutes) => {
  if (!approved_on) return "Ky procesverbal nuk është miratuar ende në mbledhje.";
  return approved_in
    ? `Ky procesverbal u miratua në mbledhjen e datës ${numericDay(approved_on)}.`
    : `Ky procesverbal u miratua më datë ${numericDay(approved_on)}.`;
};

/**
 * The minutes as the official paper.
 * @param isDraft it says so in its head: nobody takes what is not published for the minutes
 */
export function minutesPaper(
  minutes: Minutes,
  meeting: DeskMeeting,
  { tenant, brand, isDraft }: { tenant: Pick<Tenant, "names">; brand: string; isDraft: boolean },
): Paper {
  const { municipality, council } = tenant.names;
  const body = meeting.body_kind === "council" ? "Këshilli Bashkiak" : meeting.body_name.sq;
  const texts = minutes.parts.filter(({ name, text }) => !isLine(name) && text !== "");
  return {
    layout: "minutes",
    language: "sq",
    letterhead: ["Republika e Shqipërisë", municipality.sq, body].map((line) => line.toLocaleUpperCase("sq")),
    genre: isDraft ? "PROCESVERBAL (projekt)" : "PROCESVERBAL",
    number: lineOf(minutes, "number"),
    title: lineOf(minutes, "title"),
    name: `Procesverbal, ${lineOf(minutes, "title")}, ${numericDay(meeting.day)}`,
    blocks: [
      ...texts.flatMap(({ heading, text }) => [
        { kind: "heading" as const, level: 2 as const, text: heading },
        ...htmlBlocks(text),
      ]),
      { kind: "paragraph", runs: [{ text: approval(minutes), italic: true }] },
    ],
    signatures: [
      { role: "Procesverbalin e mbajti", name: lineOf(minutes, "secretary") },
      { role: "Mbledhjen e drejtoi", name: lineOf(minutes, "chair") },
    ],
    footer: `${council.sq} · Procesverbal, ${numericDay(meeting.day)}`,
    brand,
    date: meeting.day,
  };
}
