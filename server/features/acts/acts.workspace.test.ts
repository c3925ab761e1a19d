import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { actInput, addCouncilBody, enact } from "../../../tests/support/acts.ts";
import { doing } from "../../../tests/support/content.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { addItem, addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { createAct } from "./acts.service.ts";

/** The world stands at 05.03.2026, 10:00. */
let world: TestWorld;
let lisi: TestCouncil;
let body: string;
let secretary: Visitor;
let editor: Visitor;
let auditor: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  body = (await addCouncilBody(lisi)).id;
  await addCouncilBody(world.krasta);
  [secretary, editor, auditor, neighbour] = await Promise.all([
    signedIn(world, lisi, ["secretary"]),
    signedIn(world, lisi, ["editor"]),
    signedIn(world, lisi, ["auditor"]),
    signedIn(world, world.krasta, ["secretary"]),
  ]);
});
afterAll(() => world.end());

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const at = (id: string, step = "") => `/admin/aktet/${id}/prefekti${step && `/${step}`}`;
const reviewOf = async (slug: string) => {
  await world.catchUp();
  const { prefectState, announcedOn } = await lisi.json<{ prefectState: string; announcedOn: string | null }>(
    `/api/v1/acts/${slug}`,
  );
  return [prefectState, announcedOn];
};
/** The steps that the page offers. */
const offered = async (id: string, visitor = secretary) =>
  [...(await textOf(visitor.get(at(id)))).matchAll(/action="[^"]*\/prefekti\/(\w+)"/g)].map(([, step]) => step);

describe("The prefect’s review of an act", () => {
  let act: { id: string; slug: string };
  beforeAll(async () => {
    act = await enact(world, lisi);
  });

  it("is entered step by step, each only when it is possible, with the clock of the law beside it", async () => {
    expect(await offered(act.id)).toEqual(["announced", "court"]);
    const tooEarly = await secretary.post(at(act.id, "deposited"), { day: "2026-03-05", protocolNumber: "12" });
    expect(tooEarly.status).toBe(409);
    const announced = await secretary.post(at(act.id, "announced"), { day: "2026-03-02" });
    expect(announced.headers.get("location")).toBe(`${at(act.id)}?done=announced`);
    const page = await textOf(secretary.get(`${at(act.id)}?done=announced`));
    expect(page).toContain("Nga kjo ditë llogaritet afati i depozitimit.");
    expect(page).toContain("12.03.2026");
    expect(await offered(act.id)).toEqual(["deposited", "court", "announced_corrected"]);

    const without = await secretary.post(at(act.id, "deposited"), { day: "2026-03-04" });
    expect(without.status).toBe(422);
    expect(await without.text()).toContain('href="#deposited-protocolNumber"');
    expect((await secretary.post(at(act.id, "deposited"), { day: "2026-03-01", protocolNumber: "88/1" })).status).toBe(
      422,
    );
    expect((await secretary.post(at(act.id, "deposited"), { day: "2026-03-04", protocolNumber: "88/1" })).status).toBe(
      303,
    );
    expect(await reviewOf(act.slug)).toEqual(["deposited", "2026-03-02"]);
    expect(await offered(act.id)).toEqual(["no_objection", "returned", "court", "taken_back", "announced_corrected"]);
  });

  it("notes no silence before the period is over, and says from when on", async () => {
    expect(await textOf(secretary.get(at(act.id)))).toMatch(
      /Heshtja e prefektit mund të shënohet pas datës 1[4-7]\.03\.2026/,
    );
    const silent = await secretary.post(at(act.id, "no_answer"), { day: "2026-03-05" });
    expect(silent.status).toBe(422);
    expect(await silent.text()).toMatch(/role="alert">Prefekti mund të përgjigjet ende deri më 1[4-7]\.03\.2026/);
  });

  it("knows a return with its reasons, the council’s answer, and takes a wrong step back", async () => {
    const bare = await secretary.post(at(act.id, "returned"), { day: "2026-03-05" });
    expect(bare.status).toBe(422);
    expect(await bare.text()).toContain('href="#returned-reasons-sq"');
    const reasons = { "reasons.sq": "Mungon baza ligjore.", "reasons.en": "The legal basis is missing." };
    expect((await secretary.post(at(act.id, "returned"), { day: "2026-03-05", ...reasons })).status).toBe(303);
    expect(await reviewOf(act.slug)).toEqual(["returned", "2026-03-02"]);
    const english = await textOf(secretary.get(`/en/admin/acts/${act.id}/prefect`));
    expect(english).toContain("The legal basis is missing.");
    expect(english).toContain("The council decided again");
    expect((await secretary.post(at(act.id, "reconsidered"), { day: "2026-03-05", outcome: "gjë" })).status).toBe(422);
    expect((await secretary.post(at(act.id, "reconsidered"), { day: "2026-03-05", outcome: "kept" })).status).toBe(303);
    const wrong = fieldsOn(await textOf(secretary.get(at(act.id))), "taken_back");
    expect((await secretary.post(at(act.id, "taken_back"), wrong)).status).toBe(303);
    expect(await reviewOf(act.slug)).toEqual(["returned", "2026-03-02"]);
    expect((await secretary.post(at(act.id, "fluturoi"))).status).toBe(404);
  });

  it("is not asked for an individual act, whose persons are notified", async () => {
    const own = await enact(world, lisi, { nature: "individual", title: { sq: "Ndihmë" } });
    expect(await offered(own.id)).toEqual(["notified"]);
    expect((await secretary.post(at(own.id, "notified"), { day: "2026-03-03" })).status).toBe(303);
    expect(await textOf(secretary.get(at(own.id)))).toContain("Akti individual nuk depozitohet te prefekti.");
  });

  it("is read by the auditor, changed by nobody else’s secretary, and by no editor where the council wants approval", async () => {
    expect(await offered(act.id, auditor)).toEqual([]);
    for (const step of ["", "announced", "returned"])
      expect(
        (await (step ? neighbour.post(at(act.id, step), { day: "2026-03-05" }) : neighbour.get(at(act.id)))).status,
      ).toBe(404);
    const wants = (approval: boolean) =>
      lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval }).execute());
    await wants(true);
    expect(await offered(act.id, editor)).toEqual([]);
    expect((await editor.post(at(act.id, "court"), { day: "2026-03-05" })).status).toBe(403);
    await wants(false);
    expect(await offered(act.id, editor)).not.toEqual([]);
  });
});

