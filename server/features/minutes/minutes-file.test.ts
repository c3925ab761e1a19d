import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signedIn, type Visitor, visitorOf } from "../../../tests/support/accounts.ts";
import { doing, pdfOf, storePdf } from "../../../tests/support/content.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { addMeeting } from "../../../tests/support/meeting-rows.ts";
import { visitTo } from "../../../tests/support/operators.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { replaceDocument } from "../documents/documents.service.ts";
import { reopenMeeting } from "../meetings/stages.service.ts";

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
/** Of its minutes. */
let desk: string;
beforeEach(async () => {
  await wantsApproval(true);
  count += 1;
  slug = `mbledhja-${count}`;
  meeting = await addMeeting(lisi, body, slug, {
    stage: "closed",
    announced_at: new Date("2026-02-01T09:00:00Z"),
    starts_at: new Date(`2026-02-1${count % 10}T17:00:00Z`),
  });
  desk = `/admin/mbledhjet/${meeting}/procesverbali`;
});

const wantsApproval = (approval: boolean) =>
  lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval }).execute());
const page = async (visitor: Visitor, path = desk) => (await visitor.get(path)).text();
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
const handOver = async (visitor: Visitor, ...texts: string[]) =>
  send(visitor, `${desk}/skedari/dorezimi`, await form(visitor, "minutes-file"), ...texts);
const publish = async (visitor: Visitor) =>
  visitor.post(`${desk}/skedari/publikimi`, await form(visitor, "minutes-file-publication"));
const giveBack = (visitor: Visitor, note = "") =>
  visitor.post(`/admin/miratimet/minutes_file/${meeting}/kthimi`, { note });
const papers = () =>
  lisi.db.read((tx) =>
    tx
      .selectFrom("attachments as a")
      .innerJoin("documents as d", "d.id", "a.document_id")
      .where("a.meeting_id", "=", meeting)
      .select(["d.id", "a.waits", "d.public_from"])
      .execute(),
  );
const publicPapers = async () => {
  await world.catchUp();
  return (await lisi.get(`/api/v1/meetings/${slug}`)).text();
};
const stage = async () =>
  (
    await lisi.db.read((tx) =>
      tx.selectFrom("meetings").select("stage").where("id", "=", meeting).executeTakeFirstOrThrow(),
    )
  ).stage;
const submissions = () =>
  lisi.db.read((tx) => tx.selectFrom("submissions").select("entity").where("entity_id", "=", meeting).execute());

