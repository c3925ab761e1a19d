import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { actInput, addCouncilBody } from "../../../tests/support/acts.ts";
import { storePdf } from "../../../tests/support/content.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { editableOf } from "./editables.ts";

let world: TestWorld;
let lisi: TestCouncil;
let secretary: Visitor;
let editor: Visitor;
let stranger: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  await addCouncilBody(lisi);
  await addCouncilBody(world.krasta);
  secretary = await signedIn(world, lisi, ["secretary"]);
  editor = await signedIn(world, lisi, ["editor"]);
  stranger = await signedIn(world, world.krasta, ["secretary"]);
});
afterAll(() => world.end());

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const idIn = (answer: Response) => /\/([0-9a-f-]{36})\?/.exec(answer.headers.get("location") ?? "")![1]!;

const newsForm = (title: string) => ({
  element: "V.1.1",
  "title.sq": title,
  "title.en": `${title} (en)`,
  date: "2026-03-02",
  "fields.topic": "budget",
});
const create = async (visitor: Visitor, title: string) =>
  idIn(await visitor.post("/admin/publikimet/i-ri?element=V.1.1", newsForm(title)));

describe("A secretary without script", () => {
  it("writes a news item, sees it as the public will, publishes it and finds it public", async () => {
    const register = await textOf(secretary.get("/admin/publikimet"));
    expect(register).toMatch(/href="\/admin\/publikimet\/i-ri\?element=V\.1\.1"[^>]*>Shtoni lajm</);
    const chooser = register.match(/<select id="only"[\s\S]*?<\/select>/)![0];
    const options = [...chooser.matchAll(/<option([^>]*)>(.*?)<\/option>/g)];
    expect(options[1]![1]).toContain('value="V.1.1"');
    const others = options.slice(2).map(([, , label]) => label!.replace(/<!--.*?-->/g, ""));
    expect(others).toEqual(others.toSorted((one, other) => one.localeCompare(other, "sq")));
    const form = await textOf(secretary.get("/admin/publikimet/i-ri?element=V.1.1"));
    expect(form).toContain("<h1>Publikim i ri</h1>");
    const made = await secretary.post("/admin/publikimet/i-ri?element=V.1.1", newsForm("Hapet rruga e re"));
    expect([made.status, made.headers.get("location")]).toEqual([303, expect.stringMatching(/\?done=created$/)]);
    const id = idIn(made);
    const page = await textOf(secretary.get(`/admin/publikimet/${id}?done=created`));
    expect(page).toContain("U krijua si draft.");
    expect(fieldsOn(page)).toMatchObject({
      "title.sq": "Hapet rruga e re",
      date: "2026-03-02",
      "fields.topic": "budget",
    });

    const preview = await secretary.get(`/admin/publikimet/${id}/parapamja`);
    expect([preview.status, preview.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await preview.text()).toContain("Parapamje: kështu do ta shohë publiku");
    expect((await lisi.get("/lajme/hapet-rruga-e-re")).status).toBe(404);

    const published = await secretary.post(`/admin/redaktimi/publication/${id}/botimi`, { at: "" });
    expect(published.headers.get("location")).toBe(`/admin/publikimet/${id}?done=published`);
    await world.catchUp();
    expect((await lisi.get("/lajme/hapet-rruga-e-re")).status).toBe(200);
    const list = await textOf(secretary.get("/admin/publikimet?q=rruga"));
    expect(list).toContain("Hapet rruga e re");
    expect(list).toMatch(/class="tag good[^"]*"[^>]*>(<!--.*?-->)?Publike/);
  });

  it("without a collection leads to where one is chosen, and what is sent so says what is missing", async () => {
    for (const [from, to] of [
      ["/admin/publikimet/i-ri", "/admin/publikimet#only"],
      ["/en/admin/publications/new?element=", "/en/admin/publications#only"],
      ["/admin/procedurat/i-ri", "/admin/procedurat#only"],
    ] as const) {
      const answer = await secretary.get(from);
      expect([answer.status, answer.headers.get("location")]).toEqual([303, to]);
      expect(await textOf(secretary.get(to.replace("#only", "")))).toContain('<select id="only"');
    }
    const { element: _, ...rest } = newsForm("Pa koleksion") as Record<string, string>;
    const sent = await secretary.post("/admin/publikimet/i-ri", rest);
    expect([sent.status, await sent.text()]).toEqual([
      422,
      expect.stringContaining("Zgjidhni më parë ku do të qëndrojë"),
    ]);
    expect((await secretary.get("/admin/publikimet/i-ri?element=IX.9")).status).toBe(404);
  });

  it("is told what is wrong, field by field, and keeps what was typed", async () => {
    const answer = await secretary.post("/admin/publikimet/i-ri?element=V.1.1", newsForm(" "));
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('<a href="#thing-title-sq">');
    const undated = await textOf(
      secretary.post("/admin/publikimet/i-ri?element=V.1.1", { ...newsForm("Pa datë"), date: "" }),
    );
    expect(undated).toContain('<a href="#thing-date">');
    expect(fieldsOn(html)).toMatchObject({ "title.en": "  (en)", "fields.topic": "budget" });
    expect(await textOf(secretary.post("/en/admin/publications/new?element=V.1.1", newsForm(" ")))).toContain(
      "Something is missing or wrong",
    );
  });

  it("adds a row, fills it in, and moves it", async () => {
    const typed = { "names.n1.new": "yes", colour: "#0b5b46", do: "add:names" };
    const more = fieldsOn(await textOf(secretary.post("/admin/partite/i-ri", typed)));
    const row = /^names\.(\w+)\.shortName$/.exec(Object.keys(more).find((key) => key.endsWith("shortName"))!)![1]!;
    expect(more.colour).toBe("#0b5b46");
    const sent = { ...more, [`names.${row}.name.sq`]: "Lista e Qytetit", [`names.${row}.shortName`]: "LQ" };
    expect((await secretary.post("/admin/partite/i-ri", sent)).status).toBe(303);
  });

  it("puts a draft into the bin and takes it out again", async () => {
    const id = await create(secretary, "Për në kosh");
    await secretary.post(`/admin/redaktimi/publication/${id}/koshi`);
    expect(await textOf(secretary.get("/admin/koshi"))).toContain("Për në kosh");
    expect(await textOf(secretary.get("/admin/publikimet?q=kosh"))).not.toContain("Për në kosh");
    // Its page says so, and offers nothing but the way out.
    const binned = await textOf(secretary.get(`/admin/publikimet/${id}`));
    expect(binned).toContain("Kjo gjendet në kosh që prej");
    expect(binned).toContain(`action="/admin/redaktimi/publication/${id}/kthimi-nga-koshi"`);
    expect(binned).not.toMatch(/redaktimi\/publication\/[^"]*\/(koshi|botimi|dergimi)"/);
    expect(await textOf(secretary.get(`/en/admin/publications/${id}`))).toContain("in the bin since");
    await secretary.post(`/admin/redaktimi/publication/${id}/kthimi-nga-koshi`);
    expect(await textOf(secretary.get(`/admin/publikimet/${id}`))).not.toContain("Kjo gjendet në kosh");
    expect(await textOf(secretary.get("/admin/publikimet?q=kosh"))).toContain("Për në kosh");
  });

  it("reads what each version changed, and makes an old one hold again", async () => {
    const id = await create(secretary, "Titulli i vjetër");
    const form = fieldsOn(await textOf(secretary.get(`/admin/publikimet/${id}`)));
    await secretary.post(`/admin/publikimet/${id}`, { ...form, "title.sq": "Titulli i ri" });
    const versions = await textOf(secretary.get(`/admin/publikimet/${id}/versionet`));
    expect(versions).toMatch(/Titulli \(shqip\)/);
    expect(versions).toMatch(/<del[^>]*>.*?\[hequr:\] <\/span>(<!--.*?-->)*vjetër/);
    expect(versions).toMatch(/<ins[^>]*>.*?\[shtuar:\] <\/span>(<!--.*?-->)*ri/);
    await secretary.post(`/admin/redaktimi/publication/${id}/versioni?n=1`);
    expect(fieldsOn(await textOf(secretary.get(`/admin/publikimet/${id}`)))["title.sq"]).toBe("Titulli i vjetër");
  });

  it("is asked in vain for the versions of what is another council’s, or no address of anything", async () => {
    const id = await create(secretary, "Me versione");
    const versionsOf = (who: Visitor, one: string) => who.get(`/api/v1/admin/editing/publication/${one}/versions`);
    expect((await (await versionsOf(secretary, id)).json()).items).toHaveLength(1);
    for (const [who, one] of [
      [stranger, id],
      [secretary, crypto.randomUUID()],
      [secretary, "versionet"],
    ] as const)
      expect((await versionsOf(who, one)).status, one).toBe(404);
  });
});

describe("What was just typed", () => {
  const step = (id: string, name: string) => `/admin/redaktimi/publication/${id}/${name}`;
  const opened = async (visitor: Visitor, title: string) => {
    const id = await create(visitor, title);
    return { id, form: fieldsOn(await textOf(visitor.get(`/admin/publikimet/${id}`))) };
  };

  it("is saved by the button that publishes, which belongs to the form", async () => {
    const { id, form } = await opened(secretary, "Para botimit");
    const page = await textOf(secretary.get(`/admin/publikimet/${id}`));
    expect(page).toMatch(new RegExp(`<button[^>]*form="thing"[^>]*formaction="${step(id, "botimi")}"`));
    expect(page).toMatch(/<input[^>]*id="step-publish-at"[^>]*form="thing"/);
    const done = await secretary.post(step(id, "botimi"), { ...form, "title.sq": "E shkruar tani", at: "" });
    expect(done.headers.get("location")).toBe(`/admin/publikimet/${id}?done=published`);
    await world.catchUp();
    expect(await textOf(lisi.get("/lajme/e-shkruar-tani"))).toContain("E shkruar tani");
    expect(await textOf(secretary.get(`/admin/publikimet/${id}/versionet`))).toMatch(/<ins[^>]*>/);
  });

  it("is shown again with its errors when it is refused, and nothing is published", async () => {
    const { id, form } = await opened(secretary, "Mbetet draft");
    const wrong = await secretary.post(step(id, "botimi"), { ...form, "title.sq": "", "body.sq": "Teksti im", at: "" });
    const html = await wrong.text();
    expect([wrong.status, fieldsOn(html)["body.sq"]]).toEqual([422, "Teksti im"]);
    expect(html).toContain('<a href="#thing-title-sq">');
    const early = await secretary.post(step(id, "botimi"), { ...form, "title.sq": "E re", at: "2026-99-99T10:00" });
    const again = await early.text();
    expect([early.status, fieldsOn(again)["title.sq"]]).toEqual([422, "E re"]);
    expect(again).toContain('<a href="#step-publish-at">');
    // A year that was mistyped would be public at once, and no time is set by whoever sets it in the past.
    const past = await secretary.post(step(id, "botimi"), { ...form, "title.sq": "E re", at: "2025-04-01T10:00" });
    expect([past.status, await past.text()]).toEqual([422, expect.stringContaining("Kjo kohë ka kaluar")]);
    expect(fieldsOn(await textOf(secretary.get(`/admin/publikimet/${id}`)))["title.sq"]).toBe("Mbetet draft");
    expect((await lisi.get("/lajme/mbetet-draft")).status).toBe(404);
  });

  it("goes over nobody's change: who changed the same field chooses first, and nothing is published", async () => {
    const { id, form } = await opened(secretary, "Dy veta");
    await editor.post(`/admin/publikimet/${id}`, { ...form, "title.sq": "E tjetrit" });
    const asked = await secretary.post(step(id, "botimi"), { ...form, "title.sq": "E imja", at: "" });
    expect(asked.status).toBe(409);
    expect(await asked.text()).toContain("Dikush tjetër e ka ndryshuar ndërkohë");
    expect((await lisi.get("/lajme/dy-veta")).status).toBe(404);
  });

  it("keeps its time and its word beside the form where two changed the same: what is then chosen is done at that time", async () => {
    const { id, form } = await opened(secretary, "Koha mbahet");
    await editor.post(`/admin/publikimet/${id}`, { ...form, "title.sq": "E tjetrit" });
    const asked = await secretary.post(step(id, "botimi"), { ...form, "title.sq": "E imja", at: "2026-04-01T10:00" });
    expect(asked.status).toBe(409);
    const html = await asked.text();
    const at = /<input[^>]*id="step-publish-at"[^>]*value="([^"]*)"/.exec(html)?.[1] ?? "";
    const choice = { ...fieldsOn(html), "choose.title.sq": "theirs", at };
    const done = await secretary.post(step(id, "botimi"), choice);
    expect(done.headers.get("location")).toBe(`/admin/publikimet/${id}?done=scheduled`);

    const other = await opened(editor, "Fjala mbahet");
    await secretary.post(`/admin/publikimet/${other.id}`, { ...other.form, "title.sq": "E sekretares" });
    const typed = { ...other.form, "title.sq": "E redaktorit", note: "Shihe, të lutem" };
    const note = /<textarea[^>]*id="step-submit-note"[^>]*>Shihe, të lutem/;
    for (const path of [step(other.id, "dergimi"), `/admin/publikimet/${other.id}`])
      expect(await textOf(editor.post(path, typed)), path).toMatch(note);
    const missing = await editor.post(`/admin/publikimet/${other.id}`, { ...typed, "title.sq": "" });
    expect([missing.status, await missing.text()]).toEqual([422, expect.stringMatching(note)]);
  });

  it("for later is taken back without a reason, which nobody would read; what is public is not", async () => {
    const { id, form } = await opened(secretary, "Për më vonë");
    await secretary.post(step(id, "botimi"), { ...form, at: "2026-04-01T10:00" });
    const html = await textOf(secretary.get(`/admin/publikimet/${id}`));
    expect(html).toContain(step(id, "terheqja"));
    expect(html).not.toContain('name="reason.sq"');
    const back = await secretary.post(step(id, "terheqja"), fieldsOn(html));
    expect(back.headers.get("location")).toBe(`/admin/publikimet/${id}?done=withdrawn`);
    const draft = await textOf(secretary.get(`/admin/publikimet/${id}`));
    expect((await secretary.post(step(id, "botimi"), { ...fieldsOn(draft), at: "" })).status).toBe(303);
    const shown = await textOf(secretary.get(`/admin/publikimet/${id}`));
    expect(shown).toContain('name="reason.sq"');
    expect((await secretary.post(step(id, "terheqja"), fieldsOn(shown))).status).toBe(422);
  });

  it("says so where it was published already, by whomever", async () => {
    const { id } = await opened(secretary, "Dy herë");
    expect((await secretary.post(step(id, "botimi"), {})).status).toBe(303);
    const twice = await secretary.post(step(id, "botimi"), {});
    const html = await twice.text();
    expect(twice.status).toBe(409);
    expect(html).toMatch(/<div[^>]*class="problem" role="alert"[^>]*><h2[^>]*>[^<]{5}/);
    // The way to the other language leads to a page.
    const english =
      /<a[^>]*href="(\/en\/admin\/[^"]*)"[^>]*hreflang="en"|<a[^>]*hreflang="en"[^>]*href="(\/en\/admin\/[^"]*)"/.exec(
        html,
      )!;
    expect((await secretary.get((english[1] ?? english[2])!)).status).toBe(200);
  });

  it("is saved but not published where another has changed something else meanwhile: that is seen first", async () => {
    const { id, form } = await opened(secretary, "Botim i vjetruar");
    const path = `/admin/publikimet/${id}`;
    const byEditor = { "title.en": "By another", "body.sq": "Teksti i tjetrit" };
    expect((await editor.post(path, { ...form, ...byEditor })).status).toBe(303);
    const typed = { ...form, "title.sq": "E imja", at: "2026-04-01T10:00" };
    const asked = await secretary.post(step(id, "botimi"), typed);
    const html = (await asked.text()).replaceAll(/<!--.*?-->/g, "");
    expect(asked.status).toBe(409);
    expect(html).toContain("Nuk u publikua ende: dikush tjetër e ka ndryshuar ndërkohë");
    expect(html).toMatch(/<a href="#thing-title-en">Titulli \(anglisht\)<\/a>: By another/);
    expect(html).toMatch(/<a href="#thing-body-sq">Teksti<\/a>: Teksti i tjetrit/);
    expect(html).toMatch(/id="step-publish-at"[^>]*value="2026-04-01T10:00"/);
    const again = fieldsOn(html);
    expect(again).toMatchObject({ ...byEditor, "title.sq": "E imja" });
    expect(again.version).not.toBe(form.version);
    // Both are saved, and nothing of it is public.
    expect(fieldsOn(await textOf(editor.get(path)))).toMatchObject({ ...byEditor, "title.sq": "E imja" });
    await world.catchUp();
    expect((await lisi.get("/lajme/e-imja")).status).toBe(404);

    // A third change before the second press is seen as well, in English too.
    await editor.post(path, { ...again, "title.en": "By another, again" });
    const english = await secretary.post(`/en/admin/editing/publication/${id}/publish`, { ...again, at: "" });
    const second = await english.text();
    expect([english.status, second.includes("Not published yet")]).toEqual([409, true]);
    expect((await stranger.post(step(id, "botimi"), { ...again, at: "" })).status).toBe(404);
    const done = await secretary.post(step(id, "botimi"), { ...fieldsOn(second), at: "" });
    expect(done.headers.get("location")).toBe(`${path}?done=published`);
    await world.catchUp();
    expect(await textOf(lisi.get("/lajme/e-imja"))).toContain("Teksti i tjetrit");
  });

  it("is saved but not handed over for approval either, before what another has written meanwhile was seen", async () => {
    const { id, form } = await opened(editor, "Miratim i vjetruar");
    await secretary.post(`/admin/publikimet/${id}`, { ...form, "body.sq": "Teksti i sekretares" });
    const typed = { ...form, "title.sq": "Nga redaktori", note: "Shihe, të lutem" };
    const asked = await editor.post(step(id, "dergimi"), typed);
    const html = (await asked.text()).replaceAll(/<!--.*?-->/g, "");
    expect(asked.status).toBe(409);
    expect(html).toContain("Nuk u dërgua ende për miratim: dikush tjetër e ka ndryshuar ndërkohë");
    expect(html).toMatch(/<a href="#thing-body-sq">Teksti<\/a>: Teksti i sekretares/);
    expect(html).toMatch(/<textarea[^>]*id="step-submit-note"[^>]*>Shihe, të lutem/);
    expect(await textOf(editor.get("/admin/miratimet"))).not.toContain("Nga redaktori");
    expect(await textOf(editor.get("/en/admin/approvals"))).not.toContain("Nga redaktori");
    const done = await editor.post(step(id, "dergimi"), fieldsOn(html));
    expect(done.headers.get("location")).toBe(`/admin/publikimet/${id}?done=submitted`);
    expect(await textOf(secretary.get("/admin/miratimet"))).toContain("Nga redaktori");
  });

  it("is handed over by the editor, and stays when persons are named in it", async () => {
    const { id, form } = await opened(editor, "Për miratim");
    await editor.post(step(id, "dergimi"), { ...form, "title.sq": "Gati për miratim", note: "" });
    expect(await textOf(secretary.get("/admin/miratimet"))).toContain("Gati për miratim");
    const now = fieldsOn(await textOf(secretary.get(`/admin/publikimet/${id}`)));
    const stopped = await secretary.post(step(id, "botimi"), { ...now, "body.sq": "Numri J01231118R.", at: "" });
    const html = await stopped.text();
    expect([stopped.status, fieldsOn(html)["body.sq"]]).toEqual([409, "Numri J01231118R."]);
    expect(html).toMatch(/<input[^>]*form="thing"[^>]*name="persons"/);
    expect((await stranger.post(step(id, "botimi"), { ...now, at: "" })).status).toBe(404);
  });
});

