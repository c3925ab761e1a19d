import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { TypesenseContract } from "../../../tests/support/typesense-contract.ts";
import type { TenantId } from "../../db/tenant-db.ts";
import { documentOf } from "../engine.suite.ts";
import type { SearchRequest, SubjectInIndex } from "../search-document.ts";
import type { ClusterOptions } from "./cluster.ts";
import { namesUnder } from "./collection.ts";
import { typesenseEngine } from "./typesense-engine.ts";

const secretKey = "for-tests-only-for-tests-only-for-tests";
const now = new Date("2026-03-05T09:00:00Z");
const lisi = crypto.randomUUID() as TenantId;
const krasta = crypto.randomUUID() as TenantId;
const names = namesUnder("e_keshilli");
const subject = (name: string, title: string): SubjectInIndex => ({
  subject: name,
  documents: [documentOf(name, { title })],
});
const request = (text: string, rest: Partial<SearchRequest> = {}): SearchRequest => ({
  text,
  site: "sq",
  now,
  limit: 20,
  ...rest,
});
const unavailable = { code: "search.unavailable", status: 503 };

let contract: TypesenseContract;
let url: string;
beforeAll(async () => {
  contract = new TypesenseContract();
  url = await contract.start();
});
afterEach(() => {
  contract.interfere = null;
  contract.version = "30.2";
});
afterAll(() => contract.stop());

const engineWith = (given: Partial<ClusterOptions> = {}) =>
  typesenseEngine({ urls: [url], apiKey: contract.apiKey, secretKey, patience: { ask: 0.4, write: 1 }, ...given });
/** A cluster that has these and nothing else. */
const filled = async () => {
  contract.collections.clear();
  contract.aliases.clear();
  const engine = engineWith();
  await engine.prepare();
  await engine.put(lisi, [subject("act:one", "Për tarifën e ujit"), subject("act:two", "Për tarifën e tregut")], now);
  await engine.put(krasta, [subject("act:theirs", "Për tarifën e fqinjit")], now);
  return engine;
};

describe("What is made in the cluster", () => {
  it("is made once: a collection behind an alias, a stemming dictionary, synonyms, and a key that may only search", async () => {
    const engine = engineWith();
    expect(await engine.prepare()).toBe("empty");
    expect(contract.aliases.get("e_keshilli")).toBe(names.collection);
    expect(contract.dictionaries.get(names.dictionary)!.get("vendimeve")).toBe("vendim");
    expect(JSON.stringify(contract.synonymSets.get(names.synonyms))).toContain("plehra");
    expect(contract.keys.map(({ actions, collections }) => [actions, collections])).toEqual([
      [["documents:search"], ["e_keshilli.*"]],
    ]);
    await engine.put(lisi, [subject("act:one", "Tarifa")], now);
    const before = contract.asked.length;
    expect(await engineWith().prepare(), "by another process").toBe("ready");
    const again = contract.asked.slice(before).map(({ method, path }) => `${method} ${path}`);
    expect(again.filter((line) => /import|POST \/collections$|PUT \/aliases/.test(line))).toEqual([]);
    expect(contract.keys).toHaveLength(1);
  });

  it("two processes make at once without disturbing each other", async () => {
    contract.collections.clear();
    contract.aliases.clear();
    contract.keys.length = 0;
    expect(await Promise.all([engineWith().prepare(), engineWith().prepare()])).toEqual(["empty", "empty"]);
    expect([contract.collections.size, contract.keys.length]).toEqual([1, 1]);
  });

  it("is refused by a server that is too old, in a sentence that names both versions", async () => {
    contract.version = "29.0";
    await expect(engineWith().prepare()).rejects.toThrow(/TYPESENSE_URL leads to Typesense 29\.0; version 30 or later/);
    contract.version = "31.1";
    await expect(engineWith().prepare()).resolves.toBeDefined();
  });
});

