import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../tests/support/accounts.ts";
import { fieldsOn } from "../../tests/support/fields-on.ts";
import { createWorld, type TestWorld } from "../../tests/support/world.ts";

let world: TestWorld;
let secretary: Visitor;
beforeAll(async () => {
  world = await createWorld();
  secretary = await signedIn(world, world.lisi, ["secretary"]);
});
afterAll(() => world.end());

const sendFields = (count: number) => {
  const body = new URLSearchParams(Array.from({ length: count }, (_, at) => [`k${at}`, "1"]));
  return world.ask(world.lisi.host, "/admin/hyrja", {
    method: "POST",
    body,
    headers: { accept: "text/html", "sec-fetch-site": "same-origin" },
  });
};
const create = (title: unknown) =>
  world.ask(world.lisi.host, "/api/v1/admin/editing/publication", {
    method: "POST",
    body: JSON.stringify({
      input: { element: "V.1.1", title: { sq: title }, date: "2026-03-02", fields: { topic: "budget" } },
    }),
    headers: { "content-type": "application/json", cookie: secretary.cookie!, "sec-fetch-site": "same-origin" },
  });

describe("What is sent to the workspace", () => {
  it("has a bound to its fields, also before anybody signed in", async () => {
    expect((await sendFields(3_000)).status).toBe(422);
    expect((await sendFields(4_001)).status).toBe(413);
  });

  it("is counted before it is read, however many fields a stranger sends", async () => {
    const send = (path: string, body: string) =>
      world.ask(world.lisi.host, path, {
        method: "POST",
        body,
        headers: {
          ...{ accept: "text/html", "sec-fetch-site": "same-origin" },
          ...{ "content-type": "application/x-www-form-urlencoded", "content-length": String(body.length) },
        },
      });
    // Read whole, each of them takes minutes.
    const many = "a&".repeat(1_900_000);
    expect((await send("/admin/hyrja", many)).status).toBe(413);
    expect((await send("/admin/publikimet/i-ri", many)).status).toBe(303);
    expect((await send("/admin/dokumentet/ngarkimi", `note=${"a".repeat(5_000_000)}`)).status).toBe(413);
  });

  it("has the new lines that were stored: a form that changes nothing changes nothing, and a text is as long as its field counts it", async () => {
    const lines = "E para\nE dyta";
    const { id } = (await (await create("Rreshta")).json()) as { id: string };
    const place = `/admin/publikimet/${id}`;
    const send = async (body: string) => {
      const form = fieldsOn(await (await secretary.get(place)).text(), "thing");
      return secretary.post(place, { ...form, "summary.sq": body });
    };
    const stored = () =>
      world.lisi.db.read((tx) =>
        tx.selectFrom("publications").select("summary").where("id", "=", id).executeTakeFirstOrThrow(),
      );
    await send(lines.replaceAll("\n", "\r\n"));
    expect((await stored()).summary).toEqual({ sq: lines });
    const again = await send(lines.replaceAll("\n", "\r\n"));
    expect(again.headers.get("location")).toBe(`${place}?done=unchanged`);
    const field = /<textarea[^>]*name="summary.sq"[^>]*>/.exec(await (await secretary.get(place)).text())![0];
    const most = Number(/maxlength="(\d+)"/.exec(field)![1]);
    const long = `a${"\r\n".repeat(most - 2)}b`;
    expect((await send(long)).headers.get("location")).toBe(`${place}?done=saved`);
  });

  it("has names as fields have them, and is looked through once, however much was chosen of another's", async () => {
    const send = (fields: Record<string, string>) =>
      world.ask(world.lisi.host, "/admin/hyrja", {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { accept: "text/html", "sec-fetch-site": "same-origin" },
      });
    expect((await send({ ["a.".repeat(30)]: "1" })).status).toBe(400);
    expect((await send({ ["a".repeat(301)]: "1" })).status).toBe(400);
    const stood = JSON.stringify(Object.fromEntries(Array.from({ length: 3_900 }, (_, at) => [`q${at}.x`, ""])));
    const chosen = Object.fromEntries(Array.from({ length: 3_900 }, (_, at) => [`choose.k${at}`, "theirs"]));
    expect((await send({ ...chosen, stood })).status).toBe(422);
  });

  it("loses the signs in a form that no text can keep, and nothing else", async () => {
    const answer = await secretary.post("/admin/publikimet/i-ri?element=V.1.1", {
      ...{ element: "V.1.1", "title.sq": "Nga një\u0000 PDF", "title.en": "", date: "2026-03-02" },
      ...{ "fields.topic": "budget", "body.sq": "" },
    });
    expect(answer.status).toBe(303);
    const titles = await world.lisi.db.read((tx) => tx.selectFrom("publications").select("title").execute());
    expect(titles.map(({ title }) => title.sq)).toContain("Nga një PDF");
  });

  it.each(["a\u0000b", "\ud800"])("is told where such a sign stands when a program sends it", async (title) => {
    const answer = await create(title);
    expect(answer.status).toBe(422);
    expect(JSON.stringify(await answer.json())).toContain("title.sq");
  });

  it.each(["/admin/publikimet/x", "/admin/publikimet/x/versionet", "/admin/publikimet/%00"])(
    "finds nothing at an impossible address: %s",
    async (path) => {
      expect((await secretary.get(path)).status).toBe(404);
    },
  );

  it("keeps the addresses of the workspace from other sites", async () => {
    expect((await secretary.get("/admin")).headers.get("referrer-policy")).toBe("same-origin");
  });
});