describe("Withdrawing", () => {
  const step = (id: string, name: string) => `/admin/redaktimi/publication/${id}/${name}`;
  const published = async (title: string) => {
    const id = await create(secretary, title);
    await secretary.post(step(id, "botimi"));
    return { id, form: fieldsOn(await textOf(secretary.get(`/admin/publikimet/${id}`))) };
  };
  const reason = { "reason.sq": "U botua gabimisht.", "reason.en": "" };
  const stored = async (id: string) => (await lisi.db.read((tx) => editableOf("publication").find(tx, id)))!;

  it("is done whatever stands in the form, and what was typed is found again", async () => {
    const { id, form } = await published("Tërhiqet menjëherë");
    const page = await textOf(secretary.get(`/admin/publikimet/${id}`));
    expect(page).toContain("Ajo që keni shkruar pa e ruajtur nuk humbet");
    expect(page).not.toContain("Më parë ruhet ajo që është në formular.");
    expect(await textOf(secretary.get(`/en/admin/publications/${id}`))).toContain("not saved is not lost");
    const typed = { ...form, "title.sq": "", "body.sq": "Gjysmë fjalie" };
    const done = await secretary.post(step(id, "terheqja"), { ...typed, ...reason });
    expect(done.headers.get("location")).toBe(`/admin/publikimet/${id}?done=withdrawn`);
    const { standing, input } = await stored(id);
    expect([standing!.state, (input.title as { sq: string }).sq]).toEqual(["withdrawn", "Tërhiqet menjëherë"]);
    await world.catchUp();
    expect((await lisi.get("/lajme/terhiqet-menjehere")).status).toBe(410);

    const after = await textOf(secretary.get(`/admin/publikimet/${id}`));
    expect(after).toContain("E tërhequr: publiku nuk e sheh më.");
    expect(after).not.toContain("Bëhet publike më");
    const left = /href="([^"]*\?edit=[^"]*)"/.exec(after)![1]!;
    const again = fieldsOn(await textOf(secretary.get(left)));
    expect(again).toMatchObject({ "title.sq": "", "body.sq": "Gjysmë fjalie", version: form.version });
    expect(await textOf(editor.get(`/admin/publikimet/${id}`))).not.toContain("?edit=");
  });

  it("is done also where the form does not say from which version it was made, and keeps what was typed", async () => {
    for (const version of ["x", "x".repeat(44), "ë".repeat(43)]) {
      const { id, form } = await published(`Version i prishur ${version.length} ${version[0]}`);
      const typed = { ...form, version, "title.sq": "", ...reason };
      const done = await secretary.post(step(id, "terheqja"), typed);
      expect([done.status, done.headers.get("location")]).toEqual([303, `/admin/publikimet/${id}?done=withdrawn`]);
      expect((await stored(id)).standing!.state).toBe("withdrawn");
      const left = /href="([^"]*\?edit=[^"]*)"/.exec(await textOf(secretary.get(`/admin/publikimet/${id}`)))![1]!;
      const opened = await secretary.get(left);
      expect([opened.status, fieldsOn(await textOf(opened))["title.sq"]]).toEqual([200, ""]);
    }
  });

  it("leaves no unsaved form where nothing was typed, and saves nothing that was", async () => {
    const { id, form } = await published("Pa ndryshime");
    await secretary.post(step(id, "terheqja"), { ...form, ...reason });
    expect(await textOf(secretary.get(`/admin/publikimet/${id}`))).not.toContain("?edit=");

    const other = await published("Me ndryshime");
    await secretary.post(step(other.id, "terheqja"), { ...other.form, "title.sq": "E re", ...reason });
    expect((await stored(other.id)).input.title).toMatchObject({ sq: "Me ndryshime" });
    expect(await textOf(secretary.get(`/admin/publikimet/${other.id}`))).toContain("?edit=");
  });

  it("without its reason is refused with all that was typed, and is nothing for the neighbour or an editor", async () => {
    const { id, form } = await published("Pa arsye");
    const typed = { ...form, "title.sq": "E shkruar", "reason.sq": "", "reason.en": "" };
    const refused = await secretary.post(step(id, "terheqja"), typed);
    const html = await refused.text();
    expect([refused.status, fieldsOn(html)["title.sq"]]).toEqual([422, "E shkruar"]);
    expect(html).toContain('<a href="#step-withdraw-reason-sq">');
    expect((await stranger.post(step(id, "terheqja"), { ...typed, ...reason })).status).toBe(404);
    expect((await editor.post(step(id, "terheqja"), { ...typed, ...reason })).status).toBe(403);
    expect((await stored(id)).standing!.state).toBe("published");
  });
});

