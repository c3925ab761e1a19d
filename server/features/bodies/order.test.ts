import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing } from "../../../tests/support/content.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import type { Body } from "./body.schema.ts";
import { findOrder, orderMembers } from "./order.service.ts";

let world: TestWorld;
let body: Awaited<ReturnType<typeof seatBody>>;
const today = "2026-03-05";
beforeAll(async () => {
  world = await createWorld();
  const name = { sq: "Komisioni i Financave", en: "Finance Committee" };
  body = await seatBody(world.lisi, "committee", "financa", name, 4);
});
afterAll(() => world.end());

const order = (people: readonly string[], council = world.lisi) =>
  council.db.write((tx) => orderMembers(tx, doing(world), { bodyId: body.id, people, today }));
const shown = async () =>
  (await world.lisi.json<Body>("/api/v1/bodies/committee/financa")).members.map(({ name }) => name.slice(0, 9));

describe("The order of a body's members", () => {
  it("is the one that the council gives them, on the public page too", async () => {
    const ids = body.members.map(({ id }) => id);
    expect(await shown()).toEqual(["Anëtari 1", "Anëtari 2", "Anëtari 3", "Anëtari 4"]);
    await order([ids[2]!, ids[0]!, ids[3]!, ids[1]!]);
    expect(await shown()).toEqual(["Anëtari 3", "Anëtari 1", "Anëtari 4", "Anëtari 2"]);
    const kept = await world.lisi.db.read((tx) => findOrder(tx, body.id, today));
    expect(kept.map(({ id }) => id)).toEqual([ids[2], ids[0], ids[3], ids[1]]);
  });

  it("names everybody once: a list that was made before somebody came or went is refused", async () => {
    const ids = body.members.map(({ id }) => id);
    const before = await shown();
    for (const wrong of [ids.slice(1), [...ids, ids[0]!], [ids[0]!, ids[0]!, ids[1]!, ids[2]!], []])
      await expect(order(wrong)).rejects.toMatchObject({ code: "bodies.order_incomplete" });
    expect(await shown()).toEqual(before);
  });

  it("of one council is not another's to change", async () => {
    const ids = body.members.map(({ id }) => id);
    await expect(order(ids, world.krasta)).rejects.toMatchObject({ code: "bodies.not_found" });
  });
});
