import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { doing, pdfOf, storePdf } from "../../../tests/support/content.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { replaceDocument } from "../documents/documents.service.ts";
import { keepCheck } from "../uploads/take-in.ts";

/** The world stands at 05.03.2026, 10:00. */
let world: TestWorld;
let lisi: TestCouncil;
let council: string;
let secretary: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  council = (await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak", en: "Municipal Council" }, 5)).id;
  secretary = await signedIn(world, lisi, ["secretary"]);
  neighbour = await signedIn(world, world.krasta, ["secretary"]);
});
afterAll(() => world.end());

const number = "J01231118R";
const leadsTo = (answer: Response) => {
  expect(answer.status).toBe(303);
  return answer.headers.get("location")!;
};
const markIn = (html: string) => /name="persons" value="([\w-]{43})"/.exec(html)![1]!;
/** A question instead of what was asked for. The mark by which it is answered. */
async function asked(answer: Promise<Response>, place: string): Promise<string> {
  const { status } = await answer;
  const html = (await (await answer).text()).replaceAll(/<!--.*?-->| data-hk="\w+"/g, "");
  expect(status).toBe(409);
  expect(html).toContain("Teksti duket se flet për persona");
  expect(html).toMatch(new RegExp(`<a href="${place}">[^<]+</a>: Numër personal`));
  expect(html).not.toContain(`Numër personal ${number}`);
  return markIn(html);
}
async function planned(day: string) {
  const particulars = { bodyId: council, kind: "ordinary", day, time: "18:00", "place.sq": "Salla", "place.en": "" };
  return leadsTo(await secretary.post("/admin/mbledhjet/e-re", particulars)).split("?")[0]!;
}
const newItem = { kind: "report", "title.sq": "Raporti", "title.en": "" };
const addItem = async (desk: string, typed: Record<string, string> = {}) =>
  /#item-(.+)$/.exec(leadsTo(await secretary.post(`${desk}/pikat/e-re`, { ...newItem, ...typed })))![1]!;
const stage = async (desk: string) =>
  (
    await lisi.db.read((tx) =>
      tx.selectFrom("meetings").where("id", "=", desk.split("/").at(-1)!).select("stage").executeTakeFirstOrThrow(),
    )
  ).stage;
const audited = (desk: string) =>
  lisi.db.read((tx) =>
    tx
      .selectFrom("audit_log")
      .where("subject_id", "=", desk.split("/").at(-1)!)
      .where("action", "=", "meeting.persons_confirmed")
      .select("after")
      .execute(),
  );

describe("Before a meeting is announced somebody has looked at", () => {
  it("the text of its notice, which goes out only when that is confirmed, and the audit keeps no number", async () => {
    const desk = await planned("2026-03-16");
    const notice = { "text.sq": `Ftohet shtetasi ${number}.`, "text.en": "" };
    const mark = await asked(secretary.post(`${desk}/njoftimi`, notice), "#notice-text-sq");
    expect(await stage(desk)).toBe("planned");
    expect((await secretary.post(`${desk}/njoftimi`, { ...notice, persons: "x".repeat(43) })).status).toBe(409);
    const inEnglish = await secretary.post(`${desk.replace("/admin/mbledhjet", "/en/admin/meetings")}/notice`, notice);
    expect(await inEnglish.text()).toContain("The text seems to speak of persons");
    expect((await neighbour.post(`${desk}/njoftimi`, { ...notice, persons: mark })).status).toBe(404);
    leadsTo(await secretary.post(`${desk}/njoftimi`, { ...notice, persons: mark }));
    expect(await stage(desk)).toBe("announced");
    expect(JSON.stringify(await audited(desk))).not.toContain(number);
    expect(await audited(desk)).toHaveLength(1);
  });

  it("its agenda, which was nobody’s while it was prepared", async () => {
    const desk = await planned("2026-03-17");
    const item = await addItem(desk, { "title.sq": `Ankesa e shtetasit ${number}` });
    await asked(secretary.post(`${desk}/njoftimi`), `${desk}/pikat/${item}`);
    await asked(secretary.post(`${desk}/kalendari`), `${desk}/pikat/${item}`);
    leadsTo(await secretary.post(`${desk}/pikat/${item}`, { ...newItem, "title.sq": "Ankesa e një shtetasi" }));
    expect(leadsTo(await secretary.post(`${desk}/njoftimi`))).toContain("done=announced");
    expect(await audited(desk)).toEqual([]);
  });
});

