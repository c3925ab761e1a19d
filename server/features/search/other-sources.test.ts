import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { chamberOf } from "../../../tests/support/chamber.ts";
import { doing, shelfOf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { addPhoto, changeAlbum, createAlbum, publishAlbum, withdrawAlbum } from "../albums/albums.service.ts";
import { uploadPhoto } from "../albums/photos.service.ts";
import { createBody, publishBody } from "../bodies/bodies.service.ts";
import { createElection, publishElection } from "../elections/elections.service.ts";
import { takeUpBody, takeUpChanges } from "./search.jobs.ts";
import type { SearchPage } from "./search.schema.ts";

let world: TestWorld;
let lisi: TestCouncil;
let albumId: string;
const by = () => doing(world);
const index = (council: TestCouncil) =>
  takeUpChanges(world.services.search)(council.db, world.clock.now(), new AbortController().signal, council.id);
const found = async (q: string, council = lisi) => {
  const answer = await council.get(`/api/v1/search?q=${encodeURIComponent(q)}`);
  return ((await answer.json()) as SearchPage).hits.map(({ kind, title }) => `${kind}: ${title}`);
};

beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#336699" } })
    .jpeg()
    .toBuffer();
  const photo = await uploadPhoto(shelfOf(world, lisi), Readable.from([jpeg]), { fileName: "foto.jpg" });
  await lisi.db.write(async (tx) => {
    const lists = [{ name: { sq: "Lëvizja e Gurit", en: "Stone Movement" }, shortName: "LG", votes: 10, seats: 1 }];
    const counts = { electorate: 20, voters: 12, validBallots: 10, invalidBallots: 2 };
    const election = { kind: "ordinary" as const, heldOn: "2023-05-14", seats: 1, ...counts, lists };
    await publishElection(tx, by(), (await createElection(tx, by(), election)).id);
    const album = await createAlbum(tx, by(), { title: { sq: "Panairi i ullirit" }, date: "2026-01-01" });
    albumId = album.id;
    const words = { sq: "Vjelja në kodër" };
    await addPhoto(tx, by(), album.id, photo, { caption: words, alternative: words });
  });
  await index(lisi);
});
afterAll(() => world.end());

it("An election is found by its year and by its lists, and by no neighbour", async () => {
  expect(await found("zgjedhjet vendore 2023")).toContain("election: Zgjedhjet vendore 2023");
  expect(await found("levizjen e gurit")).toEqual(["election: Zgjedhjet vendore 2023"]);
  await index(world.krasta);
  expect(await found("levizjen e gurit", world.krasta)).toEqual([]);
});

it("An album is found by its title and by what is written under its photos, once it is public and as long as it is", async () => {
  expect(await found("vjeljen")).toEqual([]);
  await lisi.db.write((tx) => publishAlbum(tx, by(), albumId));
  await index(lisi);
  for (const q of ["panaireve", "vjeljen ne koder"]) expect(await found(q)).toEqual(["album: Panairi i ullirit"]);
  await lisi.db.write((tx) =>
    changeAlbum(tx, by(), albumId, { title: { sq: "Festa e vajit" }, date: "2026-01-01", photos: [] }),
  );
  await index(lisi);
  expect(await found("festën e vajit")).toEqual(["album: Festa e vajit"]);
  expect(await found("vjeljen ne koder")).toEqual([]);
  await lisi.db.write((tx) => withdrawAlbum(tx, by(), albumId));
  expect(await found("festën e vajit")).toEqual([]);
});

it("A person is found by a body only while the public knows of that", async () => {
  const chamber = chamberOf(world, lisi);
  const person = await chamber.person("Drita Kola");
  const later = new Date("2099-01-01T08:00:00Z");
  const body = await lisi.db.write(async (tx) => {
    const made = await createBody(tx, by(), { kind: "committee", name: { sq: "Komisioni i Kullotave" } });
    await publishBody(tx, by(), made.id, later);
    return made;
  });
  await chamber.join({ bodyId: body.id, personId: person.id, role: "chair", beginsOn: "2024-01-01" });
  await index(lisi);
  expect(await found("kullotave")).toEqual([]);
  const due = await lisi.db.read((tx) =>
    tx.selectFrom("outbox").where("topic", "=", "body-found").select(["subject_id", "due_at"]).execute(),
  );
  expect(due).toEqual([{ subject_id: body.id, due_at: later }]);
  await lisi.db.write((tx) => publishBody(tx, by(), body.id));
  await lisi.db.write((tx) => tx.deleteFrom("search_changes").execute());
  await lisi.db.write((tx) => takeUpBody(tx, body.id, new AbortController().signal, lisi.id));
  await index(lisi);
  expect((await found("kullotave")).toSorted()).toEqual(["body: Komisioni i Kullotave", "person: Drita Kola"]);
});
