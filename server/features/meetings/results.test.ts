import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { doing, storePdf } from "../../../tests/support/content.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { addItem } from "./agenda.service.ts";
import { createMeeting } from "./meetings.service.ts";
import { announceMeeting, closeMeeting, openMeeting, publishMinutes } from "./stages.service.ts";
import { recordVote } from "./votes.service.ts";

/** The world stands at 05.03.2026, 10:00. */
let world: TestWorld;
let lisi: TestCouncil;
let body: string;
let editor: Visitor;
let secretary: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  body = (await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak" }, 3)).id;
  [editor, secretary] = await Promise.all([signedIn(world, lisi, ["editor"]), signedIn(world, lisi, ["secretary"])]);
});
afterAll(() => world.end());

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const approval = (isWanted: boolean) =>
  lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: isWanted }).execute());
const by = (now = world.clock.now()) => ({ ...doing(world), now });

let hour = 8;
type Until = "planned" | "announced" | "open" | "closed" | "minutes_published";
/** A meeting with one item, as far as it has come. */
async function meetingUntil(stage: Until) {
  hour += 1;
  const startsAt = `2026-02-${String(hour).padStart(2, "0")}T10:00:00+01:00`;
  const minutes = stage === "minutes_published" ? (await storePdf(world, lisi, "Procesverbal")).id : "";
  return lisi.db.write(async (tx) => {
    const early = by(new Date("2026-01-20T10:00:00+01:00"));
    const { id } = await createMeeting(tx, early, { bodyId: body, kind: "ordinary", startsAt });
    const item = await addItem(tx, early, id, { kind: "report", title: { sq: "Raporti" } });
    const then = by(new Date(startsAt));
    const steps: [Until, () => Promise<void>][] = [
      ["announced", () => announceMeeting(tx, early, id)],
      ["open", () => openMeeting(tx, then, id)],
      ["closed", () => closeMeeting(tx, then, id)],
      ["minutes_published", () => publishMinutes(tx, then, id, [{ documentId: minutes, role: "minutes" }])],
    ];
    for (const [step, take] of steps) {
      if (stage === "planned") break;
      await take();
      if (step === stage) break;
    }
    const desk = `/admin/mbledhjet/${id}`;
    return { id, desk, item: item.id, at: `${desk}/pikat/${item.id}/perfundimi` };
  });
}
const inEnglish = (path: string) =>
  path
    .replace("/admin/mbledhjet", "/en/admin/meetings")
    .replace("/pikat/", "/items/")
    .replace("/perfundimi", "/result");
const resultOf = async (item: string) =>
  lisi.db.read((tx) =>
    tx
      .selectFrom("agenda_items")
      .select(["result", "result_note as note"])
      .where("id", "=", item)
      .executeTakeFirstOrThrow(),
  );
const deedsOn = (item: string) =>
  lisi.db.read((tx) =>
    tx.selectFrom("audit_log").select(["action", "after"]).where("subject_id", "=", item).orderBy("id").execute(),
  );
const why = { "reason.sq": "U lexua gabim.", "reason.en": "" };

