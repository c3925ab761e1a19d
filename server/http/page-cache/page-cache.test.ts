import { describe, expect, it, vi } from "vitest";
import { cacheAt, heldRenderer, home, htmlOf, rendered, site } from "./fixtures.ts";
import type { RenderedPage } from "./page-cache.ts";

const noon = "2026-03-05T11:00:00Z";
const version = (acts: number, more: Partial<RenderedPage> = {}) =>
  rendered({ html: `<p>version ${acts}</p>`, areas: { acts }, ...more });

describe("a page that many ask for", () => {
  it("is rendered once for a hundred who ask at the same time", async () => {
    const { cache } = cacheAt(noon);
    const render = vi.fn(async () => rendered());
    const pages = await Promise.all(Array.from({ length: 100 }, () => cache.page(home, render)));
    expect(render).toHaveBeenCalledTimes(1);
    expect(new Set(pages).size).toBe(1);
    expect(cache.stats()).toMatchObject({ pages: 1, renders: 1, misses: 100, rendering: 0 });
  });

  it("is not rendered again for those who come later", async () => {
    const { cache } = cacheAt(noon);
    const render = vi.fn(async () => rendered());
    await cache.page(home, render);
    await cache.page(home, render);
    expect(render).toHaveBeenCalledTimes(1);
    expect(cache.stats().hits).toBe(1);
  });

  it("is another page with another query or on another council's site", async () => {
    const { cache } = cacheAt(noon);
    const render = vi.fn(async () => rendered());
    await cache.page(home, render);
    await cache.page({ ...home, query: "viti=2026" }, render);
    await cache.page({ ...home, site: "0198c2a4-6f0e-7c1b-9d5e-000000000002" }, render);
    expect(render).toHaveBeenCalledTimes(3);
  });
});

describe("a page after a change", () => {
  it("stays when something changes that it does not show, or on another council's site", async () => {
    const { cache, versions } = cacheAt(noon);
    const render = vi.fn(async () => version(1));
    await cache.page(home, render);
    versions.set(site, "people", 7);
    versions.set("another", "acts", 7);
    await cache.page(home, render);
    expect(render).toHaveBeenCalledTimes(1);
    expect(cache.peek(site, "/")).toBeDefined();
  });

  it("is the previous one while the new one is rendered, by one render, and then the new one", async () => {
    const { cache, versions } = cacheAt(noon);
    const held = heldRenderer();
    await cache.page(home, async () => version(1));
    versions.set(site, "acts", 2);
    const answers = await Promise.all(Array.from({ length: 100 }, () => cache.page(home, held.render)));
    expect(new Set(answers.map(htmlOf))).toEqual(new Set(["<p>version 1</p>"]));
    expect(held.begun).toBe(1);
    held.finish(0, version(2));
    await expect.poll(() => cache.stats().rendering).toBe(0);
    expect(htmlOf(await cache.page(home, held.render))).toBe("<p>version 2</p>");
    expect(held.begun).toBe(1);
  });

  it("is never the previous one later than a second after the change", async () => {
    const { cache, versions, pass } = cacheAt(noon);
    const held = heldRenderer();
    await cache.page(home, async () => version(1));
    pass(60_000);
    versions.set(site, "acts", 2);
    pass(999);
    expect(htmlOf(await cache.page(home, held.render))).toBe("<p>version 1</p>");
    expect(cache.peek(site, "/")).toBeDefined();
    pass(1);
    expect(cache.peek(site, "/")).toBeUndefined();
    const waiting = cache.page(home, held.render);
    held.finish(0, version(2));
    expect(htmlOf(await waiting)).toBe("<p>version 2</p>");
    expect(held.begun).toBe(1);
  });

  it("is not kept alive by further changes within that second", async () => {
    const { cache, versions, pass } = cacheAt(noon);
    const held = heldRenderer();
    await cache.page(home, async () => version(1));
    for (const acts of [2, 3, 4]) {
      versions.set(site, "acts", acts);
      await cache.page(home, held.render);
      pass(400);
    }
    const waiting = cache.page(home, held.render);
    held.finish(0, version(4));
    expect(htmlOf(await waiting)).toBe("<p>version 4</p>");
  });

  it("is begun anew by whoever asks first, so looking alone serves nothing old", async () => {
    const { cache, versions } = cacheAt(noon);
    await cache.page(home, async () => version(1));
    versions.set(site, "acts", 2);
    expect(cache.peek(site, "/")).toBeUndefined();
  });

  it("is kept under the versions that it reports, not under those that came while it was rendered", async () => {
    const { cache, versions, pass } = cacheAt(noon);
    const held = heldRenderer();
    const early = cache.page(home, held.render);
    versions.set(site, "acts", 2);
    pass(5_000);
    held.finish(0, version(1));
    expect(htmlOf(await early)).toBe("<p>version 1</p>");
    expect(cache.peek(site, "/")).toBeUndefined();
    const next = cache.page(home, held.render);
    expect(held.begun).toBe(2);
    held.finish(1, version(2));
    expect(htmlOf(await next)).toBe("<p>version 2</p>");
  });

  it("is rendered once more for someone who came after the change, where the render under way had missed it", async () => {
    const { cache, versions, pass } = cacheAt(noon);
    const held = heldRenderer();
    const early = cache.page(home, held.render);
    versions.set(site, "acts", 2);
    pass(5_000);
    const late = Promise.all([cache.page(home, held.render), cache.page(home, held.render)]);
    expect(held.begun).toBe(1);
    held.finish(0, version(1));
    await early;
    await expect.poll(() => held.begun).toBe(2);
    held.finish(1, version(2));
    expect((await late).map(htmlOf)).toEqual(["<p>version 2</p>", "<p>version 2</p>"]);
  });

  it("is not rendered again where the render under way had seen the change", async () => {
    const { cache, versions, pass } = cacheAt(noon);
    const held = heldRenderer();
    const early = cache.page(home, held.render);
    versions.set(site, "acts", 2);
    pass(5_000);
    const late = cache.page(home, held.render);
    held.finish(0, version(2));
    expect((await Promise.all([early, late])).map(htmlOf)).toEqual(["<p>version 2</p>", "<p>version 2</p>"]);
    expect(held.begun).toBe(1);
  });

  it("tells this process of a change that no message has told it yet", async () => {
    const { cache, versions } = cacheAt(noon);
    versions.set(site, "acts", 1);
    await cache.page({ ...home, path: "/aktet" }, async () => version(1));
    await cache.page(home, async () => version(2));
    expect(versions.current(site)?.get("acts")).toBe(2);
    expect(cache.peek(site, "/")).toBeDefined();
    expect(cache.peek(site, "/aktet")).toBeUndefined();
    expect(versions.set(site, "acts", 2)).toBe(false);
    expect(cache.peek(site, "/")).toBeDefined();
  });
});

