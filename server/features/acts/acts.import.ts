import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { fold } from "../../fold.shared.ts";
import { shortText, wholeNumber, writtenDay } from "../../import/cells.schema.ts";
import { namesIn } from "../../import/files.ts";
import { attempt, type Import, type ImportContext, type Numbered, type RowProblem } from "../../import/import.ts";
import { told } from "../../import/row-problem.ts";
import { dayIn, daysBefore } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { Doing } from "../audit/audit.service.ts";
import { findBodies } from "../bodies/named-bodies.queries.ts";
import { type Attachment, attach } from "../documents/attachments.service.ts";
import { addDocument, attachPublicVersion } from "../documents/documents.service.ts";
import { takeAway } from "../editing/removing.service.ts";
import { keepCheck } from "../uploads/take-in.ts";
import { citationIn } from "./act-citations.ts";
import { actEditable } from "./acts.editable.ts";
import { actColumns, answers, ignoredActColumns } from "./acts.import-columns.ts";
import type { ActInput } from "./acts.schema.ts";
import { changeAct, createAct, publishAct } from "./acts.service.ts";
import {
  type ActType,
  actNatures,
  actTypes,
  proposerKinds,
  reconsiderations,
  relationKinds,
  subjects,
} from "./acts.shared.ts";
import { recordDates } from "./announcing.service.ts";
import { citedTwice, gapExplained, notInRegister, numberTwice, shownToNobody } from "./import.errors.ts";
import { findSeries, type There } from "./import.queries.ts";
import { explainGap, seriesOf } from "./numbering.service.ts";
import { depositAct, noteNoAnswer, recordNoObjection, recordReconsideration, recordReturn } from "./prefect.service.ts";
import { relateActs, unrelateActs } from "./relations.service.ts";
import { emptyAct, gapName, removeGap } from "./removal.service.ts";

/**
 * After so many days nothing that the law awaits of an act is still to come: it was announced, deposited and answered, or was
 * not, and what an older register does not say of that is not known.
 */
const settledAfter = 60;

const oneOf = <const T extends readonly string[]>(values: T) => v.picklist(values, "import.unknown_value");

const Row = v.object(
  {
    type: oneOf(actTypes),
    number: wholeNumber,
    adopted_on: writtenDay,
    title_sq: shortText(600),
    title_en: v.optional(shortText(600)),
    nature: v.optional(oneOf(actNatures), "normative"),
    subject: v.optional(oneOf(subjects), "other"),
    proposer_kind: v.optional(oneOf(proposerKinds)),
    proposer_sq: v.optional(shortText(300)),
    summary_sq: v.optional(shortText(1_000)),
    summary_en: v.optional(shortText(1_000)),
    body: v.optional(shortText(200)),
    announced_on: v.optional(writtenDay),
    notified_on: v.optional(writtenDay),
    in_force_on: v.optional(writtenDay),
    deposited_on: v.optional(writtenDay),
    deposit_number: v.optional(shortText(40)),
    answer: v.optional(oneOf(answers)),
    answered_on: v.optional(writtenDay),
    return_reasons_sq: v.optional(shortText(10_000)),
    reconsidered_on: v.optional(writtenDay),
    reconsideration: v.optional(oneOf(reconsiderations)),
    amends: v.optional(shortText(2_000)),
    repeals: v.optional(shortText(2_000)),
    supplements: v.optional(shortText(2_000)),
    implements: v.optional(shortText(2_000)),
    corrects: v.optional(shortText(2_000)),
    gap_reason: v.optional(shortText(500)),
    names_persons: v.optional(oneOf(["yes", "no"]), "no"),
    file: v.optional(v.string()),
    file_redacted: v.optional(v.string()),
    annexes: v.optional(v.string()),
  },
  "text.required",
);
type Line = Numbered<v.InferOutput<typeof Row>>;

/** The columns of what the services call otherwise. */
const columnOf: Record<string, string> = {
  title: "title_sq",
  summary: "summary_sq",
  proposer: "proposer_sq",
  proposerKind: "proposer_kind",
  bodyId: "body",
  adoptedOn: "adopted_on",
  announcedOn: "announced_on",
  notifiedOn: "notified_on",
  inForceOn: "in_force_on",
  gapReason: "gap_reason",
  protocolNumber: "deposit_number",
  reasons: "return_reasons_sq",
  outcome: "reconsideration",
};
const placeIn =
  ({ line }: Line, columns: Readonly<Record<string, string>> = {}) =>
  (path: string) => {
    const [name = ""] = path.split(".");
    return { line, column: columns[name] ?? columnOf[name] ?? (name || null) };
  };

