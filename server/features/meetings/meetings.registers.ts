import { proposerColumns, protocolColumn } from "../acts/matter-columns.ts";
import { actUrl, draftActUrl, meetingUrl } from "../elements/item-urls.shared.ts";
import { type AnyRegister, type Register, type RegisterColumn, textColumns } from "../open-data/register.ts";
import { registerPath } from "../open-data/register-paths.shared.ts";
import { fullMeetingName } from "./full-name.ts";
import { exportFilters, type MeetingFilters } from "./list-filters.ts";
import {
  accessChoices,
  itemKindChoices,
  kindChoices,
  resultChoices,
  stageChoices,
  statusChoices,
  voteChoices,
} from "./meeting-choices.ts";
import {
  countColumns,
  itemColumns,
  itemLink,
  linkTo,
  meetingColumns,
  memberColumns,
  methodColumns,
} from "./register-columns.ts";
import { type RegisterFilters, registerFilters } from "./register-filters.ts";
import {
  type AttendanceRow,
  type BallotRow,
  countAttendances,
  countBallots,
  countItems,
  countMeetings,
  countVotes,
  findAttendanceBatch,
  findBallotBatch,
  findItemBatch,
  findMeetingBatch,
  findVoteBatch,
  type ItemRow,
  type MeetingRow,
  type VoteRow,
} from "./registers.queries.ts";

const meetingsRegister: Register<MeetingFilters, MeetingRow> = {
  name: "meetings",
  title: { sq: "Regjistri i mbledhjeve", en: "Register of meetings" },
  description: {
    sq: "Një rresht për çdo mbledhje publike të çdo organi: kur dhe ku, njoftimi, sa pika dhe dokumente, sa erdhën, ku ka mbërritur.",
    en: "A row for each public meeting of any body: when and where, the notice, how many items and documents, how many came, how far it is.",
  },
  path: registerPath("meetings"),
  areas: ["meetings", "people"],
  columns: [
    { name: "id", kind: "text", label: { sq: "Identifikuesi", en: "Identifier" }, value: (row) => row.id },
    { name: "day", kind: "date", label: { sq: "Data", en: "Date" }, value: (row) => row.day },
    {
      name: "starts_at",
      kind: "instant",
      label: { sq: "Fillimi", en: "Begins" },
      value: (row) => row.starts_at.toISOString(),
    },
    {
      name: "ends_at",
      kind: "instant",
      label: { sq: "Mbarimi", en: "Ends" },
      value: (row) => row.ends_at?.toISOString(),
    },
    {
      name: "kind",
      kind: "choice",
      label: { sq: "Lloji", en: "Kind" },
      choices: kindChoices,
      value: (row) => row.kind,
    },
    { name: "body", kind: "text", label: { sq: "Organi", en: "Body" }, value: (row) => row.body_slug },
    ...textColumns("body_name", { sq: "Emri i organit", en: "Name of the body" }, (row: MeetingRow) => row.body_name),
    ...textColumns("name", { sq: "Emërtimi", en: "Name" }, (row: MeetingRow) => fullMeetingName(row)),
    ...textColumns("place", { sq: "Vendi", en: "Place" }, (row: MeetingRow) => row.place),
    {
      name: "online_url",
      kind: "link",
      label: { sq: "Adresa në internet", en: "Online" },
      value: (row) => row.online_url,
    },
    {
      name: "access",
      kind: "choice",
      label: { sq: "Publiku", en: "The public" },
      choices: accessChoices,
      value: (row) => row.access,
    },
    ...textColumns(
      "closed_reason",
      { sq: "Arsyeja e mbylljes", en: "Why it is closed" },
      (row: MeetingRow) => row.closed_reason,
    ),
    {
      name: "stage",
      kind: "choice",
      label: { sq: "Gjendja", en: "State" },
      choices: stageChoices,
      value: (row) => row.stage,
    },
    ...textColumns(
      "stage_reason",
      { sq: "Arsyeja e gjendjes", en: "Reason for the state" },
      (row: MeetingRow) => row.stage_reason,
    ),
    {
      name: "announced_at",
      kind: "instant",
      label: { sq: "Njoftuar", en: "Notice given" },
      value: (row) => row.announced_at?.toISOString(),
    },
    {
      name: "opened_at",
      kind: "instant",
      label: { sq: "U hap", en: "Opened" },
      value: (row) => row.opened_at?.toISOString(),
    },
    {
      name: "closed_at",
      kind: "instant",
      label: { sq: "U mbyll", en: "Closed" },
      value: (row) => row.closed_at?.toISOString(),
    },
    {
      name: "minutes_published_at",
      kind: "instant",
      label: { sq: "Procesverbali u publikua", en: "Minutes published" },
      value: (row) => row.minutes_published_at?.toISOString(),
    },
    { name: "items", kind: "integer", label: { sq: "Pika", en: "Items" }, value: (row) => row.items },
    { name: "documents", kind: "integer", label: { sq: "Dokumente", en: "Documents" }, value: (row) => row.documents },
    { name: "members", kind: "integer", label: { sq: "Anëtarë", en: "Members" }, value: (row) => row.members },
    { name: "present", kind: "integer", label: { sq: "Të pranishëm", en: "Present" }, value: (row) => row.present },
    { name: "people", kind: "integer", label: { sq: "Nga publiku", en: "Of the public" }, value: (row) => row.people },
    {
      name: "updated_at",
      kind: "instant",
      label: { sq: "Ndryshuar", en: "Updated" },
      value: (row) => row.updated_at.toISOString(),
    },
    {
      name: "url",
      kind: "link",
      label: { sq: "Adresa", en: "Address" },
      value: (row, telling) => linkTo(meetingUrl(row.slug), telling),
    },
  ],
  filters: exportFilters,
  total: countMeetings,
  batch: findMeetingBatch,
  asked: ({ asked: _, isSittings: __, page: ___, ...filters }) => filters,
};

