import { createHash } from "node:crypto";
import { once } from "node:events";
import { Agent, createServer, type IncomingHttpHeaders, type IncomingMessage, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { getRequestListener } from "@hono/node-server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createAccessLog } from "../access-log.ts";
import { notesOf } from "../request-notes.ts";
import { cacheAt, heldRenderer, rendered, site } from "./fixtures.ts";
import { createFront } from "./front.ts";
import type { PageCacheOptions } from "./page-cache.ts";
import { pageResponse } from "./page-response.ts";

const host = "korce.localhost";
const siteHeaders = { "X-Content-Type-Options": "nosniff" };
const running: Server[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
});

/** A site with the pages `/` and `/aktet?viti=2026`, behind the front; every other address is 404. */
async function startSite(options: Partial<PageCacheOptions> = {}) {
  const world = cacheAt("2026-03-05T11:00:00Z", { siteHeaders, ...options });
  const lines: Record<string, unknown>[] = [];
  const state = {
    requests: 0,
    render: async (path: string) =>
      path === "/" || path === "/aktet"
        ? rendered({ areas: { acts: 1 }, headers: { Link: `<https://${host}${path}>; rel="canonical"` } })
        : rendered({ status: 404, html: "<h1>Nuk u gjet</h1>" }),
  };
  const application = getRequestListener(async (asked, bindings) => {
    state.requests += 1;
    const { pathname, search, hostname } = new URL(asked.url);
    if (hostname !== host) return new Response("", { status: 404 });
    if (asked.method === "POST") return new Response("sent", { status: 201 });
    if (pathname === "/long") return new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
    if (asked.headers.get("cookie")?.includes("session=")) return new Response("mine", { status: 200 });
    notesOf(bindings.incoming as IncomingMessage)!.cache = "miss";
    const key = { site, path: pathname, query: search.slice(1) };
    return pageResponse(await world.cache.page(key, () => state.render(pathname)), asked);
  });
  const server = createServer(
    createFront({
      cache: world.cache,
      sites: new Map([[host, site]]),
      fallback: application,
      accessLog: createAccessLog({
        write: (text) => {
          for (const line of text.split("\n").slice(0, -1)) lines.push(JSON.parse(line));
        },
      }),
      sessionCookie: "session",
    }),
  );
  running.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  const ask = async (
    path: string,
    headers: Record<string, string | string[]> = {},
    { method = "GET", agent }: { method?: string; agent?: Agent } = {},
  ) => {
    const asking = request({ port, host: "127.0.0.1", path, method, agent, headers: { Host: host, ...headers } });
    asking.end();
    const [response] = (await once(asking, "response")) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    return { status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) };
  };
  /** The lines of the log, once there are so many. */
  const logged = async (count: number) => {
    await expect.poll(() => lines).toHaveLength(count);
    return lines;
  };
  return { ...world, state, port, ask, logged, server };
}

const lasting = ({ date, connection, "x-request-id": id, "keep-alive": alive, ...others }: IncomingHttpHeaders) =>
  others;

