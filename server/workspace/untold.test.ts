import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../tests/support/accounts.ts";
import { addCouncilBody } from "../../tests/support/acts.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../tests/support/world.ts";
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

describe("The words of a form", () => {
  it("are what somebody typed, not what steers the form and no secret", () => {
    const id = crypto.randomUUID();
    const typed = { "title.sq": "po", note: "jo", kind: "ordinary", day: "2026-05-04", element: "V.1.1", item: id };
    const beside = { version: "x".repeat(43), password: "nëntë ura mbi lumë", stood: "{}", "choose.title.sq": "mine" };
    expect(wordsIn({ ...typed, ...beside, "part.chair": ["Një fjali.", " "] })).toEqual(["po", "jo", "Një fjali."]);
  });
});
