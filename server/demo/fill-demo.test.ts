import { expect, it } from "vitest";
import { createWorld } from "../../tests/support/world.ts";
import { fillDemo } from "./fill-demo.ts";

const addresses = [
  "/api/v1/publications?element=II.7.1",
  "/api/v1/publications/latest",
  "/api/v1/albums",
  "/api/v1/elements",
  "/",
];

/** Everything that stands at these addresses of an example council made from nothing. */
async function demoOnce(): Promise<string[]> {
  const world = await createWorld({ DEMO: "1", DEMO_DATE: "2026-03-05" });
  try {
    await fillDemo(world.services, { appUrl: world.database.appUrl, ownerUrl: null }, ["gurekuq"]);
    await world.services.registry.reload();
    const texts: string[] = [];
    for (const address of addresses) texts.push(await (await world.ask("gurekuq.localhost", address)).text());
    return texts;
  } finally {
    await world.end();
  }
}

it("the demo of a day is the same wherever it is made, down to the ids of what stands in it", async () => {
  const [first, second] = [await demoOnce(), await demoOnce()];
  expect(first[0]).toContain('"id"');
  expect(second).toEqual(first);
}, 120_000);
