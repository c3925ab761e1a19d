import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { phrases } from "../../http/phrases.ts";
import type { Actor } from "../../http/scope.ts";
import { dayIn } from "../../local-time.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { form } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import { mayChangeSettings, mayEditAll, maySeeAllDrafts } from "../accounts/policies.ts";
import { changedByPublishers } from "../editing/editing.errors.ts";
import { mayChangeAsItStands } from "../editing/public-changes.ts";
import { type ElementCode, elementByCode, isElementCode } from "../elements/catalogue.shared.ts";
import { elementValues, ownValues, saysSame, stepValues } from "./element-form.shared.ts";
import { type FormComment, readinessForm } from "./form.ts";
import { formWorkbook } from "./form-workbook.ts";
import { narrowed } from "./narrow-board.ts";
import { placeOf } from "./places.ts";
import { boardPaths } from "./readiness.paths.shared.ts";
import { BoardQuery, type BoardRow, type ElementChange } from "./readiness.schema.ts";
import { changeElement, showPlan } from "./readiness.service.ts";
import { type Horizon, horizons, yearsOf } from "./readiness.shared.ts";
import { findBoard, findBoardElement, findComments, isPlanPublic } from "./readiness-plan.queries.ts";

const day = ({ var: { now } }: WorkspaceContext) => ({ now, today: dayIn(now) });

function codeOf(c: WorkspaceContext): ElementCode {
  const code = c.req.param("code") ?? "";
  if (!isElementCode(code)) throw new AppError("elements.not_found", 404, { code: code.slice(0, 20) });
  return code;
}

/** A row with its texts in the page's language: the page carries all 81 of them. */
const shownRow = (row: BoardRow, { var: { locale, actor } }: WorkspaceContext) => {
  const { path, kind } = placeOf(row, mayChangeSettings(actor));
  return {
    ...row,
    title: row.title[locale],
    short: row.short[locale],
    path: row.path[locale],
    computed: { level: row.computed.level, reason: row.computed.reason[locale] },
    place: { path: path[locale], kind },
  };
};
export type ShownRow = ReturnType<typeof shownRow>;

/** Filters that mean nothing are left out, as if they had not been asked for. */
function asked(c: WorkspaceContext): BoardQuery {
  const given = Object.entries(c.req.query()).filter(
    ([name, value]) => value !== "" && name in BoardQuery.entries && v.is(BoardQuery, { [name]: value }),
  );
  return v.parse(BoardQuery, Object.fromEntries(given));
}

async function boardPage(c: WorkspaceContext): Promise<Shown> {
  // A form that is refused is shown on the board: the other language of it is the board's.
  c.set("here", boardPaths.board);
  const query = asked(c);
  const { rows, ...board } = await c.var.db.read((tx) => findBoard(tx, day(c)));
  const count = (level: string) => rows.filter(({ computed }) => computed.level === level).length;
  return {
    view: "readiness/board-page",
    data: {
      ...board,
      query: new URLSearchParams(query as Record<string, string>).toString(),
      tally: { full: count("full"), partial: count("partial"), none: count("none") },
      disagreements: rows.filter(({ disagrees }) => disagrees).length,
      overdue: narrowed(rows, { overdue: "1" }).length,
      rows: narrowed(rows, query).map((row) => shownRow(row, c)),
      mayShow: mayChangeSettings(c.var.actor),
    },
  };
}

/** What is judged and planned is public at once where the council shows its plan; comments never are. */
const mayChangePlan = async (tx: TenantTx, actor: Actor): Promise<boolean> =>
  !(await isPlanPublic(tx)) || mayChangeAsItStands(tx, actor, null, "readiness");

async function elementPage(c: WorkspaceContext): Promise<Shown> {
  const element = elementByCode(codeOf(c));
  c.set("here", fillPath(boardPaths.one, { code: element.code }));
  const { actor } = c.var;
  const [{ row, ...said }, mayPlan] = await c.var.db.read((tx) =>
    Promise.all([findBoardElement(tx, day(c), element), mayChangePlan(tx, actor)]),
  );
  const years = Object.fromEntries(horizons.map((horizon) => [horizon, yearsOf(horizon, said.today)]));
  return {
    view: "readiness/element-page",
    data: { ...said, row: shownRow(row, c), years, mayEdit: mayEditAll(actor), mayPlan: mayEditAll(actor) && mayPlan },
  };
}

/** The form as it is printed: every element, whatever the board was narrowed to. */
async function formData(c: WorkspaceContext) {
  const { db } = c.var;
  const [board, comments] = await db.read((tx) => Promise.all([findBoard(tx, day(c)), findComments(tx)]));
  return { board, comments };
}

