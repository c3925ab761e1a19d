import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { doing } from "../../../tests/support/content.ts";
import { draft, publishDraft } from "../../../tests/support/drafts.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { addBody, addItem, addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { startSession } from "../../auth/sessions.ts";
import { json } from "../../db/columns.ts";
import type { DraftAct } from "./draft-acts.schema.ts";
import { createDraftAct, publishDraftAct, withdrawDraftAct } from "./draft-acts.service.ts";
import { markDecided } from "./stages.service.ts";

/** The world stands at 05.03.2026, 10:00. */
let world: TestWorld;
let lisi: TestCouncil;
let arta: Visitor;
let besnik: Visitor;
let editor: Visitor;
let auditor: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  arta = await signedIn(world, lisi, ["secretary"]);
  besnik = await signedIn(world, lisi, ["secretary"], "besnik@lisi.example");
  editor = await signedIn(world, lisi, ["editor"]);
  auditor = await signedIn(world, lisi, ["auditor"]);
  neighbour = await signedIn(world, world.krasta, ["secretary"]);
});
afterAll(() => world.end());

const at = (id: string, step = "") => `/admin/projektaktet/${id}/konsultimi${step && `/${step}`}`;
const english = (id: string, step = "") => `/en/admin/draft-acts/${id}/consultation${step && `/${step}`}`;
const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const told = (sq: string, en = "", field = "ground") => ({ [`${field}.sq`]: sq, [`${field}.en`]: en });

/** Opens the page, fills in the form of a step and sends it. */
async function enter(visitor: Visitor, id: string, step: string, fields: Record<string, string> = {}) {
  const form = fieldsOn(await textOf(visitor.get(at(id))), step);
  return visitor.post(at(id, step), { ...form, ...fields });
}
async function entered(visitor: Visitor, id: string, step: string, fields: Record<string, string> = {}) {
  const answer = await enter(visitor, id, step, fields);
  if (answer.status !== 303) throw new Error(`${step} answered ${answer.status}: ${await answer.text()}`);
  expect(answer.headers.get("location")).toBe(`${at(id)}?done=${step}`);
}
async function refused(answer: Response | Promise<Response>, status: number, sentence: string) {
  const { status: was } = await answer;
  const main = (await textOf(answer)).replace(/^.*<main|<script id="page".*$/gs, "");
  expect([was, main.includes(sentence) ? sentence : main.slice(0, 600)]).toEqual([status, sentence]);
}
const one = async (slug: string, council = lisi) => {
  await world.catchUp();
  return council.json<DraftAct>(`/api/v1/draft-acts/${slug}`);
};
const stepsOn = async (visitor: Visitor, id: string) =>
  [
    ...(await textOf(visitor.get(at(id)))).matchAll(
      /action="\/admin\/projektaktet\/[^/]+\/konsultimi\/(?!hearing)(\w+)"/g,
    ),
  ].map(([, step]) => step);
const audited = (id: string) =>
  lisi.db.read((tx) =>
    tx
      .selectFrom("audit_log")
      .where("subject_id", "=", id)
      .where("action", "not like", "%published")
      .where("action", "not like", "%created")
      .orderBy("id")
      .select(["action", "before", "after"])
      .execute(),
  );
/** On another day the secretary has signed in anew. */
async function on(instant: string, work: () => Promise<unknown>): Promise<void> {
  const [before, { cookie }] = [world.clock.now(), arta];
  world.clock.moveTo(instant);
  const { id } = await lisi.db.read((tx) =>
    tx.selectFrom("accounts").where("email", "=", "secretary@lisi.example").select("id").executeTakeFirstOrThrow(),
  );
  const session = { accountId: id, userAgent: "", verified: true };
  arta.cookie = `session=${await startSession({ db: lisi.db, clock: world.clock }, session)}`;
  try {
    await work();
  } finally {
    world.clock.moveTo(before);
    arta.cookie = cookie;
  }
}
const wantApproval = (approval: boolean) =>
  lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval }).execute());
