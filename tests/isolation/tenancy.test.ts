import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { json } from "../../server/db/columns.ts";
import { raiseVersion } from "../../server/db/content-versions.ts";
import { type TenantId, tenantDb } from "../../server/db/tenant-db.ts";
import { createWorld, type TestWorld } from "../support/world.ts";

describe("A council's data", () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createWorld();
    for (const { db, slug } of [world.lisi, world.krasta])
      await db.write((tx) =>
        tx
          .insertInto("documents")
          .values({ title: json({ sq: `Dokument i ${slug}` }), public_from: null })
          .execute(),
      );
  });
  afterAll(() => world.end());

  it("is all that a query without any condition finds", async () => {
    for (const { db, slug } of [world.lisi, world.krasta]) {
      const rows = await db.read((tx) => tx.selectFrom("documents").select("title").execute());
      expect(rows).toEqual([{ title: { sq: `Dokument i ${slug}` } }]);
    }
  });

  it("cannot be changed, deleted or named by its neighbour", async () => {
    const { lisi, krasta } = world;
    const { id } = await lisi.db.read((tx) => tx.selectFrom("documents").select("id").executeTakeFirstOrThrow());
    await krasta.db.write(async (tx) => {
      const changed = await tx.updateTable("documents").set({ language: "en" }).where("id", "=", id).executeTakeFirst();
      const deleted = await tx.deleteFrom("documents").where("id", "=", id).executeTakeFirst();
      expect([changed.numUpdatedRows, deleted.numDeletedRows]).toEqual([0n, 0n]);
    });
    const named = krasta.db.write((tx) =>
      tx
        .insertInto("documents")
        .values({ tenant_id: lisi.id, title: json({ sq: "i huaj" }), public_from: null } as never)
        .execute(),
    );
    await expect(named).rejects.toThrow(/row-level security/);
    const paired = krasta.db.write((tx) =>
      tx
        .insertInto("document_versions")
        .values({ document_id: id, version: 1, visibility: "public", sha256: "a".repeat(64), file_name: "x" })
        .execute(),
    );
    await expect(paired).rejects.toThrow(/foreign key/);
  });

  it("is an error without a council, never an empty list", async () => {
    const { pool } = world.services;
    await expect(pool.query("select * from documents")).rejects.toThrow(/app.tenant_id|invalid input syntax/);
    await world.lisi.db.read((tx) => tx.selectFrom("documents").select("id").execute());
    for (let each = 0; each < 6; each++) await expect(pool.query("select * from documents")).rejects.toThrow();
    expect(() => tenantDb(pool, "x'; drop table tenants; --" as TenantId)).toThrow(TypeError);
  });

  it("refuses to be written by a read", async () => {
    const written = world.lisi.db.read((tx) => raiseVersion(tx, "settings"));
    await expect(written).rejects.toThrow(/read-only transaction/);
  });
});