describe("What a form is refused for", () => {
  const summaryOf = (html: string) =>
    [...html.replaceAll(/<!--.*?-->/g, "").matchAll(/<a href="(#[\w-]+)">([^<]*)<\/a>/g)]
      .filter(([, , words]) => words!.includes(": "))
      .map(([, href, words]) => [href, words]);

  it("names each field as its label does, above the form, and leads to it", async () => {
    const refused = await secretary.post("/admin/publikimet/i-ri?element=V.1.1", newsForm(""));
    expect([refused.status, summaryOf(await refused.text())]).toEqual([
      422,
      [["#thing-title-sq", "Titulli në shqip: Kjo fushë është e detyrueshme."]],
    ]);
    const meeting = await secretary.post("/en/admin/meetings/new", { kind: "ordinary", bodyId: "", day: "", time: "" });
    const named = summaryOf(await meeting.text());
    expect(meeting.status).toBe(422);
    expect(named).toEqual([
      ["#particulars-bodyId", "Body: This is required."],
      ["#particulars-day", "Day: This is required."],
      ["#particulars-time", "Begins at: This is required."],
    ]);
  });
});

describe("The preview of a form", () => {
  it("that is not complete names the fields by their labels, and where the text stands", async () => {
    for (const [path, title, label, where] of [
      [
        "/admin/redaktimi/publication/parapamja",
        "Parapamja nuk mund të shfaqet ende",
        "Titulli (shqip)",
        "në skedën tjetër",
      ],
      ["/en/admin/editing/publication/preview", "There is no preview yet", "Title (Albanian)", "in the other tab"],
    ] as const) {
      const answer = await secretary.post(path, newsForm(""));
      const html = (await answer.text()).replaceAll(/<!--.*?-->/g, "");
      expect(answer.status).toBe(422);
      for (const words of [title, label, where]) expect(html).toContain(words);
    }
  });
});

