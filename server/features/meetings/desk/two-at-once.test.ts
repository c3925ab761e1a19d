import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../../tests/support/accounts.ts";
import { doing } from "../../../../tests/support/content.ts";
import { seatBody } from "../../../../tests/support/council-rows.ts";
import { fieldsOn } from "../../../../tests/support/fields-on.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../../tests/support/world.ts";
import { sendNotice } from "../../mailings/mailings.service.ts";
import { addItem, removeItem } from "../agenda.service.ts";
import { findTemplates } from "../meeting-templates.service.ts";
import { createMeeting } from "../meetings.service.ts";
import { announceMeeting, openMeeting } from "../stages.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let arta: Visitor;
let besnik: Visitor;
let neighbour: Visitor;
let council: { id: string };
let meeting: string;
let item: string;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  council = await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak", en: "Municipal Council" }, 7);
  arta = await signedIn(world, lisi, ["secretary"]);
  besnik = await signedIn(world, lisi, ["editor"]);
  neighbour = await signedIn(world, world.krasta, ["secretary"]);
  ({ id: meeting } = await lisi.db.write((tx) =>
    createMeeting(tx, doing(world), { bodyId: council.id, kind: "ordinary", startsAt: "2026-06-10T18:00:00+02:00" }),
  ));
  ({ id: item } = await lisi.db.write((tx) =>
    addItem(tx, doing(world), meeting, { kind: "other", title: { sq: "Tarifa", en: "The fee" } }),
  ));
});
afterAll(() => world.end());

const itemAt = () => `/admin/mbledhjet/${meeting}/pikat/${item}`;
const particularsAt = () => `/admin/mbledhjet/${meeting}/te-dhenat`;
const opened = async (visitor: Visitor, path: string, form: string) =>
  fieldsOn(await (await visitor.get(path)).text(), form);
const title = async () =>
  (
    await lisi.db.read((tx) =>
      tx.selectFrom("agenda_items").select("title").where("id", "=", item).executeTakeFirstOrThrow(),
    )
  ).title;

it("Two who change different fields of an item both get what they wrote", async () => {
  const [one, two] = [await opened(arta, itemAt(), "item"), await opened(besnik, itemAt(), "item")];
  expect((await arta.post(itemAt(), { ...one, "title.sq": "Tarifa e pastrimit" })).status).toBe(303);
  expect((await besnik.post(itemAt(), { ...two, "title.en": "The cleaning fee" })).status).toBe(303);
  expect(await title()).toEqual({ sq: "Tarifa e pastrimit", en: "The cleaning fee" });
});

it("Who changes the same field reads what the other wrote, and nothing is saved until they choose", async () => {
  const [one, two, three] = [
    await opened(arta, itemAt(), "item"),
    await opened(besnik, itemAt(), "item"),
    await opened(arta, itemAt(), "item"),
  ];
  await arta.post(itemAt(), { ...one, "title.sq": "Tarifa e ujit" });
  const refused = await besnik.post(itemAt(), { ...two, "title.sq": "Tarifa e tregut", "summary.sq": "Për tregun." });
  const html = await refused.text();
  expect(refused.status).toBe(422);
  expect(html).toContain("Ndërkohë dikush tjetër shkroi: “Tarifa e ujit”");
  expect((await title()).sq).toBe("Tarifa e ujit");
  const again = fieldsOn(html, "item");
  expect(again).toMatchObject({ "title.sq": "Tarifa e tregut", "summary.sq": "Për tregun." });

  // A third change comes before the second press: that too is seen before it is gone over.
  await arta.post(itemAt(), { ...three, kind: "report", "title.sq": "Tarifa e ujit" });
  const { "title.sq": _, ...untouched } = await opened(arta, itemAt(), "item");
  await arta.post(itemAt(), { ...untouched, "title.sq": "Tarifa e parkimit" });
  const third = await besnik.post(itemAt(), again);
  expect(await third.text()).toContain("“Tarifa e parkimit”");
  expect((await title()).sq).toBe("Tarifa e parkimit");

  const last = await opened(besnik, itemAt(), "item");
  expect((await besnik.post(itemAt(), { ...last, "title.sq": "Tarifa e tregut" })).status).toBe(303);
  expect((await title()).sq).toBe("Tarifa e tregut");
});

