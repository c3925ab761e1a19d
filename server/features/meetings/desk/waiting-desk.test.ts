import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signedIn, type Visitor, visitorOf } from "../../../../tests/support/accounts.ts";
import { doing, pdfOf, storePdf } from "../../../../tests/support/content.ts";
import { seatBody } from "../../../../tests/support/council-rows.ts";
import { fieldsOn } from "../../../../tests/support/fields-on.ts";
import { addItem, addMeeting } from "../../../../tests/support/meeting-rows.ts";
import { visitTo } from "../../../../tests/support/operators.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../../tests/support/world.ts";
import { replaceDocument } from "../../documents/documents.service.ts";
import { attachToMeeting } from "../meeting-documents.service.ts";
import { meetingEditable } from "../meetings.editable.ts";
import type { MeetingPapers } from "../meetings.schema.ts";

let world: TestWorld;
let lisi: TestCouncil;
let body: string;
let secretary: Visitor;
let editor: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  [secretary, editor, neighbour] = await Promise.all([
    signedIn(world, lisi, ["secretary"]),
    signedIn(world, lisi, ["editor"]),
    signedIn(world, world.krasta, ["secretary"]),
  ]);
  body = (await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak" }, 3)).id;
});
afterAll(() => world.end());

let count = 0;
let meeting: string;
let slug: string;
let item: string;
let desk: string;
let papersPage: string;
beforeEach(async () => {
  await wantsApproval(true);
  await meetingAt("closed");
});
async function meetingAt(stage: "announced" | "open" | "closed") {
  count += 1;
  slug = `mbledhja-${count}`;
  meeting = await addMeeting(lisi, body, slug, {
    stage,
    announced_at: new Date("2026-02-01T09:00:00Z"),
    starts_at: new Date(Date.UTC(2026, 1, 1 + count, 17)),
  });
  item = await addItem(lisi, meeting, [1], { sq: "Për parkun", en: "On the park" }, { kind: "report" });
  desk = `/admin/mbledhjet/${meeting}`;
  papersPage = `${desk}/dokumentet/miratimi`;
}

const wantsApproval = (approval: boolean) =>
  lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval }).execute());
const page = async (visitor: Visitor, path = papersPage) => (await visitor.get(path)).text();
const form = async (visitor: Visitor, name: string) => fieldsOn(await page(visitor), name);
async function send(visitor: Visitor, path: string, fields: Record<string, string>, ...texts: string[]) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  for (const text of texts)
    data.append(
      "files",
      new File([new Uint8Array(await pdfOf(`${text}: letër e Këshillit`))], `${text}.pdf`, { type: "application/pdf" }),
    );
  return world.ask(visitor.council.host, path, {
    method: "POST",
    headers: { cookie: visitor.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" },
    body: data,
  });
}
const lay = async (visitor: Visitor, fields: Record<string, string>, ...texts: string[]) =>
  send(visitor, papersPage, { ...(await form(visitor, "laying")), ...fields }, ...texts);
const letIn = async (visitor: Visitor) => visitor.post(`${papersPage}/publikimi`, await form(visitor, "letting-in"));
const publicMeeting = async () => {
  await world.catchUp();
  return (await lisi.get(`/api/v1/meetings/${slug}`)).text();
};
const carried = () =>
  lisi.db.read((tx) =>
    tx
      .selectFrom("attachments")
      .select(["document_id", "waits"])
      .where((eb) => eb.or([eb("meeting_id", "=", meeting), eb("agenda_item_id", "=", item)]))
      .execute(),
  );

