import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addCouncilBody, refusal } from "../../../tests/support/acts.ts";
import { chamberOf } from "../../../tests/support/chamber.ts";
import { doing } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { ImportOptions } from "../../import/import.ts";
import type { ImportName } from "../../import/imports.ts";
import { changeAct, withdrawAct } from "../acts/acts.service.ts";
import { relateActs } from "../acts/relations.service.ts";
import { changePerson } from "../people/people.service.ts";
import { findImports, findLeft } from "./imports.queries.ts";
import { bringIn, undoImport } from "./imports.service.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
  await addCouncilBody(world.lisi);
  await addCouncilBody(world.krasta);
  await chamberOf(world, world.lisi).term("2015-07-01", "2019-06-30", 3);
});
afterAll(() => world.end());

const bring = async (kind: ImportName, table: string, options?: ImportOptions, council: TestCouncil = world.lisi) => {
  const report = await bringIn(
    council.db,
    doing(world),
    kind,
    { name: `C:\\dosje\\${kind}.csv`, bytes: Buffer.from(table) },
    options,
  );
  expect(report.problems).toEqual([]);
  return report.id!;
};
const undo = (id: string, council = world.lisi) => council.db.write((tx) => undoImport(tx, doing(world), id));
const acts = (council = world.lisi) =>
  council.db.read((tx) => tx.selectFrom("acts").select(["id", "slug", "state"]).orderBy("slug").execute());
const slugs = async () => (await acts()).map(({ slug }) => slug);
const actId = async (slug: string) => (await acts()).find((act) => act.slug === slug)!.id;
const gaps = () => world.lisi.db.read((tx) => tx.selectFrom("act_number_gaps").select("number").execute());
const status = async (path: string) => {
  await world.catchUp();
  return (await world.lisi.get(path)).status;
};
const table = (year: number, title = "Për tarifat") =>
  `Lloji;Numri;Data;Titulli;Shfuqizon\nVendim;2;12.02.${year};${title};\nVendim;3;13.02.${year};Tjetër;Vendim 2/${year}`;

describe("An import of drafts that is taken back", () => {
  it("leaves nothing of itself: acts, gaps, relations; the audit tells of both", async () => {
    const id = await bring("acts", table(2011));
    // The register does not tell yet what the drafts leave out.
    expect([await slugs(), await gaps()]).toEqual([["vendim-2-2011", "vendim-3-2011"], []]);
    expect(await undo(id)).toEqual({ deleted: 3, withdrawn: 0, left: [] });
    expect([await slugs(), await gaps()]).toEqual([[], []]);
    const told = await world.lisi.db.read((tx) =>
      tx.selectFrom("audit_log").select("action").where("subject", "=", "import").orderBy("id").execute(),
    );
    expect(told.map(({ action }) => action)).toEqual(["import.done", "import.undone"]);
    expect(await world.lisi.db.read((tx) => findImports(tx, 10))).toMatchObject([
      { kind: "acts", file_name: "acts.csv", rows: 2, made: { acts: 2 }, undone_at: expect.any(Date) },
    ]);
  });

  it("leaves what somebody changed since, and what somebody relies on, and says why", async () => {
    const id = await bring("acts", table(2012));
    const [changed, needed] = [await actId("vendim-3-2012"), await actId("vendim-2-2012")];
    const other = await bring("acts", "Lloji;Numri;Data;Titulli\nVendim;1;01.03.2013;Më vonë");
    await world.lisi.db.write(async (tx) => {
      await changeAct(tx, doing(world), changed, { title: { sq: "Titull i ndrequr" } });
      await relateActs(tx, doing(world), {
        actId: await tx
          .selectFrom("acts")
          .select("id")
          .where("slug", "=", "vendim-1-2013")
          .executeTakeFirstOrThrow()
          .then((act) => act.id),
        kind: "amends",
        targetId: needed,
      });
    });
    const { deleted, left } = await undo(id);
    expect([deleted, left.map(({ line, entity, because }) => [line, entity, because])]).toEqual([
      0,
      [
        [2, "act", "editing.named_elsewhere"],
        [3, "act", "import.changed_since"],
        [3, "act-relation", "import.changed_since"],
      ],
    ]);
    expect(await slugs()).toEqual(["vendim-1-2013", "vendim-2-2012", "vendim-3-2012"]);
    const remembered = await world.lisi.db.read((tx) => findLeft(tx, id));
    expect(remembered.map(({ left_because }) => left_because)).toEqual(left.map(({ because }) => because));
    expect((await undo(other)).left.map(({ because }) => because)).toEqual(["import.changed_since"]);
  });
});