describe("Two editors of one act", () => {
  it("who changed the same field: the second chooses in the form, and saves the choice", async () => {
    const { id } = await lisi.db.write(async (tx) => ({
      id: await editableOf("act").create(tx, { actor: { kind: "system", name: "test" }, now: world.clock.now() }, {
        ...(await actInput(tx)),
        documents: [],
        relations: [],
      } as never),
    }));
    const path = `/admin/aktet/${id}`;
    const [one, other] = [fieldsOn(await textOf(secretary.get(path))), fieldsOn(await textOf(editor.get(path)))];
    await secretary.post(path, { ...one, "summary.sq": "E sekretares", subject: "budget" });
    const asked = await editor.post(path, { ...other, "summary.sq": "E redaktorit" });
    expect(asked.status).toBe(409);
    const html = await asked.text();
    expect(html).toContain("Dikush tjetër e ka ndryshuar ndërkohë");
    expect(html).toContain("Përmbledhja (shqip)");
    const again = fieldsOn(html);
    expect(again).toMatchObject({ "summary.sq": "E redaktorit", subject: "budget", "choose.summary.sq": "mine" });
    const saved = await editor.post(path, { ...again, "choose.summary.sq": "theirs" });
    expect(saved.status).toBe(303);
    expect(fieldsOn(await textOf(editor.get(path)))).toMatchObject({ "summary.sq": "E sekretares", subject: "budget" });
  });
});