const agendaRegister: Register<RegisterFilters, ItemRow> = {
  name: "agenda_items",
  title: { sq: "Pikat e rendit të ditës", en: "Agenda items" },
  description: {
    sq: "Një rresht për çdo pikë të rendit të ditës të një mbledhjeje publike, me propozuesin, përfundimin dhe aktin.",
    en: "A row for each agenda item of a public meeting, with its proposer, its result and its act.",
  },
  path: registerPath("agenda_items"),
  areas: ["meetings", "drafts", "acts"],
  columns: [
    ...meetingColumns<ItemRow>(),
    ...itemColumns<ItemRow>(),
    {
      name: "item_kind",
      kind: "choice",
      label: { sq: "Lloji i pikës", en: "Kind of item" },
      choices: itemKindChoices,
      value: (row) => row.item_kind,
    },
    ...proposerColumns((row: ItemRow) => row),
    protocolColumn((row: ItemRow) => row.protocol_number),
    {
      name: "result",
      kind: "choice",
      label: { sq: "Përfundimi", en: "Result" },
      choices: resultChoices,
      value: (row) => row.result,
    },
    {
      name: "draft_act_url",
      kind: "link",
      label: { sq: "Projektakti", en: "Draft act" },
      value: (row, telling) => row.draft_slug && linkTo(draftActUrl(row.draft_slug), telling),
    },
    {
      name: "act_url",
      kind: "link",
      label: { sq: "Akti", en: "Act" },
      value: (row, telling) => row.act_slug && linkTo(actUrl(row.act_slug), telling),
    },
    itemLink<ItemRow>(),
  ],
  filters: registerFilters,
  total: countItems,
  batch: findItemBatch,
};

const round = <Row extends { round: number }>(): RegisterColumn<Row> => ({
  name: "round",
  kind: "integer",
  label: { sq: "Raundi", en: "Round" },
  value: (row) => row.round,
});

