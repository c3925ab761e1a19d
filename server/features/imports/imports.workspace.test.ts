import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { zipOf } from "../../../tests/samples/files.ts";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { addCouncilBody } from "../../../tests/support/acts.ts";
import { doing, intakeFor, pdfOf, scannerFinding } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { readTable } from "../../import/read-table.ts";
import { actsImport } from "../acts/acts.import.ts";
import { checkTable } from "./checks.service.ts";

let world: TestWorld;
let secretary: Visitor;
let editor: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await createWorld();
  for (const council of [world.lisi, world.krasta]) await addCouncilBody(council);
  secretary = await signedIn(world, world.lisi, ["secretary"]);
  editor = await signedIn(world, world.lisi, ["editor"]);
  neighbour = await signedIn(world, world.krasta, ["secretary"]);
});
afterAll(() => world.end());

const good =
  "Lloji;Numri;Data;Titulli;Skedari\nVendim;1;12.02.2015;Për tarifat;vendimi.pdf\nVendim;3;13.02.2015;Për shkollat;";
const bad = "Lloji;Numri;Data;Titulli\nUkaz;1;12.02.2015;Një\nVendim;2;31.02.2015;<script>alert(1)</script>";

/** Sends the form as a browser does, with files. */
async function send(
  visitor: Visitor,
  table: string | Buffer,
  more: { archive?: Buffer; options?: string[]; name?: string } = {},
) {
  const form = new FormData();
  form.set("kind", "acts");
  form.set("table", new File([table as never], more.name ?? "aktet.csv"));
  form.set("archive", new File(more.archive ? [more.archive as never] : [], more.archive ? "skedaret.zip" : ""));
  for (const option of more.options ?? []) form.append("options", option);
  return world.ask(visitor.council.host, "/admin/importi", {
    method: "POST",
    body: form,
    headers: { accept: "text/html", cookie: visitor.cookie!, "sec-fetch-site": "same-origin" },
  });
}
const there = (answer: Response) => answer.headers.get("location")!;
const textOf = async (answer: Response) => [answer.status, (await answer.text()).replace(/\s+/g, " ")] as const;
const acts = (council: TestCouncil) =>
  council.db.read((tx) => tx.selectFrom("acts").select(["slug", "state"]).orderBy("slug").execute());
const kept = async (council: TestCouncil) => {
  const keys: string[] = [];
  for await (const key of world.services.storage.list(`tenants/${council.id}/`)) keys.push(key);
  return keys.length;
};

describe("The page of imports", () => {
  it("is in both languages, explains every column and says that nothing was imported yet", async () => {
    const [status, html] = await textOf(await secretary.get("/admin/importi"));
    expect(status).toBe(200);
    for (const said of [
      "Ende nuk është importuar asgjë.",
      "Aktet me skedarë",
      "Mbledhjet e viteve të kaluara",
      "Data e miratimit",
    ])
      expect(html).toContain(said);
    const [, english] = await textOf(await secretary.get("/en/admin/imports"));
    expect(english).toContain("Nothing has been imported yet.");
  });

  it.each(["csv", "xlsx"])("gives a sample that can be sent back (%s)", async (ending) => {
    const sample = Buffer.from(await (await secretary.get(`/admin/importi/shembuj/acts.${ending}`)).arrayBuffer());
    expect((await readTable(sample, actsImport)).rows).toHaveLength(1);
    expect((await secretary.get("/admin/importi/shembuj/moti.csv")).status).toBe(404);
  });
});