const levelOf = async (code: string) => {
  await world.catchUp();
  const { elements } = await lisi.json<{ elements: { code: string; readiness: string }[] }>("/api/v1/elements");
  return elements.find((element) => element.code === code)!.readiness;
};

describe("A draft act at the desk", () => {
  it("goes from its form to the end of its consultation, and everybody sees each step at once", async () => {
    expect([await levelOf("I.3.7"), await levelOf("I.3.13")]).toEqual(["none", "none"]);
    const fresh = fieldsOn(await textOf(arta.get("/admin/projektaktet/i-ri")));
    const made = await arta.post("/admin/projektaktet/i-ri", {
      ...{ ...fresh, type: "decision", nature: "normative", subject: "taxes", registeredOn: "2026-03-02" },
      ...{ "title.sq": "Për tarifën e pazarit", "title.en": "On the market fee", proposerKind: "mayor" },
      ...{ "body.sq": "<p>VENDOSI: 1. …</p>", "body.en": "<p>DECIDED: 1. …</p>", consultationRequired: "yes" },
      ...{ "reasons.sq": "<p>Kostot.</p>", "reasons.en": "<p>Costs.</p>" },
      ...{ "expectedEffect.sq": "<p>Rregull.</p>", "expectedEffect.en": "<p>Order.</p>" },
    });
    const id = /projektaktet\/([0-9a-f-]{36})/.exec(made.headers.get("location") ?? "")![1]!;
    const thing = await textOf(arta.get(`/admin/projektaktet/${id}`));
    expect(thing).toContain(`href="${at(id)}"`);
    // Nobody comments on what nobody reads.
    expect(await stepsOn(arta, id)).toEqual([]);
    await refused(arta.post(at(id, "initiative"), { day: "2026-03-05" }), 409, "nuk është publik");
    expect((await arta.post(`/admin/redaktimi/draft_act/${id}/botimi`, fieldsOn(thing))).status).toBe(303);

    const slug = "per-tarifen-e-pazarit";
    expect(await stepsOn(arta, id)).toEqual(["consultation", "initiative", "review", "agenda", "withdrawn"]);
    const page = await textOf(arta.get(at(id)));
    expect(page).toContain("08.04.2026");
    expect(page).toContain("neni 15/1");
    expect(page).toContain("ku dhe si komentohet");
    expect(page).not.toContain("teksti i projektaktit</p>");
    await entered(arta, id, "initiative");
    expect(await one(slug)).toMatchObject({ stage: "initiative", periods: [{ about: "initiative", isOpen: true }] });
    expect(await textOf(lisi.get("/nismat-vendimmarrese"))).toContain("Për tarifën e pazarit");
    expect(await levelOf("I.3.13")).toBe("full");
    expect(await stepsOn(arta, id)).toEqual(["extended", "withdrawn", "day_corrected", "taken_back"]);

    await on("2026-04-13T10:00:00+02:00", async () => {
      await entered(arta, id, "drafting");
      await entered(arta, id, "consultation");
      expect(await one(slug)).toMatchObject({
        stage: "consultation",
        periods: [{ isOpen: false }, { about: "draft", dueOn: "2026-05-12", isOpen: true }],
      });
      expect(await textOf(lisi.get(`/projektaktet/${slug}`))).toContain("Thoni mendimin tuaj");
      expect(await textOf(lisi.get("/en/calendar?view=list&from=2026-05-01"))).toContain("On the market fee");
      expect(await textOf(lisi.get("/kalendari.ics"))).toContain("Për tarifën e pazarit");
      const row = (await textOf(lisi.get("/en/draft-acts.csv?state=open"))).trim().split("\r\n")[1];
      expect(row).toContain("2026-04-13,2026-05-12");
      expect((await lisi.json<{ items: object[] }>("/api/v1/draft-acts/open")).items).toMatchObject([{ slug }]);
      expect(await levelOf("I.3.7")).toBe("full");
      expect(await stepsOn(arta, id)).toEqual(["extended", "withdrawn", "day_corrected", "taken_back"]);
      await entered(arta, id, "extended", { workingDays: "30", ...told("Akt i ndërlikuar.", "A complex act.") });
      expect(await textOf(lisi.get(`/en/draft-acts/${slug}`))).toContain("A complex act.");
      await refused(arta.post(at(id, "review")), 409, "nuk mund të shkurtohet");
    });
    const { periods } = await one(slug);
    await on(`${periods[1]!.dueOn}T20:00:00+02:00`, () => refused(arta.post(at(id, "review")), 409, "Komentet priten"));
    await on("2026-06-10T10:00:00+02:00", async () => {
      expect(await textOf(arta.get("/admin"))).toContain(`href="${at(id)}"`);
      expect(await stepsOn(arta, id)).toEqual([
        "review",
        "agenda",
        "consultation",
        "drafting",
        "withdrawn",
        "day_corrected",
      ]);
      await entered(arta, id, "review");
      expect(await one(slug)).toMatchObject({ stage: "review", periods: [{}, { isOpen: false, endedOn: null }] });
      await entered(arta, id, "agenda", told("Mbledhja e qershorit.", "The June meeting.", "note"));
      expect((await one(slug)).stageNote).toEqual({ sq: "Mbledhja e qershorit.", en: "The June meeting." });
      await entered(arta, id, "rejected");
      expect(await one(slug)).toMatchObject({ stage: "rejected" });
      expect(await stepsOn(arta, id)).toEqual(["reopened"]);
      expect(await textOf(lisi.get("/en/draft-acts?stage=rejected"))).toContain("On the market fee");
    });
    expect(
      (await audited(id)).map(({ action }) => action).filter((action) => /start|extend|stage|decid/.test(action)),
    ).toMatchInlineSnapshot(`
        [
          "draft_act.initiative_started",
          "draft_act.stage_set",
          "draft_act.consultation_started",
          "draft_act.consultation_extended",
          "draft_act.stage_set",
          "draft_act.stage_set",
          "draft_act.decided",
        ]
      `);
  });

  it("has a longer period only with its ground, and never a shorter one", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    const tries: [Record<string, string>, string, string][] = [
      [{ workingDays: "30" }, "ground-sq", ""],
      [told("Pse jo."), "workingDays", ""],
      [{ workingDays: "19", ...told("Nxitim.") }, "workingDays", "kanë 20 ditë pune"],
      [{ workingDays: "0", ...told("Nxitim.") }, "workingDays", "kanë 20 ditë pune"],
      [{ workingDays: "41", ...told("Akt i madh.") }, "workingDays", "e shumta 40"],
      [{ workingDays: "999", ...told("Akt i madh.") }, "workingDays", "e shumta 40"],
      [{ workingDays: "shumë", ...told("Akt i madh.") }, "workingDays", ""],
      [{ day: "2026-03-06" }, "day", "ende nuk është dhënë"],
      [{ day: "2026-02-01" }, "day", "para regjistrimit"],
      [{ day: "dje" }, "day", ""],
    ];
    for (const [fields, field, sentence] of tries) {
      const answer = await enter(arta, id, "consultation", fields);
      const html = await answer.text();
      expect([answer.status, html]).toEqual([422, expect.stringContaining(`href="#consultation-${field}"`)]);
      expect(html).toContain(sentence);
    }
    expect((await one(slug)).periods).toEqual([]);
    await entered(arta, id, "consultation", { workingDays: "30", ...told("Akt i madh.", "A large act.") });
    expect((await one(slug)).periods[0]!.steps[1]!.en).toContain("30 working days (A large act.)");
  });

  it("asks whoever types a reason about the persons in it before the public reads it", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    const note = told("U kërkua nga Agim Hoxha, tel. 069 123 4567.", "", "note");
    const asked = await enter(arta, id, "withdrawn", note);
    const html = await asked.text();
    expect([asked.status, html]).toEqual([409, expect.stringContaining('name="persons"')]);
    expect((await one(slug)).stage).toBe("drafting");
    const persons = /name="persons" value="([^"]+)"/.exec(html)![1]!;
    const sent = await arta.post(at(id, "withdrawn"), { ...fieldsOn(html, "withdrawn"), persons });
    expect(sent.status).toBe(303);
    expect(await one(slug)).toMatchObject({ stage: "withdrawn", stageNote: { sq: note["note.sq"] } });
    await refused(enter(arta, (await publishDraft(world, lisi)).id, "withdrawn"), 422, 'href="#withdrawn-note-sq"');
  });

  it("is moved once by a form that is sent twice, and by the second of two only after reading what the first did", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    const form = fieldsOn(await textOf(arta.get(at(id))), "consultation");
    const other = fieldsOn(await textOf(besnik.get(english(id))), "agenda");
    const answers = await Promise.all([1, 2].map(() => arta.post(at(id, "consultation"), form)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await one(slug)).periods).toHaveLength(1);
    await refused(besnik.post(english(id, "agenda"), other), 409, "Meanwhile somebody else has entered something");

    const next = await publishDraft(world, lisi);
    const [first, second] = await Promise.all(
      [arta, besnik].map(async (who) => fieldsOn(await textOf(who.get(at(next.id))), "consultation")),
    );
    const both = await Promise.all([
      arta.post(at(next.id, "consultation"), first),
      besnik.post(at(next.id, "consultation"), second),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect((await one(next.slug)).periods).toHaveLength(1);
  });

  it("is not said to be moved by a form that is sent again after it was taken back or moved on", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    const form = fieldsOn(await textOf(arta.get(at(id))), "review");
    await arta.post(at(id, "review"), form);
    await entered(arta, id, "agenda");
    await refused(arta.post(at(id, "review"), form), 409, "Ndërkohë");
    expect((await one(slug)).stage).toBe("agenda");
    const notice = fieldsOn(await textOf(arta.get(at(id))), "consultation");
    await arta.post(at(id, "consultation"), notice);
    await entered(arta, id, "taken_back", told("Gabim.", "", "reason"));
    await refused(arta.post(at(id, "consultation"), notice), 409, "Ndërkohë");
    expect(await one(slug)).toMatchObject({ stage: "drafting", periods: [] });
  });

  it("begins with the notice before drafting only as long as nothing is drafted", async () => {
    const { id } = await publishDraft(world, lisi, { body: null });
    expect((await stepsOn(arta, id)).slice(0, 2)).toEqual(["initiative", "consultation"]);
    const drafted = await publishDraft(world, lisi);
    expect((await stepsOn(arta, drafted.id)).slice(0, 2)).toEqual(["consultation", "initiative"]);
  });

  it("says of what was taken off the site that it was, and not that it has still to be published", async () => {
    const { id } = await publishDraft(world, lisi);
    await entered(arta, id, "consultation");
    await lisi.db.write((tx) => withdrawDraftAct(tx, doing(world), id, { sq: "Emra.", en: "Names." }));
    const html = await textOf(arta.get(at(id)));
    expect(html).toContain("u hoq nga faqja publike");
    expect(html).not.toContain("ende nuk është publik");
    expect(await stepsOn(arta, id)).toEqual([]);
  });

  it("is nobody else’s to move: neither a neighbour’s nor a reader’s, nor what lies in the bin or waits for its hour", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    const form = fieldsOn(await textOf(arta.get(at(id))), "consultation");
    expect((await neighbour.get(at(id))).status).toBe(404);
    expect((await neighbour.post(at(id, "consultation"), form)).status).toBe(404);
    expect((await auditor.post(at(id, "consultation"), form)).status).toBe(403);
    expect(await stepsOn(auditor, id)).toEqual([]);
    expect((await arta.post(at(id, "adopted"), form)).status).toBe(404);
    expect((await arta.get(at("nuk-ka"))).status).toBe(404);
    expect((await one(slug)).periods).toEqual([]);
    const later = await lisi.db.write(async (tx) => {
      const made = await createDraftAct(tx, doing(world), draft());
      await publishDraftAct(tx, doing(world), made.id, new Date("2026-03-09T08:00:00Z"));
      return made;
    });
    expect(await textOf(arta.get(at(later.id)))).toContain("bëhet publik vetë");
    expect((await arta.post(at(later.id, "agenda"))).status).toBe(409);
    const binned = await lisi.db.write((tx) => createDraftAct(tx, doing(world), draft()));
    await arta.post(`/admin/redaktimi/draft_act/${binned.id}/koshi`);
    expect((await arta.get(at(binned.id))).status).toBe(404);
    expect((await arta.post(at(binned.id, "agenda"))).status).toBe(404);
  });

  it("is moved by whoever may publish alone, where the council wants approval", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    expect((await stepsOn(editor, id)).length).toBeGreaterThan(0);
    const form = fieldsOn(await textOf(editor.get(at(id))), "consultation");
    await wantApproval(true);
    expect(await stepsOn(editor, id)).toEqual([]);
    expect((await editor.post(at(id, "consultation"), form)).status).toBe(403);
    expect((await one(slug)).periods).toEqual([]);
    await entered(arta, id, "consultation");
    await wantApproval(false);
  });
});

