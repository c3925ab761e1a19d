import { audience, news, rows, topic } from "./news.shared.ts";

/**
 * What a typed field holds. `text` is one line that reads the same in both languages (a number, a firm's name), `localized`
 * one line and `paragraph` several lines in two languages, `money` whole lekë, `choices` several of `choices`, `rows` a
 * small table whose cells are `columns`.
 */
export type FieldKind =
  | "text"
  | "localized"
  | "paragraph"
  | "date"
  | "year"
  | "money"
  | "integer"
  | "url"
  | "choice"
  | "choices"
  | "rows";

/** One typed field. Its label is the phrase `field.<name>`, a choice's `choice.<name>.<value>`. */
export interface FieldDefinition {
  name: string;
  kind: FieldKind;
  required?: true;
  /** The values of a `choice` or `choices`, in the order in which they are offered. */
  choices?: readonly string[];
  /** The columns of `rows`; never `rows` again. */
  columns?: readonly FieldDefinition[];
  /** Shown as a column of the collection's list. */
  inList?: true;
  /** Offered as a filter of the list (`choice` and `choices` only). */
  filter?: true;
  /** Longest text in characters a language, greatest number, or most rows. */
  maximum?: number;
  /** A column of amounts under which the table shows their sum. */
  total?: true;
  /** Must be there unless this choice, of the same publication, has this value. */
  requiredUnless?: { field: string; is: string };
  /** A number that is never greater than this one beside it. */
  atMost?: string;
  /** A day that is never before the publication's own. */
  notBeforeDate?: true;
}

/**
 * When a collection covers the present.
 * - `any`: one published document is enough.
 * - `year`: the document of the year `lag` years ago is there; in the first `grace` months of a year the one before it still serves.
 * - `validity`: the period of one document holds today.
 * - `recent`: one document is dated (or its period ends) not longer than `days` ago.
 */
export type Coverage =
  | { rule: "any" }
  | { rule: "year"; lag: 0 | 1; grace: number }
  | { rule: "validity" }
  | { rule: "recent"; days: number };

/** A collection of documents of one kind: an element of the catalogue with its own typed fields. */
export interface PublicationKind {
  element: string;
  /** Which of a publication's own columns (`date`, `year`, `periodFrom` and `periodTo`) is required and shown. */
  dating: "date" | "year" | "period";
  /** What its day means, where that is more than the day of the document. */
  dated?: "since";
  coverage: Coverage;
  /** A publication counts as complete only with at least one file … */
  filesRequired: boolean;
  /** … or with a value in this field instead. */
  insteadOfFile?: string;
  /** Publications carry a photo. */
  photo?: true;
  fields: readonly FieldDefinition[];
}

const number: FieldDefinition = { name: "number", kind: "text", maximum: 40, inList: true };
const adoptingAct: FieldDefinition = { name: "adoptingAct", kind: "localized", maximum: 300 };
const status: FieldDefinition = {
  name: "status",
  kind: "choice",
  choices: ["inForce", "repealed"],
  required: true,
  inList: true,
  filter: true,
};
const progress: FieldDefinition = {
  name: "progress",
  kind: "choice",
  choices: ["planned", "ongoing", "done", "postponed", "dropped"],
  required: true,
};
const dueOn: FieldDefinition = { name: "dueOn", kind: "date" };
const line: FieldDefinition = { name: "line", kind: "localized", required: true, maximum: 200 };
const planned: FieldDefinition = { name: "planned", kind: "money", required: true, total: true };
const executed: FieldDefinition = { name: "executed", kind: "money", required: true, total: true };
const spent: FieldDefinition = { name: "spent", kind: "money", required: true, total: true };
const source: FieldDefinition = {
  name: "source",
  kind: "choice",
  choices: ["municipalBudget", "stateGrant", "donor"],
  required: true,
};
const organisation: FieldDefinition = { name: "organisation", kind: "localized", required: true, maximum: 200 };
const website: FieldDefinition = { name: "website", kind: "url" };
const unanswered = { field: "answerState", is: "awaiting" };
const trainingStates = ["planned", "held", "cancelled"] as const;
const channels: FieldDefinition = {
  name: "channels",
  kind: "choices",
  choices: ["website", "socialMedia", "radio", "television", "posters", "sms", "meetings", "schools"],
  required: true,
  inList: true,
};
const reach: FieldDefinition = { name: "reach", kind: "integer", maximum: 10_000_000, inList: true };
const contract: readonly FieldDefinition[] = [
  number,
  { name: "client", kind: "localized", required: true, maximum: 200 },
  { name: "contractor", kind: "text", required: true, maximum: 200, inList: true },
  { name: "subject", kind: "localized", required: true, maximum: 300 },
  { name: "value", kind: "money", required: true, inList: true },
];

