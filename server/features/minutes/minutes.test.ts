import mammoth from "mammoth";
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { publishDraft } from "../../../tests/support/drafts.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { hasLibreOffice, textInLibreOffice } from "../../../tests/support/libreoffice.ts";
import { announcedMeeting, type LiveSession } from "../../../tests/support/live-meeting.ts";
import { addItem, addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { textOfHtml } from "../../html-text.ts";

let world: TestWorld;
let session: LiveSession;
let secretary: Visitor;
let editor: Visitor;
let auditor: Visitor;
/** Of the minutes. */
let desk: string;
beforeAll(async () => {
  world = await createWorld();
  const { lisi } = world;
  secretary = await signedIn(world, lisi, ["secretary"]);
  editor = await signedIn(world, lisi, ["editor"]);
  auditor = await signedIn(world, lisi, ["auditor"]);
  session = await announcedMeeting(lisi);
  const { id: draft } = await publishDraft(world, lisi, {
    title: { sq: "Për buxhetin e vitit 2026", en: "On the budget" },
  });
  await lisi.db.write(async (tx) => {
    await tx
      .updateTable("agenda_items")
      .set({ kind: "draft_act", draft_act_id: draft, protocol_number: "1060/1", proposer_kind: "mayor" })
      .where("id", "=", session.items[1]!)
      .execute();
    const post = {
      term_id: null,
      seat: null,
      party_id: null,
      begins_on: "2023-07-01",
      ends_on: null,
      end_reason: null,
    };
    const { body_id } = await tx.selectFrom("meetings").select("body_id").executeTakeFirstOrThrow();
    const served = { body_id, ...post, position: 1 };
    await tx
      .insertInto("memberships")
      .values([
        { ...served, person_id: session.members[0]!.id, role: "chair" },
        { ...served, person_id: session.members[1]!.id, role: "deputy_chair" },
      ])
      .execute();
  });
  desk = `/admin/mbledhjet/${session.id}/procesverbali`;
  await holdMeeting(session);
});
afterAll(() => world.end());

const [first, second, third, fourth, fifth, sixth, seventh] = Array.from({ length: 7 }, (_, at) => at);
const member = (at: number) => session.members[at]!;

/** An evening as it goes: somebody late, somebody leaving, a vote by name, a secret one, a break, an item that nobody reached. */
async function holdMeeting({ step, members, items }: LiveSession) {
  const status = ["present", "present", "present", "present", "absent_with_reason", "absent", "late"];
  await step({ kind: "opened" });
  await step({
    kind: "roll_called",
    members: members.map(({ id }, at) => ({ personId: id, status: at === 6 ? "absent" : status[at] })),
  });
  await step({ kind: "agenda_approved" });
  await step({ kind: "arrived", personId: members[6]!.id });
  await step({ kind: "item_started", itemId: items[1] });
  await step({ kind: "speaker_began", personId: members[1]!.id });
  await step({ kind: "speaker_ended", personId: members[1]!.id });
  await step({ kind: "speaker_began", guest: "Gent <Kola>" });
  await step({ kind: "speaker_ended", guest: "Gent <Kola>" });
  const vote = crypto.randomUUID();
  await step({ kind: "vote_opened", vote, itemId: items[1], method: "by_name", majority: "all" });
  const ballots = [0, 1, 2, 6].map((at) => ({ personId: members[at]!.id, choice: "for" }));
  await step({ kind: "ballots_cast", vote, ballots: [...ballots, { personId: members[3]!.id, choice: "against" }] });
  await step({ kind: "vote_closed", vote });
  await step({ kind: "item_ended", itemId: items[1] });
  await step({ kind: "break_began" });
  await step({ kind: "break_ended" });
  await step({ kind: "left", personId: members[3]!.id });
  await step({ kind: "item_started", itemId: items[2] });
  const secret = crypto.randomUUID();
  const why = { sq: "Kështu e do rregullorja.", en: "The rules say so." };
  await step({
    kind: "vote_opened",
    vote: secret,
    itemId: items[2],
    method: "secret",
    majority: "all",
    majorityReason: why,
  });
  await step({ kind: "vote_closed", vote: secret, counts: { votesFor: 4, votesAgainst: 0, abstentions: 0 } });
  await step({ kind: "item_ended", itemId: items[2] });
  await step({ kind: "closed" });
}

const page = async (visitor: Visitor, query = "") => (await visitor.get(`${desk}${query}`)).text();
const form = async (visitor = secretary, name = "minutes-text") => fieldsOn(await page(visitor), name);
const done = (answer: Response) => {
  expect(answer.status).toBe(303);
  return answer.headers.get("location")!;
};
const later = (minutes: number) => world.clock.moveTo(new Date(world.clock.now().getTime() + minutes * 60_000));
/** What a button on the page sends, by what it does. */
const button = async (does: string) => new RegExp(`value="(${does}:[^"]+)"`).exec(await page(editor))![1]!;
const item = (at: number) => `part.item-${session.items[at]}`;
interface PublicMeeting {
  stage: string;
  papers: { id: string; role: string; url: string; version: number; mediaType: string; language: string }[];
}
const publishedPage = (slug: string) => world.lisi.json<PublicMeeting>(`/api/v1/meetings/${slug}`);
/** Fills what is open, as the secretary would. */
const filled = (fields: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [
      name,
      name === "stood" ? text : text.replaceAll("[…]", "Folën për tarifën."),
    ]),
  );

