import type { LocalizedText } from "../../locale.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { meetingUrl, personUrl } from "../elements/item-urls.shared.ts";
import { type RegisterColumn, type Telling, textColumns } from "../open-data/register.ts";
import { kindChoices, majorityChoices, methodChoices, outcomeChoices } from "./meeting-choices.ts";
import type { Majority, MeetingKind, VoteMethod } from "./meetings.shared.ts";
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
  /** `null` of what belongs to no item, as a break does. */
  item_id: string | null;
  path: number[] | null;
  item_title: LocalizedText | null;
}

/** The agenda item of a row. */
export const itemColumns = <Row extends OfItem>(): RegisterColumn<Row>[] => [
  { name: "item_id", kind: "text", label: { sq: "Pika", en: "Item" }, value: (row) => row.item_id },
  {
    name: "number",
    kind: "text",
    label: { sq: "Numri i pikës", en: "Item number" },
    value: (row) => row.path && numberOf(row.path),
  },
  ...textColumns<Row>("title", { sq: "Titulli i pikës", en: "Title of the item" }, (row) => row.item_title),
];

/** Where the item, or else its meeting, is read. */
export const itemLink = <Row extends OfItem>(): RegisterColumn<Row> => ({
  name: "url",
  kind: "link",
  label: { sq: "Adresa", en: "Address" },
  value: (row, telling) =>
    linkTo(meetingUrl(row.meeting_slug), telling) + (row.path ? `#${itemAnchor(numberOf(row.path))}` : ""),
});

interface OfMember {
  name: string | null;
  person_slug: string | null;
  person_is_public: boolean | null;
}

/** The member of a row, with their page where they have one. */
export const memberColumns = <Row extends OfMember>(): RegisterColumn<Row>[] => [
  { name: "member", kind: "text", label: { sq: "Anëtari", en: "Member" }, value: (row) => row.name },
  {
    name: "member_url",
    kind: "link",
    label: { sq: "Faqja e anëtarit", en: "Page of the member" },
    value: (row, telling) => (row.person_is_public ? linkTo(personUrl(row.person_slug!), telling) : null),
  },
];

interface OfVote {
  method: VoteMethod | null;
  majority: Majority | null;
  votes_for: number | null;
  votes_against: number | null;
  abstentions: number | null;
  outcome: string | null;
}

/** How it was voted and what majority it took. */
export const methodColumns = <Row extends OfVote>(label: InBoth): RegisterColumn<Row>[] => [
  { name: "method", kind: "choice", label, choices: methodChoices, value: (row) => row.method },
  {
    name: "majority",
    kind: "choice",
    label: { sq: "Shumica që duhej", en: "Majority needed" },
    choices: majorityChoices,
    value: (row) => row.majority,
  },
];

/** How the votes fell, and what became of it. */
export const countColumns = <Row extends OfVote>(outcome: InBoth): RegisterColumn<Row>[] => [
  { name: "votes_for", kind: "integer", label: { sq: "Pro", en: "For" }, value: (row) => row.votes_for },
  {
    name: "votes_against",
    kind: "integer",
    label: { sq: "Kundër", en: "Against" },
    value: (row) => row.votes_against,
  },
  {
    name: "abstentions",
    kind: "integer",
    label: { sq: "Abstenime", en: "Abstentions" },
    value: (row) => row.abstentions,
  },
  { name: "outcome", kind: "choice", label: outcome, choices: outcomeChoices, value: (row) => row.outcome },
];
