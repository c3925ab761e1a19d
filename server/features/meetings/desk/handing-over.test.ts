import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../../tests/support/accounts.ts";
import { seatBody } from "../../../../tests/support/council-rows.ts";
import { fieldsOn } from "../../../../tests/support/fields-on.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../../tests/support/world.ts";

/** The world stands at 05.03.2026, 10:00. One secretary and one editor: who prepares and who approves are these two. */
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
  await lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: true }).execute());
});
afterAll(() => world.end());

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
let day = 10;
/** A meeting that the editor has prepared. Its address on the desk. */
async function planned() {
  day += 1;
  const form = { bodyId: body, kind: "ordinary", day: `2026-04-${day}`, time: "18:00", "place.sq": "Salla" };
  const made = await editor.post("/admin/mbledhjet/e-re", { ...form, access: "open" });
  return made.headers.get("location")!.split("?")[0]!;
}
async function inCalendar() {
  const desk = await planned();
  expect((await editor.post(`${desk}/dergimi`)).status).toBe(303);
  expect((await secretary.post(`${desk}/kalendari`)).status).toBe(303);
  return desk;
}
const stageOf = async (desk: string) => {
  const { stage } = await lisi.db.read((tx) =>
    tx.selectFrom("meetings").select("stage").where("id", "=", desk.split("/").at(-1)!).executeTakeFirstOrThrow(),
  );
  return stage;
};
const inEnglish = (path: string) =>
  path.replace("/admin/mbledhjet", "/en/admin/meetings").replace("/njoftimi", "/notice");

describe("The notice of a meeting that stands in the calendar", () => {
  it("is handed over by whoever prepares it, though they change nothing of it, and given by the other", async () => {
    const desk = await inCalendar();
    const notice = `${desk}/njoftimi`;
    const page = await textOf(editor.get(notice));
    expect(page).toContain(`action="${desk}/dergimi"`);
    expect(await textOf(editor.get(inEnglish(notice)))).toContain("Submit for approval");
    expect((await secretary.post(notice)).status).toBe(409);
    // What readers have stays with whoever may publish.
    const item = { kind: "report", "title.sq": "Raporti", "title.en": "" };
    expect((await editor.post(`${desk}/pikat/e-re`, item)).status).toBe(403);
    const handed = await editor.post(`${desk}/dergimi`, { ...fieldsOn(page, "submission"), note: "Gati." });
    expect(handed.headers.get("location")).toBe(`${notice}?done=submitted`);
    expect(await textOf(secretary.get("/admin/miratimet"))).toContain(`href="${notice}"`);
    // What another changes of it is handed over again.
    expect((await secretary.post(`${desk}/pikat/e-re`, item)).status).toBe(303);
    const refused = await secretary.post(notice);
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("Duhet dërguar sërish")]);
    const stale = await editor.post(`${desk}/dergimi`, fieldsOn(page, "submission"));
    expect([stale.status, await stale.text()]).toEqual([422, expect.stringContaining('href="#submission-agenda"')]);
    const seen = fieldsOn(await textOf(editor.get(notice)), "submission");
    expect((await editor.post(`${desk}/dergimi`, seen)).status).toBe(303);
    expect((await secretary.post(notice)).status).toBe(303);
    expect(await stageOf(desk)).toBe("announced");
    const late = await editor.post(`${desk}/dergimi`);
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining("është dhënë tashmë")]);
  });

  it("is taken back by whoever handed it over, and is handed over alike by scripts", async () => {
    const desk = await inCalendar();
    const id = desk.split("/").at(-1)!;
    expect((await editor.post(`${desk}/dergimi`)).status).toBe(303);
    expect((await editor.post(`/admin/miratimet/meeting/${id}/kthimi`)).status).toBe(303);
    expect((await secretary.post(`${desk}/njoftimi`)).status).toBe(409);
    const submitted = await world.ask(lisi.host, `/api/v1/admin/editing/meeting/${id}/submit`, {
      method: "POST",
      headers: { cookie: editor.cookie!, "sec-fetch-site": "same-origin", "content-type": "application/json" },
      body: "{}",
    });
    expect(submitted.status).toBe(204);
    expect((await secretary.post(`${desk}/njoftimi`)).status).toBe(303);
    const neighbour = await signedIn(world, world.krasta, ["secretary"]);
    expect((await neighbour.post(`${desk}/dergimi`)).status).toBe(404);
  });

  it("is not handed over once it is given in the same moment, and nothing is left waiting", async () => {
    const desk = await inCalendar();
    const id = desk.split("/").at(-1)!;
    expect((await editor.post(`${desk}/dergimi`)).status).toBe(303);
    const queued = async (many: number) => {
      for (;;) {
        const { rows } = await world.services.pool.query(
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
        if (rows.length >= many) return;
        await sleep(5);
      }
    };
    const answers: Promise<Response>[] = [];
    await lisi.db.write(async (tx) => {
      await tx.selectFrom("meetings").select("id").where("id", "=", id).forUpdate().execute();
      for (const ask of [() => secretary.post(`${desk}/njoftimi`), () => editor.post(`${desk}/dergimi`)]) {
        answers.push(ask());
        await queued(answers.length);
      }
    });
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([303, 409]);
    const left = await lisi.db.read((tx) =>
      tx.selectFrom("submissions").select("entity").where("entity_id", "=", id).execute(),
    );
    expect(left).toEqual([]);
  });
});