describe("The draft of the minutes", () => {
  it("is drawn by an editor from the log, and says before what nobody wrote down", async () => {
    const before = await page(editor);
    expect(before).toContain("Mbledhja u drejtua nga konsola");
    expect(await page(editor)).not.toContain("si u miratua rendi i ditës");
    expect(await (await editor.get(`/en/admin/meetings/${session.id}/minutes`)).text()).toContain("Draw the draft");
    expect((await auditor.post(`${desk}/hartimi`)).status).toBe(403);
    expect((await secretary.get(`${desk}/projekti.docx`)).status).toBe(409);
    expect(done(await editor.post(`${desk}/hartimi`))).toBe(`${desk}?done=drawn`);
  });

  it("names the meeting, its ordinal, its legal basis, who chairs and of whom the body consists", async () => {
    const fields = await form();
    expect(fields).toMatchObject({
      "part.number": "Nr. 1, datë 05.03.2026",
      "part.title": "Mbledhje e radhës e Këshillit",
      "part.chair": member(first!).name,
      "part.secretary": "[…]",
    });
    const text = textOfHtml(fields["part.opening"]!);
    for (const said of [
      "e enjte, 05.03.2026",
      "neni 53",
      "ora 10:00",
      "gjithsej 7 anëtarë",
      `Mbledhjen e drejtoi: ${member(first!).name}.`,
    ])
      expect(text).toContain(said);
  });

  it("has the roll call with and without reason, arrivals and departures with times, and the quorum", async () => {
    const text = textOfHtml((await form())["part.attendance"]!);
    for (const said of [
      "u përgjigjën 4 nga 7 anëtarë. Kuorumi prej 4 anëtarësh u plotësua",
      `Munguan me arsye: ${member(fifth!).name}.`,
      `Munguan pa arsye: ${member(sixth!).name}.`,
      `erdhi ${member(seventh!).name}; të pranishëm 5.`,
      `u largua ${member(fourth!).name}; të pranishëm 4.`,
    ])
      expect(text).toContain(said);
  });

  it("has each item with its speakers in order, its vote by name and its result", async () => {
    const text = textOfHtml((await form())[item(1)]!);
    for (const said of [
      "Propozues: Kryetari i bashkisë. Nr. protokolli 1060/1. Projektakti: Për buxhetin e vitit 2026.",
      "Votim nominal, ora 10:00. Kërkohej shumica e të gjithë anëtarëve: 4 vota pro.",
      "Pro: 4. Kundër: 1. Abstenim: 0.",
      `Kundër (1): ${member(fourth!).name}`,
      "Pika u miratua.",
    ])
      expect(text).toContain(said);
    const [councillor, guest] = [member(second!).name, "Gent <Kola> (jo anëtar)"].map((name) => text.indexOf(name));
    expect(councillor).toBeGreaterThan(0);
    expect(guest).toBeGreaterThan(councillor!);
    expect(member(third!).name).toBeTruthy();
  });

  it("of a secret vote has counts alone, and says why another majority was applied", async () => {
    const text = textOfHtml((await form())[item(2)]!);
    expect(text).toContain("Votim i fshehtë");
    expect(text).toContain("Pro: 4. Kundër: 0.");
    expect(text).toContain("Kryesuesi zbatoi këtë shumicë, sepse: Kështu e do rregullorja.");
    expect(text).toContain("Për këtë pikë nuk pati diskutime.");
    for (const { name } of session.members) expect(text).not.toContain(name);
  });

  it("says of an item that nobody reached that it was not discussed, and has the break and the closing", async () => {
    const fields = await form();
    expect(textOfHtml(fields[item(0)]!)).toBe("Pika nuk u shqyrtua në këtë mbledhje.");
    const text = textOfHtml(fields["part.closing"]!);
    expect(text).toContain("Mbledhja u ndërpre për pushim në orën 10:00 dhe rifilloi në orën 10:00.");
    expect(text).toContain("Mbledhja u mbyll në orën 10:00.");
    expect(textOfHtml(fields["part.agenda"]!)).toContain("mbledhja e miratoi në orën 10:00");
  });

  it("can be downloaded as it stands, marked as a draft, by whoever may see drafts", async () => {
    const docx = await auditor.get(`${desk}/projekti.docx`);
    expect(docx.headers.get("content-disposition")).toContain("procesverbal-projekt-");
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docx.arrayBuffer()) });
    expect(value).toContain("PROCESVERBAL (projekt)");
    expect(value).toContain("BASHKIA LISI");
    const english = `/en/admin/meetings/${session.id}/minutes/draft.pdf`;
    const pdf = await getDocumentProxy(new Uint8Array(await (await auditor.get(english)).arrayBuffer()));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(text).toContain("PROCESVERBAL (projekt)");
  });

  if (!hasLibreOffice)
    process.stderr.write("SKIPPED: minutes opened by LibreOffice; it needs soffice and pdftotext on the PATH\n");
  it.skipIf(!hasLibreOffice)(
    "opens in LibreOffice with its composition, roll call, votes and decisions, in Albanian letters",
    async () => {
      const docx = Buffer.from(await (await auditor.get(`${desk}/projekti.docx`)).arrayBuffer());
      const text = await textInLibreOffice(docx);
      for (const said of [
        "REPUBLIKA E SHQIPËRISË",
        "PROCESVERBAL (projekt)",
        "Përbërja",
        "gjithsej 7 anëtarë",
        "u përgjigjën 4 nga 7 anëtarë",
        `Munguan me arsye: ${member(fifth!).name}.`,
        `erdhi ${member(seventh!).name}`,
        "Buxheti i vitit 2026",
        "Pro: 4. Kundër: 1. Abstenim: 0.",
        `Kundër (1): ${member(fourth!).name}`,
        "Votim i fshehtë",
        "Pika u miratua.",
        "Mbledhja u mbyll në orën 10:00.",
        "Procesverbalin e mbajti",
      ])
        expect(text).toContain(said);
      expect(text).toMatch(/05\.03\.2026 1 ?\/ ?\d/);
      expect(text).not.toContain("\u{fffd}");
    },
    200_000,
  );
});

