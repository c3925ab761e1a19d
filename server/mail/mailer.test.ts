import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSmtpServer, type TestSmtpServer } from "../../tests/drivers/smtp-server.ts";
import { fixedClock } from "../clock.ts";
import { MailNotSent, MailRefused } from "./errors.ts";
import { listKept, readKept } from "./local-outbox.ts";
import type { Mail } from "./mail.schema.ts";
import { type Mailer, openMailer } from "./mailer.ts";

const clock = fixedClock("2026-03-05T09:00:00Z");
const mailFrom = "Këshilli Bashkiak Lis <njoftime@portali.al>";
const id = "5f0c2f0a-3c7d-4a55-8a3e-0d8b3f1f2a11";
const mail: Mail = {
  id,
  to: "arta.hoxha@shembull.al",
  subject: "Çështja juaj: “Shërbimi i ujit” në shtëpinë e Gjergjit",
  text: "Përshëndetje,\n\nkërkesa juaj u shqyrtua.\n.\nNjë rresht që nis me pikë: .fund\n",
  html: "<p>Përshëndetje,</p><p>kërkesa juaj u <b>shqyrtua</b>.</p>",
};

let folder: string;
let server: TestSmtpServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "e-keshilli-mail-"));
  server = await startSmtpServer();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  server.taken.length = 0;
  server.refuse(null);
  await rm(join(folder, "mail"), { recursive: true, force: true });
});

/** Every way in which mail goes out, and what has gone out that way. */
const drivers: Record<string, { smtpUrl: () => string | null; sent: () => Promise<Buffer[]> }> = {
  SMTP: { smtpUrl: () => server.url, sent: async () => server.taken.map(({ bytes }) => bytes) },
  "the local outbox": {
    smtpUrl: () => null,
    sent: async () => Promise.all((await listKept(folder)).map((name) => readFile(join(folder, "mail", name)))),
  },
};

describe.each(Object.entries(drivers))("Mail through %s", (_, { smtpUrl, sent }) => {
  let mailer: Mailer;
  beforeAll(() => {
    mailer = openMailer({ smtpUrl: smtpUrl(), mailFrom, dataDir: folder }, clock);
  });
  afterAll(() => mailer.close());

  it("arrives with every Albanian letter, as text and as HTML", async () => {
    await mailer.send(mail);
    const [bytes, ...more] = await sent();
    expect(more).toEqual([]);
    const read = await PostalMime.parse(bytes!);
    expect(read).toMatchObject({
      subject: mail.subject,
      from: { name: "Këshilli Bashkiak Lis", address: "njoftime@portali.al" },
      to: [{ address: "arta.hoxha@shembull.al" }],
      messageId: `<${id}@portali.al>`,
      date: "2026-03-05T09:00:00.000Z",
    });
    expect(read.text?.replaceAll("\r\n", "\n").trim()).toBe(mail.text.trim());
    expect(read.html).toContain("shqyrtua</b>");
    expect(read.headers).toContainEqual(expect.objectContaining({ key: "auto-submitted", value: "auto-generated" }));
  });

  it("is plain where there is no HTML", async () => {
    await mailer.send({ ...mail, html: null });
    const read = await PostalMime.parse((await sent())[0]!);
    expect(read.html).toBeFalsy();
    expect(read.text).toContain("kërkesa juaj u shqyrtua");
  });

  it("is the same mail when it is sent again", async () => {
    await mailer.send(mail);
    clock.moveTo("2026-03-05T09:05:00Z");
    await mailer.send(mail);
    clock.moveTo("2026-03-05T09:00:00Z");
    const ids = await Promise.all((await sent()).map(async (bytes) => (await PostalMime.parse(bytes)).messageId));
    expect(ids).toEqual([`<${id}@portali.al>`, `<${id}@portali.al>`]);
  });

  it.each([
    ["a subject that begins another header", { subject: "Njoftim\r\nBcc: kushdo@tjeter.al" }],
    ["a subject with a bare line feed", { subject: "Njoftim\nX-Tjeter: po" }],
    ["an address that begins another header", { to: "arta@shembull.al\r\nBcc: kushdo@tjeter.al" }],
    ["two addresses in the place of one", { to: "arta@shembull.al, kushdo@tjeter.al" }],
    ["a name beside the address", { to: "Arta <arta@shembull.al>" }],
    ["no address", { to: "" }],
    ["no subject", { subject: "" }],
    ["a number that is none", { id: "x>\r\nBcc: kushdo@tjeter.al" }],
  ])("is refused with %s, and nothing goes out", async (_name, wrong) => {
    await expect(mailer.send({ ...mail, ...wrong })).rejects.toMatchObject({ code: "http.invalid_input" });
    expect(await sent()).toEqual([]);
  });

  it("reads nothing from files or addresses that stand in its text", async () => {
    const secret = join(folder, "secret.txt");
    await writeFile(secret, "nuk duhet të dalë");
    await mailer.send({ ...mail, text: secret, html: `<img src="file://${secret}">` });
    expect((await sent())[0]!.toString()).not.toContain("nuk duhet");
  });
});

describe("A mail server", () => {
  const mailer = () => openMailer({ smtpUrl: server.url, mailFrom, dataDir: folder }, clock);

  it("is told the one recipient", async () => {
    const open = mailer();
    await open.send(mail);
    expect(server.taken[0]!.recipients).toEqual(["arta.hoxha@shembull.al"]);
    open.close();
  });

  it("that will never take the mail ends it, with its words", async () => {
    server.refuse({ code: 550, text: "No such user here" });
    const open = mailer();
    const failure = await open.send(mail).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MailRefused);
    expect((failure as Error).message).toContain("No such user here");
    open.close();
  });

  it("that is full or away for now lets it be tried again, without telling whom it was for", async () => {
    server.refuse({ code: 452, text: "Too many for arta.hoxha@shembull.al" });
    const away = openMailer({ smtpUrl: "smtp://127.0.0.1:1", mailFrom, dataDir: folder }, clock);
    const full = mailer();
    for (const open of [full, away]) {
      const failure = await open.send(mail).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(MailNotSent);
      expect(String((failure as Error).message)).not.toContain("arta");
      open.close();
    }
  });
});

describe("The local outbox", () => {
  it("is read by nobody but its owner, the newest mail first, and only by the names it gave", async () => {
    const mailer = openMailer({ smtpUrl: null, mailFrom, dataDir: folder }, clock);
    expect(await listKept(folder)).toEqual([]);
    await mailer.send(mail);
    clock.moveTo("2026-03-05T10:00:00Z");
    await mailer.send({ ...mail, id: "7f0c2f0a-3c7d-4a55-8a3e-0d8b3f1f2a11", subject: "I dyti" });
    clock.moveTo("2026-03-05T09:00:00Z");
    const names = await listKept(folder);
    const kept = await Promise.all(names.map((name) => readKept(folder, name)));
    expect(kept.map((one) => one!.subject)).toEqual(["I dyti", mail.subject]);
    for (const name of await readdir(join(folder, "mail"))) {
      expect((await stat(join(folder, "mail", name))).mode & 0o077).toBe(0);
    }
    await writeFile(join(folder, "secret.eml"), "Subject: x\r\n\r\nx");
    for (const name of ["../secret.eml", "secret.eml", `../mail/${names[0]}`, ""]) {
      expect(await readKept(folder, name), name).toBeNull();
    }
  });
});
