import { type Choice, choicesOf, type ImportColumn } from "../../import/column.ts";
import { proposerKinds } from "../acts/acts.shared.ts";
import { accessChoices, itemKindChoices, kindChoices, resultChoices } from "./meeting-choices.ts";

const english = { sq: "E njëjta në anglisht.", en: "The same in English." };
const files = {
  sq: "Emri i skedarit në arkivin ZIP ose në dosje; disa emra ndahen me pikëpresje.",
  en: "The file’s name in the ZIP archive or folder; several names behind semicolons.",
};
const counted = {
  sq: "Vetëm numri; kush votoi si nuk sillet.",
  en: "The number alone; who voted how is not brought in.",
};

/** Adds to values what registers on paper call them. */
const alsoCalled = (choices: readonly Choice[], words: Readonly<Record<string, readonly string[]>>): Choice[] =>
  choices.map((choice) => ({ ...choice, also: words[choice.value] ?? [] }));

const results = alsoCalled(resultChoices, {
  adopted: ["miratuar", "i miratuar", "pro"],
  adopted_changed: ["miratuar me ndryshime"],
  rejected: ["rrëzuar", "i rrëzuar", "nuk u miratua"],
  postponed: ["shtyrë", "i shtyrë"],
  withdrawn: ["tërhequr", "i tërhequr"],
  noted: ["u mor shënim", "për njohje"],
});
const kinds = alsoCalled(kindChoices, {
  ordinary: ["e radhës", "e zakonshme", "ordinary"],
  extraordinary: ["e jashtëzakonshme", "jashtë radhe", "extraordinary"],
  constitutive: ["e parë", "konstituive"],
});
const access = alsoCalled(accessChoices, { open: ["e hapur"], closed: ["e mbyllur"] });

/** How people write that somebody came. */
export const presence = [
  {
    value: "present",
    label: { sq: "i pranishëm", en: "present" },
    also: ["e pranishme", "po", "yes", "p", "x", "1", "+"],
  },
  { value: "late", label: { sq: "me vonesë", en: "late" }, also: ["v", "vonë"] },
  { value: "absent_with_reason", label: { sq: "me arsye", en: "with reason" }, also: ["ma", "mungon me arsye", "a"] },
  { value: "absent", label: { sq: "mungon", en: "absent" }, also: ["m", "jo", "no", "0", "-", "pa arsye"] },
] as const;

/**
 * A row is an item of an agenda. What is said of its meeting stands in the meeting's first row, and may be repeated. A
 * meeting without items is one row. Each further column is a member's name, below which stands whether they came.
 */
