import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { link, signedIn, type Visitor, visitorOf } from "../../../tests/support/accounts.ts";
import { chamberOf } from "../../../tests/support/chamber.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { visitTo } from "../../../tests/support/operators.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";

/** The world stands at 05.03.2026, 10:00. */
let world: TestWorld;
let lisi: TestCouncil;
let editor: Visitor;
let second: Visitor;
let publisher: Visitor;
let auditor: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  [editor, second, publisher, auditor] = await Promise.all([
    signedIn(world, lisi, ["editor"]),
    signedIn(world, lisi, ["editor"], "dyte@lisi.example"),
    signedIn(world, lisi, ["publisher"]),
    signedIn(world, lisi, ["auditor"]),
  ]);
  await setApproval(true);
});
afterAll(() => world.end());

const setApproval = (approval: boolean) =>
  lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval }).execute());
const textOf = async (answer: Response | Promise<Response>) =>
  (await (await answer).text()).replaceAll(/<!--.*?-->/g, "");
const placeOf = (id: string) => `/admin/publikimet/${id}`;
const step = (id: string, what: string, entity = "publication") => `/admin/redaktimi/${entity}/${id}/${what}`;
const formOf = async (visitor: Visitor, path: string) => fieldsOn(await textOf(visitor.get(path)), "thing");
const stored = (id: string) =>
  lisi.db.read((tx) => tx.selectFrom("publications").selectAll().where("id", "=", id).executeTakeFirstOrThrow());
const proposed = (id: string) =>
  lisi.db.read((tx) => tx.selectFrom("proposals").selectAll().where("entity_id", "=", id).execute());

let count = 0;
/** News that the public reads. */
async function news(): Promise<string> {
  count += 1;
  const form = { element: "V.1.1", "title.sq": `Lajmi ${count}`, date: "2026-03-02", "fields.topic": "budget" };
  const made = await editor.post("/admin/publikimet/i-ri?element=V.1.1", { ...form, "summary.sq": "Si ishte." });
  const id = /\/([0-9a-f-]{36})\?/.exec(made.headers.get("location") ?? "")![1]!;
  expect((await editor.post(step(id, "dergimi"), { note: "" })).status).toBe(303);
  expect((await publisher.post(step(id, "botimi"), { at: "" })).status).toBe(303);
  return id;
}
const propose = async (visitor: Visitor, id: string, fields: Record<string, string>) =>
  visitor.post(step(id, "propozimi"), { ...(await formOf(visitor, placeOf(id))), ...fields });
/** As the page of it has the form. */
const giveBack = async (visitor: Visitor, id: string, note: string) =>
  visitor.post(step(id, "kthimi-i-propozimit"), { note, proposal: (await proposed(id))[0]?.version ?? "" });
const opened = (id: string) => `${placeOf(id)}?proposal=yes`;

