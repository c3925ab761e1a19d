import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor, visitorOf } from "../../tests/support/accounts.ts";
import { addCouncilBody } from "../../tests/support/acts.ts";
import { pdfOf } from "../../tests/support/content.ts";
import { fieldsOn } from "../../tests/support/fields-on.ts";
import { signedInOperator } from "../../tests/support/operators.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../tests/support/world.ts";

let world: TestWorld;
let lisi: TestCouncil;
let secretary: Visitor & { email: string };
let meeting: string;
const idIn = (answer: Response) => /\/([0-9a-f-]{36})(\?|$)/.exec(answer.headers.get("location") ?? "")![1]!;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  const { id: bodyId } = await addCouncilBody(lisi);
  secretary = await signedIn(world, lisi, ["secretary"]);
  const planned = { bodyId, kind: "ordinary", day: "2026-05-04", time: "10:00", "place.sq": "Salla", access: "open" };
  meeting = idIn(await secretary.post("/admin/mbledhjet/e-re", planned));
});
afterAll(() => world.end());

const count = (table: "documents" | "document_versions" | "attachments" | "mails" | "publications") =>
  lisi.db.read(
    async (tx) =>
      (
        await tx
          .selectFrom(table)
          .select("tenant_id" as never)
          .execute()
      ).length,
  );
/** How many more there are afterwards. */
async function more(table: Parameters<typeof count>[0], does: () => Promise<unknown>) {
  const before = await count(table);
  await does();
  return (await count(table)) - before;
}
/** Two presses of one button, and one more after both. */
async function thrice(send: () => Promise<Response>) {
  const answers = [...(await Promise.all([send(), send()])), await send()];
  return answers.map(({ status, headers }) => `${status} ${headers.get("location")}`);
}
const htmlAt = async (path: string) => (await secretary.get(path)).text();
/** By which the form is known that is sent there. */
const onceAt = async (page: string, action: string): Promise<string> => {
  const html = await htmlAt(page);
  const begin = html.indexOf(`action="${action}"`);
  return /name="form" value="([0-9a-f-]{36})"/.exec(html.slice(begin, html.indexOf("</form>", begin)))![1]!;
};
async function sender(path: string, fields: Record<string, string>, text: string) {
  const bytes = new Uint8Array(await pdfOf(text));
  return () => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append("files", new File([bytes], "letra.pdf"));
    const headers = { cookie: secretary.cookie!, accept: "text/html", "sec-fetch-site": "same-origin" };
    return world.ask(lisi.host, path, { method: "POST", body, headers });
  };
}

describe("A form with files that is sent twice", () => {
  it("makes one document, and another when it was opened anew", async () => {
    const path = "/admin/dokumentet/ngarkimi";
    const send = await sender(path, { form: await onceAt("/admin/dokumentet", path) }, "Një herë");
    const answers: string[] = [];
    expect(await more("documents", async () => answers.push(...(await thrice(send))))).toBe(1);
    expect(new Set(answers)).toEqual(new Set(["303 /admin/dokumentet?done=uploaded"]));
    const anew = await sender(path, { form: await onceAt("/admin/dokumentet", path) }, "Një herë");
    expect(await more("documents", anew)).toBe(1);
  });

  it("replaces a document once, and gives it one redacted version", async () => {
    const { id } = await lisi.db.read((tx) => tx.selectFrom("documents").select("id").executeTakeFirstOrThrow());
    const page = `/admin/dokumentet/${id}`;
    for (const as of ["version", "redacted"]) {
      const path = `${page}/versioni?as=${as}`;
      // An original that stays internal is given its public version beside it.
      const form = as === "version" ? await onceAt(page, path) : crypto.randomUUID();
      const send = await sender(path, { form }, `Tjetra, ${as}`);
      const answers: string[] = [];
      expect(await more("document_versions", async () => answers.push(...(await thrice(send)))), as).toBe(1);
      expect(new Set(answers)).toEqual(new Set([`303 ${page}?done=${as}`]));
    }
  });

  it("puts a paper once to a meeting and to an item of it, in English too", async () => {
    await secretary.post(`/admin/mbledhjet/${meeting}/pikat/e-re`, { kind: "report", "title.sq": "Raporti", form: "" });
    const { id: item } = await lisi.db.read((tx) =>
      tx.selectFrom("agenda_items").select("id").executeTakeFirstOrThrow(),
    );
    for (const [page, path, role] of [
      [`/admin/mbledhjet/${meeting}/dokumentet`, `/admin/mbledhjet/${meeting}/dokumentet/ngarkimi`, "agenda"],
      [
        `/en/admin/meetings/${meeting}/items/${item}`,
        `/en/admin/meetings/${meeting}/items/${item}/upload`,
        "explanatory_report",
      ],
    ] as const) {
      const send = await sender(path, { form: await onceAt(page, path), role }, `Fletë për ${role}`);
      const answers: string[] = [];
      const made = () => more("documents", async () => answers.push(...(await thrice(send))));
      let documents = 0;
      const attached = await more("attachments", async () => {
        documents = await made();
      });
      expect([path, new Set(answers).size, documents, attached]).toEqual([path, 1, 1, 1]);
      expect(answers[0]).toMatch(/^303 .*done=papers/);
    }
  });
});

