import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type TestWorld } from "../../tests/support/world.ts";
import { openOperatorDb } from "../db/operator-db.ts";
import { type TenantTx, tenantDb } from "../db/tenant-db.ts";
import { addDocument } from "../features/documents/documents.service.ts";
import { elementRules } from "../features/elements/element-rules.ts";
import { addCouncil } from "../features/tenants/tenants.service.ts";
import { notRead } from "../features/uploads/take-in.ts";
import { storeFile } from "../storage/receive-file.ts";
import { type DemoSlug, demoSlugs } from "./demo-content.ts";
import { fillWork } from "./fill-council.ts";
import { onDay } from "./filling/doing.ts";
import { resolveDemo } from "./resolve.ts";

/** `DEMO_DAYS=2026-01-01,2028-02-29` tries others; each takes its time. */
const days = process.env.DEMO_DAYS?.split(",") ?? ["2026-11-25"];
let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.end());

class RolledBack extends Error {}

interface Filled {
  acts: number;
  /** Of the elements of this work that are not fully there, each with its reasons. */
  lacking: Record<string, string>;
  /** What was printed as the minutes that the portal drew. */
  minutes: { name: string; isWhole: boolean; isApproved: boolean } | null;
}

/** What the site says of these elements. */
async function lackingIn(tx: TenantTx, now: Date): Promise<Filled["lacking"]> {
  const lacking: Filled["lacking"] = {};
  for (const { codes, judge } of elementRules)
    for (const [code, { readiness, reasons }] of await judge(tx, codes, now))
      if (readiness !== "full") lacking[code] = reasons.map(({ key }) => key).join(", ");
  return lacking;
}

/** Adds a council of the demo and fills in its people and work; in place of its papers stands one small file. */
async function fillOnce(slug: DemoSlug, day: string): Promise<Filled> {
  const council = resolveDemo(slug, day);
  const { names, county, state, settings } = council;
  const { services, database } = world;
  const operator = openOperatorDb(database.appUrl);
  const { id } = await addCouncil(
    { operator, pool: services.pool, baseDomain: services.config.baseDomain, now: world.clock.now() },
    { slug, names, county, instatCode: null, state, isExample: true, settings },
  );
  await operator.destroy();
  const shelf = { spoolDir: join(services.config.dataDir, "spool"), maximumBytes: 1000, fileName: "prove.txt" };
  const file = await storeFile(services.storage, id, Readable.from([Buffer.from("Provë\r\n")]), shelf);
  const title = { title: { sq: "Provë" }, language: "sq" as const, fileName: "prove" };
  const filledIn: Filled = { acts: 0, lacking: {}, minutes: null };
  const filled = tenantDb(services.pool, id).bulk(async (tx) => {
    await fillWork(tx, council, {
      async documents(by, papers) {
        const made = [];
        for (const { role } of papers) made.push({ role, documentId: await addDocument(tx, by, file, title) });
        return made;
      },
      async print({ name = "", blocks }, fileName) {
        const said = JSON.stringify(blocks);
        filledIn.minutes = {
          name,
          isWhole: !said.includes("[…]"),
          isApproved: said.includes("u miratua në mbledhjen"),
        };
        const stored = { file, check: { virus: "not_configured" as const, text: notRead } };
        return { fileName, pdf: stored, docx: stored };
      },
    });
    filledIn.acts = (await tx.selectFrom("acts").select("id").where("state", "=", "published").execute()).length;
    filledIn.lacking = await lackingIn(tx, onDay(day).now);
    throw new RolledBack();
  });
  await expect(filled).rejects.toBeInstanceOf(RolledBack);
  return filledIn;
}

/**
 * What a good council admits to: faces are not drawn for invented people, twice the notice was short for a reason, and
 * what was invented could be followed by nobody.
 */
const admitted = {
  ...{ "I.2.1": "members.without_photo", "I.3.3": "meetings.short_notice", "I.3.5": "following.never" },
};

describe.each(days)("On %s", (day) => {
  it.each(demoSlugs)(
    "the services take in all of %s",
    async (slug) => {
      const { acts, lacking, minutes } = await fillOnce(slug, day);
      expect(acts).toBe(resolveDemo(slug, day).work.acts.length);
      // A council that has only begun has approved no minutes yet.
      const isSitting = { name: expect.stringMatching(/^Procesverbal, Mbledhje/), isWhole: true, isApproved: true };
      expect(minutes).toEqual(slug === "detas" ? null : isSitting);
      if (slug === "valbardhe") expect(lacking).toEqual(admitted);
    },
    120_000,
  );
});