describe("a page that speaks of now", () => {
  const midnight = Date.parse("2026-03-05T23:00:00Z");

  it("is kept until the instant at which something on it changes, and not a moment longer", async () => {
    const { cache, clock } = cacheAt(noon);
    const render = vi.fn(async () => rendered({ validUntil: midnight }));
    await cache.page(home, render);
    clock.moveTo(new Date(midnight - 1));
    expect(cache.peek(site, "/")).toBeDefined();
    clock.moveTo(new Date(midnight));
    expect(cache.peek(site, "/")).toBeUndefined();
    await cache.page(home, render);
    expect(render).toHaveBeenCalledTimes(2);
  });

  it("is not kept at all when that instant passes while it is rendered", async () => {
    const { cache } = cacheAt("2026-03-05T23:00:00Z");
    const page = await cache.page(home, async () => rendered({ validUntil: midnight }));
    expect(htmlOf(page)).toContain("Këshilli");
    expect(cache.stats()).toMatchObject({ pages: 0, bytes: 0 });
  });
});

describe("a render that fails", () => {
  it("fails for everyone who waits for it, and the next one tries again", async () => {
    const { cache } = cacheAt(noon);
    const render = vi.fn<() => Promise<RenderedPage>>().mockRejectedValueOnce(new Error("database away"));
    const waiting = await Promise.allSettled(Array.from({ length: 10 }, () => cache.page(home, render)));
    expect(waiting.every(({ status }) => status === "rejected")).toBe(true);
    expect(render).toHaveBeenCalledTimes(1);
    render.mockResolvedValueOnce(rendered());
    expect(htmlOf(await cache.page(home, render))).toContain("Këshilli");
    expect(cache.stats()).toMatchObject({ failures: 1, pages: 1, rendering: 0 });
  });

  it("leaves the previous page for its second, is told to the log, and then fails for those who ask", async () => {
    const warn = vi.fn();
    const { cache, versions, pass } = cacheAt(noon, { logger: { warn } });
    const away = () => Promise.reject(new Error("database away"));
    await cache.page(home, async () => version(1));
    versions.set(site, "acts", 2);
    expect(htmlOf(await cache.page(home, away))).toBe("<p>version 1</p>");
    await expect.poll(() => warn.mock.calls.length).toBe(1);
    pass(1_000);
    await expect(cache.page(home, away)).rejects.toThrow("database away");
  });

  it("is also one whose headers could not be sent", async () => {
    const { cache } = cacheAt(noon);
    const render = async () => rendered({ headers: { Link: "</a>\r\nSet-Cookie: x=1" } });
    await expect(cache.page(home, render)).rejects.toThrow(TypeError);
    expect(cache.stats().pages).toBe(0);
  });
});