const both = (sq: string | undefined, en?: string | undefined) => (sq ? { sq, en } : null);

const inputOf = (row: Line, bodyId: string, today: string): ActInput => ({
  type: row.type,
  nature: row.nature,
  number: row.number,
  title: { sq: row.title_sq, en: row.title_en },
  summary: both(row.summary_sq, row.summary_en),
  subject: row.subject,
  proposerKind: row.proposer_kind,
  proposer: both(row.proposer_sq),
  bodyId,
  adoptedOn: row.adopted_on,
  namesPersons: row.names_persons === "yes",
  fromOldRegister: row.adopted_on < daysBefore(today, settledAfter),
});

/** What the readers of the register are told of numbers that the older one does not have. */
const leftOut = {
  sq: "Numri nuk gjendet në regjistrin e mëparshëm, nga i cili u sollën aktet.",
  en: "The number is not in the older register from which the acts were brought in.",
};

const papers: Record<ActType, { sq: string; en: string }> = {
  decision: { sq: "Vendim", en: "Decision" },
  ordinance: { sq: "Urdhëresë", en: "Ordinance" },
  resolution: { sq: "Rezolutë", en: "Resolution" },
};

/** The work of one import. */
class ActsImport {
  readonly #tx: TenantTx;
  readonly #by: Doing;
  readonly #context: ImportContext;
  readonly problems: RowProblem[] = [];
  readonly notes: RowProblem[] = [];
  /** Why rows leave out numbers, of acts that nobody sees yet: the register tells it with the act. */
  readonly #reasons = new Map<Line, LocalizedText>();
  /** Acts that this table brings, by row. */
  readonly #ids = new Map<Line, string>();

  constructor(tx: TenantTx, by: Doing, context: ImportContext) {
    this.#tx = tx;
    this.#by = by;
    this.#context = context;
  }

  async #try(row: Line, work: () => Promise<void>, columns?: Readonly<Record<string, string>>): Promise<boolean> {
    const outcome = await attempt(this.#tx, placeIn(row, columns), work);
    if ("done" in outcome) return true;
    this.problems.push(...outcome.problems);
    return false;
  }

