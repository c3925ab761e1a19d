import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { actInput, addCouncilBody, enact } from "../../../tests/support/acts.ts";
import { doing } from "../../../tests/support/content.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { Act } from "./acts.schema.ts";
import { createAct, publishAct } from "./acts.service.ts";

/** The world stands at 05.03.2026, 10:00; acts are adopted on 27.02.2026. */
let world: TestWorld;
let lisi: TestCouncil;
let arta: Visitor;
let besnik: Visitor;
let auditor: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  await addCouncilBody(lisi);
  await addCouncilBody(world.krasta);
  arta = await signedIn(world, lisi, ["secretary"]);
  besnik = await signedIn(world, lisi, ["secretary"], "besnik@lisi.example");
  auditor = await signedIn(world, lisi, ["auditor"]);
  neighbour = await signedIn(world, world.krasta, ["secretary"]);
});
afterAll(() => world.end());

const at = (id: string, step = "") => `/admin/aktet/${id}/prefekti${step && `/${step}`}`;
const english = (id: string, step = "") => `/en/admin/acts/${id}/prefect${step && `/${step}`}`;
const why = { "reason.sq": "Gabim shtypi në regjistër.", "reason.en": "A slip in the register." };
const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const opened = async (visitor: Visitor, path: string, form = "announced_corrected") =>
  fieldsOn(await textOf(visitor.get(path)), form);
const actAt = async (slug: string) => {
  await world.catchUp();
  return v.parse(Act, await lisi.json(`/api/v1/acts/${slug}`));
};
const lifeOf = async (slug: string, kind: "announced" | "notified" | "in_force") =>
  (await actAt(slug)).timeline.find((entry) => entry.kind === kind);
const announced = async (title: string, day = "2026-03-02") => {
  const act = await enact(world, lisi, { title: { sq: title, en: title } });
  expect((await arta.post(at(act.id, "announced"), { day })).status).toBe(303);
  return act;
};
const audited = (id: string, action = "act.announcement_corrected") =>
  lisi.db.read((tx) =>
    tx
      .selectFrom("audit_log")
      .where("subject_id", "=", id)
      .where("action", "=", action)
      .orderBy("id")
      .select(["before", "after"])
      .execute(),
  );

