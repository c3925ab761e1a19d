import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type TestWorld } from "../../tests/support/world.ts";
import { openMailer } from "./mailer.ts";

const path = "/zhvillim/posta";
let demo: TestWorld;
beforeAll(async () => {
  demo = await createWorld({ DEMO: "1" });
  const { config, clock } = demo.services;
  const mailer = openMailer(config, clock);
  await mailer.send({
    id: "5f0c2f0a-3c7d-4a55-8a3e-0d8b3f1f2a11",
    to: "arta@shembull.al",
    subject: "Hyrja juaj <script>alert(1)</script>",
    text: "Përshëndetje, Arta.",
    html: "<script>alert(2)</script>",
  });
  mailer.close();
});
afterAll(() => demo.end());

describe("Whoever tries the demo on their own machine", () => {
  it("reads what would have been sent, as plain text", async () => {
    const list = await demo.ask("localhost", path);
    expect(list.status).toBe(200);
    expect(list.headers.get("cache-control")).toBe("no-store");
    const html = await list.text();
    expect(html).toContain("Hyrja juaj &lt;script&gt;");
    expect(html).not.toContain("<script>");
    const [, address] = /href="([^"]+)"/.exec(html)!;
    const mail = await demo.ask("localhost", address!);
    expect(mail.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(mail.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await mail.text()).toContain("Përshëndetje, Arta.");
  });

  it("does not find it on a council's site, under another name, or through a proxy", async () => {
    const status = async (host: string, at: string, headers = {}) => (await demo.ask(host, at, { headers })).status;
    expect(await status("lisi.localhost", path)).toBe(404);
    expect(await status("localhost", `${path}/..%2f..%2fsecret-key`)).toBe(404);
    expect(await status("localhost", `${path}/nuk-ka.eml`)).toBe(404);
    for (const name of ["x-forwarded-for", "x-real-ip", "forwarded", "via"]) {
      expect(await status("localhost", path, { [name]: "203.0.113.7" }), name).toBe(404);
      expect(await status("localhost", path, { [name]: "" }), `empty ${name}`).toBe(404);
      expect(await status("lisi.localhost", "/metrics", { [name]: "" }), `metrics, ${name}`).toBe(404);
    }
  });
});

it.each([
  ["in production", { DEMO: "0" }],
  ["where mail really goes out", { DEMO: "1", SMTP_URL: "smtp://127.0.0.1:1" }],
])("There is no such page %s", async (_, variables) => {
  const world = await createWorld(variables);
  expect((await world.ask("localhost", path)).status).toBe(404);
  await world.end();
});