describe("What became of an item", () => {
  it("is not written down before the meeting has been opened, and the form says so in both languages", async () => {
    for (const stage of ["planned", "announced"] as const) {
      const { item, at } = await meetingUntil(stage);
      for (const [visitor, path, words] of [
        [editor, at, "Mbledhja nuk ka filluar ende."],
        [secretary, inEnglish(at), "The meeting has not begun yet."],
      ] as const) {
        const refused = await visitor.post(path, { result: "rejected", "note.sq": "E marrë me mend." });
        const page = await refused.text();
        expect([refused.status, page]).toEqual([422, expect.stringContaining('href="#result-result"')]);
        expect(page).toContain(words);
        expect(fieldsOn(page, "result")).toMatchObject({ "note.sq": "E marrë me mend." });
      }
      expect(await resultOf(item)).toEqual({ result: null, note: null });
      expect(await textOf(editor.get(at))).toContain("përfundimi shënohet pasi të hapet");
      const vote = at.replace("/perfundimi", "/votimi");
      expect(await textOf(editor.get(vote))).toContain("votimi shënohet pasi të hapet");
      expect(await textOf(editor.get(inEnglish(vote).replace("/votimi", "/vote")))).toContain("a vote is entered once");
    }
    for (const stage of ["open", "closed"] as const) {
      const { item, at } = await meetingUntil(stage);
      expect((await editor.post(at, { result: "noted" })).status).toBe(303);
      expect(await resultOf(item)).toMatchObject({ result: "noted" });
      expect(await textOf(editor.get(at.replace("/perfundimi", "/votimi")))).not.toContain("shënohet pasi të hapet");
    }
  });

  it("belongs to what was handed over, where it stands on an item before the meeting", async () => {
    await approval(true);
    const { desk, item } = await meetingUntil("planned");
    const notice = `${desk}/njoftimi`;
    expect((await editor.post(`${desk}/dergimi`)).status).toBe(303);
    const set = (result: "rejected" | null) =>
      lisi.db.write((tx) => tx.updateTable("agenda_items").set({ result }).where("id", "=", item).execute());
    await set("rejected");
    for (const step of [notice, `${desk}/kalendari`]) {
      const refused = await secretary.post(step, { "shortNoticeReason.sq": "Ngutet." });
      expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("Duhet dërguar sërish")]);
    }
    // Whoever approves reads it there.
    expect(await textOf(secretary.get(notice))).toMatch(/class="tag bad"[^>]*>U rrëzua</);
    await set(null);
    expect((await secretary.post(`${desk}/kalendari`)).status).toBe(303);
    await approval(false);
  });

  it("is taken back where it was written down by mistake: the item stands as its last vote left it", async () => {
    const { id, desk, item, at } = await meetingUntil("open");
    expect(await textOf(editor.get(at))).not.toContain(`${at}/heqja`);
    await editor.post(at, { result: "postponed", "note.sq": "Në prill.", "note.en": "" });
    const shown = await textOf(editor.get(at));
    const form = fieldsOn(shown, "result-removal");
    expect(shown).toContain("Përfundimi u shënua gabimisht?");
    expect(await textOf(editor.get(inEnglish(at)))).toContain("Take the result back");
    // What another has written meanwhile is looked at first.
    await secretary.post(at, { result: "withdrawn", "note.sq": "Në prill.", "note.en": "" });
    const stale = await editor.post(`${at}/heqja`, form);
    const page = await stale.text();
    expect([stale.status, page]).toEqual([422, expect.stringContaining('href="#result-removal-result"')]);
    expect(await resultOf(item)).toMatchObject({ result: "withdrawn" });
    const done = await editor.post(`${at}/heqja`, fieldsOn(page, "result-removal"));
    expect(done.headers.get("location")).toBe(`${desk}/zhvillimi?done=result_removed#item-${item}`);
    expect(await textOf(editor.get(`${desk}/zhvillimi?done=result_removed`))).toContain("Përfundimi u mor mbrapsht.");
    expect(await resultOf(item)).toEqual({ result: null, note: null });
    expect((await editor.post(`${at}/heqja`, form)).status).toBe(303);
    expect((await deedsOn(item)).map(({ action }) => action)).toEqual([
      ...["agenda.result_recorded", "agenda.result_recorded", "agenda.result_taken_back"],
    ]);

    await lisi.db.write((tx) =>
      recordVote(tx, by(), item, { method: "count", votesFor: 2, votesAgainst: 0, present: 3 }),
    );
    expect(await textOf(editor.get(at))).not.toContain(`${at}/heqja`);
    await editor.post(at, { result: "adopted_changed", "note.sq": "Pa nenin 3.", "note.en": "" });
    expect((await editor.post(`${at}/heqja`, {})).status).toBe(303);
    expect(await resultOf(item)).toEqual({ result: "adopted", note: null });
    const neighbour = await signedIn(world, world.krasta, ["secretary"]);
    expect((await neighbour.post(`${at}/heqja`, {})).status).toBe(404);
    expect(id).not.toBe("");
  });

  it("is not turned, and not taken back, without a word once the minutes are public", async () => {
    const { item, at } = await meetingUntil("minutes_published");
    expect((await secretary.post(at, { result: "adopted" })).status).toBe(303);
    expect(fieldsOn(await textOf(secretary.get(at)), "result")).toHaveProperty(["reason.sq"]);
    for (const [path, fields, place] of [
      [at, { result: "rejected" }, "result-reason-sq"],
      [`${at}/heqja`, {}, "result-removal-reason-sq"],
    ] as const) {
      const silent = await secretary.post(path, fields);
      const page = await silent.text();
      expect([silent.status, page]).toEqual([422, expect.stringContaining(`href="#${place}"`)]);
      expect(page).toContain("Procesverbali është publik: shënoni pse");
    }
    // A reason in English alone lacks the Albanian, at its field.
    for (const [path, place] of [
      [at, "result-reason-sq"],
      [`${at}/heqja`, "result-removal-reason-sq"],
    ] as const) {
      const half = await secretary.post(path, { result: "rejected", "reason.en": "Misread." });
      expect([half.status, await half.text()]).toEqual([422, expect.stringContaining(`href="#${place}"`)]);
    }
    expect(await resultOf(item)).toMatchObject({ result: "adopted" });
    // What does not change needs no word.
    expect((await secretary.post(at, { result: "adopted" })).status).toBe(303);
    expect((await secretary.post(at, { result: "rejected", ...why })).status).toBe(303);
    expect((await secretary.post(`${at}/heqja`, why)).status).toBe(303);
    expect(await resultOf(item)).toEqual({ result: null, note: null });
    const reason = { sq: "U lexua gabim." };
    expect(await deedsOn(item)).toMatchObject([
      { action: "agenda.result_recorded", after: { result: "adopted" } },
      { action: "agenda.result_recorded", after: { result: "rejected", reason } },
      { action: "agenda.result_taken_back", after: { result: null, reason } },
    ]);
  });

  it("is not changed by its vote either: a vote put right, or a further one, says why", async () => {
    const { item, at } = await meetingUntil("minutes_published");
    const vote = at.replace("/perfundimi", "/votimi");
    const counted = { method: "count", majority: "voting", votesAgainst: "0", abstentions: "0", present: "3" };
    // The first one adds what was missing.
    expect((await secretary.post(vote, { ...counted, votesFor: "3", vote: "" })).status).toBe(303);
    const form = fieldsOn(await textOf(secretary.get(vote)), "vote");
    expect(form).toHaveProperty(["reason.sq"]);
    const turned = { ...form, votesFor: "1", votesAgainst: "2" };
    for (const [path, fields, words] of [
      [vote, turned, "Procesverbali është publik: shënoni pse"],
      [vote, { ...turned, vote: "new" }, "Procesverbali është publik: shënoni pse"],
      [inEnglish(at).replace("/result", "/vote"), turned, "The minutes are public: say why"],
      [vote, { ...turned, "reason.en": "Misread." }, "Kjo fushë është e detyrueshme"],
    ] as const) {
      const silent = await secretary.post(path, fields);
      const page = await silent.text();
      expect([silent.status, page]).toEqual([422, expect.stringContaining('href="#vote-reason-sq"')]);
      expect(page).toContain(words);
    }
    expect(await resultOf(item)).toMatchObject({ result: "adopted" });
    expect((await secretary.post(vote, { ...turned, ...why })).status).toBe(303);
    expect((await secretary.post(vote, { ...turned, ...why, votesAgainst: "1", vote: "new" })).status).toBe(303);
    expect(await resultOf(item)).toMatchObject({ result: "rejected" });
    expect(await deedsOn(item)).toMatchObject([
      { action: "vote.recorded", after: { outcome: "adopted" } },
      { action: "vote.corrected", after: { outcome: "rejected", reason: { sq: "U lexua gabim." } } },
      { action: "vote.recorded", after: { round: 2, reason: { sq: "U lexua gabim." } } },
    ]);
  });
});
