import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing, storePdf } from "../../../tests/support/content.ts";
import { draft, publishDraft } from "../../../tests/support/drafts.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { InvalidInput } from "../../http/problem.ts";
import {
  DraftAct,
  type DraftActInput,
  DraftActList,
  InitiativeList,
  OpenDraftActs,
  WithdrawnDraftAct,
} from "./draft-acts.schema.ts";
import {
  addDraftDocuments,
  changeDraftAct,
  createDraftAct,
  publishDraftAct,
  removeDraftDocument,
  withdrawDraftAct,
} from "./draft-acts.service.ts";
import { markDecided, setStage, startConsultation, startInitiative } from "./stages.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
});
afterAll(() => world.end());

const api = "/api/v1/draft-acts";
const list = async (query = "", council = lisi) => {
  const answer = await council.get(`${api}?${query}`);
  expect(answer.status).toBe(200);
  return v.parse(DraftActList, await answer.json());
};
const slugs = async (query = "", council = lisi) => (await list(query, council)).items.map(({ slug }) => slug);
const one = async (slug: string, council = lisi) => {
  const answer = await council.get(`${api}/${slug}`);
  expect(answer.status).toBe(200);
  return v.parse(DraftAct, await answer.json());
};
const statusOf = async (path: string, council = lisi) => {
  const answer = await council.get(path);
  await answer.arrayBuffer();
  return answer.status;
};
const page = async (path: string) => (await lisi.get(path)).text();
const write = <T>(work: (tx: TenantTx) => Promise<T>) => lisi.db.write(work);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    ({ code, fields }: InvalidInput) => ({ code, ...(fields && { fields }) }),
  );
const inHours = (hours: number) => new Date(world.clock.now().getTime() + hours * 3_600_000);
/** What happens while the clock stands elsewhere. */
async function at<T>(instant: string, work: () => Promise<T>): Promise<T> {
  const before = world.clock.now();
  world.clock.moveTo(instant);
  try {
    return await work();
  } finally {
    world.clock.moveTo(before);
  }
}
const titled = (sq: string, en?: string): Partial<DraftActInput> => ({ title: { sq, ...(en && { en }) } });

