import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountFor, signedIn, type Visitor } from "../../tests/support/accounts.ts";
import { addCouncilBody } from "../../tests/support/acts.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../tests/support/world.ts";
import { startSession } from "../auth/sessions.ts";
import { wordsIn } from "./typed-words.shared.ts";

let world: TestWorld;
let lisi: TestCouncil;
let secretary: Visitor;
let publisher: Visitor;
let editor: Visitor;
let bodyId: string;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  ({ id: bodyId } = await addCouncilBody(lisi));
  secretary = await signedIn(world, lisi, ["secretary"]);
  publisher = await signedIn(world, lisi, ["publisher"]);
  editor = await signedIn(world, lisi, ["editor"]);
  await lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: true }).execute());
});
afterAll(() => world.end());

/** The refusal at the top of the page, and what stands there to be copied. */
async function told(answer: Response) {
  const html = (await answer.text()).replaceAll(/<!--.*?-->/g, "");
  const words = [...html.matchAll(/<textarea[^>]*readonly[^>]*>([^<]*)</g)].map(([, text]) => text);
  return { status: answer.status, html, words };
}
const idIn = (answer: Response) => /\/([0-9a-f-]{36})(\?|$)/.exec(answer.headers.get("location") ?? "")![1]!;

describe("What was typed into a form that is not on the page any more", () => {
  it("is shown by whoever gives something back that was given back already, on the list and on its page", async () => {
    const news = { element: "V.1.1", "title.sq": "E dorëzuar", date: "2026-03-02", "fields.topic": "budget" };
    const id = idIn(await editor.post("/admin/publikimet/i-ri?element=V.1.1", news));
    await editor.post(`/admin/redaktimi/publication/${id}/dergimi`, { note: "" });
    await secretary.post(`/admin/miratimet/publication/${id}/kthimi`, { note: "e para" });
    for (const [path, reason] of [
      [`/admin/miratimet/publication/${id}/kthimi`, "ose ndërkohë është kthyer"],
      [`/admin/redaktimi/publication/${id}/kthimi`, "ose ndërkohë është kthyer"],
      [`/en/admin/editing/publication/${id}/return`, "or has been given back"],
    ] as const) {
      const { status, html, words } = await told(await publisher.post(path, { note: "fjala" }));
      expect([path, status, words]).toEqual([path, 409, ["fjala"]]);
      expect(html).toContain(reason);
    }
  });

  it("is shown where a colleague has announced the meeting meanwhile, and that is the reason given", async () => {
    const made = await editor.post("/admin/mbledhjet/e-re", {
      ...{ bodyId, kind: "ordinary", day: "2026-05-04", time: "10:00", "place.sq": "Salla", access: "open" },
      "title.sq": "Mbledhja e majit",
    });
    const id = idIn(made);
    await editor.post(`/admin/mbledhjet/${id}/pikat/e-re`, { kind: "report", "title.sq": "Raporti", form: "" });
    await editor.post(`/admin/mbledhjet/${id}/dergimi`, { note: "" });
    const first = await secretary.post(`/admin/mbledhjet/${id}/njoftimi`, { "text.sq": "Njoftohet." });
    expect(first.status).toBe(303);
    const { status, html, words } = await told(
      await publisher.post(`/admin/mbledhjet/${id}/njoftimi`, {
        "text.sq": "Mblidhemi të hënën.",
        "shortNoticeReason.sq": "ngut",
      }),
    );
    expect([status, words]).toEqual([409, ["Mblidhemi të hënën.", "ngut"]]);
    expect(html).toMatch(/<h2[^>]*>Njoftimi i kësaj mbledhjeje është dhënë tashmë/);
    const minutes = `/admin/mbledhjet/${id}/procesverbali`;
    for (const [path, typed] of [
      [minutes, { stood: "{}", "part.chair": "Fjala e kryetarit" }],
      [`/en/admin/meetings/${id}/minutes`, { stood: "{}", "part.chair": "Fjala e kryetarit" }],
      [`${minutes}/dorezimi`, { seen: "x", note: "Fjala e kryetarit" }],
    ] as const) {
      const undrawn = await told(await editor.post(path, typed));
      expect([path, undrawn.words]).toEqual([path, ["Fjala e kryetarit"]]);
      expect(undrawn.status).toBeGreaterThanOrEqual(400);
    }
    const late = await told(await editor.post(`/admin/mbledhjet/${id}/dergimi`, { note: "Shihe, të lutem" }));
    expect(late.words).toEqual(["Shihe, të lutem"]);
  });

  it("is shown on the plain refusal too, to whoever is signed in and to nobody else", async () => {
    const gone = `/admin/publikimet/${crypto.randomUUID()}`;
    const { status, words } = await told(await editor.post(gone, { "body.sq": "Dy orë punë", version: "x" }));
    expect([status, words]).toEqual([404, ["Dy orë punë"]]);
    const refused = await told(
      await editor.post(`/en/admin/editing/publication/${crypto.randomUUID()}/withdraw`, { "reason.sq": "gabim" }),
    );
    expect([refused.status, refused.words]).toEqual([403, ["gabim"]]);
  });
});