describe("Where a meeting is streamed", () => {
  const [one, other] = ["https://video.lisi.example/salla", "https://video.lisi.example/tjetra"];

  it("is handed over with it, and read by whoever approves: set afterwards, it is handed over again", async () => {
    const desk = await planned();
    const notice = `${desk}/njoftimi`;
    expect((await editor.post(`${desk}/transmetimi`, { streamUrl: one })).status).toBe(303);
    expect((await editor.post(`${desk}/dergimi`)).status).toBe(303);
    const page = await textOf(secretary.get(notice));
    for (const words of ["Transmetimi", one, "Jepni njoftimin"]) expect(page).toContain(words);
    expect((await editor.post(`${desk}/transmetimi`, { streamUrl: other })).status).toBe(303);
    for (const step of [notice, `${desk}/kalendari`]) {
      const refused = await secretary.post(step);
      expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("Duhet dërguar sërish")]);
    }
    expect((await editor.post(`${desk}/dergimi`)).status).toBe(303);
    // Whoever still has the page with the one before is shown the other first.
    const stale = await secretary.post(notice, fieldsOn(page, "notice"));
    const told = await stale.text();
    expect([stale.status, told]).toEqual([422, expect.stringContaining('href="#notice-stream"')]);
    expect(told).toContain(other);
    expect((await secretary.post(notice, fieldsOn(told, "notice"))).status).toBe(303);
    expect(await stageOf(desk)).toBe("announced");
  });
});

describe("What was written down of an event that nobody outside knows of yet", () => {
  it("is handed over with it: a vote or a roll call that comes afterwards is approved too", async () => {
    const form = { bodyId: body, kind: "event", day: "2026-03-05", time: "09:00", "title.sq": "Dita e hapur" };
    const made = await editor.post("/admin/mbledhjet/e-re", { ...form, access: "open" });
    const desk = made.headers.get("location")!.split("?")[0]!;
    const added = await editor.post(`${desk}/pikat/e-re`, { kind: "report", "title.sq": "Raporti", "title.en": "" });
    const item = /#item-(.+)$/.exec(added.headers.get("location")!)![1]!;
    expect((await editor.post(`${desk}/zhvillimi`, { step: "open", time: "09:00" })).status).toBe(303);
    const asked = async (visitor: Visitor, step: "submit" | "publish") => {
      const answer = await world.ask(lisi.host, `/api/v1/admin/editing/meeting/${desk.split("/").at(-1)}/${step}`, {
        method: "POST",
        headers: { cookie: visitor.cookie!, "sec-fetch-site": "same-origin", "content-type": "application/json" },
        body: "{}",
      });
      return answer.status;
    };
    const counted = { method: "count", majority: "voting", votesFor: "3", votesAgainst: "0", abstentions: "0" };
    const votes = `${desk}/pikat/${item}/votimi`;
    expect(await asked(editor, "submit")).toBe(204);
    expect((await editor.post(votes, { ...counted, present: "3", vote: "" })).status).toBe(303);
    expect(await asked(secretary, "publish")).toBe(409);
    expect(await asked(editor, "submit")).toBe(204);
    // A further vote that says the same of the item is another vote.
    expect((await editor.post(votes, { ...counted, present: "3", vote: "new" })).status).toBe(303);
    expect(await asked(secretary, "publish")).toBe(409);
    expect(await asked(editor, "submit")).toBe(204);
    const roll = fieldsOn(await textOf(editor.get(`${desk}/pjesemarrja`)), "attendance");
    expect((await editor.post(`${desk}/pjesemarrja`, roll)).status).toBe(303);
    expect(await asked(secretary, "publish")).toBe(409);
    expect(await asked(editor, "submit")).toBe(204);
    expect(await asked(secretary, "publish")).toBe(204);
  });
});

