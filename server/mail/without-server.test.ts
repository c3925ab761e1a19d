import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goodPassword, signedIn, type Visitor, visitorOf } from "../../tests/support/accounts.ts";
import { chamberOf } from "../../tests/support/chamber.ts";
import { doing } from "../../tests/support/content.ts";
import { signedInOperator } from "../../tests/support/operators.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../tests/support/world.ts";
import { upkeepOf } from "../compose.ts";
import { sendNotice } from "../features/mailings/mailings.service.ts";
import { createMeeting } from "../features/meetings/meetings.service.ts";
import { announceMeeting } from "../features/meetings/stages.service.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { portalJobs } from "../jobs/portal-jobs.ts";

const patience = { timeout: 15_000, interval: 100 };
let world: TestWorld;
let jobs: Jobs;
let secretary: Visitor;
beforeAll(async () => {
  world = await createWorld();
  const { config, pool, operators, clock, search } = world.services;
  const logger = pino({ level: "silent" });
  const databaseUrl = world.database.appUrl;
  jobs = portalJobs({ config, databaseUrl, pool, operators, clock, logger, upkeep: upkeepOf(world), search });
  await jobs.start();
  secretary = await signedIn(world, world.lisi, ["secretary"]);
});
afterAll(async () => {
  await jobs.stop();
  await world.end();
});

const read = async (visitor: Pick<Visitor, "get">, path: string) => (await visitor.get(path)).text();
const invitation = (email: string) => ({
  email,
  name: "Ben",
  roles: "editor",
  language: "sq",
  form: crypto.randomUUID(),
});
const mailsTo = (council: TestCouncil, email: string) =>
  council.db.read((tx) => tx.selectFrom("mails").where("recipient", "=", email).selectAll().execute());

describe("Where no mail server is set up", () => {
  it("an invitation is made and said to reach nobody, and its link is on no page", async () => {
    const before = await read(secretary, "/admin/perdoruesit");
    expect(before).toContain("Letrat nuk dalin: nuk është caktuar asnjë server poste");
    expect(before).not.toContain("Lidhja shkon atje.");
    expect(before).not.toContain("Dërgoni ftesën");
    const answer = await secretary.post("/admin/perdoruesit/fto", invitation("ben@lisi.example"));
    const after = await read(secretary, answer.headers.get("location")!);
    expect(after).toContain("Ftesa u krijua, por letra e saj nuk del");
    expect(after).not.toContain("Ftesa u dërgua.");
    expect(after).not.toMatch(/admin\/ftesa\/[\w-]{43}/);
    const english = await read(secretary, "/en/admin/users?done=invited");
    expect(english).toContain("The invitation is made, but its letter does not go out");
    expect(english).toContain("No letters go out: no mail server is set up");
    await expect
      .poll(async () => (await mailsTo(world.lisi, "ben@lisi.example")).map(({ refusal }) => refusal), patience)
      .toEqual(["no mail server"]);
    expect((await mailsTo(world.lisi, "ben@lisi.example"))[0]).toMatchObject({ sent_at: null });
    const words = (await read(secretary, "/admin/perdoruesit")).replace(/<!--.*?-->|<[^>]+>/g, "");
    expect(words).toMatch(/Vlen deri më \S+ Letra nuk doli/);
    expect(await read(secretary, "/en/admin/users")).toContain("The letter did not go out");
  });

  it("who forgot the password is told so, the same for any address", async () => {
    const stranger = visitorOf(world, world.lisi);
    const before = await read(stranger, "/admin/fjalekalimi");
    expect(before).toContain("Letrat nuk dalin");
    expect(before).not.toContain("me postë vjen një lidhje");
    expect(before).not.toContain("Dërgoni lidhjen");
    const answers = [];
    for (const email of ["secretary@lisi.example", "askush@lisi.example"]) {
      const answer = await stranger.post("/admin/fjalekalimi", { email });
      answers.push(await read(stranger, answer.headers.get("location")!));
    }
    expect(answers[0]).toContain("asnjë letër nuk del");
    expect(answers[0]).not.toContain("lidhja është nisur");
    expect(answers[1]).toBe(answers[0]);
    expect(await read(stranger, "/en/admin/password?done=reset_sent")).toContain("no letter goes out");
  });

  it("a notice is told to have reached nobody, and can be sent again", async () => {
    const { lisi } = world;
    const chamber = chamberOf(world, lisi);
    const body = await chamber.body("council", "Këshilli Bashkiak");
    const term = await chamber.term("2023-07-01", null);
    const person = await chamber.person("Arta Hoxha", { contacts: { email: "arta@lisi.example" } });
    await chamber.join({
      ...{ bodyId: body.id, personId: person.id, role: "member", beginsOn: "2023-07-01", position: 0 },
      ...{ termId: term.id, seat: 1 },
    });
    const startsAt = new Date("2026-03-18T10:00:00+01:00");
    const { id } = await lisi.db.write((tx) =>
      createMeeting(tx, doing(world), { bodyId: body.id, kind: "ordinary", startsAt, place: { sq: "Salla" } } as never),
    );
    const notice = await read(secretary, `/admin/mbledhjet/${id}/njoftimi`);
    expect(notice).toContain("nuk është caktuar asnjë server poste");
    await lisi.db.write((tx) => announceMeeting(tx, doing(world), id, { shortNoticeReason: { sq: "Urgjente." } }));
    await lisi.db.write((tx) => sendNotice(tx, doing(world), id));
    const page = () => read(secretary, `/admin/mbledhjet/${id}/posta`);
    await expect.poll(page, patience).toContain("Nuk doli");
    expect(await page()).not.toContain("no mail server");
    expect(await page()).not.toMatch(/U dërgua më|Anëtarët kanë atë/);
    expect(await page()).toMatch(/U kërkua më 05\.03\.2026, ora \d\d:\d\d, nga/);
    expect(await page()).toContain("Asnjë anëtar nuk e ka marrë me postë.");
    expect(await read(secretary, `/en/admin/meetings/${id}/mail`)).toContain("No member has had it by mail.");
    expect(await read(secretary, `/admin/mbledhjet/${id}/posta?done=sent`)).toContain("Njoftimi nuk del");
    expect(await page()).toContain("Dërgojuani sërish");
    expect(await read(secretary, "/admin")).toContain("Posta nuk arriti te një anëtar");
  });

  it("the first screen says so to those who keep the site, and the console to the operator", async () => {
    const day = await read(secretary, "/admin");
    expect(day).toContain("Letra që nuk arrijnë");
    expect(day).toContain("Nuk është caktuar asnjë server poste");
    expect(await read(secretary, "/en/admin")).toContain("Letters that do not arrive");
    const operator = await signedInOperator(world);
    expect(await read(operator, "/konsola")).toContain("SMTP_URL");
    expect(await read(operator, "/en/console")).toContain("No letters go out");
  });
});

