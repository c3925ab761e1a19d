import { expect, it } from "vitest";
import { databaseForTest } from "../../tests/support/database.ts";
import { openPool } from "../db/pool.ts";
import { type TenantId, tenantDb } from "../db/tenant-db.ts";
import { seedCouncils, seedSlug } from "./seed-councils.ts";

const today = "2026-03-05";
const seed = (appUrl: string, councils: number) =>
  seedCouncils(
    { appUrl },
    { councils, years: 1, baseDomain: "localhost", now: new Date("2026-03-05T09:00:00Z"), today },
  );

/** Of the first council: how much there is, and some of what it says. */
async function look(appUrl: string) {
  const pool = openPool(appUrl, { max: 1 });
  try {
    const { rows } = await pool.query<{ id: TenantId }>("select id from tenants where slug = $1", [seedSlug(1)]);
    return await tenantDb(pool, rows[0]!.id).read(async (tx) => {
      const count = async (
        table: "meetings" | "acts" | "ballots" | "draft_acts" | "attachments" | "plan_items" | "document_texts",
      ) =>
        (
          await tx
            .selectFrom(table)
            .select((eb) => eb.fn.countAll<number>().as("n"))
            .executeTakeFirstOrThrow()
        ).n;
      return {
        meetings: await count("meetings"),
        acts: await count("acts"),
        ballots: await count("ballots"),
        drafts: await count("draft_acts"),
        papers: await count("attachments"),
        planned: await count("plan_items"),
        texts: await count("document_texts"),
        later: await tx.selectFrom("acts").select("slug").where("adopted_on", ">=", today).execute(),
        first: await tx
          .selectFrom("acts")
          .select(["id", "slug", "title"])
          .orderBy("adopted_on")
          .orderBy("number")
          .limit(3)
          .execute(),
        unequal: await tx
          .selectFrom("votes as v")
          .innerJoin("ballots as b", "b.vote_id", "v.id")
          .where("b.choice", "=", "for")
          .groupBy(["v.id", "v.votes_for"])
          .having((eb) => eb(eb.fn.countAll<number>(), "<>", eb.ref("v.votes_for")))
          .select("v.id")
          .execute(),
      };
    });
  } finally {
    await pool.end();
  }
}

it("fills councils with a year of work that adds up, once, and the same for the same day", async () => {
  const [database, another] = [await databaseForTest(), await databaseForTest()];
  expect(await seed(database.appUrl, 2)).toBe(2);
  const seen = await look(database.appUrl);
  expect(seen.meetings).toBeGreaterThan(60);
  expect(seen.acts).toBeGreaterThan(180);
  expect(seen.ballots).toBeGreaterThan(4_000);
  expect(seen.drafts).toBeGreaterThan(30);
  expect(seen.papers).toBeGreaterThan(500);
  expect(seen.planned).toBe(60);
  expect(seen.texts).toBeGreaterThan(seen.papers);
  expect(seen.later).toEqual([]);
  expect(seen.unequal).toEqual([]);
  expect(await seed(database.appUrl, 2)).toBe(0);
  expect(await seed(another.appUrl, 1)).toBe(1);
  expect(await look(another.appUrl)).toEqual(seen);
}, 60_000);
