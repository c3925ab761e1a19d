import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { link, signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { chamberOf } from "../../../tests/support/chamber.ts";
import { doing, storePdf } from "../../../tests/support/content.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { DraftActInput } from "../draft-acts/draft-acts.schema.ts";
import { addDraftDocuments, createDraftAct, publishDraftAct } from "../draft-acts/draft-acts.service.ts";
import { addItem } from "../meetings/agenda.service.ts";
import { createPerson } from "../people/people.service.ts";
import type { Role } from "./roles.shared.ts";

let world: TestWorld;
let lisi: TestCouncil;
let secretary: Visitor;
const ids: Record<"consulted" | "other" | "own" | "person" | "paper" | "strange", string> = {
  ...{ consulted: "", other: "", own: "", person: "", paper: "", strange: "" },
};

const make = (title: string, given: Partial<DraftActInput> = {}) =>
  lisi.db
    .write((tx) =>
      createDraftAct(tx, doing(world), {
        ...{ type: "decision", nature: "normative", title: { sq: title }, subject: "taxes", proposerKind: "mayor" },
        ...{ registeredOn: "2026-02-02", consultationRequired: true, body: { sq: "<p>Neni 1</p>" } },
        ...given,
      }),
    )
    .then(({ id }) => id);
const paperOf = async (draft: string, title: string) => {
  const { id: paper } = await storePdf(world, lisi, title, { title: { sq: title } });
  await lisi.db.write((tx) => addDraftDocuments(tx, doing(world), draft, [{ documentId: paper, role: "annex" }]));
  return paper;
};

beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  secretary = await signedIn(world, lisi, ["secretary"]);
  ids.consulted = await make("Për taksat vendore");
  ids.other = await make("Për ndihmën e një familjeje", { consultationRequired: false });
  ids.paper = await paperOf(ids.consulted, "Relacioni i taksave");
  ids.strange = await paperOf(ids.other, "Relacioni i ndihmës");
  ids.own = (await chamberOf(world, lisi).person("Teuta Marku")).id;
  ids.person = (
    await lisi.db.write((tx) => createPerson(tx, doing(world), { name: "Gent i Fshehtë", familyName: "Fshehtë" }))
  ).id;
});
afterAll(() => world.end());

const withRoles = (...roles: Role[]) => signedIn(world, lisi, roles);
const textOf = async (answer: Response | Promise<Response>) => (await (await answer).text()).replace(/<!--.*?-->/g, "");
const status = (answer: Promise<Response>) => answer.then((one) => one.status);
const place = (id: string) => `/admin/projektaktet/${id}`;
const step = (id: string, what: string) => `/admin/redaktimi/draft_act/${id}/${what}`;
const json = (who: Visitor, path: string, method = "GET", body?: unknown) =>
  world.ask(lisi.host, path, {
    method,
    headers: { cookie: who.cookie!, "content-type": "application/json", "sec-fetch-site": "same-origin" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const stored = (id: string) =>
  lisi.db.read((tx) => tx.selectFrom("draft_acts").selectAll().where("id", "=", id).executeTakeFirstOrThrow());
const setApproval = (approval: boolean) =>
  lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval }).execute());