describe("What is typed", () => {
  it("is kept, cleaned of whatever acts", async () => {
    const fields = await form();
    const typed = { ...fields, "part.closing": "<p>Mbylli <script>alert(1)</script><b>kryetari</b>.</p>" };
    expect(done(await editor.post(desk, typed))).toBe(`${desk}?done=saved`);
    expect((await form())["part.closing"]).toBe("<p>Mbylli <strong>kryetari</strong>.</p>");
    expect(await page(editor)).toContain("E ndryshuar me dorë");
  });

  it("must not be empty, nor be about parts that are not there", async () => {
    const answer = await editor.post(desk, { ...(await form()), "part.title": "  ", "part.opening": "<p></p>" });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('href="#minutes-text-part-title"');
    expect(html).toContain('href="#minutes-text-part-opening"');
    const nowhere = await editor.post(desk, { "part.item-00000000-0000-4000-8000-000000000000": "Kot", do: "" });
    expect([nowhere.status, await nowhere.text()]).toEqual([422, expect.stringContaining("nuk ka një pjesë të tillë")]);
    expect(Object.keys(await form())).not.toContain("part.item-00000000-0000-4000-8000-000000000000");
    expect((await editor.post(desk, { do: "shpërtheje" })).status).toBe(422);
    expect((await editor.post(desk, { do: "take:nothing" })).status).toBe(422);
    expect((await editor.post(desk, { do: `take:nothing:${"x".repeat(43)}` })).status).toBe(409);
    expect((await editor.post(desk, { "part.opening": "x".repeat(200_001) })).status).toBe(422);
  });

  it("by two people at once goes together, and where both wrote the second is asked", async () => {
    const [one, two] = [await form(secretary), await form(editor)];
    done(await secretary.post(desk, { ...one, "part.secretary": "Fatos Lika", "part.chair": "Arta Dervishi" }));
    done(await editor.post(desk, { ...two, "part.number": "Nr. 3, datë 05.03.2026" }));
    expect(await form()).toMatchObject({ "part.secretary": "Fatos Lika", "part.number": "Nr. 3, datë 05.03.2026" });
    const refused = await editor.post(desk, { ...two, "part.chair": "Besnik Hoxha" });
    const html = await refused.text();
    expect([refused.status, html]).toEqual([
      422,
      expect.stringContaining("Ndërkohë dikush tjetër shkroi: “Arta Dervishi”"),
    ]);
    expect((await form())["part.chair"]).toBe("Arta Dervishi");
  });

  it("is kept while it is not saved, and offered to the same person alone", async () => {
    const edit = crypto.randomUUID();
    const keep = (visitor: Visitor, entityId = session.id) =>
      world.ask(visitor.council.host, `/api/v1/admin/minutes/${session.id}/edits/${edit}`, {
        method: "PUT",
        headers: { cookie: visitor.cookie!, "content-type": "application/json", "sec-fetch-site": "same-origin" },
        body: JSON.stringify({
          entity: "minutes",
          entityId,
          version: null,
          form: { "part.closing": "Ende pa ruajtur" },
        }),
      });
    expect((await keep(editor)).status).toBe(200);
    expect((await keep(editor, session.items[0])).status).toBe(404);
    expect((await keep(auditor)).status).toBe(403);
    const html = await page(editor);
    const href = new RegExp(`href="(${desk}\\?edit=[^"]+)"`).exec(html)![1]!;
    expect(fieldsOn(await (await editor.get(href)).text(), "minutes-text")["part.closing"]).toBe("Ende pa ruajtur");
    expect(await page(secretary)).not.toContain("?edit=");
    // Saved from another page, it still waits; saved itself, it does no more.
    done(await editor.post(desk, await form(editor)));
    expect(await page(editor)).toContain("?edit=");
    const kept = fieldsOn(await (await editor.get(href)).text(), "minutes-text");
    done(await editor.post(desk, { ...kept, "part.closing": (await form(editor))["part.closing"]! }));
    expect(await page(editor)).not.toContain("?edit=");
  });
});

