import type { TenantTx } from "../../../db/tenant-db.ts";
import { readQuery } from "../../../http/list-query.ts";
import { actUrl } from "../../elements/item-urls.shared.ts";
import { type Register, textColumns } from "../../open-data/register.ts";
import { registerPath } from "../../open-data/register-paths.shared.ts";
import { relationKinds } from "../acts.shared.ts";
import { actChoices, addressColumn, citedColumns } from "./columns.ts";

/** Relations of public acts to public ones or to such that stand outside of the register, in the order of their entry. */
const publicRelations = (tx: TenantTx, now: Date) =>
  tx
    .selectFrom("act_relations as r")
    .innerJoin("acts", "acts.id", "r.act_id")
    .leftJoin("acts as target", "target.id", "r.target_id")
    .where("acts.state", "=", "published")
    .where("acts.public_from", "<=", now)
    .where((eb) =>
      eb.or([
        eb("r.target_id", "is", null),
        eb.and([eb("target.state", "=", "published"), eb("target.public_from", "<=", now)]),
      ]),
    );

const findBatch = (tx: TenantTx, now: Date, after: string | null, size: number) =>
  publicRelations(tx, now)
    .$if(after !== null, (query) => query.where("r.id", ">", after!))
    .orderBy("r.id")
    .limit(size)
    .select(["r.id", "r.kind", "r.target_text", "r.since", "r.note"])
    .select(["acts.type", "acts.number", "acts.series", "acts.adopted_on", "acts.title", "acts.slug"])
    .select(["target.slug as target_slug", "target.title as target_title"])
    .execute();
type Row = Awaited<ReturnType<typeof findBatch>>[number];

export const actRelationsRegister: Register<object, Row> = {
  name: "act_relations",
  title: { sq: "Lidhjet mes akteve", en: "Relations between acts" },
  description: {
    sq: "Një rresht për çdo herë që një akt ndryshon, shfuqizon, zbaton, plotëson ose korrigjon një tjetër.",
    en: "A row for each time that an act amends, repeals, implements, supplements or corrects another.",
  },
  path: registerPath("act_relations"),
  areas: ["acts"],
  columns: [
    ...citedColumns((row: Row) => row),
    {
      name: "relation",
      kind: "choice",
      label: { sq: "Lidhja", en: "Relation" },
      choices: actChoices("to.", relationKinds),
      value: (row) => row.kind,
    },
    ...textColumns("target", { sq: "Akti tjetër", en: "Other act" }, (row: Row) => row.target_title ?? row.target_text),
    {
      name: "target_url",
      kind: "link",
      label: { sq: "Faqja e aktit tjetër", en: "Page of the other act" },
      value: ({ target_slug }, { locale, origin }) => target_slug && origin + actUrl(target_slug)[locale],
    },
    { name: "since", kind: "date", label: { sq: "Nga data", en: "From" }, value: (row) => row.since },
    ...textColumns("note", { sq: "Shënim", en: "Note" }, (row: Row) => row.note),
    addressColumn((row) => row.slug),
  ],
  filters: (query) => readQuery({}, query),
  total: async (tx, _filters, now) =>
    (
      await publicRelations(tx, now)
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow()
    ).n,
  batch: (tx, _filters, now, after, size) => findBatch(tx, now, after?.id ?? null, size),
};
