import { afterAll, beforeAll, expect, it } from "vitest";
import { doing } from "../../../tests/support/content.ts";
import { addBody, addItem, addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { takeUpChanges } from "../search/search.jobs.ts";
import type { SearchPage } from "../search/search.schema.ts";
import { publishRecording, setChapters, setRecordingLink, withdrawRecording } from "./recordings.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let meeting: string;
let item: string;
const by = () => doing(world);
const index = (council: TestCouncil) =>
  takeUpChanges(world.services.search)(council.db, world.clock.now(), new AbortController().signal, council.id);
const found = async (q: string, council = lisi) => {
  const answer = await council.get(`/api/v1/search?q=${encodeURIComponent(q)}&kind=recording`);
  return ((await answer.json()) as SearchPage).hits.map(({ title, url }) => [title, url.sq]);
};

beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  const body = await addBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak" });
  meeting = await addMeeting(lisi, body, "2026-02-26-keshilli", {
    starts_at: new Date("2026-02-26T17:00:00Z"),
    stage: "closed",
  });
  item = await addItem(lisi, meeting, [1], { sq: "Tarifa e ujit të pijshëm" });
  await lisi.db.write(async (tx) => {
    await setRecordingLink(tx, by(), meeting, { link: "https://video.example.al/mbledhja" });
    await setChapters(tx, by(), meeting, [{ kind: "item", starts: 60, itemId: item }]);
  });
  await index(lisi);
});
afterAll(() => world.end());

it("A recording is found by what was discussed in it, once it is public, as long as it is, and by no neighbour", async () => {
  expect(await found("tarifat e ujit")).toEqual([]);
  await lisi.db.write((tx) => publishRecording(tx, by(), meeting));
  await index(lisi);
  const title = "Regjistrimi: Mbledhje e radhës, Këshilli Bashkiak, 26.02.2026";
  expect(await found("tarifat e ujit")).toEqual([[title, "/videoteka/2026-02-26-keshilli"]]);
  await index(world.krasta);
  expect(await found("tarifat e ujit", world.krasta)).toEqual([]);
  await lisi.db.write((tx) => setChapters(tx, by(), meeting, []));
  await index(lisi);
  expect(await found("tarifat e ujit")).toEqual([]);
  expect(await found("regjistrimi i mbledhjes")).toHaveLength(1);
  await lisi.db.write((tx) => withdrawRecording(tx, by(), meeting));
  expect(await found("regjistrimi i mbledhjes")).toEqual([]);
});