it("Pressed again, what was typed is kept, with what the other changed elsewhere", async () => {
  const [one, two] = [await opened(arta, itemAt(), "item"), await opened(besnik, itemAt(), "item")];
  await arta.post(itemAt(), { ...one, "title.sq": "A", protocolNumber: "12/3" });
  const refused = await besnik.post(itemAt(), { ...two, "title.sq": "B" });
  const again = fieldsOn(await refused.text(), "item");
  expect(again).toMatchObject({ "title.sq": "B", protocolNumber: "12/3" });
  expect((await besnik.post(itemAt(), again)).status).toBe(303);
  const stored = await lisi.db.read((tx) =>
    tx.selectFrom("agenda_items").select(["title", "protocol_number"]).where("id", "=", item).executeTakeFirstOrThrow(),
  );
  expect(stored).toMatchObject({ title: { sq: "B" }, protocol_number: "12/3" });
});

it("The place and the hour of a meeting likewise, in English too; choices are told by their names", async () => {
  const at = `/en/admin/meetings/${meeting}/particulars`;
  const [one, two] = [await opened(arta, particularsAt(), "particulars"), await opened(besnik, at, "particulars")];
  await arta.post(particularsAt(), { ...one, time: "17:00", kind: "extraordinary", "place.sq": "Salla e madhe" });
  const refused = await besnik.post(at, { ...two, time: "19:00", kind: "joint" });
  const html = await refused.text();
  expect(html).toContain("Meanwhile somebody else has written: “17:00”");
  expect(html).toMatch(/somebody else has written: “Extraordinary[^”]*”/);
  expect(fieldsOn(html, "particulars")).toMatchObject({ time: "19:00", kind: "joint", "place.sq": "Salla e madhe" });
});

it("A form that does not say what it showed, or says nonsense, goes through as it is", async () => {
  const form = await opened(arta, itemAt(), "item");
  for (const stood of ["", "{", "[1]", '{"title.sq":{"a":1}}'])
    expect((await arta.post(itemAt(), { ...form, stood, "title.sq": `Me ${stood.length}` })).status).toBe(303);
});

it("The roll and the result of an item likewise: an absence that another has noted stays", async () => {
  await lisi.db.write((tx) => announceMeeting(tx, doing(world), meeting));
  await lisi.db.write((tx) => openMeeting(tx, doing(world), meeting, world.clock.now()));
  const at = `/admin/mbledhjet/${meeting}/pjesemarrja`;
  const [one, two] = [await opened(arta, at, "attendance"), await opened(besnik, at, "attendance")];
  const [first, second] = Object.keys(one).filter((name) => name.startsWith("came."));
  expect((await arta.post(at, { ...one, [first!]: "absent" })).status).toBe(303);
  expect((await besnik.post(at, { ...two, [second!]: "absent" })).status).toBe(303);
  const now = await opened(arta, at, "attendance");
  expect([now[first!], now[second!]]).toEqual(["absent", "absent"]);

  const result = `/admin/mbledhjet/${meeting}/pikat/${item}/perfundimi`;
  const [mine, theirs] = [await opened(arta, result, "result"), await opened(besnik, result, "result")];
  expect((await arta.post(result, { ...mine, result: "postponed" })).status).toBe(303);
  const refused = await besnik.post(result, { ...theirs, result: "noted" });
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining("Ndërkohë dikush tjetër shkroi"),
  ]);
});