describe("An import that the public saw and that is taken back", () => {
  it("withdraws its acts, whose addresses say so, and a better table comes back to the same addresses", async () => {
    const id = await bring("acts", table(2016), { publish: true });
    expect(await status("/api/v1/acts/vendim-2-2016")).toBe(200);
    expect(await undo(id)).toMatchObject({ deleted: 1, withdrawn: 2, left: [{ entity: "act-gap" }] });
    expect(await status("/api/v1/acts/vendim-2-2016")).toBe(410);
    expect(await (await world.lisi.get("/en/acts/vendim-2-2016")).text()).toContain("an import that was taken back");

    await bring("acts", table(2016, "Për tarifat e reja"), { publish: true });
    await world.catchUp();
    expect(await world.lisi.json("/api/v1/acts/vendim-2-2016")).toMatchObject({ title: { sq: "Për tarifat e reja" } });
    expect(await world.lisi.json("/api/v1/acts/vendim-3-2016")).toMatchObject({
      relations: { to: [{ kind: "repeals", act: { number: 2 } }] },
    });
  });

  it("does not bring back what the council has withdrawn itself: that number is taken", async () => {
    world.clock.moveTo("2026-03-06T10:00:00+01:00");
    await world.lisi.db.write(async (tx) =>
      withdrawAct(tx, doing(world), await actId("vendim-2-2016"), { sq: "U botua gabimisht." }),
    );
    const bytes = Buffer.from(table(2016).split("\n").slice(0, 2).join("\n"));
    const report = await bringIn(world.lisi.db, doing(world), "acts", { name: "a.csv", bytes }, { publish: true });
    expect(report.problems.map(({ code }) => code)).toEqual(["acts.number_taken"]);
  });
});

describe("Taking back", () => {
  const members =
    "Mandati;Vendi;Emri;Nga;Roli në Këshill\n2015-2019;1;Ana Lleshi;01.07.2015;Kryetare\n2015-2019;2;Ben Gjoka;01.07.2015;";

  it("members takes their seats, and whoever was changed since stays a person", async () => {
    const id = await bring("members", members);
    const people = () =>
      world.lisi.db.read((tx) => tx.selectFrom("people").select(["id", "name"]).orderBy("name").execute());
    await world.lisi.db.write(async (tx) => {
      const [ana] = await tx.selectFrom("people").select("id").where("name", "=", "Ana Lleshi").execute();
      await changePerson(tx, doing(world), ana!.id, { occupation: { sq: "Juriste" } });
    });
    expect(await undo(id)).toMatchObject({
      deleted: 4,
      left: [{ line: 2, entity: "person", because: "import.changed_since" }],
    });
    expect((await people()).map(({ name }) => name)).toEqual(["Ana Lleshi"]);
    expect(await world.lisi.db.read((tx) => tx.selectFrom("memberships").select("id").execute())).toEqual([]);
  });

  it("elections that were only changed leaves them", async () => {
    const elections = "Data;Vende në Këshill;Lista;Shkurtimi;Vota;Vende\n21.06.2015;3;Lista A;A;120;3";
    const first = await bring("elections", elections);
    const second = await bring("elections", elections.replace("120", "130"), { replace: true });
    expect(await undo(second)).toMatchObject({ deleted: 0, left: [{ because: "import.was_there_before" }] });
    expect(await undo(first)).toMatchObject({ deleted: 0, left: [{ because: "import.changed_since" }] });
  });

  it("happens once, and the neighbour cannot do it", async () => {
    const id = await bring("acts", "Lloji;Numri;Data;Titulli\nVendim;1;01.03.2017;Një");
    expect(await refusal(undo(id, world.krasta))).toEqual({ code: "import.not_found" });
    expect(await world.krasta.db.read((tx) => findImports(tx, 10))).toEqual([]);
    await undo(id);
    expect(await refusal(undo(id))).toEqual({ code: "import.undone_already" });
    expect(await acts(world.krasta)).toEqual([]);
  });
});
