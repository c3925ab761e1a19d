import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signedIn, type Visitor, visitorOf } from "../../../tests/support/accounts.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { announcedMeeting, begin, type LiveSession } from "../../../tests/support/live-meeting.ts";
import { visitTo } from "../../../tests/support/operators.ts";
import { createWorld, type TestCouncil, type TestWorld, testNow } from "../../../tests/support/world.ts";
import { changeMeeting } from "../meetings/meetings.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let session: LiveSession;
let secretary: Visitor;
let editor: Visitor;
let neighbour: Visitor;
let desk: string;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  session = await announcedMeeting(lisi);
  await begin(session);
  await session.step({ kind: "item_ended", itemId: session.items[0], ending: "postponed" });
  await session.step({ kind: "closed" });
  [secretary, editor, neighbour] = await Promise.all([
    signedIn(world, lisi, ["secretary"]),
    signedIn(world, lisi, ["editor"]),
    signedIn(world, world.krasta, ["secretary"]),
  ]);
  desk = `/admin/mbledhjet/${session.id}/regjistrimi`;
  await lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: true }).execute());
});
afterAll(() => world.end());
beforeEach(async () => {
  await lisi.db.write(async (tx) => {
    await tx.deleteFrom("submissions").execute();
    await tx.deleteFrom("recordings").execute();
  });
  await editor.post(`${desk}/lidhja`, { link: "https://example.com/mars.mp4" });
});

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const page = (visitor: Visitor, path = desk) => textOf(visitor.get(path));
const opened = async (visitor: Visitor, form: string) => fieldsOn(await page(visitor), form);
const handOver = async (visitor: Visitor, note = "") =>
  visitor.post(`${desk}/dorezimi`, { ...(await opened(visitor, "recording-submission")), note });
const publish = async (visitor: Visitor) => visitor.post(`${desk}/botimi`, await opened(visitor, "publication"));
const change = async (path: string, form: string, fields: Record<string, string>, visitor = editor) =>
  visitor.post(`${desk}/${path}`, { ...(await opened(visitor, form)), ...fields });
const recording = () =>
  lisi.db.read((tx) => tx.selectFrom("recordings").selectAll().where("meeting_id", "=", session.id).executeTakeFirst());
const submissions = () => lisi.db.read((tx) => tx.selectFrom("submissions").select("entity").execute());
const film = async () => new File([new Uint8Array(await readFile("tests/samples/film.mp4"))], "film.mp4");
async function put(path: string, fields: Record<string, string>, file: File, visitor = editor) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.set("file", file);
  const headers = { cookie: visitor.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" };
  return world.ask(lisi.host, `${desk}/${path}`, { method: "POST", headers, body });
}
const said = "WEBVTT\n\n00:00.000 --> 00:02.000\nMirë se erdhët.\n";
const captions = async (text: string, visitor = editor) =>
  put(
    "titrat/ngarkimi",
    { ...(await opened(visitor, "captions")), language: "sq" },
    new File([text], "a.vtt"),
    visitor,
  );

describe("Before readers have the title of a chapter that seems to speak of a person", () => {
  const chapter = { moment: "0:01:00", what: "other", "title.sq": "Ankesa e shtetasit J01231118R", "title.en": "" };
  const persons = (html: string) => /name="persons" value="([\w-]{43})"/.exec(html)?.[1] ?? "";

  it("somebody has looked at it, when the recording is published and when one is added later", async () => {
    expect((await change("kapitujt/i-ri", "chapter", chapter)).status).toBe(303);
    await handOver(editor);
    const asked = await publish(secretary);
    const html = await asked.text();
    expect([asked.status, html]).toEqual([409, expect.stringContaining("Teksti duket se flet për persona")]);
    expect((await recording())!.state).toBe("draft");
    const confirmed = { ...(await opened(secretary, "publication")), persons: persons(html) };
    expect((await secretary.post(`${desk}/botimi`, confirmed)).status).toBe(303);

    const later = { ...chapter, moment: "0:02:00", "title.sq": "Ndihmë ekonomike për familjen e Agim Hoxha" };
    const again = await change("kapitujt/i-ri", "chapter", later, secretary);
    expect(again.status).toBe(409);
    const looked = { ...later, persons: persons(await again.text()) };
    expect((await change("kapitujt/i-ri", "chapter", looked, secretary)).status).toBe(303);
    const plain = { ...chapter, moment: "0:03:00", "title.sq": "Pyetje" };
    expect((await change("kapitujt/i-ri", "chapter", plain, secretary)).status).toBe(303);
  });
});