describe("A change of what is public, where the council wants two persons", () => {
  it("is proposed by whoever may not save it, waits, and is public once another has seen and saved it", async () => {
    const id = await news();
    const title = (await stored(id)).title.sq;
    const page = await textOf(editor.get(placeOf(id)));
    expect(page).toContain(`formaction="${step(id, "propozimi")}"`);
    expect(page).toContain("Ju propozoni një ndryshim");
    const sent = await propose(editor, id, { "summary.sq": "Si bëhet.", note: "Ju lutem." });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `${placeOf(id)}?done=proposed`]);
    expect((await stored(id)).summary).toMatchObject({ sq: "Si ishte." });

    // Whoever proposed it goes on from it, and reads what they wrote to whoever lets it in.
    expect(await formOf(editor, placeOf(id))).toMatchObject({ "summary.sq": "Si bëhet.", note: "Ju lutem." });
    for (const path of ["/admin", "/admin/miratimet"]) {
      const list = await textOf(publisher.get(path));
      expect(list, path).toContain(title);
      expect(list, path).toContain(`href="${opened(id)}"`);
    }
    expect(await textOf(publisher.get("/en/admin/approvals"))).toContain("Look at the change");

    const seen = await textOf(publisher.get(placeOf(id)));
    expect(/Arta editor e propozoi këtë ndryshim më [^<]*/.exec(seen)?.[0]).toBe(
      "Arta editor e propozoi këtë ndryshim më 05.03.2026, 10:00. “Ju lutem.”",
    );
    expect(seen).toMatch(/<del.*?ishte<\/del>.*?bëhet<\/ins>/);
    expect(fieldsOn(seen, "thing")).toMatchObject({ "summary.sq": "Si ishte." });
    const saved = await publisher.post(placeOf(id), await formOf(publisher, opened(id)));
    expect([saved.status, saved.headers.get("location")]).toEqual([303, `${placeOf(id)}?done=saved`]);
    expect((await stored(id)).summary).toMatchObject({ sq: "Si bëhet." });
    expect(await proposed(id)).toEqual([]);
    expect(await textOf(publisher.get("/admin/miratimet"))).not.toContain(title);

    const actions = await lisi.db.read((tx) =>
      tx
        .selectFrom("audit_log")
        .select(["action", "actor", "before", "after"])
        .where("subject_id", "=", id)
        .orderBy("id")
        .execute(),
    );
    expect(actions.map(({ action }) => action).slice(-3)).toEqual([
      "publication.proposed",
      "publication.changed",
      "publication.proposal_accepted",
    ]);
    expect(actions.at(-3)).toMatchObject({
      actor: { name: "Arta editor" },
      before: { summary: { sq: "Si ishte." } },
      after: { summary: { sq: "Si bëhet." }, note: "Ju lutem." },
    });
  });

  it("is given back with a word, which is required, and sent again", async () => {
    const id = await news();
    await propose(editor, id, { "summary.sq": "Më shkurt." });
    const bare = await giveBack(publisher, id, " ");
    expect([bare.status, await bare.text()]).toEqual([
      422,
      expect.stringContaining('href="#step-proposal-return-note"'),
    ]);
    expect((await giveBack(second, id, "Jo.")).status).toBe(403);
    const done = await giveBack(publisher, id, "Shkruajeni edhe anglisht.");
    expect(done.headers.get("location")).toBe(`${placeOf(id)}?done=proposal_returned`);
    expect((await giveBack(publisher, id, "Përsëri.")).status).toBe(409);
    const page = await textOf(editor.get(placeOf(id)));
    expect(page).toContain("Shkruajeni edhe anglisht.");
    expect(fieldsOn(page, "thing")).toMatchObject({ "summary.sq": "Më shkurt." });
    expect(await textOf(publisher.get("/admin"))).not.toContain(opened(id));
    await propose(editor, id, { "title.en": "News", "summary.en": "Shorter." });
    expect(await textOf(publisher.get("/admin"))).toContain(opened(id));
    expect(await proposed(id)).toMatchObject([
      { returned_at: null, input: { summary: { en: "Shorter.", sq: "Më shkurt." } } },
    ]);
    expect((await giveBack(editor, id, "")).headers.get("location")).toBe(`${placeOf(id)}?done=proposal_taken_back`);
    expect(await proposed(id)).toEqual([]);
    expect((await giveBack(editor, id, "")).status).toBe(409);
  });

  it("that says what is public already is nothing", async () => {
    const id = await news();
    const none = await propose(editor, id, {});
    expect(none.headers.get("location")).toBe(`${placeOf(id)}?done=unchanged`);
    await propose(editor, id, { "summary.sq": "Tjetër." });
    await propose(editor, id, { "summary.sq": "Si ishte." });
    expect(await proposed(id)).toEqual([]);
  });

  it("is refused as its form would be, with all that was typed", async () => {
    const id = await news();
    const refused = await propose(editor, id, { "title.sq": "", "summary.sq": "E shkruar.", note: "Fjalë." });
    const page = await textOf(refused);
    expect([refused.status, page]).toEqual([422, expect.stringContaining('href="#thing-title-sq"')]);
    expect(fieldsOn(page, "thing")).toMatchObject({ "summary.sq": "E shkruar.", note: "Fjalë." });
    const long = await propose(editor, id, { "summary.sq": "E shkruar.", note: "x".repeat(1_001) });
    expect([long.status, await textOf(long)]).toEqual([422, expect.stringContaining('href="#thing-note"')]);
    // The feature's own rules too: a term of no collection.
    const wrong = await propose(editor, id, { "fields.topic": "nuk-ekziston" });
    expect(wrong.status).toBe(422);
    expect(await proposed(id)).toEqual([]);
  });

  it("is worked on by several: the second goes on from the first, and is asked where both wrote in one place", async () => {
    const id = await news();
    const early = await formOf(second, placeOf(id));
    await propose(editor, id, { "summary.sq": "E para." });
    expect(await formOf(second, placeOf(id))).toMatchObject({ "summary.sq": "E para." });
    const asked = await second.post(step(id, "propozimi"), { ...early, "summary.sq": "E dyta." });
    const page = await textOf(asked);
    expect([asked.status, page]).toEqual([409, expect.stringContaining("E tjetrit: E para.")]);
    const chosen = { ...fieldsOn(page, "thing"), "choose.summary.sq": "theirs", "title.sq": "Titull i ri" };
    expect((await second.post(step(id, "propozimi"), chosen)).status).toBe(303);
    expect(await proposed(id)).toMatchObject([
      { proposed_name: "Arta editor", input: { title: { sq: "Titull i ri" }, summary: { sq: "E para." } } },
    ]);
  });

  it("is not asked about where nobody, or only the other, has written since the form was opened", async () => {
    const id = await news();
    await propose(editor, id, { "summary.sq": "E para." });
    const [one, other] = [await formOf(editor, placeOf(id)), await formOf(second, placeOf(id))];
    expect((await editor.post(step(id, "propozimi"), { ...one, "title.en": "News" })).status).toBe(303);
    await publisher.post(placeOf(id), { ...(await formOf(publisher, placeOf(id))), "summary.en": "As it was." });
    expect((await second.post(step(id, "propozimi"), { ...other, "title.sq": "Titull" })).status).toBe(303);
    expect(await proposed(id)).toMatchObject([
      { input: { title: { sq: "Titull", en: "News" }, summary: { sq: "E para.", en: "As it was." } } },
    ]);
  });

  it("stays whose it is: who adds nothing makes it none of theirs, and who adds something is named too", async () => {
    const id = await news();
    await propose(editor, id, { "summary.sq": "E para.", note: "Fjala ime." });
    const same = await propose(second, id, {});
    expect(same.headers.get("location")).toBe(`${placeOf(id)}?done=unchanged`);
    const [before] = await proposed(id);
    expect(before).toMatchObject({ proposed_name: "Arta editor", note: "Fjala ime." });
    await lisi.db.write((tx) =>
      tx.updateTable("accounts").set({ name: "Besa Dyta" }).where("email", "=", "dyte@lisi.example").execute(),
    );
    await propose(second, id, { "title.sq": "Titull", note: "Edhe titulli." });
    expect(await proposed(id)).toMatchObject([
      {
        ...{ proposed_by: before!.proposed_by, proposed_name: "Arta editor, Besa Dyta" },
        note: "Fjala ime.\nBesa Dyta: Edhe titulli.",
      },
    ]);
    expect((await giveBack(second, id, "Jo.")).status).toBe(403);
    await lisi.db.write((tx) =>
      tx.updateTable("accounts").set({ name: "Arta editor" }).where("email", "=", "dyte@lisi.example").execute(),
    );
  });

  it("leaves its trace when it is emptied, and is given back only as it was seen", async () => {
    const id = await news();
    await propose(editor, id, { "summary.sq": "E para." });
    const seen = fieldsOn(await textOf(publisher.get(placeOf(id))), "step-proposal-return");
    await propose(editor, id, { "title.sq": "Më vonë" });
    const back = step(id, "kthimi-i-propozimit");
    const refused = await publisher.post(back, { ...seen, note: "Për të vjetrën." });
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining("Ndërkohë u propozua diçka tjetër"),
    ]);
    expect(await proposed(id)).toMatchObject([{ returned_at: null }]);
    const { title, summary } = await stored(id);
    await propose(editor, id, { "title.sq": title.sq, "summary.sq": summary!.sq });
    expect(await proposed(id)).toEqual([]);
    const { action } = await lisi.db.read((tx) =>
      tx
        .selectFrom("audit_log")
        .select("action")
        .where("subject_id", "=", id)
        .orderBy("id", "desc")
        .executeTakeFirstOrThrow(),
    );
    expect(action).toBe("publication.proposal_taken_back");
  });

  it("is shown with where its links lead, with every letter, and with what was chosen by its name", async () => {
    const id = await news();
    const now = await formOf(publisher, placeOf(id));
    await publisher.post(placeOf(id), {
      ...now,
      "body.sq": '<p>Shihni <a href="https://bashkia.example/">këtu</a>.</p>',
    });
    const { title } = await stored(id);
    await propose(editor, id, {
      ...{ "body.sq": '<p>Shihni <a href="https://tjeter.example/">këtu</a>.</p>', "fields.topic": "services" },
      "title.sq": `${title.sq} <falas>`,
    });
    const page = await textOf(publisher.get(placeOf(id)));
    const section = (/<section[^>]*class="proposal".*?<\/section>/s.exec(page)?.[0] ?? "").replaceAll(/<[^>]*>/g, " ");
    for (const words of ["tjeter", "bashkia", "&lt;falas"]) expect(section).toContain(words);
    expect(section).not.toContain("services");
    expect(section).not.toContain("budget");
  });

  it("stays the proposal while files are put on its form without script", async () => {
    const id = await news();
    await propose(editor, id, { "summary.sq": "E propozuar." });
    const form = await formOf(publisher, opened(id));
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...form, do: "upload:documents" })) body.append(name, value);
    body.append("files", new File(["a,b\n1,2\n"], "Tabela.csv", { type: "text/csv" }));
    const answer = await world.ask(lisi.host, "/admin/redaktimi/publication/ngarkimi", {
      method: "POST",
      headers: { cookie: publisher.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" },
      body,
    });
    expect(answer.status).toBe(200);
    expect(fieldsOn(await answer.text(), "thing").proposal).toBe(form.proposal);
  });

  it("is the only way of one who may not save what waits for its time", async () => {
    const id = await news();
    await publisher.post(step(id, "terheqja"), { "reason.sq": "Gabim." });
    await editor.post(step(id, "dergimi"), { note: "" });
    expect((await publisher.post(step(id, "botimi"), { at: "2026-03-09T10:00" })).status).toBe(303);
    const page = await textOf(editor.get(placeOf(id)));
    expect(page).toContain(step(id, "propozimi"));
    expect(page).not.toContain(step(id, "dergimi"));
  });

  it("keeps what was changed since; where both wrote in one place whoever lets it in chooses", async () => {
    const id = await news();
    await propose(editor, id, { "summary.sq": "E propozuar.", "fields.topic": "services" });
    const now = await formOf(publisher, placeOf(id));
    await publisher.post(placeOf(id), { ...now, "summary.sq": "Ndërkohë.", "title.sq": "Titull tjetër" });
    const page = await textOf(publisher.get(opened(id)));
    expect(page).toContain("Propozohet: E propozuar.");
    expect(page).toContain("Si qëndron tani: Ndërkohë.");
    const form = fieldsOn(page, "thing");
    expect(form).toMatchObject({ "title.sq": "Titull tjetër", "fields.topic": "services" });
    const saved = await publisher.post(placeOf(id), { ...form, "choose.summary.sq": "theirs" });
    expect(saved.status).toBe(303);
    expect(await stored(id)).toMatchObject({
      ...{ title: { sq: "Titull tjetër" }, summary: { sq: "Ndërkohë." } },
    });
    expect(await proposed(id)).toEqual([]);
  });

  it("that was changed after it was opened stays, and waits on", async () => {
    const id = await news();
    await propose(editor, id, { "summary.sq": "E para." });
    const form = await formOf(publisher, opened(id));
    await propose(editor, id, { "title.sq": "Më vonë" });
    expect((await publisher.post(placeOf(id), form)).status).toBe(303);
    expect((await stored(id)).summary).toMatchObject({ sq: "E para." });
    expect(await proposed(id)).toMatchObject([{ input: { title: { sq: "Më vonë" } } }]);
    expect(await textOf(publisher.get(placeOf(id)))).toMatch(/vonë<\/ins>/);
  });

  it("asks about persons before the public reads it, and is still the proposal afterwards", async () => {
    const id = await news();
    await propose(editor, id, { "summary.sq": "Personi me numër personal J12345678W merr ndihmë." });
    const asked = await publisher.post(placeOf(id), await formOf(publisher, opened(id)));
    const page = await textOf(asked);
    expect(asked.status).toBe(409);
    const again = fieldsOn(page, "thing");
    expect(again.proposal).toMatch(/^[\w-]{43}$/);
    await publisher.post(placeOf(id), { ...again, "summary.sq": "Një person merr ndihmë." });
    expect((await stored(id)).summary).toMatchObject({ sq: "Një person merr ndihmë." });
    expect(await proposed(id)).toEqual([]);
  });

  it("is not lost when it is withdrawn meanwhile: whoever edits it saves it then", async () => {
    const id = await news();
    await propose(editor, id, { "summary.sq": "E propozuar." });
    const late = await formOf(editor, placeOf(id));
    await publisher.post(step(id, "terheqja"), { "reason.sq": "Gabim." });
    const refused = await editor.post(step(id, "propozimi"), { ...late, "summary.sq": "E vonë." });
    const page = await textOf(refused);
    expect([refused.status, page]).toEqual([409, expect.stringContaining("Këtë tani mund ta ruani vetë")]);
    expect(fieldsOn(page, "thing")).toMatchObject({ "summary.sq": "E vonë." });
    expect(await textOf(editor.get(placeOf(id)))).toContain(`href="${opened(id)}"`);
    expect((await editor.post(placeOf(id), await formOf(editor, opened(id)))).status).toBe(303);
    expect((await stored(id)).summary).toMatchObject({ sq: "E propozuar." });
    expect(await proposed(id)).toEqual([]);
  });

  it("is seen by an auditor, who does nothing with it, and by nobody of another council", async () => {
    const id = await news();
    await propose(editor, id, { "summary.sq": "E propozuar." });
    const page = await textOf(auditor.get(placeOf(id)));
    expect(page).toContain("Ndryshim i propozuar");
    expect(page).not.toContain("kthimi-i-propozimit");
    const neighbour = await signedIn(world, world.krasta, ["secretary"]);
    for (const what of ["propozimi", "kthimi-i-propozimit"])
      expect([404, 409]).toContain((await neighbour.post(step(id, what), { note: "x" })).status);
    expect(await proposed(id)).toHaveLength(1);
  });

  it("is none of those who run the portal", async () => {
    const id = await news();
    const visitor = visitorOf(world, lisi);
    visitor.cookie = `session=${await visitTo(world, lisi)}`;
    expect(await textOf(visitor.get(placeOf(id)))).not.toContain(step(id, "propozimi"));
    expect((await visitor.post(step(id, "propozimi"), await formOf(visitor, placeOf(id)))).status).toBe(403);
  });
});