describe("A table that is sent", () => {
  it("comes back with a sentence when it is none, or when none was chosen", async () => {
    for (const [table, sentence] of [
      ["", "Zgjidhni skedarin e tabelës."],
      ["Numri;Titulli\n1;Një", "Mungojnë këto kolona: Lloji / Type, Data e miratimit / Adopted."],
      [
        Buffer.from([...Buffer.from("Lloji;Numri;Data;Titulli\nVendim;1;1.1.2015;K"), 0x89, 0x73]),
        "shkronjat e fjalës “K‰s” janë në një kodim që nuk njihet",
      ],
    ] as const) {
      const [status, html] = await textOf(await send(secretary, table, { options: ["replace"] }));
      expect(status).toBeGreaterThanOrEqual(415);
      expect(html).toContain(sentence);
      expect(html).toContain('href="#import-table"');
      // What was chosen beside the file is not to be chosen again.
      expect(html).toMatch(/<option[^>]* value="acts"[^>]* selected/);
      expect(html).toMatch(/<input[^>]* value="replace"[^>]* checked/);
    }
    expect(await acts(world.lisi)).toEqual([]);
  });

  it("is told apart from its archive, where that is none", async () => {
    const [status, html] = await textOf(await send(secretary, good, { archive: Buffer.from("Nuk jam arkiv.") }));
    expect(status).toBe(415);
    expect(html).toContain('href="#import-archive"');
    expect(html).not.toContain('href="#import-table"');
  });

  it("is shown with all that is wrong, each with its row, and cannot come in", async () => {
    const checked = await send(secretary, bad);
    expect(checked.status).toBe(303);
    const [, html] = await textOf(await secretary.get(there(checked)));
    expect(html).toContain("Ka 2 gabime");
    expect(html).toMatch(
      /href="#problem-1"[^>]*>.*?rreshti 2, Lloji.*?Këtu mund të qëndrojë vetëm njëra nga këto: Vendim/,
    );
    expect(html).toMatch(/id="problem-2"/);
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("Silleni");
    await secretary.post(there(checked));
    expect(await acts(world.lisi)).toEqual([]);
    expect(there(await secretary.post(`${there(checked)}/hedhja`))).toBe("/admin/importi?done=discarded");
    expect((await secretary.get(there(checked))).status).toBe(404);
  });

  it("comes in with its files when somebody says so, and is taken back", async () => {
    const archive = await zipOf([{ name: "2015/vendimi.pdf", data: await pdfOf("Vendim") }]);
    const checked = await send(secretary, good, { archive, options: ["publish"] });
    const [, report] = await textOf(await secretary.get(there(checked)));
    for (const said of ["Gjithçka mund të sillet.", "mungojnë numrat 2–2 të 2015", "Publiku e sheh menjëherë."])
      expect(report).toContain(said);
    expect(await acts(world.lisi)).toEqual([]);
    expect((await neighbour.get(there(checked))).status).toBe(404);
    expect((await neighbour.post(there(checked))).status).toBe(404);
    expect((await editor.post(there(checked))).status).toBe(403);

    const done = await secretary.post(there(checked));
    expect([done.status, await acts(world.lisi)]).toEqual([
      303,
      [
        { slug: "vendim-1-2015", state: "published" },
        { slug: "vendim-3-2015", state: "published" },
      ],
    ]);
    // The archive is gone; its paper stays.
    expect(await kept(world.lisi)).toBe(1);
    const [address] = there(done).split("?") as [string];
    expect((await textOf(await secretary.get(there(done))))[1]).toContain("Tabela u soll.");
    expect((await neighbour.post(`${address}/zhberja`)).status).toBe(404);
    expect((await editor.post(`${address}/zhberja`)).status).toBe(403);
    expect((await secretary.post(`${address}/zhberja`)).status).toBe(303);
    const [, undone] = await textOf(await secretary.get(address));
    expect(undone).toMatch(/U tërhoqën.*?2/);
    expect(undone).toContain("Pas këtyre numrave ka një akt");
    expect((await acts(world.lisi)).map(({ state }) => state)).toEqual(["withdrawn", "withdrawn"]);
    expect((await secretary.post(`${address}/zhberja`)).status).toBe(409);
    expect(await acts(world.krasta)).toEqual([]);
  });

  it("confirmed twice, also at once, it comes in once, and all answers lead there", async () => {
    const rows = "Lloji;Numri;Data;Titulli\nVendim;1;12.02.2009;Për parkun\nVendim;2;13.02.2009;Për lulishten";
    for (const options of [[], ["replace"]]) {
      const before = await world.lisi.db.read((tx) => tx.selectFrom("imports").select("id").execute());
      const checked = there(await send(secretary, rows, { options }));
      const twice = await Promise.all([secretary.post(checked), secretary.post(checked)]);
      const answers = [...twice, await secretary.post(checked)].map((one) => `${one.status} ${there(one)}`);
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toMatch(/^303 .*done=brought$/);
      const after = await world.lisi.db.read((tx) => tx.selectFrom("imports").select("id").execute());
      expect(after.length).toBe(before.length + 1);
      expect((await neighbour.post(checked)).status).toBe(404);
      // Whoever has it still open elsewhere is not told that nothing was written.
      expect(there(await editor.post(`${checked}/hedhja`))).toBe(there(twice[0]!).split("?")[0]);
    }
    expect((await acts(world.lisi)).filter(({ slug }) => slug.endsWith("-2009"))).toHaveLength(2);
  });

  it("as Excel saves it is told by which letters it was read, with a line to check them by, and comes in so", async () => {
    const rows = "Lloji;Numri;Data;Titulli\r\nVendim;1;12.02.2008;Për çmimet e këngës";
    const checked = there(await send(secretary, Buffer.from(rows, "latin1"), { name: "aktet.csv" }));
    const [, report] = await textOf(await secretary.get(checked));
    expect(report).toContain("siç i shkruan CSV-ja e thjeshtë e Excel-it");
    expect(report).toMatch(/Rreshti 2 lexohet kështu.*<blockquote[^>]*>Vendim;1;12.02.2008;Për çmimet e këngës</);
    const [, english] = await textOf(
      await secretary.get(checked.replace("/admin/importi/shqyrtime", "/en/admin/imports/checks")),
    );
    expect(english).toContain("as Excel’s plain CSV has them");
    await secretary.post(checked);
    const titles = await world.lisi.db.read((tx) =>
      tx.selectFrom("acts").select("title").where("slug", "=", "vendim-1-2008").execute(),
    );
    expect(titles).toEqual([{ title: { sq: "Për çmimet e këngës" } }]);
  });

  it("brings papers that are looked into as all others: what they say of persons is told, a virus is refused", async () => {
    const rows = "Lloji;Numri;Data;Titulli;Skedari\nVendim;1;12.02.2012;Për ndihmën ekonomike;ndihma.pdf";
    const paper = await pdfOf("Përfitues i ndihmës ekonomike: Agim Hoxha, numri personal J60215034W");
    const archive = await zipOf([{ name: "ndihma.pdf", data: paper }]);
    const checked = await send(secretary, rows, { archive });
    const [, report] = await textOf(await secretary.get(there(checked)));
    expect(report).toContain("“ndihma.pdf” tregon diçka për persona");
    await secretary.post(there(checked));
    const found = await world.lisi.db.read((tx) =>
      tx
        .selectFrom("file_checks as f")
        .innerJoin("document_versions as v", "v.sha256", "f.sha256")
        .select("f.text")
        .where("v.file_name", "=", "ndihma.pdf")
        .execute(),
    );
    expect(found).toHaveLength(1);
    expect(found[0]!.text.findings.map(({ kind }) => kind)).toContain("personal_number");

    const infected = intakeFor(world, world.lisi, scannerFinding(paper));
    const table = { name: "aktet.csv", bytes: Buffer.from(rows.replaceAll("2012", "2011")) };
    const sent = { kind: "acts" as const, table, archive: { name: "a.zip", bytes: archive }, publish: false };
    const id = await checkTable(infected, doing(world), { ...sent, replace: false });
    const [, refused] = await textOf(await secretary.get(`/admin/importi/shqyrtime/${id}`));
    expect(refused).toContain("Test.Virus");
    expect(refused).not.toContain("Silleni");
  });

  it("of an editor comes as drafts; for the public at once somebody else is needed", async () => {
    expect(
      (await send(editor, "Lloji;Numri;Data;Titulli\nVendim;1;1.1.2016;Një", { options: ["publish"] })).status,
    ).toBe(403);
    const checked = await send(editor, "Lloji;Numri;Data;Titulli\nVendim;1;01.01.2016;Një");
    await editor.post(there(checked));
    expect(await acts(world.lisi)).toContainEqual({ slug: "vendim-1-2016", state: "draft" });
  });

  it("is looked at anew when it comes in: what somebody entered meanwhile is said", async () => {
    const table = "Lloji;Numri;Data;Titulli\nVendim;1;01.01.2017;Një";
    const [first, second] = [await send(secretary, table), await send(editor, table)];
    expect((await secretary.post(there(first))).status).toBe(303);
    const [status, html] = await textOf(await editor.post(there(second)));
    expect(status).toBe(409);
    expect(html).toContain("Numrin 1 të serisë 2017 e ka tashmë një akt tjetër.");
  });
});

