import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { link, signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { chamberOf } from "../../../tests/support/chamber.ts";
import { doing, news, publish } from "../../../tests/support/content.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { personUrl } from "../elements/item-urls.shared.ts";
import { createPerson } from "../people/people.service.ts";
import { createPublication } from "../publications/publications.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let councillor: Visitor & { email: string };
let secretary: Visitor;
let own: { id: string; slug: string };
let other: { id: string; slug: string };
let away: { id: string };
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  const chamber = chamberOf(world, lisi);
  own = await chamber.person("Teuta Marku", { contacts: { phone: "+355 69 111" } });
  other = await chamber.person("Gent Lleshi");
  away = await chamberOf(world, world.krasta).person("Drita Hoxha");
  const council = await chamber.body("council", "Këshilli Bashkiak");
  const term = await chamber.term("2023-07-01", null);
  await chamber.join({
    ...{ bodyId: council.id, personId: own.id, termId: term.id, seat: 1, role: "member" },
    beginsOn: "2023-07-01",
  });
  await addMeeting(lisi, council.id, "2026-03-12-keshilli");
  secretary = await signedIn(world, lisi, ["secretary"]);
  councillor = await signedIn(world, lisi, ["councillor"]);
  await link(world, lisi, councillor.email, own.id);
  await publish(world, lisi, news({ title: { sq: "Lajm publik" } }));
  await lisi.db.write((tx) => createPublication(tx, doing(world), news({ title: { sq: "Draft i fshehtë" } })));
});
afterAll(() => world.end());

const textOf = async (answer: Response | Promise<Response>) => (await (await answer).text()).replace(/<!--.*?-->/g, "");
const place = (id: string) => `/admin/njerezit/${id}`;
const formOf = async (id = own.id, who: Visitor = councillor) => fieldsOn(await textOf(who.get(place(id))), "thing");
const stored = (id = own.id) =>
  lisi.db.read((tx) => tx.selectFrom("people").selectAll().where("id", "=", id).executeTakeFirstOrThrow());
const setApproval = (approval: boolean) =>
  lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval }).execute());
