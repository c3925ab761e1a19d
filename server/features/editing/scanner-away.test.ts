import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";

let world: TestWorld;
let secretary: Visitor;
beforeAll(async () => {
  // Nobody answers there.
  world = await createWorld({ CLAMAV_URL: "tcp://127.0.0.1:1" });
  secretary = await signedIn(world, world.lisi, ["secretary"]);
});
afterAll(() => world.end());

function send(path: string, fields: Record<string, string>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append("files", new File(["emri,nota\nA,1\n"], "notat.csv", { type: "text/csv" }));
  return world.ask(world.lisi.host, path, {
    method: "POST",
    headers: { cookie: secretary.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" },
    body,
  });
}
const away = "Kontrolli për viruse nuk përgjigjet tani";

it("While the virus scanner is away a form without script says so beside the file, and keeps what was typed", async () => {
  const typed = { element: "V.1.1", "title.sq": "Lajmi i ditës", do: "upload:documents" };
  const answer = await send("/admin/redaktimi/publication/ngarkimi?element=V.1.1", typed);
  const html = await answer.text();
  expect([answer.status, html.includes(away), html.includes('value="Lajmi i ditës"')]).toEqual([422, true, true]);
});

it("It is said in the list of documents too, where others may be sent", async () => {
  const answer = await send("/admin/dokumentet/ngarkimi", { form: crypto.randomUUID() });
  const html = await answer.text();
  expect([answer.status, html.includes(away), html.includes('action="/admin/dokumentet/ngarkimi"')]).toEqual([
    422,
    true,
    true,
  ]);
});