describe("A day of announcement that was entered wrongly", () => {
  it("is put right with a reason, and readers of the act see which day stood before, in both languages", async () => {
    const { id, slug } = await announced("Për tregun");
    const form = await opened(arta, at(id));
    expect(form).toMatchObject({ day: "2026-03-02", inForceOn: "" });
    const sent = await arta.post(at(id, "announced_corrected"), { ...form, ...why, day: "2026-03-04" });
    expect(sent.headers.get("location")).toBe(`${at(id)}?done=announced_corrected`);
    const reason = { sq: why["reason.sq"], en: why["reason.en"] };
    const stood = (day: string) => ({
      sq: `E korrigjuar më 05.03.2026; më parë ishte ${day}.`,
      en: `Corrected on 05.03.2026; before it was ${day}.`,
    });
    expect(await lifeOf(slug, "announced")).toMatchObject({ day: "2026-03-04", notes: [stood("02.03.2026"), reason] });
    // What follows by the law follows, and says so too.
    expect(await lifeOf(slug, "in_force")).toMatchObject({
      day: "2026-03-14",
      notes: [stood("12.03.2026"), reason],
    });
    expect((await actAt(slug)).prefect.clocks).toMatchObject([{ rule: "P1", startsOn: "2026-03-04" }]);

    const page = await textOf(lisi.get(`/aktet/${slug}`));
    expect(page).toContain(stood("02.03.2026").sq);
    expect(page).toContain(why["reason.sq"]);
    const inEnglish = await textOf(lisi.get(`/en/acts/${slug}`));
    expect(inEnglish).toContain(stood("02.03.2026").en);
    expect(inEnglish).toContain(why["reason.en"]);
    expect(await textOf(auditor.get(english(id)))).toContain(stood("02.03.2026").en);
  });

  it("is told in the audit with the days before and after and the reason; corrected again, both are told", async () => {
    const { id, slug } = await announced("Për parkun");
    for (const day of ["2026-03-03", "2026-03-04"])
      expect(
        (await arta.post(at(id, "announced_corrected"), { ...(await opened(arta, at(id))), ...why, day })).status,
      ).toBe(303);
    const reason = { sq: why["reason.sq"], en: why["reason.en"] };
    expect(await audited(id)).toMatchObject([
      { before: { announcedOn: "2026-03-02" }, after: { announcedOn: "2026-03-03", reason } },
      { before: { announcedOn: "2026-03-03" }, after: { announcedOn: "2026-03-04", reason } },
    ]);
    expect((await lifeOf(slug, "announced"))!.notes).toMatchObject([
      { sq: expect.stringContaining("02.03.2026") },
      reason,
      { sq: expect.stringContaining("03.03.2026") },
      reason,
    ]);
    expect(await textOf(arta.get("/admin/auditi"))).toContain("iu korrigjua data e shpalljes");
  });

  it("is never one that cannot be, and never without a reason; sent twice it is corrected once", async () => {
    const { id, slug } = await announced("Për lumin");
    await arta.post(at(id, "deposited"), { day: "2026-03-04", protocolNumber: "12" });
    const form = await opened(arta, at(id));
    const refusedAt = async (fields: Record<string, string>, field: string, sentence: string) => {
      const answer = await arta.post(at(id, "announced_corrected"), { ...form, ...why, ...fields });
      const html = await answer.text();
      expect([answer.status, html]).toEqual([422, expect.stringContaining(`href="#announced_corrected-${field}"`)]);
      expect(html).toContain(sentence);
    };
    await refusedAt({ day: "2026-02-26" }, "day", "para miratimit");
    await refusedAt({ day: "2026-03-05" }, "day", "Akti u depozitua te prefekti para kësaj dite.");
    await refusedAt({ day: "2026-03-02" }, "day", "Kjo është data që qëndron tashmë.");
    await refusedAt({ day: "dje" }, "day", "");
    await refusedAt({ day: "2026-03-03", "reason.sq": " ", "reason.en": "" }, "reason-sq", "");
    expect(await audited(id)).toEqual([]);

    const right = { ...form, ...why, day: "2026-03-03" };
    for (const _ of [1, 2]) expect((await arta.post(at(id, "announced_corrected"), right)).status).toBe(303);
    expect(await audited(id)).toHaveLength(1);
    expect((await lifeOf(slug, "announced"))!.notes).toHaveLength(2);
    const nothing = await enact(world, lisi, { title: { sq: "Ende e pashpallur" } });
    const early = await arta.post(at(nothing.id, "announced_corrected"), { ...why, day: "2026-03-03" });
    expect([early.status, await early.text()]).toEqual([409, expect.stringContaining("nuk është shënuar ende")]);
  });

  it("is corrected by the second of two only after reading which day the first has set", async () => {
    const { id, slug } = await announced("Për shkollën");
    const [one, two] = [await opened(arta, at(id)), await opened(besnik, english(id))];
    expect((await arta.post(at(id, "announced_corrected"), { ...one, ...why, day: "2026-03-03" })).status).toBe(303);
    const refused = await besnik.post(english(id, "announced_corrected"), { ...two, ...why, day: "2026-03-04" });
    const html = await refused.text();
    expect([refused.status, html]).toEqual([
      422,
      expect.stringContaining("Meanwhile somebody else has written: “03.03.2026”"),
    ]);
    expect((await actAt(slug)).announcedOn).toBe("2026-03-03");
    const again = fieldsOn(html, "announced_corrected");
    expect((await besnik.post(english(id, "announced_corrected"), again)).status).toBe(303);
    expect((await actAt(slug)).announcedOn).toBe("2026-03-04");

    const [three, four] = [await opened(arta, at(id)), await opened(besnik, at(id))];
    const answers = await Promise.all([
      arta.post(at(id, "announced_corrected"), { ...three, ...why, day: "2026-03-01" }),
      besnik.post(at(id, "announced_corrected"), { ...four, ...why, day: "2026-02-28" }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  });

  it("keeps a day of entry into force that the act sets itself, and corrects that as well", async () => {
    const { id, slug } = await enact(world, lisi, { title: { sq: "Për taksën" } });
    await arta.post(at(id, "announced"), { day: "2026-03-02", inForceOn: "2026-04-01" });
    const form = await opened(arta, at(id));
    expect(form.inForceOn).toBe("2026-04-01");
    await arta.post(at(id, "announced_corrected"), { ...form, ...why, day: "2026-03-03" });
    expect(await actAt(slug)).toMatchObject({ announcedOn: "2026-03-03", inForceOn: "2026-04-01" });
    const later = { ...(await opened(arta, at(id))), ...why, inForceOn: "2026-05-01" };
    expect((await arta.post(at(id, "announced_corrected"), later)).status).toBe(303);
    expect(await lifeOf(slug, "in_force")).toMatchObject({
      day: "2026-05-01",
      notes: [{ sq: expect.stringContaining("01.04.2026") }, { sq: why["reason.sq"] }],
    });
  });

  it("is put right without a word to readers while nobody could read the act", async () => {
    const { id, slug } = await lisi.db.write(async (tx) => createAct(tx, doing(world), await actInput(tx)));
    await arta.post(at(id, "announced"), { day: "2026-03-02" });
    await arta.post(at(id, "announced_corrected"), { ...(await opened(arta, at(id))), ...why, day: "2026-03-03" });
    world.clock.moveTo(new Date("2026-03-05T10:01:00+01:00"));
    await lisi.db.write((tx) => publishAct(tx, doing(world), id));
    const told = await lifeOf(slug, "announced");
    expect(told?.day).toBe("2026-03-03");
    expect(told).not.toHaveProperty("notes");
    expect(await audited(id)).toHaveLength(1);
  });

  it("is nobody else’s to correct: neither a neighbour’s nor a reader’s", async () => {
    const { id, slug } = await announced("E jona");
    const form = { ...(await opened(arta, at(id))), ...why, day: "2026-03-03" };
    expect((await neighbour.post(at(id, "announced_corrected"), form)).status).toBe(404);
    expect((await auditor.post(at(id, "announced_corrected"), form)).status).toBe(403);
    expect(await textOf(auditor.get(at(id)))).not.toContain("announced_corrected");
    expect((await actAt(slug)).announcedOn).toBe("2026-03-02");
  });
});

it("The day on which the persons of an individual act were notified is put right likewise", async () => {
  const { id, slug } = await enact(world, lisi, { nature: "individual", title: { sq: "Ndihmë" } });
  await arta.post(at(id, "notified"), { day: "2026-03-03" });
  const form = await opened(arta, at(id), "notified_corrected");
  expect((await arta.post(at(id, "notified_corrected"), { ...form, ...why, day: "2026-03-04" })).status).toBe(303);
  expect(await lifeOf(slug, "notified")).toMatchObject({
    day: "2026-03-04",
    notes: [{ en: expect.stringContaining("03.03.2026") }, { sq: why["reason.sq"] }],
  });
  expect((await actAt(slug)).inForceOn).toBe("2026-03-04");
  expect(await audited(id, "act.notification_corrected")).toHaveLength(1);
});

describe("An act that was taken to court before its announcement", () => {
  it("is still announced, also on a later day, and comes into force by it", async () => {
    const { id, slug } = await enact(world, lisi, { title: { sq: "Për pyllin" } });
    await arta.post(at(id, "court"), { day: "2026-03-02" });
    const page = await textOf(arta.get(at(id)));
    expect(page).toContain(`action="${at(id, "announced")}"`);
    expect(page).not.toContain(`action="${at(id, "deposited")}"`);
    expect((await arta.post(at(id, "announced"), { day: "2026-03-04" })).status).toBe(303);
    expect(await actAt(slug)).toMatchObject({
      ...{ announcedOn: "2026-03-04", inForceOn: "2026-03-14", prefectState: "in_court" },
      prefect: { steps: [{ step: "court", day: "2026-03-02" }], clocks: [] },
    });
    expect((await actAt(slug)).timeline.map(({ kind }) => kind)).toEqual(["adopted", "court", "announced", "in_force"]);
    const shown = await textOf(lisi.get(`/aktet/${slug}`));
    const stations = shown.slice(shown.indexOf('class="stations"'));
    expect(stations.indexOf("02.03.2026")).toBeLessThan(stations.indexOf("04.03.2026"));
  });

  it("is announced no more once the court has ruled that it does not hold", async () => {
    const { id } = await enact(world, lisi, { title: { sq: "Për urën" } });
    await arta.post(at(id, "court"), { day: "2026-03-02" });
    await arta.post(at(id, "ruled"), { day: "2026-03-04", outcome: "invalid" });
    expect(await textOf(arta.get(at(id)))).not.toContain(`action="${at(id, "announced")}"`);
    const sent = await arta.post(english(id, "announced"), { day: "2026-03-04" });
    expect([sent.status, await sent.text()]).toEqual([
      409,
      expect.stringContaining("This step cannot be entered for this act."),
    ]);
  });
});