it("Notice is given of a meeting as it was shown: what another has changed since is read first", async () => {
  const { id } = await lisi.db.write((tx) =>
    createMeeting(tx, doing(world), { bodyId: council.id, kind: "ordinary", startsAt: "2026-06-17T18:00:00+02:00" }),
  );
  const at = `/admin/mbledhjet/${id}/njoftimi`;
  const place = `/admin/mbledhjet/${id}/te-dhenat`;
  const stage = async () =>
    (await lisi.db.read((tx) => tx.selectFrom("meetings").select("stage").where("id", "=", id).executeTakeFirst()))!
      .stage;
  const one = { ...(await opened(arta, at, "notice")), mail: "", "text.sq": "Ftohen të gjithë." };
  const changed = { ...(await opened(besnik, place, "particulars")), "place.sq": "Teatri", time: "19:30" };
  expect((await besnik.post(place, changed)).status).toBe(303);
  const item = { kind: "other", "title.sq": "Të ndryshme" };
  expect((await besnik.post(`/admin/mbledhjet/${id}/pikat/e-re`, item)).status).toBe(303);

  const english = await (await arta.post(`/en/admin/meetings/${id}/notice`, one)).text();
  expect(english).toContain("Place: it was “–” and has become “Teatri” meanwhile.");
  const refused = await arta.post(at, one);
  const html = await refused.text();
  expect(refused.status).toBe(422);
  for (const said of [
    "Ndërkohë dikush tjetër e ka ndryshuar",
    "Vendi: ishte “–”, ndërkohë u bë “Teatri”.",
    "Kur: ishte “17.06.2026, 18:00”, ndërkohë u bë “17.06.2026, 19:30”.",
    "Rendi i ditës: ishte “–”, ndërkohë u bë “1. Të ndryshme”.",
  ])
    expect(html).toContain(said);
  for (const part of ["place", "when", "agenda"]) {
    expect(html).toContain(`href="#notice-${part}"`);
    expect(html).toContain(`id="notice-${part}"`);
  }
  expect(html).not.toContain('href="#notice-access"');
  expect(await stage()).toBe("planned");

  // A preview shows the meeting as it is, and asks nothing.
  expect((await arta.post(at, { ...one, step: "preview" })).status).toBe(200);
  expect((await neighbour.post(at, one)).status).toBe(404);
  const again: Record<string, string> = { ...fieldsOn(html, "notice"), mail: "" };
  expect(again["text.sq"]).toBe("Ftohen të gjithë.");
  expect((await arta.post(at, again)).status).toBe(303);
  expect(await stage()).toBe("announced");
});

it("A meeting that is shown without notice is shown as it was seen, in English too", async () => {
  const { id } = await lisi.db.write((tx) =>
    createMeeting(tx, doing(world), { bodyId: council.id, kind: "ordinary", startsAt: "2026-06-19T18:00:00+02:00" }),
  );
  const [desk, place] = [`/admin/mbledhjet/${id}`, `/admin/mbledhjet/${id}/te-dhenat`];
  const shown = await opened(arta, desk, "publication");
  const changed = { ...(await opened(besnik, place, "particulars")), "place.sq": "Teatri", time: "19:30" };
  expect((await besnik.post(place, changed)).status).toBe(303);
  const english = await (await arta.post(`/en/admin/meetings/${id}/calendar`, shown)).text();
  expect(english).toContain("Place: it was “–” and has become “Teatri” meanwhile.");
  const refused = await arta.post(`${desk}/kalendari`, shown);
  const html = await refused.text();
  expect(refused.status).toBe(422);
  for (const part of ["place", "when"]) {
    expect(html).toContain(`href="#publication-${part}"`);
    expect(html).toContain(`id="publication-${part}"`);
  }
  const state = async () =>
    (await lisi.db.read((tx) => tx.selectFrom("meetings").select("state").where("id", "=", id).executeTakeFirst()))!
      .state;
  expect(await state()).toBe("draft");
  expect((await neighbour.post(`${desk}/kalendari`, shown)).status).toBe(404);
  expect((await arta.post(`${desk}/kalendari`, fieldsOn(html, "publication"))).status).toBe(303);
  expect(await state()).toBe("published");
});

it("A new item that is sent twice stands once on the agenda, and again once it was removed", async () => {
  const { id } = await lisi.db.write((tx) =>
    createMeeting(tx, doing(world), { bodyId: council.id, kind: "ordinary", startsAt: "2026-06-23T18:00:00+02:00" }),
  );
  const at = `/admin/mbledhjet/${id}/pikat/e-re`;
  const fields: Record<string, string> = await opened(arta, at, "item");
  const form: Record<string, string> = { ...fields, kind: "other", "title.sq": "Rruga e re" };
  expect(form.form).toMatch(/^[0-9a-f-]{36}$/);
  const sent = await Promise.all([arta.post(at, form), arta.post(at, form)]);
  expect(sent.map(({ status }) => status)).toEqual([303, 303]);
  const items = () =>
    lisi.db.read((tx) => tx.selectFrom("agenda_items").select("id").where("meeting_id", "=", id).execute());
  expect(await items()).toHaveLength(1);
  const refused = await arta.post(at, { ...form, "title.sq": "" });
  expect(fieldsOn(await refused.text(), "item").form).toBe(form.form);
  expect((await arta.post(at, { ...form, "title.sq": "Ura" })).status).toBe(303);
  expect(await items()).toHaveLength(2);
  const [first] = await items();
  await lisi.db.write((tx) => removeItem(tx, doing(world), first!.id));
  const known = await lisi.db.read((tx) => tx.selectFrom("forms_sent").select("made").execute());
  expect(known.map(({ made }) => made)).toContain(first!.id);
  expect((await arta.post(at, form)).status).toBe(303);
  expect((await arta.post(at, { ...form, "title.sq": "Ura" })).status).toBe(303);
  expect(await items()).toHaveLength(2);
});

