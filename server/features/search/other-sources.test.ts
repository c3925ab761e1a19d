import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { doing, shelfOf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { addPhoto, changeAlbum, createAlbum, publishAlbum, withdrawAlbum } from "../albums/albums.service.ts";
import { uploadPhoto } from "../albums/photos.service.ts";
import { createElection, publishElection } from "../elections/elections.service.ts";
import { takeUpChanges } from "./search.jobs.ts";
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
