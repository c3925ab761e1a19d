import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { pdfOf } from "../support/content.ts";
import { signUp } from "./support/sign-up.ts";
import { siteOf, visitors } from "./support/visitor.ts";

const visitor = visitors();

interface Answer {
  /** 0 where the answer leads on, as a form does that was taken. */
  status: number;
  text: string;
}

/** Asks from inside of the page, with all that the browser sends along by itself. */
const ask = (page: Page, path: string, init: { method?: string; form?: Record<string, string>; json?: unknown } = {}) =>
  page.evaluate(
    async ([to, { method, form, json }]): Promise<Answer> => {
      const body = form ? new URLSearchParams(form) : json === undefined ? undefined : JSON.stringify(json);
      const headers: Record<string, string> = json === undefined ? {} : { "content-type": "application/json" };
      const answer = await fetch(to, {
        method: method ?? (body ? "POST" : "GET"),
        headers,
        body: body ?? null,
        redirect: "manual",
      });
      return { status: answer.status, text: await answer.text() };
    },
    [path, init] as const,
  );

/** In the title or the name of everything that nobody else may learn of. */
const secret = "7391";
const title = { sq: `E fshehta ${secret}`, en: `The hidden ${secret}` };

/** An act, a draft act, a meeting and a document that a council has not made public. */
async function prepare(page: Page) {
  await page.goto("/admin/dokumentet");
  const body = await pdfOf(`Teksti i fshehtë ${secret}`);
  await page.setInputFiles("#upload-files", {
    name: `e_fshehta_${secret}.pdf`,
    mimeType: "application/pdf",
    buffer: body,
  });
  const href = await page.locator('.upload-items li[data-state="done"] a').getAttribute("href");

  await page.goto("/admin/mbledhjet/e-re");
  const form = page.locator("form#particulars");
  await form.getByLabel("Dita").fill("2026-04-28");
  await form.getByLabel("Ora e fillimit").fill(new Date().toISOString().slice(11, 16));
  await form.getByRole("button", { name: "Krijoni" }).click();
  await page.waitForURL(/done=created/);
  const meeting = new URL(page.url()).pathname.split("/").at(-1)!;

  const like = async (entity: "act" | "draft_act", own: object) => {
    const { items } = JSON.parse((await ask(page, `/api/v1/admin/editing/${entity}`)).text);
    const { input } = JSON.parse((await ask(page, `/api/v1/admin/editing/${entity}/${items[0].id}`)).text);
    const json = { input: { ...input, title, documents: [], ...own } };
    const made = await ask(page, `/api/v1/admin/editing/${entity}`, { json });
    expect(made.status, made.text).toBe(201);
    return JSON.parse(made.text).id as string;
  };
  const act = await like("act", { number: null, relations: [], agendaItemId: null, draftActId: null });
  const draft = await like("draft_act", {});
  return { act, draft, meeting, document: href!.split("/").at(-1)! };
}
type Prepared = Awaited<ReturnType<typeof prepare>>;

const pagesOf = ({ act, draft, meeting, document }: Prepared) => [
  `/admin/aktet/${act}`,
  `/admin/aktet/${act}/versionet`,
  `/admin/aktet/${act}/parapamja`,
  `/admin/projektaktet/${draft}`,
  `/en/admin/draft-acts/${draft}/preview`,
  `/admin/mbledhjet/${meeting}`,
  `/en/admin/meetings/${meeting}/notice`,
  `/admin/dokumentet/${document}`,
];
const apiOf = ({ act, draft, document }: Prepared) => [
  `/api/v1/admin/editing/act/${act}`,
  `/api/v1/admin/editing/act/${act}/versions`,
  `/api/v1/admin/editing/draft_act/${draft}`,
  `/api/v1/admin/documents/${document}/1/public`,
];
const searches = [
  "/admin/aktet?q=fshehta",
  "/admin/projektaktet?q=fshehta",
  "/admin/dokumentet?q=fshehta",
  "/admin/kerko?q=fshehta",
  "/api/v1/admin/editing/choices/acts?q=fshehta",
];

/** What changes or removes each of them, as the workspace's own forms and scripts send it. */
const deedsOf = ({ act, draft, meeting, document }: Prepared) =>
  [
    [`/admin/aktet/${act}`, { form: { "title.sq": "E marrë" } }],
    [`/admin/redaktimi/act/${act}/koshi`, { form: {} }],
    [`/api/v1/admin/editing/draft_act/${draft}/submit`, { json: {} }],
    [
      `/api/v1/admin/editing/edits/${crypto.randomUUID()}`,
      { method: "PUT", json: { entity: "act", entityId: act, form: {} } },
    ],
    [`/admin/mbledhjet/${meeting}/te-dhenat`, { form: { startsOn: "2026-05-05" } }],
    [`/admin/mbledhjet/${meeting}/dokumentet`, { form: { documentIds: document, role: "notice" } }],
    [`/admin/dokumentet/${document}/heqja`, { form: {} }],
    [`/admin/dokumentet/${document}`, { form: { "title.sq": "I marrë", language: "sq" } }],
  ] as const;

it("A stranger tries the neighbouring council’s drafts: nothing is shown, nothing changes, and nothing is noted of it there", async () => {
  const owner = await visitor();
  await signUp(owner.page, "Drita Çela", "secretary");
  const theirs = await prepare(owner.page);
  const read = async () => {
    const answers: Answer[] = [];
    for (const path of apiOf(theirs)) answers.push(await ask(owner.page, path));
    await owner.page.goto(`/admin/mbledhjet/${theirs.meeting}`);
    return { answers, meeting: await owner.page.locator("main").innerText() };
  };
  const before = await read();
  expect(before.answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(before.answers[0]!.text).toContain(secret);

  const { page, context } = await visitor({ council: "gurekuq", mayHear: /status of (401|403|404)/ });
  await signUp(page, "Artan Fqinji", "editor", "gurekuq");
  const told: string[] = [];
  const refused = async (path: string, init: Parameters<typeof ask>[2], expected: readonly number[]) => {
    const { status, text } = await ask(page, path, init);
    if (!expected.includes(status) || text.includes(secret)) told.push(`${path}: ${status}`);
  };

  // At home, with the neighbour's ids.
  for (const path of [...pagesOf(theirs), ...apiOf(theirs)]) await refused(path, {}, [404]);
  for (const path of searches) await refused(path, {}, [200]);
  for (const [path, init] of deedsOf(theirs)) await refused(path, init, [403, 404]);

  // At the neighbour's door, with the session of home.
  const session = (await context.cookies(siteOf("gurekuq"))).find(({ name }) => /session/.test(name))!;
  await context.addCookies([{ name: session.name, value: session.value, url: siteOf("valbardhe") }]);
  await page.goto(`${siteOf("valbardhe")}/admin/aktet/${theirs.act}`);
  expect(new URL(page.url()).pathname).toBe("/admin/hyrja");
  for (const path of apiOf(theirs)) await refused(path, {}, [401]);
  // A page leads to the sign-in.
  for (const path of pagesOf(theirs)) await refused(path, {}, [0]);
  for (const [path, init] of deedsOf(theirs)) await refused(path, init, path.startsWith("/api/") ? [401] : [0, 401]);
  expect(told).toEqual([]);

  expect(await read()).toEqual(before);
  await owner.page.goto("/admin/auditi?who=Artan+Fqinji");
  expect(await owner.page.locator(".changes > li").count()).toBe(0);
}, 180_000);