it("What was written down of an event that was held before it is public is looked at with it", async () => {
  const form = { bodyId: council, kind: "event", day: "2026-03-04", time: "09:00", "title.sq": "Dita e hapur" };
  const desk = leadsTo(await secretary.post("/admin/mbledhjet/e-re", { ...form, access: "open" })).split("?")[0]!;
  const item = await addItem(desk);
  leadsTo(await secretary.post(`${desk}/zhvillimi`, { step: "open", time: "09:00" }));
  const note = { result: "noted", "note.sq": `U dëgjua ${number}.`, "note.en": "" };
  leadsTo(await secretary.post(`${desk}/pikat/${item}/perfundimi`, note));
  const mark = await asked(secretary.post(`${desk}/kalendari`), `${desk}/pikat/${item}/perfundimi`);
  leadsTo(await secretary.post(`${desk}/kalendari`, { persons: mark }));
});

describe("Before papers become public with their meeting somebody has looked at", () => {
  const said = `Ndihmë ekonomike për familjen, numri personal ${number}.`;
  const lay = async (desk: string, item: string, fields: Record<string, string> = {}) => {
    const data = new FormData();
    for (const [name, value] of Object.entries({ role: "annex", ...fields })) data.append(name, value);
    data.append("files", new File([new Uint8Array(await pdfOf(said))], "Lista.pdf", { type: "application/pdf" }));
    return world.ask(lisi.host, `${desk}/pikat/${item}/ngarkimi`, {
      method: "POST",
      headers: { cookie: secretary.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" },
      body: data,
    });
  };
  const paperOf = (item: string) =>
    lisi.db.read((tx) =>
      tx
        .selectFrom("attachments")
        .where("agenda_item_id", "=", item)
        .select("document_id")
        .executeTakeFirstOrThrow()
        .then(({ document_id }) => document_id),
    );

  it("what they say, with the notice and in the calendar", async () => {
    const desk = await planned("2026-03-20");
    const item = await addItem(desk);
    leadsTo(await lay(desk, item));
    const place = `/admin/dokumentet/${await paperOf(item)}`;
    const mark = await asked(secretary.post(`${desk}/kalendari`), place);
    await asked(secretary.post(`${desk}/njoftimi`), place);
    leadsTo(await secretary.post(`${desk}/kalendari`, { persons: mark }));
    expect(leadsTo(await secretary.post(`${desk}/njoftimi`))).toContain("done=announced");
    expect(await audited(desk)).toHaveLength(1);
  });

  it("what one says that comes while it stands in the calendar, where it is public at once", async () => {
    const desk = await planned("2026-03-21");
    const item = await addItem(desk);
    leadsTo(await secretary.post(`${desk}/kalendari`));
    const refused = await lay(desk, item);
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("Numër personal")]);
  });

  it("what an earlier file of one says that comes then, and its title", async () => {
    const desk = await planned("2026-03-23");
    const item = await addItem(desk);
    leadsTo(await secretary.post(`${desk}/kalendari`));
    const { id } = await storePdf(world, lisi, "Lista", { title: { sq: `Lista e ${number}` }, fileName: "lista.pdf" });
    await lisi.db.write(async (tx) => {
      const of = await tx.selectFrom("document_versions").where("document_id", "=", id).select("sha256").execute();
      const found = { kind: "personal_number", need: null, hint: "J…R", sureness: "certain", page: 1 } as const;
      const text = { state: "text", reason: null, pages: 1, pagesRead: 1, language: "sq" } as const;
      await keepCheck(tx, doing(world), of[0]!.sha256, {
        ...{ virus: "clean", text: { ...text, findings: [found], found: 1 } },
      });
    });
    const { file } = await storePdf(world, lisi, "Pa emra");
    await lisi.db.write((tx) => replaceDocument(tx, doing(world), id, file, { fileName: "pa-emra.pdf" }));
    const attaching = { documentIds: id, role: "annex" };
    const refused = await secretary.post(`${desk}/pikat/${item}/dokumentet`, attaching);
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toMatch(/Versioni 1, faqja 1: Numër personal/);
    expect(html).toMatch(/Titulli në shqip: Numër personal/);
    leadsTo(await secretary.post(`${desk}/pikat/${item}/dokumentet`, { ...attaching, persons: markIn(html) }));
  });

  it("where a script publishes or changes it, its agenda too", async () => {
    const desk = await planned("2026-03-22");
    const item = await addItem(desk, { "title.sq": `Ankesa e shtetasit ${number}` });
    leadsTo(await lay(desk, item));
    const api = `/api/v1/admin/editing/meeting/${desk.split("/").at(-1)}`;
    const send = async (path: string, method: string, body: object) => {
      const answer = await world.ask(lisi.host, path, {
        method,
        headers: { cookie: secretary.cookie!, "sec-fetch-site": "same-origin", "content-type": "application/json" },
        ...(method !== "GET" && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: answer.status === 204 ? null : ((await answer.json()) as never) };
    };
    const refused = await send(`${api}/publish`, "POST", {});
    const { places, mark } = refused.body as unknown as { places: { field: string }[]; mark: string };
    expect([refused.status, places.map(({ field }) => field)]).toEqual([
      409,
      ["items.1.title.sq", expect.stringMatching(/^papers\./)],
    ]);
    expect((await send(`${api}/publish`, "POST", { persons: mark })).status).toBe(204);
    const { input, version } = (await send(api, "GET", {})).body as unknown as {
      input: { items: object[] };
      version: string;
    };
    const added = { kind: "report", path: [2], title: { sq: `Lutja e ${number}` }, documents: [] };
    const changed = { version, input: { ...input, items: [...input.items, added] } };
    const stopped = await send(api, "PUT", changed);
    expect(stopped).toMatchObject({ status: 409, body: { kind: "persons_named" } });
    const { mark: seen } = stopped.body as unknown as { mark: string };
    expect((await send(api, "PUT", { ...changed, persons: seen })).status).toBe(200);
  });
});

describe("Of an announced meeting somebody has looked at", () => {
  let desk: string;
  let item: string;
  beforeAll(async () => {
    desk = await planned("2026-03-18");
    item = await addItem(desk);
    leadsTo(await secretary.post(`${desk}/njoftimi`));
  });
  const reason = { "reason.sq": "Kërkesë e grupit.", "reason.en": "" };

  it("an item that is added or changed, in the field in which it was typed", async () => {
    const typed = { ...newItem, "summary.sq": `Ankuesi: ${number}`, "summary.en": "", ...reason };
    const mark = await asked(secretary.post(`${desk}/pikat/e-re`, typed), "#item-summary-sq");
    await asked(secretary.post(`${desk}/pikat/${item}`, typed), "#item-summary-sq");
    leadsTo(await secretary.post(`${desk}/pikat/e-re`, { ...typed, persons: mark }));
    // Looked at once, it is not asked about again.
    leadsTo(await secretary.post(`${desk}/pikat/${item}`, typed));
    expect(await audited(desk)).toHaveLength(1);
  });

  it("why it changes: of its particulars, its order and what is taken from it", async () => {
    const why = { "reason.sq": `Me kërkesë të ${number}.`, "reason.en": "" };
    const particulars = { kind: "ordinary", day: "2026-03-18", time: "19:00", "place.sq": "Salla", "place.en": "" };
    await asked(secretary.post(`${desk}/te-dhenat`, { ...particulars, ...why }), "#particulars-reason-sq");
    await asked(secretary.post(`${desk}/rendi-i-dites`, { move: `down:${item}`, ...why }), "#agenda-reason-sq");
    await asked(secretary.post(`${desk}/pikat/${item}/heqja`, why), "#removal-reason-sq");
    expect((await secretary.post(`${desk}/pikat/${item}/heqja`, reason)).status).toBe(303);
  });

  it("why it is cancelled or postponed: it goes on until that is confirmed", async () => {
    const why = { "reason.sq": `Sëmundja e ${number}.`, "reason.en": "" };
    await asked(secretary.post(`${desk}/shtyrja`, { ...why, day: "", time: "" }), "#calling-off-reason-sq");
    const mark = await asked(secretary.post(`${desk}/anulimi`, why), "#calling-off-reason-sq");
    expect(await stage(desk)).toBe("announced");
    leadsTo(await secretary.post(`${desk}/anulimi`, { ...why, persons: mark }));
    expect(await stage(desk)).toBe("cancelled");
  });
});

it("While a meeting is nobody’s yet, nothing is asked", async () => {
  const desk = await planned("2026-03-19");
  await addItem(desk, { "summary.sq": `Ankuesi: ${number}`, "summary.en": "" });
  expect(await audited(desk)).toEqual([]);
});
