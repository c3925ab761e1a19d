import { beforeEach, expect, it } from "vitest";
import type { TenantId } from "../db/tenant-db.ts";
import { searchUnavailable } from "./search.errors.ts";
import type { SearchRequest, SearchResults } from "./search-document.ts";
import type { SearchEngine } from "./search-engine.ts";
import { withFallback } from "./with-fallback.ts";

const council = crypto.randomUUID() as TenantId;
const at = new Date("2026-03-05T09:00:00Z");
const request: SearchRequest = { text: "tarifa", site: "sq", now: at, limit: 10 };
const results: SearchResults = {
  total: 1,
  hits: [],
  facets: { kind: [], year: [], body: [], topic: [] },
  didYouMean: null,
};

let calls: string[] = [];
let failure: unknown;
let now = 0;
let changes: boolean[] = [];
let isEmpty = false;
/** An engine that notes what it is asked for, and fails when it is told to. */
const engine = (name: "typesense" | "embedded"): SearchEngine => {
  const answer = async <T>(what: string, value: T): Promise<T> => {
    calls.push(`${name} ${what}`);
    if (name === "typesense" && failure !== undefined) throw failure;
    return value;
  };
  return {
    name,
    prepare: () => answer("prepare", isEmpty && name === "embedded" ? "empty" : "ready"),
    put: () => answer("put", undefined),
    sweep: () => answer("sweep", 3),
    count: () => answer("count", 7),
    search: () => answer("search", results),
    suggest: () => answer("suggest", []),
    searchCouncils: () => answer("searchCouncils", { total: 0, hits: [], councils: [], kind: [] }),
    check: () => answer("check", undefined),
  };
};
let both: SearchEngine;
beforeEach(() => {
  [calls, changes, failure, now, isEmpty] = [[], [], undefined, 1_000_000, false];
  both = withFallback(engine("typesense"), engine("embedded"), {
    now: () => now,
    onChange: (isDown) => changes.push(isDown),
  });
});

it("people search in the first engine as long as it answers", async () => {
  expect(await both.search(council, request)).toEqual(results);
  expect(calls).toEqual(["typesense search"]);
});

it("where it is down they search in the second, and are told that the results are simpler", async () => {
  failure = searchUnavailable();
  expect(await both.search(council, request)).toEqual({ ...results, isSimpler: true });
  expect((await both.searchCouncils([council], request)).isSimpler).toBe(true);
  expect(await both.suggest(council, { ...request, limit: 5 })).toEqual([]);
  expect(changes).toEqual([true]);
  expect(both.isAway?.()).toBe(true);
});

it("nobody waits for an engine that has just failed; after a while it is asked again", async () => {
  failure = searchUnavailable();
  await both.search(council, request);
  calls = [];
  now += 9_999;
  await both.search(council, request);
  expect(calls).toEqual(["embedded search"]);
  failure = undefined;
  now += 1;
  expect((await both.search(council, request)).isSimpler).toBeUndefined();
  expect(changes).toEqual([true, false]);
  expect(both.isAway?.()).toBe(false);
});

it("both are kept full, the second first: what the first does not take is tried again and is found meanwhile", async () => {
  await both.put(council, [], at);
  await both.sweep(council, at);
  expect(calls).toEqual(["embedded put", "typesense put", "embedded sweep", "typesense sweep"]);
  failure = searchUnavailable();
  calls = [];
  await expect(both.put(council, [], at)).rejects.toMatchObject({ code: "search.unavailable" });
  expect(calls).toEqual(["embedded put", "typesense put"]);
});

it("an empty second engine does not wait for the first to be filled", async () => {
  failure = searchUnavailable();
  await expect(both.prepare()).rejects.toMatchObject({ code: "search.unavailable" });
  isEmpty = true;
  expect(await both.prepare()).toBe("empty");
  failure = undefined;
  expect(await both.prepare()).toBe("empty");
});

it("the site is ready as long as the second engine is", async () => {
  failure = searchUnavailable();
  await expect(both.check()).resolves.toBeUndefined();
});

it("a bug is no outage", async () => {
  failure = new TypeError("a bug");
  await expect(both.search(council, request)).rejects.toThrow("a bug");
});