describe("A form for something new that is sent twice", () => {
  const count = async (title: string) =>
    (await lisi.db.read((tx) => tx.selectFrom("publications").select("title").execute())).filter(
      (one) => one.title.sq === title,
    ).length;

  it("makes one thing, also at once; gone back to and written anew it makes another", async () => {
    const path = "/admin/publikimet/i-ri?element=V.1.1";
    const fields = { ...fieldsOn(await textOf(secretary.get(path))), ...newsForm("Dy herë e dërguar") };
    const twice = await Promise.all([secretary.post(path, fields), secretary.post(path, fields)]);
    const third = await secretary.post(path, fields);
    const places = [...twice, third].map(({ status, headers }) => [status, headers.get("location")]);
    expect(new Set(places.map(String)).size).toBe(1);
    expect(places[0]![0]).toBe(303);
    expect(await count("Dy herë e dërguar")).toBe(1);

    const other = await secretary.post(path, { ...fields, "title.sq": "Tjetra" });
    expect(other.headers.get("location")).not.toBe(places[0]![1]);
    expect([await count("Dy herë e dërguar"), await count("Tjetra")]).toEqual([1, 1]);

    // The neighbouring council's form of the same name is theirs.
    const theirs = await stranger.post(path, fields);
    expect(theirs.status).toBe(303);
    expect(theirs.headers.get("location")).not.toBe(places[0]![1]);
    expect(await count("Dy herë e dërguar")).toBe(1);

    const fresh = { ...fieldsOn(await textOf(secretary.get(path))), ...newsForm("Dy herë e dërguar") };
    expect((await secretary.post(path, fresh)).status).toBe(303);
    expect(await count("Dy herë e dërguar")).toBe(2);
  });
});

describe("A choice of the other's text", () => {
  const clashing = async (title: string) => {
    const path = `/admin/publikimet/${await create(secretary, title)}`;
    const [one, other] = [fieldsOn(await textOf(secretary.get(path))), fieldsOn(await textOf(editor.get(path)))];
    expect((await secretary.post(path, { ...one, "title.sq": "E sekretares" })).status).toBe(303);
    const asked = await editor.post(path, { ...other, "title.sq": "E redaktorit", "title.en": "Mine" });
    expect(asked.status).toBe(409);
    return { path, again: fieldsOn(await asked.text()) };
  };

  it("holds also where something else than saving is pressed first", async () => {
    const { path, again } = await clashing("Zgjedhja mbahet");
    const added = await editor.post(path, { ...again, "choose.title.sq": "theirs", do: "add:documents" });
    const then = fieldsOn(await added.text());
    expect(then["title.sq"]).toBe("E sekretares");
    expect((await editor.post(path, then)).status).toBe(303);
    expect(fieldsOn(await textOf(editor.get(path)))["title.sq"]).toBe("E sekretares");
    const seen = { ...again, id: path.split("/").at(-1)!, "choose.title.sq": "theirs" };
    expect(await textOf(editor.post("/admin/redaktimi/publication/parapamja", seen))).toContain("E sekretares");
  });

  it("can still be made where something else than saving was pressed, or the form was refused for something else", async () => {
    const { path, again } = await clashing("Zgjedhja mbetet");
    const id = path.split("/").at(-1)!;
    for (const [to, fields, status] of [
      [path, { do: "add:documents" }, 200],
      [path, { do: "open:documents" }, 200],
      [path, { "title.en": "x".repeat(20_000) }, 422],
      [`/admin/redaktimi/publication/${id}/dergimi`, { "fields.topic": "" }, 422],
    ] as const) {
      const answer = await editor.post(to, { ...again, ...fields });
      const html = await answer.text();
      const then = fieldsOn(html);
      expect([to, answer.status, then["title.sq"]]).toEqual([to, status, "E redaktorit"]);
      expect(html).toContain("E tjetrit: E sekretares");
      // Only what was asked about, though the other title differs too.
      expect(Object.keys(then).filter((name) => name.startsWith("choose."))).toEqual(["choose.title.sq"]);
    }
    const then = fieldsOn(await textOf(editor.post(path, { ...again, do: "add:documents" })));
    expect((await editor.post(path, { ...then, "choose.title.sq": "theirs" })).status).toBe(303);
    expect(fieldsOn(await textOf(editor.get(path)))).toMatchObject({
      ...{ "title.sq": "E sekretares", "title.en": "Mine" },
    });
  });

  it("is one of a place that the form has: nothing is made for any other", async () => {
    const { path, again } = await clashing("Zgjedhja e sajuar");
    for (const name of ["tags.length", "tags.1000000", "tags", "__proto__.x", "documents.r99999.title", "a.b.c"]) {
      const answer = await editor.post(path, { ...again, [`choose.${name}`]: "theirs", do: "open:documents" });
      expect([name, answer.status]).toEqual([name, 200]);
      expect((await answer.text()).length).toBeLessThan(400_000);
    }
    const saved = await editor.post(path, { ...again, "choose.tags.length": "theirs", "choose.title.sq": "theirs" });
    expect(saved.status).toBe(303);
  });
});

