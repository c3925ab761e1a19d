import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../../tests/support/accounts.ts";
import { storePdf } from "../../../../tests/support/content.ts";
import { seatBody } from "../../../../tests/support/council-rows.ts";
import { addItem, addMeeting } from "../../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../../tests/support/world.ts";

let world: TestWorld;
let lisi: TestCouncil;
let editor: Visitor;
let secretary: Visitor;
/** An item of a public meeting, under the address of one that the editor prepares. */
let strange: string;
let item: string;
let vote: string;
let paper: string;
let free: string;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  const body = (await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak" }, 3)).id;
  [editor, secretary] = await Promise.all([signedIn(world, lisi, ["editor"]), signedIn(world, lisi, ["secretary"])]);
  const held = await addMeeting(lisi, body, "e-mbajtur", {
    stage: "minutes_published",
    announced_at: new Date("2026-02-01T09:00:00Z"),
    starts_at: new Date("2026-02-10T17:00:00Z"),
  });
  item = await addItem(lisi, held, [1], { sq: "Për parkun" }, { kind: "report", result: "noted" });
  ({ id: paper } = await storePdf(world, lisi, "Shtojca"));
  ({ id: free } = await storePdf(world, lisi, "Letra"));
  vote = await lisi.db.write(async (tx) => {
    await tx.updateTable("tenant_settings").set({ approval: true }).execute();
    await tx
      .insertInto("attachments")
      .values({ document_id: paper, agenda_item_id: item, role: "annex", position: 0, added_at: world.clock.now() })
      .execute();
    const made = await tx
      .insertInto("votes")
      .values({
        ...{ agenda_item_id: item, method: "count", majority: "voting", members: 3, present: 3, held_at: null },
        ...{ votes_for: 3, votes_against: 0, abstentions: 0, outcome: "adopted" },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return made.id;
  });
  const form = { bodyId: body, kind: "ordinary", day: "2026-04-10", time: "18:00", "place.sq": "Salla" };
  const made = await editor.post("/admin/mbledhjet/e-re", { ...form, access: "open" });
  strange = `${made.headers.get("location")!.split("?")[0]}/pikat/${item}`;
});
afterAll(() => world.end());

const standing = () =>
  lisi.db.read(async (tx) => ({
    item: await tx.selectFrom("agenda_items").where("id", "=", item).select(["result", "result_note"]).execute(),
    votes: await tx.selectFrom("votes").where("agenda_item_id", "=", item).select("id").execute(),
    papers: await tx.selectFrom("attachments").where("agenda_item_id", "=", item).select("document_id").execute(),
  }));

it("What the public has of a meeting is changed under the address of no other meeting, by no editor and no secretary", async () => {
  const before = await standing();
  const why = { "reason.sq": "Gabim", "reason.en": "" };
  for (const visitor of [editor, secretary])
    for (const [path, fields] of [
      ["", { kind: "report", "title.sq": "Tjetër", "title.en": "", ...why }],
      ["/heqja", why],
      ["/perfundimi", { result: "adopted_changed", "note.sq": "Tjetër", "note.en": "", ...why }],
      ["/perfundimi/heqja", why],
      [
        "/votimi",
        { method: "count", majority: "voting", votesFor: "1", votesAgainst: "2", present: "3", vote, ...why },
      ],
      ["/votimi/heqja", { vote, ...why }],
      ["/dokumentet", { take: paper, ...why }],
      ["/dokumentet", { documentIds: free, role: "annex" }],
    ] as const)
      expect([path, (await visitor.post(strange + path, fields)).status]).toEqual([path, 404]);
  expect(await standing()).toEqual(before);
});