describe("Minutes made elsewhere, where the council wants approval,", () => {
  it("are published once somebody has looked at what they seem to say of persons, and not by saying so unseen", async () => {
    await handOver(editor, "Përfituesi me numër personal J01231118R.");
    const seen = await form(secretary, "minutes-file-publication");
    const send = (persons?: string) =>
      secretary.post(`${desk}/skedari/publikimi`, { ...seen, ...(persons && { persons }) });
    const asked = await send();
    const html = await asked.text();
    expect([asked.status, html]).toEqual([422, expect.stringContaining("Numër personal")]);
    for (const forged of ["yes", "x".repeat(43)]) expect((await send(forged)).status).toBe(422);
    expect(await stage()).toBe("closed");
    expect((await send(/name="persons" value="([\w-]{43})"/.exec(html)![1]!)).status).toBe(303);
    expect(await stage()).toBe("minutes_published");
  });

  it("are handed over as a file that nobody outside sees, read by a second person, and published by them", async () => {
    expect(await page(editor)).toContain("Skedari pret derisa ta miratojë dikush tjetër");
    expect((await handOver(editor, "Procesverbal i nënshkruar")).headers.get("location")).toBe(
      `${desk}?done=file_submitted`,
    );
    const [paper] = await papers();
    expect(paper).toMatchObject({ waits: true, public_from: null });
    expect(await publicPapers()).not.toContain("nënshkruar");
    const seen = await page(secretary);
    expect(seen).toContain(`href="/admin/dokumentet/${paper!.id}"`);
    const document = await page(secretary, `/admin/dokumentet/${paper!.id}`);
    const file = /href="(\/api\/v1\/admin\/documents\/[^"]+)"/.exec(document)![1]!;
    const read = await secretary.get(file);
    expect([read.status, (await read.arrayBuffer()).byteLength > 0]).toEqual([200, true]);
    expect((await neighbour.get(file)).status).toBe(404);
    const approvals = await page(secretary, "/admin/miratimet");
    for (const words of [`href="${desk}"`, "Procesverbal si skedar"]) expect(approvals).toContain(words);
    expect(await page(secretary, "/en/admin/approvals")).toContain("Minutes as a file");
    expect(await page(secretary, "/admin")).toContain(`href="${desk}"`);

    const done = await publish(secretary);
    expect(done.headers.get("location")).toBe(`/admin/mbledhjet/${meeting}/zhvillimi?done=minutes`);
    expect(await stage()).toBe("minutes_published");
    expect((await papers())[0]).toMatchObject({ waits: false });
    expect(await publicPapers()).toContain("nënshkruar");
    expect(await submissions()).toEqual([]);
  });

  it("are not published by who handed them over, nor by one alone on the way of others", async () => {
    expect((await handOver(secretary, "Procesverbal")).status).toBe(303);
    expect(await form(secretary, "minutes-file-publication")).toEqual({});
    const { seen } = await form(secretary, "minutes-file");
    const own = await secretary.post(`${desk}/skedari/publikimi`, { seen: seen! });
    expect([own.status, await own.text()]).toEqual([409, expect.stringContaining("e publikon dikush tjetër")]);
    const alone = await send(secretary, `${desk}/ngarkimi`, {}, "Tjetër");
    expect([alone.status, await alone.text()]).toEqual([409, expect.stringContaining("dorëzojeni")]);
    const held = await secretary.post(`${desk}/ngarkimi`, { held: (await papers())[0]!.id });
    expect(held.status).toBe(409);
    expect((await editor.post(`${desk}/skedari/publikimi`, { seen: seen! })).status).toBe(403);
    expect(await stage()).toBe("closed");
  });

  it("come back with a reason, are put right and handed over again", async () => {
    await handOver(editor, "I gabuar");
    expect((await giveBack(secretary)).status).toBe(422);
    expect((await giveBack(secretary, "Mungon nënshkrimi.")).status).toBe(303);
    expect(await page(editor)).toContain("e ktheu: Mungon nënshkrimi.");
    expect((await publish(secretary)).status).toBe(409);
    expect((await handOver(editor, "I drejtë")).status).toBe(303);
    expect(await papers()).toHaveLength(1);
    expect(await page(secretary)).toContain("I drejtë");
    expect((await giveBack(editor)).headers.get("location")).toBe("/admin/miratimet?done=taken_back");
    expect((await publish(secretary)).status).toBe(409);
    expect((await handOver(editor)).status).toBe(303);
    expect((await editor.post(`${desk}/skedari/heqja`, await form(editor, "minutes-file-removal"))).status).toBe(303);
    expect([await papers(), await submissions()]).toEqual([[], []]);
    expect(await page(secretary, "/admin/miratimet")).not.toContain(desk);
  });

  it("are what was seen: another file in their place is handed over anew", async () => {
    await handOver(editor, "I parë");
    const seen = await form(secretary, "minutes-file-publication");
    const stale = await form(editor, "minutes-file");
    const document = (await papers())[0]!.id;
    const { file } = await storePdf(world, lisi, "Tjetër");
    await lisi.db.write((tx) => replaceDocument(tx, doing(world), document, file, { fileName: "b.pdf" }));
    expect((await secretary.post(`${desk}/skedari/publikimi`, seen)).status).toBe(409);
    expect((await publish(secretary)).status).toBe(409);
    const refused = await send(editor, `${desk}/skedari/dorezimi`, stale, "I dytë");
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("ndërkohë")]);
    expect((await handOver(editor)).status).toBe(303);
    // Handed over anew by another, it is not published by whoever looked at the first.
    expect((await secretary.post(`${desk}/skedari/publikimi`, seen)).status).toBe(409);
    expect((await publish(secretary)).status).toBe(303);
  });

  it("wait for the meeting to be closed, and are no business of strangers, neighbours or operators", async () => {
    await handOver(editor, "Procesverbal");
    expect((await send(neighbour, `${desk}/skedari/dorezimi`, {}, "I huaj")).status).toBe(404);
    expect((await neighbour.post(`${desk}/skedari/publikimi`, { seen: "x" })).status).toBe(404);
    expect((await giveBack(neighbour, "Jo.")).status).toBe(409);
    expect(await page(neighbour, "/admin/miratimet")).not.toContain(meeting);
    const visitor = visitorOf(world, lisi);
    visitor.cookie = `session=${await visitTo(world, lisi)}`;
    const { seen } = await form(editor, "minutes-file");
    const operator = await send(visitor, `${desk}/skedari/dorezimi`, { seen: seen!, note: "" }, "I operatorit");
    expect([operator.status, await operator.text()]).toEqual([403, expect.stringContaining("personi i dytë")]);
    expect(await papers()).toHaveLength(1);
    await lisi.db.write((tx) => reopenMeeting(tx, doing(world), meeting, { sq: "Gabim" }));
    expect((await secretary.post(`${desk}/skedari/publikimi`, { seen: seen! })).status).toBe(409);
    expect((await send(editor, `${desk}/skedari/dorezimi`, { seen: seen! }, "Më vonë")).status).toBe(409);
  });

  it("are published as they were handed over, or replaced, by who comes first in the same moment", async () => {
    await handOver(editor, "I parë");
    const [seen, mine] = [await form(secretary, "minutes-file-publication"), await form(editor, "minutes-file")];
    const first = (await papers()).map(({ id }) => id);
    const [replaced, published] = await Promise.all([
      send(editor, `${desk}/skedari/dorezimi`, mine, "I dytë"),
      secretary.post(`${desk}/skedari/publikimi`, seen),
    ]);
    expect([replaced, published].map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const now = await papers();
    expect(now.map(({ id }) => id).join() === first.join()).toBe(published.status === 303);
    expect(now.map(({ waits }) => waits)).toEqual([published.status !== 303]);
  });
});

it("Files wait no more once the minutes that were written here are published", async () => {
  await handOver(editor, "Procesverbal");
  await editor.post(`${desk}/hartimi`);
  const text = await form(editor, "minutes-text");
  await editor.post(
    desk,
    Object.fromEntries(
      Object.entries(text).map(([name, value]) => [
        name,
        name === "stood" ? value : value.replaceAll("[…]", "e shkruar"),
      ]),
    ),
  );
  await editor.post(`${desk}/dorezimi`, { ...(await form(editor, "minutes-submission")), note: "" });
  expect((await secretary.post(`${desk}/publikimi`, await form(secretary, "minutes-publication"))).status).toBe(303);
  expect((await papers()).filter(({ waits }) => waits)).toEqual([]);
  expect(await submissions()).toEqual([]);
});

it("Where the council wants no approval, an editor hands a file over, and whoever may publish does so alone", async () => {
  await wantsApproval(false);
  expect((await handOver(editor, "Nga redaktori")).status).toBe(303);
  expect((await publish(secretary)).status).toBe(303);
  expect(await stage()).toBe("minutes_published");
});
