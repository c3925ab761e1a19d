import { once } from "node:events";
import { request } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { addItem, addMeeting } from "../../../tests/support/meeting-rows.ts";
import { type OtherProcess, otherProcess } from "../../../tests/support/other-process.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import type { ConsoleView } from "./console-view.ts";
import { chamberOf, findLog } from "./live.queries.ts";
import { stateOf } from "./live-state.shared.ts";

let world: TestWorld;
let secretary: Visitor;
let serving: OtherProcess;
let meeting: string;
let item: string;
beforeAll(async () => {
  world = await createWorld();
  const council = await seatBody(
    world.lisi,
    ...(["council", "keshilli", { sq: "Këshilli Bashkiak", en: "Municipal Council" }, 31] as const),
  );
  const startsAt = new Date("2026-03-05T09:00:00Z");
  const announced = {
    stage: "announced",
    announced_at: new Date("2026-02-26T09:00:00Z"),
    starts_at: startsAt,
  } as const;
  meeting = await addMeeting(world.lisi, council.id, "mars", announced);
  item = await addItem(world.lisi, meeting, [1], { sq: "Buxheti", en: "The budget" });
  secretary = await signedIn(world, world.lisi, ["secretary"]);
  serving = await otherProcess(world);
});
afterAll(async () => {
  await serving.kill();
  await world.end();
});

interface Command {
  command: string;
  step: object;
}
const named = (step: object): Command => ({ command: crypto.randomUUID(), step });
/** As a console sends it; `null` where no answer came. */
async function send(command: Command): Promise<{ view: ConsoleView } | null> {
  const asked = request({
    ...{ port: serving.port, host: "127.0.0.1", method: "POST", path: `/api/v1/admin/live/${meeting}` },
    headers: {
      ...{ host: world.lisi.host, cookie: secretary.cookie!, "sec-fetch-site": "same-origin" },
      "content-type": "application/json",
    },
  });
  try {
    asked.end(JSON.stringify(command));
    const [answer] = await once(asked, "response");
    const body = JSON.parse((await buffer(answer)).toString());
    if (answer.statusCode === 200) return body;
    throw new TypeError(body.problem?.code ?? String(answer.statusCode));
  } catch (failure) {
    // A bad answer is no lost one.
    if (failure instanceof TypeError) throw failure;
    return null;
  }
}
const state = () =>
  world.lisi.db.read(async (tx) => {
    const log = await findLog(tx, meeting);
    const held = await tx
      .selectFrom("meetings as m")
      .innerJoin("bodies as b", "b.id", "m.body_id")
      .select(["m.id", "m.body_id", "m.starts_at", "b.kind as body_kind"])
      .where("m.id", "=", meeting)
      .executeTakeFirstOrThrow();
    return { log, state: stateOf(log, await chamberOf(tx, held, log)) };
  });

it("A server that is killed in the middle of a vote loses nothing and doubles nothing: its successor goes on at the very step", async () => {
  const opened = await send(named({ kind: "opened" }));
  const members = opened!.view.sheet.people.map(({ id }) => id);
  await send(named({ kind: "roll_called", members: members.map((personId) => ({ personId, status: "present" })) }));
  await send(named({ kind: "item_started", itemId: item }));
  const vote = crypto.randomUUID();
  await send(named({ kind: "vote_opened", vote, itemId: item, method: "by_name", majority: "voting" }));

  const ballots = members.map((personId, at) =>
    named({ kind: "ballots_cast", vote, ballots: [{ personId, choice: at % 3 === 0 ? "against" : "for" }] }),
  );
  // One after the other, as the queue of a console sends them; the power goes while they are on their way.
  const answered: string[] = [];
  const sending = (async () => {
    for (const one of ballots) {
      if (!(await send(one))) return;
      answered.push(one.command);
    }
  })();
  await expect.poll(() => answered.length, { interval: 2, timeout: 20_000 }).toBeGreaterThan(4);
  await serving.kill();
  await sending;
  expect(answered.length).toBeLessThan(ballots.length);

  const before = await state();
  const written = new Set(before.log.map(({ command }) => command));
  // What was answered stands; what was on its way either stands whole or not at all.
  expect(answered.filter((command) => !written.has(command))).toEqual([]);
  expect(before.state.vote!.ballots.size).toBe(before.log.length - 4);
  expect([answered.length, answered.length + 1]).toContain(before.state.vote!.ballots.size);

  serving = await otherProcess(world);
  // The console does not know what came through: it sends again all that was not answered.
  const unanswered = ballots.filter(({ command }) => !answered.includes(command));
  for (const one of unanswered) expect(await send(one)).not.toBeNull();
  const closed = await send(named({ kind: "vote_closed", vote }));
  expect(closed!.view.last).toBe(4 + ballots.length + 1);
  const after = await state();
  expect(after.log.map(({ number }) => number)).toEqual(after.log.map((_, at) => at + 1));
  expect(new Set(after.log.map(({ command }) => command)).size).toBe(after.log.length);
  expect(after.state.votes).toMatchObject([{ votesFor: 20, votesAgainst: 11, present: 31, outcome: "adopted" }]);
  const register = await world.lisi.db.read((tx) =>
    tx.selectFrom("votes").select(["votes_for", "votes_against", "round"]).execute(),
  );
  expect(register).toEqual([{ votes_for: 20, votes_against: 11, round: 1 }]);
}, 60_000);