describe("Whoever was refused and presses again", () => {
  const formAt = async (visitor: Visitor, path: string) => fieldsOn(await textOf(visitor.get(path)));
  const opened = async (title: string) => {
    const path = `/admin/publikimet/${await create(secretary, title)}`;
    return { path, mine: await formAt(secretary, path) };
  };
  const byAnother = async (path: string, changes: Record<string, string>) => {
    const done = await editor.post(path, { ...(await formAt(editor, path)), ...changes });
    expect(done.status).toBe(303);
  };

  it("goes over nothing that was saved in between and was not on the form: three saves, and each is seen", async () => {
    const { path, mine } = await opened("Tri ruajtje");
    await byAnother(path, { "title.sq": "E dyta" });
    const asked = await secretary.post(path, { ...mine, "title.sq": "E imja" });
    expect(asked.status).toBe(409);
    const first = fieldsOn(await asked.text());

    await byAnother(path, { "title.sq": "E treta", "body.sq": "Teksti i tjetrit" });
    const again = await secretary.post(path, { ...first, "choose.title.sq": "mine" });
    expect(again.status).toBe(409);
    const html = await again.text();
    expect(html).toContain("E treta");
    expect((await formAt(secretary, path))["title.sq"]).toBe("E treta");

    const second = fieldsOn(html);
    expect(second).toMatchObject({ "title.sq": "E imja", "body.sq": "Teksti i tjetrit" });
    expect((await secretary.post(path, { ...second, "choose.title.sq": "mine" })).status).toBe(303);
    expect(await formAt(secretary, path)).toMatchObject({ "title.sq": "E imja", "body.sq": "Teksti i tjetrit" });
  });

  it("and left the place to the other, leaves it to the newest too", async () => {
    const { path, mine } = await opened("Ia lë tjetrit");
    await byAnother(path, { "title.sq": "E dyta" });
    const first = fieldsOn(await textOf(secretary.post(path, { ...mine, "title.sq": "E imja" })));
    await byAnother(path, { "title.sq": "E treta" });
    const done = await secretary.post(path, { ...first, "choose.title.sq": "theirs" });
    expect(done.headers.get("location")).toMatch(/done=merged$/);
    expect((await formAt(secretary, path))["title.sq"]).toBe("E treta");
  });

  it("after something was missing in the form, keeps what another has saved meanwhile", async () => {
    const { path, mine } = await opened("Mungon data");
    await byAnother(path, { "title.sq": "Titulli i tjetrit" });
    const refused = await secretary.post(path, { ...mine, date: "", "body.sq": "Teksti im" });
    expect(refused.status).toBe(422);
    const again = { ...fieldsOn(await refused.text()), date: mine.date! };
    expect((await secretary.post(path, again)).headers.get("location")).toMatch(/done=merged$/);
    expect(await formAt(secretary, path)).toMatchObject({ "title.sq": "Titulli i tjetrit", "body.sq": "Teksti im" });
  });

  it("after looking at persons, after a step too early and after a row more without script, likewise", async () => {
    const { path, mine } = await opened("Njoftim publik");
    const step = path.replace("/admin/publikimet", "/admin/redaktimi/publication");
    await byAnother(path, { "title.sq": "Titulli i tjetrit" });
    const at = "2026-99-99T10:00";
    const early = fieldsOn(await textOf(secretary.post(`${step}/botimi`, { ...mine, at })));
    expect(early["title.sq"]).toBe("Titulli i tjetrit");
    const refused = await secretary.post(`${step}/botimi`, { ...early, at });
    expect([refused.status, fieldsOn(await refused.text()).version]).toEqual([422, early.version]);
    const more = fieldsOn(await textOf(secretary.post(path, { ...mine, do: "add:documents" })));
    expect(more.version).toBe(mine.version);

    await secretary.post(`${step}/botimi`);
    const body = { "body.sq": "Numri J01231118R." };
    const stopped = await secretary.post(path, { ...mine, ...body });
    expect(stopped.status).toBe(409);
    const html = await stopped.text();
    const persons = /name="persons" value="([\w-]{43})"/.exec(html)![1]!;
    expect((await secretary.post(path, { ...fieldsOn(html), persons })).headers.get("location")).toMatch(/merged$/);
    expect(await formAt(secretary, path)).toMatchObject({ "title.sq": "Titulli i tjetrit", ...body });
  });
});

describe("An editor", () => {
  it("prepares and submits, and does not publish", async () => {
    const id = await create(editor, "Nga redaktori");
    expect((await editor.post(`/admin/redaktimi/publication/${id}/botimi`, { at: "" })).status).toBe(403);
    const page = await textOf(editor.get(`/admin/publikimet/${id}`));
    expect(page).toContain(`/admin/redaktimi/publication/${id}/dergimi`);
    expect(page).not.toContain(`/admin/redaktimi/publication/${id}/botimi`);
    await editor.post(`/admin/redaktimi/publication/${id}/dergimi`, { note: "Gati." });
    expect(await textOf(secretary.get(`/admin/publikimet/${id}`))).toContain("Arta editor e dërgoi për miratim");
    await secretary.post(`/admin/redaktimi/publication/${id}/kthimi`, { note: "Mungon data." });
    expect(await textOf(editor.get(`/admin/publikimet/${id}`))).toContain("Arta secretary e ktheu: Mungon data.");
  });

  it("finds a form again that was left unsaved, alone", async () => {
    const id = await create(editor, "I lënë përgjysmë");
    const form = { "title.sq": "Gjysma tjetër", element: "V.1.1" };
    const kept = await world.ask(lisi.host, `/api/v1/admin/editing/edits/${crypto.randomUUID()}`, {
      method: "PUT",
      headers: { cookie: editor.cookie!, "sec-fetch-site": "same-origin", "content-type": "application/json" },
      body: JSON.stringify({ entity: "publication", entityId: id, version: null, form }),
    });
    expect(kept.status).toBe(200);
    const page = await textOf(editor.get(`/admin/publikimet/${id}`));
    expect(page).toContain("Keni një formular të paruajtur");
    const opened = /href="([^"]*\?edit=[^"]*)"/.exec(page)![1]!;
    expect(fieldsOn(await textOf(editor.get(opened)))["title.sq"]).toBe("Gjysma tjetër");
    expect(await textOf(secretary.get(`/admin/publikimet/${id}`))).not.toContain("Keni një formular");
  });

  it("has on two pages of one thing two forms, and saving the one leaves the other", async () => {
    const id = await create(editor, "Në dy skeda");
    const path = `/admin/publikimet/${id}`;
    const formOf = async (visitor: Visitor, at: string) => fieldsOn(await textOf(visitor.get(at)));
    const keep = (edit: string, form: Record<string, string>) =>
      world.ask(lisi.host, `/api/v1/admin/editing/edits/${edit}`, {
        method: "PUT",
        headers: { cookie: editor.cookie!, "sec-fetch-site": "same-origin", "content-type": "application/json" },
        body: JSON.stringify({
          ...{ entity: "publication", entityId: id, version: form.version, form },
          tab: { id: form.tab, seen: null },
        }),
      });
    const opensTab = async (): Promise<Record<string, string>> => ({
      ...(await formOf(editor, path)),
      tab: crypto.randomUUID(),
    });
    const [one, two] = [await opensTab(), await opensTab()];
    expect((await keep(one.edit!, { ...one, "title.sq": "E para" })).status).toBe(200);
    expect((await keep(two.edit!, { ...two, "title.en": "The second" })).status).toBe(200);
    expect((await editor.post(path, { ...one, "title.sq": "E para" })).status).toBe(303);
    const page = await textOf(editor.get(path));
    expect([page.includes(`?edit=${one.edit}`), page.includes(`?edit=${two.edit}`)]).toEqual([false, true]);
    const left = await formOf(editor, `${path}?edit=${two.edit}`);
    expect((await editor.post(path, { ...left, version: two.version! })).headers.get("location")).toMatch(/merged$/);
    expect(await formOf(editor, path)).toMatchObject({ "title.sq": "E para", "title.en": "The second" });
    // A form that was refused is still kept under its own name.
    const refused = await editor.post(path, { ...(await formOf(editor, path)), "title.sq": "", edit: one.edit! });
    expect(fieldsOn(await refused.text()).edit).toBe(one.edit);
  });
});