describe("Where one person prepares and another approves", () => {
  const approval = (wanted: boolean) =>
    world.lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: wanted }).execute());
  beforeAll(() => approval(true));
  afterAll(() => approval(false));
  const table = "Lloji;Numri;Data;Titulli\nVendim;1;10.03.2014;Për ujësjellësin";

  it("a table is brought in by somebody else who may publish, whoever sent it", async () => {
    const publisher = await signedIn(world, world.lisi, ["publisher"]);
    const own = there(await send(secretary, table, { options: ["publish"] }));
    const [, page] = await textOf(await secretary.get(own));
    expect(page).toContain("Tabelën e sjell dikush tjetër");
    expect(page).not.toContain("Silleni");
    const before = await acts(world.lisi);
    expect((await secretary.post(own, {})).status).toBe(403);
    const ofEditor = there(await send(editor, table, { options: ["replace"] }));
    expect((await editor.post(ofEditor, {})).status).toBe(403);
    expect(await acts(world.lisi)).toEqual(before);

    const [, waiting] = await textOf(await publisher.get("/admin/importi"));
    expect(waiting).toContain("Tabela që presin");
    expect(waiting).toContain(own);
    const [, english] = await textOf(await publisher.get("/en/admin/imports"));
    expect(english).toContain("Tables that wait");
    const brought = await publisher.post(own, {});
    expect(brought.status).toBe(303);
    expect((await acts(world.lisi)).length).toBe(before.length + 1);
    const undo = `${there(brought).split("?")[0]!}/zhberja`;
    expect((await editor.post(undo, {})).status).toBe(403);
  });
});
