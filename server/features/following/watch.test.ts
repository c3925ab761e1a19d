import { afterAll, beforeAll, expect, it } from "vitest";
import { doing } from "../../../tests/support/content.ts";
import { announcedMeeting, begin, type LiveSession } from "../../../tests/support/live-meeting.ts";
import { createWorld, type TestWorld, testNow } from "../../../tests/support/world.ts";
import { createMeeting } from "../meetings/meetings.service.ts";
import { announceMeeting } from "../meetings/stages.service.ts";
import type { Watch } from "./following.schema.ts";

let world: TestWorld;
let session: LiveSession;
beforeAll(async () => {
  world = await createWorld();
  await world.start();
  session = await announcedMeeting(world.lisi);
});
afterAll(() => world.end());

/** What every page announces so many minutes after the hour of the meeting. */
async function shownAt(minutes: number, council = world.lisi): Promise<string[]> {
  world.clock.moveTo(new Date(Date.parse(testNow) + minutes * 60_000));
  await world.services.rooms.reread();
  return (await council.json<Watch>("/api/v1/live")).meetings.map(
    ({ slug, phase, isLate }) => `${slug} ${isLate ? "late" : phase}`,
  );
}

it("A meeting is announced on every page two hours ahead, and waited for while it begins late", async () => {
  const waiting = [`${session.slug} waiting`];
  expect(await shownAt(-121)).toEqual([]);
  expect(await shownAt(-119)).toEqual(waiting);
  expect(await shownAt(1)).toEqual([`${session.slug} late`]);
  expect(await shownAt(119)).toEqual([`${session.slug} late`]);
  expect(await shownAt(121)).toEqual([]);
  expect(await shownAt(1, world.krasta)).toEqual([]);
});

it("Until then it is told as the next one, with the way to where it will be followed, and nowhere to the neighbour", async () => {
  world.clock.moveTo(new Date(Date.parse(testNow) - 8 * 3_600_000));
  expect(await world.lisi.json<Watch>("/api/v1/live")).toMatchObject({ meetings: [], next: { slug: session.slug } });
  for (const [path, said] of [
    ["/drejtperdrejt", "Mbledhja tjetër"],
    ["/en/live", "Next meeting"],
  ] as const) {
    const html = await (await world.lisi.get(path)).text();
    expect(html.includes(said) && html.includes(`${path}/${session.slug}`)).toBe(true);
    expect((await (await world.krasta.get(path)).text()).includes(session.slug)).toBe(false);
  }
  expect(await (await world.lisi.get("/sitemap.xml")).text()).toContain(`/en/live/${session.slug}<`);
  expect(await (await world.krasta.get("/sitemap.xml")).text()).not.toContain(session.slug);
});

it("Of two that are still to come the map for search engines has the one that is named as next", async () => {
  const by = doing(world);
  const later = await world.lisi.db.write(async (tx) => {
    const { body_id: bodyId } = await tx.selectFrom("meetings").select("body_id").executeTakeFirstOrThrow();
    const { id } = await createMeeting(tx, by, { bodyId, kind: "ordinary", startsAt: "2026-03-30T17:00:00Z" });
    await announceMeeting(tx, by, id);
    return tx.selectFrom("meetings").select("slug").where("id", "=", id).executeTakeFirstOrThrow();
  });
  const listed = await (await world.lisi.get("/sitemap.xml")).text();
  expect([listed.includes(`/live/${session.slug}<`), listed.includes(`/live/${later.slug}<`)]).toEqual([true, false]);
});

it("Opened after all, it is there again however late it is", async () => {
  await begin(session);
  expect(await shownAt(200)).toEqual([`${session.slug} open`]);
});