const kinds: PublicationKind[] = [
  {
    element: "I.1.1",
    dating: "year",
    coverage: { rule: "any" },
    filesRequired: true,
    insteadOfFile: "officialLink",
    fields: [
      {
        name: "actKind",
        kind: "choice",
        choices: ["constitution", "law", "governmentDecision", "councilRegulation"],
        required: true,
        inList: true,
        filter: true,
      },
      number,
      { name: "actDate", kind: "date", inList: true },
      status,
      { name: "repealedBy", kind: "localized", maximum: 300 },
      { name: "officialLink", kind: "url" },
    ],
  },
  {
    element: "I.4.1",
    dating: "period",
    coverage: { rule: "validity" },
    filesRequired: true,
    fields: [
      adoptingAct,
      rows(
        "categories",
        { name: "category", kind: "localized", required: true, maximum: 200 },
        { name: "published", kind: "localized", required: true, maximum: 400 },
        { name: "where", kind: "localized", required: true, maximum: 200 },
        {
          name: "frequency",
          kind: "choice",
          choices: ["always", "onChange", "monthly", "quarterly", "yearly"],
          required: true,
        },
      ),
    ],
  },
  {
    element: "I.4.3",
    dating: "date",
    dated: "since",
    coverage: { rule: "any" },
    filesRequired: false,
    fields: [
      { ...organisation, inList: true },
      {
        name: "organisationKind",
        kind: "choice",
        choices: ["national", "regional", "international", "foundation"],
        required: true,
        inList: true,
        filter: true,
      },
      {
        name: "membershipState",
        kind: "choice",
        choices: ["active", "ended"],
        required: true,
        inList: true,
        filter: true,
      },
      { name: "endedOn", kind: "date", notBeforeDate: true },
      { name: "representative", kind: "text", maximum: 120, inList: true },
      { name: "representativeRole", kind: "localized", maximum: 150 },
      { name: "yearlyFee", kind: "money", required: true, inList: true },
      adoptingAct,
      website,
    ],
  },
  {
    element: "I.5.1",
    dating: "period",
    coverage: { rule: "validity" },
    filesRequired: true,
    fields: [
      { name: "aim", kind: "paragraph", required: true, maximum: 2000 },
      {
        name: "framework",
        kind: "choice",
        choices: ["euIntegration", "crossBorder", "national", "own"],
        required: true,
        inList: true,
        filter: true,
      },
      {
        name: "projectState",
        kind: "choice",
        choices: ["planned", "ongoing", "done", "stopped"],
        required: true,
        inList: true,
        filter: true,
      },
      { name: "budget", kind: "integer", required: true, inList: true },
      { name: "currency", kind: "choice", choices: ["lek", "eur"], required: true, inList: true },
      { name: "ownShare", kind: "integer", atMost: "budget" },
      { name: "results", kind: "paragraph", maximum: 2000 },
      adoptingAct,
      website,
      rows(
        "partners",
        { name: "partner", kind: "localized", required: true, maximum: 200 },
        { name: "partnerRole", kind: "choice", choices: ["lead", "partner", "donor"], required: true },
      ),
    ],
  },
  {
    element: "I.5.2",
    dating: "date",
    coverage: { rule: "recent", days: 365 },
    filesRequired: true,
    fields: [
      { ...organisation, inList: true },
      {
        name: "initiativeKind",
        kind: "choice",
        choices: ["advocacy", "lobbying", "monitoring"],
        required: true,
        inList: true,
        filter: true,
      },
      topic,
      { name: "request", kind: "paragraph", required: true, maximum: 2000 },
      {
        name: "answerState",
        kind: "choice",
        choices: ["awaiting", "accepted", "partlyAccepted", "notAccepted", "noted"],
        required: true,
        inList: true,
        filter: true,
      },
      { name: "answeredOn", kind: "date", notBeforeDate: true, requiredUnless: unanswered, inList: true },
      { name: "councilAnswer", kind: "paragraph", maximum: 3000, requiredUnless: unanswered },
    ],
  },
  {
    element: "I.6.1",
    dating: "year",
    coverage: { rule: "any" },
    filesRequired: true,
    fields: [
      {
        name: "documentKind",
        kind: "choice",
        choices: ["strategy", "policyPaper", "plan", "study"],
        required: true,
        inList: true,
        filter: true,
      },
      { name: "coversFrom", kind: "year" },
      { name: "coversTo", kind: "year" },
      adoptingAct,
    ],
  },
  {
    element: "I.7.1",
    dating: "period",
    coverage: { rule: "validity" },
    filesRequired: true,
    fields: [
      { ...adoptingAct, required: true },
      rows(
        "trainings",
        { name: "theme", kind: "localized", required: true, maximum: 200 },
        { name: "plannedOn", kind: "date", required: true },
        { name: "trainingState", kind: "choice", choices: trainingStates, required: true },
        { name: "trainer", kind: "localized", maximum: 200 },
        { name: "hours", kind: "integer", maximum: 500 },
        { name: "invited", kind: "integer", maximum: 1_000 },
        { name: "attended", kind: "integer", maximum: 1_000, atMost: "invited" },
      ),
    ],
  },
  {
    element: "II.2.2",
    dating: "date",
    coverage: { rule: "recent", days: 400 },
    filesRequired: true,
    fields: [
      topic,
      { name: "openedOn", kind: "date", required: true },
      { name: "closedOn", kind: "date", required: true },
      { name: "method", kind: "choice", choices: ["online", "paper", "mixed"], required: true },
      { name: "answers", kind: "integer", required: true, maximum: 1_000_000, inList: true },
      rows(
        "results",
        { name: "question", kind: "localized", required: true, maximum: 300 },
        { name: "answer", kind: "localized", required: true, maximum: 200 },
        { name: "chosen", kind: "integer", required: true, maximum: 1_000_000 },
      ),
    ],
  },
  {
    element: "II.6.1",
    dating: "date",
    coverage: { rule: "any" },
    filesRequired: true,
    fields: [
      { ...number, required: true },
      status,
      rows(
        "duties",
        {
          name: "structure",
          kind: "choice",
          choices: ["communityCouncil", "communityLiaison", "villageCouncil", "villageHead"],
          required: true,
        },
        { name: "duty", kind: "localized", required: true, maximum: 400 },
      ),
    ],
  },
  news["II.7.1"],
  {
    element: "III.1.1",
    dating: "year",
    coverage: { rule: "year", lag: 0, grace: 2 },
    filesRequired: true,
    fields: [
      { ...adoptingAct, required: true },
      rows(
        "tasks",
        { name: "task", kind: "localized", required: true, maximum: 300 },
        { name: "responsible", kind: "localized", maximum: 200 },
        dueOn,
        progress,
      ),
    ],
  },
  {
    element: "III.1.2",
    dating: "period",
    coverage: { rule: "validity" },
    filesRequired: true,
    fields: [
      {
        name: "planKind",
        kind: "choice",
        choices: ["strategic", "training", "communication", "participation", "other"],
        required: true,
        inList: true,
        filter: true,
      },
      { ...adoptingAct, required: true },
      rows("measures", { name: "measure", kind: "localized", required: true, maximum: 300 }, dueOn, progress),
    ],
  },
  {
    element: "III.1.3",
    dating: "year",
    coverage: { rule: "year", lag: 0, grace: 2 },
    filesRequired: true,
    fields: [{ ...adoptingAct, required: true }, rows("lines", line, planned)],
  },
  {
    element: "III.1.4",
    dating: "year",
    coverage: { rule: "year", lag: 1, grace: 3 },
    filesRequired: true,
    fields: [
      { ...adoptingAct, required: true },
      rows(
        "keyFigures",
        { name: "figure", kind: "localized", required: true, maximum: 200 },
        { name: "amount", kind: "integer", required: true },
        { name: "unit", kind: "choice", choices: ["count", "percent", "lek"], required: true },
      ),
    ],
  },
  {
    element: "III.1.5",
    dating: "year",
    coverage: { rule: "year", lag: 1, grace: 3 },
    filesRequired: true,
    fields: [adoptingAct, rows("lines", line, planned, executed)],
  },
  news["IV.1.1"],
  {
    element: "IV.1.2",
    dating: "date",
    coverage: { rule: "any" },
    filesRequired: true,
    fields: [topic, audience("citizens", "businesses", "youth", "communityStructures", "councillors")],
  },
  news["V.1.1"],
  news["V.1.2"],
  {
    element: "B.I.1",
    dating: "period",
    coverage: { rule: "validity" },
    filesRequired: true,
    fields: [
      { ...adoptingAct, required: true },
      rows("aims", { name: "aim", kind: "localized", required: true, maximum: 300 }, dueOn, progress),
    ],
  },
  {
    element: "B.II.1",
    dating: "date",
    coverage: { rule: "any" },
    filesRequired: true,
    fields: [
      rows(
        "responsibilities",
        { name: "role", kind: "localized", required: true, maximum: 150 },
        { name: "duty", kind: "localized", required: true, maximum: 400 },
      ),
    ],
  },
  { element: "B.II.2", dating: "period", coverage: { rule: "validity" }, filesRequired: true, fields: contract },
  {
    element: "B.II.3",
    dating: "period",
    coverage: { rule: "validity" },
    filesRequired: true,
    fields: [...contract, { name: "dataLocation", kind: "localized", required: true, maximum: 300 }],
  },
  {
    element: "B.II.4",
    dating: "date",
    coverage: { rule: "any" },
    filesRequired: true,
    fields: [
      {
        name: "area",
        kind: "choice",
        choices: ["content", "openData", "dataSecurity", "accessibility"],
        required: true,
        inList: true,
        filter: true,
      },
      rows(
        "requirements",
        { name: "requirement", kind: "localized", required: true, maximum: 300 },
        { name: "howMet", kind: "localized", required: true, maximum: 500 },
        { name: "compliance", kind: "choice", choices: ["met", "partlyMet", "notMet"], required: true },
      ),
    ],
  },
  {
    element: "B.II.5",
    dating: "date",
    coverage: { rule: "any" },
    filesRequired: true,
    fields: [
      { ...number, required: true },
      status,
      rows(
        "retention",
        { name: "record", kind: "localized", required: true, maximum: 200 },
        { name: "keptFor", kind: "localized", required: true, maximum: 200 },
        { name: "afterwards", kind: "localized", maximum: 200 },
      ),
    ],
  },
  {
    element: "B.III.1",
    dating: "date",
    coverage: { rule: "recent", days: 365 },
    filesRequired: false,
    fields: [
      audience("councillors", "secretariat"),
      {
        name: "trainingState",
        kind: "choice",
        choices: trainingStates,
        required: true,
        inList: true,
        filter: true,
      },
      { name: "participants", kind: "integer", maximum: 10_000, inList: true },
      { name: "hours", kind: "integer", maximum: 500 },
      { name: "trainer", kind: "localized", maximum: 200 },
    ],
  },
  {
    element: "B.III.2",
    dating: "period",
    coverage: { rule: "validity" },
    filesRequired: true,
    fields: [
      { name: "mandate", kind: "paragraph", required: true, maximum: 2000 },
      rows(
        "members",
        { name: "name", kind: "text", required: true, maximum: 120 },
        { name: "role", kind: "localized", required: true, maximum: 150 },
      ),
      {
        name: "groupMeetings",
        kind: "rows",
        columns: [
          { name: "heldOn", kind: "date", required: true },
          { name: "decided", kind: "localized", required: true, maximum: 500 },
        ],
      },
    ],
  },
  {
    element: "B.III.3",
    dating: "period",
    coverage: { rule: "recent", days: 365 },
    filesRequired: true,
    fields: [channels, reach],
  },
  {
    element: "B.III.4",
    dating: "period",
    coverage: { rule: "recent", days: 365 },
    filesRequired: true,
    fields: [audience("youth", "elderly", "villages", "businesses", "communityStructures"), channels, reach],
  },
  {
    element: "B.IV.1",
    dating: "year",
    coverage: { rule: "year", lag: 0, grace: 2 },
    filesRequired: false,
    fields: [rows("lines", line, planned, spent, source)],
  },
  {
    element: "B.IV.2",
    dating: "year",
    coverage: { rule: "year", lag: 0, grace: 2 },
    filesRequired: false,
    fields: [
      rows(
        "purchases",
        { name: "item", kind: "localized", required: true, maximum: 200 },
        { name: "quantity", kind: "integer", required: true, maximum: 100_000 },
        planned,
        spent,
        source,
      ),
    ],
  },
];

/** The collections by element code. An element that is not here is no collection of documents. */
export const publicationKinds: Readonly<Record<string, PublicationKind>> = Object.fromEntries(
  kinds.map((kind) => [kind.element, kind]),
);

/** The collection of an element, or undefined when the element is none. Safe for codes that come from outside. */
export const publicationKind = (element: string): PublicationKind | undefined =>
  Object.hasOwn(publicationKinds, element) ? publicationKinds[element] : undefined;

/** The collections of the public parts I–V; those of part B govern the site itself. */
export const publicElements: readonly string[] = Object.keys(publicationKinds).filter(
  (element) => !element.startsWith("B."),
);