/** A form with files, as a browser sends it. */
function withFiles(fields: Record<string, string>, size: number, name = "files"): FormData {
  const body = new FormData();
  const entries = Object.entries(fields);
  for (const [field, text] of entries.slice(0, 1)) body.append(field, text);
  body.append(name, new File([new Uint8Array(size).fill(65)], "letra.pdf", { type: "application/pdf" }));
  for (const [field, text] of entries.slice(1)) body.append(field, text);
  return body;
}
const sends = (path: string, body: FormData | URLSearchParams, headers: Record<string, string> = {}) =>
  world.ask(lisi.host, path, {
    ...{ method: "POST", body },
    headers: { accept: "text/html", "sec-fetch-site": "same-origin", ...headers },
  });

describe("A form that is sent after the session has ended", () => {
  const news = { element: "V.1.1", "title.sq": "E shkruar vonë", "body.sq": "Dy orë <b>punë</b>", date: "2026-03-02" };
  const referer = "http://lisi.localhost/admin/publikimet/i-ri?element=V.1.1";

  it("is answered with the sign-in, on which all the words of it stand, and which leads back to the form", async () => {
    for (const [path, ended] of [
      ["/admin/publikimet/i-ri", "Sesioni ka mbaruar, prandaj formulari nuk u ruajt"],
      ["/en/admin/publications/new", "The session has ended, so the form was not saved"],
    ] as const)
      for (const cookie of ["", `session=${"x".repeat(40)}`]) {
        const answer = await sends(path, new URLSearchParams(news), { referer, ...(cookie && { cookie }) });
        expect(answer.headers.get("cache-control")).toBe("no-store");
        const { status, html, words } = await told(answer);
        expect([status, words]).toEqual([401, ["E shkruar vonë", "Dy orë &lt;b>punë&lt;/b>"]]);
        expect(html).toContain(ended);
        expect(html).toContain('name="next" value="/admin/publikimet/i-ri?element=V.1.1"');
        expect(html).not.toContain("<b>punë");
      }
    expect(await lisi.db.read((tx) => tx.selectFrom("edits").select("id").execute())).toEqual([]);
  });

  it("is answered with the code where that is still due, and with the first factor’s page where there is no second", async () => {
    const { id: accountId } = await lisi.db.read((tx) =>
      tx.selectFrom("accounts").select("id").where("email", "=", "editor@lisi.example").executeTakeFirstOrThrow(),
    );
    const half = await startSession({ db: lisi.db, clock: world.clock }, { accountId, userAgent: "", verified: false });
    const due = await told(
      await sends("/admin/publikimet/i-ri", new URLSearchParams(news), { cookie: `session=${half}` }),
    );
    expect([due.status, due.words[0]]).toEqual([401, "E shkruar vonë"]);
    expect(due.html).toContain('action="/admin/kodi"');
    const bare = await accountFor(world, lisi, ["moderator"]);
    const first = await startSession(
      { db: lisi.db, clock: world.clock },
      { accountId: bare, userAgent: "", verified: false },
    );
    const none = await told(
      await sends("/en/admin/publications/new", new URLSearchParams(news), { cookie: `session=${first}` }),
    );
    expect([none.status, none.words[0]]).toEqual([401, "E shkruar vonë"]);
  });

  it("may carry files, which are left out", async () => {
    const body = withFiles({ note: "Fjala para", "title.sq": "Fjala\r\npas" }, 3_000_000);
    const { status, html, words } = await told(await sends("/admin/dokumentet/ngarkimi", body));
    expect([status, words.map((text) => text?.replace("\r", ""))]).toEqual([401, ["Fjala para", "Fjala\npas"]]);
    expect(html).not.toMatch(/AAAA|letra\.pdf/);
  });

  it("tells no secret, and nothing where nothing was typed", async () => {
    const secrets = {
      current: "nëntë ura mbi lumë",
      password: "dhjetë ura mbi lumë",
      code: "123 456",
      token: "tok en",
    };
    const secret = await sends("/admin/llogaria/fjalekalimi", new URLSearchParams(secrets));
    expect([secret.status, await secret.text()]).toEqual([303, ""]);
    const mixed = await told(
      await sends("/admin/perdoruesit/fto", new URLSearchParams({ ...secrets, name: "Arta Hoxha" })),
    );
    expect(mixed.words).toEqual(["Arta Hoxha"]);
    expect(mixed.html).not.toMatch(/mbi lumë|123 456|tok en/);
    expect((await sends("/admin/publikimet/i-ri", new URLSearchParams({ date: "2026-03-02" }))).status).toBe(303);
    expect((await world.ask(lisi.host, "/admin/publikimet/i-ri", { headers: { accept: "text/html" } })).status).toBe(
      303,
    );
  });

  it("is refused from another site before a word of it is read, and above the size that forms have", async () => {
    for (const from of [{ "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }]) {
      const answer = await sends("/admin/publikimet/i-ri", new URLSearchParams(news), from);
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain("E shkruar");
    }
    const large = new URLSearchParams({ "body.sq": "fjalë ".repeat(900_000) }).toString();
    const answer = await world.ask(lisi.host, "/admin/publikimet/i-ri", {
      ...{ method: "POST", body: large },
      headers: {
        ...{ accept: "text/html", "sec-fetch-site": "same-origin", "content-length": String(large.length) },
        "content-type": "application/x-www-form-urlencoded",
      },
    });
    expect(answer.status).toBe(413);
  });
});

describe("A form with files that is refused", () => {
  it("for its role, or because what it is for is gone, shows the words beside them", async () => {
    const councillor = await signedIn(world, lisi, ["auditor"]);
    const cookie = { cookie: councillor.cookie! };
    const refused = await told(
      await sends("/admin/dokumentet/ngarkimi", withFiles({ note: "Për ju" }, 2_000_000), cookie),
    );
    expect([refused.status, refused.words]).toEqual([403, ["Për ju"]]);
    const gone = `/admin/mbledhjet/${crypto.randomUUID()}/dokumentet/ngarkimi`;
    const lost = await told(
      await sends(gone, withFiles({ "title.sq": "Raporti i vitit" }, 1_000), { cookie: editor.cookie! }),
    );
    expect([lost.status, lost.words]).toEqual([404, ["Raporti i vitit"]]);
  });
});

describe("A form that is open while its role is taken away", () => {
  it("is refused with its words and the reason, in both languages, and what it keeps while typing is refused too", async () => {
    const ben = await signedIn(world, lisi, ["editor"], "ulet@lisi.example");
    const fresh = "/admin/publikimet/i-ri?element=V.1.1";
    const typed = { element: "V.1.1", "title.sq": "Para uljes", date: "2026-03-02", "fields.topic": "budget" };
    const id = idIn(await ben.post(fresh, typed));
    const path = `/admin/publikimet/${id}`;
    const edit = crypto.randomUUID();
    const keep = (text: string) =>
      world.ask(lisi.host, `/api/v1/admin/editing/edits/${edit}`, {
        method: "PUT",
        headers: { cookie: ben.cookie!, "sec-fetch-site": "same-origin", "content-type": "application/json" },
        body: JSON.stringify({
          ...{ entity: "publication", entityId: id, version: null, form: { "body.sq": text } },
          tab: { id: crypto.randomUUID(), seen: null },
        }),
      });
    expect((await keep("Para uljes")).status).toBe(200);
    const { id: account } = await lisi.db.read((tx) =>
      tx.selectFrom("accounts").select("id").where("email", "=", ben.email).executeTakeFirstOrThrow(),
    );
    const changed = await secretary.post(`/admin/perdoruesit/${account}/rolet`, { roles: "auditor" });
    expect(changed.status).toBe(303);
    for (const [at, reason] of [
      [path, "Roli juaj nuk e përfshin këtë."],
      [`/en/admin/publications/${id}`, "Your role does not include this."],
      [`/admin/redaktimi/publication/${id}/dergimi`, "Roli juaj nuk e përfshin këtë."],
    ] as const) {
      const refused = await told(await ben.post(at, { ...typed, "title.sq": "Pas uljes", version: "x" }));
      expect([at, refused.status, refused.words]).toEqual([at, 403, ["Pas uljes"]]);
      expect(refused.html.includes(reason)).toBe(true);
    }
    const late = await keep("Pas uljes");
    expect([late.status, await late.json()]).toMatchObject([403, { code: "accounts.not_allowed" }]);
    // Nothing of it was saved, and what was kept before is still there for when the role is back.
    await secretary.post(`/admin/perdoruesit/${account}/rolet`, { roles: "editor" });
    const page = await (await ben.get(`${path}?edit=${edit}`)).text();
    expect([page.includes("Pas uljes"), />Para uljes<\/textarea>/.test(page)]).toEqual([false, true]);
  });
});

describe("The words of a form", () => {
  it("are what somebody typed, not what steers the form and no secret", () => {
    const id = crypto.randomUUID();
    const typed = { "title.sq": "po", note: "jo", kind: "ordinary", day: "2026-05-04", element: "V.1.1", item: id };
    const beside = { version: "x".repeat(43), password: "nëntë ura mbi lumë", stood: "{}", "choose.title.sq": "mine" };
    expect(wordsIn({ ...typed, ...beside, "part.chair": ["Një fjali.", " "] })).toEqual(["po", "jo", "Një fjali."]);
  });
});
