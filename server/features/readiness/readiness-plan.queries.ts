import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import { type CatalogueElement, type ElementCode, elements, partOf } from "../elements/catalogue.shared.ts";
import { readinessFacts } from "../elements/readiness.queries.ts";
import type { Facts } from "../elements/readiness.ts";
import { standing } from "../elements/standing.ts";
import type { FormComment } from "./form.ts";
import type { Board, BoardElement, BoardRow, PlannedElement, Step } from "./readiness.schema.ts";
import { type Horizon, horizons } from "./readiness.shared.ts";

/** Of each element the council's last word; one that was taken back is none. */
const findJudgements = (tx: TenantTx) =>
  tx
    .selectFrom("readiness_judgements")
    .distinctOn("element")
    .select(["element", "level", "note", "by", "at"])
    .orderBy("element")
    .orderBy("id", "desc")
    .execute();

const findSteps = (tx: TenantTx) =>
  tx.selectFrom("readiness_steps").select(["element", "horizon", "text", "due_on", "responsible", "done_on"]).execute();

const findLastComments = (tx: TenantTx) =>
  tx
    .selectFrom("readiness_comments")
    .distinctOn("element")
    .select(({ fn }) => [
      "element",
      "text",
      "by",
      "at",
      fn
        .countAll()
        .over((over) => over.partitionBy("element"))
        .as("count"),
    ])
    .orderBy("element")
    .orderBy("id", "desc")
    .execute();

export const isPlanPublic = async (tx: TenantTx): Promise<boolean> =>
  (await tx.selectFrom("tenant_settings").select("readiness_public").executeTakeFirstOrThrow()).readiness_public;

type Judged = Awaited<ReturnType<typeof findJudgements>>[number];
type Planned = Awaited<ReturnType<typeof findSteps>>[number];

const stepOf = ({ text, due_on, responsible, done_on }: Planned, today: string): Step => ({
  ...{ text, dueOn: due_on, responsible, doneOn: done_on },
  isOverdue: done_on === null && due_on < today,
});

/** Steps by element and horizon. */
function stepsOf(rows: readonly Planned[], today: string) {
  const byKey = new Map(rows.map((row) => [`${row.element} ${row.horizon}`, stepOf(row, today)]));
  return (code: ElementCode) =>
    Object.fromEntries(horizons.map((horizon) => [horizon, byKey.get(`${code} ${horizon}`) ?? null])) as Record<
      Horizon,
      Step | null
    >;
}

const ownOf = (judged: Judged | undefined): BoardRow["own"] =>
  judged?.level ? { level: judged.level, note: judged.note, by: judged.by.name, at: judged.at.toISOString() } : null;

/** Names in Albanian order: ç after c, ë after e. */
const inOrder = new Intl.Collator("sq");
const responsibleIn = (steps: readonly Planned[]): string[] =>
  [...new Set(steps.flatMap(({ responsible }) => responsible ?? []))].sort(inOrder.compare);

interface Kept {
  judgements: ReadonlyMap<string, Judged>;
  steps: ReturnType<typeof stepsOf>;
  comments: ReadonlyMap<string, Awaited<ReturnType<typeof findLastComments>>[number]>;
}

function rowOf(element: CatalogueElement, facts: Facts, { judgements, steps, comments }: Kept): BoardRow {
  const { code, section, short, path } = element;
  const { readiness, reason, title } = standing(element, facts, "");
  const own = ownOf(judgements.get(code));
  const last = comments.get(code);
  return {
    ...{ code, part: partOf(element).code, section, title, short, path },
    computed: { level: readiness, reason },
    own,
    disagrees: own !== null && own.level !== readiness,
    steps: steps(code),
    comments: Number(last?.count ?? 0),
    comment: last ? { text: last.text, by: last.by.name, at: last.at.toISOString() } : null,
  };
}

/** The form of the councils, alive: what is computed of each element beside what the council holds and plans. */
export async function findBoard(
  tx: TenantTx,
  { today, now }: { today: string; now: Date },
  of: readonly CatalogueElement[] = elements,
): Promise<Board> {
  const codes = of.map(({ code }) => code);
  const [facts, judgements, steps, comments, isPublic] = await Promise.all([
    readinessFacts(tx, codes, now),
    findJudgements(tx),
    findSteps(tx),
    findLastComments(tx),
    isPlanPublic(tx),
  ]);
  const kept = {
    judgements: new Map(judgements.map((row) => [row.element, row])),
    steps: stepsOf(steps, today),
    comments: new Map(comments.map((row) => [row.element, row])),
  };
  return { today, isPublic, rows: of.map((element) => rowOf(element, facts, kept)), responsible: responsibleIn(steps) };
}

/** One element with everything that was said of it. */
export async function findBoardElement(
  tx: TenantTx,
  day: { today: string; now: Date },
  element: CatalogueElement,
): Promise<BoardElement> {
  const [{ rows, ...board }, judgements, comments] = await Promise.all([
    findBoard(tx, day, [element]),
    tx
      .selectFrom("readiness_judgements")
      .select(["level", "note", "by", "at"])
      .where("element", "=", element.code)
      .orderBy("id", "desc")
      .execute(),
    tx
      .selectFrom("readiness_comments")
      .select(["text", "by", "at"])
      .where("element", "=", element.code)
      .orderBy("id", "desc")
      .execute(),
  ]);
  const said = <T extends { by: { name: string }; at: Date }>(row: T) => ({
    ...row,
    by: row.by.name,
    at: row.at.toISOString(),
  });
  return { ...board, row: rows[0]!, judgements: judgements.map(said), comments: comments.map(said) };
}

/** What the council shows of its judgements and plan; `null` where it shows none. */
export async function findPublicPlan(tx: TenantTx, today: string): Promise<PlannedElement[] | null> {
  if (!(await isPlanPublic(tx))) return null;
  const [judgements, planned] = await Promise.all([findJudgements(tx), findSteps(tx)]);
  const judged = new Map(judgements.filter(({ level }) => level).map((row) => [row.element, row]));
  const steps = stepsOf(planned, today);
  return elements
    .map(({ code }) => {
      const own = judged.get(code);
      return {
        code,
        own: own ? { level: own.level!, note: own.note, day: dayIn(own.at) } : null,
        steps: steps(code),
      };
    })
    .filter(({ own, steps }) => own || steps.short || steps.mid);
}

/** Every comment, the earliest first, as the form has them. */
export const findComments = (tx: TenantTx): Promise<FormComment[]> =>
  tx
    .selectFrom("readiness_comments")
    .select(["element", "text", sql<string>`by ->> 'name'`.as("by"), "at"])
    .orderBy("id")
    .execute();
