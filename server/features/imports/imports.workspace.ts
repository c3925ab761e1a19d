import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { phrases } from "../../http/phrases.ts";
import { InvalidInput, problemOf } from "../../http/problem.ts";
import { type ImportName, imports, isImportName } from "../../import/imports.ts";
import { sampleCsv, sampleFor, sampleWorkbook } from "../../import/sample.ts";
import type { Locale } from "../../locale.shared.ts";
import { page, type WorkspaceFeatureOf, type WorkspaceRoute } from "../../workspace/feature.ts";
import { typedValues } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import { sentForm } from "../../workspace/sent-form.ts";
import { uuidPart } from "../../workspace/uuid-part.ts";
import { mayEditAll, mayPublishAll, type Policy } from "../accounts/policies.ts";
import { needsApproval } from "../editing/submissions.service.ts";
import { intakeOf } from "../uploads/intake-of.ts";
import { checkTable, confirmCheck, dropCheck, type Sent } from "./checks.service.ts";
import { anotherBringsIn, checkNotFound, importNotFound } from "./imports.errors.ts";
import { importsPaths as paths } from "./imports.paths.shared.ts";
import { countUndone, findImport, findImports, findLeft, findWaitingTables } from "./imports.queries.ts";
import { undoImport } from "./imports.service.ts";
import {
  type CheckPageData,
  type ImportPageData,
  type ImportsPageData,
  type KindView,
  madeOf,
  sentencesOf,
} from "./imports.view.ts";

const pastShown = 50;

/** Whoever edits may bring in drafts; what the public sees at once is asked of those who publish. */
const mayImport: Policy = mayEditAll;

/**
 * Where the council has one person prepare and another approve, a table is brought in by somebody who may publish and did
 * not send it: row by row it may touch what the public reads.
 * @throws `accounts.not_allowed`, `import.another_brings_in`
 */
async function checkMayBringIn(c: WorkspaceContext, tx: TenantTx, check: { publish: boolean; by: { id?: string } }) {
  const { actor } = c.var;
  const approval = await needsApproval(tx);
  if ((check.publish || approval) && !mayPublishAll(actor)) throw new AppError("accounts.not_allowed", 403);
  if (approval && actor.kind === "account" && check.by.id === actor.id) throw anotherBringsIn();
}
const idIn = (c: WorkspaceContext, otherwise: () => AppError) => uuidPart(c, "id", otherwise);

const kindsIn = (locale: Locale): KindView[] =>
  Object.entries(imports).map(
    ([name, { title, columns, fileColumns = [] }]: [string, (typeof imports)[ImportName]]) => ({
      name,
      title: title[locale] ?? title.sq,
      takesFiles: fileColumns.length > 0,
      samples: {
        csv: fillPath(paths.sample, { file: `${name}.csv` })[locale],
        xlsx: fillPath(paths.sample, { file: `${name}.xlsx` })[locale],
      },
      columns: columns.map(({ label, required = false, meaning, choices = [] }) => ({
        label: label[locale],
        isRequired: required,
        meaning: meaning[locale],
        values: choices.map((choice) => choice.label[locale]).join(", "),
      })),
    }),
  );
const titleOf = (kind: string, locale: Locale) =>
  imports[kind as ImportName].title[locale] ?? imports[kind as ImportName].title.sq;

async function allPage(c: WorkspaceContext): Promise<Shown> {
  const { locale, actor, db } = c.var;
  const { past, waiting, approval } = await db.read(async (tx) => ({
    past: await findImports(tx, pastShown),
    waiting: await findWaitingTables(tx),
    approval: await needsApproval(tx),
  }));
  const data: ImportsPageData = {
    kinds: kindsIn(locale),
    mayPublish: approval || mayPublishAll(actor),
    needsApproval: approval,
    waiting: waiting.map(({ id, kind, file_name, at, by }) => ({
      href: fillPath(paths.check, { id })[locale],
      ...{ fileName: file_name, kind: titleOf(kind, locale), at: at.toISOString(), by: by.name },
    })),
    past: past.map(({ id, kind, file_name, rows, at, by, undone_at }) => ({
      href: fillPath(paths.one, { id })[locale],
      ...{ fileName: file_name, kind: titleOf(kind, locale), rows, at: at.toISOString(), by: by.name },
      isUndone: undone_at !== null,
    })),
  };
  return { view: "imports/imports-page", data };
}

