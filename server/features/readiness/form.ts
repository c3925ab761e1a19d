import type { TenantNames } from "../../db/registry-db.ts";
import { phrases } from "../../http/phrases.ts";
import { dayIn, numericDay } from "../../local-time.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { parts, sectionsOf } from "../elements/catalogue.shared.ts";
import { levels } from "../elements/verdict.ts";
import type { Board, BoardRow, Step } from "./readiness.schema.ts";
import { horizons, yearsOf } from "./readiness.shared.ts";

/** A day of a form's cell, `YYYY-MM-DD`; a text; or nothing. */
export type FormCell = { day: string } | string | null;

export type FormRow =
  | { kind: "part" | "section"; code: string; title: string }
  | { kind: "element"; cells: FormCell[] };

/** One heading over columns that have their own below it, or a heading alone. */
export interface FormHeading {
  label: string;
  columns: { label: string; shape: "mark" | "text" | "day" | "name" }[];
}

/** The councils' form in one language, as it is printed and as a sheet of a workbook. */
export interface Form {
  sheet: string;
  /** What stands above the table, line by line. */
  lines: string[];
  number: string;
  element: string;
  headings: FormHeading[];
  rows: FormRow[];
}

/** What was said of an element, the earliest first. */
export interface FormComment {
  element: string;
  text: string;
  by: string;
  at: Date;
}

/**
 * The form on which councils plan their site: all parts and sections in their order, the state of each element, the plan
 * in the short and the middle term, and comments.
 * @param site the host of the council's site
 */
export function readinessForm(
  locale: Locale,
  { names, site }: { names: TenantNames; site: string },
  { rows, today }: Pick<Board, "rows" | "today">,
  comments: readonly FormComment[],
): Form {
  const t = phrases(locale, "board");
  const say = (text: LocalizedText) => text[locale] || text.sq;
  const saidOf = Map.groupBy(comments, ({ element }) => element);
  const ofSection = Map.groupBy(rows, ({ section }) => section);

  const marks = (level: string | undefined) => levels.map((each) => (each === level ? "X" : null));
  const remark = (step: Step) => {
    if (step.doneOn) return t("form_done", { day: numericDay(step.doneOn) });
    return step.isOverdue ? t("form_overdue") : null;
  };
  const stepCells = (step: Step | null): FormCell[] =>
    step
      ? [[say(step.text), remark(step)].filter(Boolean).join("\n"), { day: step.dueOn }, step.responsible]
      : [null, null, null];
  const commentCell = ({ code }: BoardRow) =>
    (saidOf.get(code) ?? []).map(({ text, by, at }) => `${numericDay(dayIn(at))}, ${by}: ${text}`).join("\n") || null;
  const elementRow = (row: BoardRow): FormRow => ({
    kind: "element",
    cells: [
      row.code,
      row.title[locale],
      ...marks(row.computed.level),
      row.computed.reason[locale],
      ...marks(row.own?.level),
      row.own?.note ? say(row.own.note) : null,
      ...horizons.flatMap((horizon) => stepCells(row.steps[horizon])),
      commentCell(row),
    ],
  });

  const markColumns = [t("form_none"), t("form_partial"), t("form_full")].map((label) => ({
    label,
    shape: "mark" as const,
  }));
  const heading = {
    short: t("form_short", { years: yearsOf("short", today) }),
    mid: t("form_mid", { years: yearsOf("mid", today) }),
  };
  return {
    sheet: t("form_sheet"),
    lines: [say(names.council), t("form_title"), t("form_as_of", { day: numericDay(today), site })],
    number: t("form_number"),
    element: t("form_element"),
    headings: [
      { label: t("form_state"), columns: [...markColumns, { label: t("form_reason"), shape: "text" }] },
      { label: t("form_own"), columns: [...markColumns, { label: t("form_note"), shape: "text" }] },
      ...horizons.map(
        (horizon): FormHeading => ({
          label: `${t("form_plan")}: ${heading[horizon]}`,
          columns: [
            { label: t("form_plan"), shape: "text" },
            { label: t("form_due"), shape: "day" },
            { label: t("form_responsible"), shape: "name" },
          ],
        }),
      ),
      { label: t("form_comments"), columns: [{ label: t("form_comments"), shape: "text" }] },
    ],
    rows: parts.flatMap((part): FormRow[] => [
      { kind: "part", code: part.code, title: part.title[locale] },
      ...sectionsOf(part.code).flatMap((section): FormRow[] => [
        { kind: "section", code: section.code, title: section.title[locale] },
        ...(ofSection.get(section.code) ?? []).map(elementRow),
      ]),
    ]),
  };
}
