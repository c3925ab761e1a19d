import type { InBoth } from "../elements/catalogue.shared.ts";
import { resultChoices } from "../meetings/meeting-choices.ts";
import {
  countColumns,
  itemColumns,
  itemLink,
  meetingColumns,
  memberColumns,
  methodColumns,
} from "../meetings/register-columns.ts";
import { type RegisterFilters, registerFilters } from "../meetings/register-filters.ts";
import type { AnyRegister, Register } from "../open-data/register.ts";
import { registerPath } from "../open-data/register-paths.shared.ts";
import { countSteps, findStepBatch, type StepRow } from "./steps.queries.ts";
import { type Ending, endings, type ToldStep, toldSteps } from "./steps.shared.ts";

const said: Record<ToldStep, InBoth> = {
  opened: { sq: "U hap mbledhja", en: "Meeting opened" },
  roll_called: { sq: "U bë apeli", en: "Roll called" },
  arrived: { sq: "Hyri në sallë", en: "Came in" },
  left: { sq: "U largua", en: "Left" },
  agenda_approved: { sq: "U miratua rendi i ditës", en: "Agenda approved" },
  item_added: { sq: "U shtua një pikë", en: "Item added" },
  item_started: { sq: "Filloi shqyrtimi i pikës", en: "Item begun" },
  item_paused: { sq: "U ndërpre shqyrtimi i pikës", en: "Item paused" },
  item_ended: { sq: "Përfundoi pika", en: "Item ended" },
  speaker_began: { sq: "Mori fjalën", en: "Began to speak" },
  speaker_ended: { sq: "E mbaroi fjalën", en: "Ended the speech" },
  vote_opened: { sq: "U hap votimi", en: "Vote opened" },
  vote_closed: { sq: "U mbyll votimi", en: "Vote closed" },
  vote_abandoned: { sq: "U ndërpre votimi", en: "Vote broken off" },
  break_began: { sq: "Filloi pushimi", en: "Break began" },
  break_ended: { sq: "Mbaroi pushimi", en: "Break ended" },
  closed: { sq: "U mbyll mbledhja", en: "Meeting closed" },
};

/** Of an item without an ending of its own its vote says what became of it. */
const endingChoices = resultChoices.filter(({ value }) => endings.includes(value as Ending));

const stepsRegister: Register<RegisterFilters, StepRow> = {
  name: "meeting_steps",
  title: { sq: "Ecuria e mbledhjeve", en: "Course of meetings" },
  description: {
    sq: "Një rresht për çdo hap të një mbledhjeje të hapur që ka mbaruar, me orën: pikat, folësit, hyrjet e daljet, votimet dhe pushimet.",
    en: "A row for each step of an open meeting that is over, with its time: items, speakers, arrivals and departures, votes and breaks.",
  },
  path: registerPath("meeting_steps"),
  areas: ["meetings", "people"],
  columns: [
    ...meetingColumns<StepRow>(),
    { name: "step", kind: "integer", label: { sq: "Hapi", en: "Step" }, value: (row) => row.number },
    { name: "at", kind: "instant", label: { sq: "Koha", en: "Time" }, value: (row) => row.at.toISOString() },
    {
      name: "step_kind",
      kind: "choice",
      label: { sq: "Çfarë ndodhi", en: "What happened" },
      choices: toldSteps.map((value) => ({ value, label: said[value] })),
      value: (row) => row.step_kind,
    },
    ...itemColumns<StepRow>(),
    ...memberColumns<StepRow>(),
    {
      name: "guest",
      kind: "text",
      label: { sq: "I ftuari që foli", en: "Guest who spoke" },
      value: (row) => row.guest,
    },
    {
      name: "ending",
      kind: "choice",
      label: { sq: "Si përfundoi pika", en: "How the item ended" },
      choices: endingChoices,
      value: (row) => row.ending,
    },
    { name: "vote_id", kind: "text", label: { sq: "Votimi", en: "Vote" }, value: (row) => row.vote_id },
    ...methodColumns<StepRow>({ sq: "Mënyra e votimit", en: "Method of the vote" }),
    ...countColumns<StepRow>({ sq: "Përfundimi i votimit", en: "Outcome of the vote" }),
    itemLink<StepRow>(),
  ],
  filters: registerFilters,
  total: countSteps,
  batch: findStepBatch,
};

export const liveRegisters: readonly AnyRegister[] = [stepsRegister];