describe("Of one form that is open on two pages", () => {
  const fresh = "/admin/publikimet/i-ri?element=V.1.1";
  const formOf = async (at: string) => fieldsOn(await textOf(secretary.get(at)));
  /** One page goes on typing, and what it has is kept. */
  const keep = async (entityId: string | null, form: Record<string, string>, tab: string) => {
    world.clock.moveTo(new Date(world.clock.now().getTime() + 1_000));
    const answer = await world.ask(lisi.host, `/api/v1/admin/editing/edits/${form.edit}`, {
      method: "PUT",
      headers: { cookie: secretary.cookie!, "sec-fetch-site": "same-origin", "content-type": "application/json" },
      body: JSON.stringify({
        ...{ entity: "publication", entityId, version: form.version || null, form },
        tab: { id: tab, seen: form.kept || null },
      }),
    });
    return answer.status;
  };
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
  const more = "Dhe një orë punë në skedën tjetër";

  it("for something new, the one that is sent leaves what the other has kept since", async () => {
    const form: Record<string, string> = { ...(await formOf(fresh)), ...newsForm("Dy skeda") };
    expect(await keep(null, form, one)).toBe(200);
    const opened = `${fresh}&edit=${form.edit}`;
    const second = { ...(await formOf(opened)), date: "2026-03-02", "fields.topic": "budget" };
    expect(await keep(null, { ...form, "body.sq": more }, one)).toBe(200);
    expect((await secretary.post(opened, second)).status).toBe(303);
    expect((await formOf(opened))["body.sq"]).toBe(more);
    // Its own is not offered again.
    const own = { ...(await formOf(opened)), date: "2026-03-02", "fields.topic": "budget" };
    expect((await secretary.post(opened, own)).status).toBe(303);
    expect((await formOf(opened))["body.sq"]).toBe("");
  });

  it("withdrawing on the one keeps what is typed there beside what the other has kept", async () => {
    const id = await create(secretary, "Tërheqja me dy skeda");
    await secretary.post(`/admin/redaktimi/publication/${id}/botimi`);
    const path = `/admin/publikimet/${id}`;
    const form = await formOf(path);
    expect(await keep(id, { ...form, "body.sq": "Fillimi" }, one)).toBe(200);
    const second = await formOf(`${path}?edit=${form.edit}`);
    expect(await keep(id, { ...form, "body.sq": more }, one)).toBe(200);
    const typed = { ...second, "title.sq": "Vetëm titulli", "reason.sq": "U botua gabimisht." };
    const done = await secretary.post(`/admin/redaktimi/publication/${id}/terheqja`, typed);
    expect(done.headers.get("location")).toBe(`${path}?done=withdrawn`);
    const left = [...(await textOf(secretary.get(path))).matchAll(/href="([^"]*\?edit=[^"]*)"/g)].map(
      ([, href]) => href!,
    );
    const texts = await Promise.all(left.map(async (href) => (await formOf(href))["body.sq"]));
    expect(texts.toSorted()).toEqual([more, "Fillimi"].toSorted());
  });

  it("what was on its way from it when it was saved, or comes without its name, is kept no more", async () => {
    const id = await create(secretary, "Ruajtja dhe ajo që vonon");
    const path = `/admin/publikimet/${id}`;
    const form: Record<string, string> = { ...(await formOf(path)), tab: one };
    expect(await keep(id, { ...form, "body.sq": "Fillimi" }, one)).toBe(200);
    const nameless = await world.ask(lisi.host, `/api/v1/admin/editing/edits/${form.edit}`, {
      method: "PUT",
      headers: { cookie: secretary.cookie!, "sec-fetch-site": "same-origin", "content-type": "application/json" },
      body: JSON.stringify({ entity: "publication", entityId: id, version: null, form: { "body.sq": "Tjetër" } }),
    });
    expect([nameless.status, await nameless.json()]).toMatchObject([409, { code: "editing.kept_elsewhere" }]);
    expect((await secretary.post(path, { ...form, "body.sq": "E gjitha" })).status).toBe(303);
    expect(await keep(id, { ...form, "body.sq": "Fillimi" }, one)).toBe(409);
    expect(await textOf(secretary.get(path))).not.toContain("?edit=");
    // The same of something new, of which nothing had arrived before it was created.
    const made: Record<string, string> = { ...(await formOf(fresh)), ...newsForm("E re dhe e vonuar"), tab: other };
    expect((await secretary.post(fresh, made)).status).toBe(303);
    expect(await keep(null, made, other)).toBe(409);
    expect((await formOf(`${fresh}&edit=${made.edit}`))["title.sq"]).toBe("");
  });

  it("the one that was refused does not go over what the other has kept since", async () => {
    const id = await create(secretary, "Refuzimi me dy skeda");
    const path = `/admin/publikimet/${id}`;
    const form = await formOf(path);
    expect(await keep(id, { ...form, "body.sq": "Fillimi" }, one)).toBe(200);
    const second = await formOf(`${path}?edit=${form.edit}`);
    expect(await keep(id, { ...form, "body.sq": more }, one)).toBe(200);
    const refused = fieldsOn(await textOf(secretary.post(path, { ...second, "title.sq": "" })));
    expect(refused.edit).toBe(form.edit);
    expect(await keep(id, { ...refused, "title.sq": "Pas refuzimit" }, other)).toBe(409);
    expect((await formOf(`${path}?edit=${form.edit}`))["body.sq"]).toBe(more);
    // The page that has kept it goes on with it after a refusal.
    const own = fieldsOn(await textOf(secretary.post(path, { ...form, tab: one, "title.sq": "" })));
    expect(await keep(id, { ...own, "title.sq": "Vazhdon" }, crypto.randomUUID())).toBe(200);
  });
});

