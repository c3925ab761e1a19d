import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { chamberOf } from "../../../tests/support/chamber.ts";
import { doing, news, pdfOf, storePdf } from "../../../tests/support/content.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { createPerson } from "../people/people.service.ts";
import { createPublication } from "../publications/publications.service.ts";
import type { DraftActInput } from "./draft-acts.schema.ts";
import { addDraftDocuments, createDraftAct, publishDraftAct } from "./draft-acts.service.ts";
import { reopenDraftAct } from "./notice-corrections.service.ts";
import { markDecided, setStage, startConsultation, takeBackDecision } from "./stages.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let coordinator: Visitor & { email: string };
let secretary: Visitor;
const ids: Record<string, string> = {};

const draft = (title: string, given: Partial<DraftActInput> = {}): DraftActInput => ({
  ...{ type: "decision", nature: "normative", title: { sq: title }, subject: "taxes", proposerKind: "mayor" },
  ...{ registeredOn: "2026-02-02", consultationRequired: true, body: { sq: "<p>Neni 1</p>" } },
  ...given,
});
const make = (input: DraftActInput) =>
  lisi.db.write((tx) => createDraftAct(tx, doing(world), input)).then(({ id }) => id);

beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  secretary = await signedIn(world, lisi, ["secretary"]);
  coordinator = await signedIn(world, lisi, ["coordinator_consultation"]);
  ids.consulted = await make(draft("Për taksat vendore"));
  ids.other = await make(draft("Për ndihmën e një familjeje", { consultationRequired: false }));
  ids.voluntary = await make(draft("Për emrat e rrugëve", { consultationRequired: false }));
  await lisi.db.write(async (tx) => {
    await publishDraftAct(tx, doing(world), ids.voluntary!);
    await startConsultation(tx, doing(world), ids.voluntary!);
  });
  await lisi.db.write((tx) => createPublication(tx, doing(world), news({ title: { sq: "Lajm i fshehtë" } })));
  await chamberOf(world, lisi).person("Gent Lleshi");
  await lisi.db.write((tx) => createPerson(tx, doing(world), { name: "Personi i Fshehtë", familyName: "Fshehtë" }));
  ids.paper = (await storePdf(world, lisi, "Relacioni", { title: { sq: "Relacioni i fshehtë" } })) as unknown as string;
});
afterAll(() => world.end());

const textOf = async (answer: Response | Promise<Response>) => (await (await answer).text()).replace(/<!--.*?-->/g, "");
const place = (id: string) => `/admin/projektaktet/${id}`;
const step = (id: string, what: string) => `/admin/redaktimi/draft_act/${id}/${what}`;
const formOf = async (id: string, who: Visitor = coordinator) => fieldsOn(await textOf(who.get(place(id))), "thing");
const stored = (id: string) =>
  lisi.db.read((tx) => tx.selectFrom("draft_acts").selectAll().where("id", "=", id).executeTakeFirstOrThrow());
const setApproval = (approval: boolean) =>
  lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval }).execute());