describe("a page that is kept", () => {
  it("is answered without the application", async () => {
    const { ask, state } = await startSite();
    await ask("/");
    expect((await ask("/")).status).toBe(200);
    expect((await ask("/", { Host: `${host}:3000` })).status).toBe(200);
    expect(state.requests).toBe(1);
  });

  it.each([
    ["br", "gzip, deflate, br, zstd", brotliDecompressSync],
    ["gzip", "gzip, deflate", gunzipSync],
    [undefined, "br;q=0, gzip;q=0", (body: Buffer) => body],
  ])("is the same from memory as from the application, coded %s", async (coding, accept, decode) => {
    const { ask } = await startSite();
    const [fromApplication, fromMemory] = [
      await ask("/", { "Accept-Encoding": accept }),
      await ask("/", { "Accept-Encoding": accept }),
    ];
    expect(lasting(fromMemory.headers)).toEqual(lasting(fromApplication.headers));
    expect(fromMemory.body.equals(fromApplication.body)).toBe(true);
    expect(decode(fromMemory.body).toString()).toBe(rendered().html);
    expect(lasting(fromMemory.headers)).toEqual({
      "content-type": "text/html; charset=utf-8",
      "content-language": "sq",
      "content-length": String(fromMemory.body.length),
      ...(coding && { "content-encoding": coding }),
      etag: `"${createHash("sha256").update(fromMemory.body).digest("base64url")}"`,
      "cache-control": "public, max-age=0, s-maxage=5, must-revalidate",
      vary: "Accept-Encoding",
      "content-security-policy": rendered().contentSecurityPolicy,
      "x-content-type-options": "nosniff",
      link: `<https://${host}/>; rel="canonical"`,
    });
  });

  it("has a tag of its own in each coding", async () => {
    const { ask } = await startSite();
    const tags = [];
    for (const accept of ["br", "gzip", "identity"])
      tags.push((await ask("/", { "Accept-Encoding": accept })).headers.etag);
    expect(new Set(tags).size).toBe(3);
  });

  it("is not sent again to those who hold it, who are told the same policy and cache rules", async () => {
    const { ask, state } = await startSite();
    const whole = await ask("/", { "Accept-Encoding": "br" });
    const held = await ask("/", { "Accept-Encoding": "br", "If-None-Match": whole.headers.etag! });
    expect(held.status).toBe(304);
    expect(held.body).toHaveLength(0);
    const {
      "content-type": _t,
      "content-language": _l,
      "content-length": _n,
      "content-encoding": _e,
      ...same
    } = lasting(whole.headers);
    expect(lasting(held.headers)).toEqual(same);
    expect((await ask("/", { "Accept-Encoding": "br", "If-None-Match": '"of yesterday"' })).status).toBe(200);
    expect(state.requests).toBe(1);
  });

  it("is described to HEAD without being sent", async () => {
    const { ask, state } = await startSite();
    const whole = await ask("/");
    const described = await ask("/", {}, { method: "HEAD" });
    expect(described.body).toHaveLength(0);
    expect(lasting(described.headers)).toEqual(lasting(whole.headers));
    expect(state.requests).toBe(1);
  });

  it("is found under its known query, in its one spelling only", async () => {
    const { ask, state } = await startSite();
    await ask("/aktet?viti=2026");
    await ask("/aktet?viti=2026");
    expect(state.requests).toBe(1);
    for (const other of ["/aktet", "/aktet?viti=2025", "/aktet?viti=2026&", "/%61ktet?viti=2026", "//aktet?viti=2026"])
      await ask(other);
    expect(state.requests).toBe(6);
  });

  it("stays the connection's: several are answered over one", async () => {
    const { ask, server } = await startSite();
    const connections = vi.fn();
    server.on("connection", connections);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const whole = await ask("/", {}, { agent });
    await ask("/", { "If-None-Match": whole.headers.etag! }, { agent });
    await ask("/", {}, { agent, method: "HEAD" });
    expect((await ask("/", {}, { agent })).body.equals(whole.body)).toBe(true);
    expect(connections).toHaveBeenCalledTimes(1);
    agent.destroy();
  });

  it("is still the previous one for those who ask while it is rendered anew", async () => {
    const { ask, state, versions, pass } = await startSite();
    await ask("/");
    const held = heldRenderer();
    state.render = held.render;
    versions.set(site, "acts", 2);
    for (let reader = 0; reader < 5; reader++) expect((await ask("/")).body.toString()).toContain("Mbledhja");
    expect(held.begun).toBe(1);
    expect(state.requests).toBe(2);
    pass(1_000);
    const waiting = ask("/");
    await expect.poll(() => state.requests).toBe(3);
    held.finish(0, rendered({ html: "<p>e re</p>", areas: { acts: 2 } }));
    expect((await waiting).body.toString()).toBe("<p>e re</p>");
  });
});

