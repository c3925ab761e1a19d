import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import type { WorkspaceParts } from "../../workspace/feature.ts";
import { mayChangePublic } from "../accounts/policies.ts";
import type { Role } from "../accounts/roles.shared.ts";
import { editMeetings } from "./desk/desk-meeting.ts";
import { deskPaths } from "./desk/desk-paths.shared.ts";
import { meetingsWorkspace } from "./meetings.workspace.ts";

let world: TestWorld;
let lisi: TestCouncil;
const visitors = new Map<Role, Visitor>();
/** A meeting that was announced, and one that nobody outside knows of, each with an item. */
const meetings: Record<"announced" | "planned", { id: string; item: string }> = {} as never;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  const { id: body } = await seatBody(lisi, "council", "keshilli", { sq: "Këshilli" }, 3);
  for (const role of ["secretary", "publisher", "editor", "auditor"] as const)
    visitors.set(role, await signedIn(world, lisi, [role]));
  const announced = await addMeeting(lisi, body, "2026-03-12-keshilli", { stage: "announced" });
  const planned = await addMeeting(lisi, body, "2026-03-13-keshilli", {
    ...{ starts_at: new Date("2026-03-13T17:00:00Z"), state: "draft", public_from: null },
  });
  for (const [name, id] of Object.entries({ announced, planned })) {
    const { id: item } = await addItem(id, 1);
    meetings[name as "announced"] = { id, item };
  }
});
afterAll(() => world.end());

const addItem = (meeting: string, number: number) =>
  lisi.db.write((tx) =>
    tx
      .insertInto("agenda_items")
      .values({
        ...{ meeting_id: meeting, path: [number], kind: "report" },
        ...{ title: json({ sq: "Raporti" }), added_at: world.clock.now() },
      } as never)
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
const wantsApproval = (approval: boolean, of = lisi) =>
  of.db.write((tx) => tx.updateTable("tenant_settings").set({ approval }).execute());

/** Every route by which a meeting that is there is changed. */
const changing = () =>
  meetingsWorkspace(world.services, {} as WorkspaceParts).routes.filter(
    ({ policy, path }) => policy === editMeetings && path.sq.includes("/:id/"),
  );
async function statusesAs(role: Role, which: "announced" | "planned") {
  const { id, item } = meetings[which];
  const statuses: Record<string, number> = {};
  for (const { method, path } of changing()) {
    const at = path.sq.replace(":id", id).replace(":item", item);
    const visitor = visitors.get(role)!;
    statuses[`${method} ${path.sq}`] = (await (method === "GET" ? visitor.get(at) : visitor.post(at))).status;
  }
  return statuses;
}
const refused = (statuses: Record<string, number>) =>
  Object.entries(statuses)
    .filter(([, status]) => status === 403)
    .map(([route]) => route);

describe("What the public has of a meeting", () => {
  it("is changed by editors as by others where the council wants no approval", async () => {
    await wantsApproval(false);
    expect(refused(await statusesAs("editor", "announced"))).toEqual([]);
    expect(mayChangePublic(false)).not.toBe(mayChangePublic(true));
  });

  it("is changed on no way by an editor where the council wants it, and on every way by whoever publishes", async () => {
    await wantsApproval(true);
    const editor = await statusesAs("editor", "announced");
    expect(Object.keys(editor).length).toBeGreaterThan(15);
    // Handing over changes nothing: its notice is given already.
    const { [`POST ${deskPaths.submission.sq}`]: handingOver, ...changes } = editor;
    expect([handingOver, refused(changes)]).toEqual([409, Object.keys(changes)]);
    for (const role of ["secretary", "publisher"] as const)
      expect(refused(await statusesAs(role, "announced")), role).toEqual([]);
  });

  it("says so in the reader’s language, and shows an editor nothing that would be refused", async () => {
    const { id } = meetings.announced;
    const { id: item } = await addItem(id, 2);
    const editor = visitors.get("editor")!;
    expect(await (await editor.get(`/admin/mbledhjet/${id}/te-dhenat`)).text()).toContain("Kjo është publike");
    expect(await (await editor.get(`/en/admin/meetings/${id}/particulars`)).text()).toContain("This is public");
    const [seen, whole] = [
      await editor.get(`/admin/mbledhjet/${id}`),
      await visitors.get("publisher")!.get(`/admin/mbledhjet/${id}`),
    ];
    const [read, opened] = [await seen.text(), await whole.text()];
    for (const place of ["e-re", item]) {
      expect(read).not.toContain(`/admin/mbledhjet/${id}/pikat/${place}`);
      expect(opened).toContain(`/admin/mbledhjet/${id}/pikat/${place}`);
    }
    const word = "ndryshimet i ruan kush ka të drejtë të publikojë";
    expect([read.includes(word), opened.includes(word)]).toEqual([true, false]);
  });

  it("is not yet what is only planned: that an editor prepares as ever", async () => {
    expect(refused(await statusesAs("editor", "planned"))).toEqual([]);
    const auditor = await statusesAs("auditor", "planned");
    expect(refused(auditor)).toEqual(Object.keys(auditor));
  });

  it("follows each council’s own wish, and no neighbour’s", async () => {
    await wantsApproval(false);
    await wantsApproval(true, world.krasta);
    expect(refused(await statusesAs("editor", "announced"))).toEqual([]);
    await wantsApproval(false, world.krasta);
  });
});