describe("Papers of a meeting that is over, where the council wants approval,", () => {
  it("are laid beside it by one, an editor too, and let in by another with what its readers are told", async () => {
    expect(await page(editor, desk)).toContain(`href="${papersPage}"`);
    expect((await lay(editor, { of: item, role: "annex" }, "Shtojca")).headers.get("location")).toBe(
      `${papersPage}?done=laid`,
    );
    expect((await lay(editor, { of: "", role: "other", note: "Dy dokumente." }, "Letra")).status).toBe(303);
    expect(await publicMeeting()).not.toMatch(/Shtojca|Letra/);
    const approvals = await page(secretary, "/admin/miratimet");
    for (const words of [`href="${papersPage}"`, "Dokumente të një mbledhjeje", "Dy dokumente."])
      expect(approvals).toContain(words);
    expect(await page(secretary, `/en/admin/meetings/${meeting}/documents/approval`)).toContain("Shtojca");
    expect(await form(editor, "letting-in")).toEqual({});
    const done = await secretary.post(`${papersPage}/publikimi`, {
      ...(await form(secretary, "letting-in")),
      "reason.sq": "U shtuan pas mbledhjes",
    });
    expect(done.headers.get("location")).toBe(`${desk}?done=papers#papers`);
    expect(await publicMeeting()).toMatch(/Shtojca(.|\n)*Letra|Letra(.|\n)*Shtojca/);
    expect(await carried()).toEqual([
      expect.objectContaining({ waits: false }),
      expect.objectContaining({ waits: false }),
    ]);
    expect(await page(secretary, "/admin/miratimet")).not.toContain(papersPage);
    const told = await lisi.db.read((tx) =>
      tx.selectFrom("meeting_versions").select("reason").where("meeting_id", "=", meeting).execute(),
    );
    expect(told.at(-1)).toMatchObject({ reason: { sq: "U shtuan pas mbledhjes" } });
  });

  it("are added by nobody alone: not as files, nor of the council’s documents, nor with the whole meeting", async () => {
    const { id: document } = await storePdf(world, lisi, "Letër");
    for (const [path, fields] of [
      [`${desk}/dokumentet/ngarkimi`, { role: "other" }],
      [`${desk}/pikat/${item}/ngarkimi`, { role: "annex" }],
    ] as const) {
      const refused = await send(secretary, path, fields, "Vetëm");
      expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("i miraton dikush tjetër")]);
    }
    for (const [path, role] of [
      [`${desk}/dokumentet`, "other"],
      [`${desk}/pikat/${item}/dokumentet`, "annex"],
    ] as const)
      expect((await secretary.post(path, { documentIds: document, role })).status).toBe(409);
    const whole = lisi.db.write(async (tx) => {
      const { input } = (await meetingEditable.find(tx, meeting))!;
      const papers = input as unknown as MeetingPapers;
      const documents = [...papers.documents, { documentId: document, role: "other" as const }];
      await meetingEditable.change(tx, doing(world), meeting, { ...input, documents });
    });
    await expect(whole).rejects.toMatchObject({ code: "meetings.papers_by_two" });
    expect(await carried()).toEqual([]);
    const shown = await page(secretary, `${desk}/dokumentet`);
    expect(shown).toContain(`href="${papersPage}"`);
    expect(shown).not.toContain(`action="${desk}/dokumentet/ngarkimi"`);
  });

  it("become no minutes by a word: what is laid on a public meeting is made its minutes at their own desk alone", async () => {
    for (const stage of ["closed", "announced"] as const) {
      await meetingAt(stage);
      const { id: document } = await storePdf(world, lisi, `Letër ${stage}`);
      const arranged = (role: "other" | "minutes") =>
        lisi.db.write(async (tx) => {
          const { input } = (await meetingEditable.find(tx, meeting))!;
          await meetingEditable.change(tx, doing(world), meeting, {
            ...{ ...input, documents: [{ documentId: document, role }] },
            reason: { sq: "U rendit sërish." },
          });
        });
      await wantsApproval(false);
      await arranged("other");
      await wantsApproval(true);
      await expect(arranged("minutes"), stage).rejects.toMatchObject({ code: "meetings.papers_by_two" });
      await wantsApproval(false);
      await arranged("minutes");
    }
  });

  it("come back with a reason or are taken away, and are handed over as they are", async () => {
    await lay(editor, { of: item, role: "annex" }, "Shtojca");
    const seen = await form(secretary, "letting-in");
    expect(
      (await secretary.post(`/admin/miratimet/meeting_papers/${meeting}/kthimi`, { note: "E gabuar." })).status,
    ).toBe(303);
    expect(await page(editor)).toContain("e ktheu: E gabuar.");
    expect((await secretary.post(`${papersPage}/publikimi`, seen)).status).toBe(409);
    expect((await lay(editor, {})).status).toBe(303);
    const { file } = await storePdf(world, lisi, "Tjetër");
    const [{ document_id: document }] = (await carried()) as [{ document_id: string; waits: boolean }];
    await lisi.db.write((tx) => replaceDocument(tx, doing(world), document, file, { fileName: "b.pdf" }));
    expect((await secretary.post(`${papersPage}/publikimi`, seen)).status).toBe(409);
    expect(await form(secretary, "letting-in")).toEqual({});
    expect((await editor.post(`${papersPage}/heqja`, await form(editor, "laying-out"))).status).toBe(303);
    expect(await carried()).toEqual([]);
    expect(await page(secretary, "/admin/miratimet")).not.toContain(papersPage);
  });

  it("and are joined by another in the same moment, are let in as they were seen or not at all", async () => {
    await lay(editor, { of: "", role: "other" }, "E miratuar");
    const [seen, mine] = [await form(secretary, "letting-in"), await form(editor, "laying")];
    const answers = await Promise.all([
      send(editor, papersPage, { ...mine, of: "", role: "other" }, "E pamiratuar"),
      secretary.post(`${papersPage}/publikimi`, seen),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await publicMeeting()).not.toContain("E pamiratuar");
  });

  it("are let in once somebody has looked at what they seem to say of persons, and not by saying so without having seen it", async () => {
    await lay(editor, { of: "", role: "other" }, "Përfituesi me numër personal J01231118R.");
    const seen = await form(secretary, "letting-in");
    const send = (persons?: string) =>
      secretary.post(`${papersPage}/publikimi`, { ...seen, ...(persons && { persons }), "reason.sq": "U shtua" });
    const asked = await send();
    const html = await asked.text();
    expect([asked.status, html]).toEqual([422, expect.stringContaining("Numër personal")]);
    for (const forged of ["yes", "x".repeat(43)]) expect((await send(forged)).status).toBe(422);
    expect(await carried()).toEqual([expect.objectContaining({ waits: true })]);
    expect((await send(/name="persons" value="([\w-]{43})"/.exec(html)![1]!)).status).toBe(303);
    expect(await carried()).toEqual([expect.objectContaining({ waits: false })]);
  });

  it("are let in by nobody who laid them there, no stranger, neighbour or operator", async () => {
    await lay(secretary, { of: "", role: "other" }, "E sekretarit");
    const { seen } = await form(secretary, "laying");
    const own = await secretary.post(`${papersPage}/publikimi`, { seen: seen! });
    expect([own.status, await own.text()]).toEqual([409, expect.stringContaining("e publikon dikush tjetër")]);
    expect((await editor.post(`${papersPage}/publikimi`, { seen: seen! })).status).toBe(403);
    expect((await neighbour.get(papersPage)).status).toBe(404);
    expect((await neighbour.post(`${papersPage}/publikimi`, { seen: seen! })).status).toBe(404);
    const visitor = visitorOf(world, lisi);
    visitor.cookie = `session=${await visitTo(world, lisi)}`;
    const operator = await send(visitor, papersPage, { seen: seen!, role: "other", of: "" }, "E operatorit");
    expect([operator.status, await operator.text()]).toEqual([403, expect.stringContaining("personi i dytë")]);
    const wrong = await lay(secretary, { of: item, role: "notice" }, "Njoftim");
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('href="#laying-role"')]);
  });
});

