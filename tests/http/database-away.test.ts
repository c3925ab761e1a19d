import net, { type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, type TestWorld } from "../support/world.ts";

/** The line between the application and its database, which can be cut and mended. */
class Line {
  #server: net.Server | null = null;
  #sockets = new Set<net.Socket>();
  #port = 0;
  #target = new URL("postgres://nowhere");

  async to(url: string): Promise<string> {
    this.#target = new URL(url);
    await this.mend();
    const through = new URL(url);
    through.port = String(this.#port);
    return through.href;
  }

  mend(): Promise<void> {
    this.#server = net.createServer((client) => {
      const upstream = net.connect(Number(this.#target.port), this.#target.hostname);
      for (const socket of [client, upstream]) {
        this.#sockets.add(socket);
        socket.on("error", () => {});
        socket.on("close", () => {
          client.destroy();
          upstream.destroy();
        });
      }
      client.pipe(upstream).pipe(client);
    });
    return new Promise((resolve) =>
      this.#server!.listen(this.#port, "127.0.0.1", () => {
        this.#port = (this.#server!.address() as AddressInfo).port;
        resolve();
      }),
    );
  }

  async cut() {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    await new Promise((resolve) => this.#server!.close(resolve));
  }
}

const line = new Line();
let world: TestWorld;
beforeAll(async () => {
  world = await createWorld({}, (url) => line.to(url));
});
afterAll(async () => {
  await world.end();
  await line.cut();
});

it("a database that goes away is told as such, kept pages are still served, and all is well when it returns", async () => {
  const html = { accept: "text/html" };
  expect((await world.lisi.get("/", html)).status).toBe(200);

  await line.cut();
  const json = await world.lisi.get("/api/v1/council");
  expect(json.status).toBe(503);
  expect(await json.json()).toMatchObject({ code: "http.unavailable" });
  const page = await world.lisi.get("/en/privacy", html);
  expect(page.status).toBe(503);
  expect(page.headers.get("retry-after")).toBe("10");
  const text = await page.text();
  expect(text).toContain("resting for a moment");
  expect(text).not.toMatch(/postgres|ECONN|at .*\.ts/i);
  expect((await world.lisi.get("/", html)).status, "a kept page").toBe(200);
  expect((await world.lisi.get("/healthz")).status, "the process lives").toBe(200);
  expect((await world.lisi.get("/readyz")).status).toBe(503);

  await line.mend();
  expect((await world.lisi.get("/en/privacy", html)).status).toBe(200);
  expect((await world.lisi.get("/api/v1/council")).status).toBe(200);
  expect((await world.lisi.get("/readyz")).status).toBe(200);
});
