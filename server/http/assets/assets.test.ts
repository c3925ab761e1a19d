import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { Assets } from "./assets.ts";

let world: TestWorld;
let script: string;
beforeAll(async () => {
  world = await createWorld();
  script = /src="(\/assets\/[^"]+\.js)"/.exec(await (await world.lisi.get("/")).text())![1]!;
});
afterAll(() => world.end());

it("the browser's files are sent as small as the browser can take them, and kept for good", async () => {
  const sizes: number[] = [];
  for (const accepted of ["gzip, deflate, br, zstd", "gzip", "identity"]) {
    const answer = await world.lisi.get(script, { "accept-encoding": accepted });
    expect(answer.headers.get("content-encoding") ?? "identity").toBe(accepted.includes("br") ? "br" : accepted);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    sizes.push((await answer.arrayBuffer()).byteLength);
  }
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  expect((await world.lisi.get("/assets/nothing-AAAAAAAA.js")).status).toBe(404);
});

it("those of an earlier build stay served after the next one", async () => {
  const { services } = world;
  await services.assets.keep();
  const later = new Assets(services.storage);
  const kept = await later.find(script.split("/").at(-1)!);
  const now = await services.assets.find(script.split("/").at(-1)!);
  expect(kept?.bytes.identity.equals(now!.bytes.identity)).toBe(true);
  expect(kept?.mediaType).toBe("text/javascript; charset=utf-8");
});
