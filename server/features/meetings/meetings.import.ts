import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { fold } from "../../fold.shared.ts";
import { shortText, wholeNumber, writtenDay } from "../../import/cells.schema.ts";
import { valueIn } from "../../import/column.ts";
import { namesIn } from "../../import/files.ts";
import { attempt, type Import, type ImportContext, type Numbered, type RowProblem } from "../../import/import.ts";
import { numericDay } from "../../local-time.ts";
import { proposerKinds } from "../acts/acts.shared.ts";
import type { Doing } from "../audit/audit.service.ts";
import { spellingsOf } from "../audit/spellings.ts";
import { findBodies } from "../bodies/named-bodies.queries.ts";
import { instantIn } from "../deadlines/deadline.ts";
import { type Attachment, attach } from "../documents/attachments.service.ts";
import { addDocument } from "../documents/documents.service.ts";
import { removeForGood } from "../editing/removing.service.ts";
import { keepCheck } from "../uploads/take-in.ts";
import { meetingEditable } from "./meetings.editable.ts";
import { meetingColumnsRead, presence } from "./meetings.import-columns.ts";
import { publishMeeting } from "./meetings.service.ts";
import { itemKinds, itemResults, meetingKinds } from "./meetings.shared.ts";
import { datePapers, type PastMeetingInput, recordPastMeeting } from "./past-meetings.service.ts";

const oneOf = <const T extends readonly string[]>(values: T) => v.picklist(values, "import.unknown_value");
/** `17:00`; a cell of a workbook may have the day before it. */
const time = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .replace(/^.* /, "")
      .replace(/^(\d):/, "0$1:")
      .replace(".", ":"),
  ),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "meetings.import_time"),
);
const itemNumber = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,2}(\.[1-9]\d{0,2}){0,2}\.?$/, "meetings.import_item_number"),
  v.transform((text) => text.replace(/\.$/, "").split(".").map(Number)),
);

const Row = v.object(
  {
    day: writtenDay,
    time,
    ends: v.optional(time),
    body: v.optional(shortText(200)),
    kind: v.optional(oneOf(meetingKinds)),
    meeting_title_sq: v.optional(shortText(200)),
    place_sq: v.optional(shortText(300)),
    place_en: v.optional(shortText(300)),
    access: v.optional(oneOf(["open", "closed"])),
    closed_reason_sq: v.optional(shortText(1_000)),
    announced_on: v.optional(writtenDay),
    members: v.optional(wholeNumber),
    present: v.optional(wholeNumber),
    item_number: v.optional(itemNumber),
    item_title_sq: v.optional(shortText(500)),
    item_title_en: v.optional(shortText(500)),
    item_kind: v.optional(oneOf(itemKinds), "other"),
    proposer_kind: v.optional(oneOf(proposerKinds)),
    result: v.optional(oneOf(itemResults)),
    vote_method: v.optional(oneOf(["count", "secret"]), "count"),
    votes_for: v.optional(wholeNumber),
    votes_against: v.optional(wholeNumber),
    abstentions: v.optional(wholeNumber),
    agenda_file: v.optional(v.string()),
    minutes_file: v.optional(v.string()),
  },
  "text.required",
);
type Line = Numbered<v.InferOutput<typeof Row>>;

/** Said once of a meeting: in its first row, and the same again or nothing in the others. */
const ofMeeting = [
  ...["ends", "kind", "meeting_title_sq", "place_sq", "place_en", "access", "closed_reason_sq", "announced_on"],
  ...["members", "present", "agenda_file", "minutes_file"],
] as (keyof Line)[];

const contradictions = ([first, ...others]: readonly Line[]): RowProblem[] =>
  others.flatMap((row) => [
    ...ofMeeting
      .filter((column) => row[column] !== undefined && row[column] !== first![column])
      .map((column) => ({ line: row.line, column, code: "import.differs_from_first" })),
    ...Object.entries(row.others)
      .filter(([header, cell]) => first!.others[header] !== cell)
      .map(([column]) => ({ line: row.line, column, code: "import.differs_from_first" })),
  ]);

