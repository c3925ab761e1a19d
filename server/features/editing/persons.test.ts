import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";

let world: TestWorld;
let secretary: Visitor;
beforeAll(async () => {
  world = await createWorld();
  secretary = await signedIn(world, world.lisi, ["secretary"]);
});
afterAll(() => world.end());

const news = (title: string, body: string) => ({
  ...{ element: "V.1.1", "title.sq": title, date: "2026-03-02", "fields.topic": "budget", "body.sq": body },
});
async function create(title: string, body: string): Promise<string> {
  const made = await secretary.post("/admin/publikimet/i-ri?element=V.1.1", news(title, body));
  return /\/([0-9a-f-]{36})\?/.exec(made.headers.get("location") ?? "")![1]!;
}
const publish = (id: string, fields = {}, path = "/admin/redaktimi/publication") =>
  secretary.post(`${path}/${id}/botimi`, { at: "", ...fields });
const markIn = (html: string) => /name="persons" value="([\w-]{43})"/.exec(html)?.[1];
const audited = (id: string) =>
  world.lisi.db.read((tx) =>
    tx
      .selectFrom("audit_log")
      .where("subject_id", "=", id)
      .where("action", "=", "publication.persons_confirmed")
      .select(["actor", "after"])
      .execute(),
  );

it("A personal number stops the publishing and says where; confirmed, it is published, and recorded without the number", async () => {
  const id = await create("Ndihma e marsit", "Përfituesi me numër J01231118R.");
  const refused = await publish(id);
  const html = await refused.text();
  expect(refused.status).toBe(409);
  expect(html).toContain("Teksti duket se flet për persona");
  expect(html).toContain('href="#thing-body-sq"');
  expect(html).not.toContain("Numër personal J01231118R");
  expect((await world.lisi.get("/lajme/ndihma-e-marsit")).status).toBe(404);
  expect((await publish(id, { persons: "x".repeat(43) })).status).toBe(409);
  expect((await publish(id, { persons: markIn(html)! })).status).toBe(303);
  expect((await world.lisi.get("/lajme/ndihma-e-marsit")).status).toBe(200);
  const [entry, ...more] = await audited(id);
  expect(more).toEqual([]);
  expect(entry!.after).toMatchObject({ places: [{ field: "body.sq", kind: "personal_number" }] });
  expect(JSON.stringify(entry)).not.toContain("J01231118R");
});

it("Names near words of need are found in the English page's own words too", async () => {
  const id = await create("Lista e përfituesve", "Ndihmë ekonomike për familjen e Agim Hoxha.");
  const html = await (await secretary.post(`/en/admin/editing/publication/${id}/publish`, { at: "" })).text();
  expect(html).toContain("The text seems to speak of persons");
  expect(markIn(html)).toBeDefined();
});

it("What is public already is asked about again only when something else about persons comes into it", async () => {
  const id = await create("Njoftim i thjeshtë", "Mbledhja shtyhet.");
  expect((await publish(id)).status).toBe(303);
  const at = `/admin/publikimet/${id}`;
  const form = fieldsOn(await (await secretary.get(at)).text());
  const refused = await secretary.post(at, { ...form, "body.sq": "Numri J01231118R." });
  const html = await refused.text();
  expect([refused.status, fieldsOn(html)["body.sq"]]).toEqual([409, "Numri J01231118R."]);
  expect(await (await world.lisi.get("/lajme/njoftim-i-thjeshte")).text()).not.toContain("J01231118R");
  const confirmed = await secretary.post(at, { ...form, "body.sq": "Numri J01231118R.", persons: markIn(html)! });
  expect(confirmed.status).toBe(303);
  const again = fieldsOn(await (await secretary.get(at)).text());
  const later = await secretary.post(at, { ...again, "title.sq": "Njoftim tjetër" });
  expect(later.headers.get("location")).toMatch(/done=saved$/);
});

it("Scripts are refused the same, and told with what it is confirmed; a draft is nobody's yet", async () => {
  const id = await create("Nga skripti", "Numri J01231118R.");
  const send = (body: object) =>
    world.ask(world.lisi.host, `/api/v1/admin/editing/publication/${id}/publish`, {
      method: "POST",
      headers: { cookie: secretary.cookie!, "sec-fetch-site": "same-origin", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const refused = await send({});
  const { kind, mark } = (await refused.json()) as { kind: string; mark: string };
  expect([refused.status, kind]).toEqual([409, "persons_named"]);
  expect((await send({ persons: mark })).status).toBe(204);
});

it("An older version is read before it holds again where the public has it, and not while nobody has", async () => {
  const id = await create("Ndihma e prillit", "Përfituesi me numër J01231118R.");
  const at = `/admin/publikimet/${id}`;
  const form = fieldsOn(await (await secretary.get(at)).text());
  await secretary.post(at, { ...form, "body.sq": "Përfituesit u njoftuan." });
  const restore = "/admin/redaktimi/publication";
  expect((await secretary.post(`${restore}/${id}/versioni?n=1`)).status).toBe(303);
  expect((await secretary.post(`${restore}/${id}/versioni?n=2`)).status).toBe(303);
  expect((await publish(id)).status).toBe(303);

  const refused = await secretary.post(`${restore}/${id}/versioni?n=1`);
  const html = await refused.text();
  expect(refused.status).toBe(409);
  expect(html).toContain("Teksti duket se flet për persona");
  expect(html.replaceAll(/<!--.*?-->/g, "")).toMatch(/<b[^>]*>[^<]*shqip[^<]*<\/b>: Numër personal/);
  expect(await (await world.lisi.get("/lajme/ndihma-e-prillit")).text()).not.toContain("J01231118R");
  const inEnglish = await secretary.post(`/en/admin/editing/publication/${id}/restore?n=1`);
  expect(await inEnglish.text()).toContain("The text seems to speak of persons");

  const send = (body: object) =>
    world.ask(world.lisi.host, `/api/v1/admin/editing/publication/${id}/versions/1/restore`, {
      method: "POST",
      headers: { cookie: secretary.cookie!, "sec-fetch-site": "same-origin", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  expect(await (await send({})).json()).toMatchObject({ kind: "persons_named", mark: markIn(html) });
  expect((await secretary.post(`${restore}/${id}/versioni?n=1`, { persons: markIn(html)! })).status).toBe(303);
  expect(fieldsOn(await (await secretary.get(at)).text())["body.sq"]).toContain("J01231118R");
  expect(await audited(id)).toHaveLength(1);
});

it("The reason of a withdrawal, which readers see, is looked at too, and the withdrawal waits for nothing else", async () => {
  const id = await create("Lista e gabuar", "Lista u hoq.");
  expect((await publish(id)).status).toBe(303);
  const at = `/admin/publikimet/${id}`;
  const form = fieldsOn(await (await secretary.get(at)).text());
  const reason = { "reason.sq": "U botua numri J01231118R.", "reason.en": "" };
  const withdraw = (typed: object) =>
    secretary.post(`/admin/redaktimi/publication/${id}/terheqja`, { ...form, ...typed });
  const refused = await withdraw(reason);
  const html = await refused.text();
  expect(refused.status).toBe(409);
  expect(html).toContain('href="#step-withdraw-reason-sq"');
  expect((await withdraw({ ...reason, "title.sq": "", persons: markIn(html)! })).status).toBe(303);
  await world.catchUp();
  expect((await world.lisi.get("/lajme/lista-e-gabuar")).status).toBe(410);
});