const votesRegister: Register<RegisterFilters, VoteRow> = {
  name: "votes",
  title: { sq: "Votimet", en: "Votes" },
  description: {
    sq: "Një rresht për çdo votim: sa pro, kundër dhe abstenim, çfarë shumice duhej dhe si përfundoi. Nga votimi i fshehtë ka vetëm numra.",
    en: "A row for each vote: how many for, against and abstaining, which majority was needed and how it ended. Of a secret ballot there are counts alone.",
  },
  path: registerPath("votes"),
  areas: ["meetings"],
  columns: [
    { name: "vote_id", kind: "text", label: { sq: "Votimi", en: "Vote" }, value: (row) => row.vote_id },
    ...meetingColumns<VoteRow>(),
    ...itemColumns<VoteRow>(),
    round<VoteRow>(),
    ...methodColumns<VoteRow>({ sq: "Mënyra", en: "Method" }),
    { name: "members", kind: "integer", label: { sq: "Anëtarë", en: "Members" }, value: (row) => row.members },
    { name: "present", kind: "integer", label: { sq: "Të pranishëm", en: "Present" }, value: (row) => row.present },
    ...countColumns<VoteRow>({ sq: "Përfundimi", en: "Outcome" }),
    {
      name: "held_at",
      kind: "instant",
      label: { sq: "Koha e votimit", en: "Time of the vote" },
      value: (row) => row.held_at?.toISOString(),
    },
    itemLink<VoteRow>(),
  ],
  filters: registerFilters,
  total: countVotes,
  batch: findVoteBatch,
};

const ballotsRegister: Register<RegisterFilters, BallotRow> = {
  name: "ballots",
  title: { sq: "Votat e anëtarëve", en: "Members’ votes" },
  description: {
    sq: "Një rresht për çdo anëtar në çdo votim nominal: si votoi. Votimet e fshehta nuk janë këtu.",
    en: "A row for each member in each vote by name: how they voted. Secret ballots are not here.",
  },
  path: registerPath("ballots"),
  areas: ["meetings", "people"],
  columns: [
    { name: "vote_id", kind: "text", label: { sq: "Votimi", en: "Vote" }, value: (row) => row.vote_id },
    ...meetingColumns<BallotRow>(),
    ...itemColumns<BallotRow>(),
    round<BallotRow>(),
    ...memberColumns<BallotRow>(),
    {
      name: "choice",
      kind: "choice",
      label: { sq: "Vota", en: "Vote cast" },
      choices: voteChoices,
      value: (row) => row.choice,
    },
    itemLink<BallotRow>(),
  ],
  filters: registerFilters,
  total: countBallots,
  batch: findBallotBatch,
};

const attendanceRegister: Register<RegisterFilters, AttendanceRow> = {
  name: "attendance",
  title: { sq: "Regjistri i pjesëmarrjes", en: "Register of attendance" },
  description: {
    sq: "Një rresht për çdo anëtar në çdo mbledhje me pjesëmarrje të regjistruar: i pranishëm, me vonesë ose mungon.",
    en: "A row for each member in each meeting whose attendance is recorded: present, late or absent.",
  },
  path: registerPath("attendance"),
  areas: ["meetings", "people"],
  columns: [
    ...meetingColumns<AttendanceRow>(),
    ...memberColumns<AttendanceRow>(),
    {
      name: "status",
      kind: "choice",
      label: { sq: "Pjesëmarrja", en: "Attendance" },
      choices: statusChoices,
      value: (row) => row.status,
    },
    {
      name: "arrived_at",
      kind: "instant",
      label: { sq: "Erdhi", en: "Came" },
      value: (row) => row.arrived_at?.toISOString(),
    },
    {
      name: "left_at",
      kind: "instant",
      label: { sq: "U largua", en: "Left" },
      value: (row) => row.left_at?.toISOString(),
    },
    {
      name: "url",
      kind: "link",
      label: { sq: "Adresa", en: "Address" },
      value: (row, telling) => linkTo(meetingUrl(row.meeting_slug), telling),
    },
  ],
  filters: registerFilters,
  total: countAttendances,
  batch: findAttendanceBatch,
};

export const meetingsRegisters: readonly AnyRegister[] = [
  meetingsRegister,
  agendaRegister,
  votesRegister,
  ballotsRegister,
  attendanceRegister,
];