describe("A letter that is asked for twice", () => {
  it("for a new password is sent once, and again after a minute", async () => {
    const ask = () => visitorOf(world, lisi).post("/admin/fjalekalimi", { email: secretary.email });
    const answers: string[] = [];
    expect(await more("mails", async () => answers.push(...(await thrice(ask))))).toBe(1);
    expect(new Set(answers)).toEqual(new Set(["303 /admin/fjalekalimi?done=reset_sent"]));
    const before = world.clock.now();
    world.clock.moveTo(new Date(before.getTime() + 61_000));
    // The limit of three in an hour counts those that were one, too: somebody else’s is asked here.
    const other = await signedIn(world, lisi, ["editor"]);
    const theirs = () => visitorOf(world, lisi).post("/admin/fjalekalimi", { email: other.email });
    expect(await more("mails", theirs)).toBe(1);
    world.clock.moveTo(new Date(before.getTime() + 122_000));
    expect(await more("mails", theirs)).toBe(1);
    world.clock.moveTo(before);
  });

  it("as an invitation is sent once", async () => {
    const form = fieldsOn(await htmlAt("/admin/perdoruesit"), "invite");
    const ask = () =>
      secretary.post("/admin/perdoruesit/fto", { ...form, email: "ri@lisi.example", roles: "editor", name: "" });
    const answers: string[] = [];
    expect(await more("mails", async () => answers.push(...(await thrice(ask))))).toBe(1);
    expect(new Set(answers)).toEqual(new Set(["303 /admin/perdoruesit?done=invited"]));
  });
});

it("What a script creates under the name of its form is one thing, however often it is sent", async () => {
  const input = { element: "V.1.1", title: { sq: "Nga skripti" }, date: "2026-03-02", fields: { topic: "budget" } };
  const create = async (body: object) => {
    const answer = await world.ask(lisi.host, "/api/v1/admin/editing/publication", {
      method: "POST",
      body: JSON.stringify(body),
      headers: { cookie: secretary.cookie!, "content-type": "application/json", "sec-fetch-site": "same-origin" },
    });
    return { status: answer.status, body: (await answer.json()) as { id: string; version: string } };
  };
  const form = crypto.randomUUID();
  const made: Awaited<ReturnType<typeof create>>[] = [];
  const twice = async () => made.push(...(await Promise.all([create({ input, form }), create({ input, form })])));
  expect(await more("publications", twice)).toBe(1);
  expect(made.map(({ status }) => status).toSorted()).toEqual([200, 201]);
  expect(made[0]!.body).toEqual(made[1]!.body);
  // Without a name each is another.
  const nameless = async () => made.push(await create({ input }), await create({ input }));
  expect(await more("publications", nameless)).toBe(2);
  expect(made.slice(2).map(({ status }) => status)).toEqual([201, 201]);
  expect(await more("publications", () => create({ input: { ...input, title: { sq: "Tjetër" } }, form }))).toBe(1);
  expect((await create({ input, form: "x" })).status).toBe(422);
});

it("What is done to one thing twice is done once: removed, taken back from the bin, restored, published, withdrawn", async () => {
  const typed = { element: "V.1.1", "title.sq": "Njëra", date: "2026-03-02", "fields.topic": "budget" };
  const id = idIn(await secretary.post("/admin/publikimet/i-ri?element=V.1.1", typed));
  const form = fieldsOn(await htmlAt(`/admin/publikimet/${id}`));
  await secretary.post(`/admin/publikimet/${id}`, { ...form, "title.sq": "Tjetra" });
  const told = () => lisi.db.read(async (tx) => (await tx.selectFrom("audit_log").select("id").execute()).length);
  for (const [step, done, fields] of [
    ["versioni?n=1", "restored", {}],
    ["koshi", "binned", {}],
    ["kthimi-nga-koshi", "unbinned", {}],
    ["botimi", "published", { at: "" }],
    ["terheqja", "withdrawn", { "reason.sq": "gabim" }],
  ] as const) {
    const before = await told();
    const answers = await Promise.all([
      secretary.post(`/admin/redaktimi/publication/${id}/${step}`, fields),
      secretary.post(`/admin/redaktimi/publication/${id}/${step}`, fields),
    ]);
    const statuses = answers.map(({ status }) => status).toSorted();
    // Whoever comes second is led to the same, or told that it is so already.
    expect([step, statuses[0], [303, 409].includes(statuses[1]!)]).toEqual([step, 303, true]);
    const [first] = answers.filter(({ status }) => status === 303);
    expect(first!.headers.get("location")).toContain(`done=${done}`);
    expect([step, (await told()) - before]).toEqual([step, 1]);
  }
  const revisions = await lisi.db.read((tx) =>
    tx.selectFrom("revisions").select("number").where("entity_id", "=", id).execute(),
  );
  expect(revisions).toHaveLength(3);
});

it("An operator who asks twice to enter a council comes in by one way alone", async () => {
  const operator = await signedInOperator(world);
  const enter = async () => {
    const html = await (await operator.post("/konsola/keshillat/lisi", { reason: "Ndihmë për stemën" })).text();
    return new URL(/href="(http:\/\/[^"]+\/admin\/operatori\/[\w-]{43})"/.exec(html)![1]!).pathname;
  };
  const ways = await Promise.all([enter(), enter(), enter()]);
  const opened = await Promise.all(ways.map(async (way) => (await visitorOf(world, lisi).get(way)).status));
  expect(opened.toSorted()).toEqual([200, 410, 410]);
});