describe("Drawn again", () => {
  it("the log's text comes by itself where nobody wrote, and beside it where somebody wrote at the same place", async () => {
    const before = await form();
    expect(await page(editor)).toContain("Projekti përputhet me ditarin");
    done(
      await editor.post(desk, {
        ...before,
        [item(2)]: before[item(2)]!.replace("Pika u miratua.", "Zgjedhja u bë me fletë."),
      }),
    );
    await world.lisi.db.write(async (tx) => {
      for (const at of [1, 2])
        await tx
          .updateTable("agenda_items")
          .set({ result_note: JSON.stringify({ sq: "Me një sqarim.", en: "With a note." }) })
          .where("id", "=", session.items[at]!)
          .execute();
    });
    expect(await page(editor)).toContain("ditari ose regjistri ka ndryshuar");
    expect(done(await editor.post(desk, { ...(await form()), do: "draw" }))).toContain("done=offered");
    const after = await form();
    expect(after[item(1)]).toContain("Me një sqarim.");
    expect(after[item(2)]).toContain("Zgjedhja u bë me fletë.");
    expect(after[item(2)]).not.toContain("Me një sqarim.");
    const html = await page(editor);
    expect(html).toContain("Ditari thotë tani diçka tjetër");
    expect(html).toContain("Me një sqarim.");
  });

  it("what was typed gives way only to whoever says so, and can be had back", async () => {
    const part = item(2).slice("part.".length);
    expect(done(await editor.post(desk, { ...(await form()), do: await button(`take:${part}`) }))).toContain(
      "done=take",
    );
    expect((await form())[item(2)]).toContain("Me një sqarim.");
    expect((await form())[item(2)]).not.toContain("me fletë");
    expect(await page(editor)).toContain("Teksti që ishte më parë");
    done(await editor.post(desk, { ...(await form()), do: await button(`back:${part}`) }));
    expect((await form())[item(2)]).toContain("Zgjedhja u bë me fletë.");
  });

  it("the log's other text can be left, and is not offered again until it changes", async () => {
    const part = item(2).slice("part.".length);
    await world.lisi.db.write((tx) =>
      tx
        .updateTable("agenda_items")
        .set({ result_note: JSON.stringify({ sq: "Me tre sqarime.", en: "With three notes." }) })
        .where("id", "=", session.items[2]!)
        .execute(),
    );
    expect(done(await editor.post(desk, { ...(await form()), do: "draw" }))).toContain("done=offered");
    done(await editor.post(desk, { ...(await form()), do: await button(`keep:${part}`) }));
    expect(done(await editor.post(desk, { ...(await form()), do: "draw" }))).toContain("done=drawn");
    expect(await page(editor)).not.toContain("Ditari thotë tani diçka tjetër");
  });
});