/** The columns of what the service calls otherwise. */
const columnOf: Record<string, string> = {
  "meeting.startsAt": "day",
  "meeting.endsAt": "ends",
  "meeting.closedReason": "closed_reason_sq",
  "meeting.title": "meeting_title_sq",
  "meeting.place": "place_sq",
  endsAt: "ends",
  startsAt: "day",
  closedReason: "closed_reason_sq",
  title: "meeting_title_sq",
  announcedAt: "announced_on",
  members: "members",
  present: "present",
};
const ofItem: Record<string, string> = { path: "item_number", title: "item_title_sq", vote: "votes_for" };

/** Where in the file a field of the input stands: `items.2.vote` in the third row with an item. */
const placeIn = (first: Line, items: readonly Line[]) => (path: string) => {
  const [, at, field] = /^(?:items\.)?(\d+)\.(\w+)/.exec(path) ?? [];
  if (at !== undefined && items[Number(at)]) return { line: items[Number(at)]!.line, column: ofItem[field!] ?? null };
  return { line: first.line, column: columnOf[path] ?? columnOf[path.split(".")[0]!] ?? null };
};

const at = (day: string, clock: string) => instantIn(`${day}T${clock}`);
const text = (sq: string | undefined, en?: string) => (sq ? { sq, en } : null);

interface Known {
  bodies: ReadonlyMap<string, string>;
  /** Whose column a header is. */
  people: ReadonlyMap<string, string>;
}

function inputOf(first: Line, items: readonly Line[], bodyId: string, { people }: Known): PastMeetingInput {
  const came = Object.entries(first.others).map(([header, cell]) => ({
    personId: people.get(header)!,
    status: valueIn({ choices: presence }, cell) as "present",
  }));
  return {
    meeting: {
      ...{ bodyId, kind: first.kind ?? "ordinary", access: first.access ?? "open" },
      title: text(first.meeting_title_sq),
      startsAt: at(first.day, first.time),
      endsAt: first.ends ? at(first.day, first.ends) : null,
      place: text(first.place_sq, first.place_en),
      closedReason: text(first.closed_reason_sq),
    },
    announcedAt: first.announced_on ? at(first.announced_on, "12:00") : null,
    members: first.members,
    present: first.present,
    attendance: came.length > 0 ? came : null,
    items: items.map((row) => ({
      path: row.item_number!,
      kind: row.item_kind,
      title: { sq: row.item_title_sq!, en: row.item_title_en },
      proposerKind: row.proposer_kind,
      result: row.result,
      vote:
        row.votes_for === undefined
          ? null
          : {
              method: row.vote_method,
              votesFor: row.votes_for,
              votesAgainst: row.votes_against ?? 0,
              abstentions: row.abstentions ?? 0,
            },
    })),
  };
}

async function attachPapers(tx: TenantTx, by: Doing, id: string, first: Line, { files }: ImportContext) {
  const attachments: Attachment[] = [];
  const day = numericDay(first.day);
  const add = async (fileName: string, role: Attachment["role"], title: { sq: string; en: string }) => {
    const file = files.get(fileName)!;
    const documentId = await addDocument(tx, by, file, { title, language: "sq", fileName });
    await keepCheck(tx, by, file.sha256, file.check);
    attachments.push({ documentId, role });
  };
  for (const fileName of namesIn(first.agenda_file))
    await add(fileName, "notice", {
      sq: `Njoftimi i mbledhjes së datës ${day}`,
      en: `Notice of the meeting of ${day}`,
    });
  for (const fileName of namesIn(first.minutes_file))
    await add(fileName, "minutes", {
      sq: `Procesverbali i mbledhjes së datës ${day}`,
      en: `Minutes of the meeting of ${day}`,
    });
  await attach(tx, by, "meeting", id, attachments, null);
  const hasMinutes = attachments.some(({ role }) => role === "minutes");
  await datePapers(tx, id, hasMinutes ? by.now : null);
}

