import { aYear, type QueryValues, readQuery } from "../../http/list-query.ts";
import { phrases } from "../../http/phrases.ts";
import { dayIn } from "../../local-time.ts";
import { proposerColumns, subjectColumn, typeColumn } from "../acts/matter-columns.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import { actUrl, draftActUrl } from "../elements/item-urls.shared.ts";
import { titleOf } from "../elements/titles.ts";
import { type AnyRegister, type Register, textColumns } from "../open-data/register.ts";
import { countPlanItems, type FoundPlanItem, findPlanBatch } from "./plan.queries.ts";
import { type PlanState, planStates } from "./plan.shared.ts";
import { stateOf } from "./plan-view.ts";

const narrowing = { year: aYear };
type Filters = QueryValues<typeof narrowing>;
type Row = FoundPlanItem & { state: PlanState };

const stateChoices = planStates.map((value) => ({
  value,
  label: { sq: phrases("sq", "plan")(`state.${value}`), en: phrases("en", "plan")(`state.${value}`) },
}));

const planRegister: Register<Filters, Row> = {
  name: "plan",
  title: titleOf("I.3.1"),
  description: {
    sq: "Një rresht për çdo akt të parashikuar në planet vjetore të publikuara, me atë që u bë me të deri sot.",
    en: "A row for each act foreseen in the published yearly plans, with what has become of it by today.",
  },
  path: elementByCode("I.3.1").path,
  areas: ["drafts", "acts"],
  columns: [
    { name: "id", kind: "text", label: { sq: "Identifikuesi", en: "Identifier" }, value: (row) => row.id },
    { name: "year", kind: "integer", label: { sq: "Viti", en: "Year" }, value: (row) => row.year },
    { name: "month", kind: "integer", label: { sq: "Muaji", en: "Month" }, value: (row) => row.month },
    ...textColumns("title", { sq: "Akti i planifikuar", en: "Planned act" }, (row: Row) => row.title),
    typeColumn((row: Row) => row.type),
    subjectColumn((row: Row) => row.subject),
    ...proposerColumns((row: Row) => row),
    {
      name: "is_consulted",
      kind: "boolean",
      label: { sq: "Kalon në konsultim publik", en: "The public is consulted" },
      value: (row) => row.is_consulted,
    },
    {
      name: "state",
      kind: "choice",
      label: { sq: "Gjendja sot", en: "State today" },
      choices: stateChoices,
      value: (row) => row.state,
    },
    {
      name: "adopted_on",
      kind: "date",
      label: { sq: "Miratuar më", en: "Adopted on" },
      value: (row) => row.adopted_on,
    },
    {
      name: "dropped_on",
      kind: "date",
      label: { sq: "Hequr dorë më", en: "Dropped on" },
      value: (row) => row.dropped_on,
    },
    ...textColumns(
      "dropped_reason",
      { sq: "Arsyeja e heqjes dorë", en: "Reason for dropping" },
      (row: Row) => row.dropped_reason,
    ),
    {
      name: "act_url",
      kind: "link",
      label: { sq: "Akti i miratuar", en: "The act adopted" },
      value: (row, { locale, origin }) => row.act_slug && origin + actUrl(row.act_slug)[locale],
    },
    {
      name: "draft_url",
      kind: "link",
      label: { sq: "Projektakti", en: "The draft act" },
      value: (row, { locale, origin }) => row.draft_slug && origin + draftActUrl(row.draft_slug)[locale],
    },
  ],
  filters: (query) => readQuery(narrowing, query),
  total: (tx, { year }, now) => countPlanItems(tx, year, now),
  async batch(tx, { year }, now, after, size) {
    const rows = await findPlanBatch(tx, year, now, after, size);
    return rows.map((row) => ({ ...row, state: stateOf(row, dayIn(now)) }));
  },
};

export const planRegisters: readonly AnyRegister[] = [planRegister];