const json = (path: string, method = "GET", body?: unknown) =>
  world.ask(lisi.host, path, {
    method,
    headers: { cookie: coordinator.cookie!, "content-type": "application/json", "sec-fetch-site": "same-origin" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

describe("The coordinator for public consultation", () => {
  it("sees the draft acts that are put to consultation, and of all others nothing", async () => {
    const list = await textOf(coordinator.get("/admin/projektaktet"));
    expect(list).toContain("Për taksat vendore");
    expect(list).toContain("Për emrat e rrugëve");
    expect(list).not.toContain("Për ndihmën e një familjeje");
    expect((await coordinator.get(place(ids.other!))).status).toBe(404);
    for (const path of ["/admin/publikimet", "/admin/aktet", "/admin/njerezit", "/admin/mbledhjet", "/admin/auditi"])
      expect((await coordinator.get(path)).status, path).toBe(403);
    const api = "/api/v1/admin/editing/draft_act";
    expect(((await (await json(api)).json()) as { total: number }).total).toBe(2);
    expect((await json(`${api}/${ids.other}`)).status).toBe(404);
    expect((await json(`${api}/${ids.other}/versions`)).status).toBe(404);
    expect((await json(`${api}/${ids.other}`, "DELETE")).status).toBe(404);
    expect((await json(`${api}/${ids.other}/publish`, "POST", {})).status).toBe(404);
    expect((await json(`${api}/${ids.other}/submit`, "POST", {})).status).toBe(404);
    expect((await json(`${api}/${ids.other}/return`, "POST", { note: "x" })).status).toBe(404);
    expect((await json("/api/v1/admin/editing/publication")).status).toBe(403);
  });

  it("prepares one, publishes it and withdraws it", async () => {
    const made = await coordinator.post("/admin/projektaktet/i-ri", {
      ...{ type: "decision", nature: "normative", "title.sq": "Për zhurmat", subject: "environment" },
      ...{ registeredOn: "2026-02-10", consultationRequired: "yes", proposerKind: "mayor", "body.sq": "Neni 1" },
    });
    expect(made.status).toBe(303);
    const id = /\/([0-9a-f-]{36})\?/.exec(made.headers.get("location")!)![1]!;
    expect((await coordinator.post(step(id, "botimi"), { at: "" })).status).toBe(303);
    expect(await stored(id)).toMatchObject({ state: "published" });
    await coordinator.post(place(id), { ...(await formOf(id)), "howToComment.sq": "Me e-mail." });
    expect((await stored(id)).how_to_comment).toMatchObject({ sq: expect.stringContaining("e-mail") });
    expect((await coordinator.post(step(id, "terheqja"), { "reason.sq": "Gabim në tekst" })).status).toBe(303);
  });

  it("gives notice of a consultation at its desk, and of no other draft act", async () => {
    const id = await make(draft("Për tregun"));
    await coordinator.post(step(id, "botimi"), { at: "" });
    const desk = (which: string) => `${place(which)}/konsultimi`;
    expect((await coordinator.get(desk(id))).status).toBe(200);
    expect((await coordinator.post(`${desk(id)}/consultation`, { day: "2026-03-02" })).status).toBe(303);
    expect(await stored(id)).toMatchObject({ stage: "consultation" });
    expect((await coordinator.get(desk(ids.other!))).status).toBe(404);
    const refused = await coordinator.post(`${desk(ids.other!)}/consultation`, { day: "2026-03-02" });
    expect(refused.status).toBe(404);
    expect(await stored(ids.other!)).toMatchObject({ stage: "drafting" });
  });

  it("makes nothing that nobody is consulted about, and takes nothing out of the consultation", async () => {
    const refused = await coordinator.post("/en/admin/draft-acts/new", {
      ...{ type: "decision", nature: "individual", "title.sq": "Për një person", subject: "other" },
      ...{ registeredOn: "2026-02-10", proposerKind: "mayor" },
    });
    expect(refused.status).toBe(422);
    expect(await textOf(refused)).toContain("choose it here, or leave this one to the secretary");
    const { consultationRequired: _, ...form } = await formOf(ids.consulted!);
    expect((await coordinator.post(place(ids.consulted!), form)).status).toBe(422);
    expect((await stored(ids.consulted!)).consultation_required).toBe(true);
  });

  it("learns no name of what it may not choose by typing its number, and proposes nobody whom the public does not know", async () => {
    const { id: paper } = await storePdf(world, lisi, "Letra", { title: { sq: "Letër e fshehtë" } });
    const { id: person } = await lisi.db.write((tx) =>
      createPerson(tx, doing(world), { name: "Ilir i Panjohuri", familyName: "Panjohuri" }),
    );
    const form = { ...(await formOf(ids.consulted!)), proposerKind: "councillors", proposerPersonId: person };
    const typed = { ...form, "documents.n0.documentId": paper, "documents.n0.role": "annex" };
    const shown = await textOf(coordinator.post(place(ids.consulted!), { ...typed, do: "add:documents" }));
    expect(shown).not.toContain("Letër e fshehtë");
    expect(shown).not.toContain("Ilir i Panjohuri");
    const refused = await coordinator.post(place(ids.consulted!), form);
    expect(refused.status).toBe(422);
    expect(await textOf(refused)).not.toContain("Ilir i Panjohuri");
    expect(await stored(ids.consulted!)).toMatchObject({ proposer_person_id: null });

    // Whom the secretary has named stays, and is named.
    const at = place(ids.consulted!);
    const named = { proposerKind: "councillors", proposerPersonId: person };
    expect((await secretary.post(at, { ...(await formOf(ids.consulted!, secretary)), ...named })).status).toBe(303);
    expect(await textOf(coordinator.get(at))).toContain("Ilir i Panjohuri");
    expect((await coordinator.post(at, { ...(await formOf(ids.consulted!)), protocolNumber: "44" })).status).toBe(303);
    const none = { proposerKind: "mayor", proposerPersonId: "" };
    expect((await secretary.post(at, { ...(await formOf(ids.consulted!, secretary)), ...none })).status).toBe(303);
  });

  it("chooses from what is public, and brings papers of their own; those of others are not shown", async () => {
    const page = await textOf(coordinator.get(place(ids.consulted!)));
    expect(page).toContain("Gent Lleshi");
    expect(page).not.toContain("Personi i Fshehtë");
    expect(page).not.toContain("Relacioni i fshehtë");
    const choices = (list: string, q = "") => json(`/api/v1/admin/editing/choices/${list}?q=${q}`);
    expect(await (await choices("people", "fsheht")).json()).toEqual({ items: [] });
    expect(await (await choices("documents", "fsheht")).json()).toEqual({ items: [] });
    expect((await choices("acts")).status).toBe(403);

    const body = new FormData();
    for (const [name, value] of Object.entries(await formOf(ids.consulted!))) body.append(name, String(value));
    body.append("id", ids.consulted!);
    body.set("do", "upload:documents");
    body.append(
      "files",
      new File([new Uint8Array(await pdfOf("Raporti"))], "raporti.pdf", { type: "application/pdf" }),
    );
    const shown = await world.ask(lisi.host, "/admin/redaktimi/draft_act/ngarkimi", {
      method: "POST",
      headers: { cookie: coordinator.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" },
      body,
    });
    expect(shown.status).toBe(200);
    const form = fieldsOn(await textOf(shown), "thing");
    const row = Object.keys(form).find((name) => /^documents\..*documentId$/.test(name))!;
    const own = String(form[row]);
    expect((await coordinator.get(`/admin/dokumentet/${own}`)).status).toBe(200);
    const saved = await coordinator.post(place(ids.consulted!), {
      ...(form as Record<string, string>),
      [row.replace("documentId", "role")]: "explanatory_report",
    });
    expect(saved.status).toBe(303);
    expect((await coordinator.get(`/admin/dokumentet/${own}`)).status).toBe(200);
    const documents = await textOf(coordinator.get("/admin/dokumentet"));
    expect(documents).toContain("raporti.pdf");
    expect(documents).not.toContain("Relacioni i fshehtë");
    const hidden = await lisi.db.read((tx) =>
      tx.selectFrom("documents").selectAll().orderBy("created_at").executeTakeFirstOrThrow(),
    );
    expect((await coordinator.get(`/admin/dokumentet/${hidden.id}`)).status).toBe(404);
    expect((await coordinator.get(`/api/v1/admin/documents/${hidden.id}/1/public`)).status).toBe(404);
    for (const what of ["", "/versioni", "/heqja"])
      expect(
        (await coordinator.post(`/admin/dokumentet/${hidden.id}${what}`, { "title.sq": "X", language: "sq" })).status,
        what,
      ).toBe(404);
    await lisi.db.write((tx) =>
      addDraftDocuments(tx, doing(world), ids.other!, [{ documentId: hidden.id, role: "annex" }]),
    );
    expect((await coordinator.get(`/admin/dokumentet/${hidden.id}`)).status).toBe(404);
  });

  it("is not told of a document that it may not see, by bringing the same file", async () => {
    const { bytes, id: hidden } = await storePdf(world, lisi, "I njëjti", { title: { sq: "Padia e fshehtë" } });
    await lisi.db.write((tx) =>
      addDraftDocuments(tx, doing(world), ids.other!, [{ documentId: hidden, role: "annex" }]),
    );
    const send = async (who: Visitor) => {
      const body = new FormData();
      body.append("files", new File([new Uint8Array(bytes)], "e-njejta.pdf", { type: "application/pdf" }));
      const headers = { cookie: who.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" };
      return world.ask(lisi.host, "/admin/dokumentet/ngarkimi", { method: "POST", headers, body });
    };
    expect((await send(coordinator)).status).toBe(303);
    expect(await textOf(coordinator.get("/admin/dokumentet"))).not.toContain("Padia e fshehtë");
    expect(await textOf(send(secretary))).toContain("Padia e fshehtë");
  });

  it("finds by words, in the bin and among what waits, draft acts of consultations alone", async () => {
    const found = async (q: string) =>
      ((await (await json(`/api/v1/admin/search?q=${q}`)).json()) as { hits: { title: string }[] }).hits;
    expect((await found("taksat")).map(({ title }) => title)).toEqual(["Për taksat vendore"]);
    expect(await found("ndihmen")).toEqual([]);
    const hidden = (await (await json("/api/v1/admin/search?q=fsheht")).json()) as { hits: object[] };
    expect(hidden.hits).toEqual([]);

    const gone = await make(draft("Për lulishtet"));
    const goneToo = await make(draft("Për një pension", { consultationRequired: false }));
    await secretary.post(step(gone, "koshi"));
    await secretary.post(step(goneToo, "koshi"));
    const bin = await textOf(coordinator.get("/admin/koshi"));
    expect(bin).toContain("Për lulishtet");
    expect(bin).not.toContain("Për një pension");
    expect((await coordinator.post(step(goneToo, "kthimi-nga-koshi"))).status).toBe(404);
    expect((await coordinator.post(step(gone, "kthimi-nga-koshi"))).status).toBe(303);
  });

  it("has a day of the consultations that run, and a menu of what may be opened", async () => {
    const day = await textOf(coordinator.get("/admin"));
    expect(day).toContain("Asnjë afat komentesh nuk mbaron së shpejti");
    expect(day).not.toContain("14 ditët e ardhshme");
    const [menu] = /<nav[^>]*class="[^"]*desk[^"]*"[\s\S]*?<\/nav>/.exec(day) ?? [day];
    const links = [...menu.matchAll(/href="(\/admin[^"?#]*)/g)].map(([, href]) => href!);
    for (const href of new Set(links)) expect((await coordinator.get(href)).status, href).not.toBe(403);
    expect(links).toContain("/admin/projektaktet");
    expect(links).not.toContain("/admin/publikimet");
  });
});

describe("Where the council has one person prepare and another publish", () => {
  it("the coordinator publishes what another has handed over, and not what is their own", async () => {
    await setApproval(true);
    const id = await make(draft("Për parkimin"));
    const other = await make(draft("Për një qira", { consultationRequired: false }));
    await coordinator.post(step(id, "dergimi"), { note: "" });
    await secretary.post(step(other, "dergimi"), { note: "" });
    const waiting = await textOf(coordinator.get("/admin/miratimet"));
    expect(waiting).toContain("Për parkimin");
    expect(waiting).not.toContain("Për një qira");
    expect((await coordinator.post(`/admin/miratimet/draft_act/${other}/kthimi`, { note: "jo" })).status).toBe(404);
    expect((await coordinator.post(step(id, "botimi"), { at: "" })).status).toBe(409);
    await coordinator.post(step(id, "kthimi"), { note: "" });
    await secretary.post(step(id, "dergimi"), { note: "" });
    expect((await coordinator.post(step(id, "botimi"), { at: "" })).status).toBe(303);
    expect(await stored(id)).toMatchObject({ state: "published" });
    await setApproval(false);
  });
});

describe("Two roles at once", () => {
  it("reach as far as the further one where that edits, and who reads all changes no more by it", async () => {
    const auditor = await signedIn(world, lisi, ["coordinator_consultation", "auditor"], "dy@lisi.example");
    expect((await auditor.get("/admin/auditi")).status).toBe(200);
    expect((await auditor.get("/admin/publikimet")).status).toBe(200);
    expect((await auditor.post(place(ids.other!), { "title.sq": "X", version: "" })).status).toBe(404);
    expect((await auditor.post(step(ids.other!, "botimi"), { at: "" })).status).toBe(404);
    const editor = await signedIn(world, lisi, ["coordinator_consultation", "editor"], "tre@lisi.example");
    expect((await editor.get(place(ids.other!))).status).toBe(200);
  });
});

it("A document that is not the coordinator's is not got at by naming it in a draft act", async () => {
  const { id: documentId } = await storePdf(world, lisi, "Pagesat", { title: { sq: "Pagesa e fshehtë" } });
  const input = { ...draft("Për një dokument të huaj"), documents: [{ documentId, role: "annex" }] };
  const refused = await json("/api/v1/admin/editing/draft_act", "POST", { input });
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining("publications.document_unknown"),
  ]);
  const own = await json("/api/v1/admin/editing/draft_act", "POST", { input: draft("Për një dokument timin") });
  const { id, version } = (await own.json()) as { id: string; version: string };
  const named = await json(`/api/v1/admin/editing/draft_act/${id}`, "PUT", { version, input: { ...input } });
  expect(named.status).toBe(422);
  expect((await json(`/api/v1/admin/documents/${documentId}/1/public`)).status).toBe(404);
});

it("The Council's decision is entered for what is on its agenda: no period for comments is cut by it", async () => {
  const rejected = await coordinator.post(`/admin/projektaktet/${ids.voluntary}/konsultimi/rejected`, {
    form: crypto.randomUUID(),
    seen: "",
  });
  expect(rejected.status).toBe(409);
  expect((await stored(ids.voluntary!)).stage).toBe("consultation");
});

it("What was rejected and taken up again goes on where it stands now, once its act is taken back", async () => {
  const id = await make(draft("Për tregun e ri"));
  const does = (work: (tx: TenantTx) => Promise<unknown>) => lisi.db.write(work);
  await does((tx) => publishDraftAct(tx, doing(world), id));
  await does((tx) => setStage(tx, doing(world), id, "agenda"));
  await does((tx) => markDecided(tx, doing(world), id, "rejected"));
  await does((tx) => reopenDraftAct(tx, doing(world), id, { reason: { sq: "Gabim." } }));
  await does((tx) => startConsultation(tx, doing(world), id));
  await does((tx) => markDecided(tx, doing(world), id, "adopted"));
  await does((tx) => takeBackDecision(tx, doing(world), id));
  expect(await stored(id)).toMatchObject({ stage: "consultation", decided_at: null });
});

it("A notice that the coordinator takes back leaves them the draft act, also where no law asks for consultation", async () => {
  const id = ids.voluntary!;
  const desk = `/admin/projektaktet/${id}/konsultimi`;
  const form = fieldsOn(await textOf(coordinator.get(desk)), "taken_back");
  const sent = await coordinator.post(`${desk}/taken_back`, { ...form, "reason.sq": "Gabim." });
  expect(sent.status).toBe(303);
  expect((await coordinator.get(sent.headers.get("location")!)).status).toBe(200);
});