const json = (path: string, method: string, body?: unknown, who: Visitor = councillor) =>
  world.ask(lisi.host, path, {
    method,
    headers: { cookie: who.cookie!, "content-type": "application/json", "sec-fetch-site": "same-origin" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

describe("A councillor", () => {
  it("tells on the own page what is theirs to tell, in both languages, and the public reads it", async () => {
    const form = await formOf();
    expect(Object.keys(form)).toEqual(
      expect.arrayContaining(["cv.sq", "cv.en", "contacts.phone", "contacts.hours.sq"]),
    );
    const saved = await councillor.post(place(own.id), {
      ...form,
      "cv.sq": "Mësuese e matematikës.",
      "cv.en": "A teacher of mathematics.",
      "contacts.hours.sq": "E martë, 16.00–18.00",
    });
    expect([saved.status, saved.headers.get("location")]).toEqual([303, `${place(own.id)}?done=saved`]);
    const { cv, contacts, name } = await stored();
    expect(cv).toMatchObject({ sq: expect.stringContaining("Mësuese"), en: expect.stringContaining("teacher") });
    expect(contacts).toMatchObject({ phone: "+355 69 111", hours: { sq: "E martë, 16.00–18.00" } });
    expect(name).toBe("Teuta Marku");
    const changes = await lisi.db.read((tx) =>
      tx.selectFrom("audit_log").where("subject_id", "=", own.id).orderBy("id", "desc").selectAll().execute(),
    );
    expect(changes[0]).toMatchObject({ action: "person.changed", actor: { kind: "account", name: "Arta councillor" } });
    expect(await textOf(lisi.get(personUrl(own.slug).sq))).toContain("Mësuese");
  });

  it("sees no field of the register’s, and a forged one changes nothing", async () => {
    const page = await textOf(councillor.get(`/en/admin/people/${own.id}`));
    for (const field of ["name", "familyName", "gender", "affiliations.", "representations.", "documents."])
      expect(page, field).not.toContain(`name="${field}`);
    const form = await formOf();
    const forged = { name: "Kryetarja", familyName: "X", gender: "male", "affiliations.r0.beginsOn": "2020-01-01" };
    await councillor.post(place(own.id), { ...form, ...forged, "occupation.sq": "Mësuese" });
    expect(await stored()).toMatchObject({ name: "Teuta Marku", gender: null, occupation: { sq: "Mësuese" } });
    const rest = await lisi.db.read((tx) => tx.selectFrom("affiliations").selectAll().execute());
    expect(rest).toEqual([]);
  });

  it("is refused the same by the interface, and is shown no more of it", async () => {
    const path = `/api/v1/admin/editing/person/${own.id}`;
    const { input, version } = (await (await json(path, "GET")).json()) as { input: object; version: string };
    expect(Object.keys(input).sort()).toEqual(["contacts", "cv", "occupation"]);
    const refused = await json(path, "PUT", { version, input: { ...input, name: "Kryetarja" } });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ fields: [{ path: "name", code: "editing.not_yours" }] });
    const taken = await json(path, "PUT", { version, input: { ...input, occupation: { sq: "Pedagoge" } } });
    expect(taken.status).toBe(200);
    expect(await stored()).toMatchObject({ name: "Teuta Marku", occupation: { sq: "Pedagoge" } });
    for (const [method, step] of [
      ["DELETE", ""],
      ["POST", "/publish"],
      ["POST", "/withdraw"],
      ["POST", "/unbin"],
    ] as const)
      expect((await json(path + step, method, {})).status, step).toBe(403);
    expect((await json(`${path}/versions`, "GET")).status).toBe(200);
  });

  it("empties a field, and what was there is gone", async () => {
    const { "contacts.phone": _, ...form } = await formOf();
    await councillor.post(place(own.id), { ...form, "contacts.phone": "", "contacts.email": "teuta@lisi.example" });
    expect((await stored()).contacts).not.toHaveProperty("phone");
  });

  it("goes back to a version, in what is theirs; what the secretary has set since stays", async () => {
    await councillor.post(place(own.id), { ...(await formOf()), "occupation.sq": "Para" });
    const before = (await json(`/api/v1/admin/editing/person/${own.id}/versions`, "GET").then((answer) =>
      answer.json(),
    )) as { items: { number: number }[] };
    await secretary.post(place(own.id), { ...(await formOf(own.id, secretary)), gender: "female" });
    await councillor.post(place(own.id), { ...(await formOf()), "occupation.sq": "Pas" });
    const page = await textOf(councillor.get(`${place(own.id)}/versionet`));
    expect(page).toContain("Pas");
    const number = before.items[0]!.number;
    const done = await councillor.post(`/admin/redaktimi/person/${own.id}/versioni?n=${number}`);
    expect(done.status).toBe(303);
    expect(await stored()).toMatchObject({ occupation: { sq: "Para" }, gender: "female" });
  });

  it("who changes the same place as the secretary chooses; the rest of both is kept", async () => {
    const form = await formOf();
    await secretary.post(place(own.id), { ...(await formOf(own.id, secretary)), "occupation.sq": "Arsimtare" });
    const clash = await councillor.post(place(own.id), { ...form, "occupation.sq": "Drejtoreshë" });
    expect(clash.status).toBe(409);
    expect(await textOf(clash)).toContain("Arsimtare");
    expect(await stored()).toMatchObject({ occupation: { sq: "Arsimtare" } });
  });

  it("puts a portrait with its description, and takes it away", async () => {
    const picture = sharp({ create: { width: 800, height: 1000, channels: 3, background: "#1c6b3c" } }).jpeg();
    const body = new FormData();
    body.append("alternative.sq", "Teuta Marku përpara bashkisë");
    body.append("file", new File([new Uint8Array(await picture.toBuffer())], "a.jpg", { type: "image/jpeg" }));
    const send = (id: string, sent: FormData) =>
      world.ask(lisi.host, `/admin/fotot/person/${id}/ngarkimi`, {
        method: "POST",
        headers: { cookie: councillor.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" },
        body: sent,
      });
    expect((await send(other.id, body)).status).toBe(403);
    expect((await send(own.id, body)).status).toBe(303);
    expect((await stored()).photo_alternative).toMatchObject({ sq: "Teuta Marku përpara bashkisë" });
    const seen = await councillor.get(`/api/v1/admin/photos/person/${own.id}/${own.id}`);
    expect([seen.status, (await seen.arrayBuffer()).byteLength > 0]).toEqual([200, true]);
    expect((await councillor.get(`/api/v1/admin/photos/person/${other.id}/${other.id}`)).status).toBe(403);
    expect((await councillor.post(`/admin/fotot/person/${own.id}/heqja`)).status).toBe(303);
  });

  it("keeps a form that is not saved, of the own page and of nothing else", async () => {
    const keep = (entity: string, entityId: string | null) =>
      json(`/api/v1/admin/editing/edits/${crypto.randomUUID()}`, "PUT", { entity, entityId, form: { a: "b" } });
    expect((await keep("person", own.id)).status).toBe(200);
    for (const [entity, id] of [
      ["person", other.id],
      ["person", null],
      ["publication", null],
    ] as const)
      expect((await keep(entity, id)).status, entity).toBe(403);
    expect(await textOf(councillor.get(place(own.id)))).toMatch(/\?edit=[0-9a-f-]{36}/);
  });

  it("sees the own page before it is saved, and nobody else’s", async () => {
    const preview = (id: string) =>
      councillor.post("/admin/redaktimi/person/parapamja", { id, version: "", "cv.sq": "Ende pa ruajtur." });
    expect(await textOf(preview(own.id))).toContain("Ende pa ruajtur.");
    expect((await preview(other.id)).status).toBe(403);
    expect((await stored()).cv).not.toMatchObject({ sq: expect.stringContaining("Ende") });
  });

  it("has a first screen of their own: the profile, and the meetings that come with their papers", async () => {
    const page = await textOf(councillor.get("/admin"));
    expect(page).toContain("Teuta Marku");
    expect(page).toContain(place(own.id));
    expect(page).toMatch(/href="\/mbledhjet\/2026-03-12-keshilli"/);
    for (const hidden of ["Draft i fshehtë", "/admin/auditi", "/admin/cilesimet", "/admin/koshi", "/admin/publikimet"])
      expect(page, hidden).not.toContain(hidden);
    const menu = await councillor.get("/en/admin/profile");
    expect([menu.status, menu.headers.get("location")]).toEqual([303, `/en/admin/people/${own.id}`]);
  });

  it("is shown in the menu where they are, on the pages of the profile too", async () => {
    const mark = async (path: string) =>
      /<a[^>]*href="\/(?:en\/)?admin\/profil[ei]?"[^>]*>/.exec(await textOf(councillor.get(path)))?.[0];
    expect(await mark(place(own.id))).toContain('aria-current="page"');
    for (const path of [`${place(own.id)}/versionet`, `/admin/fotot/person/${own.id}`])
      expect(await mark(path), path).toContain('aria-current="true"');
    expect(await mark(`/en/admin/people/${own.id}`)).toContain('aria-current="page"');
    expect(await mark("/admin")).not.toContain("aria-current");
  });

  it("who is an auditor too changes no more by it", async () => {
    const role = { role: "auditor", granted_at: world.clock.now() } as const;
    const account = await lisi.db.read((tx) =>
      tx
        .selectFrom("accounts")
        .where("email", "=", councillor.email)
        .select("id as account_id")
        .executeTakeFirstOrThrow(),
    );
    await lisi.db.write((tx) =>
      tx
        .insertInto("account_roles")
        .values({ ...account, ...role })
        .execute(),
    );
    expect((await councillor.get("/admin/publikimet")).status).toBe(200);
    // Nor is anything lost of what the first screen tells a councillor.
    const day = await textOf(councillor.get("/admin"));
    expect(day).toContain(`href="${place(own.id)}"`);
    expect(day).toMatch(/href="\/mbledhjet\/2026-03-12-keshilli"/);
    const form = await formOf();
    expect(form).not.toHaveProperty("name");
    await councillor.post(place(own.id), { ...form, name: "Kryetarja" });
    expect((await stored()).name).toBe("Teuta Marku");
    expect((await councillor.post(place(other.id), { "cv.sq": "X" })).status).toBe(403);
    await lisi.db.write((tx) => tx.deleteFrom("account_roles").where("role", "=", "auditor").execute());
  });

  it("finds nothing of what others prepare, nor anybody else’s form", async () => {
    for (const path of [place(other.id), "/admin/njerezit", "/admin/koshi", "/admin/miratimet", "/admin/auditi"])
      expect((await councillor.get(path)).status, path).toBe(403);
    expect((await councillor.post(place(other.id), { name: "X" })).status).toBe(403);
    const found = await json("/api/v1/admin/search?q=gent", "GET").then((answer) => answer.json());
    expect(found).toEqual({ hits: [] });
  });
});

describe("Where the council has one person prepare and another publish", () => {
  it("a page that is not public yet is handed over and published by another, and what is public waits for who may", async () => {
    await setApproval(true);
    const draft = await lisi.db.write((tx) =>
      createPerson(tx, doing(world), { name: "Ilir Nika", familyName: "Nika" }),
    );
    const newcomer = await signedIn(world, lisi, ["councillor"], "ilir@lisi.example");
    await link(world, lisi, "ilir@lisi.example", draft.id);
    const sent = await newcomer.post(`/admin/redaktimi/person/${draft.id}/dergimi`, {
      ...(await formOf(draft.id, newcomer)),
      ...{ "cv.sq": "Agronom.", note: "Gati." },
    });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `${place(draft.id)}?done=submitted`]);
    expect(await textOf(newcomer.get("/admin"))).toContain("E keni dërguar për miratim");
    expect(await textOf(secretary.get("/admin/miratimet"))).toContain("Ilir Nika");
    await secretary.post(`/admin/miratimet/person/${draft.id}/kthimi`, { note: "Edhe anglisht" });
    expect(await textOf(newcomer.get("/admin"))).toContain("Edhe anglisht");
    await newcomer.post(`/admin/redaktimi/person/${draft.id}/dergimi`, { note: "" });
    expect((await newcomer.post(`/admin/redaktimi/person/${draft.id}/botimi`, { at: "" })).status).toBe(403);
    expect((await secretary.post(`/admin/redaktimi/person/${draft.id}/botimi`, { at: "" })).status).toBe(303);
    expect(await stored(draft.id)).toMatchObject({ state: "published", name: "Ilir Nika" });

    const late = await newcomer.post(place(draft.id), { ...(await formOf(draft.id, newcomer)), "cv.sq": "Vetë." });
    expect(late.status).toBe(403);
    expect(await stored(draft.id)).toMatchObject({ cv: { sq: expect.stringContaining("Agronom") } });
    await setApproval(false);
  });
});