it("The list of draft acts tells how far each has come, narrows to a stage, and leads to its desk", async () => {
  const inReview = await publishDraft(world, lisi, { title: { sq: "Për shqyrtimin" } });
  await entered(arta, inReview.id, "review");
  const list = await textOf(arta.get("/admin/projektaktet?stage=review"));
  expect(list).toContain("Për shqyrtimin");
  expect(list).not.toContain("Për tarifën e pastrimit");
  expect(list).toContain(`href="${at(inReview.id)}"`);
  expect(await textOf(arta.get("/en/admin/draft-acts?stage=review"))).toContain("Under examination");
  expect((await arta.get("/admin/projektaktet?stage=other")).status).toBe(422);
  expect((await arta.get("/admin/aktet?stage=review")).status).toBe(422);
});

it("A hearing that is called off is told as such, and is no part of the draft act’s course", async () => {
  const { id, slug } = await publishDraft(world, lisi);
  const body = await addBody(lisi, "council", "keshilli-i-degjesave", { sq: "Këshilli", en: "Council" });
  const hearing = { kind: "hearing", title: json({ sq: "Takim me tregtarët", en: "Meeting with traders" }) } as const;
  const on = async (day: string, given: object) => {
    const starts_at = new Date(`${day}T16:00:00Z`);
    const meeting = await addMeeting(lisi, body, `degjesa-${day}`, { ...hearing, starts_at, ...given });
    await addItem(lisi, meeting, [1], { sq: "Tarifa" }, { kind: "draft_act", draft_act_id: id });
  };
  await on("2026-03-18", { stage: "announced" });
  await on("2026-03-19", { stage: "cancelled", stage_reason: json({ sq: "Salla u prish." }) });
  await world.catchUp();
  const page = (await textOf(lisi.get(`/en/draft-acts/${slug}`))).replace(/<!--.*?-->/g, "");
  const course = page.slice(page.indexOf('id="course"'));
  expect(course).toContain("18.03.2026");
  expect(course.slice(0, course.indexOf("</ol>"))).not.toContain("19.03.2026");
  expect(page).toContain("Cancelled");
  const desk = (await textOf(arta.get(english(id)))).replace(/<!--.*?-->/g, "");
  expect(desk.match(/>Cancelled</g)).toHaveLength(1);
});