export const meetingColumnsRead: readonly ImportColumn[] = [
  {
    name: "day",
    required: true,
    kind: "day",
    label: { sq: "Data", en: "Date" },
    meaning: {
      sq: "Dita e mbledhjes. Çdo pikë e rendit të ditës ka rreshtin e vet, me të njëjtën datë e orë.",
      en: "The day of the meeting. Each item of the agenda has its own row, with the same day and hour.",
    },
    example: "14.03.2019",
  },
  {
    name: "time",
    required: true,
    label: { sq: "Ora", en: "Time" },
    meaning: { sq: "Kur filloi, p.sh. 17:00.", en: "When it began, such as 17:00." },
    example: "17:00",
  },
  {
    name: "ends",
    label: { sq: "Mbaroi", en: "Ended" },
    meaning: { sq: "Kur mbaroi, p.sh. 19:30.", en: "When it ended, such as 19:30." },
    example: "19:30",
  },
  {
    name: "body",
    label: { sq: "Organi", en: "Body" },
    meaning: {
      sq: "Emri i organit. Bosh do të thotë Këshilli.",
      en: "The body’s name. Empty means the Council.",
    },
  },
  {
    name: "kind",
    label: { sq: "Lloji i mbledhjes", en: "Kind of meeting" },
    meaning: { sq: "Bosh do të thotë mbledhje e radhës.", en: "Empty means an ordinary meeting." },
    choices: kinds,
    example: kinds[0]!.label.sq,
  },
  {
    name: "meeting_title_sq",
    label: { sq: "Titulli i mbledhjes", en: "Title of the meeting" },
    meaning: { sq: "Vetëm kur lloji dhe organi nuk mjaftojnë.", en: "Only where kind and body do not say enough." },
  },
  {
    name: "place_sq",
    label: { sq: "Vendi", en: "Place" },
    meaning: { sq: "Ku u mbajt.", en: "Where it was held." },
    example: "Salla e Këshillit",
  },
  { name: "place_en", label: { sq: "Vendi (anglisht)", en: "Place (English)" }, meaning: english },
  {
    name: "access",
    label: { sq: "Publiku", en: "The public" },
    meaning: { sq: "Bosh do të thotë e hapur.", en: "Empty means open." },
    choices: access,
  },
  {
    name: "closed_reason_sq",
    label: { sq: "Arsyeja e mbylljes", en: "Why it was closed" },
    meaning: { sq: "E detyrueshme kur ishte e mbyllur.", en: "Required where it was closed." },
  },
  {
    name: "announced_on",
    kind: "day",
    label: { sq: "Njoftuar", en: "Notice given" },
    meaning: { sq: "Dita e njoftimit, kur dihet.", en: "The day of the notice, where it is known." },
    example: "07.03.2019",
  },
  {
    name: "members",
    kind: "number",
    label: { sq: "Anëtarë gjithsej", en: "Members in all" },
    meaning: {
      sq: "Sa anëtarë kishte organi atë ditë. Nuk duhet kur prania jepet me emra.",
      en: "How many members the body had that day. Not needed where attendance is given by name.",
    },
    example: "31",
  },
  {
    name: "present",
    kind: "number",
    label: { sq: "Të pranishëm", en: "Present" },
    meaning: {
      sq: "Sa erdhën. Për praninë me emra shtoni një kolonë për çdo anëtar, me emrin e tij si titull, dhe shkruani: i pranishëm, me vonesë, me arsye ose mungon.",
      en: "How many came. For attendance by name add a column for each member, headed by the name, and write: present, late, with reason or absent.",
    },
    example: "27",
  },
  {
    name: "item_number",
    label: { sq: "Numri i pikës", en: "Item number" },
    meaning: { sq: "Numri në rendin e ditës: 1, 2, 2.1 …", en: "The number on the agenda: 1, 2, 2.1 …" },
    example: "1",
  },
  {
    name: "item_title_sq",
    label: { sq: "Titulli i pikës", en: "Title of the item" },
    meaning: { sq: "Siç shkruhet në rendin e ditës.", en: "As the agenda has it, in Albanian." },
    example: "Për tarifën e pastrimit",
  },
  {
    name: "item_title_en",
    label: { sq: "Titulli i pikës (anglisht)", en: "Title of the item (English)" },
    meaning: english,
  },
  {
    name: "item_kind",
    label: { sq: "Lloji i pikës", en: "Kind of item" },
    meaning: { sq: "Bosh do të thotë tjetër.", en: "Empty means other." },
    choices: itemKindChoices,
  },
  {
    name: "proposer_kind",
    label: { sq: "Propozuesi", en: "Proposer" },
    meaning: { sq: "Kush e propozoi.", en: "Who proposed it." },
    choices: choicesOf("matters", "proposer.", proposerKinds),
  },
  {
    name: "result",
    label: { sq: "Rezultati", en: "Result" },
    meaning: {
      sq: "Çfarë u vendos. Bosh, kur ka vota, do të thotë siç tregojnë ato.",
      en: "What became of it. Empty, where there are votes, means as they tell.",
    },
    choices: results,
    example: results[0]!.label.sq,
  },
  {
    name: "vote_method",
    label: { sq: "Mënyra e votimit", en: "Method of voting" },
    meaning: { sq: "Bosh do të thotë i hapur.", en: "Empty means open." },
    choices: [
      { value: "count", label: { sq: "i hapur", en: "open" } },
      { value: "secret", label: { sq: "i fshehtë", en: "secret" } },
    ],
  },
  { name: "votes_for", kind: "number", label: { sq: "Vota pro", en: "Votes for" }, meaning: counted, example: "20" },
  {
    name: "votes_against",
    kind: "number",
    label: { sq: "Vota kundër", en: "Votes against" },
    meaning: counted,
    example: "5",
  },
  {
    name: "abstentions",
    kind: "number",
    label: { sq: "Abstenime", en: "Abstentions" },
    meaning: counted,
    example: "2",
  },
  { name: "agenda_file", label: { sq: "Skedari i njoftimit", en: "File of the notice" }, meaning: files },
  {
    name: "minutes_file",
    label: { sq: "Skedari i procesverbalit", en: "File of the minutes" },
    meaning: files,
    example: "procesverbali-2019-03-14.pdf",
  },
];
