import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { Doing } from "../audit/audit.service.ts";
import { addItem, removeItem } from "../meetings/agenda.service.ts";
import { createMeeting } from "../meetings/meetings.service.ts";
import { announceMeeting } from "../meetings/stages.service.ts";
import { takeStep } from "./live.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let meeting: string;
let items: string[];
let members: string[];
let planned: { bodyId: string; kind: "ordinary" };
const at = (time: string): Doing => ({ actor: { kind: "system", name: "test" }, now: new Date(`${time}+01:00`) });
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  const council = await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak", en: "Municipal Council" }, 7);
  const planning = at("2026-01-05T09:00");
  planned = { bodyId: council.id, kind: "ordinary" };
  ({ id: meeting } = await lisi.db.write((tx) =>
    createMeeting(tx, planning, { ...planned, startsAt: "2026-01-20T18:00:00+01:00" }),
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

const [vote, second] = [crypto.randomUUID(), crypto.randomUUID()];
let minute = 0;
const send = (step: object, command: string = crypto.randomUUID(), council = lisi, said?: string) => {
  const by = at(`2026-01-20T18:${String(minute++).padStart(2, "0")}`);
  return council.db.write((tx) => takeStep(tx, by, meeting, { command, step, at: said }));
};
const saidAt = (said: string, step: object) => send(step, crypto.randomUUID(), lisi, said);
const timeOfStep = async (number: number) => {
  const { at: when } = await lisi.db.read((tx) =>
    tx.selectFrom("live_steps").select("at").where("number", "=", number).executeTakeFirstOrThrow(),
  );
  return when.toISOString();
};
const resultOf = async (id: string) => {
  const { result } = await lisi.db.read((tx) =>
    tx.selectFrom("agenda_items").select("result").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  return result;
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
    await send({ kind: "vote_opened", vote, itemId: items[0], method: "by_name", majority: "voting" });
    const ballots = members.slice(0, 5).map((personId, index) => ({ personId, choice: index < 4 ? "for" : "against" }));
    await send({ kind: "ballots_cast", vote, ballots });
    await send({ kind: "vote_closed", vote });
    expect(await votes()).toEqual([{ votes_for: 4, votes_against: 1, outcome: "adopted", round: 1 }]);
    expect(await resultOf(items[0]!)).toBe("adopted");
  });

  it("takes a command once, however often it comes", async () => {
    const command = crypto.randomUUID();
    const first = await send({ kind: "item_ended", itemId: items[0], ending: "adopted_changed" }, command);
    const second = await send({ kind: "item_ended", itemId: items[0], ending: "adopted_changed" }, command);
    expect(second.number).toBe(first.number);
    const steps = await lisi.db.read((tx) => tx.selectFrom("live_steps").select("number").orderBy("number").execute());
    expect(steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("refuses what cannot be, and writes nothing of it", async () => {
    expect(await refusal(send({ kind: "opened" }))).toBe("live.open_already");
    expect(await refusal(send({ kind: "ballots_cast", vote, ballots: [] }))).toBe("http.invalid_input input.wrong");
    expect(await refusal(send({ kind: "struck", number: 1, reason: { sq: "Gabim." } }))).toBe("live.others_rest_on_it");
    const beyond = { kind: "struck", number: 3_000_000_000, reason: { sq: "Gabim." } };
    const sent = { command: crypto.randomUUID(), step: beyond };
    expect(await refusal(lisi.db.write((tx) => takeStep(tx, at("2026-01-20T18:30"), meeting, sent)))).toBe(
      "http.invalid_input input.wrong",
    );
    expect(await refusal(send({ kind: "dance" }))).toMatch(/^http.invalid_input/);
    await send({ kind: "item_started", itemId: items[1] });
    expect(
      await refusal(send({ kind: "vote_opened", vote: second, itemId: items[1], method: "secret", majority: "all" })),
    ).toBe("http.invalid_input meetings.majority_needs_reason");
  });

  it("is nothing to the neighbouring council", async () => {
    expect(await refusal(send({ kind: "item_paused", itemId: items[0] }, crypto.randomUUID(), world.krasta))).toBe(
      "meetings.not_found",
    );
    expect(await world.krasta.db.read((tx) => tx.selectFrom("live_steps").select("number").execute())).toEqual([]);
  });

  it("takes a vote out again that was a mistake, and keeps both steps in the log", async () => {
    await send({ kind: "vote_opened", vote: second, itemId: items[1], method: "count", majority: "voting" });
    const { number } = await send({
      kind: "vote_closed",
      vote: second,
      counts: { votesFor: 2, votesAgainst: 4, abstentions: 0 },
    });
    expect(await votes()).toHaveLength(2);
    const { state } = await send({ kind: "struck", number, reason: { sq: "U numërua gabim." } });
    expect(state.vote).toMatchObject({ itemId: items[1] });
    expect(await votes()).toHaveLength(1);
    await send({ kind: "vote_closed", vote: second, counts: { votesFor: 4, votesAgainst: 2, abstentions: 0 } });
    expect((await votes()).map(({ votes_for }) => votes_for)).toEqual([4, 4]);
  });

  it("adds an item while it sits, postpones it without a vote, and takes that back when it was a mistake", async () => {
    const [reason, title] = [{ sq: "Kërkesë e kryetares." }, { sq: "Ndihma për banorët", en: "Relief for residents" }];
    const added = crypto.randomUUID();
    const { chamber } = await send({ kind: "item_added", itemId: added, itemKind: "other", title, reason });
    expect(chamber.items.at(-1)).toBe(added);
    const { number } = await send({ kind: "item_ended", itemId: added, ending: "postponed" });
    expect(await resultOf(added)).toBe("postponed");
    expect(await refusal(lisi.db.write((tx) => removeItem(tx, at("2026-01-20T18:30"), added, reason)))).toBe(
      "meetings.item_discussed",
    );
    const { state } = await send({ kind: "struck", number, reason: { sq: "Ishte pika tjetër." } });
    expect(state.items.get(added)).toMatchObject({ state: "waiting", ending: null });
    expect(await resultOf(added)).toBeNull();
  });

  it("keeps the time of what waited for its connection, and refuses a clock that jumps", async () => {
    const waited = await saidAt("2026-01-20T18:00:30+01:00", { kind: "break_began" });
    // What another console wrote down meanwhile stands before it.
    expect(await timeOfStep(waited.number)).toBe(await timeOfStep(waited.number - 1));
    const soon = `2026-01-20T18:${String(minute - 1).padStart(2, "0")}:40+01:00`;
    const back = await saidAt(soon, { kind: "break_ended" });
    expect(await timeOfStep(back.number)).toBe(new Date(soon).toISOString());
    expect(await refusal(saidAt("2026-01-20T23:00:00+01:00", { kind: "break_began" }))).toBe("live.in_the_future");
    expect(await refusal(saidAt("2025-01-20T18:00:00+01:00", { kind: "break_began" }))).toBe("live.long_ago");
    expect(await refusal(saidAt("yesterday", { kind: "break_began" }))).toMatch(/^http.invalid_input/);
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

  it("goes on when it was closed by mistake, and tells in the audit who struck what and why", async () => {
    const { number } = await lisi.db.read((tx) =>
      tx.selectFrom("live_steps").select("number").where("kind", "=", "closed").executeTakeFirstOrThrow(),
    );
    const { state } = await send({ kind: "struck", number, reason: { sq: "U shtyp gabimisht." } });
    expect(state).toMatchObject({ phase: "open", closedAt: null });
    const meetings = await lisi.db.read((tx) => tx.selectFrom("meetings").select(["stage", "closed_at"]).execute());
    expect(meetings).toEqual([{ stage: "open", closed_at: null }]);
    const audit = await lisi.db.read((tx) =>
      tx.selectFrom("audit_log").select(["actor", "before", "after"]).where("action", "=", "live.struck").execute(),
    );
    expect(audit.at(-1)).toEqual({
      actor: { kind: "system", name: "test" },
      before: { number, kind: "closed" },
      after: { reason: { sq: "U shtyp gabimisht." } },
    });
    await send({ kind: "closed" });
  });

  it("is opened on its day, not before", async () => {
    const later = await lisi.db.write(async (tx) => {
      const { id } = await createMeeting(tx, at("2026-01-05T09:00"), {
        ...planned,
        startsAt: "2026-02-20T18:00:00+01:00",
      });
      await announceMeeting(tx, at("2026-01-05T09:00"), id);
      return id;
    });
    const open = (when: string) =>
      lisi.db.write((tx) => takeStep(tx, at(when), later, { command: crypto.randomUUID(), step: { kind: "opened" } }));
    expect(await refusal(open("2026-02-19T23:00"))).toBe("live.not_its_day");
    expect((await open("2026-02-20T17:55")).state.phase).toBe("open");
  });
});
