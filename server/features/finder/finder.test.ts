import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { chamberOf } from "../../../tests/support/chamber.ts";
import { doing, news, publish, storePdf } from "../../../tests/support/content.ts";
import { addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import { bin } from "../editing/bin.service.ts";
import { editableOf } from "../editing/editables.ts";
import { createPublication } from "../publications/publications.service.ts";
import { find, foundKinds } from "./finder.queries.ts";

let world: TestWorld;
let secretary: Visitor;
let councillor: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await createWorld();
  const { lisi, krasta } = world;
  secretary = await signedIn(world, lisi, ["secretary"]);
  councillor = await signedIn(world, lisi, ["councillor"]);
  neighbour = await signedIn(world, krasta, ["secretary"]);
  const council = (await chamberOf(world, lisi).body("council", "Këshilli Bashkiak")).id;
  const meeting = await addMeeting(lisi, council, "2026-03-12-keshilli");
  await lisi.db.write(async (tx) => {
    await tx
      .insertInto("agenda_items")
      .values({
        ...{ meeting_id: meeting, path: [1], kind: "other", title: json({ sq: "Tarifa e pastrimit të çezmave" }) },
        ...{ summary: null, proposer_kind: null, proposer: null, proposer_person_id: null, proposer_body_id: null },
        ...{ protocol_number: null, draft_act_id: null, result: null, result_note: null, added_at: world.clock.now() },
      })
      .execute();
  });
  await publish(world, lisi, news({ title: { sq: "Çezma e re në shesh", en: "A new fountain" } }));
  await lisi.db.write((tx) => createPublication(tx, doing(world), news({ title: { sq: "Çezma e vjetër" } })));
  const thrown = await lisi.db.write((tx) =>
    createPublication(tx, doing(world), news({ title: { sq: "Çezma e hedhur" } })),
  );
  await lisi.db.write((tx) => bin(tx, doing(world), editableOf("publication"), thrown.id));
  await storePdf(world, lisi, "Plani", { title: { sq: "Plani i çezmave" }, fileName: "plani-2026.pdf" });
});
afterAll(() => world.end());

const textOf = async (answer: Response) => (await answer.text()).replace(/<!--.*?-->/g, "").replace(/\s+/g, " ");
const hitsOf = async (visitor: Visitor, query: string) =>
  ((await (await visitor.get(`/api/v1/admin/search?${query}`)).json()) as { hits: { kind: string; title: string }[] })
    .hits;

describe("Search in the workspace", () => {
  it("finds without marks what is public, drafts with their state, agenda items and documents, and leaves out the bin", async () => {
    const html = await textOf(await secretary.get("/admin/kerko?q=cezma"));
    for (const said of ["Çezma e re në shesh", "Çezma e vjetër", "Tarifa e pastrimit të çezmave", "plani-2026.pdf"])
      expect(html).toContain(said);
    expect(html).toMatch(/Çezma e vjetër<\/a>.*?tag none.*?Draft/);
    expect(html).not.toContain("Çezma e hedhur");
  });

  it("finds documents by their file name and meetings by their day, and leads to where each is edited", async () => {
    expect(await hitsOf(secretary, "q=plani-2026")).toMatchObject([{ kind: "document", title: "Plani i çezmave" }]);
    const [meeting] = await hitsOf(secretary, "q=12.03.2026");
    expect(meeting).toMatchObject({ kind: "meeting", href: expect.stringMatching(/^\/admin\/mbledhjet\//) });
    for (const hit of await hitsOf(secretary, "q=cezma"))
      expect((await secretary.get((hit as unknown as { href: string }).href)).status).toBe(200);
  });

  it("finds the workspace's own places, in both languages, each for whoever may open it", async () => {
    expect(await hitsOf(secretary, "q=pushimit")).toContainEqual(
      expect.objectContaining({ kind: "place", href: "/admin/cilesimet#days-section" }),
    );
    expect(await hitsOf(secretary, "q=audit&lang=en")).toContainEqual(
      expect.objectContaining({ kind: "place", href: "/en/admin/audit", title: "Audit" }),
    );
    expect(await hitsOf(councillor, "q=audit")).toEqual([]);
  });

  it("shows whoever may see no drafts none, also not those that are public", async () => {
    expect(await hitsOf(councillor, "q=cezma")).toEqual([]);
  });

  it("shows nothing of it to the neighbouring council, and nothing to a stranger", async () => {
    expect(await hitsOf(neighbour, "q=cezma")).toEqual([]);
    expect(await textOf(await neighbour.get("/admin/kerko?q=cezma"))).toContain("Nuk u gjet asgjë për “cezma”.");
    expect((await world.lisi.get("/api/v1/admin/search?q=cezma")).status).toBe(401);
    expect((await world.lisi.get("/admin/kerko?q=cezma")).status).toBe(303);
  });

  it("takes what people type: nothing, only signs, wildcards, script", async () => {
    expect(await textOf(await secretary.get("/admin/kerko"))).toContain("Kërkon në gjithçka që mund të shihni");
    for (const q of ["%", "_", "…", "<script>alert(1)</script>", "' or 1=1 --"]) {
      const answer = await secretary.get(`/admin/kerko?q=${encodeURIComponent(q)}`);
      expect(answer.status).toBe(200);
      expect((await answer.text()).replaceAll(/value="[^"]*"/g, "")).not.toContain("<script>alert");
      expect((await hitsOf(secretary, `q=${encodeURIComponent(q)}`)).map(({ kind }) => kind)).not.toContain("act");
    }
    expect((await secretary.get(`/admin/kerko?q=${"a".repeat(300)}`)).status).toBe(422);
    expect((await secretary.get("/api/v1/admin/search?q=a&lang=de")).status).toBe(422);
  });

  it("says how many there are of a kind and where all of them stand", async () => {
    await world.lisi.db.write((tx) =>
      sql`insert into publications (element, slug, title, sort_date, folded_text)
        select 'V.1.1', 'shume-' || n, jsonb_build_object('sq', 'Shumë lajme ' || n), '2026-01-01', 'shume lajme ' || n from generate_series(1, 14) n`.execute(
        tx,
      ),
    );
    const html = await textOf(await secretary.get("/en/admin/search?q=shume"));
    expect(html).toMatch(/href="\/en\/admin\/publications\?q=shume"[^>]*>All 14</);
  });

  it("counts all that it finds and brings the first few, in a council with years of work behind it", async () => {
    await world.lisi.db.write((tx) =>
      sql`insert into publications (element, slug, title, sort_date, folded_text)
        select 'V.1.1', 'vjet-' || n, jsonb_build_object('sq', 'Lajm ' || n), '2026-01-01',
          repeat('nje tekst i gjate per punen e keshillit ', 20) || n from generate_series(1, 5000) n`.execute(tx),
    );
    const found = await world.lisi.db.read((tx) => find(tx, foundKinds, "keshillit", 3));
    const publications = found.filter(({ kind }) => kind === "publication");
    expect(publications.map(({ total }) => total)).toEqual([5000, 5000, 5000]);
  });
});