describe("Whoever is not meant to", () => {
  it("be here finds nothing of the neighbour's, whatever is asked", async () => {
    const id = await create(secretary, "Vetëm në Lisi");
    for (const path of ["", "/versionet", "/parapamja"])
      expect((await stranger.get(`/admin/publikimet/${id}${path}`)).status).toBe(404);
    for (const step of ["botimi", "terheqja", "koshi", "dergimi", "versioni?n=1"])
      expect((await stranger.post(`/admin/redaktimi/publication/${id}/${step}`, { "reason.sq": "x" })).status).toBe(
        404,
      );
    expect((await stranger.post(`/admin/publikimet/${id}`, newsForm("E imja"))).status).toBe(404);
    expect(await textOf(stranger.get("/admin/publikimet"))).not.toContain("Vetëm në Lisi");
  });

  it("send from another site is refused, and so is a form larger than any", async () => {
    const crossed = await secretary.post("/admin/partite/i-ri", {}, { "sec-fetch-site": "cross-site" });
    expect(crossed.status).toBe(403);
    const huge = await secretary.post("/admin/publikimet/i-ri?element=V.1.1", {
      ...newsForm("E madhe"),
      "body.sq": "a".repeat(5_000_000),
    });
    const words = await huge.text();
    expect(huge.status).toBe(413);
    expect(words).toContain("më e madhe se 4 MB");
    expect(words).toContain("Kthehuni mbrapa me shfletues: ajo që shkruat është ende aty.");
    const long = await secretary.post("/admin/publikimet/i-ri?element=V.1.1", {
      ...newsForm("E gjatë"),
      "body.sq": "a".repeat(200_001),
    });
    expect([long.status, (await long.text()).includes('href="#thing-body-sq"')]).toEqual([422, true]);
  });

  it("write script gets it back as text, and readers never see it", async () => {
    const title = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
    const id = await create(secretary, title);
    const html = await textOf(secretary.get(`/admin/publikimet/${id}`));
    // Between the quotes of an attribute it is text already.
    expect(html.replaceAll(/="[^"]*"/g, "")).not.toMatch(/<script>alert|<img src=x/);
    expect(fieldsOn(html)["title.sq"]).toBe(title);
  });
});

describe("Where the council has one person prepare and another approve, what is public", () => {
  const wantsApproval = (approval: boolean) =>
    lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval }).execute());
  let id: string;
  let form: Record<string, string>;
  beforeAll(async () => {
    id = await create(editor, "Publike tashmë");
    await secretary.post(`/admin/redaktimi/publication/${id}/botimi`);
    form = fieldsOn(await textOf(editor.get(`/admin/publikimet/${id}`)));
    await wantsApproval(true);
  });
  afterAll(() => wantsApproval(false));
  const titleNow = async () => {
    const { input } = (await lisi.db.read((tx) => editableOf("publication").find(tx, id)))!;
    return (input.title as { sq: string }).sq;
  };

  it("is not changed by an editor, on no way, and the page offers nothing that would be refused", async () => {
    const page = await textOf(editor.get(`/admin/publikimet/${id}`));
    expect(page).toContain("Ju propozoni një ndryshim: publiku e lexon pasi ta ruajë kush ka të drejtë të publikojë.");
    // What has no state is public as soon as it is there: there is nothing yet that could be proposed to be changed.
    const fresh = await textOf(editor.get("/admin/partite/i-ri"));
    expect(fresh).toContain("Kjo është publike: ndryshimet i ruan kush ka të drejtë të publikojë.");
    expect(page).not.toContain(">Ruani</button></p>");
    const answer = await editor.post(`/admin/publikimet/${id}`, { ...form, "title.sq": "Ndryshuar" });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("e ndryshon kush ka të drejtë të publikojë");
    const sent = await world.ask(lisi.host, `/api/v1/admin/editing/publication/${id}`, {
      method: "PUT",
      headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", cookie: editor.cookie! },
      body: JSON.stringify({ version: form.version, input: {} }),
    });
    expect([sent.status, (await sent.json()).code]).toEqual([403, "editing.changed_by_publishers"]);
    expect((await editor.post(`/admin/redaktimi/publication/${id}/versioni?n=1`)).status).toBe(403);
    expect((await editor.post("/admin/partite/i-ri", { "name.sq": "Partia", "name.en": "" })).status).toBe(403);
    expect(await titleNow()).toBe("Publike tashmë");
  });

  it("comes back to the editor who had it open as a draft, with the reason and all that was typed", async () => {
    const typed = { ...form, "title.sq": "Dy orë punë", "body.sq": "Teksti i gjatë", note: "Fjala ime" };
    for (const [path, reason] of [
      [`/admin/publikimet/${id}`, "e ndryshon kush ka të drejtë të publikojë"],
      [`/en/admin/publications/${id}`, "it is changed by whoever may publish"],
      [`/admin/redaktimi/publication/${id}/dergimi`, "e ndryshon kush ka të drejtë të publikojë"],
    ] as const) {
      const answer = await editor.post(path, typed);
      const html = await answer.text();
      expect([path, answer.status]).toEqual([path, 403]);
      expect(html).toMatch(new RegExp(`<div[^>]*class="problem" role="alert"[^>]*><h2[^>]*>[^<]*${reason}`));
      expect(fieldsOn(html)).toMatchObject({ "title.sq": "Dy orë punë", "body.sq": "Teksti i gjatë", edit: form.edit });
      // The word beside it has no step any more that would take it.
      if (path.endsWith("dergimi")) expect(html).toMatch(/<textarea[^>]*readonly[^>]*>Fjala ime</);
    }
    expect(await titleNow()).toBe("Publike tashmë");
  });

  it("has no other file from an editor, in whatever letters it is named", async () => {
    const { id: documentId } = await storePdf(world, lisi, "Publike");
    await lisi.db.write((tx) =>
      tx.updateTable("documents").set({ public_from: world.clock.now() }).where("id", "=", documentId).execute(),
    );
    const finish = (named: string, as: string) =>
      world.ask(lisi.host, `/api/v1/admin/uploads/${crypto.randomUUID()}/finish`, {
        method: "POST",
        headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", cookie: editor.cookie! },
        body: JSON.stringify({ as, documentId: named }),
      });
    for (const named of [documentId, documentId.toUpperCase()])
      for (const as of ["version", "redacted"]) expect((await finish(named, as)).status, `${as} ${named}`).toBe(403);
    expect((await finish("asnjë", "version")).status).toBe(422);
  });

  it("is changed by whoever may publish, and drafts by editors as ever", async () => {
    expect((await secretary.post(`/admin/publikimet/${id}`, { ...form, "title.sq": "Ndryshuar" })).status).toBe(303);
    expect(await titleNow()).toBe("Ndryshuar");
    const draft = await create(editor, "Ende draft");
    const own = fieldsOn(await textOf(editor.get(`/admin/publikimet/${draft}`)));
    expect((await editor.post(`/admin/publikimet/${draft}`, { ...own, "title.sq": "Draft" })).status).toBe(303);
  });
});