it("Whoever shows a meeting of which another has given notice meanwhile is told so", async () => {
  const { id } = await lisi.db.write((tx) =>
    createMeeting(tx, doing(world), { bodyId: council.id, kind: "ordinary", startsAt: "2026-06-22T18:00:00+02:00" }),
  );
  const desk = `/admin/mbledhjet/${id}`;
  const shown = await opened(arta, desk, "publication");
  await lisi.db.write((tx) => announceMeeting(tx, doing(world), id));
  for (const at of [`${desk}/kalendari`, `/en/admin/meetings/${id}/calendar`]) {
    const refused = await arta.post(at, shown);
    const html = await refused.text();
    expect(refused.status).toBeGreaterThanOrEqual(409);
    expect(html).toMatch(/<div[^>]*class="problem" role="alert"[^>]*><h2[^>]*>[^<]{5}/);
  }
});

it("Nor is it handed over for approval before what another has changed was read", async () => {
  const { id } = await lisi.db.write((tx) =>
    createMeeting(tx, doing(world), { bodyId: council.id, kind: "ordinary", startsAt: "2026-06-24T18:00:00+02:00" }),
  );
  const [notice, hand] = [`/admin/mbledhjet/${id}/njoftimi`, `/admin/mbledhjet/${id}/dergimi`];
  const shown = { ...(await opened(besnik, notice, "submission")), note: "Gati" };
  const place = `/admin/mbledhjet/${id}/te-dhenat`;
  await arta.post(place, { ...(await opened(arta, place, "particulars")), "place.sq": "Teatri" });
  const refused = await besnik.post(hand, shown);
  const html = await refused.text();
  expect(refused.status).toBe(422);
  expect(html).toContain("Vendi: ishte “–”, ndërkohë u bë “Teatri”.");
  for (const where of ['href="#submission-place"', 'id="submission-place"']) expect(html).toContain(where);
  const waiting = async () => (await (await arta.get("/en/admin/approvals")).text()).includes(`/${id}/notice`);
  expect(await waiting()).toBe(false);
  expect((await neighbour.post(hand, shown)).status).toBe(404);
  const again = fieldsOn(html, "submission");
  expect(again.note).toBe("Gati");
  expect((await besnik.post(hand, again)).status).toBe(303);
  expect(await waiting()).toBe(true);
});