describe("The act of a decision", () => {
  let item: string;
  let desk: string;
  beforeAll(async () => {
    const meeting = await addMeeting(lisi, body, "2026-02-26-keshilli", {
      ...{ starts_at: new Date("2026-02-26T17:00:00Z"), stage: "closed", opened_at: new Date("2026-02-26T17:00:00Z") },
    });
    item = await addItem(
      lisi,
      meeting,
      [1],
      { sq: "Për lulishten e re", en: "On the new garden" },
      { result: "adopted" },
    );
    await addItem(lisi, meeting, [2], { sq: "Për rrugën" }, { result: "rejected" });
    desk = `/admin/mbledhjet/${meeting}/zhvillimi`;
  });
  const fresh = () => `/admin/aktet/i-ri?item=${item}`;

  it("is begun where it was decided, with all that is known of it and the number that is next", async () => {
    const course = await textOf(editor.get(desk));
    expect([...course.matchAll(/href="[^"]*i-ri\?item=/g)]).toHaveLength(1);
    const page = await textOf(editor.get(fresh()));
    expect(fieldsOn(page)).toMatchObject({
      ...{ "title.sq": "Për lulishten e re", "title.en": "On the new garden", adoptedOn: "2026-02-26" },
      ...{ bodyId: body, agendaItemId: item, type: "decision" },
    });
    expect(page).toMatch(/Radhën e kanë: Vendim 3\/2026/);
    const form = { ...fieldsOn(page), nature: "normative", subject: "environment" };
    const made = await editor.post(fresh(), form);
    expect(made.status).toBe(303);
    const after = await textOf(editor.get(desk));
    expect(after).toContain("Vendim 3/2026");
    expect(after).not.toMatch(/href="[^"]*i-ri\?item=/);
    expect(await textOf(editor.get(made.headers.get("location")!))).toContain("/prefekti");
  });

  it("takes no number that another has, and leaves one out only with a reason, which the register shows", async () => {
    const page = await textOf(editor.get(fresh()));
    const form = { ...fieldsOn(page), nature: "normative", subject: "environment" };
    const taken = await editor.post(fresh(), { ...form, number: "3" });
    expect(taken.status).toBe(409);
    expect(await taken.text()).toMatch(/href="#thing-number"[^>]*>[^<]*3[^<]*2026/);
    const gap = await editor.post(fresh(), { ...form, number: "6" });
    expect(gap.status).toBe(422);
    expect(await gap.text()).toContain('href="#thing-gapReason-sq"');
    const said = { "gapReason.sq": "Numra të anuluar në protokoll.", "gapReason.en": "" };
    const made = await editor.post(fresh(), { ...form, number: "6", ...said, "text.sq": "Lulishtja hapet." });
    expect(made.status).toBe(303);
    const id = /\/([0-9a-f-]{36})\?/.exec(made.headers.get("location")!)![1]!;
    expect((await secretary.post(`/admin/redaktimi/act/${id}/botimi`)).status).toBe(303);
    await world.catchUp();
    const { items } = await lisi.json<{ items: { from: number; to: number; reason: { sq: string } }[] }>(
      "/api/v1/acts/gaps",
    );
    expect(items).toMatchObject([
      { from: 3, to: 3 },
      { from: 4, to: 5, reason: { sq: "Numra të anuluar në protokoll." } },
    ]);
  });

  it("begins empty for an item that is no council’s of ours, or was not adopted", async () => {
    expect(fieldsOn(await textOf(neighbour.get(fresh())))["title.sq"]).toBe("");
    expect((await neighbour.get(`/admin/aktet/i-ri?item=${"-".repeat(36)}`)).status).toBe(200);
  });
});