describe("Where a mail server is set up, or the demo shows what is sent", () => {
  it.each([
    ["SMTP_URL", "smtp://127.0.0.1:1"],
    ["DEMO", "1"],
  ])("nothing of that is said: %s", async (name, value) => {
    const other = await createWorld({ [name]: value });
    const arta = await signedIn(other, other.lisi, ["secretary"]);
    const answer = await arta.post("/admin/perdoruesit/fto", invitation("ben@lisi.example"));
    const after = await read(arta, answer.headers.get("location")!);
    expect(after).toContain("Ftesa u dërgua.");
    for (const html of [after, await read(arta, "/admin"), await read(arta, "/admin/fjalekalimi")])
      expect(html).not.toMatch(/server poste|nuk del/);
    await other.end();
  });

  it("letters that wait for longer than an hour are told on the first screen, and invitations that were refused", async () => {
    const other = await createWorld({ SMTP_URL: "smtp://127.0.0.1:1" });
    const { lisi, krasta } = other;
    const arta = await signedIn(other, lisi, ["secretary"]);
    const neighbour = await signedIn(other, krasta, ["secretary"]);
    for (const email of ["nje@lisi.example", "dy@lisi.example", "tre@lisi.example"])
      await arta.post("/admin/perdoruesit/fto", { ...invitation(email), current: goodPassword });
    expect(await read(arta, "/admin")).not.toContain("Letra që nuk arrijnë");
    const now = other.clock.now();
    other.clock.moveTo(new Date(now.getTime() + 61 * 60_000));
    await lisi.db.write((tx) =>
      tx
        .updateTable("mails")
        .set({ refused_at: now, refusal: "550 No such user" })
        .where("recipient", "=", "tre@lisi.example")
        .execute(),
    );
    const day = await read(arta, "/admin");
    expect(day).toContain("2 letra presin prej më shumë se një ore");
    expect(day).toContain("Një ftesë nuk arriti");
    const english = await read(arta, "/en/admin");
    expect(english).toContain("2 letters have been waiting for more than an hour");
    expect(await read(arta, "/admin/perdoruesit")).toContain("Letra u refuzua");
    expect(await read(neighbour, "/admin")).not.toContain("Letra që nuk arrijnë");
    const auditor = await signedIn(other, lisi, ["auditor"]);
    expect(await read(auditor, "/admin")).toContain("2 letra presin");
    await other.end();
  });
});
