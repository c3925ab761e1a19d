import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { elements } from "../elements/catalogue.shared.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

describe("What machines ask a site for", () => {
  it("a sitemap names every element in both languages, each with the other", async () => {
    const xml = await (await world.lisi.get("/sitemap.xml")).text();
    for (const { path } of elements) {
      expect(xml).toContain(`<loc>http://lisi.localhost${path.sq}</loc>`);
      expect(xml).toContain(`<loc>http://lisi.localhost${path.en}</loc>`);
      expect(xml).toContain(`hreflang="en" href="http://lisi.localhost${path.en}"`);
    }
    expect(xml).not.toContain("krasta");
  });

  it("robots are shown the sitemap", async () => {
    expect(await (await world.lisi.get("/robots.txt")).text()).toContain("Sitemap: http://lisi.localhost/sitemap.xml");
  });

  it("a telephone can install the site in the reader's language", async () => {
    const manifest = await world.lisi.json<{
      lang: string;
      start_url: string;
      icons: { src: string; sizes: string }[];
    }>("/en/manifest.webmanifest");
    expect(manifest).toMatchObject({ lang: "en", start_url: "/en/", name: "Municipal Council of Lisi" });
    for (const { src, sizes } of manifest.icons) {
      const icon = await sharp(Buffer.from(await (await world.lisi.get(src)).arrayBuffer())).metadata();
      expect(`${icon.width}x${icon.height} ${icon.format}`).toBe(`${sizes} png`);
    }
    expect((await world.lisi.get("/icon-5000.png")).status).toBe(404);
  });

  it("security.txt has a contact and has not expired", async () => {
    const text = await (await world.lisi.get("/.well-known/security.txt")).text();
    const expires = new Date(/Expires: (\S+)/.exec(text)![1]!);
    expect(text).toMatch(/^Contact: mailto:.+@/);
    expect(expires.getTime() - world.clock.now().getTime()).toBeGreaterThan(0);
  });

  it("the API describes itself in OpenAPI 3.1, answers included", async () => {
    const api = await world.lisi.json<{
      openapi: string;
      paths: Record<string, { get: { responses: Record<string, object> } }>;
    }>("/api/v1/openapi.json");
    expect(api.openapi).toMatch(/^3\.1/);
    expect(api.paths["/council"]!.get.responses["200"]).toHaveProperty([
      "content",
      "application/json",
      "schema",
      "properties",
      "names",
    ]);
  });
});
