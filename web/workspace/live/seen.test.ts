import { describe, expect, it } from "vitest";
import type { ConsoleSheet, StepView } from "../../../server/features/live/console-view.ts";
import type { LiveStep } from "../../../server/features/live/steps.schema.ts";
import { elapsed, spentOn } from "./elapsed.ts";
import type { Waiting } from "./queue.ts";
import { chamberOn, foreseen, loggedOf, sheetWith, withWaiting } from "./seen.ts";
import { serverClock } from "./server-clock.ts";

const at = (minute: number) => `2026-03-05T17:${String(minute).padStart(2, "0")}:00.000Z`;
const item = { depth: 1, title: { sq: "Tarifat" }, kind: "", isElection: false, protocolNumber: null } as const;
const sheet = {
  people: ["arta", "besnik", "drita"].map((id) => ({ id, name: id })),
  needsQuorum: true,
  items: [{ ...item, id: "one", number: "1", majority: "voting", papers: [] }],
} as unknown as ConsoleSheet;
const logged = (...steps: LiveStep[]) =>
  loggedOf(
    steps.map(
      (step, index): StepView => ({ number: index + 1, command: `c${index}`, step, by: "Arta", at: at(index) }),
    ),
  );
const waits = (minute: number, step: LiveStep): Waiting => ({ command: `w${minute}`, step, at: at(minute) });
const roll: LiveStep = {
  kind: "roll_called",
  members: sheet.people.map(({ id }) => ({ personId: id, status: "present" })),
};
const chamber = chamberOn(sheet);

describe("What a console sees", () => {
  it("is the log, and what waits on the device as if it had come through", () => {
    const log = logged({ kind: "opened" }, roll);
    const waiting = [waits(5, { kind: "left", personId: "drita" }), waits(6, { kind: "item_started", itemId: "one" })];
    const { state, standing } = foreseen(log, waiting, chamber);
    expect(state).toMatchObject({ present: 2, current: "one" });
    expect(standing).toHaveLength(4);
    expect(withWaiting(log, waiting).map(({ number, by }) => [number, by])).toEqual([
      ...[
        [1, "Arta"],
        [2, "Arta"],
      ],
      ...[
        [3, null],
        [4, null],
      ],
    ]);
  });

  it("leaves to the server what the log no longer allows, and goes on with what it does", () => {
    const log = logged({ kind: "opened" }, roll, { kind: "item_started", itemId: "one" });
    const { state, standing } = foreseen(
      log,
      [waits(5, { kind: "item_started", itemId: "one" }), waits(6, { kind: "left", personId: "drita" })],
      chamber,
    );
    expect(state.present).toBe(2);
    expect(standing).toHaveLength(4);
  });

  it("puts what was pressed earlier, but arrives later, behind what another screen wrote down", () => {
    const log = logged({ kind: "opened" }, roll);
    expect(
      withWaiting(log, [waits(0, { kind: "break_began" })])
        .at(-1)!
        .at.toISOString(),
    ).toBe(at(1));
  });

  it("has an item on the agenda that was added here, before the server has heard of it", () => {
    const added = waits(5, {
      kind: "item_added",
      itemId: "two",
      itemKind: "other",
      title: { sq: "Ndihma" },
      reason: { sq: "Urgjente." },
    });
    const seen = sheetWith(sheet, [added]);
    expect(seen.items.map(({ id, number }) => [id, number])).toEqual([
      ["one", "1"],
      ["two", "2"],
    ]);
    const log = logged({ kind: "opened" }, roll);
    const { state } = foreseen(log, [added, waits(6, { kind: "item_started", itemId: "two" })], chamberOn(seen));
    expect(state.current).toBe("two");
    expect(sheetWith(seen, [added])).toBe(seen);
  });
});

describe("The clock of a console", () => {
  it("goes by the server's time whatever the device says, and never back", () => {
    let ticks = 1_000;
    const clock = serverClock(at(0), () => ticks);
    ticks += 90_000;
    expect(new Date(clock.now()).toISOString()).toBe("2026-03-05T17:01:30.000Z");
    clock.heard(at(5));
    ticks += 1_000;
    expect(new Date(clock.now()).toISOString()).toBe("2026-03-05T17:05:01.000Z");
    // A server whose own clock was set back tells an earlier time: steps still follow each other.
    clock.heard(at(2));
    expect(new Date(clock.now()).toISOString()).toBe("2026-03-05T17:05:01.000Z");
  });

  it("counts minutes as a hall reads them", () => {
    expect([0, 59_900, 60_000, 3_849_000, -5_000].map(elapsed)).toEqual([
      "00:00",
      "00:59",
      "01:00",
      "1:04:09",
      "00:00",
    ]);
    const spans = [
      { from: new Date(at(0)), until: new Date(at(2)) },
      { from: new Date(at(5)), until: null },
    ];
    expect(spentOn(spans, Date.parse(at(6)))).toBe(180_000);
  });
});
