import type { LocalizedText } from "../../locale.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { meetingUrl } from "../elements/item-urls.shared.ts";
import { type RegisterColumn, type Telling, textColumns } from "../open-data/register.ts";
import { kindChoices } from "./meeting-choices.ts";
import type { MeetingKind } from "./meetings.shared.ts";
import { itemAnchor, numberOf } from "./numbers.shared.ts";

/** To which meeting a row belongs. */
export interface OfMeeting {
  meeting_id: string;
  meeting_slug: string;
  day: string;
  kind: MeetingKind;
  body_slug: string;
  body_name: LocalizedText;
}

export const linkTo = (url: InBoth, { locale, origin }: Telling) => origin + url[locale];

/** The meeting of a row: its day, kind and body. */
export const meetingColumns = <Row extends OfMeeting>(): RegisterColumn<Row>[] => [
  { name: "meeting_id", kind: "text", label: { sq: "Mbledhja", en: "Meeting" }, value: (row) => row.meeting_id },
  { name: "day", kind: "date", label: { sq: "Data", en: "Date" }, value: (row) => row.day },
  {
    name: "kind",
    kind: "choice",
    label: { sq: "Lloji i mbledhjes", en: "Kind of meeting" },
    choices: kindChoices,
    value: (row) => row.kind,
  },
  { name: "body", kind: "text", label: { sq: "Organi", en: "Body" }, value: (row) => row.body_slug },
  ...textColumns<Row>("body_name", { sq: "Emri i organit", en: "Name of the body" }, (row) => row.body_name),
];

export interface OfItem extends OfMeeting {
  item_id: string;
  path: number[];
  item_title: LocalizedText;
}

/** The agenda item of a row, and where it stands on the page of its meeting. */
export const itemColumns = <Row extends OfItem>(): RegisterColumn<Row>[] => [
  { name: "item_id", kind: "text", label: { sq: "Pika", en: "Item" }, value: (row) => row.item_id },
  {
    name: "number",
    kind: "text",
    label: { sq: "Numri i pikës", en: "Item number" },
    value: (row) => numberOf(row.path),
  },
  ...textColumns<Row>("title", { sq: "Titulli i pikës", en: "Title of the item" }, (row) => row.item_title),
];

export const itemLink = <Row extends OfItem>(): RegisterColumn<Row> => ({
  name: "url",
  kind: "link",
  label: { sq: "Adresa", en: "Address" },
  value: (row, telling) => `${linkTo(meetingUrl(row.meeting_slug), telling)}#${itemAnchor(numberOf(row.path))}`,
});