describe("What was typed at another place of the part", () => {
  it("stays, and the log's change comes into it", async () => {
    const before = await form();
    const said = before[item(1)]!.replace("[…]", "Kërkoi më shumë drita.");
    expect(said).not.toBe(before[item(1)]);
    done(await editor.post(desk, { ...before, [item(1)]: said }));
    await world.lisi.db.write((tx) =>
      tx
        .updateTable("agenda_items")
        .set({ result_note: JSON.stringify({ sq: "Me dy sqarime.", en: "With two notes." }) })
        .where("id", "=", session.items[1]!)
        .execute(),
    );
    expect(done(await editor.post(desk, { ...(await form()), do: "draw" }))).toContain("done=drawn");
    const after = (await form())[item(1)]!;
    expect(after).toContain("Kërkoi më shumë drita.");
    expect(after).toContain("Me dy sqarime.");
    expect(after).not.toContain("Me një sqarim.");
  });
});

describe("Acts of what was adopted", () => {
  it("are proposed under the next number, made when the secretary confirms, and their periods start", async () => {
    const html = await page(secretary);
    expect(html).toContain("Krijoni: Vendim 1/2026");
    expect(await (await secretary.get(`/en/admin/meetings/${session.id}/minutes`)).text()).toContain(
      "Make Decision 1/2026",
    );
    expect((await auditor.post(`${desk}/akti`, { item: session.items[1]!, number: "1" })).status).toBe(403);
    for (const wrong of [
      { item: "x", number: "1" },
      { item: session.items[1]!, number: "një" },
    ])
      expect((await secretary.post(`${desk}/akti`, wrong)).status).toBe(422);
    // Not adopted as a draft act.
    expect((await secretary.post(`${desk}/akti`, { item: session.items[2]!, number: "1" })).status).toBe(409);
    expect(done(await secretary.post(`${desk}/akti`, { item: session.items[1]!, number: "1" }))).toContain("done=act");
    const act = await world.lisi.db.read((tx) => tx.selectFrom("acts").selectAll().executeTakeFirstOrThrow());
    expect(act).toMatchObject({
      number: 1,
      series: "2026",
      state: "draft",
      adopted_on: "2026-03-05",
      agenda_item_id: session.items[1],
    });
    expect(act.body!.sq).toContain("VENDOSI");
    const deadlines = await world.lisi.db.read((tx) =>
      tx.selectFrom("deadlines").select(["rule", "starts_on"]).where("subject_id", "=", act.id).execute(),
    );
    expect(deadlines).toEqual([{ rule: "L17", starts_on: "2026-03-05" }]);
    expect((await secretary.post(`${desk}/akti`, { item: session.items[1]!, number: "2" })).status).toBe(409);
    expect(await page(secretary)).toContain("Vendim 1/2026");
  });

  it("are cited in the minutes once they are drawn again", async () => {
    done(await editor.post(desk, { ...(await form()), do: "draw" }));
    expect((await form())[item(1)]).toContain("Vendim nr. 1, datë 05.03.2026.");
  });
});

