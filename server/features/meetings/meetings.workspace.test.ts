import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { pdfOf, scannerFinding, storePdf } from "../../../tests/support/content.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { publishDraft } from "../../../tests/support/drafts.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestCouncil, type TestWorld, testNow } from "../../../tests/support/world.ts";

/** The world stands at 05.03.2026, 10:00: a meeting on the 12th has a week, one on the 7th is too soon. */
let world: TestWorld;
let lisi: TestCouncil;
let council: Awaited<ReturnType<typeof seatBody>>;
let secretary: Visitor;
let editor: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  council = await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak", en: "Municipal Council" }, 7);
  secretary = await signedIn(world, lisi, ["secretary"]);
  editor = await signedIn(world, lisi, ["editor"]);
});
afterAll(() => world.end());

const particulars = (given: Record<string, string | string[]> = {}) => ({
  bodyId: council.id,
  kind: "ordinary",
  day: "2026-03-12",
  time: "18:00",
  "place.sq": "Salla e Këshillit",
  "place.en": "Council chamber",
  access: "open",
  ...given,
});
const leadsTo = (answer: Response) => {
  expect(answer.status).toBe(303);
  return answer.headers.get("location")!;
};
/** A new meeting, planned by the editor. Its address on the desk. */
async function planned(given: Record<string, string | string[]> = {}) {
  return leadsTo(await editor.post("/admin/mbledhjet/e-re", particulars(given))).split("?")[0]!;
}
async function withItem(desk: string, sq: string, given: Record<string, string> = {}) {
  const answer = await editor.post(`${desk}/pikat/e-re`, { kind: "report", "title.sq": sq, "title.en": "", ...given });
  return /#item-(.+)$/.exec(leadsTo(answer))![1]!;
}
/** Files as a form without script sends them. */
async function sendTo(
  path: string,
  visitor: Visitor,
  files: readonly File[],
  role = "explanatory_report",
  more: Record<string, string> = {},
) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ role, ...more })) body.set(name, value);
  for (const file of files) body.append("files", file);
  return world.ask(lisi.host, path, {
    ...{ method: "POST", body, headers: { "sec-fetch-site": "same-origin", cookie: visitor.cookie! } },
  });
}
/** What a page asks to be confirmed of the persons in its files. */
const askedOn = (page: string) => ({
  held: /name="held" value="([^"]+)"/.exec(page)?.[1] ?? "",
  persons: /name="persons" value="([^"]+)"/.exec(page)![1]!,
});
const naming = async (name: string) =>
  new File([new Uint8Array(await pdfOf("Shtetasi Arben Hoxha, me numër personal I05101999A."))], name);