async function formPage(c: WorkspaceContext): Promise<Shown> {
  const { board, comments } = await formData(c);
  return {
    view: "readiness/form-page",
    data: {
      today: board.today,
      site: c.var.tenant.primaryHost,
      years: { short: yearsOf("short", board.today), mid: yearsOf("mid", board.today) },
      rows: board.rows.map((row) => shownRow(row, c)),
      comments: comments.map((comment: FormComment) => ({ ...comment, at: comment.at.toISOString() })),
    },
  };
}

async function workbook(c: WorkspaceContext): Promise<Response> {
  const { locale, tenant } = c.var;
  const { board, comments } = await formData(c);
  const council = { names: tenant.names, site: tenant.primaryHost };
  // The language of whoever asks comes first.
  const languages = locale === "sq" ? (["sq", "en"] as const) : (["en", "sq"] as const);
  const bytes = await formWorkbook(languages.map((each) => readinessForm(each, council, board, comments)));
  return new Response(bytes, {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="gatishmeria-${tenant.slug}-${board.today}.xlsx"`,
      "content-length": String(bytes.byteLength),
    },
  });
}

const Words = v.optional(v.object({ sq: v.optional(v.string(), ""), en: v.optional(v.string(), "") }), {});
const StepForm = v.optional(
  v.object({
    text: Words,
    dueOn: v.optional(v.string(), ""),
    responsible: v.optional(v.string(), ""),
    doneOn: v.optional(v.string(), ""),
  }),
  {},
);
const ElementForm = v.object({
  own: v.optional(v.object({ level: v.optional(v.string(), ""), note: Words }), {}),
  short: StepForm,
  mid: StepForm,
  comment: v.optional(v.string(), ""),
});

/**
 * What is new in a form that holds everything said of an element: a part that says what stands is left alone, one that is
 * emptied is taken back.
 */
function changeOf(
  { own, short, mid, comment }: v.InferOutput<typeof ElementForm>,
  stands: Pick<BoardRow, "own" | "steps">,
): Record<string, unknown> {
  const change: Record<string, unknown> = comment.trim() === "" ? {} : { comment };
  const note = own.note.sq === "" && own.note.en === "" ? null : own.note;
  if (!saysSame(ownValues(own), ownValues(stands.own)))
    change.own = own.level === "" && note === null ? null : { ...own, note };
  for (const [horizon, step] of Object.entries({ short, mid }) as [Horizon, typeof short][]) {
    const values = stepValues(step);
    if (saysSame(values, stepValues(stands.steps[horizon]))) continue;
    change[horizon] = saysSame(values, stepValues(null)) ? null : { ...step, doneOn: step.doneOn || null };
  }
  return change;
}

/** A value of the form in words. */
function told(c: WorkspaceContext, value: string): string {
  const level = (["none", "partial", "full"] as const).find((one) => one === value);
  if (level) return phrases(c.var.locale, "board")(`level_${level}`);
  return /^\d{4}-\d\d-\d\d$/.test(value) ? value.split("-").toReversed().join(".") : value;
}

/** The readiness board of the workspace. */
export const readinessWorkspace: WorkspaceFeatureOf = () => ({
  routes: [
    page(boardPaths.board, maySeeAllDrafts, boardPage),
    page(boardPaths.form, maySeeAllDrafts, formPage),
    page(boardPaths.workbook, maySeeAllDrafts, workbook),
    page(boardPaths.one, maySeeAllDrafts, elementPage),
    form(boardPaths.show, mayChangeSettings, {
      name: "show",
      schema: v.object({ isPublic: v.optional(v.literal("1")) }),
      async save(c, { isPublic }) {
        await c.var.db.write((tx) => showPlan(tx, doing(c), isPublic === "1"));
        return `${boardPaths.board[c.var.locale]}?done=${isPublic ? "shown" : "hidden"}`;
      },
      again: boardPage,
    }),
    form(boardPaths.one, mayEditAll, {
      name: "element",
      schema: ElementForm,
      standing: ({ data }) => elementValues((data as { row: ShownRow }).row),
      told,
      async save(c, input) {
        const code = codeOf(c);
        const isNew = await c.var.db.write(async (tx) => {
          const { row } = await findBoardElement(tx, day(c), elementByCode(code));
          const change = changeOf(input, row);
          if (Object.keys(change).length === 0) return false;
          const isOnlyComment = Object.keys(change).every((part) => part === "comment");
          if (!isOnlyComment && !(await mayChangePlan(tx, c.var.actor))) throw changedByPublishers();
          await changeElement(tx, doing(c), code, change as ElementChange);
          return true;
        });
        return `${fillPath(boardPaths.one, { code })[c.var.locale]}?done=${isNew ? "saved" : "unchanged"}`;
      },
      again: elementPage,
    }),
  ],
  navigation: [
    {
      path: boardPaths.board,
      policy: maySeeAllDrafts,
      group: "state",
      order: 50,
      label: (locale) => phrases(locale, "board")("title"),
    },
  ],
});
