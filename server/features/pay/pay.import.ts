import * as v from "valibot";
import { shortText, wholeNumber } from "../../import/cells.schema.ts";
import { attempt, type Import, type Numbered, type RowProblem } from "../../import/import.ts";
import { takeAway } from "../editing/removing.service.ts";
import { payMonthEditable } from "./pay.editable.ts";
import { payColumns } from "./pay.import-columns.ts";
import { nameOf, publishMonth, setMonth } from "./pay.service.ts";
import { paidRoles, payBases } from "./pay.shared.ts";

/** A row is a payment; all payments of a month stand in one file. */
const Row = v.object(
  {
    year: wholeNumber,
    month: wholeNumber,
    /** The last part of the address of somebody's page. */
    person: shortText(120),
    applies_to: v.picklist(paidRoles, "import.unknown_value"),
    basis: v.optional(v.picklist(payBases, "import.unknown_value"), "month"),
    meetings: v.optional(wholeNumber),
    amount: wholeNumber,
    note_sq: v.optional(shortText(500)),
    note_en: v.optional(shortText(500)),
  },
  "text.required",
);
type Line = Numbered<v.InferOutput<typeof Row>>;

const columnOf: Record<string, string> = { personId: "person", rateId: "applies_to", note: "note_sq" };

/** Where in the file a field of the input stands: `entries.2.amount` in the third row of the month. */
const placeIn = (rows: readonly Line[]) => (path: string) => {
  const [, at, field] = /^entries\.(\d+)\.(\w+)/.exec(path) ?? [];
  if (at !== undefined) return { line: rows[Number(at)]!.line, column: columnOf[field!] ?? field! };
  return { line: rows[0]!.line, column: path || null };
};

/** What was paid in one or several months; the register's own table can be read again. */
export const payImport: Import<typeof Row> = {
  title: { sq: "Pagesat e këshilltarëve", en: "Councillors’ pay" },
  columns: payColumns,
  ignored: ["name", "applies_to_label", "basis_label", "rate", "legal_basis_sq", "legal_basis_en", "url"],
  row: Row,
  async write(tx, by, rows, { publish, replace }, { made: trace, changed }) {
    const people = new Map(
      (await tx.selectFrom("people").select(["id", "slug"]).execute()).map(({ id, slug }) => [slug, id]),
    );
    const rates = await tx
      .selectFrom("pay_rates")
      .select(["id", "applies_to", "basis", "valid_from", "valid_to"])
      .execute();
    const problems: RowProblem[] = [];
    const made = { months: 0, payments: 0 };
    for (const lines of Map.groupBy(rows, ({ year, month }) => year * 100 + month).values()) {
      const { year, month, line } = lines[0]!;
      const middle = `${year}-${String(month).padStart(2, "0")}-15`;
      const inForce = ({ applies_to, basis }: Line) =>
        rates.find(
          (rate) =>
            rate.applies_to === applies_to &&
            rate.basis === basis &&
            rate.valid_from <= middle &&
            (rate.valid_to === null || rate.valid_to >= middle),
        );
      const wrong = lines.flatMap((row): RowProblem[] => [
        ...(people.has(row.person) ? [] : [{ line: row.line, column: "person", code: "pay.person_unknown" }]),
        ...(inForce(row) ? [] : [{ line: row.line, column: "applies_to", code: "pay.rate_not_in_force" }]),
      ]);
      const there = await tx
        .selectFrom("pay_months")
        .where("year", "=", year)
        .where("month", "=", month)
        .select("state")
        .executeTakeFirst();
      if (there && there.state !== "withdrawn" && !replace)
        wrong.push({ line, column: null, code: "pay.month_there_already" });
      problems.push(...wrong);
      if (wrong.length > 0) continue;

      const entries = lines.map((row) => ({
        personId: people.get(row.person)!,
        rateId: inForce(row)!.id,
        meetings: row.meetings,
        amount: row.amount,
        note: row.note_sq ? { sq: row.note_sq, en: row.note_en } : null,
      }));
      const outcome = await attempt(tx, placeIn(lines), async () => {
        await setMonth(tx, by, { year, month, entries });
        if (publish && there?.state !== "published") await publishMonth(tx, by, { year, month });
        const note = !there || there.state === "withdrawn" ? trace : changed;
        note("pay_month", nameOf({ year, month }), line);
      });
      if ("problems" in outcome) problems.push(...outcome.problems);
      made.months += 1;
      made.payments += lines.length;
    }
    return { made, problems };
  },
  undo: {
    pay_month: {
      takeBack: (tx, by, name) => takeAway(tx, by, payMonthEditable, name),
    },
  },
};
