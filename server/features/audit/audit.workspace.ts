import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import type { TenantDb } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { aDay, aPage, queryOf, readQuery, typedText } from "../../http/list-query.ts";
import { phrases } from "../../http/phrases.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import type { WorkspaceContext } from "../../workspace/scope.ts";
import { isUuid } from "../../workspace/uuid-part.ts";
import { mayReadAudit } from "../accounts/policies.ts";
import { whereEdited } from "../editing/where-edited.shared.ts";
import { auditPaths as paths } from "./audit.paths.shared.ts";
import { type AuditFilters, type AuditRow, findChanges, findChangesBefore, findSubjects } from "./audit.queries.ts";
import { actionInWords, fieldInWords, subjectInWords } from "./audit-words.ts";
import { differences } from "./differences.ts";

const perPage = 50;
const shape = { from: aDay, until: aDay, who: typedText, subject: typedText };
const filtersOf = (c: WorkspaceContext) =>
  readQuery({ ...shape, page: aPage }, new URL(c.req.url).searchParams, ["done"]);

interface Signature {
  kind?: string;
  name?: string;
  /** Of an operator. */
  reason?: string;
}
const signatureOf = ({ actor }: AuditRow) => actor as Signature;

/** Who it was: somebody of the council’s, an operator with the reason, or the portal by itself. */
function whoOf(row: AuditRow) {
  const { kind, name = "", reason = null } = signatureOf(row);
  return { who: name, reason, by: kind === "account" || kind === "operator" ? kind : ("portal" as const) };
}

async function auditView(c: WorkspaceContext) {
  const { locale } = c.var;
  const { page: wanted, ...filters } = filtersOf(c);
  const number = wanted ?? 1;
  const { total, rows, subjects } = await c.var.db.read(async (tx) => ({
    ...(await findChanges(tx, filters, perPage, (number - 1) * perPage)),
    subjects: await findSubjects(tx),
  }));
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (number > pages) throw new AppError("http.not_found", 404);
  return {
    ...{ total, pages, page: number, query: queryOf(filters) },
    subjects: subjects
      .map((code) => ({ code, name: subjectInWords(locale, code) }))
      .toSorted((one, other) => one.name.localeCompare(other.name, locale)),
    filters: filters as AuditFilters,
    changes: rows.map((row) => ({
      ...{ id: row.id, at: row.at.toISOString(), subjectId: isUuid(row.subject_id) ? null : row.subject_id },
      deed: actionInWords(locale, row.subject, row.action),
      edited: whereEdited(row.subject, row.subject_id)?.[locale] ?? null,
      ...whoOf(row),
      differences: differences(row.before, row.after).map(({ field, ...values }) => ({
        ...{ field: fieldInWords(locale, field), ...values },
      })),
    })),
  };
}
export type AuditView = Awaited<ReturnType<typeof auditView>>;

const batch = 1_000;
const header = ["at", "kind", "who", "action", "subject", "subject_id", "before", "after"];

// As the public registers: spreadsheets know UTF-8 by its mark only, and run what looks like a formula.
const options = { escape_formulas: true, record_delimiter: "windows" } as const;
const cells = (row: AuditRow) => [
  row.at.toISOString(),
  signatureOf(row).kind ?? "",
  signatureOf(row).name ?? "",
  row.action,
  row.subject,
  row.subject_id,
  row.before ? JSON.stringify(row.before) : "",
  row.after ? JSON.stringify(row.after) : "",
];

/** All of it that matches, a batch at a time: years of a council are not held in memory. */
async function* linesOf(db: TenantDb, filters: AuditFilters): AsyncGenerator<Buffer> {
  yield Buffer.from(stringify([header], { ...options, bom: true }));
  let last: number | null = null;
  do {
    const before: number | null = last;
    const rows: AuditRow[] = await db.read((tx) => findChangesBefore(tx, filters, before, batch));
    yield Buffer.from(stringify(rows.map(cells), options));
    last = rows.length < batch ? null : rows.at(-1)!.id;
  } while (last !== null);
}

/** Who changed what and when. */
export const auditWorkspace: WorkspaceFeatureOf = () => ({
  routes: [
    page(paths.audit, mayReadAudit, async (c) => ({ view: "audit/audit-page", data: await auditView(c) })),
    page(paths.csv, mayReadAudit, async (c) => {
      const { page: _, ...filters } = filtersOf(c);
      return new Response(Readable.toWeb(Readable.from(linesOf(c.var.db, filters))) as ReadableStream, {
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
