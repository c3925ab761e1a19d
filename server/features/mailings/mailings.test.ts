import ical, { type VEvent } from "node-ical";
import pino from "pino";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSmtpServer, type TestSmtpServer } from "../../../tests/drivers/smtp-server.ts";
import { chamberOf } from "../../../tests/support/chamber.ts";
import { doing } from "../../../tests/support/content.ts";
import { addPaper } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import { createJobs, type Jobs } from "../../jobs/jobs.ts";
import { type Mailer, openMailer } from "../../mail/mailer.ts";
import { deliverMail } from "../../mail/mails.service.ts";
import { addItem, setAgenda } from "../meetings/agenda.service.ts";
import { changeMeeting, createMeeting, publishMeeting } from "../meetings/meetings.service.ts";
import {
  announceMeeting,
  cancelMeeting,
  closeMeeting,
  openMeeting,
  postponeMeeting,
} from "../meetings/stages.service.ts";
import { deliverMailing } from "./deliver-mailing.ts";
import { findMailing } from "./mailings.queries.ts";
import { sendAgain, sendNotice } from "./mailings.service.ts";
import { setNoticeContact } from "./notice-contacts.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let server: TestSmtpServer;
let mailer: Mailer;
let jobs: Jobs;
let council: string;
const patience = { timeout: 15_000, interval: 100 };
const reason = { sq: "Salla është në rikonstruksion.", en: "The chamber is being rebuilt." };

beforeAll(async () => {
  server = await startSmtpServer();
  world = await createWorld();
  ({ lisi } = world);
  const { config, clock, pool, registry, origins } = world.services;
  mailer = openMailer({ ...config, smtpUrl: server.url }, clock);
  jobs = createJobs({
    databaseUrl: world.database.appUrl,
    ...{ pool, clock, logger: pino({ level: "silent" }), schedules: [] },
    effects: {
      mail: deliverMail(mailer, clock),
      "meeting-mailing": deliverMailing({ registry, origins, config, clock }),
    },
    pace: { look: 0.5, retry: 1 },
  });
  await jobs.start();
  for (const one of [lisi, world.krasta]) {
    const chamber = chamberOf(world, one);
    const body = await chamber.body("council", "Këshilli Bashkiak");
    const term = await chamber.term("2023-07-01", null);
    const members = [
      ["Arta Hoxha", "arta@lisi.example"],
      ["Beni <Prifti>", "beni@lisi.example"],
      ["Drita Leka", undefined],
    ] as const;
    for (const [position, [name, email]] of members.entries()) {
      const person = await chamber.person(name, { contacts: { ...(email && { email }) } });
      await chamber.join({
        ...{ bodyId: body.id, personId: person.id, role: "member", beginsOn: "2023-07-01", position },
        ...{ termId: term.id, seat: position + 1 },
      });
    }
    if (one === lisi) council = body.id;
  }
  await lisi.db.write((tx) =>
    tx
      .updateTable("tenant_settings")
      .set({ contacts: json({ email: "keshilli@lisi.example" }) })
      .execute(),
  );
});
afterAll(async () => {
  await jobs.stop();
  mailer.close();
  await world.end();
  await server.close();
});
beforeEach(() => {
  server.taken.length = 0;
  server.refuse(null);
  world.clock.moveTo("2026-03-05T10:00:00+01:00");
});

const write: TestCouncil["db"]["write"] = (work) => lisi.db.write(work);
let hour = 0;
/** An announced meeting of the council with an agenda of one item and its paper. */
async function announced(given: { announce?: boolean } = {}) {
  hour += 1;
  const by = doing(world);
  const { id, slug } = await write((tx) =>
    createMeeting(tx, by, {
      bodyId: council,
      kind: "ordinary",
      startsAt: new Date(Date.UTC(2026, 3, hour, 16, 0)),
      endsAt: new Date(Date.UTC(2026, 3, hour, 18, 0)),
      place: { sq: "Salla e Këshillit", en: "Council chamber" },
      onlineUrl: "https://video.example.org/lisi?a=1&b=2",
    }),
  );
  const [item] = await write((tx) =>
    setAgenda(tx, by, id, [
      { path: [1], kind: "report", title: { sq: "Raporti “vjetor” <i>i ujit</i>", en: "Water report" } },
    ]),
  );
  await addPaper(world, lisi, "agendaItem", item!.id, {
    title: { sq: "Raporti i ujit", en: "Water report" },
    fileName: "raporti.pdf",
    publicFrom: null,
  });
  if (given.announce !== false)
    await write((tx) => announceMeeting(tx, by, id, { text: { sq: "<p>Ftohen <strong>të gjithë</strong>.</p>" } }));
  return { id, slug };
}
const send = (id: string) => write((tx) => sendNotice(tx, doing(world), id));
const mailing = (id: string, of = lisi) => of.db.read((tx) => findMailing(tx, id));
const states = async (id: string) => (await mailing(id))?.recipients.map(({ name, state }) => `${name}: ${state}`);
const settled = (id: string) =>
  expect
    .poll(async () => (await mailing(id))?.recipients.some(({ state }) => state === "queued"), patience)
    .toBe(false);