const slugOf = async (desk: string) => {
  const id = desk.split("/").at(-1)!;
  const row = await lisi.db.read((tx) =>
    tx.selectFrom("meetings").select("slug").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  return row.slug;
};
const seen = async (desk: string) => lisi.get(`/api/v1/meetings/${await slugOf(desk)}`);
const agendaOf = async (desk: string) => {
  const html = await (await secretary.get(desk)).text();
  return [...html.matchAll(/data-number="([\d.]+)"[\s\S]*?<a [^>]*>([^<]+)</g)].map(([, number, title]) => [
    number,
    title,
  ]);
};

describe("Planning a meeting", () => {
  it("is done by an editor, and nobody outside sees it", async () => {
    const desk = await planned();
    const page = await (await editor.get(`${desk}?done=created`)).text();
    expect(page).toContain("Mbledhja u krijua.");
    expect(page).toContain("Mbledhje e radhës e Këshillit");
    expect(page).toContain("Njoftimi jepet më së voni më 07.03.2026");
    expect((await seen(desk)).status).toBe(404);
    const list = await (await editor.get("/admin/mbledhjet")).text();
    expect(list).toContain(`href="${desk}/njoftimi"`);
    expect(await (await editor.get("/en/admin/meetings")).text()).toContain("Notice is due by 07.03.2026");
  });

  it("names every field that is wrong and keeps what was typed", async () => {
    const wrong = particulars({
      day: "2026-02-30",
      time: "25:00",
      access: "closed",
      "place.sq": "",
      "place.en": "Hall",
    });
    const answer = await editor.post("/admin/mbledhjet/e-re", wrong);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('href="#particulars-day"');
    expect(page).toContain('href="#particulars-time"');
    expect(page).toContain('value="2026-02-30"');
    const closed = await editor.post("/admin/mbledhjet/e-re", particulars({ access: "closed", day: "2026-03-19" }));
    expect(await closed.text()).toContain('href="#particulars-closedReason-sq"');
    const taken = await editor.post("/admin/mbledhjet/e-re", particulars());
    expect(taken.status).toBe(422);
    expect(await taken.text()).toMatch(
      /href="#particulars-time"[^>]*>[^<]*: Ky organ ka tashmë një mbledhje në atë orë\./,
    );
  });

  it("takes no body of another council", async () => {
    const foreign = await seatBody(world.krasta, "council", "keshilli", { sq: "Tjetri" }, 1);
    const answer = await editor.post("/admin/mbledhjet/e-re", particulars({ bodyId: foreign.id, day: "2026-03-20" }));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('href="#particulars-bodyId"');
  });

  it("is found again by its body, its year and its state", async () => {
    const found = async (query: string) =>
      (await (await editor.get(`/admin/mbledhjet?${query}`)).text()).split('id="all"')[1]!;
    expect(await found("year=2026&body=keshilli&stage=planned")).toContain("Mbledhje e radhës e Këshillit");
    expect(await found("year=2024")).toContain("Asnjë mbledhje nuk përputhet me këto filtra");
    expect((await editor.get("/admin/mbledhjet?year=pardje")).status).toBe(422);
    expect((await editor.get("/admin/mbledhjet/jo-nje-numer")).status).toBe(404);
  });
});

describe("The agenda", () => {
  let desk: string;
  const items: string[] = [];
  beforeAll(async () => {
    desk = await planned({ day: "2026-03-13" });
    for (const title of ["E para", "E dyta", "E treta"]) items.push(await withItem(desk, title));
  });
  const move = (step: string, item: number, to = "") =>
    editor.post(`${desk}/rendi-i-dites`, { move: `${step}:${items[item]}`, to });

  it("is put in order by buttons, one step at a time, and leads back to the item", async () => {
    expect(leadsTo(await move("up", 2))).toBe(`${desk}?done=moved#item-${items[2]}`);
    expect(await agendaOf(desk)).toEqual([
      ["1", "E para"],
      ["2", "E treta"],
      ["3", "E dyta"],
    ]);
    await move("down", 2);
    expect((await agendaOf(desk)).map(([, title]) => title)).toEqual(["E para", "E dyta", "E treta"]);
  });

  it("takes an item below the one before it, and out again", async () => {
    await move("in", 1);
    await move("in", 2);
    expect(await agendaOf(desk)).toEqual(
      [
        ["1", "E para"],
        ["1.1", "E dyta"],
        ["2", "E treta"],
      ].toSpliced(2, 1, ["1.2", "E treta"]),
    );
    await move("out", 1);
    expect((await agendaOf(desk)).map(([number]) => number)).toEqual(["1", "1.1", "2"]);
    await move("out", 2);
    await move("to", 1, "2");
    expect(await agendaOf(desk)).toEqual([
      ["1", "E para"],
      ["2", "E dyta"],
      ["3", "E treta"],
    ]);
  });

  it("stands in true numeric order when there are more than nine items", async () => {
    const long = await planned({ day: "2026-03-16" });
    for (let at = 1; at <= 11; at += 1) await withItem(long, `Pika e ${at}-të`);
    expect((await agendaOf(long)).map(([number]) => number)).toEqual(
      Array.from({ length: 11 }, (_, at) => `${at + 1}`),
    );
  });

  it("refuses a place that is none, and what no button says", async () => {
    expect((await move("to", 0, "9")).status).toBe(422);
    expect((await move("up", 0)).status).toBe(422);
    expect((await editor.post(`${desk}/rendi-i-dites`, { move: "sideways:1" })).status).toBe(422);
  });

  it("finds the draft act of an item without losing what was typed", async () => {
    const { id } = await publishDraft(world, lisi);
    const looked = await editor.post(`${desk}/pikat/e-re`, {
      ...{ step: "look", words: "pastrimit", kind: "draft_act", "title.sq": "Për tarifën", "title.en": "" },
    });
    expect(looked.status).toBe(200);
    const page = await looked.text();
    expect(page).toContain(`value="${id}"`);
    expect(page).toContain("Për tarifën</textarea>");
    expect(page).not.toContain('role="alert"');
    const item = await withItem(desk, "Për tarifën", { kind: "draft_act", draftActId: id });
    expect(await (await editor.get(`${desk}/pikat/${item}`)).text()).toMatch(new RegExp(`value="${id}"[^>]*checked`));
  });

  it("takes from the draft act that is chosen what was left empty, and never what was typed", async () => {
    const { id } = await publishDraft(world, lisi, { title: { sq: "Për taksën e tabelës", en: "On the sign tax" } });
    const other = await publishDraft(world, lisi, { title: { sq: "Për tregun", en: "On the market" } });
    const stored = (item: string) =>
      lisi.db.read((tx) =>
        tx
          .selectFrom("agenda_items")
          .where("id", "=", item)
          .select(["title", "proposer_kind", "proposer", "draft_act_id"])
          .executeTakeFirstOrThrow(),
      );
    const whole = await withItem(desk, "", { kind: "draft_act", draftActId: id });
    expect(await stored(whole)).toMatchObject({
      title: { sq: "Për taksën e tabelës", en: "On the sign tax" },
      ...{ proposer_kind: "mayor", proposer: { sq: "Kryetari i Bashkisë", en: "The Mayor" }, draft_act_id: id },
    });
    const own = { proposerKind: "councillors", "proposer.sq": "Grupi i këshilltarëve", "proposer.en": "" };
    const typed = await withItem(desk, "Taksa e tabelës", { kind: "draft_act", draftActId: id, ...own });
    expect(await stored(typed)).toMatchObject({
      title: { sq: "Taksa e tabelës", en: "On the sign tax" },
      ...{ proposer_kind: "councillors", proposer: { sq: "Grupi i këshilltarëve" } },
    });

    // What is emptied while the draft act stays the same was meant so.
    const path = `${desk}/pikat/${whole}`;
    const emptied = { kind: "draft_act", draftActId: id, "title.sq": "Taksa", "title.en": "" };
    leadsTo(await editor.post(path, emptied));
    expect((await stored(whole)).title).toEqual({ sq: "Taksa", en: null });
    leadsTo(await editor.post(path, { ...emptied, draftActId: other.id }));
    expect((await stored(whole)).title).toEqual({ sq: "Taksa", en: "On the market" });

    const foreign = await publishDraft(world, world.krasta, { title: { sq: "I fqinjit", en: "The neighbour’s" } });
    const refused = await editor.post(`${desk}/pikat/e-re`, {
      ...{ kind: "draft_act", "title.sq": "", "title.en": "", draftActId: foreign.id },
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).not.toContain("I fqinjit");
    const page = await (await editor.get(`${desk}/pikat/e-re`)).text();
    expect(page).toContain("Ajo që keni shkruar nuk ndryshon.");
    const inEnglish = desk.replace("/admin/mbledhjet", "/en/admin/meetings");
    expect(await (await editor.get(`${inEnglish}/items/new`)).text()).toContain("What you have typed stays.");
    for (const item of [whole, typed]) leadsTo(await editor.post(`${desk}/pikat/${item}/heqja`));
  });

  it("refuses a draft act that cannot be one at its field, and finds others all the same", async () => {
    const { id } = await publishDraft(world, lisi, { title: { sq: "Për parkingjet", en: "On parking" } });
    const item = await withItem(desk, "Parkingjet");
    const inEnglish = desk.replace("/admin/mbledhjet", "/en/admin/meetings");
    for (const draftActId of ["x", "00000000-0000-0000-0000-00000000000G", id.slice(1)])
      for (const [path, words] of [
        [`${desk}/pikat/e-re`, "Këshilli nuk ka asgjë të tillë."],
        [`${desk}/pikat/${item}`, "Këshilli nuk ka asgjë të tillë."],
        [`${inEnglish}/items/new`, "The Council has nothing by this name."],
      ] as const) {
        const sent = { kind: "draft_act", "title.sq": "Parkingjet", "title.en": "", draftActId };
        for (const step of [{}, { step: "preview" }] as Record<string, string>[]) {
          const refused = await editor.post(path, { ...sent, ...step });
          const page = await refused.text();
          expect([refused.status, page]).toEqual([422, expect.stringContaining('href="#item-draftActId"')]);
          expect(page).toContain(words);
        }
        const looked = await editor.post(path, { ...sent, step: "look", words: "parkingjet" });
        expect([looked.status, await looked.text()]).toEqual([200, expect.stringContaining(`value="${id}"`)]);
      }
    leadsTo(await editor.post(`${desk}/pikat/${item}/heqja`));
  });

  it("lets an item go, and its title is required", async () => {
    const item = await withItem(desk, "E tepërt");
    const empty = await editor.post(`${desk}/pikat/${item}`, { kind: "report", "title.sq": " ", "title.en": "" });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('href="#item-title-sq"');
    leadsTo(await editor.post(`${desk}/pikat/${item}/heqja`));
    expect((await agendaOf(desk)).map(([, title]) => title)).not.toContain("E tepërt");
  });

  it("takes several files at once, with titles from their names, and nothing that only pretends to be one", async () => {
    const item = items[0]!;
    const send = (files: File[]) => sendTo(`${desk}/pikat/${item}/ngarkimi`, editor, files);
    const pdf = async (name: string, text: string) => new File([new Uint8Array(await pdfOf(text))], name);
    leadsTo(await send([await pdf("relacion_i_buxhetit.pdf", "një"), await pdf("shtojca 2.pdf", "dy")]));
    const page = await (await editor.get(`${desk}/pikat/${item}`)).text();
    expect(page).toContain("Relacion i buxhetit");
    expect(page).toContain("Shtojca 2");
    const false_ = await send([new File(["<script>"], "vendim.pdf")]);
    expect(false_.status).toBe(422);
    expect(await false_.text()).toContain('href="#upload-files"');
    expect((await send([])).status).toBe(422);
  });

  it("says of each paper what somebody should look at before it is public", async () => {
    const item = items[1]!;
    const bytes = await pdfOf("Ndihmë ekonomike për shtetasin Arben Hoxha, me numër personal I05101999A.");
    await sendTo(`${desk}/pikat/${item}/ngarkimi`, editor, [new File([new Uint8Array(bytes)], "ndihma.pdf")]);
    for (const [path, words] of [
      [`${desk}/pikat/${item}`, "2 të dhëna për persona"],
      [`/en${desk.replace("mbledhjet", "meetings")}/items/${item}`, "2 things about persons"],
    ] as const)
      expect(await (await editor.get(path)).text()).toContain(words);
  });

  it("takes in no virus, and says so where the file was chosen", async () => {
    const bytes = await pdfOf("me virus");
    world.services.scanner = scannerFinding(bytes);
    const answer = await sendTo(`${desk}/pikat/${items[2]}/ngarkimi`, editor, [
      new File([new Uint8Array(bytes)], "v.pdf"),
    ]);
    world.services.scanner = null;
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/href="#upload-files"[^>]*>[^<]*Test\.Virus/);
    expect(await (await editor.get(`${desk}/pikat/${items[2]}`)).text()).toContain("Ende nuk ka dokumente.");
  });
});

describe("The notice", () => {
  let desk: string;
  beforeAll(async () => {
    desk = await planned({ day: "2026-03-17" });
    await withItem(desk, "Raporti i buxhetit");
  });

  it("is shown whole before it is given, with the period and how it was computed", async () => {
    const page = await (await secretary.get(`${desk}/njoftimi`)).text();
    expect(page).toContain("Brenda afatit ligjor");
    expect(page).toContain("Njoftimi mund të jepet deri më 12.03.2026.");
    expect(page).toContain("Si u llogarit");
    expect(page).toContain("Raporti i buxhetit");
    expect(page).toContain("Jepni njoftimin");
    expect(
      await (await secretary.get(`${desk.replace("/admin/mbledhjet", "/en/admin/meetings")}/notice`)).text(),
    ).toContain("Notice may be given until 12.03.2026.");
  });

  it("is not given by an editor: announcing is publishing", async () => {
    const page = await (await editor.get(`${desk}/njoftimi`)).text();
    expect(page).not.toContain("Jepni njoftimin");
    expect(page).toContain("Njoftimin e jep kush ka të drejtë të publikojë");
    expect((await editor.post(`${desk}/njoftimi`)).status).toBe(403);
    expect((await seen(desk)).status).toBe(404);
  });

  it("is given by the secretary, and from then on every change says why", async () => {
    const text = { "text.sq": "Ftohen qytetarët.\n\n<b>Hyrja</b> falas.", "text.en": "" };
    expect(leadsTo(await secretary.post(`${desk}/njoftimi`, text))).toBe(`${desk}?done=announced`);
    const meeting = (await (await seen(desk)).json()) as { stage: string; notice: { text: { sq: string } } };
    expect(meeting.stage).toBe("announced");
    expect(meeting.notice.text.sq).toBe("<p>Ftohen qytetarët.</p><p><strong>Hyrja</strong> falas.</p>");

    const later = particulars({ day: "2026-03-17", time: "19:30" });
    const refused = await secretary.post(`${desk}/te-dhenat`, later);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('href="#particulars-reason-sq"');
    leadsTo(
      await secretary.post(`${desk}/te-dhenat`, { ...later, "reason.sq": "Salla është e zënë.", "reason.en": "" }),
    );
    const page = await (await secretary.get(desk)).text();
    expect(page.replaceAll("\u00a0", " ")).toContain("Fillon më 17.03.2026, ora 19:30; më parë: 17.03.2026, ora 18:00");
    expect(page).toContain("Salla është e zënë.");
  });

  it("leaves calendars alone where nothing was changed", async () => {
    const sequence = () =>
      lisi.db.read((tx) =>
        tx
          .selectFrom("meetings")
          .select("sequence")
          .where("id", "=", desk.split("/").at(-1)!)
          .executeTakeFirstOrThrow(),
      );
    const before = await sequence();
    leadsTo(await secretary.post(`${desk}/te-dhenat`, particulars({ day: "2026-03-17", time: "19:30" })));
    expect(await sequence()).toEqual(before);
  });

  it("asks for the reason where it is late, at the field for it", async () => {
    const short = await planned({ day: "2026-03-07" });
    const page = await (await secretary.get(`${short}/njoftimi`)).text();
    expect(page).toContain("Më vonë se sa kërkon ligji");
    expect(page).toContain('name="shortNoticeReason.sq"');
    const refused = await secretary.post(`${short}/njoftimi`);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(
      /href="#notice-shortNoticeReason-sq"[^>]*>[^<]*: Dita e fundit për këtë njoftim ishte 02\.03\.2026/,
    );
    const why = { "shortNoticeReason.sq": "Përmbytjet e 2 marsit.", "shortNoticeReason.en": "" };
    leadsTo(await secretary.post(`${short}/njoftimi`, why));
    expect((await seen(short)).status).toBe(200);
    const again = await secretary.post(`${short}/njoftimi`, why);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("Njoftimi i kësaj mbledhjeje është dhënë tashmë.");
  });
});

describe("A paper of an announced meeting", () => {
  it("is added without a word and marked as late, and taken away with its reason only", async () => {
    const desk = await planned({ day: "2026-03-20" });
    const item = await withItem(desk, "Raporti i tremujorit");
    leadsTo(await secretary.post(`${desk}/njoftimi`));
    const { id } = await storePdf(world, lisi, "Relacion", { title: { sq: "Relacioni i vonuar" } });
    const papers = `${desk}/pikat/${item}/dokumentet`;
    expect((await secretary.post(papers, { role: "other" })).status).toBe(422);
    world.clock.moveTo("2026-03-05T10:30:00+01:00");
    leadsTo(await secretary.post(papers, { documentIds: id, role: "explanatory_report" }));
    world.clock.moveTo(testNow);
    expect(await (await secretary.get(`${desk}/pikat/${item}`)).text()).toContain("Pas njoftimit");
    const before = (await (await seen(desk)).json()) as { agenda: { documents: object[] }[] };
    const upload = `${desk}/pikat/${item}/ngarkimi`;
    const stopped = await sendTo(upload, secretary, [await naming("lista.pdf")]);
    expect(stopped.status).toBe(422);
    const page = await stopped.text();
    expect(page).toContain('href="#upload-persons"');
    expect(((await (await seen(desk)).json()) as typeof before).agenda[0]!.documents).toEqual(
      before.agenda[0]!.documents,
    );
    const asked = askedOn(page);
    leadsTo(await sendTo(upload, secretary, [], "other", asked));
    leadsTo(await secretary.post(papers, { take: asked.held, "reason.sq": "Gabim.", "reason.en": "" }));
    const refused = await secretary.post(papers, { take: id });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('href="#taking-reason-sq"');
    leadsTo(await secretary.post(papers, { take: id, "reason.sq": "Gabim.", "reason.en": "" }));
    expect((await secretary.post(papers, { take: "-".repeat(36) })).status).toBe(422);
    expect(await (await secretary.get(`${desk}/pikat/${item}`)).text()).toContain("Ende nuk ka dokumente.");
  });
});

describe("A meeting that does not take place", () => {
  it("is postponed to a new one, to which its page leads", async () => {
    const desk = await planned({ day: "2026-03-23" });
    leadsTo(await secretary.post(`${desk}/njoftimi`));
    const half = { "reason.sq": "Mungon kuorumi.", "reason.en": "", day: "2026-03-30", time: "" };
    const refused = await secretary.post(`${desk}/shtyrja`, half);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('href="#calling-off-day"');
    const next = leadsTo(await secretary.post(`${desk}/shtyrja`, { ...half, time: "18:00" })).split("?")[0]!;
    expect(next).not.toBe(desk);
    leadsTo(await secretary.post(`${next}/njoftimi`));
    expect(await (await seen(desk)).json()).toMatchObject({ stage: "postponed" });
    expect(await (await lisi.get(`/mbledhjet/${await slugOf(desk)}`)).text()).toContain(await slugOf(next));
  });

  it("is cancelled with its reason, which is required", async () => {
    const desk = await planned({ day: "2026-03-24" });
    const refused = await secretary.post(`${desk}/anulimi`, { "reason.sq": "", "reason.en": "" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('href="#calling-off-reason-sq"');
    expect((await editor.post(`${desk}/anulimi`, { "reason.sq": "Jo.", "reason.en": "" })).status).toBe(403);
    leadsTo(await secretary.post(`${desk}/anulimi`, { "reason.sq": "Nuk ka çështje.", "reason.en": "" }));
    expect(await (await secretary.get(desk)).text()).toContain("E anuluar");
  });

  it("is shown in the calendar and taken from it again while it is only planned", async () => {
    const desk = await planned({ day: "2026-03-25" });
    leadsTo(await secretary.post(`${desk}/kalendari`));
    expect((await seen(desk)).status).toBe(200);
    leadsTo(await secretary.post(`${desk}/terheqja`));
    expect((await seen(desk)).status).toBe(404);
    const again = await secretary.post(`${desk}/terheqja`);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("Kjo mbledhje nuk është publikuar.");
  });
});

describe("A meeting that is held", () => {
  const by = (choice: string, members = council.members) =>
    Object.fromEntries(members.map(({ id }) => [`ballots.${id}`, choice]));
  let desk: string;
  let item: string;
  beforeAll(async () => {
    desk = await planned({ day: "2026-03-05", time: "10:10" });
    item = await withItem(desk, "Buxheti");
    leadsTo(
      await secretary.post(`${desk}/njoftimi`, { "shortNoticeReason.sq": "Urgjencë.", "shortNoticeReason.en": "" }),
    );
  });
  afterAll(() => world.clock.moveTo(testNow));

  it("is not opened before its hour, and nothing is voted before it is open", async () => {
    const early = await editor.post(`${desk}/zhvillimi`, { step: "open", time: "10:15" });
    expect(early.status).toBe(422);
    expect(await early.text()).toContain('href="#step-time"');
    const vote = await editor.post(`${desk}/pikat/${item}/votimi`, {
      method: "by_name",
      majority: "voting",
      ...by("for"),
    });
    expect(vote.status).toBe(409);
    expect(await vote.text()).toContain("Mbledhja nuk ka filluar ende.");
    world.clock.moveTo("2026-03-05T10:40:00+01:00");
    leadsTo(await editor.post(`${desk}/zhvillimi`, { step: "open", time: "10:15" }));
    expect(await (await editor.get(`${desk}/zhvillimi`)).text()).toContain("U hap në orën 10:15.");
  });

  it("knows who came, with the quorum", async () => {
    const [first, ...rest] = council.members;
    const came = Object.fromEntries(rest.map(({ id }) => [`came.${id}`, "present"]));
    const incomplete = await editor.post(`${desk}/pjesemarrja`, came);
    expect(incomplete.status).toBe(422);
    const told = (await incomplete.text()).replace(/<!--.*?-->/g, "");
    expect(told).toMatch(/href="#attendance-came"[^>]*>Apeli: /);
    leadsTo(await editor.post(`${desk}/pjesemarrja`, { ...came, [`came.${first!.id}`]: "absent" }));
    expect(await (await editor.get(`${desk}/pjesemarrja`)).text()).not.toContain("Të gjithë janë shënuar të pranishëm");
    const page = await (await editor.get(`${desk}/zhvillimi`)).text();
    expect(page).toContain("Të pranishëm 6 nga 7.");
    expect(page).toContain("Ka kuorum: duhen 4");
  });

  it("knows who came later and who left earlier, and keeps it when the roll is called again", async () => {
    const [first, second, ...rest] = council.members;
    const came = Object.fromEntries([second!, ...rest].map(({ id }) => [`came.${id}`, "present"]));
    const roll = { ...came, [`came.${first!.id}`]: "late", [`arrived.${first!.id}`]: "10:20" };
    const wrong = await editor.post(`${desk}/pjesemarrja`, {
      ...roll,
      ...{ [`left.${first!.id}`]: "10:05", [`arrived.${second!.id}`]: "25:99" },
    });
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    expect(page).toContain(`href="#attendance-arrived-${second!.id}"`);
    const early = await editor.post(`${desk}/pjesemarrja`, { ...roll, [`left.${first!.id}`]: "10:05" });
    expect(await early.text()).toContain(`href="#attendance-left-${first!.id}"`);
    leadsTo(await editor.post(`${desk}/pjesemarrja`, { ...roll, [`left.${second!.id}`]: "10:30" }));
    const again = await (await editor.get(`${desk}/pjesemarrja`)).text();
    expect(again).toContain('value="10:20"');
    expect(again).toContain('value="10:30"');
    const absent = { ...came, [`came.${first!.id}`]: "absent" };
    leadsTo(await editor.post(`${desk}/pjesemarrja`, absent));
  });

  it("votes by name: all in favour at one press, then the exceptions", async () => {
    const vote = { method: "by_name", majority: "voting", vote: "" };
    const pressed = await editor.post(`${desk}/pikat/${item}/votimi`, { ...vote, step: "all_for" });
    expect(pressed.status).toBe(200);
    const [away, against] = council.members;
    const page = await pressed.text();
    expect(page).toMatch(new RegExp(`name="ballots.${against!.id}" value="for"[^>]*checked`));
    expect(page).toMatch(new RegExp(`name="ballots.${away!.id}" value="absent"[^>]*checked`));
    const impossible = await editor.post(`${desk}/pikat/${item}/votimi`, { ...vote, ...by("for") });
    expect(impossible.status).toBe(422);
    expect(await impossible.text()).toContain(`href="#vote-ballots-${away!.id}"`);
    leadsTo(
      await editor.post(`${desk}/pikat/${item}/votimi`, {
        ...{ ...vote, ...by("for"), [`ballots.${away!.id}`]: "absent", [`ballots.${against!.id}`]: "against" },
      }),
    );
    const shown = (await (await seen(desk)).json()) as { agenda: { result: string; votes: object[] }[] };
    expect(shown.agenda[0]).toMatchObject({ result: "adopted", votes: [{ votesFor: 5, votesAgainst: 1, round: 1 }] });
  });

  it("corrects a vote in its round, and takes a secret one as counts alone", async () => {
    const page = await (await editor.get(`${desk}/pikat/${item}/votimi?method=secret`)).text();
    expect(page).toContain("Ndreqje e votimit 1");
    const vote = fieldsOn(page, "vote").vote!;
    const counted = { method: "secret", majority: "voting", votesFor: "2", votesAgainst: "4", abstentions: "", vote };
    const wrong = await editor.post(`${desk}/pikat/${item}/votimi`, { ...counted, votesFor: "9" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('href="#vote-votesFor"');
    leadsTo(await editor.post(`${desk}/pikat/${item}/votimi`, counted));
    const shown = (await (await seen(desk)).json()) as { agenda: { result: string; votes: object[] }[] };
    expect(shown.agenda[0]).toMatchObject({ result: "rejected", votes: [{ method: "secret", ballots: [] }] });
    const said = await editor.post(`${desk}/pikat/${item}/perfundimi`, {
      result: "adopted",
      "note.sq": "",
      "note.en": "",
    });
    expect(said.status).toBe(422);
    expect(await said.text()).toContain('href="#result-result"');
  });

  it("opens at the vote that is there, doubles none, takes a further round expressly and removes a mistake", async () => {
    const votimi = `${desk}/pikat/${item}/votimi`;
    const votes = async () =>
      ((await (await seen(desk)).json()) as { agenda: { result: string | null; votes: object[] }[] }).agenda[0]!;
    const page = await (await editor.get(votimi)).text();
    const first = fieldsOn(page, "vote").vote!;
    expect(page).toContain("Ndreqje e votimit 1");
    expect(page).toMatch(/id="vote-votesFor"[^>]*value="2"/);
    const counted = { method: "secret", majority: "voting", votesFor: "5", votesAgainst: "1", abstentions: "" };
    const stale = await editor.post(votimi, { ...counted, vote: "" });
    expect(stale.status).toBe(422);
    const asked = await stale.text();
    expect(asked).toContain("Për këtë pikë ka tashmë një votim");
    // Which of them is meant is for whoever sends it to say; none is chosen for them.
    expect(fieldsOn(asked, "vote")).not.toHaveProperty("vote");
    expect(asked).toMatch(new RegExp(`type="radio"[^>]*name="vote"[^>]*value="${first}"`));
    leadsTo(await editor.post(votimi, { ...counted, vote: "new" }));
    expect(await votes()).toMatchObject({ result: "adopted", votes: [{ round: 1 }, { round: 2 }] });
    const second = fieldsOn(await (await editor.get(votimi)).text(), "vote").vote!;
    expect(second).not.toBe(first);
    const neighbour = await signedIn(world, world.krasta, ["editor"]);
    expect((await neighbour.post(`${votimi}/heqja`, { vote: second })).status).toBe(404);
    expect((await editor.post(`${votimi}/heqja`, { vote: "x" })).status).toBe(422);
    expect(leadsTo(await editor.post(`${votimi}/heqja`, { vote: first }))).toContain("done=vote_removed");
    expect(await votes()).toMatchObject({ result: "adopted", votes: [{ round: 1, votesFor: 5 }] });
    leadsTo(await editor.post(`${votimi}/heqja`, { vote: second }));
    expect(await votes()).toMatchObject({ result: null, votes: [] });
    const audit = await lisi.db.read((tx) =>
      tx.selectFrom("audit_log").select("before").where("action", "=", "vote.removed").orderBy("at").execute(),
    );
    expect(audit).toMatchObject([{ before: { id: first, votesFor: 2 } }, { before: { id: second, votesFor: 5 } }]);
    leadsTo(await editor.post(votimi, { ...counted, vote: "" }));
  });

  it("shows each round of votes with its own ballots, and puts right the one that is shown", async () => {
    const late = { "reason.sq": "Shtohet një pikë.", "reason.en": "" };
    const repeated = await withItem(desk, "Votohet dy herë", late);
    const votimi = `${desk}/pikat/${repeated}/votimi`;
    const [away, one, other] = council.members;
    const ballots = (mine: string, theirs: string) => ({
      ...Object.fromEntries(council.members.map(({ id }) => [`ballots.${id}`, "for"])),
      ...{ [`ballots.${one!.id}`]: mine, [`ballots.${other!.id}`]: theirs, [`ballots.${away!.id}`]: "absent" },
    });
    const byName = { method: "by_name", majority: "voting" };
    leadsTo(await editor.post(votimi, { ...byName, ...ballots("against", "for"), vote: "" }));
    leadsTo(await editor.post(votimi, { ...byName, ...ballots("for", "abstained"), vote: "new" }));

    const formOf = async (query: string) => fieldsOn(await (await editor.get(`${votimi}${query}`)).text(), "vote");
    const [first, second, further] = [await formOf("?round=1"), await formOf("?round=2"), await formOf("?round=new")];
    const shown = (form: Record<string, string>) => [form[`ballots.${one!.id}`], form[`ballots.${other!.id}`]];
    expect([shown(first), shown(second)]).toEqual([
      ["against", "for"],
      ["for", "abstained"],
    ]);
    expect(further.vote).toBe("new");
    // Whoever is away by the roll call is marked, and nobody else.
    expect(Object.keys(further).filter((name) => name.startsWith("ballots."))).toEqual([`ballots.${away!.id}`]);
    for (const query of ["", "?round=9", "?round=x"]) expect((await formOf(query)).vote).toBe(second.vote);
    const page = await (await editor.get(`${votimi}?round=1`)).text();
    expect(page).toContain("Ky nuk është votimi i fundit");
    expect(page.replaceAll(/<!--.*?-->/g, "")).toMatch(/href="[^"]*\?round=1"[^>]*aria-current="page"/);
    const inEnglish = `${votimi.replace("/admin/mbledhjet", "/en/admin/meetings").replace("/pikat/", "/items/").replace("/votimi", "/vote")}`;
    expect(await (await editor.get(`${inEnglish}?round=1`)).text()).toContain("This is not the last vote");

    leadsTo(await editor.post(votimi, { ...first, [`ballots.${one!.id}`]: "abstained" }));
    expect([shown(await formOf("?round=1")), shown(await formOf("?round=2"))]).toEqual([
      ["abstained", "for"],
      ["for", "abstained"],
    ]);
    const gone = await editor.post(votimi, { ...first, vote: crypto.randomUUID() });
    expect(gone.status).toBe(422);
    expect(fieldsOn(await gone.text(), "vote")).not.toHaveProperty("vote");
    for (const form of [second, first]) leadsTo(await editor.post(`${votimi}/heqja`, { vote: form.vote! }));
    leadsTo(await editor.post(`${desk}/pikat/${repeated}/heqja`, late));
  });

  it("is closed, and its minutes are published by whoever may publish", async () => {
    leadsTo(await editor.post(`${desk}/zhvillimi`, { step: "close", time: "10:35" }));
    expect(await (await editor.get(`${desk}/procesverbali`)).text()).not.toContain("procesverbali/ngarkimi");
    const send = (visitor: Visitor, files: File[]) => sendTo(`${desk}/procesverbali/ngarkimi`, visitor, files);
    const minutes = new File([new Uint8Array(await pdfOf("Procesverbal"))], "procesverbali.pdf");
    expect((await send(editor, [minutes])).status).toBe(403);
    expect((await send(secretary, [])).status).toBe(422);
    const stopped = await send(secretary, [await naming("procesverbali-me-numra.pdf")]);
    expect(stopped.status).toBe(422);
    const page = await stopped.text();
    expect(page).toContain('href="#minutes-persons"');
    expect(page).toContain("Numër personal");
    expect(page).not.toContain("I05101999A");
    expect(await (await seen(desk)).json()).toMatchObject({ stage: "closed", documents: 0 });
    const asked = askedOn(page);
    const path = `${desk}/procesverbali/ngarkimi`;
    // Confirmed is only what was shown.
    const other = await sendTo(path, secretary, [], "", { ...asked, persons: "x" });
    expect([other.status, askedOn(await other.text()).persons]).toEqual([422, asked.persons]);
    leadsTo(await sendTo(path, secretary, [minutes], "", asked));
    const confirmed = await lisi.db.read((tx) =>
      tx.selectFrom("audit_log").select("after").where("action", "=", "meeting.persons_confirmed").execute(),
    );
    expect(confirmed.some(({ after }) => (after as { mark: string }).mark === asked.persons)).toBe(true);
    expect(await (await seen(desk)).json()).toMatchObject({ stage: "minutes_published" });
    const votimi = `${desk}/pikat/${item}/votimi`;
    const { vote } = fieldsOn(await (await editor.get(votimi)).text(), "vote");
    const silent = await editor.post(`${votimi}/heqja`, { vote: vote! });
    expect(silent.status).toBe(422);
    expect(await silent.text()).toContain('href="#vote-removal-reason-sq"');
    leadsTo(await editor.post(`${votimi}/heqja`, { vote: vote!, "reason.sq": "Nuk u votua.", "reason.en": "" }));
    expect(await (await seen(desk)).json()).toMatchObject({ agenda: [{ votes: [] }] });
  });
});

describe("The neighbouring council", () => {
  it("neither sees nor changes anything by its ids", async () => {
    const desk = await planned({ day: "2026-03-26" });
    const item = await withItem(desk, "E fshehtë");
    const neighbour = await signedIn(world, world.krasta, ["secretary"]);
    for (const path of ["", "/te-dhenat", "/njoftimi", "/dokumentet", `/pikat/${item}`, "/shtyrja"])
      expect((await neighbour.get(desk + path)).status, path).toBe(404);
    const sent: [string, Record<string, string>][] = [
      ["/te-dhenat", { ...(particulars() as Record<string, string>), time: "11:11" }],
      ["/njoftimi", {}],
      ["/rendi-i-dites", { move: `up:${item}` }],
      [`/pikat/${item}`, { kind: "report", "title.sq": "E imja", "title.en": "" }],
      [`/pikat/${item}/heqja`, {}],
      ["/anulimi", { "reason.sq": "Kot.", "reason.en": "" }],
      ["/kalendari", {}],
    ];
    for (const [path, fields] of sent) expect((await neighbour.post(desk + path, fields)).status, path).toBe(404);
    expect(await agendaOf(desk)).toEqual([["1", "E fshehtë"]]);
  });
});