describe("Publishing", () => {
  it("waits until nothing is left open, and is for whoever may publish", async () => {
    expect((await editor.post(`${desk}/publikimi`)).status).toBe(403);
    const answer = await secretary.post(`${desk}/publikimi`);
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining("vende bosh")]);
    expect((await publishedPage(session.slug)).papers).toEqual([]);
  });

  it("asks first where the text speaks of persons, without repeating it", async () => {
    const fields = filled(await form());
    done(await secretary.post(desk, { ...fields, "part.closing": "<p>Foli banori me numër personal I05101999A.</p>" }));
    later(1);
    const answer = await secretary.post(`${desk}/publikimi`, await form(secretary, "minutes-publication"));
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain("Numër personal");
    expect(html).toContain(`href="${desk}#minutes-text-part-closing"`);
    done(await secretary.post(desk, { ...(await form()), "part.closing": fields["part.closing"]! }));
  });

  it("gives the public one PDF with text, title, language and page numbers, and keeps the DOCX as its original", async () => {
    const seen = await form(secretary, "minutes-publication");
    later(1);
    done(await editor.post(desk, { ...(await form()), "part.secretary": "Fatos Lika, sekretar" }));
    const unseen = await secretary.post(`${desk}/publikimi`, seen);
    expect([unseen.status, await unseen.text()]).toEqual([409, expect.stringContaining("Dikush e ndryshoi")]);
    later(1);
    // Whoever does not say which text they have read is asked, and the page that asks says it.
    const bare = await secretary.post(`${desk}/publikimi`);
    const asked = await bare.text();
    expect([bare.status, asked]).toEqual([409, expect.stringContaining("Nuk dihet cilin tekst")]);
    const english = await secretary.post(`/en/admin/meetings/${session.id}/minutes/publication`);
    expect(await english.text()).toContain("It is not known which text");
    const now = fieldsOn(asked, "minutes-publication");
    expect(done(await secretary.post(`${desk}/publikimi`, now))).toBe(`${desk}?done=published`);
    await world.catchUp();
    const { stage, papers: documents } = await publishedPage(session.slug);
    expect(stage).toBe("minutes_published");
    expect(documents).toEqual([
      expect.objectContaining({ role: "minutes", mediaType: "application/pdf", language: "sq" }),
    ]);
    const file = await world.lisi.get(documents[0]!.url);
    const pdf = await getDocumentProxy(new Uint8Array(await file.arrayBuffer()));
    const text = (await extractText(pdf, { mergePages: true })).text.replace(/\s+/g, " ");
    for (const said of [
      "REPUBLIKA E SHQIPËRISË",
      "PROCESVERBAL",
      "Këshillit",
      "Përbërja",
      "Pro (4):",
      "Ky procesverbal nuk është miratuar ende",
      `1 / ${pdf.numPages}`,
    ])
      expect(text).toContain(said);
    expect(text).not.toContain("(projekt)");
    expect((await getMeta(pdf)).info).toMatchObject({
      Title: "Procesverbal, Mbledhje e radhës e Këshillit, 05.03.2026",
      Language: "sq-AL",
    });
    const versions = await world.lisi.db.read((tx) =>
      tx
        .selectFrom("document_versions")
        .select(["version", "visibility", "file_name"])
        .where("document_id", "=", documents[0]!.id)
        .orderBy("visibility")
        .execute(),
    );
    expect(
      versions.map(({ version, visibility, file_name }) => [version, visibility, file_name.split(".").at(-1)]),
    ).toEqual([
      [1, "internal", "docx"],
      [1, "public", "pdf"],
    ]);
  });

  it("of the same text again is refused, and after the approval is a newer version of the same document", async () => {
    expect((await secretary.post(`${desk}/publikimi`)).status).toBe(409);
    later(1);
    const approval = await form(secretary, "minutes-approval");
    expect((await editor.post(`${desk}/miratimi`, approval)).status).toBe(403);
    const wrong = [
      { approvedOn: "2026-03-04", says: "para vetë mbledhjes" },
      { approvedOn: "2026-04-04", says: "në të ardhmen" },
      { approvedOn: "dje", says: "" },
    ];
    for (const { approvedOn, says } of wrong) {
      const answer = await secretary.post(`${desk}/miratimi`, { ...approval, approvedOn });
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(says)]);
    }
    expect((await secretary.post(`${desk}/miratimi`, { ...approval, approvedIn: session.id })).status).toBe(422);
    done(await secretary.post(`${desk}/miratimi`, { ...approval, approvedOn: "2026-03-05" }));
    expect(await page(secretary)).toContain("I ndryshuar pas publikimit");
    later(1);
    done(await secretary.post(`${desk}/publikimi`, await form(secretary, "minutes-publication")));
    await world.catchUp();
    const { papers: documents } = await publishedPage(session.slug);
    expect(documents).toEqual([expect.objectContaining({ role: "minutes", version: 2 })]);
    const pdf = await getDocumentProxy(new Uint8Array(await (await world.lisi.get(documents[0]!.url)).arrayBuffer()));
    expect((await extractText(pdf, { mergePages: true })).text).toContain("u miratua më datë 05.03.2026");
    expect(await page(secretary)).toContain("Publiku ka pikërisht këtë tekst.");
  });

  it("leaves a trace of who drew, changed, approved and published", async () => {
    const rows = await world.lisi.db.read((tx) =>
      tx
        .selectFrom("audit_log")
        .select("action")
        .where("subject_id", "=", session.id)
        .where("action", "like", "m%")
        .execute(),
    );
    const actions = new Set(rows.map(({ action }) => action));
    for (const action of ["minutes.drawn", "minutes.changed", "minutes.approved", "meeting.minutes_published"])
      expect(actions).toContain(action);
    const log = await (await secretary.get("/admin/auditi")).text();
    expect(log).toContain("u shënua miratimi i procesverbalit");
  });
});

