import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import PostalMime from "postal-mime";
import type { Clock } from "../clock.ts";
import type { Mailer } from "./mailer.ts";
import { messageOf } from "./message.ts";

const folderIn = (dataDir: string) => join(dataDir, "mail");
const fileName = /^[0-9TZ-]{24}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.eml$/;

/** Sends to nobody: each mail becomes a file `<time>-<id>.eml` that mail programs open, readable by its owner alone. */
export function localOutbox(dataDir: string, from: string, clock: Clock): Mailer {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const folder = folderIn(dataDir);
  return {
    async send(mail) {
      const { message } = await composer.sendMail(messageOf(mail, from, clock));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = `${clock.now().toISOString().replace(/[:.]/g, "-")}-${mail.id}.eml`;
      const partial = join(folder, `.${name}`);
      try {
        await writeFile(partial, message as Buffer, { mode: 0o600 });
        await rename(partial, join(folder, name));
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    },
    close: () => composer.close(),
  };
}

/** A kept mail as it is read. */
export interface KeptMail {
  name: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  /** The name and value of each header, in their order. */
  headers: { key: string; value: string }[];
}

/** Names of the mails in the local outbox, the newest first. */
export async function listKept(dataDir: string): Promise<string[]> {
  const names = await readdir(folderIn(dataDir)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names
    .filter((name) => fileName.test(name))
    .sort()
    .reverse();
}

/** One of them; `null` for a name that none has. */
export async function readKept(dataDir: string, name: string): Promise<KeptMail | null> {
  if (!fileName.test(name)) return null;
  const bytes = await readFile(join(folderIn(dataDir), name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (!bytes) return null;
  const { to = [], subject = "", text = "", html = null, headers } = await PostalMime.parse(bytes);
  return {
    name,
    to: to.map((one) => one.address ?? "").join(", "),
    subject,
    text,
    html: html || null,
    headers: headers.map(({ key, value }) => ({ key, value })),
  };
}
