import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { openOperatorDb } from "../../db/operator-db.ts";
import { openPool, type Pool } from "../../db/pool.ts";
import { type RegistryDb, registryDb } from "../../db/registry-db.ts";
import { tenantDb } from "../../db/tenant-db.ts";
import { findSettings } from "../settings/settings.queries.ts";
import { municipalityBySlug } from "./municipalities.ts";
import { TenantRegistry } from "./registry.ts";
import { findSimilar, findTenant } from "./tenants.queries.ts";
import { addCouncil, councilOf, type OnboardingParts, setCouncilState } from "./tenants.service.ts";

let database: TestDatabase;
let operator: RegistryDb;
let pool: Pool;
let parts: OnboardingParts;
const now = new Date("2026-03-05T09:00:00Z");
const council = (slug: string) => councilOf(municipalityBySlug(slug)!);

beforeAll(async () => {
  database = await freshDatabase();
  operator = openOperatorDb(database.appUrl);
  pool = openPool(database.appUrl, { max: 4 });
  parts = { operator, pool, baseDomain: "portali.al", now };
});
afterAll(async () => {
  await operator.destroy();
  await pool.end();
  await database.drop();
});

async function siteOf(host: string) {
  const registry = new TenantRegistry(registryDb(pool), "portali.al");
  await registry.reload();
  return registry.siteOf(host);
}

describe("A council out of the 61 municipalities", () => {
  it("is there in one go: under its name and host, with settings of its own, marked as being set up", async () => {
    const { id, host, isNew } = await addCouncil(parts, council("korce"));
    expect({ host, isNew }).toEqual({ host: "korce.portali.al", isNew: true });
    expect(await siteOf("korce.portali.al")).toMatchObject({
      kind: "council",
      tenant: {
        id,
        state: "onboarding",
        county: "korce",
        isExample: false,
        names: {
          place: { sq: "Korçë" },
          municipality: { sq: "Bashkia Korçë" },
          council: { sq: "Këshilli Bashkiak Korçë" },
        },
      },
    });
    expect(await tenantDb(pool, id).read(findSettings)).toMatchObject({
      languages: ["sq", "en"],
      theme: { emblem: "default" },
      contacts: {},
    });
  });

  it("is left as it is when it is added again, with whatever it has set since", async () => {
    const first = await addCouncil(parts, council("berat"));
    await tenantDb(pool, first.id).write((tx) =>
      tx
        .updateTable("tenant_settings")
        .set({ languages: ["sq"] })
        .execute(),
    );
    await setCouncilState(operator, "berat", "live");
    expect(await addCouncil(parts, council("berat"))).toEqual({ ...first, isNew: false });
    expect(await findTenant(operator, "berat")).toMatchObject({ state: "live" });
    expect((await tenantDb(pool, first.id).read(findSettings)).languages).toEqual(["sq"]);
  });

  it("that was added only half is not served, and is completed by adding it again", async () => {
    const { names, county, instatCode } = council("fier");
    await operator
      .insertInto("tenants")
      .values({ slug: "fier", names: JSON.stringify(names), county, instat_code: instatCode })
      .execute();
    expect(await siteOf("fier.portali.al")).toBeUndefined();
    expect(await addCouncil(parts, council("fier"))).toMatchObject({ isNew: true });
    expect(await siteOf("fier.portali.al")).toMatchObject({ kind: "council" });
  });

  it("is added once by two operators at the same moment", async () => {
    const other = openOperatorDb(database.appUrl);
    const added = await Promise.all([
      addCouncil(parts, council("vlore")),
      addCouncil({ ...parts, operator: other }, council("vlore")),
    ]);
    await other.destroy();
    expect(added[0].id).toBe(added[1].id);
    expect(added.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it("is closed and opened again; the other councils are not touched", async () => {
    await addCouncil(parts, council("durres"));
    await addCouncil(parts, council("kruje"));
    expect(await setCouncilState(operator, "durres", "suspended")).toBe("onboarding");
    expect(await siteOf("durres.portali.al")).toMatchObject({ tenant: { state: "suspended" } });
    expect(await siteOf("kruje.portali.al")).toMatchObject({ tenant: { state: "onboarding" } });
    expect(await setCouncilState(operator, "durres", "live")).toBe("suspended");
    expect(await setCouncilState(operator, "askund", "live")).toBeNull();
  });
});

describe("The registry", () => {
  it("cannot be changed by the application's own login", async () => {
    const own = registryDb(pool);
    await expect(own.updateTable("tenants").set({ state: "live" }).execute()).rejects.toThrow(/permission denied/);
    await expect(own.deleteFrom("tenant_hosts").execute()).rejects.toThrow(/permission denied/);
  });

  it("does not let the operator read what is a council's", async () => {
    const pool = openPool(database.appUrl, { max: 1, role: "portal_operator" });
    for (const table of ["tenant_settings", "publications", "audit_log", "mails"]) {
      await expect(pool.query(`select from ${table}`), table).rejects.toThrow(/permission denied/);
    }
    await pool.end();
  });

  it("knows what was meant by a name that is nearly right", async () => {
    const names = ["korce", "Korça", "kolonje", "sarande", "Shkodër"];
    expect((await findSimilar(operator, "korca", names))[0]).toBe("Korça");
    expect(await findSimilar(operator, "shkoder", names)).toEqual(["Shkodër"]);
    expect(await findSimilar(operator, "xyzw", names)).toEqual([]);
  });
});