describe("A council's key", () => {
  it("carries its council's condition into every question, and a question cannot step around it", async () => {
    const engine = await filled();
    contract.asked.length = 0;
    await engine.search(lisi, request("tarifa", { filters: { body: "x` || tenant_id:!=`y" } }));
    await engine.suggest(lisi, { ...request("tari"), limit: 5 });
    expect(contract.asked.length).toBeGreaterThan(1);
    for (const { key, body } of contract.asked) {
      expect(key).not.toBe(contract.apiKey);
      const embedded = Buffer.from(key, "base64").toString("utf8");
      expect(embedded.slice(48)).toBe(JSON.stringify({ filter_by: `tenant_id:=\`${lisi}\`` }));
      expect(body).not.toContain("tenant_id:!=");
      expect(body).not.toContain(krasta);
    }
  });

  it("is worth nothing when it is changed", async () => {
    await filled();
    const [asked] = contract.asked.filter(({ path }) => path.startsWith("/multi_search")).slice(-1);
    const raw = Buffer.from(asked!.key, "base64").toString("utf8");
    const forged = Buffer.from(raw.replace(lisi, krasta)).toString("base64");
    for (const key of [forged, contract.keys[0]!.value.slice(0, 10), ""]) {
      const answer = await fetch(`${url}/multi_search`, {
        method: "POST",
        headers: { "x-typesense-api-key": key },
        body: JSON.stringify({ searches: [{ collection: "e_keshilli", q: "*", query_by: "words" }] }),
      });
      expect(answer.status).toBe(401);
    }
    const answer = await fetch(`${url}/collections`, {
      method: "POST",
      headers: { "x-typesense-api-key": asked!.key },
    });
    expect(answer.status, "it may do nothing else").toBe(401);
  });
});

describe("A new form of the index", () => {
  it("is filled beside the old one, which is searched until every council stands in the new one", async () => {
    const engine = await filled();
    // As if an earlier version of the portal had made it.
    const old = contract.collections.get(names.collection)!;
    contract.collections.set("e_keshilli_old", { ...old, name: "e_keshilli_old" });
    contract.collections.delete(names.collection);
    contract.aliases.set("e_keshilli", "e_keshilli_old");

    expect(await engine.prepare()).toBe("empty");
    expect(contract.aliases.get("e_keshilli")).toBe("e_keshilli_old");
    expect((await engine.search(lisi, request("tarifa"))).total, "readers notice nothing").toBe(2);
    const later = new Date(now.getTime() + 1_000);
    await engine.put(lisi, [subject("act:one", "Për tarifën e ujit"), subject("act:new", "Për tarifën e re")], later);
    expect((await engine.search(lisi, request("tarifa"))).total, "what changes meanwhile is found").toBe(3);
    await engine.sweep(lisi, later);
    expect(contract.aliases.get("e_keshilli"), "one council is not there yet").toBe("e_keshilli_old");
    await engine.put(krasta, [subject("act:theirs", "Për tarifën e fqinjit")], later);
    await engine.sweep(krasta, later);
    expect(contract.aliases.get("e_keshilli")).toBe(names.collection);
    expect([...contract.collections.keys()]).toEqual([names.collection]);
    expect((await engine.search(lisi, request("tarifa"))).hits.map((hit) => hit.subject).sort()).toEqual([
      "act:new",
      "act:one",
    ]);
    expect([await engine.count(lisi), await engine.count(krasta)]).toEqual([2, 1]);
  });
});