async function addMeeting(tx: TenantTx, slug: string, isPublic: boolean) {
  const now = world.clock.now();
  const body = await tx
    .insertInto("bodies")
    .values({
      slug: `${slug}-organi`,
      kind: "committee",
      name: json({ sq: "Komisioni i Financave", en: "Finance Committee" }),
      contacts: json({}),
      folded_text: "",
      state: "published",
      public_from: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const meeting = await tx
    .insertInto("meetings")
    .values({
      slug,
      body_id: body.id,
      kind: "ordinary",
      starts_at: new Date("2026-04-20T16:00:00Z"),
      folded_text: "",
      stage: "announced",
      state: isPublic ? "published" : "draft",
      public_from: isPublic ? now : null,
    } as never)
    .returning("id")
    .executeTakeFirstOrThrow();
  return { bodyId: body.id, meetingId: meeting.id };
}
const addItem = (tx: TenantTx, meetingId: string, draftActId: string, path: number[]) =>
  tx
    .insertInto("agenda_items")
    .values({
      meeting_id: meetingId,
      path,
      kind: "draft_act",
      title: json({ sq: "Pika" }),
      draft_act_id: draftActId,
      added_at: world.clock.now(),
    } as never)
    .execute();
const addAct = (tx: TenantTx, bodyId: string, draftActId: string, number: number, state: "published" | "draft") =>
  tx
    .insertInto("acts")
    .values({
      slug: `vendim-${number}-2026`,
      type: "decision",
      nature: "normative",
      number,
      series: "2026",
      title: json({ sq: "Për tarifën", en: "On the fee" }),
      subject: "taxes",
      body_id: bodyId,
      draft_act_id: draftActId,
      adopted_on: "2026-03-04",
      prefect_state: "to_deposit",
      folded_text: "",
      state,
      public_from: state === "published" ? world.clock.now() : null,
    } as never)
    .execute();

describe("A draft act in consultation", () => {
  it("stands in the register with the days left, and at its address with how they were counted", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    await write((tx) => startConsultation(tx, doing(world), id));
    expect(slug).toBe("per-tarifen-e-pastrimit");
    expect((await list("state=open")).items).toMatchObject([
      {
        slug,
        url: { sq: `/projektaktet/${slug}`, en: `/en/draft-acts/${slug}` },
        stage: "consultation",
        period: { about: "draft", rule: "K3", dueOn: "2026-04-08", daysLeft: 20, unit: "working", isOpen: true },
      },
    ]);
    const draftAct = await one(slug);
    expect(draftAct).toMatchObject({ consultationFrom: "2026-03-05", protocolNumber: "1060/1", nature: "normative" });
    expect(draftAct.periods[0]!.steps.at(-2)).toEqual({
      sq: "Afati prej 20 ditësh pune mbaron më 8 prill 2026 (e mërkurë).",
      en: "The period of 20 working days ends on 8 April 2026 (Wednesday).",
    });
  });

  it("is read on pages in both languages, with how to comment and no form that nobody would answer", async () => {
    const { id, slug } = await publishDraft(world, lisi, titled("Për parkimin", "On parking"));
    await write((tx) => startConsultation(tx, doing(world), id));
    const albanian = await page(`/projektaktet/${slug}`);
    const english = await page(`/en/draft-acts/${slug}`);
    for (const words of ["Thoni mendimin tuaj", "08.04.2026", "edhe 20 ditë pune", "zyrën e protokollit", "2 500 lekë"])
      expect(albanian).toContain(words);
    for (const words of ["Say what you think", "20 working days left", "registry office", "On parking"])
      expect(english).toContain(words);
    expect(`${albanian}${english}`).not.toMatch(/<textarea|method="post"/);
    expect(await page("/projektaktet")).toContain("Hapur tani për mendimin tuaj");
    expect(await page("/en/draft-acts")).toContain("Open for your comments now");
  });

  it("tells how to comment in the council's own words where it has written them, without what could act", async () => {
    const { id, slug } = await publishDraft(world, lisi, {
      ...titled("Për tregun", "On the market"),
      howToComment: { sq: '<p>Te znj. Lule Hoxha<script>alert("x")</script>, dhoma 12.</p>' },
    });
    await write((tx) => startConsultation(tx, doing(world), id));
    const albanian = await page(`/projektaktet/${slug}`);
    expect(albanian).toContain("Te znj. Lule Hoxha, dhoma 12.");
    expect(albanian).not.toContain("alert(");
    expect(await page(`/en/draft-acts/${slug}`)).toContain("exists in Albanian only");
  });

  it("is listed among what is open, the one that ends first at the head, until its last day is over", async () => {
    const { items } = v.parse(OpenDraftActs, await krasta.json(`${api}/open`));
    expect(items).toEqual([]);
    const early = await publishDraft(world, krasta, titled("I pari"));
    const late = await publishDraft(world, krasta, titled("I dyti"));
    await krasta.db.write((tx) => startConsultation(tx, doing(world), late.id));
    await krasta.db.write((tx) => startConsultation(tx, doing(world), early.id, { from: "2026-02-20" }));
    const open = async () =>
      v
        .parse(OpenDraftActs, await krasta.json(`${api}/open`))
        .items.map(({ slug, period }) => [slug, period!.daysLeft]);
    expect(await open()).toEqual([
      [early.slug, 11],
      [late.slug, 20],
    ]);
    expect(await at("2026-04-08T21:00:00Z", open)).toEqual([[late.slug, 0]]);
    expect(await at("2026-04-08T22:30:00Z", open)).toEqual([]);
  });
});

describe("What the public may not see", () => {
  it("is a draft act that is not published, with its papers: no page, no row, no export, no file", async () => {
    const { id: document } = await storePdf(world, lisi, "Relacioni");
    const { slug } = await write((tx) =>
      createDraftAct(
        tx,
        doing(world),
        draft({ ...titled("Fshehtësi"), documents: [{ documentId: document, role: "explanatory_report" }] }),
      ),
    );
    for (const path of [
      `${api}/${slug}`,
      `/projektaktet/${slug}`,
      `/en/draft-acts/${slug}`,
      `/dokumente/${document}/vendimi.pdf`,
    ])
      expect([path, await statusOf(path)]).toEqual([path, 404]);
    for (const path of [api, "/projektaktet", "/projektaktet.csv", "/projektaktet.json", "/sitemap.xml"])
      expect([path, (await page(path)).includes("Fshehtësi")]).toEqual([path, false]);
    expect((await list()).facets.subjects.every(({ value }) => value === "taxes")).toBe(true);
  });

  it("becomes public by itself at its time, with its papers", async () => {
    const { id: document } = await storePdf(world, lisi, "Projekti");
    const { slug } = await publishDraft(
      world,
      lisi,
      { ...titled("Nesër"), documents: [{ documentId: document, role: "draft_act" }] },
      inHours(5),
    );
    const file = `/dokumente/${document}/vendimi.pdf`;
    expect([await statusOf(`${api}/${slug}`), await statusOf(file)]).toEqual([404, 404]);
    await at(inHours(5).toISOString(), async () => {
      expect([await statusOf(`${api}/${slug}`), await statusOf(file)]).toEqual([200, 200]);
      expect((await one(slug)).documents).toMatchObject([{ role: "draft_act", fileName: "vendimi.pdf" }]);
    });
  });

  it("is what another council has: neither its pages nor its papers are at the neighbour's", async () => {
    const { id: document } = await storePdf(world, lisi, "Vetëm Lisi");
    const { id, slug } = await publishDraft(world, lisi, {
      ...titled("Vetëm në Lisi"),
      documents: [{ documentId: document, role: "draft_act" }],
    });
    for (const path of [`${api}/${slug}`, `/projektaktet/${slug}`, `/dokumente/${document}/vendimi.pdf`])
      expect([path, await statusOf(path, krasta)]).toEqual([path, 404]);
    expect(await slugs("q=vetem", krasta)).toEqual([]);
    expect(await (await krasta.get("/projektaktet.json")).text()).not.toContain("Vetëm në Lisi");
    const there = krasta.db.write((tx) => changeDraftAct(tx, doing(world), id, { subject: "budget" }));
    expect(await refusal(there)).toEqual({ code: "drafts.not_found" });
    const consulted = krasta.db.write((tx) => startConsultation(tx, doing(world), id));
    expect(await refusal(consulted)).toEqual({ code: "drafts.not_found" });
  });

  it("is a meeting, an act and a person that are not public themselves", async () => {
    const { id, slug } = await publishDraft(world, lisi, titled("Për lidhjet"));
    await write(async (tx) => {
      const hidden = await addMeeting(tx, "e-fshehte", false);
      await addItem(tx, hidden.meetingId, id, [1]);
      await addAct(tx, hidden.bodyId, id, 70, "draft");
      const person = await tx
        .insertInto("people")
        .values({
          slug: "fshehur",
          name: "Emri Fshehur",
          family_name: "Fshehur",
          contacts: "{}",
          folded_text: "",
          photo_renditions: "[]",
        } as never)
        .returning("id")
        .executeTakeFirstOrThrow();
      await changeDraftAct(tx, doing(world), id, { proposerKind: "councillors", proposerPersonId: person.id });
    });
    expect(await one(slug)).toMatchObject({ discussions: [], acts: [], proposer: { person: null } });
    expect(await page(`/projektaktet/${slug}`)).not.toContain("Fshehur");
  });
});

describe("A draft act", () => {
  it("leads to the meetings that discuss it, to the act that came of it, and to who proposed it", async () => {
    const { id, slug } = await publishDraft(world, lisi, titled("Me lidhje", "With links"));
    await write(async (tx) => {
      const { bodyId, meetingId } = await addMeeting(tx, "mbledhja-e-prillit", true);
      await addItem(tx, meetingId, id, [3, 10]);
      await addAct(tx, bodyId, id, 12, "published");
      await changeDraftAct(tx, doing(world), id, { proposerKind: "committee", proposerBodyId: bodyId });
    });
    expect(await one(slug)).toMatchObject({
      discussions: [
        {
          number: "3.10",
          meeting: {
            url: { sq: "/mbledhjet/mbledhja-e-prillit" },
            body: { en: "Finance Committee" },
            day: "2026-04-20",
          },
        },
      ],
      acts: [{ number: 12, url: { sq: "/aktet/vendim-12-2026", en: "/en/acts/vendim-12-2026" } }],
      proposer: { body: { name: { sq: "Komisioni i Financave" } } },
    });
    const albanian = await page(`/projektaktet/${slug}`);
    expect(albanian).toContain('href="/mbledhjet/mbledhja-e-prillit"');
    expect(albanian).toContain('href="/aktet/vendim-12-2026"');
    expect(await page(`/en/draft-acts/${slug}`)).toContain("Decision No. 12, 04.03.2026");
  });

  it("keeps its address and gives the next of the same title another", async () => {
    const first = await publishDraft(world, lisi, titled("Për ujin"));
    const second = await publishDraft(world, lisi, titled("Për ujin"));
    expect([first.slug, second.slug]).toEqual(["per-ujin", "per-ujin-2"]);
    await write((tx) => changeDraftAct(tx, doing(world), first.id, titled("Për ujin e pijshëm", "On drinking water")));
    expect((await one("per-ujin")).title).toEqual({ sq: "Për ujin e pijshëm", en: "On drinking water" });
  });

  it("gains and loses papers while it is public", async () => {
    const { id, slug } = await publishDraft(world, lisi, titled("Me dokumente"));
    const { id: document } = await storePdf(world, lisi, "Aneksi");
    await write((tx) => addDraftDocuments(tx, doing(world), id, [{ documentId: document, role: "annex" }]));
    expect((await one(slug)).documents).toMatchObject([{ id: document, role: "annex" }]);
    expect(await page(`/projektaktet/${slug}`)).toContain("Anekse");
    await write((tx) => removeDraftDocument(tx, doing(world), id, document));
    expect((await one(slug)).documents).toEqual([]);
    expect(await statusOf(`/dokumente/${document}/vendimi.pdf`)).toBe(404);
  });

  it("that is taken out of the register says when and why, and its text and files are gone", async () => {
    const { id: document } = await storePdf(world, lisi, "Gabim");
    const { id, slug } = await publishDraft(world, lisi, {
      ...titled("Me të dhëna personale"),
      documents: [{ documentId: document, role: "draft_act" }],
    });
    await write((tx) => startConsultation(tx, doing(world), id));
    await write((tx) =>
      withdrawDraftAct(tx, doing(world), id, { sq: "Kishte të dhëna personale.", en: "It held personal data." }),
    );
    const answer = await lisi.get(`${api}/${slug}`);
    expect(answer.status).toBe(410);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(v.parse(WithdrawnDraftAct, await answer.json())).toMatchObject({
      title: "Ky projektakt u tërhoq më 05.03.2026.",
      reason: { en: "It held personal data." },
    });
    const gone = await lisi.get(`/en/draft-acts/${slug}`);
    const html = await gone.text();
    expect(gone.status).toBe(410);
    expect(html).toContain("It held personal data.");
    expect(html).not.toContain("2,500 lekë");
    expect(await statusOf(`/dokumente/${document}/vendimi.pdf`)).toBe(404);
    expect(await slugs()).not.toContain(slug);
    expect(v.parse(OpenDraftActs, await lisi.json(`${api}/open`)).items.map((item) => item.slug)).not.toContain(slug);
    const again = write((tx) => withdrawDraftAct(tx, doing(world), id, { sq: "Prapë" }));
    expect(await refusal(again)).toEqual({ code: "drafts.already_withdrawn" });
  });

  it("that was taken out and comes back at a time tells why until then, and is no draft when that is taken back", async () => {
    const { id, slug } = await publishDraft(world, lisi, titled("Kthehet më vonë"));
    const withdraw = (sq: string) => write((tx) => withdrawDraftAct(tx, doing(world), id, { sq }));
    await withdraw("Kishte gabime.");
    await write((tx) => publishDraftAct(tx, doing(world), id, inHours(5)));
    expect(await statusOf(`${api}/${slug}`)).toBe(410);
    await withdraw("Pritet ende.");
    const answer = await lisi.get(`${api}/${slug}`);
    expect([answer.status, await answer.json()]).toEqual([
      410,
      expect.objectContaining({ reason: { sq: "Kishte gabime." } }),
    ]);
    const { state } = await lisi.db.read((tx) =>
      tx.selectFrom("draft_acts").where("id", "=", id).select("state").executeTakeFirstOrThrow(),
    );
    expect(state).toBe("withdrawn");
  });

  it("leaves in the audit who changed what, before and after", async () => {
    const { id } = await publishDraft(world, lisi, titled("Për auditin"));
    await write((tx) => changeDraftAct(tx, doing(world), id, { subject: "honours" }));
    const audit = await lisi.db.read((tx) =>
      tx
        .selectFrom("audit_log")
        .select(["action", "before", "after"])
        .where("subject_id", "=", id)
        .orderBy("id")
        .execute(),
    );
    expect(audit.map(({ action }) => action)).toEqual([
      "draft_act.created",
      "draft_act.published",
      "draft_act.changed",
    ]);
    expect(audit[2]).toMatchObject({ before: { subject: "taxes" }, after: { subject: "honours" } });
  });

  it.each<[string, Partial<DraftActInput>, string, string]>([
    ["without a title", { title: { sq: " " } }, "title.sq", "text.required"],
    ["registered on a day that does not exist", { registeredOn: "2026-02-30" }, "registeredOn", "date.impossible"],
    ["registered before there were councils", { registeredOn: "1899-01-01" }, "registeredOn", "date.impossible"],
    ["about nothing that is known", { subject: "weather" as "other" }, "subject", "input.wrong"],
    ["proposed by nobody", { proposerPersonId: crypto.randomUUID() }, "proposerPersonId", "drafts.proposer_unknown"],
    ["proposed by no body", { proposerBodyId: crypto.randomUUID() }, "proposerBodyId", "drafts.proposer_unknown"],
    ["with a crooked address", { slug: "Jo Kështu" }, "slug", "drafts.slug_malformed"],
    [
      "of one person, yet to be consulted on",
      { nature: "individual" },
      "consultationRequired",
      "drafts.individual_not_consulted",
    ],
  ])("is refused %s", async (_, given, path, code) => {
    const before = (await lisi.db.read((tx) => tx.selectFrom("draft_acts").select("id").execute())).length;
    const made = write((tx) => createDraftAct(tx, doing(world), draft(given)));
    expect(await refusal(made)).toEqual({ code: "http.invalid_input", fields: [{ path, code }] });
    expect(await lisi.db.read((tx) => tx.selectFrom("draft_acts").select("id").execute())).toHaveLength(before);
  });

  it("cannot be published twice, nor by a stranger's document", async () => {
    const { id } = await publishDraft(world, lisi, titled("Një herë"));
    expect(await refusal(write((tx) => publishDraftAct(tx, doing(world), id)))).toEqual({
      code: "drafts.already_public",
    });
    const { id: theirs } = await storePdf(world, krasta, "I Krastës");
    const added = write((tx) => addDraftDocuments(tx, doing(world), id, [{ documentId: theirs, role: "annex" }]));
    expect(await refusal(added)).toMatchObject({ code: "http.invalid_input" });
  });
});

describe("The register", () => {
  let there: TestWorld;
  let council: TestCouncil;
  const found = async (query: string) => slugs(query, council);
  beforeAll(async () => {
    there = await createWorld();
    council = there.lisi;
    const make = (given: Partial<DraftActInput>) => publishDraft(there, council, given);
    const open = await make({ slug: "i-hapur", title: { sq: "Për çmimin e ujit", en: "On the price of water" } });
    const over = await make({ slug: "i-mbyllur", subject: "budget", registeredOn: "2025-06-02", protocolNumber: "77" });
    await make({ slug: "pa-konsultim", subject: "honours", proposerKind: "councillors", consultationRequired: false });
    const planned = await make({ slug: "nisma", proposerKind: "citizens", registeredOn: "2026-03-05" });
    await council.db.write(async (tx) => {
      await startConsultation(tx, doing(there), open.id);
      await startConsultation(tx, doing(there), over.id, { from: "2025-06-02" });
      await markDecided(tx, doing(there), over.id, "adopted");
      await startInitiative(tx, doing(there), planned.id);
    });
  });
  afterAll(() => there.end());

  it("is in the order of registration, the newest first", async () => {
    expect((await found(""))[0]).toBe("nisma");
    expect((await found("")).at(-1)).toBe("i-mbyllur");
  });

  it.each([
    ["q=cmimi", ["i-hapur"]],
    ["q=WATER+price", ["i-hapur"]],
    ["q=77", ["i-mbyllur"]],
    ["q=askund", []],
    ["state=open", ["nisma", "i-hapur"]],
    ["state=closed", ["i-mbyllur"]],
    ["state=none", ["pa-konsultim"]],
    ["stage=adopted", ["i-mbyllur"]],
    ["subject=budget", ["i-mbyllur"]],
    ["proposer=councillors", ["pa-konsultim"]],
    ["year=2025", ["i-mbyllur"]],
    ["year=2026&state=open&proposer=mayor", ["i-hapur"]],
    ["subject=culture", []],
  ])("narrowed by %s holds %j", async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it("counts what each choice would give beside the others", async () => {
    const { total, facets } = await list("year=2026", council);
    expect(total).toBe(3);
    expect(facets).toMatchObject({
      states: [
        { value: "open", count: 2 },
        { value: "none", count: 1 },
      ],
      years: [
        { value: 2026, count: 3 },
        { value: 2025, count: 1 },
      ],
      proposers: [
        { value: "mayor", count: 1 },
        { value: "councillors", count: 1 },
        { value: "citizens", count: 1 },
      ],
    });
  });

  it("keeps its state in the address, also in the other language and in its exports", async () => {
    const html = await (await council.get("/projektaktet?subject=budget")).text();
    expect(html).toContain('href="/projektaktet.csv?subject=budget"');
    expect(html).toContain("/en/draft-acts?subject=budget");
    expect(html).toContain("1 projektakt");
  });

  it.each([
    ["colour=red", 400, "http.unknown_filter"],
    ["stage=lost", 422, "http.invalid_input"],
    ["year=26", 422, "http.invalid_input"],
    ["page=9", 404, "drafts.no_such_page"],
    ["page=0", 422, "http.invalid_input"],
  ])("refuses %s with %i", async (query, status, code) => {
    const answer = await council.get(`${api}?${query}`);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
  });

  it("says on its page what was wrong with a filter, and how to go on", async () => {
    const answer = await council.get("/en/draft-acts?stage=lost");
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain("This value is not one of those that can be asked for.");
    expect(html).toContain('aria-describedby="wrong-stage"');
  });

  it("says that nothing was found where nothing is", async () => {
    const html = await (await council.get("/projektaktet?subject=culture")).text();
    expect(html).toContain("Nuk u gjet asgjë");
  });

  it("tells what will stand there while it is empty", async () => {
    const html = await (await there.krasta.get("/projektaktet")).text();
    expect(html).toContain("Ende nuk i është paraqitur publikut asnjë projektakt.");
    expect(html).not.toContain('class="filters"');
  });

  it("goes on where a page ends, without gaps or repetitions", async () => {
    const few = await createWorld();
    try {
      for (let number = 0; number < 45; number += 1)
        await publishDraft(few, few.lisi, { slug: `p-${number}`, registeredOn: "2026-03-02" });
      const pages = await Promise.all([1, 2, 3].map((number) => slugs(`page=${number}`, few.lisi)));
      expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
      expect(new Set(pages.flat()).size).toBe(45);
      const csv = await (await few.lisi.get("/projektaktet.csv")).text();
      expect(csv.trim().split("\r\n")).toHaveLength(46);
    } finally {
      await few.end();
    }
  });

  it("is open data with the same filters: what a row is, until when, and where it stands", async () => {
    const answer = await council.json<{ total: number; items: Record<string, unknown>[] }>(
      "/projektaktet.json?state=open&proposer=mayor",
    );
    expect(answer.total).toBe(1);
    expect(answer.items[0]).toMatchObject({
      title_sq: "Për çmimin e ujit",
      stage: "consultation",
      comments: "open",
      consultation_from: "2026-03-05",
      consultation_until: "2026-04-08",
      initiative_until: null,
      consultation_required: true,
    });
    expect(String(answer.items[0]!.url)).toMatch(/^http:\/\/lisi\.localhost.*\/projektaktet\/i-hapur$/);
    const english = await (await council.get("/en/draft-acts.csv?stage=adopted")).text();
    expect(english).toMatch(/,adopted,Adopted,.*,closed,Closed,/);
    expect((await council.get("/projektaktet.csv?stage=lost")).status).toBe(422);
  });
});

describe("A notice of an initiative", () => {
  it("is listed with why, what is expected and until when, before anything is drafted", async () => {
    const here = await createWorld();
    try {
      const { id } = await publishDraft(here, here.lisi, titled("Për një park të ri", "On a new park"));
      await publishDraft(here, here.lisi, titled("Jo nismë"));
      await here.lisi.db.write((tx) => startInitiative(tx, doing(here), id));
      const { items, total } = v.parse(InitiativeList, await here.lisi.json(`${api}/initiatives`));
      expect(total).toBe(1);
      expect(items).toMatchObject([
        {
          stage: "initiative",
          reasons: { en: "<p>Costs have risen.</p>" },
          period: { rule: "K2", dueOn: "2026-04-08" },
        },
      ]);
      const english = await (await here.lisi.get("/en/decision-initiatives")).text();
      for (const words of ["On a new park", "20 working days left", "Costs have risen."])
        expect(english).toContain(words);
      expect(await (await here.lisi.get("/nismat-vendimmarrese")).text()).toContain("Çfarë pritet të ndryshojë");
      expect((await here.lisi.get("/nismat-vendimmarrese?page=7")).status).toBe(404);
      // Afterwards it becomes an earlier notice, and its page goes on as the draft's.
      here.clock.moveTo("2026-04-10T10:00:00Z");
      await here.lisi.db.write((tx) => setStage(tx, doing(here), id, "drafting"));
      await here.catchUp();
      expect(await (await here.lisi.get("/nismat-vendimmarrese")).text()).toContain("Njoftime të mëparshme");
      expect((await here.krasta.json<InitiativeList>(`${api}/initiatives`)).total).toBe(0);
    } finally {
      await here.end();
    }
  });
});