describe("what is never kept", () => {
  it.each([301, 304, 404, 410, 500, 503])("is an answer with status %i", async (status) => {
    const { cache } = cacheAt(noon);
    const render = vi.fn(async () => rendered({ status }));
    expect(await cache.page(home, render)).toMatchObject({ status });
    await cache.page(home, render);
    expect(render).toHaveBeenCalledTimes(2);
    expect(cache.stats()).toMatchObject({ pages: 0, bytes: 0, rendering: 0 });
  });

  it("is an answer to free text", async () => {
    const { cache } = cacheAt(noon);
    const render = vi.fn(async () => rendered({ isPassing: true }));
    await cache.page(home, render);
    await cache.page(home, render);
    expect(render).toHaveBeenCalledTimes(2);
  });

  it("is a page of more than two megabytes", async () => {
    const { cache } = cacheAt(noon);
    const html = "ë".repeat(2 ** 20 + 1);
    expect(htmlOf(await cache.page(home, async () => rendered({ html })))).toBe(html);
    expect(cache.stats().pages).toBe(0);
  });

  it("is the old page of an address that answers 404 since", async () => {
    const { cache, versions, pass } = cacheAt(noon);
    await cache.page(home, async () => version(1));
    versions.set(site, "acts", 2);
    pass(1_000);
    await cache.page(home, async () => version(2, { status: 404 }));
    expect(cache.stats()).toMatchObject({ pages: 0, bytes: 0 });
  });
});

describe("the memory of the cache", () => {
  const filler = (path: string) => rendered({ html: `${path} ${"x".repeat(90_000)}` });
  const pathOf = (at: number) => `/aktet/${at}`;
  const fill = async (cache: ReturnType<typeof cacheAt>["cache"], count: number) => {
    for (let at = 0; at < count; at++)
      await cache.page({ site, path: pathOf(at), query: "" }, async () => filler(pathOf(at)));
  };

  it("is bounded in bytes; what nobody asked for longest goes first", async () => {
    const { cache } = cacheAt(noon, { maximumBytes: 1_000_000 });
    await fill(cache, 8);
    expect(cache.peek(site, pathOf(0))).toBeDefined();
    for (let at = 8; at < 15; at++)
      await cache.page({ site, path: pathOf(at), query: "" }, async () => filler(pathOf(at)));
    expect(cache.stats().bytes).toBeLessThanOrEqual(1_000_000);
    expect(cache.stats().bytes).toBeGreaterThan(850_000);
    expect(cache.peek(site, pathOf(0))).toBeDefined();
    expect(cache.peek(site, pathOf(1))).toBeUndefined();
    expect(cache.stats().evictions).toBe(15 - cache.stats().pages);
  });

  it("is bounded in pages", async () => {
    const { cache } = cacheAt(noon, { maximumPages: 5 });
    await fill(cache, 9);
    expect(cache.stats().pages).toBe(5);
  });

  it("counts all codings of a page", async () => {
    const { cache } = cacheAt(noon);
    const page = await cache.page(home, async () => rendered());
    if (!("representations" in page)) throw new Error("not kept");
    const { br, gzip, identity } = page.representations;
    const bodies = br!.body.length + gzip!.body.length + identity.body.length;
    expect(cache.stats().bytes).toBeGreaterThan(bodies);
    expect(br!.body.buffer.byteLength).toBe(br!.body.length);
    expect(gzip!.body.buffer.byteLength).toBe(gzip!.body.length);
  });
});

describe("a council that is suspended or removed", () => {
  it("leaves nothing behind, and the others stay", async () => {
    const { cache, versions } = cacheAt(noon);
    const other = { ...home, site: "0198c2a4-6f0e-7c1b-9d5e-000000000002" };
    await cache.page(home, async () => version(1));
    await cache.page(other, async () => version(1));
    cache.evictSite(site);
    expect(cache.peek(site, "/")).toBeUndefined();
    expect(cache.peek(other.site, "/")).toBeDefined();
    expect(versions.current(site)).toBeUndefined();
  });

  it("gets nothing filed by a render that was under way", async () => {
    const { cache } = cacheAt(noon);
    const held = heldRenderer();
    const early = cache.page(home, held.render);
    cache.evictSite(site);
    const late = cache.page(home, held.render);
    held.finish(1, version(2));
    await late;
    held.finish(0, version(1));
    expect(htmlOf(await early)).toBe("<p>version 1</p>");
    expect(htmlOf(await cache.page(home, held.render))).toBe("<p>version 2</p>");
    expect(held.begun).toBe(2);
  });
});