const later = (minutes: number) => world.clock.moveTo(new Date(world.clock.now().getTime() + minutes * 60_000));

/** The mail to somebody as a mail program takes it apart, and the event in it as a calendar does. */
async function received(to: string) {
  const taken = server.taken.findLast(({ recipients }) => recipients.includes(to));
  const mail = await PostalMime.parse(taken!.bytes);
  const part = mail.attachments.find(({ mimeType }) => mimeType === "application/ics" || mimeType === "text/calendar");
  const text = typeof part!.content === "string" ? part!.content : Buffer.from(part!.content as ArrayBuffer).toString();
  const parsed = ical.sync.parseICS(text);
  const event = Object.values(parsed).find((one) => one?.type === "VEVENT") as VEvent;
  const method = /^METHOD:(\w+)/m.exec(text)?.[1];
  const contentType = /Content-Type: text\/calendar;[^\n]*(\n [^\n]*)*/.exec(taken!.bytes.toString())?.[0];
  return { mail, text, event, method, contentType };
}

describe("The notice of a meeting by mail", () => {
  it("says to each member when, where and what, with the way to the papers, as text and as HTML", async () => {
    const { id, slug } = await announced();
    await send(id);
    await settled(id);
    expect(server.taken.map(({ recipients }) => recipients).sort()).toEqual([
      ["arta@lisi.example"],
      ["beni@lisi.example"],
    ]);
    const { mail } = await received("arta@lisi.example");
    expect(mail.subject).toBe("Njoftim: Mbledhje e radhës e Këshillit, 01.04.2026, ora 18:00");
    expect(mail.replyTo).toMatchObject([{ address: "keshilli@lisi.example" }]);
    const page = `http://lisi.localhost/mbledhjet/${slug}`;
    for (const said of [
      "Përshëndetje, Arta Hoxha!",
      "Kur: e mërkurë, 01.04.2026, ora 18:00–20:00",
      "Ku: Salla e Këshillit",
      "Në internet: https://video.example.org/lisi?a=1&b=2",
      "Ftohen të gjithë.",
      "1. Raporti “vjetor” <i>i ujit</i>",
      `${page}.zip`,
      "Këshilli Bashkiak Lisi",
    ])
      expect(mail.text).toContain(said);
    expect(mail.text).toMatch(/Raporti i ujit\s+http:\/\/lisi\.localhost\/dokumente\/[0-9a-f-]+\/raporti\.pdf/);
    expect(mail.html).toContain(`<a href="${page}">`);
    expect(mail.html).toContain("Raporti “vjetor” &lt;i&gt;i ujit&lt;/i&gt;");
    expect(mail.html).toContain("<strong>të gjithë</strong>");
    const beni = await received("beni@lisi.example");
    expect(beni.mail.html).toContain("Beni &lt;Prifti&gt;");
    expect(beni.mail.text).toContain("Beni <Prifti>");
  });

  it("carries an invitation that calendars take over, naming nobody but the one who receives it", async () => {
    const { id } = await announced();
    await send(id);
    await settled(id);
    const { event, method, text, contentType } = await received("arta@lisi.example");
    expect(method).toBe("REQUEST");
    expect(contentType).toMatch(/method=REQUEST/i);
    expect(event).toMatchObject({
      uid: `${id}@localhost`,
      sequence: 0,
      status: "CONFIRMED",
      summary: "Mbledhje e radhës e Këshillit",
      location: "Salla e Këshillit",
    });
    expect(event.start.toISOString()).toBe("2026-04-02T16:00:00.000Z");
    expect(event.start.tz).toBe("Europe/Tirane");
    expect(event.end?.toISOString()).toBe("2026-04-02T18:00:00.000Z");
    expect(JSON.stringify(event.organizer)).toContain("keshilli@lisi.example");
    expect(JSON.stringify(event.attendee)).toContain("arta@lisi.example");
    expect(text).toContain("RSVP=FALSE");
    expect(text).not.toContain("beni@");
  });

  it("goes out once, however often and by however many it is asked for", async () => {
    const { id } = await announced();
    const asked = await Promise.all([send(id), send(id), send(id)]);
    expect(asked.filter(({ isNew }) => isNew)).toHaveLength(1);
    await settled(id);
    await send(id);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(server.taken).toHaveLength(2);
  });

  it("names those who have no address, so that the paper is handed over", async () => {
    const { id } = await announced();
    await send(id);
    await settled(id);
    expect(await states(id)).toEqual(["Arta Hoxha: sent", "Beni <Prifti>: sent", "Drita Leka: no_address"]);
    expect(JSON.stringify(await mailing(id))).not.toContain("@lisi.example");
  });

  it("is sent again to those whose server refused it, who are told with what it said", async () => {
    const { id } = await announced();
    server.refuse({ code: 550, text: "Mailbox is closed" });
    await send(id);
    await settled(id);
    const [arta] = (await mailing(id))!.recipients;
    expect(arta).toMatchObject({ state: "failed", refusal: expect.stringContaining("Mailbox is closed") });
    expect(server.taken).toEqual([]);
    server.refuse(null);
    expect(await write((tx) => sendAgain(tx, doing(world), id))).toEqual({ recipients: 2 });
    await settled(id);
    expect(await states(id)).toEqual(["Arta Hoxha: sent", "Beni <Prifti>: sent", "Drita Leka: no_address"]);
    expect(server.taken).toHaveLength(2);
    await expect(write((tx) => sendAgain(tx, doing(world), id))).rejects.toMatchObject({
      code: "mailings.none_failed",
    });
  });

  it("does not go out before the notice is given, after the meeting has begun, or for another council", async () => {
    const planned = await announced({ announce: false });
    await expect(send(planned.id)).rejects.toMatchObject({ code: "meetings.not_announced" });
    const { id } = await announced();
    await expect(world.krasta.db.write((tx) => sendNotice(tx, doing(world), id))).rejects.toMatchObject({
      code: "meetings.not_found",
    });
    expect(await mailing(id, world.krasta).catch(() => null)).toBeNull();
    await write((tx) => openMeeting(tx, doing(world), id));
    await expect(send(id)).rejects.toMatchObject({ code: "meetings.already_begun" });
    await write((tx) => closeMeeting(tx, doing(world), id));
    await expect(send(id)).rejects.toMatchObject({ code: "meetings.already_begun" });
    expect(server.taken).toEqual([]);
  });

  it("comes to the address and in the language that a member gave for it, which is nobody else’s business", async () => {
    const { id } = await announced();
    const drita = (
      await lisi.db.read((tx) =>
        tx.selectFrom("people").where("name", "=", "Drita Leka").select("id").executeTakeFirstOrThrow(),
      )
    ).id;
    const contact = { email: "drita@private.example", language: "en" as const };
    await expect(
      world.krasta.db.write((tx) => setNoticeContact(tx, doing(world), drita, contact)),
    ).rejects.toMatchObject({ code: "mailings.member_unknown" });
    await expect(
      write((tx) => setNoticeContact(tx, doing(world), drita, { ...contact, email: "askund" })),
    ).rejects.toMatchObject({ code: "http.invalid_input" });
    await send(id);
    await settled(id);
    expect(server.taken).toHaveLength(2);
    await write((tx) => setNoticeContact(tx, doing(world), drita, contact));
    await write((tx) => sendAgain(tx, doing(world), id));
    await settled(id);
    expect(server.taken).toHaveLength(3);
    const { mail, event } = await received("drita@private.example");
    expect(mail.subject).toMatch(/^Notice: Ordinary meeting of the Council, \d\d\.04\.2026, 18:00$/);
    expect(mail.text).toContain("Dear Drita Leka,");
    expect(mail.text).toContain("/en/meetings/");
    expect(event).toMatchObject({ summary: "Ordinary meeting of the Council", location: "Council chamber" });
    await world.catchUp();
    expect(await (await lisi.get("/anetaret/drita-leka")).text()).not.toContain("private.example");
    const audit = await lisi.db.read((tx) => tx.selectFrom("audit_log").selectAll().execute());
    expect(JSON.stringify(audit)).not.toContain("private.example");
    await write((tx) => setNoticeContact(tx, doing(world), drita, null));
  });

  it("is nothing that the public ever sees", async () => {
    const { id, slug } = await announced();
    await send(id);
    await settled(id);
    await world.catchUp();
    for (const path of [`/mbledhjet/${slug}`, `/api/v1/meetings/${slug}`, `/mbledhjet/${slug}.ics`]) {
      const text = await (await lisi.get(path)).text();
      expect(/no_address|arta@|beni@/.test(text), path).toBe(false);
    }
  });
});