  /** Rows by type and series: `decision 2024`. A day without one is told at its rows. */
  async inSeries(rows: readonly Line[]): Promise<Map<string, Line[]>> {
    const found = new Map<string, Line[]>();
    for (const [day, lines] of Map.groupBy(rows, ({ adopted_on }) => adopted_on)) {
      const outcome = await attempt(this.#tx, placeIn(lines[0]!, { "": "adopted_on" }), () => seriesOf(this.#tx, day));
      if ("problems" in outcome) {
        const [failure] = outcome.problems;
        this.problems.push(...lines.map(({ line }) => ({ ...failure!, line })));
        continue;
      }
      for (const row of lines) {
        const name = `${row.type} ${outcome.done}`;
        found.set(name, [...(found.get(name) ?? []), row]);
      }
    }
    return found;
  }

  /** Brings the acts of one series, in the order of their numbers. */
  async bringSeries(type: ActType, series: string, rows: readonly Line[], bodies: ReadonlyMap<string, string>) {
    const known = await findSeries(this.#tx, type, series);
    let { last } = known;
    let before: Line | undefined;
    for (const row of rows.toSorted((one, other) => one.number - other.number || one.line - other.line)) {
      const bodyId = bodies.get(fold(row.body ?? ""));
      if (before?.number === row.number)
        this.problems.push(told(row.line, "number", numberTwice(row.number, series, before.line)));
      else if (!bodyId) this.problems.push({ line: row.line, column: "body", code: "acts.import_body_unknown" });
      else if (row.number <= last + 1 || (await this.#leaveOut(row, series, last + 1)))
        await this.#bring(row, known.acts.get(row.number), bodyId);
      before = row;
      last = Math.max(last, row.number);
    }
  }

  async #leaveOut(row: Line, series: string, from: number): Promise<boolean> {
    const to = row.number - 1;
    this.notes.push(told(row.line, "number", gapExplained(from, to, series)));
    const reason = both(row.gap_reason) ?? leftOut;
    if (!this.#context.options.publish) {
      this.#reasons.set(row, reason);
      return true;
    }
    const isDone = await this.#try(row, () =>
      explainGap(this.#tx, this.#by, { type: row.type, series, from, to, reason }),
    );
    if (isDone) this.#context.made("act-gap", gapName(row.type, series, from, to), row.line);
    return isDone;
  }

  async #bring(row: Line, there: There | undefined, bodyId: string) {
    const [tx, by] = [this.#tx, this.#by];
    const { replace } = this.#context.options;
    const isBack = there?.state === "withdrawn" && there.isUndone;
    const gapReason = this.#reasons.get(row);
    const input = { ...inputOf(row, bodyId, dayIn(by.now)), ...(gapReason && { gapReason }) };
    let id: string | undefined;
    const isDone = await this.#try(row, async () => {
      const isKept = there !== undefined && (replace || isBack);
      if (isBack) await emptyAct(tx, by, there.id);
      if (isKept) await changeAct(tx, by, there.id, input);
      // A number that is taken is refused here, with the name of that failure.
      id = isKept ? there.id : (await createAct(tx, by, input)).id;
      if (isKept && !isBack) this.#context.changed("act", id, row.line);
      else this.#context.made("act", id, row.line);
      const { announced_on, notified_on, in_force_on } = row;
      if (announced_on || notified_on || in_force_on)
        await recordDates(tx, by, id, { announcedOn: announced_on, notifiedOn: notified_on, inForceOn: in_force_on });
      if (isKept && !isBack) return;
      await this.#attachPapers(row, id);
    });
    if (isDone) this.#ids.set(row, id!);
  }

  /** The paper with its redacted version, and the annexes. Where persons are named the original stays inside. */
  async #attachPapers(row: Line, id: string) {
    const [tx, by, { files }] = [this.#tx, this.#by, this.#context];
    const name = { sq: `${papers[row.type].sq} nr. ${row.number}`, en: `${papers[row.type].en} No. ${row.number}` };
    const year = row.adopted_on.slice(0, 4);
    const isNamed = row.names_persons === "yes";
    const attachments: Attachment[] = [];
    const add = async (
      fileName: string,
      role: Attachment["role"],
      title: { sq: string; en: string },
      inside = false,
    ) => {
      const file = files.get(fileName)!;
      const documentId = await addDocument(tx, by, file, {
        ...{
          title,
          fileName,
          language: "sq" as const,
          visibility: inside ? ("internal" as const) : ("public" as const),
        },
      });
      await keepCheck(tx, by, file.sha256, file.check);
      attachments.push({ documentId, role });
      return documentId;
    };
    const redacted = namesIn(row.file_redacted);
    for (const [at, fileName] of namesIn(row.file).entries()) {
      const title = { sq: `${name.sq}/${year}`, en: `${name.en}/${year}` };
      const hidden = redacted[at];
      const documentId = await add(fileName, "signed", title, isNamed || hidden !== undefined);
      const open = hidden === undefined ? undefined : files.get(hidden)!;
      if (!open) continue;
      await attachPublicVersion(tx, by, documentId, open, { fileName: hidden! });
      await keepCheck(tx, by, open.sha256, open.check);
    }
    if (isNamed && row.file && redacted.length === 0) this.notes.push(told(row.line, "file_redacted", shownToNobody()));
    for (const [at, fileName] of namesIn(row.annexes).entries())
      await add(fileName, "annex", {
        sq: `Shtojca ${at + 1} – ${name.sq}/${year}`,
        en: `Annex ${at + 1} – ${name.en}/${year}`,
      });
    await attach(tx, by, "act", id, attachments, null);
  }

  /** The prefect's review, as far as the row knows it. What stands in the register already is left as it is. */
  async review(row: Line) {
    const id = this.#ids.get(row);
    if (!id || !(row.deposited_on || row.answer || row.reconsidered_on)) return;
    const [tx, by] = [this.#tx, this.#by];
    if (await tx.selectFrom("prefect_steps").select("step").where("act_id", "=", id).limit(1).executeTakeFirst())
      return;
    if (row.deposited_on) {
      const deposit = { day: row.deposited_on, protocolNumber: row.deposit_number ?? "" };
      if (!(await this.#try(row, async () => void (await depositAct(tx, by, id, deposit)), { day: "deposited_on" })))
        return;
    }
    if (row.answer) {
      const answered = async () => {
        const day = row.answered_on ?? "";
        if (row.answer === "no_objection") await recordNoObjection(tx, by, id, { day });
        else if (row.answer === "no_answer") await noteNoAnswer(tx, by, id, { day });
        else await recordReturn(tx, by, id, { day, reasons: { sq: row.return_reasons_sq ?? "" } });
      };
      if (!(await this.#try(row, answered, { day: "answered_on" }))) return;
    }
    if (row.reconsidered_on) {
      const outcome = row.reconsideration!;
      const reconsidered = async () =>
        void (await recordReconsideration(tx, by, id, { day: row.reconsidered_on!, outcome }));
      await this.#try(row, reconsidered, { day: "reconsidered_on" });
    }
  }

  /** What the act does to others: to acts of the register and of this table, or in words to what stands outside of both. */
  async relate(row: Line) {
    const id = this.#ids.get(row);
    if (!id) return;
    for (const kind of relationKinds)
      for (const text of namesIn(row[kind])) {
        const target = await this.#targetOf(row, kind, text);
        if (target === undefined) continue;
        const other = target === null ? { targetText: { sq: text } } : { targetId: target };
        const columns = { targetId: kind, targetText: kind, "": kind };
        await this.#try(
          row,
          async () => {
            const made = await relateActs(this.#tx, this.#by, { actId: id, kind, ...other });
            this.#context.made("act-relation", made.id, row.line);
          },
          columns,
        );
      }
  }

  /** `null` for what is to stay in words; `undefined` where nobody can tell which is meant. */
  async #targetOf(row: Line, column: string, text: string): Promise<string | null | undefined> {
    const citation = citationIn(text, row.type);
    if (!citation) return null;
    const { type, number, series } = citation;
    const found = await this.#tx
      .selectFrom("acts")
      .select("id")
      .where("type", "=", type)
      .where("number", "=", number)
      .where((eb) => eb.or([eb("series", "=", series), eb("year", "=", Number(series.slice(0, 4)))]))
      .execute();
    if (found.length === 1) return found[0]!.id;
    if (found.length > 1) {
      this.problems.push(told(row.line, column, citedTwice(text)));
      return undefined;
    }
    this.notes.push(told(row.line, column, notInRegister(text)));
    return null;
  }

  async publish(row: Line) {
    const id = this.#ids.get(row);
    if (!id) return;
    const { state } = await this.#tx.selectFrom("acts").select("state").where("id", "=", id).executeTakeFirstOrThrow();
    if (state !== "published") await this.#try(row, () => publishAct(this.#tx, this.#by, id));
  }

  get count() {
    return this.#ids.size;
  }
}

/** Acts of past years with their papers; the register's own table can be read again. */
export const actsImport: Import<typeof Row> = {
  title: { sq: "Aktet me skedarë", en: "Acts with files" },
  columns: actColumns,
  ignored: ignoredActColumns,
  fileColumns: ["file", "file_redacted", "annexes"],
  row: Row,
  async write(tx, by, rows, { publish }, context) {
    const work = new ActsImport(tx, by, context);
    const bodies = await findBodies(tx);
    for (const [name, lines] of await work.inSeries(rows)) {
      const [type, series] = name.split(" ") as [ActType, string];
      await work.bringSeries(type, series, lines, bodies);
    }
    for (const row of rows) await work.review(row);
    for (const row of rows) await work.relate(row);
    if (publish) for (const row of rows) await work.publish(row);
    const { problems, notes, count } = work;
    const byLine = (one: RowProblem, other: RowProblem) => one.line - other.line;
    return { made: { acts: count }, problems: problems.toSorted(byLine), notes: notes.toSorted(byLine) };
  },
  undo: {
    act: {
      async parts(tx, id) {
        const carried = await tx.selectFrom("attachments").select("document_id").where("act_id", "=", id).execute();
        return carried.map(({ document_id }) => ({ subject: "document", id: document_id }));
      },
      takeBack: (tx, by, id) =>
        takeAway(tx, by, actEditable, id, {
          sq: "Akti erdhi me një import që u zhbë.",
          en: "The act came with an import that was taken back.",
        }),
    },
    "act-relation": {
      async parts(tx, id) {
        const of = await tx.selectFrom("act_relations").select("act_id").where("id", "=", id).executeTakeFirst();
        return of ? [{ subject: "act", id: of.act_id }] : [];
      },
      async takeBack(tx, by, id) {
        await unrelateActs(tx, by, id);
        return "deleted";
      },
    },
    "act-gap": {
      async takeBack(tx, by, name) {
        await removeGap(tx, by, name);
        return "deleted";
      },
    },
  },
};