async function checkPage(c: WorkspaceContext): Promise<Shown> {
  const { locale, db } = c.var;
  const id = idIn(c, checkNotFound);
  const { check, approval } = await db.read(async (tx) => ({
    check: await tx
      .selectFrom("import_checks")
      .select(["kind", "file_name", "archive_name", "publish", "replace", "report", "by"])
      .where("id", "=", id)
      .executeTakeFirst(),
    approval: await needsApproval(tx),
  }));
  if (!check) throw checkNotFound();
  const isOwn = c.var.actor.kind === "account" && check.by.id === c.var.actor.id;
  const it = imports[check.kind as ImportName];
  // Tables that were looked through before letters were told have none.
  const { rows, made, problems, reading = null, notes } = check.report;
  const data: CheckPageData = {
    ...{ fileName: check.file_name, archiveName: check.archive_name, kind: titleOf(check.kind, locale), rows },
    ...{ reading, made: madeOf(made), publish: check.publish, replace: check.replace },
    waitsForAnother: approval && (isOwn || !mayPublishAll(c.var.actor)),
    problems: sentencesOf(problems, it, locale, "problem"),
    notes: sentencesOf(notes, it, locale, "note"),
    confirm: fillPath(paths.check, { id })[locale],
    discard: fillPath(paths.discard, { id })[locale],
  };
  return { view: "imports/check-page", data };
}

async function onePage(c: WorkspaceContext): Promise<Shown> {
  const { locale, db, actor } = c.var;
  const id = idIn(c, importNotFound);
  const { found, left, counts, approval } = await db.read(async (tx) => ({
    approval: await needsApproval(tx),
    found: await findImport(tx, id),
    left: await findLeft(tx, id),
    counts: await countUndone(tx, id),
  }));
  if (!found) throw importNotFound();
  const mayUndo = found.is_published || approval ? mayPublishAll(actor) : mayEditAll(actor);
  const told = left.map(({ line, left_because }) => ({ line, column: null, code: left_because! }));
  const data: ImportPageData = {
    ...{ fileName: found.file_name, kind: titleOf(found.kind, locale), rows: found.rows, made: madeOf(found.made) },
    ...{ at: found.at.toISOString(), by: found.by.name, isPublished: found.is_published },
    undo: found.undone_at || !mayUndo ? null : fillPath(paths.undo, { id })[locale],
    undone: found.undone_at && {
      ...{ at: found.undone_at.toISOString(), by: found.undone_by!.name, ...counts },
      left: sentencesOf(told, imports[found.kind as ImportName], locale, "left"),
    },
  };
  return { view: "imports/import-page", data };
}

const post = (path: WorkspaceRoute["path"], answer: WorkspaceRoute["answer"]): WorkspaceRoute => ({
  ...{ method: "POST", path, policy: mayImport, answer },
});

async function sentIn(c: WorkspaceContext): Promise<Sent> {
  const form = await sentForm(c);
  const fileIn = async (name: string) => {
    const file = form.get(name);
    if (!(file instanceof File) || file.size === 0) return null;
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  };
  const kind = form.get("kind");
  const table = await fileIn("table");
  const isKind = typeof kind === "string" && isImportName(kind);
  if (!isKind || !table)
    throw new InvalidInput([
      ...(isKind ? [] : [{ path: "kind", code: "import.kind_not_chosen" }]),
      ...(table ? [] : [{ path: "table", code: "import.table_not_sent" }]),
    ]);
  const options = form.getAll("options");
  const publish = options.includes("publish");
  if (publish && !mayPublishAll(c.var.actor) && !(await c.var.db.read(needsApproval)))
    throw new AppError("accounts.not_allowed", 403);
  return { kind, table, archive: await fileIn("archive"), publish, replace: options.includes("replace") };
}

/** Which file of the form is refused; what is said of a file names it. */
function fileRefused({ code, params }: AppError, archive: string | null): string | null {
  if (/^import\.(archive_|too_many_files)/.test(code)) return "archive";
  if (!/^(import|files)\./.test(code)) return null;
  return code.startsWith("files.") && archive !== null && params?.name === archive ? "archive" : "table";
}

