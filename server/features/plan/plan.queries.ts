import { type SqlBool, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";

const isPublic = (table: "p" | "act" | "ofDraft" | "draft", now: Date) =>
  sql<SqlBool>`(${sql.ref(`${table}.state`)} = 'published' and ${sql.ref(`${table}.public_from`)} <= ${now})`;

/** Years whose plans are public, the latest first. */
export const findPlanYears = async (tx: TenantTx, now: Date): Promise<number[]> =>
  (
    await tx
      .selectFrom("decision_plans as p")
      .where(isPublic("p", now))
      .select("p.year")
      .orderBy("p.year", "desc")
      .execute()
  ).map(({ year }) => year);

/** The public plan of a year, with the act by which it was adopted. */
export const findPlan = (tx: TenantTx, year: number, now: Date) =>
  tx
    .selectFrom("decision_plans as p")
    .leftJoin("acts as act", (join) => join.onRef("act.id", "=", "p.act_id").on(isPublic("act", now)))
    .where("p.year", "=", year)
    .where(isPublic("p", now))
    .select(["p.year", "p.adopting_act", "p.note"])
    .select(["act.slug", "act.type", "act.number", "act.adopted_on"])
    .executeTakeFirst();

/** Items of public plans with what came of them: the act named, or the first that was made of the draft. */
const itemsOfPublicPlans = (tx: TenantTx, now: Date) =>
  tx
    .selectFrom("plan_items as i")
    .innerJoin("decision_plans as p", "p.year", "i.year")
    .leftJoin("draft_acts as draft", (join) => join.onRef("draft.id", "=", "i.draft_act_id").on(isPublic("draft", now)))
    .leftJoin("acts as act", (join) => join.onRef("act.id", "=", "i.act_id").on(isPublic("act", now)))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("acts as ofDraft")
          .whereRef("ofDraft.draft_act_id", "=", "i.draft_act_id")
          .where(isPublic("ofDraft", now))
          .select(["ofDraft.slug", "ofDraft.type", "ofDraft.number", "ofDraft.adopted_on"])
          .orderBy("ofDraft.adopted_on")
          .limit(1)
          .as("made"),
      (join) => join.onTrue(),
    )
    .where(isPublic("p", now))
    .select([
      "i.id",
      "i.year",
      "i.month",
      "i.position",
      "i.title",
      "i.type",
      "i.subject",
      "i.proposer_kind",
      "i.proposer",
    ])
    .select(["i.is_consulted", "i.dropped_on", "i.dropped_reason", "draft.slug as draft_slug", "draft.stage"])
    .select((eb) => [
      eb.fn.coalesce("act.slug", "made.slug").as("act_slug"),
      eb.fn.coalesce("act.type", "made.type").as("act_type"),
      eb.fn.coalesce("act.number", "made.number").as("act_number"),
      eb.fn.coalesce("act.adopted_on", "made.adopted_on").as("adopted_on"),
    ]);
export type FoundPlanItem = Awaited<ReturnType<ReturnType<typeof itemsOfPublicPlans>["executeTakeFirstOrThrow"]>>;

/** The items of a year's public plan in its order. */
export const findPlanItems = (tx: TenantTx, year: number, now: Date) =>
  itemsOfPublicPlans(tx, now)
    .where("i.year", "=", year)
    .orderBy("i.month")
    .orderBy("i.position")
    .orderBy("i.id")
    .execute();

export const countPlanItems = async (tx: TenantTx, year: number | null, now: Date): Promise<number> =>
  (
    await tx
      .selectFrom("plan_items as i")
      .innerJoin("decision_plans as p", "p.year", "i.year")
      .where(isPublic("p", now))
      .$if(year !== null, (query) => query.where("i.year", "=", year!))
      .select((eb) => eb.fn.countAll<number>().as("total"))
      .executeTakeFirstOrThrow()
  ).total;

/** A batch of planned acts of all years, or of one, after the row where the one before it ended. */
export const findPlanBatch = (
  tx: TenantTx,
  year: number | null,
  now: Date,
  after: Pick<FoundPlanItem, "year" | "month" | "position" | "id"> | null,
  size: number,
) =>
  itemsOfPublicPlans(tx, now)
    .$if(year !== null, (query) => query.where("i.year", "=", year!))
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(i.year, i.month, i.position, i.id) >
          (${after?.year}::integer, ${after?.month}::integer, ${after?.position}::integer, ${after?.id}::uuid)`,
      ),
    )
    .orderBy("i.year")
    .orderBy("i.month")
    .orderBy("i.position")
    .orderBy("i.id")
    .limit(size)
    .execute();
