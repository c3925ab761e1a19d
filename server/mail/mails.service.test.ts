import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSmtpServer, type TestSmtpServer } from "../../tests/drivers/smtp-server.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../tests/support/world.ts";
import { newToken } from "../auth/tokens.ts";
import { createJobs, type Jobs } from "../jobs/jobs.ts";
import { type Mailer, openMailer } from "./mailer.ts";
import { deliverMail, maskMails, queueMail } from "./mails.service.ts";

let world: TestWorld;
let server: TestSmtpServer;
let jobs: Jobs;
let mailer: Mailer;
const content = { to: "arta@shembull.al", subject: "Mbledhja e radhës", text: "Më 12.03.2026, ora 10:00." };
const patience = { timeout: 15_000, interval: 100 };

beforeAll(async () => {
  server = await startSmtpServer();
  world = await createWorld();
  const { config, clock, pool } = world.services;
  mailer = openMailer({ ...config, smtpUrl: server.url }, clock);
  jobs = createJobs({
    databaseUrl: world.database.appUrl,
    ...{ pool, clock, logger: pino({ level: "silent" }), schedules: [] },
    effects: { mail: deliverMail(mailer, clock) },
    pace: { look: 0.5, retry: 1 },
  });
  await jobs.start();
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
});

const send = (council: TestCouncil, other: Partial<typeof content & { html: string }> = {}) =>
  council.db.write((tx) => queueMail(tx, world.clock.now(), { ...content, ...other }));
const stored = (council: TestCouncil, id: string) =>
  council.db.read((tx) => tx.selectFrom("mails").where("id", "=", id).selectAll().executeTakeFirst());

describe("A mail of a council", () => {
  it("goes out after the commit, and when it went is noted", async () => {
    const id = await send(world.lisi);
    await expect.poll(() => server.taken.length, patience).toBe(1);
    expect(server.taken[0]!.recipients).toEqual(["arta@shembull.al"]);
    await expect.poll(async () => (await stored(world.lisi, id))?.sent_at, patience).toEqual(world.clock.now());
    expect(await stored(world.krasta, id)).toBeUndefined();
  });

  it("goes out whatever the name is like that stands in its subject", async () => {
    const lines = await send(world.lisi, { subject: "Mbledhja\r\nBcc: x@y.al \u0000 e radhës" });
    const long = await send(world.lisi, { subject: `Njoftim: ${"ë".repeat(400)}` });
    await expect.poll(() => server.taken.length, patience).toBe(2);
    expect((await stored(world.lisi, lines))?.subject).toBe("Mbledhja Bcc: x@y.al e radhës");
    expect((await stored(world.lisi, long))?.subject).toMatch(/^Njoftim: ë{240}…$/);
    for (const { recipients } of server.taken) expect(recipients).toEqual(["arta@shembull.al"]);
  });

  it("keeps no link that lets somebody in, once it is sent or refused for good", async () => {
    const link = `http://lisi.localhost/admin/ftesa/${newToken()}`;
    const letter = { text: `Pranoni ftesën:\n\n${link}\n\nVlen një herë.`, html: `<a href="${link}">${link}</a>` };
    const sent = await send(world.lisi, letter);
    await expect.poll(() => server.taken.length, patience).toBe(1);
    const message = server.taken[0]!.bytes.toString().replace(/=\r\n/g, "");
    expect(message).toContain(link);
    await expect.poll(async () => (await stored(world.lisi, sent))?.sent_at, patience).not.toBeNull();
    server.refuse({ code: 550, text: "No such user" });
    const refused = await send(world.lisi, letter);
    await expect.poll(async () => (await stored(world.lisi, refused))?.refused_at, patience).not.toBeNull();
    for (const id of [sent, refused]) {
      const { body_text, body_html } = (await stored(world.lisi, id))!;
      expect(body_text).toBe("Pranoni ftesën:\n\nhttp://lisi.localhost/admin/ftesa/…\n\nVlen një herë.");
      expect(body_html).not.toContain(link);
    }
  });

  it("does not go out when what it tells of did not happen", async () => {
    await world.lisi.db
      .write(async (tx) => {
        await queueMail(tx, world.clock.now(), { ...content, subject: "Nuk ndodhi" });
        throw new Error("no");
      })
      .catch(() => {});
    await send(world.krasta, { to: "beni@shembull.al" });
    await expect.poll(() => server.taken.map((mail) => mail.recipients[0]), patience).toEqual(["beni@shembull.al"]);
  });

  it("is tried again while the server is full", async () => {
    server.refuse({ code: 452, text: "Full" });
    const before = server.refused();
    const id = await send(world.lisi);
    await expect.poll(() => server.refused(), patience).toBeGreaterThan(before);
    expect(await stored(world.lisi, id)).toMatchObject({ sent_at: null, refused_at: null });
    server.refuse(null);
    await expect.poll(() => server.taken.length, patience).toBe(1);
  });

  it("that nobody will ever take is noted as refused and not tried again", async () => {
    server.refuse({ code: 550, text: "No such user" });
    const id = await send(world.lisi);
    await expect.poll(async () => (await stored(world.lisi, id))?.refusal, patience).toContain("No such user");
    const line = await world.lisi.db.read((tx) =>
      tx.selectFrom("outbox").where("subject_id", "=", id).select("done_at").executeTakeFirst(),
    );
    expect(line?.done_at).toEqual(world.clock.now());
  });

  it("is refused before it is kept when its address is none", async () => {
    await expect(send(world.lisi, { to: "arta@shembull.al\r\nBcc: x@y.al" })).rejects.toMatchObject({
      fields: expect.arrayContaining([{ path: "to", code: "mail.control_character" }]),
    });
  });

  it("is forgotten after its time, but not that there was one; another council's stays", async () => {
    const [old, theirs] = [await send(world.lisi), await send(world.krasta)];
    await expect.poll(() => server.taken.length, patience).toBe(2);
    const later = new Date(world.clock.now().getTime() + 86_400_000);
    await world.lisi.db.write((tx) => maskMails(tx, later, later));
    expect(await stored(world.lisi, old)).toMatchObject({
      recipient: null,
      subject: null,
      body_text: null,
      sent_at: world.clock.now(),
      masked_at: later,
    });
    expect(await stored(world.krasta, theirs)).toMatchObject({ recipient: "arta@shembull.al" });
  });
});
