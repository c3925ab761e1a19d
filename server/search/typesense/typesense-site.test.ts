import { afterAll, beforeAll, expect, it } from "vitest";
import { doing, law, publish, storePdf } from "../../../tests/support/content.ts";
import { TypesenseContract } from "../../../tests/support/typesense-contract.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { readTexts } from "../../features/document-texts/document-texts.jobs.ts";
import { textReader } from "../../features/document-texts/text-reader.ts";
import { withdrawPublication } from "../../features/publications/publications.service.ts";
import { takeUpChanges } from "../../features/search/search.jobs.ts";
import type { SearchPage } from "../../features/search/search.schema.ts";

let contract: TypesenseContract;
let world: TestWorld;
let publicationId: string;
beforeAll(async () => {
  contract = new TypesenseContract();
  const url = await contract.start();
  world = await createWorld({ TYPESENSE_URL: url, TYPESENSE_API_KEY: contract.apiKey });
  await world.services.search.prepare();
  const { lisi, krasta } = world;
  const { id } = await storePdf(world, lisi, "Kontejnerët nëntokësorë kushtojnë më pak se të tjerët.");
  ({ id: publicationId } = await publish(world, lisi, law({ title: { sq: "Ligji për mbetjet" }, documents: [id] })));
  await publish(world, krasta, law({ title: { sq: "Ligji i fqinjit për mbetjet" } }));
  const { storage, config } = world.services;
  const parts = { storage, spoolDir: `${config.dataDir}/spool`, reader: textReader(), recogniser: async () => null };
  await readTexts(parts)(lisi.db, world.clock.now(), new AbortController().signal, lisi.id);
  for (const council of [lisi, krasta]) await index(council);
});
afterAll(async () => {
  await world.end();
  await contract.stop();
});

const index = (council: TestCouncil) =>
  takeUpChanges(world.services.search)(council.db, world.clock.now(), new AbortController().signal, council.id);
const find = async (q: string, council = world.lisi) => {
  const found = await council.json<SearchPage>(`/api/v1/search?q=${encodeURIComponent(q)}`);
  return { titles: found.hits.map(({ title }) => title), isSimpler: found.isSimpler, hits: found.hits };
};

const titles = expect.arrayContaining(["Ligji për mbetjet"]);

it("A council's site asks Typesense: what is published, and the page inside its file", async () => {
  contract.asked.length = 0;
  expect(await find("ligji per mbetjet")).toMatchObject({ titles, isSimpler: false });
  expect(contract.asked.map(({ path }) => path)).toContain("/multi_search");
  const { hits } = await find("kontejneri nëntokësor");
  expect(hits[0]).toMatchObject({ kind: "document", page: 1 });
  expect(hits[0]!.url.sq).toContain("#page=1");
  expect((await find("fqinji")).titles).toEqual([]);
});

it("While Typesense is away the site goes on in the database, and says that results are simpler", async () => {
  contract.interfere = () => ({ status: 503 });
  expect(await find("ligji per mbetjet")).toMatchObject({ titles, isSimpler: true });
  contract.interfere = null;
  world.clock.moveTo(new Date(world.clock.now().getTime() + 11_000));
  expect(await find("ligji per mbetjet")).toMatchObject({ isSimpler: false });
});

it("Meanwhile the search over all councils says so too, in both languages, and so do the numbers for whoever runs it", async () => {
  const words = { sq: "Këto janë rezultate më të thjeshta", en: "These are simpler results" };
  const page = async (path: string) =>
    (await world.ask("localhost", `${path}?q=mbetjet`, { headers: { accept: "text/html" } })).text();
  const says = async () => [
    (await page("/kerko")).includes(words.sq),
    (await page("/en/search")).includes(words.en),
    /^search_fallback (\d)$/m.exec(await (await world.ask("localhost", "/metrics")).text())?.[1],
  ];
  expect(await says()).toEqual([false, false, "0"]);
  contract.interfere = () => ({ status: 503 });
  expect(await says()).toEqual([true, true, "1"]);
  contract.interfere = null;
  world.clock.moveTo(new Date(world.clock.now().getTime() + 11_000));
  expect(await says()).toEqual([false, false, "0"]);
});

it("What is withdrawn is gone at once, also while Typesense takes nothing in", async () => {
  contract.interfere = ({ method, path }) =>
    method !== "GET" && !path.startsWith("/multi_search") ? { status: 503 } : undefined;
  await world.lisi.db.write((tx) =>
    withdrawPublication(tx, doing(world), publicationId, { sq: "Gabim", en: "Mistake" }),
  );
  expect((await find("ligji per mbetjet")).titles).toEqual([]);
  await expect(index(world.lisi)).rejects.toMatchObject({ code: "search.unavailable" });
  contract.interfere = null;
  await index(world.lisi);
  contract.asked.length = 0;
  const answer = await world.services.search.search(world.lisi.id, {
    ...{ text: "ligji per mbetjet", site: "sq", now: world.clock.now(), limit: 5 },
  });
  expect(answer.total).toBe(0);
});