/** Whose columns the further headers are; a name that two people have is nobody's. */
async function findPeople(tx: TenantTx, { others, headLine }: ImportContext) {
  const people = new Map<string, string>();
  const problems: RowProblem[] = [];
  if (others.length === 0) return { people, problems };
  const rows = await tx.selectFrom("people").select(["id", "slug", "name"]).execute();
  for (const header of others) {
    const called = rows.filter(({ name, slug }) => fold(name) === fold(header) || slug === header);
    if (called.length === 1) people.set(header, called[0]!.id);
    else problems.push({ line: headLine, column: header, code: "meetings.import_member_unknown" });
  }
  return { people, problems };
}

/** What is wrong in rows of a meeting before anything is asked of the register. */
function wrongRows(lines: readonly Line[]): RowProblem[] {
  const half = lines.filter(({ item_number, item_title_sq }) => !item_number !== !item_title_sq);
  const presences = Object.entries(lines[0]!.others).filter(
    ([, cell]) => !presence.some(({ value }) => value === valueIn({ choices: presence }, cell)),
  );
  return [
    ...contradictions(lines),
    ...half.map(({ line, item_number }) => ({
      line,
      column: item_number ? "item_title_sq" : "item_number",
      code: "meetings.import_item_half",
    })),
    ...presences.map(([column]) => ({ line: lines[0]!.line, column, code: "meetings.import_attendance_unknown" })),
  ];
}

/** Meetings of past years with agenda, results, counted votes, attendance and minutes. */
export const meetingsImport: Import<typeof Row> = {
  title: { sq: "Mbledhjet e viteve të kaluara", en: "Meetings of past years" },
  columns: meetingColumnsRead,
  takesOthers: true,
  fileColumns: ["agenda_file", "minutes_file"],
  row: Row,
  async write(tx, by, rows, { publish }, context) {
    const { people, problems } = await findPeople(tx, context);
    const known: Known = { people, bodies: await findBodies(tx) };
    const made = { meetings: 0, items: 0 };
    if (problems.length > 0) return { made, problems };
    const meetings = Map.groupBy(rows, ({ day, time, body = "" }) => `${day} ${time} ${fold(body)}`);
    for (const lines of meetings.values()) {
      const [first] = lines as [Line];
      const wrong = wrongRows(lines);
      const bodyId = known.bodies.get(fold(first.body ?? ""));
      if (!bodyId) wrong.push({ line: first.line, column: "body", code: "meetings.import_body_unknown" });
      problems.push(...wrong);
      if (wrong.length > 0 || !bodyId) continue;
      const items = lines.filter(({ item_number }) => item_number);
      const outcome = await attempt(tx, placeIn(first, items), async () => {
        const { id } = await recordPastMeeting(tx, by, inputOf(first, items, bodyId, known));
        await attachPapers(tx, by, id, first, context);
        if (publish) await publishMeeting(tx, by, id);
        context.made("meeting", id, first.line);
      });
      if ("problems" in outcome) problems.push(...outcome.problems);
      made.meetings += 1;
      made.items += items.length;
    }
    return { made, problems: problems.toSorted((one, other) => one.line - other.line) };
  },
  undo: {
    meeting: {
      async parts(tx, id) {
        const items = await tx.selectFrom("agenda_items").select("id").where("meeting_id", "=", id).execute();
        const ids = items.map((item) => item.id);
        const carried = await tx
          .selectFrom("attachments")
          .select("document_id")
          .where((eb) =>
            eb.or([eb("meeting_id", "=", id), ...(ids.length > 0 ? [eb("agenda_item_id", "in", ids)] : [])]),
          )
          .execute();
        return [
          ...ids.flatMap((item) => spellingsOf("agenda-item").map((subject) => ({ subject, id: item }))),
          ...carried.map(({ document_id }) => ({ subject: "document", id: document_id })),
        ];
      },
      async takeBack(tx, by, id) {
        await removeForGood(tx, by, meetingEditable, id);
        return "deleted";
      },
    },
  },
};
