import { afterEach, beforeEach, expect, it } from "vitest";
import { addBody, addItem, addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import type { ElementCode } from "../elements/catalogue.shared.ts";
import { calendarRules } from "./calendar.readiness.ts";

let world: TestWorld;
let lisi: TestCouncil;
let council: string;
beforeEach(async () => {
  world = await createWorld();
  ({ lisi } = world);
  council = await addBody(lisi, "council", "keshilli", { sq: "Këshilli" });
});
afterEach(() => world.end());

const at = (day: string) => ({ starts_at: new Date(`${day}T17:00:00Z`) });
const english = { title: json({ sq: "Titulli", en: "Title" }) };

async function judged(code: ElementCode, of = lisi) {
  const verdicts = await of.db.read((tx) => calendarRules[0]!.judge(tx, [code], world.clock.now()));
  const { readiness, reasons } = verdicts.get(code)!;
  return [readiness, ...reasons.map(({ key, values }) => [key, ...Object.values(values ?? {})].join(" "))];
}

it("the calendar of meetings is whole while the Council meets every month, with a place, in both languages", async () => {
  expect(await judged("I.3.2")).toEqual(["none", "calendar.empty"]);
  await addMeeting(lisi, council, "e-vjeter", at("2025-01-10"));
  expect(await judged("I.3.2")).toEqual(["partial", "calendar.only_old 10.01.2025"]);
  await addMeeting(lisi, council, "janari", at("2026-01-10"));
  expect(await judged("I.3.2")).toEqual(["partial", "calendar.no_month 10.01.2026"]);
  await addMeeting(lisi, council, "shkurti", at("2026-02-10"));
  expect(await judged("I.3.2")).toEqual(["full", "calendar.full 2"]);
  await addMeeting(lisi, council, "marsi", { ...at("2026-03-10"), place: null });
  expect(await judged("I.3.2")).toEqual(["partial", "calendar.without_place 1"]);
  expect(await judged("I.3.2", world.krasta)).toEqual(["none", "calendar.empty"]);
});

it("a meeting that was cancelled does not count, nor one that nobody may see yet", async () => {
  await addMeeting(lisi, council, "a", { ...at("2026-03-01"), stage: "cancelled", stage_reason: json({ sq: "X" }) });
  await addMeeting(lisi, council, "b", { ...at("2026-03-02"), state: "draft", public_from: null });
  expect((await judged("I.3.2"))[0]).not.toBe("full");
});

it("committees alone do not make it whole", async () => {
  const committee = await addBody(lisi, "committee", "komisioni", { sq: "Komisioni" });
  await addMeeting(lisi, committee, "k", at("2026-03-02"));
  expect(await judged("I.3.2")).toEqual(["partial", "calendar.no_council"]);
});

it("the calendar of public meetings is for this year; last year's serves until March", async () => {
  await addMeeting(lisi, council, "degjesa", { ...at("2025-10-10"), ...english, kind: "hearing" });
  expect(await judged("I.3.8")).toEqual(["full", "calendar.full 1"]);
  expect(await judged("I.3.9")).toEqual(["full", "calendar.full 1"]);
  world.clock.moveTo("2026-04-02T09:00:00Z");
  expect(await judged("I.3.8")).toEqual(["partial", "calendar.no_year 2026"]);
  await addMeeting(lisi, council, "takimi", {
    ...at("2026-05-10"),
    kind: "consultation",
    title: json({ sq: "Vetëm shqip" }),
  });
  expect(await judged("I.3.8")).toEqual(["partial", "calendar.without_english 1"]);
});

it("an event is described", async () => {
  await addMeeting(lisi, council, "festa", { ...at("2026-03-20"), ...english, kind: "event" });
  expect(await judged("I.9.1")).toEqual(["partial", "calendar.without_description 1"]);
  await lisi.db.write((tx) =>
    tx
      .updateTable("meetings")
      .set({ description: json({ sq: "<p>A</p>", en: "<p>A</p>" }) })
      .execute(),
  );
  expect(await judged("I.9.1")).toEqual(["full", "calendar.full 1"]);
});

it.each([
  ["II.6.3", "village"],
  ["II.6.5", "neighbourhood"],
] as const)("meetings of %s have their notice and agenda", async (code, kind) => {
  const body = await addBody(lisi, kind, "zalli", { sq: "Zalli" });
  const meeting = await addMeeting(lisi, body, "m", at("2026-02-20"));
  expect(await judged(code)).toEqual(["partial", "calendar.without_notice 1"]);
  await lisi.db.write((tx) =>
    tx
      .updateTable("meetings")
      .set({ announced_at: new Date("2026-02-10T09:00:00Z") })
      .execute(),
  );
  expect(await judged(code)).toEqual(["partial", "calendar.without_agenda 1"]);
  await addItem(lisi, meeting, [1], { sq: "Rruga" });
  expect(await judged(code)).toEqual(["full", "calendar.full 1"]);
});
