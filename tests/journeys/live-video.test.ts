import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { type LiveSession, liveSession } from "./support/live-session.ts";
import { signUp } from "./support/sign-up.ts";
import { visitors } from "./support/visitor.ts";

const visitor = visitors();
const council = "gurekuq";
const host = "https://video.gurekuq.example";
const address = `${host}/mbledhja/bars.m3u8`;

let session: LiveSession;
beforeAll(async () => {
  session = await liveSession(inject("environment"), council, [{ sq: "Tarifa e ujit", en: "The water fee" }]);
});
afterAll(() => session.end());

/** Stands in for the host from which a council streams: colour bars with a tone, six seconds in three pieces. */
async function streamFor(context: BrowserContext): Promise<string[]> {
  const asked: string[] = [];
  await context.route(`${host}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1)!;
    asked.push(name);
    const body = await readFile(join(import.meta.dirname, "../samples/stream", name)).catch(() => null);
    const headers = { "access-control-allow-origin": "*" };
    if (!body) return route.fulfill({ status: 404, headers });
    const contentType = name.endsWith(".m3u8") ? "application/vnd.apple.mpegurl" : "video/mp2t";
    await route.fulfill({ body, contentType, headers });
  });
  return asked;
}

/** On the page of the meeting's own stream. */
async function setStream(page: Page, given: string): Promise<void> {
  await page.getByLabel("Adresa e transmetimit të kësaj mbledhjeje").fill(given);
  await page.getByRole("button", { name: "Ruani", exact: true }).click();
  await page.getByText("Adresa e transmetimit u ruajt.").waitFor();
}

const film = (page: Page) =>
  page.locator("video.live-screen").evaluate((video: HTMLVideoElement) => ({
    time: video.currentTime,
    width: video.videoWidth,
    height: video.videoHeight,
  }));

it("A secretary says where this one meeting is streamed, and a citizen sees it play once they ask for it", async () => {
  const secretary = await visitor({ council });
  await signUp(secretary.page, "Vera Duka", "secretary", council);
  await secretary.open(`/admin/mbledhjet/${session.id}`);
  await secretary.page.getByRole("link", { name: "Transmetimi", exact: true }).click();
  await setStream(secretary.page, address);

  const { page, context, open } = await visitor({ council });
  const asked = await streamFor(context);
  const scripts: string[] = [];
  page.on("request", (request) => scripts.push(new URL(request.url()).pathname));
  await open(`/drejtperdrejt/${session.slug}`);
  await expect
    .poll(
      async () => {
        await open(`/drejtperdrejt/${session.slug}`);
        return page.getByRole("button", { name: "Shikoni transmetimin" }).count();
      },
      { timeout: 15_000 },
    )
    .toBe(1);
  expect([asked, scripts.filter((path) => path.includes("play-stream"))]).toEqual([[], []]);

  await page.getByRole("button", { name: "Shikoni transmetimin" }).click();
  await expect.poll(async () => (await film(page)).time, { timeout: 20_000 }).toBeGreaterThan(0.5);
  const before = await film(page);
  expect([before.width, before.height]).toEqual([160, 90]);
  await expect.poll(async () => (await film(page)).time, { timeout: 20_000 }).toBeGreaterThan(before.time + 1);
  expect(asked.slice(0, 2)).toEqual(["bars.m3u8", "bars-0.mpegts"]);
}, 120_000);

it("The picture of another provider is asked for after a click alone, in a frame of that provider", async () => {
  const secretary = await visitor({ council });
  await signUp(secretary.page, "Lule Basha", "secretary", council);
  const { page, context, open } = await visitor({ council });
  const elsewhere: string[] = [];
  await context.route(
    ({ hostname }) => !hostname.endsWith("localhost"),
    (route) => {
      elsewhere.push(new URL(route.request().url()).hostname);
      return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Pamja</title><p>Pamja</p>" });
    },
  );
  for (const [given, provider, from] of [
    ["https://youtu.be/abcdefghijk", "YouTube", "www.youtube-nocookie.com"],
    ["https://www.facebook.com/bashkia/videos/123", "Facebook", "www.facebook.com"],
  ] as const) {
    await secretary.open(`/admin/mbledhjet/${session.id}/transmetimi`);
    await setStream(secretary.page, given);
    const click = page.getByRole("button", { name: `Hapeni pamjen nga ${provider}` });
    await expect
      .poll(
        async () => {
          await open(`/drejtperdrejt/${session.slug}`);
          return click.count();
        },
        { timeout: 15_000 },
      )
      .toBe(1);
    expect([elsewhere, await page.locator("iframe").count()]).toEqual([[], 0]);
    await click.click();
    await page.frameLocator("iframe.live-screen").getByText("Pamja").waitFor();
    expect(elsewhere.splice(0)).toEqual([from]);
  }
  await secretary.open(`/admin/mbledhjet/${session.id}/transmetimi`);
  await setStream(secretary.page, address);
}, 120_000);

it("A stream that is not there is said to be so, with its address, and the meeting is followed all the same", async () => {
  const { page, context, open } = await visitor({ council, mayHear: /404/ });
  await context.route(`${host}/**`, (route) =>
    route.fulfill({ status: 404, headers: { "access-control-allow-origin": "*" } }),
  );
  await open(`/en/live/${session.slug}`);
  await page.getByRole("button", { name: "Watch the broadcast" }).click();
  await page.locator(".live-video .note").waitFor({ timeout: 30_000 });
  await session.step({ kind: "opened" });
  await page.getByText("Live", { exact: true }).first().waitFor();
  // Other journeys begin from a council that does not sit.
  await session.step({ kind: "closed" });
}, 60_000);