/** The form again as it was sent, but for its files, with why it was refused. */
async function refused(c: WorkspaceContext, failure: unknown, archive: string | null): Promise<Response> {
  if (!(failure instanceof AppError) || failure.status >= 500 || failure.status === 403) throw failure;
  const { title, fields } = problemOf(failure, c.var.locale, c.var.requestId);
  const file = fileRefused(failure, archive);
  const told = fields ?? (file ? [{ path: file, message: title }] : []);
  const values = told.length > 0 ? await typedValues(c) : {};
  const shown = await allPage(c);
  return c.var.show(
    { ...shown, status: failure.status },
    { name: "import", title, fields: told.map(({ path, message }) => ({ path, message })), values },
  );
}

export const importsWorkspace: WorkspaceFeatureOf = (services) => ({
  routes: [
    page(paths.all, mayImport, allPage),
    post(paths.all, async (c) => {
      let archive: string | null = null;
      try {
        const sent = await sentIn(c);
        archive = sent.archive?.name ?? null;
        const id = await checkTable(intakeOf(services, c), doing(c), sent);
        return c.redirect(fillPath(paths.check, { id })[c.var.locale], 303);
      } catch (failure) {
        return refused(c, failure, archive);
      }
    }),
    page(paths.sample, mayImport, async (c) => {
      const [, name, ending] = /^([a-z_]+)\.(csv|xlsx)$/.exec(c.req.param("file") ?? "") ?? [];
      if (!isImportName(name)) throw new AppError("http.not_found", 404);
      const { locale, db } = c.var;
      const sample = await db.read((tx) => sampleFor(tx, imports[name]));
      const headers = { "content-disposition": `attachment; filename="${name}.${ending}"` };
      if (ending === "csv")
        return c.body(sampleCsv(sample, locale), 200, { ...headers, "content-type": "text/csv; charset=utf-8" });
      const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      const bytes = new Uint8Array(await sampleWorkbook(sample, locale));
      return c.body(bytes, 200, { ...headers, "content-type": type });
    }),
    page(paths.check, mayImport, checkPage),
    post(paths.check, async (c) => {
      const id = idIn(c, checkNotFound);
      await c.var.db.read(async (tx) => {
        const check = await tx
          .selectFrom("import_checks")
          .select(["publish", "by"])
          .where("id", "=", id)
          .executeTakeFirst();
        if (check) await checkMayBringIn(c, tx, check);
      });
      const report = await confirmCheck(intakeOf(services, c), doing(c), id);
      if (report.id) return c.redirect(`${fillPath(paths.one, { id: report.id })[c.var.locale]}?done=brought`, 303);
      // The register changed since the table was looked through: what is wrong now is said in place of the old report.
      const shown = await checkPage(c);
      const it = imports[(await kindOf(c, id)) as ImportName];
      const problems = sentencesOf(report.problems, it, c.var.locale, "problem");
      return c.var.show({ ...shown, data: { ...shown.data, problems, made: [] }, status: 409 });
    }),
    post(paths.discard, async (c) => {
      const id = idIn(c, checkNotFound);
      await dropCheck(intakeOf(services, c), id);
      // Brought in meanwhile, it is there.
      if (await c.var.db.read((tx) => findImport(tx, id)))
        return c.redirect(fillPath(paths.one, { id })[c.var.locale], 303);
      return c.redirect(`${paths.all[c.var.locale]}?done=discarded`, 303);
    }),
    page(paths.one, mayImport, onePage),
    post(paths.undo, async (c) => {
      const id = idIn(c, importNotFound);
      await c.var.db.write(async (tx) => {
        const found = await findImport(tx, id);
        const isAsked = found?.is_published || (await needsApproval(tx));
        if (isAsked && !mayPublishAll(c.var.actor)) throw new AppError("accounts.not_allowed", 403);
        await undoImport(tx, doing(c), id);
      });
      return c.redirect(`${fillPath(paths.one, { id })[c.var.locale]}?done=undone`, 303);
    }),
  ],
  navigation: [
    {
      path: paths.all,
      policy: mayImport,
      group: "state",
      order: 70,
      label: (locale) => phrases(locale, "imports")("title"),
    },
  ],
});

const kindOf = (c: WorkspaceContext, id: string) =>
  c.var.db.read(
    async (tx) =>
      (await tx.selectFrom("import_checks").select("kind").where("id", "=", id).executeTakeFirstOrThrow()).kind,
  );
