import net from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPool } from "../../server/db/pool.ts";
import { tenantDb } from "../../server/db/tenant-db.ts";
import { createWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

/** Stands before PostgreSQL and counts how often the client, having been silent for an answer, speaks again. */
async function countingProxy(target: URL) {
  let turns = 0;
  let lastSpoke: "client" | "server" = "server";
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => {});
    }
    client.on("data", (chunk) => {
      if (lastSpoke === "server") turns += 1;
      lastSpoke = "client";
      upstream.write(chunk);
    });
    // The answer is held back a moment, so that everything the client sends without waiting counts as one turn.
    upstream.on("data", (chunk) =>
      setTimeout(() => {
        lastSpoke = "server";
        client.write(chunk);
      }, 15),
    );
    client.on("close", () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(target);
  url.port = String((server.address() as net.AddressInfo).port);
  return {
    url: url.href,
    take: () => {
      const counted = turns;
      turns = 0;
      return counted;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

it("a read that is bound to its council costs one round trip, as an unbound one would", async () => {
  const proxy = await countingProxy(new URL(world.database.appUrl));
  const pool = openPool(proxy.url, { max: 1 });
  const db = tenantDb(pool, world.lisi.id);
  const one = () => db.read((tx) => tx.selectFrom("documents").select("id").execute());
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 60));
  try {
    await one();
    await quiet();
    proxy.take();
    await one();
    expect(proxy.take()).toBe(1);
  } finally {
    await pool.end();
    proxy.close();
  }
});