describe("What is entered of a public act", () => {
  it("tells no reason that speaks of a person before somebody has looked at it", async () => {
    const { id } = await enact(world, lisi, { adoptedOn: "2026-02-20" });
    for (const [step, typed] of [
      ["announced", { day: "2026-02-23" }],
      ["deposited", { day: "2026-02-24", protocolNumber: "77" }],
    ] as const)
      expect((await editor.post(at(id, step), typed)).status).toBe(303);
    const typed = { day: "2026-03-02", protocolNumber: "", "reasons.sq": "Ankesa e J01231118R.", "reasons.en": "" };
    const refused = await editor.post(at(id, "returned"), typed);
    const html = await refused.text();
    expect(refused.status).toBe(409);
    expect(html).toContain('href="#returned-reasons-sq"');
    const persons = /name="persons" value="([\w-]{43})"/.exec(html)![1]!;
    expect((await editor.post(at(id, "returned"), { ...typed, persons })).status).toBe(303);
  });
});

describe("What is entered of an act that nobody sees yet", () => {
  const step = (id: string, what: string) => `/admin/redaktimi/act/${id}/${what}`;
  const draftAct = () =>
    lisi.db.write(async (tx) => createAct(tx, doing(world), await actInput(tx, { adoptedOn: "2026-02-20" })));
  async function deposited(id: string) {
    for (const [name, typed] of [
      ["announced", { day: "2026-02-23" }],
      ["deposited", { day: "2026-02-24", protocolNumber: "77" }],
    ] as const)
      expect((await editor.post(at(id, name), typed)).status).toBe(303);
  }
  const returned = (id: string, words: string, visitor = editor) =>
    visitor.post(at(id, "returned"), { day: "2026-03-02", protocolNumber: "", "reasons.sq": words, "reasons.en": "" });

  it("is handed over with it: what is entered since is approved before the public reads it", async () => {
    const approval = (isWanted: boolean) =>
      lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: isWanted }).execute());
    await approval(true);
    const { id, slug } = await draftAct();
    const handOver = () => editor.post(step(id, "dergimi"), { note: "" });
    const publish = () => secretary.post(step(id, "botimi"), { at: "" });
    expect((await handOver()).status).toBe(303);
    await deposited(id);
    expect((await publish()).status).toBe(409);
    await handOver();
    expect((await returned(id, "Mungon relacioni.")).status).toBe(303);
    expect((await publish()).status).toBe(409);
    await handOver();
    expect((await publish()).status).toBe(303);
    expect(await reviewOf(slug)).toEqual(["returned", "2026-02-23"]);
    await approval(false);
  });

  it("is looked through for persons when the act becomes public, with the way to where it stands", async () => {
    const { id, slug } = await draftAct();
    await deposited(id);
    expect((await returned(id, "Ankesa e J01231118R.")).status).toBe(303);
    const refused = await secretary.post(step(id, "botimi"), { at: "" });
    const html = await refused.text();
    expect([refused.status, (await lisi.get(`/api/v1/acts/${slug}`)).status]).toEqual([409, 404]);
    expect(html).toContain(`href="${at(id)}"`);
    const persons = /name="persons" value="([\w-]{43})"/.exec(html)![1]!;
    expect((await secretary.post(step(id, "botimi"), { at: "", persons })).status).toBe(303);
    expect(await reviewOf(slug)).toEqual(["returned", "2026-02-23"]);
  });
});