it("A councillor proposes what is to stand on the page of their own, and nothing else of it", async () => {
  const { id } = await chamberOf(world, lisi).person("Teuta Marku");
  const councillor = await signedIn(world, lisi, ["councillor"]);
  await link(world, lisi, councillor.email, id);
  const place = `/admin/njerezit/${id}`;
  const form = await formOf(councillor, place);
  const sent = await councillor.post(step(id, "propozimi", "person"), {
    ...form,
    "cv.sq": "Mësuese.",
    name: "Kryetarja",
  });
  expect([sent.status, sent.headers.get("location")]).toEqual([303, `${place}?done=proposed`]);
  expect(await textOf(councillor.get("/admin"))).toContain("E keni dërguar për miratim");
  expect((await councillor.post(step(id, "propozimi", "publication"), {})).status).toBe(403);
  await publisher.post(place, await formOf(publisher, `${place}?proposal=yes`));
  const person = await lisi.db.read((tx) =>
    tx.selectFrom("people").select(["name", "cv"]).where("id", "=", id).executeTakeFirstOrThrow(),
  );
  expect(person).toMatchObject({ name: "Teuta Marku", cv: { sq: expect.stringContaining("Mësuese.") } });
});

it("Where the council does not want it any more, what was proposed is saved by whoever edits", async () => {
  const id = await news();
  await propose(editor, id, { "summary.sq": "E propozuar." });
  await setApproval(false);
  expect((await editor.post(placeOf(id), await formOf(editor, opened(id)))).status).toBe(303);
  expect((await stored(id)).summary).toMatchObject({ sq: "E propozuar." });
  await setApproval(true);
});
