import { afterAll, beforeAll, expect, it } from "vitest";
import { announcedMeeting, begin, type LiveSession } from "../../../tests/support/live-meeting.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";

let world: TestWorld;
let session: LiveSession;
const path = { sq: "/te-dhena-te-hapura/ecuria-e-mbledhjeve", en: "/en/open-data/course-of-meetings" };
beforeAll(async () => {
  world = await createWorld();
  await world.start();
  session = await announcedMeeting(world.lisi);
});
afterAll(() => world.end());

interface Told {
  total: number;
  items: Record<string, unknown>[];
}
const told = (query = "") => world.lisi.json<Told>(`${path.sq}.json${query}`);

it("A meeting that still sits is not in the register yet", async () => {
  await begin(session);
  expect(await told()).toMatchObject({ total: 0, items: [] });
});

it("A meeting that is over stands in it step by step, without mistakes and without votes as they fell", async () => {
  const [first, second] = session.items;
  const vote = crypto.randomUUID();
  const mistake = await session.step({ kind: "speaker_began", personId: session.members[2]!.id });
  await session.step({ kind: "struck", number: mistake, reason: { sq: "Foli një tjetër: e dhënë gabim." } });
  await session.step({ kind: "speaker_listed", guest: "Kryetarja e Bashkisë" });
  await session.step({ kind: "speaker_began", guest: "Kryetarja e Bashkisë" });
  await session.step({ kind: "vote_opened", vote, itemId: first, method: "secret", majority: "voting" });
  await session.step({ kind: "vote_closed", vote, counts: { votesFor: 4, votesAgainst: 1, abstentions: 1 } });
  await session.step({ kind: "item_ended", itemId: first });
  await session.step({ kind: "left", personId: session.members[1]!.id });
  await session.step({ kind: "item_ended", itemId: second, ending: "postponed" });
  await session.step({ kind: "closed" });
  await world.catchUp();

  const { total, items } = await told();
  expect(total).toBe(items.length);
  expect(items.map(({ step_kind, number, member, guest }) => [step_kind, number, member ?? guest])).toEqual([
    ["opened", null, null],
    ["roll_called", null, null],
    ["item_started", "1", null],
    ["speaker_began", null, "Kryetarja e Bashkisë"],
    ["vote_opened", "1", null],
    ["vote_closed", "1", null],
    ["item_ended", "1", null],
    ["left", null, session.members[1]!.name],
    ["item_ended", "2", null],
    ["closed", null, null],
  ]);
  expect(items[5]).toMatchObject({ votes_for: 4, votes_against: 1, abstentions: 1, outcome: "adopted" });
  expect(items[8]).toMatchObject({ ending: "postponed", title_sq: "Buxheti i vitit 2026" });
  expect(JSON.stringify(items)).not.toContain("e dhënë gabim");
  expect((await told(`?meeting=${session.slug}&member=nuk-ka`)).total).toBe(0);
});

it("It is a table and a workbook in both languages, with what the steps mean", async () => {
  for (const [locale, said] of [
    ["sq", "U mbyll votimi"],
    ["en", "Vote closed"],
  ] as const) {
    const csv = await world.lisi.get(`${path[locale]}.csv?meeting=${session.slug}`);
    expect(csv.headers.get("content-type")).toContain("text/csv");
    const lines = (await csv.text()).trim().split("\r\n");
    expect([lines.length, lines.some((line) => line.includes(said))]).toEqual([11, true]);
    const workbook = await world.lisi.get(`${path[locale]}.xlsx`);
    expect(workbook.headers.get("content-type")).toContain("spreadsheetml");
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    expect((await world.lisi.get(path[locale])).status).toBe(200);
  }
});

it("A question that nobody can answer is refused, and the neighbour has none of it", async () => {
  expect((await world.lisi.get(`${path.sq}.csv?meeting=%3Cb%3E`)).status).toBe(422);
  expect((await world.lisi.get(`${path.sq}.csv?hapi=1`)).status).toBe(400);
  expect(await world.krasta.json<Told>(`${path.sq}.json`)).toMatchObject({ total: 0, items: [] });
});

it("Of a meeting without the public nothing is told, nor of one that is a draft", async () => {
  const set = async (change: object) => {
    await world.lisi.db.write(async (tx) => {
      await tx.updateTable("meetings").set(change).where("id", "=", session.id).execute();
    });
    return (await told()).total;
  };
  const closed_reason = JSON.stringify({ sq: "Ligji." });
  expect(await set({ access: "closed", closed_reason })).toBe(0);
  expect(await set({ access: "open", closed_reason: null, state: "draft" })).toBe(0);
});
