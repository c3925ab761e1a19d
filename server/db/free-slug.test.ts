import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing } from "../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../tests/support/world.ts";
import { changeAlbum, createAlbum } from "../features/albums/albums.service.ts";
import { changeBody, createBody, publishBody } from "../features/bodies/bodies.service.ts";
import { changeDraftAct, createDraftAct } from "../features/draft-acts/draft-acts.service.ts";
import { changePerson, createPerson, publishPerson } from "../features/people/people.service.ts";
import {
  changePublication,
  createPublication,
  publishPublication,
} from "../features/publications/publications.service.ts";
import type { TenantTx } from "./tenant-db.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

const by = () => doing(world);
const write = <T>(work: (tx: TenantTx) => Promise<T>, council: TestCouncil = world.lisi) => council.db.write(work);
const both = (sq: string) => ({ sq, en: sq });
const notice = (sq: string, slug?: string) => ({
  ...{ element: "V.1.1", title: both(sq), date: "2026-03-01", documents: [], ...(slug && { slug }) },
  ...{ body: both("<p>Njoftim.</p>"), fields: { topic: "budget" } },
});
const draft = (sq: string) => ({
  ...({ type: "decision", nature: "normative", subject: "budget", registeredOn: "2026-03-01" } as const),
  ...{ title: both(sq), summary: both("Përmbledhje."), proposerKind: "mayor" as const, consultationRequired: true },
});

const kinds = {
  publications: {
    make: (tx: TenantTx, name: string) => createPublication(tx, by(), notice(name)),
    rename: (tx: TenantTx, id: string, name: string) => changePublication(tx, by(), id, { title: both(name) }),
  },
  albums: {
    make: (tx: TenantTx, name: string) => createAlbum(tx, by(), { title: both(name), date: "2026-03-01" }),
    rename: (tx: TenantTx, id: string, name: string) =>
      changeAlbum(tx, by(), id, { title: both(name), date: "2026-03-01", photos: [] }),
  },
  draft_acts: {
    make: (tx: TenantTx, name: string) => createDraftAct(tx, by(), draft(name)),
    rename: (tx: TenantTx, id: string, name: string) => changeDraftAct(tx, by(), id, { title: both(name) }),
  },
  people: {
    make: (tx: TenantTx, name: string) => createPerson(tx, by(), { name, familyName: "Hoxha" }),
    rename: (tx: TenantTx, id: string, name: string) => changePerson(tx, by(), id, { name }),
  },
  bodies: {
    make: (tx: TenantTx, name: string) => createBody(tx, by(), { kind: "committee", name: both(name) }),
    rename: (tx: TenantTx, id: string, name: string) => changeBody(tx, by(), id, { name: both(name) }),
  },
} as const;
type Kind = keyof typeof kinds;

const slugIn = async (table: Kind, id: string, council = world.lisi) =>
  (await council.db.read((tx) => tx.selectFrom(table).select("slug").where("id", "=", id).executeTakeFirstOrThrow()))
    .slug;

describe("The address of what nobody has seen yet", () => {
  it.each(Object.keys(kinds) as Kind[])("follows its name: %s", async (table) => {
    const { make, rename } = kinds[table];
    const { id, slug } = await write((tx) => make(tx, "Emri që mbeti"));
    expect(slug).toBe("emri-qe-mbeti");
    await write((tx) => rename(tx, id, "Orari i verës"));
    expect(await slugIn(table, id)).toBe("orari-i-veres");
    // A second of that name, and back again: each has one of its own.
    const second = await write((tx) => make(tx, "Emri që mbeti"));
    await write((tx) => rename(tx, second.id, "Orari i verës"));
    expect(await slugIn(table, second.id)).toBe("orari-i-veres-2");
    await write((tx) => rename(tx, second.id, "Orari i vjeshtës"));
    expect(await slugIn(table, second.id)).toBe("orari-i-vjeshtes");
  });

  it("is free in the neighbouring council", async () => {
    const { id } = await write((tx) => kinds.people.make(tx, "Arta Hoxha"), world.krasta);
    await write((tx) => kinds.people.rename(tx, id, "Orari i verës"), world.krasta);
    expect(await slugIn("people", id, world.krasta)).toBe("orari-i-veres");
  });

  it("stays where it was given by hand, and once the public had it", async () => {
    const chosen = await write((tx) => createPublication(tx, by(), notice("Titulli", "e-zgjedhur")));
    await write((tx) => kinds.publications.rename(tx, chosen.id, "Tjetër titull"));
    expect(await slugIn("publications", chosen.id)).toBe("e-zgjedhur");
    const steps = { publications: publishPublication, people: publishPerson, bodies: publishBody } as const;
    for (const [table, publish] of Object.entries(steps) as ["publications", typeof publishPublication][]) {
      const { id } = await write((tx) => kinds[table].make(tx, "Adresë publike"));
      await write((tx) => publish(tx, by(), id));
      await write((tx) => kinds[table].rename(tx, id, "Emër i ri"));
      expect([table, await slugIn(table, id)]).toEqual([table, "adrese-publike"]);
    }
  });
});
