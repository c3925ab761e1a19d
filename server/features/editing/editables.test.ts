import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { tenantDb } from "../../db/tenant-db.ts";
import { fillDemo } from "../../demo/fill-demo.ts";
import type { Actor } from "../../http/scope.ts";
import type { Doing } from "../audit/audit.service.ts";
import { findScheduled } from "../day/day.queries.ts";
import { editables } from "./editables.ts";
import { saveEdit, wholeInput } from "./editing.service.ts";
import { fromForm, inOrder, toForm } from "./form-values.ts";
import { forms } from "./forms.ts";
import { listThings } from "./listing.ts";
import { canonical, versionOf } from "./versions.ts";

let world: TestWorld;
let db: ReturnType<typeof tenantDb>;
let by: Doing;
beforeAll(async () => {
  world = await createWorld({ DEMO: "1", DEMO_DATE: "2026-03-05" });
  await fillDemo(world.services, { appUrl: world.database.appUrl, ownerUrl: null }, ["gurekuq"]);
  await world.services.registry.reload();
  const site = world.services.registry.siteOf("gurekuq.localhost");
  if (site?.kind !== "council") throw new Error("The example council is missing");
  db = tenantDb(world.services.pool, site.tenant.id);
  by = {
    actor: { kind: "account", id: crypto.randomUUID(), name: "Arta", roles: ["secretary"] },
    now: world.clock.now(),
  };
}, 120_000);
afterAll(() => world?.end());

class RolledBack extends Error {}

/** Of each kind at most so many are tried; the register of acts alone has hundreds. */
const most = 60;

describe.each(editables.map((editable) => [editable.entity, editable] as const))(
  "In the example council, every %s",
  (_, editable) => {
    const all = async () => {
      const { total, items } = await db.read((tx) =>
        listThings(tx, editable, { q: null, state: null, page: 1 }, by.now),
      );
      const further = await db.read((tx) => listThings(tx, editable, { q: null, state: null, page: 2 }, by.now));
      expect(total).toBeGreaterThan(0);
      return [...items, ...further.items].slice(0, most);
    };

    it("has a title in the list, and the form's own shape", async () => {
      for (const { id, title } of await all()) {
        expect(title.sq).toMatch(/\S/);
        const found = (await db.read((tx) => editable.find(tx, id)))!;
        expect(canonical(wholeInput(editable, found.input))).toEqual(canonical(found.input));
      }
    });

    it("that becomes public later by itself stands on the first screen, where it can be published at a time", async () => {
      if (!editable.publish) return;
      const { rows } = editable;
      const [one] = await all();
      const from = new Date(by.now.getTime() + 3_600_000);
      const found = db.write(async (tx) => {
        await sql`update ${sql.table(rows.table)} set state = 'published', public_from = ${from}
          where ${rows.only(one!.id)}`.execute(tx);
        const scheduled = await findScheduled(tx, by.actor as Actor, by.now);
        expect(scheduled.map(({ entity, id }) => `${entity} ${id}`)).toContain(`${editable.entity} ${one!.id}`);
        throw new RolledBack();
      });
      await expect(found).rejects.toThrow(RolledBack);
    });

    it("stays as it is when it is read and saved unchanged, and leaves no version", async () => {
      const before = await db.read(async (tx) => ({
        audit: await tx.selectFrom("audit_log").select("id").orderBy("id").execute(),
        versions: await tx.selectFrom("content_versions").selectAll().orderBy("area").execute(),
      }));
      for (const { id } of await all())
        await db.write(async (tx) => {
          const { input } = (await editable.find(tx, id))!;
          const sent = JSON.parse(JSON.stringify(input));
          const saved = await saveEdit(tx, by, editable, id, sent, versionOf(input));
          expect(saved).toMatchObject({ kind: "saved", isUnchanged: true, version: versionOf(input) });
        });
      const after = await db.read(async (tx) => ({
        audit: await tx.selectFrom("audit_log").select("id").orderBy("id").execute(),
        versions: await tx.selectFrom("content_versions").selectAll().orderBy("area").execute(),
      }));
      expect(after).toEqual(before);
      const kept = await db.read((tx) => tx.selectFrom("revisions").selectAll().execute());
      expect(kept).toEqual([]);
    });

    it.runIf(editable.entity in forms)("goes through its form and comes back the same, in both languages", async () => {
      for (const { id } of await all())
        await db.read(async (tx) => {
          const { input } = (await editable.find(tx, id))!;
          for (const locale of ["sq", "en"] as const) {
            const asked = new URLSearchParams();
            const { fields } = await forms[editable.entity]!({ tx, locale, ...by, input, asked });
            const typed = toForm(fields, input);
            expect(inOrder(fields, typed)).toEqual(typed);
            expect(canonical(wholeInput(editable, fromForm(fields, typed)))).toEqual(canonical(input));
          }
        });
    });

    it("is the same again when its service is told all of it", async () => {
      for (const { id } of await all())
        await db
          .write(async (tx) => {
            const { input } = (await editable.find(tx, id))!;
            // A change of an announced meeting needs its reason, whatever it changes.
            const whole = wholeInput(editable, input);
            await editable.change(tx, by, id, whole);
            expect(canonical((await editable.find(tx, id))!.input)).toEqual(canonical(input));
            throw new RolledBack();
          })
          .catch((error) => {
            if (!(error instanceof RolledBack)) throw error;
          });
    });
  },
);
