import { createServer } from "node:http";
import net, { type AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPool } from "../../server/db/pool.ts";
import { registryDb } from "../../server/db/registry-db.ts";
import { signedIn } from "../support/accounts.ts";
import { createWorld, type TestWorld } from "../support/world.ts";

const html = { accept: "text/html" };
let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

async function setState(slug: string, state: "live" | "suspended") {
  const pool = openPool(world.database.appUrl, { max: 1, role: "portal_operator" });
  await registryDb(pool).updateTable("tenants").set({ state }).where("slug", "=", slug).execute();
  await pool.end();
  await world.services.registry.reload();
}

describe("An unknown host", () => {
  it("gets a page that names no council", async () => {
    for (const host of ["nobody.localhost", "lisi.localhost.evil.example", "evil.example", "xn--lisi.localhost"]) {
      const answer = await world.ask(host, "/", { headers: { ...html, host } });
      const page = await answer.text();
      expect(answer.status, host).toBe(404);
      expect(page).toContain("nuk ka asnjë këshill");
      expect(page).not.toMatch(/lisi|krasta/i);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
  });

  it.each<Record<string, string>>([{}, { accept: "*/*" }, { accept: "text/*;q=0.8, application/json;q=0.2" }])(
    "gets that page with %o too",
    async (headers) => {
      const answer = await world.ask("nobody.localhost", "/", { headers });
      expect(answer.status).toBe(404);
      expect(answer.headers.get("content-type")).toContain("text/html");
    },
  );

  it("gets a problem document where it asks for JSON", async () => {
    const answer = await world.ask("nobody.localhost", "/", { headers: { accept: "application/json, */*;q=0.1" } });
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  it("is not believed when it is forged beside a real one", async () => {
    const answer = await world.lisi.get("/", { "x-forwarded-host": "krasta.localhost", "x-host": "krasta.localhost" });
    const page = await answer.text();
    expect(page).toContain("Këshilli Bashkiak Lisi");
    expect(page).not.toContain("Krasta");
    expect(page).toContain('<link rel="canonical" href="http://lisi.localhost/">');
  });
});

describe("An address with a control character", () => {
  it("is nothing's, for the public, for scripts and in the workspace", async () => {
    const secretary = await signedIn(world, world.lisi, ["secretary"]);
    for (const path of [
      ...["/admin/miratimet/x%00x/%00/kthimi", "/en/admin/approvals/act/a%0Db/return"],
      ...["/admin/publikimet/%00", "/admin/fotot/%00/x/heqja", "/admin/mbledhjet/%1f"],
    ]) {
      expect((await secretary.post(path, { note: "x" })).status, path).toBe(404);
      expect((await secretary.get(path)).status, path).toBe(404);
    }
    for (const path of ["/lajme/a%00b", "/en/news/%7F", "/aktet/%00/1", "/foto/%00/320.webp", "/dokumente/a%00"])
      expect((await world.lisi.get(path, html)).status, path).toBe(404);
    for (const path of ["/api/v1/acts/%00", "/api/v1/people/a%00", "/api/v1/admin/editing/%00/x"])
      expect((await world.lisi.get(path)).status, path).toBe(404);
    expect((await world.lisi.get("/?q=%00", html)).status).toBe(200);
  });
});

describe("A suspended council", () => {
  it("answers every page with a friendly 503, and the neighbour is not touched", async () => {
    expect((await world.krasta.get("/")).status).toBe(200);
    await setState("krasta", "suspended");
    for (const path of ["/", "/en/", "/api/v1/council", "/sitemap.xml"]) {
      const answer = await world.krasta.get(path, html);
      expect(answer.status, path).toBe(503);
      expect(answer.headers.get("retry-after")).toBe("3600");
    }
    expect(await (await world.krasta.get("/", html)).text()).toContain("Kjo faqe është mbyllur përkohësisht");
    expect(await (await world.krasta.get("/en/", html)).text()).toContain("closed for the time being");
    expect((await world.lisi.get("/")).status).toBe(200);
    expect((await world.krasta.get("/")).headers.get("content-type")).toContain("text/html");
    await setState("krasta", "live");
    expect((await world.krasta.get("/")).status).toBe(200);
  });
});

describe("What a program is refused", () => {
  it("comes as a problem document in its language, with a stable code and the request's id", async () => {
    const answer = await world.lisi.get("/api/v1/nothing", { "accept-language": "en-GB,en;q=0.9,sq;q=0.5" });
    const problem = await answer.json();
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(problem).toMatchObject({ status: 404, code: "http.not_found", title: "There is nothing at this address." });
    expect(problem).toMatchObject({ requestId: answer.headers.get("x-request-id") });
    const albanian = await (await world.lisi.get("/api/v1/nothing")).json();
    expect(albanian).toMatchObject({ title: "Në këtë adresë nuk ka asgjë." });
  });

  it.each([
    [{ "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    [{ "sec-fetch-site": "same-site" }],
    [{ origin: "https://evil.example" }],
    [{ origin: "null" }],
    [{ origin: "not an address" }],
    [{}],
  ])("changes nothing from another site: %o", async (headers) => {
    const answer = await world.ask("lisi.localhost", "/api/v1/council", {
      method: "POST",
      headers: headers as Record<string, string>,
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "http.cross_site" });
  });

  it("is told which methods there are", async () => {
    const answer = await world.ask("lisi.localhost", "/", {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin" },
    });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("may not send more than an address takes", async () => {
    const answer = await world.ask("lisi.localhost", "/api/v1/council", {
      method: "POST",
      body: "x".repeat(300 * 1024),
      headers: { "sec-fetch-site": "same-origin", "content-length": String(300 * 1024) },
    });
    expect([answer.status, (await answer.json()) as object]).toMatchObject([413, { code: "http.body_too_large" }]);
  });
});

describe("Tricks with paths", () => {
  it.each([
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/assets/..%2f..%2fpackage.json",
    "/assets/%2e%2e%2fserver%2fmain.ts",
    "/dokumente/..%2f..%2f",
    "/%00",
    "/%E0%A4%A",
    "/en/../../x",
    "//evil.example/",
    "/anetaret%0d%0aSet-Cookie:%20x=1",
  ])("%s leads nowhere and tells nothing", async (path) => {
    const answer = await world.lisi.get(path, html);
    const body = await answer.text();
    expect([301, 400, 404]).toContain(answer.status);
    expect(answer.headers.get("location") ?? "").not.toMatch(/^\/\/|evil/);
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(body).not.toMatch(/root:|node_modules|\/server\/|at .*\.ts:\d/);
  });
});

it("an address of five thousand letters leads nowhere", async () => {
  const answer = await world.lisi.get(`/${"a".repeat(5_000)}`, html);
  expect(answer.status).toBe(404);
});

it("slashes at the end of an address lead to the address without them", async () => {
  const leadsTo = async (path: string) => (await world.lisi.get(path)).headers.get("location");
  expect(await leadsTo("/harta/")).toBe("/harta");
  expect(await leadsTo("/harta////?a=1")).toBe("/harta?a=1");
  expect(await leadsTo("/en")).toBe("/en/");
  expect(await leadsTo("//")).toBe("/");
  expect([await leadsTo("/"), await leadsTo("/en/"), await leadsTo("/nuk-ka/")]).toEqual([null, null, null]);
});

it("an address that leads nowhere says nothing of what somebody else asked for before", async () => {
  for (const path of ["/telefononi-0690000000", "/en/telefononi-0690000000"]) await world.krasta.get(path, html);
  for (const path of ["/tjeter", "/en/other"]) {
    const answer = await world.krasta.get(path, html);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(await answer.text()).not.toContain("0690000000");
  }
});

describe("Through a real socket", () => {
  it("malformed requests are refused and the process lives", async () => {
    const server = createServer(getRequestListener(world.app.fetch, { overrideGlobalObjects: false }));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const send = (text: string) =>
      new Promise<string>((resolve) => {
        const socket = net.connect(port, "127.0.0.1", () => socket.write(text));
        let received = "";
        socket.on("data", (chunk) => {
          received += chunk;
        });
        socket.on("error", () => resolve(received));
        socket.on("close", () => resolve(received));
      });
    try {
      expect(await send("GARBAGE\r\n\r\n")).toMatch(/^HTTP\/1\.1 400/);
      expect(await send("GET / HTTP/1.1\r\n\r\n")).toMatch(/^HTTP\/1\.1 400/);
      expect(await send("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")).toMatch(/^HTTP\/1\.1 (400|404)/);
      expect(await send(`GET / HTTP/1.1\r\nHost: ${"x".repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4/);
      expect(await send("GET /api/v1/council HTTP/1.1\r\nHost: lisi.localhost\r\nConnection: close\r\n\r\n")).toMatch(
        /^HTTP\/1\.1 200/,
      );
      const whole = (host: string) =>
        send(`GET http://${host}/api/v1/council HTTP/1.1\r\nHost: lisi.localhost\r\nConnection: close\r\n\r\n`);
      expect(await whole("lisi.localhost:3000")).toMatch(/^HTTP\/1\.1 200/);
      expect(await whole("krasta.localhost")).toMatch(/^HTTP\/1\.1 421/);
      expect(await whole("evil.example")).toMatch(/^HTTP\/1\.1 421/);
      const own = "Host: lisi.localhost\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n";
      for (const method of ["OPTIONS", "PUT", "DELETE", "PATCH", "POST", "PROPFIND", "TRACE"]) {
        expect(await send(`${method} /harta HTTP/1.1\r\n${own}\r\n`), method).toMatch(/^HTTP\/1\.1 405/);
      }
      const chunked = (text: string) =>
        `POST /harta HTTP/1.1\r\n${own}Transfer-Encoding: chunked\r\n\r\n${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
      expect(await send(chunked("small"))).toMatch(/^HTTP\/1\.1 405/);
      expect(await send(chunked("x".repeat(300 * 1024)))).toMatch(/^HTTP\/1\.1 413/);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});
