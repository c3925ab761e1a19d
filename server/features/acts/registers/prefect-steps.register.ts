import { type SqlBool, sql } from "kysely";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { readQuery } from "../../../http/list-query.ts";
import { type Register, textColumns } from "../../open-data/register.ts";
import { registerPath } from "../../open-data/register-paths.shared.ts";
import { prefectSteps, reconsiderations, rulings } from "../acts.shared.ts";
import { actChoices, addressColumn, citedColumns, stepChoices } from "./columns.ts";

const publicSteps = (tx: TenantTx, now: Date) =>
  tx
    .selectFrom("prefect_steps as s")
    .innerJoin("acts", "acts.id", "s.act_id")
    .where("acts.state", "=", "published")
    .where("acts.public_from", "<=", now);

const findBatch = (
  tx: TenantTx,
  now: Date,
  after: { day: string; act_id: string; position: number } | null,
  size: number,
) =>
  publicSteps(tx, now)
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(s.day, s.act_id, s.position) > (${after?.day}::date, ${after?.act_id}::uuid, ${after?.position}::integer)`,
      ),
    )
    .orderBy("s.day")
    .orderBy("s.act_id")
    .orderBy("s.position")
    .limit(size)
    .select(["s.act_id", "s.position", "s.step", "s.day", "s.protocol_number", "s.outcome", "s.reasons"])
    .select(["acts.type", "acts.number", "acts.series", "acts.adopted_on", "acts.title", "acts.slug"])
    .execute();
type Row = Awaited<ReturnType<typeof findBatch>>[number];

export const prefectStepsRegister: Register<object, Row> = {
  name: "prefect_steps",
  title: { sq: "Verifikimi nga prefekti, hap pas hapi", en: "The prefect’s review, step by step" },
  description: {
    sq: "Një rresht për çdo hap të verifikimit të një akti: depozitimi, përgjigjja, kthimi, rishqyrtimi, gjykata.",
    en: "A row for each step of an act’s review: deposit, answer, return, the new decision, the court.",
  },
  path: registerPath("prefect_steps"),
  areas: ["acts"],
  columns: [
    ...citedColumns((row: Row) => row),
    {
      name: "step",
      kind: "choice",
      label: { sq: "Hapi", en: "Step" },
      choices: stepChoices(prefectSteps),
      value: (row) => row.step,
    },
    { name: "position", kind: "integer", label: { sq: "Radha", en: "Order" }, value: (row) => row.position },
    { name: "day", kind: "date", label: { sq: "Data", en: "Date" }, value: (row) => row.day },
    {
      name: "protocol_number",
      kind: "text",
      label: { sq: "Nr. protokolli", en: "Registry no." },
      value: (row) => row.protocol_number,
    },
    {
      name: "outcome",
      kind: "choice",
      label: { sq: "Përfundimi", en: "Outcome" },
      choices: actChoices("outcome.", [...reconsiderations, ...rulings]),
      value: (row) => row.outcome,
    },
    ...textColumns("reasons", { sq: "Arsyet", en: "Reasons" }, (row: Row) => row.reasons),
    addressColumn((row) => row.slug),
  ],
  filters: (query) => readQuery({}, query),
  total: async (tx, _filters, now) =>
    (
      await publicSteps(tx, now)
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow()
    ).n,
  batch: (tx, _filters, now, after, size) => findBatch(tx, now, after, size),
};