it("A template keeps what two have changed in it, each their own field; a list of items is chosen as a whole", async () => {
  const template = {
    ...{ "name.sq": "Mbledhja mujore", bodyId: council.id, kind: "ordinary", weekday: "4", week: "" },
    ...{ startsAt: "17:30", access: "open", "notice.sq": "Ftohen **të gjithë**.\n\n- Apeli" },
    ...{ "openingItems.r0.title.sq": "Apeli", "openingItems.r0.kind": "procedure" },
  };
  const made = await arta.post("/admin/mbledhjet/modelet/i-ri", template);
  expect(made.status).toBe(303);
  const list = await (await arta.get("/admin/mbledhjet/modelet")).text();
  const at = `/admin/mbledhjet/modelet/${/modelet\/([0-9a-f-]{36})"/.exec(list)![1]}`;

  const [one, two, three] = [
    await opened(arta, at, "thing"),
    await opened(besnik, at, "thing"),
    await opened(arta, at, "thing"),
  ];
  expect((await arta.post(at, { ...one, startsAt: "18:00", week: "1" })).status).toBe(303);
  expect((await besnik.post(at, { ...two, "place.sq": "Teatri" })).status).toBe(303);
  const now = await opened(arta, at, "thing");
  expect(now).toMatchObject({
    startsAt: "18:00",
    week: "1",
    "place.sq": "Teatri",
    "openingItems.r0.title.sq": "Apeli",
  });

  const refused = await arta.post(at, { ...three, week: "2", "openingItems.r0.title.sq": "Verifikimi" });
  const html = await refused.text();
  expect(refused.status).toBe(422);
  expect(html).toContain("Ndërkohë dikush tjetër shkroi: “E para e muajit”");
  const again = fieldsOn(html, "thing");
  // What nobody else has touched is as it was typed, what was not typed is as the others saved it.
  expect(again).toMatchObject({
    week: "2",
    "openingItems.r0.title.sq": "Verifikimi",
    startsAt: "18:00",
    "place.sq": "Teatri",
  });
  expect((await opened(besnik, at, "thing")).week).toBe("1");
  expect((await arta.post(at, again)).status).toBe(303);
  expect(await opened(besnik, at, "thing")).toMatchObject({ week: "2", "openingItems.r0.title.sq": "Verifikimi" });

  // Of a clash the other's may be taken, also where it is a whole list of items.
  const [five, six] = [await opened(arta, at, "thing"), await opened(besnik, at, "thing")];
  const theirs = { "openingItems.r0.title.sq": "Hapja", "openingItems.r1.title.sq": "Apeli", week: "3" };
  expect((await arta.post(at, { ...five, ...theirs, "openingItems.r1.kind": "procedure" })).status).toBe(303);
  const own = { "openingItems.r0.title.sq": "Fillimi", week: "4", "place.sq": "Kinemaja" };
  const asked = fieldsOn(await (await besnik.post(at, { ...six, ...own })).text(), "thing");
  expect(asked).toMatchObject({ ...own, "choose.week": "mine", "choose.openingItems": "mine" });
  expect((await besnik.post(at, { ...asked, "choose.openingItems": "theirs" })).status).toBe(303);
  const chosen = { "openingItems.r0.title.sq": "Hapja", "openingItems.r1.title.sq": "Apeli" };
  expect(await opened(arta, at, "thing")).toMatchObject({ ...chosen, week: "4", "place.sq": "Kinemaja" });
  const { "openingItems.r1.title.sq": _, "openingItems.r1.kind": __, ...short } = await opened(arta, at, "thing");
  await arta.post(at, { ...short, "openingItems.r0.title.sq": "Verifikimi" });

  // Rows added by a button, without script, travel with what the form showed.
  const four = await opened(arta, at, "thing");
  await besnik.post(at, { ...(await opened(besnik, at, "thing")), "openingItems.r0.title.sq": "Apeli" });
  const added = fieldsOn(await (await arta.post(at, { ...four, do: "add:closingItems" })).text(), "thing");
  const both = { ...added, "closingItems.r0.title.sq": "Të ndryshme", "closingItems.r0.kind": "other" };
  expect((await arta.post(at, both)).status).toBe(303);
  expect(await opened(arta, at, "thing")).toMatchObject({
    "openingItems.r0.title.sq": "Apeli",
    "closingItems.r0.title.sq": "Të ndryshme",
  });
});