describe("What changes after the notice", () => {
  it("of day, hour or place is sent by itself, with a later number, to those who had the notice", async () => {
    const { id } = await announced();
    await send(id);
    await settled(id);
    server.taken.length = 0;
    later(5);
    await write((tx) =>
      changeMeeting(tx, doing(world), id, { place: { sq: "Pallati i Kulturës", en: "Palace of Culture" } }, reason),
    );
    await settled(id);
    expect(server.taken).toHaveLength(2);
    const { mail, event, method } = await received("arta@lisi.example");
    expect(mail.subject).toMatch(/^Ndryshim: /);
    expect(mail.text).toContain("Arsyeja: Salla është në rikonstruksion.");
    expect(method).toBe("REQUEST");
    expect(event).toMatchObject({ uid: `${id}@localhost`, sequence: 1, location: "Pallati i Kulturës" });
  });

  it("of the agenda is sent when the secretary asks; until then it is known that the members do not know it", async () => {
    const { id } = await announced();
    await send(id);
    await settled(id);
    server.taken.length = 0;
    later(5);
    await write((tx) => addItem(tx, doing(world), id, { kind: "question", title: { sq: "Pyetje" } }, reason));
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(server.taken).toEqual([]);
    expect(await mailing(id)).toMatchObject({ isCurrent: false });
    expect(await send(id)).toMatchObject({ isNew: true });
    await settled(id);
    expect(await mailing(id)).toMatchObject({ isCurrent: true });
    const { mail, event } = await received("arta@lisi.example");
    expect(mail.text).toContain("2. Pyetje");
    expect(event).toMatchObject({ sequence: 0 });
  });

  it("so that it does not take place takes it out of the calendars", async () => {
    const { id } = await announced();
    await send(id);
    await settled(id);
    server.taken.length = 0;
    later(5);
    await write((tx) => cancelMeeting(tx, doing(world), id, reason));
    await settled(id);
    expect(server.taken).toHaveLength(2);
    const { mail, event, method } = await received("beni@lisi.example");
    expect(mail.subject).toMatch(/^Anulim: /);
    expect(mail.text).toContain("Arsyeja: Salla është në rikonstruksion.");
    expect(mail.text).not.toContain("Rendi i ditës");
    expect(method).toBe("CANCEL");
    expect(event).toMatchObject({ uid: `${id}@localhost`, sequence: 1, status: "CANCELLED" });
  });

  it("to another day says which day that is, and leads there once the meeting in its place is public", async () => {
    const { id } = await announced();
    const next = await announced({ announce: false });
    const inAWeek = new Date(world.clock.now().getTime() + 7 * 86_400_000);
    await write((tx) => publishMeeting(tx, doing(world), next.id, inAWeek));
    await send(id);
    await settled(id);
    later(5);
    await write((tx) => postponeMeeting(tx, doing(world), id, reason, next.id));
    await settled(id);
    const { mail } = await received("arta@lisi.example");
    expect(mail.subject).toMatch(/^Shtyrje: /);
    expect(mail.text).toMatch(/Data e re: [^\n]*04\.2026/);
    expect(mail.text).not.toContain(next.slug);

    const { id: other } = await announced();
    const open = await announced();
    await send(other);
    await settled(other);
    server.taken.length = 0;
    later(5);
    await write((tx) => postponeMeeting(tx, doing(world), other, reason, open.id));
    await settled(other);
    expect((await received("arta@lisi.example")).mail.text).toContain(open.slug);
  });

  it("of which nobody was told by mail is sent to nobody", async () => {
    const { id } = await announced();
    await write((tx) => cancelMeeting(tx, doing(world), id, reason));
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(server.taken).toEqual([]);
    await expect(send(id)).rejects.toMatchObject({ code: "mailings.never_sent" });
  });
});