describe("An editor who is the coordinator for consultation too", () => {
  it("publishes and withdraws what people are consulted about, and of all else nothing", async () => {
    const both = await withRoles("editor", "coordinator_consultation");
    expect(await status(both.get(place(ids.other)))).toBe(200);
    expect(await textOf(both.get(place(ids.other)))).not.toContain(step(ids.other, "botimi"));
    expect(await status(both.post(step(ids.other, "botimi"), { at: "" }))).toBe(403);
    expect(await status(json(both, `/api/v1/admin/editing/draft_act/${ids.other}/publish`, "POST", {}))).toBe(403);
    expect(await stored(ids.other)).toMatchObject({ state: "draft" });
    await lisi.db.write((tx) => publishDraftAct(tx, doing(world), ids.other));
    expect(await status(both.post(step(ids.other, "terheqja"), { "reason.sq": "Pa arsye" }))).toBe(403);
    expect(await stored(ids.other)).toMatchObject({ state: "published" });
    expect(await textOf(both.get(place(ids.consulted)))).toContain(step(ids.consulted, "botimi"));
    expect(await status(both.post(step(ids.consulted, "botimi"), { at: "" }))).toBe(303);
  });

  it("changes alone, where two are asked for, what of it the public reads, and no other draft act or paper", async () => {
    const both = await signedIn(world, lisi, ["editor", "coordinator_consultation"], "dy@lisi.example");
    await setApproval(true);
    const change = async (id: string) =>
      status(
        both.post(place(id), { ...fieldsOn(await textOf(secretary.get(place(id))), "thing"), protocolNumber: "7" }),
      );
    expect(await change(ids.other)).toBe(403);
    expect(await change(ids.consulted)).toBe(303);
    const describe = (id: string) =>
      status(both.post(`/admin/dokumentet/${id}`, { "title.sq": "Titull tjetër", language: "sq" }));
    expect(await describe(ids.strange)).toBe(403);
    expect(await describe(ids.paper)).toBe(303);

    const waiting = await make("Për emrin e një rruge", { consultationRequired: false });
    const editor = await withRoles("editor");
    expect(await status(editor.post(step(waiting, "dergimi"), { note: "" }))).toBe(303);
    const given = { note: "Jo" };
    expect(await status(both.post(`/admin/miratimet/draft_act/${waiting}/kthimi`, given))).toBe(403);
    expect(await textOf(both.get("/admin/miratimet"))).toContain("Për emrin e një rruge");
    await setApproval(false);
  });
});

describe("An auditor who is the coordinator for consultation too", () => {
  it("reads everything, and changes what people are consulted about", async () => {
    const both = await withRoles("auditor", "coordinator_consultation");
    const list = await textOf(both.get("/admin/projektaktet"));
    for (const title of ["Për taksat vendore", "Për ndihmën e një familjeje"]) expect(list).toContain(title);
    const page = await textOf(both.get(place(ids.other)));
    expect(page).toContain("Për ndihmën e një familjeje");
    for (const path of [step(ids.other, "botimi"), step(ids.other, "terheqja"), step(ids.other, "koshi")])
      expect(page, path).not.toContain(path);
    for (const path of ["/versionet", "/konsultimi", "/parapamja"])
      expect(await status(both.get(place(ids.other) + path)), path).toBe(200);
    expect(await status(json(both, `/api/v1/admin/editing/draft_act/${ids.other}`))).toBe(200);
    const found = (await (await json(both, "/api/v1/admin/search?q=ndihmen")).json()) as { hits: { href: string }[] };
    expect(found.hits.map(({ href }) => href)).toContain(place(ids.other));

    const form = fieldsOn(await textOf(secretary.get(place(ids.other))), "thing");
    expect(await status(both.post(place(ids.other), { ...form, protocolNumber: "9" }))).toBe(404);
    expect(await status(both.post(step(ids.other, "terheqja"), { "reason.sq": "Pa arsye" }))).toBe(404);
    expect(await status(both.post(`${place(ids.other)}/konsultimi/consultation`, { day: "2026-03-02" }))).toBe(404);
    const own = fieldsOn(await textOf(both.get(place(ids.consulted))), "thing");
    expect(await status(both.post(place(ids.consulted), { ...own, protocolNumber: "12" }))).toBe(303);
    expect(await stored(ids.other)).toMatchObject({ protocol_number: null, state: "published" });
  });

  it("reads every document, and changes those of such draft acts", async () => {
    const both = await signedIn(world, lisi, ["auditor", "coordinator_consultation"], "lexues@lisi.example");
    expect(await textOf(both.get("/admin/dokumentet"))).toContain("Relacioni i ndihmës");
    expect(await status(both.get(`/admin/dokumentet/${ids.strange}`))).toBe(200);
    const describe = (id: string) =>
      status(both.post(`/admin/dokumentet/${id}`, { "title.sq": "Titull i ri", language: "sq" }));
    expect(await describe(ids.strange)).toBe(404);
    expect(await describe(ids.paper)).toBe(303);
    expect(await status(both.post(`/admin/dokumentet/${ids.strange}/heqja`))).toBe(404);
    const { id: free } = await storePdf(world, lisi, "I lirë", { title: { sq: "Letër e lirë" } });
    const { items } = (await (await json(both, "/api/v1/admin/editing/choices/documents?q=leter")).json()) as {
      items: { value: string }[];
    };
    expect(items.map(({ value }) => value)).not.toContain(free);
  });

  it("sees the whole bin, and takes out of it what is theirs", async () => {
    const both = await signedIn(world, lisi, ["auditor", "coordinator_consultation"], "koshi@lisi.example");
    const thrown = await make("Për një festë", { consultationRequired: false });
    const theirs = await make("Për një park");
    for (const id of [thrown, theirs]) await secretary.post(step(id, "koshi"));
    const page = await textOf(both.get("/admin/koshi"));
    expect(page).toContain("Për një festë");
    expect(page).not.toContain(step(thrown, "kthimi-nga-koshi"));
    expect(page).toContain(step(theirs, "kthimi-nga-koshi"));
    expect(await status(both.post(step(thrown, "kthimi-nga-koshi")))).toBe(404);
    expect(await status(both.post(step(theirs, "kthimi-nga-koshi")))).toBe(303);
  });
});