it("Of a template whose form came back because another changed the same, a row added without script leaves the choice", async () => {
  const fresh = await opened(arta, "/admin/mbledhjet/modelet/i-ri", "thing");
  const bodyId = (await lisi.db.read((tx) => tx.selectFrom("bodies").select("id").executeTakeFirstOrThrow())).id;
  const whole = { ...fresh, "name.sq": "Me zgjedhje", bodyId, kind: "ordinary", weekday: "4", startsAt: "10:00" };
  const items = { "openingItems.r0.title.sq": "Apeli", "openingItems.r0.kind": "procedure" };
  expect((await arta.post("/admin/mbledhjet/modelet/i-ri", { ...whole, access: "open", ...items })).status).toBe(303);
  const id = await lisi.db.read(
    async (tx) => (await findTemplates(tx)).find(({ name }) => name.sq === "Me zgjedhje")!.id,
  );
  const at = `/admin/mbledhjet/modelet/${id}`;
  const clash = async (startsAt: string) => {
    const [one, two] = [await opened(arta, at, "thing"), await opened(besnik, at, "thing")];
    const place = `Salla ${Math.random()}`;
    const theirs = { startsAt: "17:00", "place.sq": place, "openingItems.r0.title.sq": `Hapja ${place}` };
    expect((await arta.post(at, { ...one, ...theirs })).status).toBe(303);
    const own = { startsAt, "place.sq": `Kinemaja ${place}`, "openingItems.r0.title.sq": "Fillimi" };
    await arta.post(at, { ...(await opened(arta, at, "thing")), startsAt: "17:30" });
    const html = await (await besnik.post(at, { ...two, ...own })).text();
    return { asked: fieldsOn(html, "thing"), theirs, own };
  };
  const step = async (form: Record<string, string>, what: string, path = at) => {
    const answer = await besnik.post(path, { ...form, do: what });
    const html = (await answer.text()).replaceAll(/<!--.*?-->/g, "");
    return { status: answer.status, html, form: fieldsOn(html, "thing") };
  };

  const { asked, own, theirs } = await clash("16:00");
  expect(asked).toMatchObject({ ...own, "choose.startsAt": "mine", "choose.place.sq": "mine" });
  // What was chosen already stays chosen, and what is still to be chosen is told as before, in both languages.
  const more = await step({ ...asked, "choose.place.sq": "theirs" }, "add:closingItems");
  expect(more.status).toBe(200);
  expect(more.html).toContain(`Ndërkohë dikush tjetër shkroi: “${theirs["place.sq"]}”`);
  expect(more.form).toMatchObject({
    ...{ ...own, "choose.startsAt": "mine", "choose.place.sq": "theirs", "choose.openingItems": "mine" },
    stood: asked.stood!,
  });
  const english = await step(
    more.form,
    "add:closingItems",
    at.replace("/admin/mbledhjet/modelet", "/en/admin/meetings/templates"),
  );
  expect(english.html.includes("Somebody else has changed this meanwhile")).toBe(true);
  const row = Object.keys(more.form)
    .find((name) => /^closingItems\..*\.title\.sq$/.test(name))!
    .split(".")[1];
  const filled = { [`closingItems.${row}.title.sq`]: "Të ndryshme", [`closingItems.${row}.kind`]: "other" };
  expect((await besnik.post(at, { ...more.form, ...filled })).status).toBe(303);
  expect(await opened(arta, at, "thing")).toMatchObject({
    ...{ startsAt: "16:00", "place.sq": theirs["place.sq"], "openingItems.r0.title.sq": "Fillimi" },
    "closingItems.r0.title.sq": "Të ndryshme",
  });

  // A row added to a list of which the other's was taken is added to the other's.
  const second = await clash("15:00");
  const taken = await step({ ...second.asked, "choose.openingItems": "theirs" }, "add:openingItems");
  expect(taken.form).toMatchObject({
    "openingItems.r0.title.sq": second.theirs["openingItems.r0.title.sq"],
    "choose.startsAt": "mine",
  });
  expect(taken.form["choose.openingItems"]).toBeUndefined();
  expect(Object.keys(taken.form).filter((name) => /^openingItems\..*\.title\.sq$/.test(name))).toHaveLength(2);
});

/** An announced meeting, of which the members know by mail. */
async function announced(startsAt: string) {
  const council = await lisi.db.read((tx) => tx.selectFrom("bodies").select("id").executeTakeFirstOrThrow());
  const { id } = await lisi.db.write((tx) =>
    createMeeting(tx, doing(world), { bodyId: council.id, kind: "ordinary", startsAt }),
  );
  await lisi.db.write((tx) => announceMeeting(tx, doing(world), id));
  await lisi.db.write((tx) => sendNotice(tx, doing(world), id));
  return { id, desk: `/admin/mbledhjet/${id}` };
}
/** What was done to a meeting since its notice: what the audit tells, and the mailings. */
const doneTo = async (id: string) => {
  const [changes, { mailings }] = await lisi.db.read((tx) =>
    Promise.all([
      tx
        .selectFrom("audit_log")
        .where("subject_id", "=", id)
        .where("action", "in", ["meeting.postponed", "meeting.cancelled"])
        .orderBy("id")
        .select("action")
        .execute(),
      tx
        .selectFrom("meeting_mailings")
        .where("meeting_id", "=", id)
        .select((eb) => eb.fn.countAll<number>().as("mailings"))
        .executeTakeFirstOrThrow(),
    ]),
  );
  return [changes.map(({ action }) => action), Number(mailings) - 1];
};