describe("What fails", () => {
  it.each([
    ["an overloaded server", 503],
    ["a server with a bug", 500],
    ["a key that is no more", 401],
    ["a collection that is gone", 404],
    ["a question that is not understood", 400],
  ])("%s (%i) is a search that cannot be reached, for readers and for the index", async (_, status) => {
    const engine = await filled();
    contract.interfere = () => ({ status });
    await expect(engine.search(lisi, request("tarifa"))).rejects.toMatchObject(unavailable);
    await expect(engine.suggest(lisi, { ...request("tarifa"), limit: 5 })).rejects.toMatchObject(unavailable);
    await expect(engine.searchCouncils([lisi], request("tarifa"))).rejects.toMatchObject(unavailable);
    await expect(engine.put(lisi, [subject("act:one", "Tarifa")], now)).rejects.toMatchObject(unavailable);
    await expect(engine.check()).rejects.toMatchObject(unavailable);
  });

  it("one question of several is told as a failure, though the whole answers 200", async () => {
    const engine = await filled();
    contract.interfere = ({ path }) =>
      path.startsWith("/multi_search")
        ? { status: 200, body: { results: [{ code: 404, error: "Not found." }] } }
        : undefined;
    await expect(engine.search(lisi, request("tarifa"))).rejects.toMatchObject(unavailable);
  });

  it("once is asked again, and readers notice nothing", async () => {
    const engine = await filled();
    let failures = 1;
    contract.interfere = () => (failures-- > 0 ? { status: 503 } : undefined);
    expect((await engine.search(lisi, request("tarifa"))).total).toBe(2);
  });

  it("a server that does not answer is not waited for without end, also for an import, which has no limit of its own", async () => {
    const engine = await filled();
    contract.interfere = () => "hang";
    await expect(engine.search(lisi, request("tarifa"))).rejects.toMatchObject(unavailable);
    await expect(engine.put(lisi, [subject("act:one", "Tarifa")], now)).rejects.toMatchObject(unavailable);
  });

  it("a node that is down is stepped over", async () => {
    await filled();
    const closed: Server = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const engine = engineWith({ urls: [`http://127.0.0.1:${port}`, url] });
    for (let time = 0; time < 3; time += 1) expect((await engine.search(lisi, request("tarifa"))).total).toBe(2);
  });

  it("a row that is not taken keeps the others in and is told, so that the job comes again", async () => {
    const engine = await filled();
    contract.interfere = ({ path, body }) => {
      if (!path.includes("/import")) return undefined;
      const lines = body
        .split("\n")
        .map((_, at) =>
          JSON.stringify(at === 0 ? { success: true } : { success: false, error: "Bad JSON.", code: 400 }),
        );
      return { status: 200, body: lines.join("\n") };
    };
    const putting = engine.put(lisi, [subject("act:good", "Tarifa"), subject("act:bad", "Tarifa")], now);
    await expect(putting).rejects.toMatchObject({
      ...unavailable,
      cause: { message: expect.stringContaining("act:bad Bad JSON.") },
    });
  });
});

it("A question of many words stays within what a condition may hold, and finds what has its beginning", async () => {
  const engine = await filled();
  const words =
    "tarifën e ujit dhe të tregut sipas vendimit të këshillit bashkiak për taksat, rendin e ditës dhe VKB-të";
  const long = Array.from({ length: 40 }, (_, at) => `${words} fjala${at}`).join(" ");
  contract.asked.length = 0;
  await engine.search(lisi, request(long, { filters: { kind: "act", year: 2026, body: lisi, topic: "budget" } }));
  expect(await engine.suggest(lisi, { ...request(long), limit: 5 })).toEqual([]);
  expect((await engine.search(lisi, request("tarifën tarifën ".repeat(300)))).total).toBe(2);
  expect(contract.asked.length).toBeGreaterThan(1);
});

it("A great number of subjects is brought and taken away in requests that an address can hold", async () => {
  const engine = await filled();
  const many = Array.from({ length: 130 }, (_, at) =>
    subject(`publication:${crypto.randomUUID()}`, `Xixëllonja e ${at}`),
  );
  contract.asked.length = 0;
  await engine.put(lisi, many, now);
  expect(Math.max(...contract.asked.map(({ path }) => path.length))).toBeLessThan(4_000);
  expect((await engine.search(lisi, request("xixëllonjat", { limit: 1_000 }))).hits).toHaveLength(130);
  await engine.put(
    lisi,
    many.map(({ subject: name }) => ({ subject: name, documents: [] })),
    now,
  );
  expect((await engine.search(lisi, request("xixëllonjat"))).total).toBe(0);
});