describe("Papers reach the public at once", () => {
  it.each(["announced", "open"] as const)(
    "of a meeting that is %s, since the law has them there before and while it sits",
    async (stage) => {
      await meetingAt(stage);
      expect((await send(secretary, `${desk}/dokumentet/ngarkimi`, { role: "other" }, "E vonë")).status).toBe(303);
      expect(await publicMeeting()).toContain("E vonë");
      expect((await lay(editor, { of: "", role: "other", seen: "" }, "Tjetër")).status).toBe(409);
    },
  );

  it("where the council wants no approval, and what was laid aside before can still be let in", async () => {
    await lay(editor, { of: "", role: "other" }, "Më parë");
    await wantsApproval(false);
    expect((await send(secretary, `${desk}/dokumentet/ngarkimi`, { role: "other" }, "Vetë")).status).toBe(303);
    expect((await letIn(secretary)).status).toBe(303);
    expect(await publicMeeting()).toContain("Më parë");
  });
});

it("What stands beside a meeting that is over is taken from the public by whoever may publish, with the reason", async () => {
  const { id: document } = await storePdf(world, lisi, "E gabuar");
  await lisi.db.write((tx) => attachToMeeting(tx, doing(world), meeting, [{ documentId: document, role: "other" }]));
  expect((await editor.post(`${desk}/dokumentet`, { take: document, "reason.sq": "Gabim" })).status).toBe(403);
  expect((await secretary.post(`${desk}/dokumentet`, { take: document, "reason.sq": "Gabim" })).status).toBe(303);
  expect(await publicMeeting()).not.toContain("E gabuar");
});
