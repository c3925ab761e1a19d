import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import type { TenantDb, TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { aDay, aPage, queryOf, readQuery, typedText } from "../../http/list-query.ts";
import { phrases } from "../../http/phrases.ts";
import { dayIn, numericDay, timeIn } from "../../local-time.ts";
import type { Locale } from "../../locale.shared.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import type { WorkspaceContext } from "../../workspace/scope.ts";
import { isUuid } from "../../workspace/uuid-part.ts";
import { mayReadAudit } from "../accounts/policies.ts";
import { whereEdited } from "../editing/where-edited.shared.ts";
import { auditPaths as paths } from "./audit.paths.shared.ts";
import { type AuditFilters, type AuditRow, findChanges, findChangesBefore, findSubjects } from "./audit.queries.ts";
import { actionInWords, fieldInWords, subjectInWords } from "./audit-words.ts";
import { differences, linesOf } from "./differences.ts";
import { findNames } from "./names.queries.ts";
import { folded } from "./spellings.ts";
import { idsIn, type Names, subjectIdInWords, valueInWords } from "./values-in-words.ts";

const perPage = 50;
const shape = { from: aDay, until: aDay, who: typedText, subject: typedText };
const filtersOf = (c: WorkspaceContext) => {
  const asked = readQuery({ ...shape, page: aPage }, new URL(c.req.url).searchParams, ["done"]);
  return { ...asked, subject: asked.subject && folded(asked.subject) };
};

interface Signature {
  kind?: string;
  name?: string;
  /** Of an operator. */
  reason?: string;
}
const signatureOf = ({ actor }: AuditRow) => actor as Signature;

/** Who it was: somebody of the council’s, an operator with the reason, or the portal by itself. */
function whoOf(row: AuditRow): { who: string; reason: string | null; by: "account" | "operator" | "portal" } {
  const { kind, name = "", reason = null } = signatureOf(row);
  return { who: name, reason, by: kind === "account" || kind === "operator" ? kind : "portal" };
}

/** In whose language a change is told, with the names of what its ids stand for. */
const tellingOf = (locale: Locale, row: AuditRow, names: Names) => ({
  label: (field: string) => fieldInWords(locale, field),
  tell: (field: string, value: unknown) => valueInWords({ locale, subject: row.subject, names }, field, value),
});

/** What was changed: its name, or what it is told by where it has none. */
function thingOf(locale: Locale, { subject, subject_id: id }: AuditRow, names: Names): string | null {
  const name = names.get(id);
  if (name) return name[locale] || name.sq;
  return isUuid(id) ? null : subjectIdInWords(locale, subject, id);
}

const namesFor = (tx: TenantTx, rows: readonly AuditRow[]) =>
  findNames(tx, idsIn(rows.map(({ subject_id, before, after }) => [subject_id, before, after])));

async function auditView(c: WorkspaceContext) {
  const { locale } = c.var;
  const { page: wanted, ...filters } = filtersOf(c);
  const number = wanted ?? 1;
  const { total, rows, subjects, names } = await c.var.db.read(async (tx) => {
    const found = await findChanges(tx, filters, perPage, (number - 1) * perPage);
    return { ...found, subjects: await findSubjects(tx), names: await namesFor(tx, found.rows) };
  });
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (number > pages) throw new AppError("http.not_found", 404);
  return {
    ...{ total, pages, page: number, query: queryOf(filters) },
    subjects: subjects
      .map((code) => ({ code, name: subjectInWords(locale, code) }))
      .toSorted((one, other) => one.name.localeCompare(other.name, locale)),
    filters: filters as AuditFilters,
    changes: rows.map((row) => {
      const { label, tell } = tellingOf(locale, row, names);
      return {
        ...{ id: row.id, at: row.at.toISOString(), thing: thingOf(locale, row, names) },
        deed: actionInWords(locale, row.subject, row.action),
        edited: whereEdited(row.subject, row.subject_id)?.[locale] ?? null,
        ...whoOf(row),
        differences: differences(row.before, row.after, tell)
          .filter(({ field }) => field !== "id")
          .map(({ field, ...values }) => ({ field: label(field), ...values })),
      };
    }),
  };
}
export type AuditView = Awaited<ReturnType<typeof auditView>>;

const batch = 1_000;

// As the public registers: spreadsheets know UTF-8 by its mark only, and run what looks like a formula.
const options = { escape_formulas: true, record_delimiter: "windows" } as const;

/** The columns of the table: in words for who reads it, and at the end the codes for who counts with it. */
function columnsIn(locale: Locale) {
  const t = phrases(locale, "audit");
  const words = [t("csv_at"), t("who"), t("csv_by"), t("csv_reason"), t("csv_deed"), t("csv_thing")];
  return [...words, t("csv_before"), t("csv_after"), "action", "subject", "subject_id"];
}

function cells(locale: Locale, row: AuditRow, names: Names) {
  const t = phrases(locale, "audit");
  const { who, by, reason } = whoOf(row);
  const { label, tell } = tellingOf(locale, row, names);
  return [
    ...[`${numericDay(dayIn(row.at))} ${timeIn(row.at)}`, who, t(`by_${by}`), reason ?? ""],
    ...[actionInWords(locale, row.subject, row.action), thingOf(locale, row, names) ?? ""],
    ...[linesOf(row.before, label, tell), linesOf(row.after, label, tell)],
    ...[row.action, row.subject, row.subject_id],
  ];
}

/** All of it that matches, a batch at a time: years of a council are not held in memory. */
async function* tableOf(db: TenantDb, locale: Locale, filters: AuditFilters): AsyncGenerator<Buffer> {
  yield Buffer.from(stringify([columnsIn(locale)], { ...options, bom: true }));
  let last: number | null = null;
  do {
    const before: number | null = last;
    const { rows, names } = await db.read(async (tx) => {
      const rows: AuditRow[] = await findChangesBefore(tx, filters, before, batch);
      return { rows, names: await namesFor(tx, rows) };
    });
    const lines = rows.map((row) => cells(locale, row, names));
    yield Buffer.from(stringify(lines, options));
    last = rows.length < batch ? null : rows.at(-1)!.id;
  } while (last !== null);
}

/** Who changed what and when. */
export const auditWorkspace: WorkspaceFeatureOf = () => ({
  routes: [
    page(paths.audit, mayReadAudit, async (c) => ({ view: "audit/audit-page", data: await auditView(c) })),
    page(paths.csv, mayReadAudit, async (c) => {
      const { page: _, ...filters } = filtersOf(c);
      return new Response(Readable.toWeb(Readable.from(tableOf(c.var.db, c.var.locale, filters))) as ReadableStream, {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="${paths.csv[c.var.locale].split("/").at(-1)}"`,
        },
      });
    }),
  ],
  navigation: [
    {
      path: paths.audit,
      policy: mayReadAudit,
      group: "running",
      order: 910,
      label: (locale) => phrases(locale, "audit")("title"),
    },
  ],
});