describe("A meeting without a log", () => {
  it("gets a draft from the register, with everything that is not known left open", async () => {
    const { lisi } = world;
    const { body_id } = await lisi.db.read((tx) =>
      tx.selectFrom("meetings").select("body_id").where("id", "=", session.id).executeTakeFirstOrThrow(),
    );
    const held = {
      stage: "closed",
      announced_at: new Date("2026-02-01T09:00:00Z"),
      starts_at: new Date("2026-02-12T17:00:00Z"),
      members: 7,
      present: 5,
    } as const;
    const id = await addMeeting(lisi, body_id, "shkurt", held);
    await addItem(
      lisi,
      id,
      [1],
      { sq: "Raporti i policisë", en: "The police report" },
      { kind: "report", result: "noted" },
    );
    const path = `/admin/mbledhjet/${id}/procesverbali`;
    const before = await (await secretary.get(path)).text();
    expect(before).toContain("Kjo mbledhje nuk ka ditar të seancës");
    expect(before).toContain(
      "ora e hapjes; kush ishte i pranishëm; si u miratua rendi i ditës; kush e mori fjalën dhe çfarë tha; ora e mbylljes",
    );
    done(await secretary.post(`${path}/hartimi`));
    const fields = fieldsOn(await (await secretary.get(path)).text(), "minutes-text");
    expect(textOfHtml(fields["part.attendance"]!)).toContain(
      "Morën pjesë 5 nga 7 anëtarë. Kuorumi prej 4 anëtarësh u plotësua",
    );
    expect(textOfHtml(fields["part.closing"]!)).toContain("Mbledhja u mbyll në orën […].");
    expect(Object.values(fields).join()).toContain("Mbledhja e mori në dijeni.");
  });

  it("has its acts made in the order of the agenda, so that no number is left out", async () => {
    const { lisi } = world;
    const { id } = await lisi.db.read((tx) =>
      tx.selectFrom("meetings").select("id").where("slug", "=", "shkurt").executeTakeFirstOrThrow(),
    );
    const items: string[] = [];
    for (const [at, sq] of ["Për parkun", "Për tregun"].entries()) {
      const { id: draft } = await publishDraft(world, lisi, { title: { sq, en: sq }, protocolNumber: `7${at}` });
      const given = { kind: "draft_act", result: "adopted", draft_act_id: draft } as const;
      items.push(await addItem(lisi, id, [at + 2], { sq, en: sq }, given));
    }
    const path = `/admin/mbledhjet/${id}/procesverbali`;
    const html = await (await secretary.get(path)).text();
    expect(html).toContain("Krijoni: Vendim 2/2026");
    expect(html).toContain("Pas atij që vjen më parë: Vendim 3/2026");
    expect(html).not.toContain("Krijoni: Vendim 3/2026");
    const hasty = await secretary.post(`${path}/akti`, { item: items[1]!, number: "3" });
    expect(hasty.status).toBe(422);
    done(await secretary.post(`${path}/akti`, { item: items[0]!, number: "2" }));
    expect(await (await secretary.get(path)).text()).toContain("Krijoni: Vendim 3/2026");
  });

  it("is approved in a later meeting of its body, on that day unless another is said", async () => {
    const { id } = await world.lisi.db.read((tx) =>
      tx.selectFrom("meetings").select("id").where("slug", "=", "shkurt").executeTakeFirstOrThrow(),
    );
    const path = `/admin/mbledhjet/${id}/procesverbali`;
    const approval = fieldsOn(await (await secretary.get(path)).text(), "minutes-approval");
    done(await secretary.post(`${path}/miratimi`, { ...approval, approvedIn: session.id }));
    const other = { ...approval, approvedIn: "", approvedOn: "2026-03-01" };
    const asked = await secretary.post(`${path}/miratimi`, other);
    expect([asked.status, await asked.text()]).toEqual([422, expect.stringContaining("Ndërkohë dikush tjetër")]);
    const now = fieldsOn(await (await secretary.get(path)).text(), "minutes-approval");
    expect(now).toMatchObject({ approvedIn: session.id, approvedOn: "2026-03-05" });
    done(await secretary.post(`${path}/miratimi`, { ...now, approvedIn: "", approvedOn: "" }));
    expect(await (await secretary.get(path)).text()).not.toContain("Miratuar më");
  });

  it("that has not begun has none, nor has one that does not take place", async () => {
    const { lisi } = world;
    const { body_id } = await lisi.db.read((tx) =>
      tx.selectFrom("meetings").select("body_id").where("id", "=", session.id).executeTakeFirstOrThrow(),
    );
    const id = await addMeeting(lisi, body_id, "prill", {
      stage: "planned",
      starts_at: new Date("2026-04-12T17:00:00Z"),
    });
    const path = `/admin/mbledhjet/${id}/procesverbali`;
    expect(await (await secretary.get(path)).text()).toContain("Procesverbali hartohet pasi mbledhja të jetë hapur.");
    expect((await secretary.post(`${path}/hartimi`)).status).toBe(409);
  });
});

describe("The neighbouring council", () => {
  it("neither reads nor writes them by their address", async () => {
    const neighbour = await signedIn(world, world.krasta, ["secretary"]);
    for (const path of ["", "/projekti.docx", "/projekti.pdf"])
      expect((await neighbour.get(desk + path)).status, path).toBe(404);
    const sent: [string, Record<string, string>][] = [
      ["", { "part.title": "E imja" }],
      ["/hartimi", {}],
      ["/miratimi", { approvedOn: "2026-03-05" }],
      ["/publikimi", {}],
      ["/akti", { item: session.items[1]!, number: "2" }],
    ];
    for (const [path, fields] of sent) expect((await neighbour.post(desk + path, fields)).status, path).toBe(404);
    const seen = await world.krasta.db.read((tx) => tx.selectFrom("minutes_parts").select("name").execute());
    expect(seen).toEqual([]);
    expect((await form())["part.title"]).toBe("Mbledhje e radhës e Këshillit");
  });
});