describe("what the application answers itself", () => {
  it("is somebody with a session, whatever else their cookies are", async () => {
    const { ask, state } = await startSite();
    await ask("/");
    for (const Cookie of ["session=1", "a=b; session=1", "a=b;session="])
      expect((await ask("/", { Cookie })).body.toString()).toBe("mine");
    expect(state.requests).toBe(4);
    for (const Cookie of ["mysession=1", "a=session=1", "theme=dark"])
      expect((await ask("/", { Cookie })).headers.etag).toBeDefined();
    expect(state.requests).toBeGreaterThanOrEqual(4);
  });

  it("is every other method, and a request whose deciding headers come twice", async () => {
    const { ask, state, port } = await startSite();
    await ask("/");
    expect((await ask("/", {}, { method: "POST" })).status).toBe(201);
    await ask("/", { "If-None-Match": ['"a"', '"b"'] });
    expect(state.requests).toBe(3);
    const socket = connect(port, "127.0.0.1");
    socket.write(`GET / HTTP/1.1\r\nHost: other.localhost\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    await once(socket.resume(), "close");
    expect(state.requests).toBe(4);
  });

  it("is every host and address that no page is kept for, and none of them leaves a trace", async () => {
    const { ask, state, cache } = await startSite();
    await ask("/");
    const before = cache.stats();
    for (let at = 0; at < 300; at++) {
      await ask(`/nuk-ka/${at}`);
      await ask("/", { Host: `council-${at}.localhost` });
      await ask("/", { Host: host.toUpperCase() });
    }
    expect(state.requests).toBe(901);
    const { pages, bytes, rendering } = cache.stats();
    expect({ pages, bytes, rendering }).toEqual({ pages: before.pages, bytes: before.bytes, rendering: 0 });
  });

  it("is marked as not to be stored where it may not be kept", async () => {
    const { ask } = await startSite();
    const { status, headers } = await ask("/nuk-ka");
    expect(status).toBe(404);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["content-security-policy"]).toBe(rendered().contentSecurityPolicy);
    expect(headers.etag).toBeUndefined();
  });
});

describe("the log behind the front", () => {
  it("tells of every request once, from memory or not, under the id that its reader was given", async () => {
    const { ask, logged } = await startSite();
    const answers = [
      await ask("/aktet?viti=2026"),
      await ask("/"),
      await ask("/"),
      await ask("/", { "If-None-Match": "*" }),
      await ask("/", {}, { method: "HEAD" }),
      await ask("/", { Host: "unknown.localhost" }),
    ];
    const lines = await logged(answers.length);
    expect(lines.map(({ requestId }) => requestId)).toEqual(answers.map(({ headers }) => headers["x-request-id"]));
    expect(new Set(lines.map(({ requestId }) => requestId)).size).toBe(answers.length);
    const size = answers[1]!.body.length;
    expect(lines).toMatchObject([
      { method: "GET", host, path: "/aktet", status: 200, bytes: size, site, cache: "miss" },
      { method: "GET", host, path: "/", status: 200, bytes: size, site, cache: "miss" },
      { method: "GET", host, path: "/", status: 200, bytes: size, site, cache: "hit" },
      { method: "GET", host, path: "/", status: 304, bytes: 0, site, cache: "304" },
      { method: "HEAD", host, path: "/", status: 200, bytes: 0, site, cache: "hit" },
      { method: "GET", host: "unknown.localhost", path: "/", status: 404, site: null, cache: null },
    ]);
    for (const { duration } of lines) expect(duration).toBeGreaterThanOrEqual(0);
  });

  it("tells of a client who left before the answer, and the site goes on", async () => {
    const { port, logged, ask, state } = await startSite();
    const held = heldRenderer();
    const { render } = state;
    state.render = held.render;
    const waiting = connect(port, "127.0.0.1");
    waiting.write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    await expect.poll(() => held.begun).toBe(1);
    waiting.destroy();
    expect(await logged(1)).toMatchObject([{ status: 499, bytes: 0, aborted: true, cache: "miss" }]);
    held.finish(0, await render("/"));
    await expect.poll(async () => (await ask("/")).status).toBe(200);
    expect(held.begun).toBe(1);
  });

  it("tells of a client who left in the middle of an answer", async () => {
    const { port, logged } = await startSite();
    const reading = connect(port, "127.0.0.1");
    reading.write(`GET /long HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    await once(reading, "data");
    reading.destroy();
    expect(await logged(1)).toMatchObject([{ status: 200, aborted: true }]);
  });

  it("survives clients who leave while a kept page is on its way", async () => {
    const { port, ask, state } = await startSite({ maximumPageBytes: 2 ** 24 });
    state.render = async () => rendered({ html: "x".repeat(2 ** 23) });
    await ask("/");
    for (let client = 0; client < 20; client++) {
      const reading = connect(port, "127.0.0.1");
      reading.on("error", () => {});
      reading.write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(3));
      await once(reading, "data");
      reading.resetAndDestroy();
    }
    expect((await ask("/")).body).toHaveLength(2 ** 23);
    expect(state.requests).toBe(1);
  });
});
