import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";

let world: TestWorld;
let lisi: TestCouncil;
let editor: Visitor;
let publisher: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  [editor, publisher] = await Promise.all([signedIn(world, lisi, ["editor"]), signedIn(world, lisi, ["secretary"])]);
});
afterAll(() => world.end());

const approval = (isWanted: boolean) =>
  lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: isWanted }).execute());

it("Who sat in a public meeting, and the body that sat, are not renamed alone once their own page is withdrawn", async () => {
  const { id: body, members } = await seatBody(lisi, "committee", "komisioni", { sq: "Komisioni" }, 2);
  const [sat, other] = members.map(({ id }) => id);
  const meeting = await addMeeting(lisi, body, "mbledhja", {
    stage: "closed",
    starts_at: new Date("2026-02-20T10:00Z"),
  });
  await lisi.db.write(async (tx) => {
    await tx.insertInto("attendances").values({ meeting_id: meeting, person_id: sat!, status: "present" }).execute();
    await tx.updateTable("people").set({ state: "withdrawn" }).where("id", "in", [sat!, other!]).execute();
    await tx.updateTable("bodies").set({ state: "withdrawn" }).where("id", "=", body).execute();
  });
  const change = async (visitor: Visitor, path: string, field: string) => {
    const form = fieldsOn(await (await visitor.get(path)).text());
    return (await visitor.post(path, { ...form, [field]: "Tjetër Emër" })).status;
  };
  const [person, unseen, committee] = [`/admin/njerezit/${sat}`, `/admin/njerezit/${other}`, `/admin/organet/${body}`];
  await approval(true);
  expect([
    await change(editor, person, "name"),
    await change(editor, committee, "name.sq"),
    // Named nowhere.
    await change(editor, unseen, "name"),
    await change(publisher, person, "name"),
    await change(publisher, committee, "name.sq"),
  ]).toEqual([403, 403, 303, 303, 303]);
  await approval(false);
  expect(await change(editor, person, "name")).toBe(303);
});