describe("An auditor", () => {
  it("is led to no page that refuses them: neither to new things, nor to the forms of an agenda", async () => {
    const auditor = await withRoles("auditor");
    const body = (await chamberOf(world, lisi).body("council", "Këshilli")).id;
    const meeting = await addMeeting(lisi, body, "2026-03-12-keshilli");
    const item = await lisi.db.write((tx) =>
      addItem(tx, doing(world), meeting, { kind: "other", title: { sq: "Çmimi i ujit" } }),
    );
    const empty = await addMeeting(lisi, body, "2026-03-19-keshilli", {
      ...{ starts_at: new Date("2026-03-19T17:00:00Z"), place: null },
    });
    const found = (await (await json(auditor, "/api/v1/admin/search?q=cmimi")).json()) as { hits: { href: string }[] };
    expect(found.hits.map(({ href }) => href)).toContain(`/admin/mbledhjet/${meeting}`);
    for (const path of [
      ...["/admin/publikimet", "/admin/aktet", "/admin/projektaktet", "/admin/njerezit", "/admin/albumet"],
      ...[`/admin/mbledhjet/${meeting}`, `/admin/mbledhjet/${empty}/njoftimi`],
    ]) {
      const links = [...(await textOf(auditor.get(path))).matchAll(/<a[^>]* href="(\/admin\/[^"#]*)"/g)];
      for (const href of new Set(links.map(([, one]) => one!.replaceAll("&amp;", "&"))))
        expect(await status(auditor.get(href)), `${path} leads to ${href}`).toBe(200);
    }
    expect(await textOf(secretary.get(`/admin/mbledhjet/${meeting}`))).toContain(`/pikat/${item.id}`);
  });
});

describe("An auditor who is a councillor too", () => {
  it("reads the whole register of people, and changes their own page", async () => {
    const both = await withRoles("auditor", "councillor");
    await link(world, lisi, both.email, ids.own);
    expect(await textOf(both.get("/admin/njerezit"))).toContain("Gent i Fshehtë");
    const other = await both.get(`/admin/njerezit/${ids.person}`);
    expect(other.status).toBe(200);
    expect(await status(both.get(`/admin/njerezit/${ids.person}/versionet`))).toBe(200);
    expect(await status(both.get(`/admin/fotot/person/${ids.person}`))).toBe(200);
    expect(await status(both.post(`/admin/njerezit/${ids.person}`, { "cv.sq": "X" }))).toBe(403);
    const own = fieldsOn(await textOf(both.get(`/admin/njerezit/${ids.own}`)), "thing");
    expect(own).not.toHaveProperty("name");
    expect(await status(both.post(`/admin/njerezit/${ids.own}`, { ...own, "occupation.sq": "Mësuese" }))).toBe(303);
  });
});
