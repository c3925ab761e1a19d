import { Hono } from "hono";
import { html } from "hono/html";
import type { Config } from "../config.ts";
import { AppError } from "../http/errors.ts";
import { isForwarded, isFromHere } from "../http/near.ts";
import type { RequestScope } from "../http/scope.ts";
import { type KeptMail, listKept, readKept } from "./local-outbox.ts";

const shown = 100;
const policy = "default-src 'none'";

const row = ({ name, to, subject }: KeptMail) =>
  html`<li><a href="/zhvillim/posta/${name}">${subject}</a> — ${to}</li>`;

const page = (mails: KeptMail[]) => html`<!doctype html>
<html lang="sq">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Posta e zhvillimit</title></head>
<body>
<h1>Posta e zhvillimit</h1>
<p>Këto mesazhe nuk i janë dërguar askujt: SMTP_URL nuk është caktuar.</p>
<ol>${mails.map(row)}</ol>
</body>
</html>`;

const notFound = () => new AppError("http.not_found", 404);

/**
 * What the local outbox holds, at the apex, for whoever develops or tries the demo on their own machine; in production it
 * is not there. Through a proxy or from another machine nothing is found: mail holds links that sign people in.
 */
export const mailbox = ({ dataDir }: Pick<Config, "dataDir">) =>
  new Hono<RequestScope>()
    .use(async (c, next) => {
      if (!isFromHere(c) || isForwarded(c) || c.var.site.kind !== "apex") throw notFound();
      await next();
      c.res.headers.set("cache-control", "no-store");
      c.res.headers.set("content-security-policy", policy);
    })
    .get("/", async (c) => {
      const names = (await listKept(dataDir)).slice(0, shown);
      const mails = await Promise.all(names.map((name) => readKept(dataDir, name)));
      return c.html(page(mails.filter((mail) => mail !== null)));
    })
    .get("/:name", async (c) => {
      const mail = await readKept(dataDir, c.req.param("name"));
      if (!mail) throw notFound();
      const headers = mail.headers.map(({ key, value }) => `${key}: ${value}`).join("\n");
      return c.text(`${headers}\n\n${mail.text}`);
    });
