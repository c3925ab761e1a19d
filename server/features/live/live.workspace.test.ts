import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { doing, storePdf } from "../../../tests/support/content.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { draft as draftInput, publishDraft } from "../../../tests/support/drafts.ts";
import { addItem, addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { addDraftDocuments, createDraftAct } from "../draft-acts/draft-acts.service.ts";
import { attachToItem } from "../meetings/meeting-documents.service.ts";
import type { ConsoleView } from "./console-view.ts";

let world: TestWorld;
let meeting: string;
let item: string;
let address: string;
let secretary: Visitor;
let publisher: Visitor;
beforeAll(async () => {
  world = await createWorld();
  const { lisi } = world;
  const council = await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak", en: "Municipal Council" }, 5);
  const announced = { stage: "announced", announced_at: new Date("2026-02-26T09:00:00Z") } as const;
  meeting = await addMeeting(lisi, council.id, "mars", { ...announced, starts_at: new Date("2026-03-05T17:00:00Z") });
  item = await addItem(lisi, meeting, [1], { sq: "Tarifat e reja", en: "New fees" }, { kind: "draft_act" });
  address = `/api/v1/admin/live/${meeting}`;
  secretary = await signedIn(world, lisi, ["secretary"]);
  publisher = await signedIn(world, lisi, ["publisher"]);
});
afterAll(() => world.end());

interface Answer {
  number: number | null;
  problem: { code: string; title: string } | null;
  view: ConsoleView;
}
async function send(
  visitor: Visitor,
  step: unknown,
  options: { command?: string; lang?: string; after?: number } = {},
) {
  const { command = crypto.randomUUID(), lang = "sq", after = 0 } = options;
  const answer = await world.ask(visitor.council.host, `${address}?after=${after}`, {
    method: "POST",
    body: JSON.stringify({ command, step }),
    headers: {
      ...{ "content-type": "application/json", "accept-language": lang, "sec-fetch-site": "same-origin" },
      ...(visitor.cookie && { cookie: visitor.cookie }),
    },
  });
  return { status: answer.status, body: (await answer.json()) as Answer };
}
const ask = (visitor: Visitor, path = address, headers: Record<string, string> = {}) =>
  world.ask(visitor.council.host, path, { headers: { cookie: visitor.cookie!, ...headers } });

describe("The console", () => {
  it("shows who belongs to the meeting, its agenda, and the rule that proposes a majority with its source", async () => {
    const html = await (await secretary.get(`/admin/mbledhjet/${meeting}/seanca`)).text();
    expect(html).toContain("Drejtimi i mbledhjes");
    expect(html).toContain("Konsola ka nevojë për JavaScript");
    expect(html).toContain("Tarifat e reja");
    const view = (await (await ask(secretary)).json()) as ConsoleView;
    expect(view.sheet.people).toHaveLength(5);
    expect(view.sheet.items[0]).toMatchObject({ id: item, number: "1", majority: "voting" });
    expect(view.sheet.rules.map(({ law, certainty }) => [law, certainty])).toContainEqual([
      "139/2015",
      "i mundshëm, ende pa u krahasuar me ligjin",
    ]);
    const english = await (await secretary.get(`/en/admin/meetings/${meeting}/session`)).text();
    expect(english).toContain("The console needs JavaScript");
    expect(english).toContain("New fees");
  });

  it("has at hand what lies with an item’s draft act, before the item’s own papers, and not what the public may not read", async () => {
    const { lisi } = world;
    const by = doing(world);
    const [shown, kept, own] = await Promise.all([
      storePdf(world, lisi, "Relacioni"),
      storePdf(world, lisi, "Shënime të brendshme"),
      storePdf(world, lisi, "Sqarim"),
    ]);
    const draft = await publishDraft(world, lisi);
    const hidden = await lisi.db.write((tx) => createDraftAct(tx, by, draftInput({ protocolNumber: "1060/2" })));
    await lisi.db.write(async (tx) => {
      await addDraftDocuments(tx, by, draft.id, [{ documentId: shown.id, role: "explanatory_report" }]);
      await addDraftDocuments(tx, by, hidden.id, [{ documentId: kept.id, role: "other" }]);
      await attachToItem(tx, by, item, [{ documentId: own.id, role: "other" }], { sq: "U shtua një sqarim." });
      await tx.updateTable("agenda_items").set({ draft_act_id: draft.id }).where("id", "=", item).execute();
    });
    const papers = async () => ((await (await ask(secretary)).json()) as ConsoleView).sheet.items[0]!.papers;
    expect((await papers()).map(({ id, role }) => [id, role])).toEqual([
      [shown.id, "Relacion shpjegues"],
      [own.id, "Dokument"],
    ]);
    const rest = (draft_act_id: string | null) =>
      lisi.db.write((tx) => tx.updateTable("agenda_items").set({ draft_act_id }).where("id", "=", item).execute());
    await rest(hidden.id);
    expect((await papers()).map(({ id }) => id)).toEqual([own.id]);
    await rest(null);
  });

  it("takes a step once, and answers with all that is new since the last one known", async () => {
    const command = crypto.randomUUID();
    const first = await send(secretary, { kind: "opened" }, { command });
    expect(first).toMatchObject({ status: 200, body: { number: 1, problem: null, view: { last: 1 } } });
    expect((await send(secretary, { kind: "opened" }, { command })).body).toMatchObject({
      number: 1,
      view: { last: 1 },
    });
    const members = first.body.view.sheet.people.map(({ id }) => ({ personId: id, status: "present" }));
    const { body } = await send(publisher, { kind: "roll_called", members }, { after: 1 });
    expect(body.view.steps.map(({ number, by }) => [number, by])).toEqual([[2, "Arta publisher"]]);
  });

  it("tells a second screen why its step came too late, in its language, and how it stands now", async () => {
    await send(secretary, { kind: "item_started", itemId: item });
    const late = await send(publisher, { kind: "item_started", itemId: item }, { after: 2 });
    expect(late).toMatchObject({ status: 409, body: { problem: { code: "live.item_started_already" } } });
    expect(late.body.problem!.title).toBe("Kjo pikë është tashmë në diskutim.");
    expect(late.body.view.steps.map(({ step }) => step.kind)).toEqual(["item_started"]);
    const english = await send(publisher, { kind: "item_started", itemId: item }, { lang: "en" });
    expect(english.body.problem!.title).toBe("This item is under discussion already.");
    expect((await send(publisher, { kind: "dance" })).status).toBe(422);
  });

  it("answers a screen that knows everything without sending it again", async () => {
    const answer = await ask(publisher);
    const tag = answer.headers.get("etag")!;
    expect((await ask(publisher, address, { "if-none-match": tag })).status).toBe(304);
    await send(secretary, { kind: "speaker_listed", guest: "Kryetari i Bashkisë" });
    expect((await ask(publisher, address, { "if-none-match": tag })).status).toBe(200);
    expect(((await (await ask(publisher, `${address}?after=3`)).json()) as ConsoleView).steps).toHaveLength(1);
    expect((await ask(publisher, `${address}?after=-1`)).status).toBe(422);
  });

  it("keeps of a secret vote the counts alone: in the log, in the audit, on every screen", async () => {
    const vote = crypto.randomUUID();
    const people = (await (await ask(secretary)).json()).sheet.people as { id: string }[];
    await send(secretary, { kind: "vote_opened", vote, itemId: item, method: "secret", majority: "voting" });
    const named = await send(secretary, {
      ...{ kind: "ballots_cast", vote },
      ballots: [{ personId: people[0]!.id, choice: "for" }],
    });
    expect(named.body.problem!.code).toBe("meetings.secret_vote_named");
    const { body } = await send(secretary, {
      ...{ kind: "vote_closed", vote },
      counts: { votesFor: 3, votesAgainst: 2, abstentions: 0 },
    });
    const closed = body.view.steps.at(-1)!;
    expect(closed.step).toMatchObject({ kind: "vote_closed", counts: { votesFor: 3, votesAgainst: 2 } });
    const told = await world.lisi.db.read(async (tx) => ({
      audit: await tx.selectFrom("audit_log").select("after").where("action", "=", "vote.recorded").execute(),
      ballots: await tx.selectFrom("ballots").select("person_id").execute(),
    }));
    expect(told.ballots).toEqual([]);
    expect(told.audit).toHaveLength(1);
    expect(told.audit[0]!.after).toMatchObject({ ballots: [] });
    for (const { id } of people) expect(JSON.stringify(told.audit)).not.toContain(id);
  });

  it("is watched by whoever may see drafts, and run by whoever may publish", async () => {
    const auditor = await signedIn(world, world.lisi, ["auditor"]);
    const html = await (await auditor.get(`/admin/mbledhjet/${meeting}/seanca`)).text();
    expect(html).toContain("Mbledhjen e drejtojnë sekretari dhe publikuesit.");
    expect((await send(auditor, { kind: "break_began" })).status).toBe(403);
    const editor = await signedIn(world, world.lisi, ["editor"]);
    expect((await send(editor, { kind: "break_began" })).status).toBe(403);
  });

  it("is nowhere for the neighbour’s secretary", async () => {
    const neighbour = await signedIn(world, world.krasta, ["secretary"]);
    expect((await ask(neighbour)).status).toBe(404);
    expect((await neighbour.get(`/admin/mbledhjet/${meeting}/seanca`)).status).toBe(404);
    expect((await send(neighbour, { kind: "break_began" })).status).toBe(404);
    const stranger = { ...neighbour, council: world.lisi } as Visitor;
    expect((await send(stranger, { kind: "break_began" })).status).toBe(401);
  });

  it("has its way in from the meeting, and leaves no second way to open or close it", async () => {
    const course = await (await secretary.get(`/admin/mbledhjet/${meeting}/zhvillimi`)).text();
    expect(course).toContain(`/admin/mbledhjet/${meeting}/seanca`);
    expect(course).not.toContain('name="step"');
    // On its day it is what the meeting's page proposes first.
    const page = await (await secretary.get(`/admin/mbledhjet/${meeting}`)).text();
    expect(page).toMatch(new RegExp(`class="button ?" href="/admin/mbledhjet/${meeting}/seanca"`));
  });
});
