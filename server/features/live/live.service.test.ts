import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { Doing } from "../audit/audit.service.ts";
import { addItem } from "../meetings/agenda.service.ts";
import { createMeeting } from "../meetings/meetings.service.ts";
import { announceMeeting } from "../meetings/stages.service.ts";
import { takeStep } from "./live.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let meeting: string;
let items: string[];
let members: string[];
const at = (time: string): Doing => ({ actor: { kind: "system", name: "test" }, now: new Date(`${time}+01:00`) });
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  const council = await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak", en: "Municipal Council" }, 7);
  const planning = at("2026-01-05T09:00");
  ({ id: meeting } = await lisi.db.write((tx) =>
    createMeeting(tx, planning, { bodyId: council.id, kind: "ordinary", startsAt: "2026-01-20T18:00:00+01:00" }),
  ));
  items = await lisi.db.write(async (tx) => {
    const made: string[] = [];
    for (const title of ["Tarifa", "Buxheti"])
      made.push((await addItem(tx, planning, meeting, { kind: "other", title: { sq: title, en: title } })).id);
    await announceMeeting(tx, planning, meeting);
    return made;
  });
  members = (await lisi.db.read((tx) => tx.selectFrom("memberships").select("person_id").execute())).map(
    ({ person_id }) => person_id,
  );
});
afterAll(() => world.end());

let minute = 0;
const send = (step: object, command: string = crypto.randomUUID(), council = lisi) => {
  const by = at(`2026-01-20T18:${String(minute++).padStart(2, "0")}`);
  return council.db.write((tx) => takeStep(tx, by, meeting, { command, step }));
};
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => [error.code, error.fields?.[0]?.code].filter(Boolean).join(" "),
  );
const votes = () =>
  lisi.db.read((tx) => tx.selectFrom("votes").select(["votes_for", "votes_against", "outcome", "round"]).execute());

describe("A meeting that is run from the console", () => {
  it("opens, calls the roll, votes, and writes the vote into the register", async () => {
    await send({ kind: "opened" });
    const roll = members.map((personId, index) => ({ personId, status: index === 6 ? "absent" : "present" }));
    const { state } = await send({ kind: "roll_called", members: roll });
    expect(state).toMatchObject({ present: 6, quorum: 4 });
    await send({ kind: "item_started", itemId: items[0] });
    await send({ kind: "vote_opened", method: "by_name", majority: "voting" });
    const ballots = members.slice(0, 5).map((personId, index) => ({ personId, choice: index < 4 ? "for" : "against" }));
    await send({ kind: "ballots_cast", ballots });
    await send({ kind: "vote_closed" });
    expect(await votes()).toEqual([{ votes_for: 4, votes_against: 1, outcome: "adopted", round: 1 }]);
    const item = await lisi.db.read((tx) =>
      tx.selectFrom("agenda_items").select("result").where("id", "=", items[0]!).executeTakeFirstOrThrow(),
    );
    expect(item.result).toBe("adopted");
  });

  it("takes a command once, however often it comes", async () => {
    const command = crypto.randomUUID();
    const first = await send({ kind: "item_ended", ending: "adopted_changed" }, command);
    const second = await send({ kind: "item_ended", ending: "adopted_changed" }, command);
    expect(second.number).toBe(first.number);
    const steps = await lisi.db.read((tx) => tx.selectFrom("live_steps").select("number").orderBy("number").execute());
    expect(steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("refuses what cannot be, and writes nothing of it", async () => {
    expect(await refusal(send({ kind: "opened" }))).toBe("live.open_already");
    expect(await refusal(send({ kind: "ballots_cast", ballots: [] }))).toBe("http.invalid_input input.wrong");
    expect(await refusal(send({ kind: "struck", number: 1, reason: { sq: "Gabim." } }))).toBe("live.others_rest_on_it");
    expect(await refusal(send({ kind: "dance" }))).toMatch(/^http.invalid_input/);
    await send({ kind: "item_started", itemId: items[1] });
    expect(await refusal(send({ kind: "vote_opened", method: "secret", majority: "all" }))).toBe(
      "http.invalid_input meetings.majority_needs_reason",
    );
  });

  it("is nothing to the neighbouring council", async () => {
    expect(await refusal(send({ kind: "item_paused" }, crypto.randomUUID(), world.krasta))).toBe("meetings.not_found");
    expect(await world.krasta.db.read((tx) => tx.selectFrom("live_steps").select("number").execute())).toEqual([]);
  });

  it("takes a vote out again that was a mistake, and keeps both steps in the log", async () => {
    await send({ kind: "vote_opened", method: "count", majority: "voting" });
    const { number } = await send({
      kind: "vote_closed",
      counts: { votesFor: 2, votesAgainst: 4, abstentions: 0 },
    });
    expect(await votes()).toHaveLength(2);
    const { state } = await send({ kind: "struck", number, reason: { sq: "U numërua gabim." } });
    expect(state.vote).toMatchObject({ itemId: items[1] });
    expect(await votes()).toHaveLength(1);
    await send({ kind: "vote_closed", counts: { votesFor: 4, votesAgainst: 2, abstentions: 0 } });
    expect((await votes()).map(({ votes_for }) => votes_for)).toEqual([4, 4]);
  });

  it("closes with its attendance in the register", async () => {
    await send({ kind: "left", personId: members[0] });
    await send({ kind: "closed" });
    const stored = await lisi.db.read((tx) =>
      tx
        .selectFrom("meetings")
        .select(["stage", "present", "members"])
        .where("id", "=", meeting)
        .executeTakeFirstOrThrow(),
    );
    expect(stored).toEqual({ stage: "closed", present: 6, members: 7 });
    expect(await refusal(send({ kind: "item_started", itemId: items[1] }))).toBe("live.closed_already");
  });
});