it("Who keeps no meetings is told who puts a draft act on an agenda; who does is led there", async () => {
  const coordinator = await signedIn(world, lisi, ["coordinator_consultation"]);
  const { id } = await publishDraft(world, lisi);
  const seen = await textOf(coordinator.get(at(id)));
  expect(seen).toContain("e vendos sekretari; takimet me publikun");
  expect(seen).not.toContain('href="/admin/mbledhjet"');
  expect(/id="belongings"[\s\S]*id="next"/.exec(await textOf(arta.get(at(id))))![0]).toContain(
    'href="/admin/mbledhjet"',
  );
});

it("A draft act that goes to the Council without the consultation that the law asks for is not sent there unawares", async () => {
  const warning = "do të lexojë se ai nuk u mbajt";
  const { id } = await publishDraft(world, lisi);
  expect(await textOf(arta.get(at(id)))).toContain(warning);
  const voluntary = await publishDraft(world, lisi, { consultationRequired: false });
  expect(await textOf(arta.get(at(voluntary.id)))).not.toContain(warning);
  await entered(arta, id, "consultation");
  await on("2026-04-10T10:00:00+02:00", async () => expect(await textOf(arta.get(at(id)))).not.toContain(warning));
});

it("An extension is offered with the days that there are now, and not where the law allows no more", async () => {
  const { id } = await publishDraft(world, lisi);
  await entered(arta, id, "consultation");
  expect(await textOf(arta.get(at(id)))).toContain("Tani 20, e shumta 40");
  await entered(arta, id, "extended", { workingDays: "30", ...told("Akt i madh.") });
  expect(await textOf(arta.get(at(id)))).toContain("Tani 30, e shumta 40");
  await entered(arta, id, "extended", { workingDays: "40", ...told("Akt i madh.") });
  expect(await stepsOn(arta, id)).toEqual(["withdrawn", "day_corrected", "taken_back"]);
});