describe("An event that the public does not know of and whose hour has passed", () => {
  /** Made by the editor. Its address on the desk. */
  async function event(title: string) {
    const form = { bodyId: body, kind: "event", day: "2026-03-04", time: "09:00", "title.sq": title };
    return (await editor.post("/admin/mbledhjet/e-re", { ...form, access: "open" })).headers
      .get("location")!
      .split("?")[0]!;
  }
  const held = async (desk: string) => {
    for (const [step, time] of [
      ["open", "09:00"],
      ["close", "10:00"],
    ] as const)
      expect((await editor.post(`${desk}/zhvillimi`, { step, time })).status).toBe(303);
  };
  const stateOf = async (desk: string) => {
    const { state } = await lisi.db.read((tx) =>
      tx.selectFrom("meetings").select("state").where("id", "=", desk.split("/").at(-1)!).executeTakeFirstOrThrow(),
    );
    return state;
  };

  it.each([
    ["and was held", held],
    ["and was not opened", async () => {}],
  ] as const)("%s is handed over by one and published by another", async (how, before) => {
    const title = `Vizita ${how}`;
    const desk = await event(title);
    await before(desk);
    const page = `${desk}/njoftimi`;
    for (const visitor of [editor, secretary]) expect(await textOf(visitor.get(desk))).toContain(`href="${page}"`);
    const alone = await secretary.post(`${desk}/kalendari`);
    expect([alone.status, await alone.text()]).toEqual([409, expect.stringContaining("Kjo nuk pret miratim")]);
    const handed = await editor.post(`${desk}/dergimi`, fieldsOn(await textOf(editor.get(page)), "submission"));
    expect(handed.headers.get("location")).toBe(`${page}?done=handed_over`);
    for (const path of ["/admin/miratimet", "/admin"]) expect(await textOf(secretary.get(path))).toContain(title);
    expect(fieldsOn(await textOf(editor.get(page)), "publication")).toEqual({});
    const seen = fieldsOn(await textOf(secretary.get(page)), "publication");
    expect(seen).not.toEqual({});
    expect((await secretary.post(`${desk}/kalendari`, seen)).status).toBe(303);
    expect(await stateOf(desk)).toBe("published");
    expect(await textOf(secretary.get("/admin/miratimet"))).not.toContain(title);
    // Shown by mistake, it is taken back, and can be shown again.
    expect(await textOf(secretary.get(desk))).toContain(`action="${desk}/terheqja"`);
    expect((await secretary.post(`${desk}/terheqja`)).status).toBe(303);
    expect(await stateOf(desk)).toBe("draft");
    expect(await textOf(editor.get(desk))).toContain(`href="${page}"`);
  });

  it("is shown first what changed meanwhile to whoever publishes it from an old page", async () => {
    const desk = await event("Ekspozita");
    await held(desk);
    const page = `${desk}/njoftimi`;
    expect((await editor.post(`${desk}/dergimi`)).status).toBe(303);
    const seen = fieldsOn(await textOf(secretary.get(page)), "publication");
    expect(
      (await editor.post(`${desk}/pikat/e-re`, { kind: "report", "title.sq": "Fjala", "title.en": "" })).status,
    ).toBe(303);
    expect((await editor.post(`${desk}/dergimi`)).status).toBe(303);
    const stale = await secretary.post(`${desk}/kalendari`, seen);
    const told = await stale.text();
    expect([stale.status, told]).toEqual([422, expect.stringContaining('href="#publication-agenda"')]);
    expect(told).toContain('id="publication-agenda"');
    expect((await secretary.post(`${desk}/kalendari`, fieldsOn(told, "publication"))).status).toBe(303);
  });

  it("is not handed over once it was cancelled", async () => {
    const desk = await event("E anuluar");
    expect((await secretary.post(`${desk}/anulimi`, { "reason.sq": "Nuk u bë." })).status).toBe(303);
    expect((await editor.post(`${desk}/dergimi`)).status).toBe(409);
  });
});