describe("A meeting that is called off", () => {
  const why = { "reason.sq": "Mungon kuorumi.", "reason.en": "" };
  let secretary: Visitor;
  beforeAll(async () => {
    secretary = await signedIn(world, lisi, ["secretary"], "drita@lisi.example");
  });

  it("by a form that is sent twice is cancelled once, and the members are told once", async () => {
    const { id, desk } = await announced("2026-07-01T18:00:00+02:00");
    const answers = await Promise.all(
      [1, 2].map(() => arta.post(`${desk}/anulimi`, { ...why, "reason.sq": "Vapë. " })),
    );
    expect(answers.map(({ headers }) => headers.get("location"))).toEqual([
      `${desk}?done=cancelled`,
      `${desk}?done=cancelled`,
    ]);
    expect(await doneTo(id)).toEqual([["meeting.cancelled"], 1]);
    const other = await secretary.post(`${desk}/anulimi`, { ...why, "reason.sq": "Nuk ka çështje." });
    expect([other.status, await other.text()]).toEqual([
      409,
      expect.stringContaining("Kjo mbledhje është anuluar ose është shtyrë."),
    ]);
    expect(await doneTo(id)).toEqual([["meeting.cancelled"], 1]);
  });

  it("keeps its own stream on its new day, and is not postponed to a time before its own", async () => {
    const { desk } = await announced("2026-07-05T18:00:00+02:00");
    const own = { streamUrl: "https://video.example.al/kjo.m3u8" };
    expect((await arta.post(`${desk}/transmetimi`, own)).status).toBe(303);
    const back = await arta.post(`${desk}/shtyrja`, { ...why, day: "2020-01-01", time: "10:00" });
    const html = await back.text();
    expect([back.status, html.includes("Mbledhja shtyhet për një kohë më të vonë")]).toEqual([422, true]);
    const moved = await arta.post(`${desk}/shtyrja`, { ...why, day: "2026-07-12", time: "10:00" });
    const successor = moved.headers.get("location")!.replace(/\?.*/, "");
    expect(successor).not.toBe(desk);
    expect(await opened(arta, `${successor}/transmetimi`, "stream")).toMatchObject(own);
  });

  it("to a day that is not known yet likewise; another reason is given after reading the one that stands", async () => {
    const { id, desk } = await announced("2026-07-02T18:00:00+02:00");
    const at = `${desk}/shtyrja`;
    const [one, two] = [await opened(arta, at, "calling-off"), await opened(secretary, at, "calling-off")];
    const send = (visitor: Visitor, form: Record<string, string>) => visitor.post(at, { ...form, day: "" });
    for (const _ of [1, 2]) expect((await send(arta, { ...one, ...why })).status).toBe(303);
    expect(await doneTo(id)).toEqual([["meeting.postponed"], 1]);
    const refused = await send(secretary, { ...two, "reason.sq": "Salla është e zënë." });
    const html = await refused.text();
    expect([refused.status, html]).toEqual([
      422,
      expect.stringContaining("Ndërkohë dikush tjetër shkroi: “Mungon kuorumi.”"),
    ]);
    expect(await doneTo(id)).toEqual([["meeting.postponed"], 1]);
    expect((await send(secretary, fieldsOn(html, "calling-off"))).status).toBe(303);
    expect(await doneTo(id)).toEqual([["meeting.postponed", "meeting.postponed"], 2]);
    expect((await opened(arta, at, "calling-off"))["reason.sq"]).toBe("Salla është e zënë.");
  });

  it("to no day yet is given one later from its own page, and the members are told of that once", async () => {
    const { id, desk } = await announced("2026-07-20T18:00:00+02:00");
    const at = `${desk}/shtyrja`;
    await arta.post(at, { ...(await opened(arta, at, "calling-off")), ...why, day: "" });
    const english = desk.replace("/admin/mbledhjet", "/en/admin/meetings");
    expect(await (await arta.get(desk)).text()).toMatch(new RegExp(`<a[^>]*href="${at}"[^>]*>Caktoni ditën e re</a>`));
    expect(await (await arta.get(english)).text()).toContain(">Set the new day</a>");
    expect(await (await arta.get(at)).text()).toMatch(/<h1[^>]*>Caktoni ditën e re<\/h1>/);
    const form = await opened(arta, at, "calling-off");
    expect(form).toMatchObject({ "reason.sq": why["reason.sq"], day: "", time: "18:00" });
    const day = { day: "2026-07-27", time: "17:00" };
    const answers = await Promise.all([1, 2].map(() => arta.post(at, { ...form, ...day })));
    const [first, second] = answers.map(({ headers }) => headers.get("location"));
    expect(first).toMatch(/done=successor$/);
    expect(second).toBe(first);
    expect(await doneTo(id)).toEqual([["meeting.postponed", "meeting.postponed"], 2]);
    const done = await (await arta.get(desk)).text();
    expect(done).not.toMatch(/Caktoni ditën e re|Anuloni mbledhjen/);
    expect((await secretary.post(`${desk}/anulimi`, why)).status).toBe(409);
    expect(await doneTo(id)).toEqual([["meeting.postponed", "meeting.postponed"], 2]);
  });

  it("to no day yet may be cancelled after all, told once too; then it is given no day any more", async () => {
    const { id, desk } = await announced("2026-07-21T18:00:00+02:00");
    const [at, off] = [`${desk}/shtyrja`, `${desk}/anulimi`];
    const stale = await opened(secretary, off, "calling-off");
    await arta.post(at, { ...(await opened(arta, at, "calling-off")), ...why, day: "" });
    // Whoever was about to cancel it reads first that it was postponed, and why.
    const late = await secretary.post(off, { ...stale, "reason.sq": "Nuk ka çështje." });
    const html = await late.text();
    expect([late.status, html]).toEqual([422, expect.stringContaining("“Mungon kuorumi.”")]);
    expect(await doneTo(id)).toEqual([["meeting.postponed"], 1]);
    expect(await (await arta.get(desk)).text()).toContain(">Anuloni mbledhjen</a>");
    const again = fieldsOn(html, "calling-off");
    const answers = await Promise.all([1, 2].map(() => secretary.post(off, again)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await doneTo(id)).toEqual([["meeting.postponed", "meeting.cancelled"], 2]);
    const tooLate = await arta.post(at, { ...why, day: "2026-07-28", time: "18:00" });
    expect([tooLate.status, await tooLate.text()]).toEqual([409, expect.stringContaining("është anuluar")]);
    const neighbour = await signedIn(world, world.krasta, ["secretary"], "off@krasta.example");
    expect((await neighbour.post(off, why)).status).toBe(404);
  });

  it("to a new day has one meeting in its place, to which both answers lead; a third that differs is refused", async () => {
    const { id, desk } = await announced("2026-07-03T18:00:00+02:00");
    const form = { ...why, day: "2026-07-10", time: "18:00" };
    const answers = await Promise.all([1, 2].map(() => arta.post(`${desk}/shtyrja`, form)));
    const [first, second] = answers.map(({ headers }) => headers.get("location"));
    expect(first).toMatch(/done=successor$/);
    expect(second).toBe(first);
    expect(await doneTo(id)).toEqual([["meeting.postponed"], 1]);
    const other = await secretary.post(`/en/admin/meetings/${id}/postponement`, { ...form, day: "2026-07-11" });
    expect([other.status, await other.text()]).toEqual([409, expect.stringContaining("cancelled or postponed")]);
    expect(await doneTo(id)).toEqual([["meeting.postponed"], 1]);
    const made = await lisi.db.read((tx) =>
      tx.selectFrom("meetings").where("day", "in", ["2026-07-10", "2026-07-11"]).select("id").execute(),
    );
    expect(made).toHaveLength(1);
    const neighbour = await signedIn(world, world.krasta, ["secretary"], "shtyrja@krasta.example");
    expect((await neighbour.post(`${desk}/shtyrja`, form)).status).toBe(404);
  });
});

it("A template that somebody has removed stands as a new one for whoever was writing in it", async () => {
  const template = {
    ...{ "name.sq": "Mbledhja e verës", "name.en": "Summer meeting", bodyId: council.id, kind: "ordinary" },
    ...{ weekday: "4", week: "2", startsAt: "17:00", "place.sq": "Salla", access: "open" },
  };
  expect((await arta.post("/admin/mbledhjet/modelet/i-ri", template)).status).toBe(303);
  const { id } = await world.lisi.db.read((tx) =>
    tx.selectFrom("meeting_templates").select("id").orderBy("id", "desc").limit(1).executeTakeFirstOrThrow(),
  );
  const path = `/admin/mbledhjet/modelet/${id}`;
  const typed = { ...fieldsOn(await (await arta.get(path)).text(), "thing"), "place.sq": "Te shkolla e re" };
  expect((await arta.post(`${path}/heqja`, {})).status).toBe(303);
  for (const step of ["", "add:openingItems"]) {
    const answer = await arta.post(path, { ...typed, ...(step && { do: step }) });
    const html = await answer.text();
    expect(answer.status).toBe(404);
    expect(html).toContain("dikush e fshiu ndërkohë");
    expect(html).toContain('action="/admin/mbledhjet/modelet/i-ri"');
    const again = fieldsOn(html, "thing");
    expect(again["place.sq"]).toBe("Te shkolla e re");
    expect(again).not.toHaveProperty("stood");
    if (step) expect((await arta.post("/admin/mbledhjet/modelet/i-ri", again)).status).toBe(303);
  }
  const english = await arta.post(`/en/admin/meetings/templates/${id}`, typed);
  expect([english.status, await english.text()]).toEqual([404, expect.stringContaining("somebody has removed it")]);
});