describe("Where the council wants approval, a recording", () => {
  it("is published by somebody else than who handed it over, and waits where all does", async () => {
    expect(await page(secretary)).toContain("regjistrimi publikohet pasi ta ketë dërguar për miratim dikush tjetër");
    expect(await opened(secretary, "publication")).toEqual({});
    const early = await publish(secretary);
    expect([early.status, await early.text()]).toEqual([409, expect.stringContaining("Kjo nuk pret miratim")]);
    expect((await handOver(secretary)).headers.get("location")).toBe(`${desk}?done=submitted`);
    const own = await publish(secretary);
    expect([own.status, await own.text()]).toEqual([409, expect.stringContaining("e publikon dikush tjetër")]);

    await secretary.post(`/admin/miratimet/recording/${(await recording())!.id}/kthimi`);
    expect((await handOver(editor, "Ju lutem shiheni.")).status).toBe(303);
    const approvals = await page(secretary, "/admin/miratimet");
    for (const words of [`href="${desk}"`, "Regjistrim", "Ju lutem shiheni."]) expect(approvals).toContain(words);
    expect(await page(secretary, "/en/admin/approvals")).toContain(`href="/en/admin/meetings/${session.id}/recording"`);
    const day = await page(secretary, "/admin");
    expect(day).toContain('href="/admin/miratimet"');
    expect(day).toContain(`href="${desk}"`);
    expect(await page(secretary)).toContain("“Ju lutem shiheni.”");
    expect(await page(editor)).toContain("Merreni mbrapsht");
    expect((await publish(secretary)).headers.get("location")).toBe(`${desk}?done=published`);
    expect(await page(secretary, "/admin/miratimet")).toContain("Asgjë nuk pret miratim");
    expect((await lisi.get(`/api/v1/recordings/${session.slug}`)).status).toBe(200);
    const again = await handOver(secretary);
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining("publik")]);
  });

  it("is given back with a word or taken back, told in both languages, and written down", async () => {
    await handOver(editor);
    const { id } = (await recording())!;
    const back = `/admin/miratimet/recording/${id}/kthimi`;
    expect(await page(secretary)).toContain(`action="${back}"`);
    expect((await secretary.post(back, { for: id, note: "" })).status).toBe(422);
    expect((await secretary.post(back, { note: "Mungojnë titrat." })).status).toBe(303);
    expect(await page(editor)).toContain("e ktheu: Mungojnë titrat.");
    expect(await page(editor, `/en/admin/meetings/${session.id}/recording`)).toContain("Submit for approval");
    expect((await publish(secretary)).status).toBe(409);
    await handOver(editor);
    expect((await editor.post(back)).headers.get("location")).toBe("/admin/miratimet?done=taken_back");
    expect((await publish(secretary)).status).toBe(409);
    const deeds = await lisi.db.read((tx) =>
      tx
        .selectFrom("audit_log")
        .select("action")
        .where("subject_id", "=", id)
        .where("action", "in", ["recording.submitted", "recording.returned", "recording.taken_back"])
        .orderBy("id")
        .execute(),
    );
    expect(deeds.map(({ action }) => action)).toEqual([
      "recording.submitted",
      "recording.returned",
      "recording.submitted",
      "recording.taken_back",
    ]);
  });

  it("is handed over as it was seen, and by no stranger, neighbour or operator", async () => {
    const stale = await opened(editor, "recording-submission");
    await change("lidhja", "link", { link: "https://example.com/prill.mp4" }, secretary);
    const refused = await editor.post(`${desk}/dorezimi`, { ...stale, note: "" });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("ndërkohë u bë")]);
    expect((await neighbour.post(`${desk}/dorezimi`, { note: "" })).status).toBe(404);
    const visitor = visitorOf(world, lisi);
    visitor.cookie = `session=${await visitTo(world, lisi)}`;
    expect(await opened(visitor, "recording-submission")).toEqual({});
    const fields = await opened(editor, "recording-submission");
    const operator = await visitor.post(`${desk}/dorezimi`, fields);
    expect([operator.status, await operator.text()]).toEqual([403, expect.stringContaining("personi i dytë")]);
    expect(await submissions()).toEqual([]);
    await handOver(editor);
    expect(await page(neighbour, "/admin/miratimet")).not.toContain(session.id);
    expect((await neighbour.post(`/admin/miratimet/recording/${(await recording())!.id}/kthimi`)).status).toBe(409);
  });

  it("that nobody could publish is not handed over", async () => {
    const by = { actor: { kind: "system" as const, name: "test" }, now: new Date(testNow) };
    const withAccess = (access: "open" | "closed") =>
      lisi.db.write((tx) =>
        changeMeeting(
          tx,
          by,
          session.id,
          {
            access,
            closedReason: access === "closed" ? { sq: "Të dhëna personale" } : null,
          },
          { sq: "Prova" },
        ),
      );
    await handOver(editor);
    await withAccess("closed");
    expect(await submissions()).toEqual([]);
    expect(await opened(editor, "recording-submission")).toEqual({});
    expect((await editor.post(`${desk}/dorezimi`, { note: "" })).status).toBe(409);
    await withAccess("open");
  });
});

