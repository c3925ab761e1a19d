import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { pdfOf } from "../../../tests/support/content.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";

let world: TestWorld;
let secretary: Visitor;
let auditor: Visitor;
let stranger: Visitor;
beforeAll(async () => {
  world = await createWorld();
  secretary = await signedIn(world, world.lisi, ["secretary"]);
  auditor = await signedIn(world, world.lisi, ["auditor"]);
  stranger = await signedIn(world, world.krasta, ["secretary"]);
});
afterAll(() => world.end());

const fresh = "/admin/publikimet/i-ri?element=V.1.1";
const upload = "/admin/redaktimi/publication/ngarkimi?element=V.1.1";
const news = { element: "V.1.1", "title.sq": "Me skedar", date: "2026-03-02", "fields.topic": "budget" };

/** What a browser without script sends when files are put on a form. */
function withFiles(visitor: Visitor, fields: Record<string, string>, files: File[], path = upload) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...fields, do: "upload:documents" })) body.append(name, value);
  for (const file of files) body.append("files", file);
  return world.ask(visitor.council.host, path, {
    method: "POST",
    headers: { cookie: visitor.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" },
    body,
  });
}
const pdf = async (text: string, name: string) =>
  new File([new Uint8Array(await pdfOf(text))], name, { type: "application/pdf" });

it("Without script files come with the form: each is a row with a readable title, and nothing typed is lost", async () => {
  const page = await (await secretary.get(fresh)).text();
  expect(page).toContain('formaction="/admin/redaktimi/publication/ngarkimi?element=V.1.1"');
  const answer = await withFiles(secretary, news, [await pdf("Buxheti", "NJOFTIM_buxheti_2026.pdf")]);
  const html = await answer.text();
  const form = fieldsOn(html);
  expect([answer.status, form["title.sq"]]).toEqual([200, "Me skedar"]);
  const [row, id] = Object.entries(form).find(([name]) => /^documents\..*\.id$/.test(name))!;
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(html).toMatch(/Njoftim buxheti 2026/i);
  const made = await secretary.post(fresh, form);
  expect(made.status).toBe(303);
  const saved = fieldsOn(await (await secretary.get(made.headers.get("location")!)).text());
  expect(saved["documents.r0.id"]).toBe(form[row]);
});

it("A personal number in a file is said beside it, a file of another kind is named and the rest kept", async () => {
  const files = [
    await pdf("Ndihma për J01231118R", "lista.pdf"),
    new File(["<script>alert(1)</script>"], "<b>keq</b>.html"),
  ];
  const answer = await withFiles(secretary, news, files);
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain("Një e dhënë për persona");
  expect(html).toContain("Këta skedarë nuk u ngarkuan");
  expect(html).toContain("&lt;b>keq&lt;/b>.html");
  expect(Object.keys(fieldsOn(html)).filter((name) => /^documents\..*\.id$/.test(name))).toHaveLength(1);
});

it("Files come only with forms that take them, from those who may, to their own council", async () => {
  const file = await pdf("x", "x.pdf");
  expect((await withFiles(secretary, {}, [file], "/admin/redaktimi/party/ngarkimi")).status).toBe(404);
  expect((await withFiles(secretary, {}, [file], "/admin/redaktimi/asgje/ngarkimi")).status).toBe(404);
  expect((await withFiles(auditor, news, [file])).status).toBe(403);
  const made = await secretary.post(fresh, news);
  const id = /\/([0-9a-f-]{36})\?/.exec(made.headers.get("location")!)![1]!;
  expect((await withFiles(stranger, { ...news, id }, [file])).status).toBe(404);
});

it("A form with files that is sent twice, as by loading its answer again, makes one document of each", async () => {
  const { edit } = fieldsOn(await (await secretary.get(fresh)).text());
  const files = [await pdf("Dy herë", "dy_here_e_derguar.pdf"), await pdf("Tjetri", "tjetri_i_derguar.pdf")];
  const rowsOf = async (visitor: Visitor, fields: Record<string, string>) =>
    Object.entries(fieldsOn(await (await withFiles(visitor, fields, files)).text()))
      .filter(([name]) => /^documents\..*\.id$/.test(name))
      .map(([, id]) => id);
  const sent = { ...news, edit: edit! };
  const first = await rowsOf(secretary, sent);
  expect(new Set(first).size).toBe(2);
  expect(await rowsOf(secretary, sent)).toEqual(first);
  // Another form, and the neighbouring council's under the same name, have their own.
  const { edit: other } = fieldsOn(await (await secretary.get(fresh)).text());
  for (const [visitor, fields] of [
    [secretary, { ...news, edit: other! }],
    [stranger, sent],
  ] as const)
    for (const id of await rowsOf(visitor, fields)) expect(first).not.toContain(id);
});