it("An extension without its length and ground is refused for both at once", async () => {
  const { id } = await publishDraft(world, lisi);
  await entered(arta, id, "consultation");
  const html = await textOf(enter(arta, id, "extended"));
  for (const field of ["workingDays", "ground-sq"]) expect(html).toContain(`href="#extended-${field}"`);
});

describe("What was entered by mistake about a draft act", () => {
  const why = told("Gabim shtypi.", "A slip of the pen.", "reason");

  it("is the day of a notice, put right with a reason; readers see which day stood, and the period is counted anew", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    await entered(arta, id, "consultation", {
      day: "2026-02-20",
      workingDays: "30",
      ...told("Akt i madh.", "A large act."),
    });
    const [before] = (await one(slug)).periods;
    const tries: [Record<string, string>, string, string][] = [
      [{ day: "2026-02-20" }, "day", "qëndron tashmë"],
      [{ day: "2026-03-06" }, "day", "ende nuk është dhënë"],
      [{ day: "2026-02-01" }, "day", "para regjistrimit"],
      [{ day: "2026-02-23", "reason.sq": "" }, "reason-sq", ""],
    ];
    for (const [fields, field, sentence] of tries) {
      const answer = enter(arta, id, "day_corrected", { ...why, ...fields });
      await refused(answer, 422, `href="#day_corrected-${field}"`);
      await refused(enter(arta, id, "day_corrected", { ...why, ...fields }), 422, sentence);
    }
    await entered(arta, id, "day_corrected", { day: "2026-02-23", ...why });
    const after = await one(slug);
    expect(after).toMatchObject({
      consultationFrom: "2026-02-23",
      corrections: [
        {
          about: "draft",
          was: "2026-02-20",
          became: "2026-02-23",
          on: "2026-03-05",
          reason: { en: "A slip of the pen." },
        },
      ],
    });
    expect(after.periods).toHaveLength(1);
    expect(after.periods[0]!.dueOn > before!.dueOn).toBe(true);
    expect(after.periods[0]!.steps[1]!.en).toContain("30 working days (A large act.)");
    const html = await textOf(lisi.get(`/en/draft-acts/${slug}`));
    expect(html).toContain("it was 20.02.2026, it is 23.02.2026");
    expect(html).toContain("A slip of the pen.");
    expect((await audited(id)).at(-1)).toMatchObject({
      action: "draft_act.notice_corrected",
      before: { from: "2026-02-20", dueOn: before!.dueOn },
      after: { from: "2026-02-23", dueOn: after.periods[0]!.dueOn },
    });
    expect(await textOf(arta.get("/admin/auditi"))).toContain("u korrigjua data e njoftimit");
  });

  it("is no day with which the time that people were told would be over", async () => {
    const { id } = await publishDraft(world, lisi, { registeredOn: "2026-01-05" });
    await entered(arta, id, "consultation", { day: "2026-03-02" });
    await refused(enter(arta, id, "day_corrected", { day: "2026-01-06", ...why }), 422, "njerëzve u është thënë");
  });

  it("is a notice, taken back while its period runs: the draft act was not consulted on, and readers see why", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    await entered(arta, id, "initiative");
    await entered(arta, id, "taken_back", why);
    expect(await one(slug)).toMatchObject({
      ...{ stage: "drafting", initiativeFrom: null, periods: [] },
      corrections: [{ about: "initiative", was: "2026-03-05", became: null }],
    });
    expect(await textOf(lisi.get(`/projektaktet/${slug}`))).toContain("Njoftimi i datës 05.03.2026 u mor mbrapsht.");
    await entered(arta, id, "consultation");
    await entered(arta, id, "taken_back", why);
    expect(await one(slug)).toMatchObject({ stage: "drafting", consultationFrom: null, corrections: [{}, {}] });
    expect((await arta.post(at(id, "taken_back"), why)).status).toBe(409);
    // Given anew on the same day, it runs as any other.
    await entered(arta, id, "consultation");
    expect((await one(slug)).periods).toMatchObject([{ isOpen: true }]);
    // A consultation that is over is not undone.
    await on("2026-06-10T10:00:00+02:00", async () => {
      expect(await stepsOn(arta, id)).not.toContain("taken_back");
      expect((await arta.post(at(id, "taken_back"), why)).status).toBe(409);
    });
  });

  it("is a withdrawal by the proposer: it is taken up again with a reason, and nothing else is", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    expect((await arta.post(at(id, "reopened"), why)).status).toBe(409);
    await entered(arta, id, "withdrawn", told("Bashkohet.", "Merged.", "note"));
    expect(await stepsOn(arta, id)).toEqual(["reopened"]);
    await refused(enter(arta, id, "reopened"), 422, 'href="#reopened-reason-sq"');
    await entered(arta, id, "reopened", why);
    expect(await one(slug)).toMatchObject({ stage: "drafting", stageNote: { en: "A slip of the pen." } });
  });

  it("is an adoption that nothing bears out any more: it is taken up again", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    await lisi.db.write((tx) => markDecided(tx, doing(world), id, "adopted"));
    expect(await stepsOn(arta, id)).toEqual(["reopened"]);
    await entered(arta, id, "reopened", why);
    expect(await one(slug)).toMatchObject({ stage: "drafting", periods: [] });
  });

  it("is nobody else’s to put right", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    await entered(arta, id, "consultation");
    const form = { ...fieldsOn(await textOf(arta.get(at(id))), "day_corrected"), ...why, day: "2026-03-04" };
    for (const step of ["day_corrected", "taken_back"]) {
      expect((await neighbour.post(at(id, step), form)).status).toBe(404);
      expect((await auditor.post(at(id, step), form)).status).toBe(403);
    }
    expect((await one(slug)).corrections).toEqual([]);
    expect(await stepsOn(auditor, id)).toEqual([]);
  });
});