describe("What is handed over of a recording is all that readers get, and a change of it is handed over anew", () => {
  it.each<[string, () => Promise<Response>]>([
    ["its link", () => change("lidhja", "link", { link: "https://example.com/tjeter.mp4" })],
    ["its length", () => change("lidhja", "link", { duration: "1:00:00" })],
    ["a film in its place", async () => put("ngarkimi", { seen: "https://example.com/mars.mp4" }, await film())],
    ["a chapter", () => change("kapitujt/i-ri", "chapter", { moment: "0:40", what: "break" })],
    [
      "the moment of all chapters",
      async () => {
        const [chapter] = Object.keys(await opened(editor, "chapters")).filter((name) => name.startsWith("at."));
        return change("kapitujt/zhvendosja", "shift", { chapter: chapter!.slice(3), moment: "0:30" });
      },
    ],
    ["captions", () => captions(said)],
  ])("%s", async (_, changed) => {
    await handOver(editor);
    expect((await changed()).status).toBe(303);
    const refused = await publish(secretary);
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("Duhet dërguar sërish")]);
    expect(await opened(secretary, "publication")).toEqual({});
    expect((await handOver(editor)).status).toBe(303);
    expect((await publish(secretary)).status).toBe(303);
  });

  it("captions of another text, and the title of its film among the documents", async () => {
    await captions(said);
    // Whoever approves them reads them first.
    const read = `${desk}/titrat/sq`;
    expect(await page(secretary)).toContain(`href="${read}"`);
    expect(await page(secretary, read)).toContain("Mirë se erdhët.");
    expect((await secretary.get(`/en/admin/meetings/${session.id}/recording/captions/en`)).status).toBe(404);
    expect((await neighbour.get(read)).status).toBe(404);
    await put("ngarkimi", { seen: "https://example.com/mars.mp4" }, await film());
    await handOver(editor);
    await captions(said.replace("Mirë", "Mire"));
    expect((await publish(secretary)).status).toBe(409);
    await handOver(editor);
    await lisi.db.write((tx) =>
      tx
        .updateTable("documents")
        .set({ title: JSON.stringify({ sq: "Tjetër" }) })
        .execute(),
    );
    expect((await publish(secretary)).status).toBe(409);
  });
});

describe("Once the public has it", () => {
  it("it is changed by whoever may publish, withdrawn it is handed over anew, and removed it waits no more", async () => {
    await handOver(editor);
    await publish(secretary);
    expect((await editor.post(`${desk}/lidhja`, { link: "https://example.com/x.mp4" })).status).toBe(403);
    expect((await captions(said)).status).toBe(403);
    expect((await change("kapitujt/i-ri", "chapter", { moment: "0:50", what: "break" }, secretary)).status).toBe(303);
    await secretary.post(`${desk}/terheqja`, await opened(secretary, "withdrawal"));
    expect((await publish(secretary)).status).toBe(409);
    await handOver(editor);
    await editor.post(`${desk}/heqja`, await opened(editor, "removal"));
    expect(await submissions()).toEqual([]);
  });

  it("a save in the same moment as its publishing either is approved again or waits for whoever may publish", async () => {
    /** Those who stand in a queue for the meeting, one after the other. */
    const atOnce = async (...asked: (() => Promise<Response>)[]) => {
      const answers: Promise<Response>[] = [];
      await lisi.db.write(async (tx) => {
        await tx.selectFrom("meetings").select("id").where("id", "=", session.id).forUpdate().execute();
        for (const ask of asked) {
          answers.push(ask());
          for (let queue = 0; queue < answers.length; await sleep(5)) {
            const { rows } = await world.services.pool.query(
              "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
            );
            queue = rows.length;
          }
        }
      });
      return (await Promise.all(answers)).map(({ status }) => status);
    };
    const forms = async () => [
      await opened(secretary, "publication"),
      { ...(await opened(editor, "chapter")), moment: "0:40", what: "break" },
    ];
    await handOver(editor);
    const [seen, chapter] = await forms();
    expect(
      await atOnce(
        () => editor.post(`${desk}/kapitujt/i-ri`, chapter!),
        () => secretary.post(`${desk}/botimi`, seen!),
      ),
    ).toEqual([303, 422]);
    await handOver(editor);
    const [shown, another] = await forms();
    expect(
      await atOnce(
        () => secretary.post(`${desk}/botimi`, shown!),
        () => editor.post(`${desk}/kapitujt/i-ri`, { ...another!, moment: "0:55" }),
      ),
    ).toEqual([303, 403]);
    expect((await recording())!.state).toBe("published");
  });
});

it("Where the council wants no approval, whoever may publish does so, and an editor may ask for it", async () => {
  await lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: false }).execute());
  expect(await opened(editor, "recording-submission")).toHaveProperty("stood");
  expect((await handOver(editor)).status).toBe(303);
  expect(await opened(secretary, "recording-submission")).toEqual({});
  expect((await publish(secretary)).status).toBe(303);
  expect(await submissions()).toEqual([]);
});