describe("When the link or the role ends", () => {
  it("the next request is refused, whichever of them it is", async () => {
    const open = () => councillor.get(place(own.id)).then(({ status }) => status);
    expect(await open()).toBe(200);
    await link(world, lisi, councillor.email, null);
    expect(await open()).toBe(403);
    expect(await textOf(councillor.get("/admin"))).toContain("ende nuk i përket askujt");
    await link(world, lisi, councillor.email, own.id);
    expect(await open()).toBe(200);
    await lisi.db.write((tx) => tx.deleteFrom("account_roles").where("role", "=", "councillor").execute());
    expect(await open()).toBe(403);
    expect((await councillor.post(place(own.id), { "cv.sq": "X" })).status).toBe(403);
  });

  it("nobody is linked to somebody of another council, nor to somebody who has an account", async () => {
    await expect(link(world, lisi, councillor.email, away.id)).rejects.toMatchObject({
      fields: [{ path: "person", code: "accounts.person_unknown" }],
    });
    const forced = lisi.db.write((tx) =>
      tx.updateTable("accounts").set({ person_id: away.id }).where("email", "=", councillor.email).execute(),
    );
    await expect(forced).rejects.toThrow(/accounts_person/);
    const second = await signedIn(world, lisi, ["councillor"], "dyte@lisi.example");
    await expect(link(world, lisi, second.email, own.id)).rejects.toMatchObject({ code: "accounts.person_taken" });
    const both = [other.id, other.id].map((id, at) =>
      link(world, lisi, [second.email, "ilir@lisi.example"][at]!, id).then(
        () => "linked",
        ({ code }) => code,
      ),
    );
    expect((await Promise.all(both)).toSorted()).toEqual(["accounts.person_taken", "linked"]);
  });
});
