import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chamberOf } from "../../../tests/support/chamber.ts";
import { doing } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { type ImportOptions, importFile } from "../../import/import.ts";
import { membersImport } from "./members.import.ts";
import type { MemberList } from "./members.schema.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
  const lisi = chamberOf(world, world.lisi);
  await lisi.term("2023-08-01", "2027-07-31", 3);
  await lisi.body("council", "Këshilli Bashkiak");
  await lisi.party("LPQ", "Lista për Qytetin");
});
afterAll(() => world.end());

const header = "Mandati;Vendi;Emri;Gjinia;Roli në Këshill;Lista;Profesioni;E-mail;Nga;Deri;Pse mbaroi";
const rows = [
  "2023-2027;1;Mira Gjoka;female;chair;LPQ;Juriste;mira@lisi.example;01.08.2023;;",
  "2023-2027;2;Gëzim Çela;male;;lpq;Agronom;;01.08.2023;31.01.2025;resigned",
  "2023-2027;2;Drita Malaj;female;;LPQ;;;01.02.2025;;",
];
const file = (given: string[] = rows, head = header) => Buffer.from([head, ...given].join("\r\n"));
const bring = (bytes: Buffer, options?: ImportOptions, council: TestCouncil = world.lisi) =>
  importFile(council.db, doing(world), membersImport, bytes, options);
const list = () => world.lisi.json<MemberList>("/api/v1/people");

const reading = expect.objectContaining({ encoding: "utf-8" });

describe("An import of members", () => {
  it("tells in a dry run what would come and keeps nothing", async () => {
    expect(await bring(file(), { dryRun: true, publish: true })).toEqual({
      ...{ rows: 3, made: { members: 3 }, problems: [], reading, notes: [] },
    });
    expect((await list()).sitting).toBe(0);
  });

  it("that is wrong anywhere keeps nothing and names each row with its reason", async () => {
    const wrong = [
      rows[0]!,
      "2023-2027;1;Ardit Leka;male;;LPQ;;;01.09.2023;;",
      "2019-2023;1;Elira Toska;zonjë;;;;;01.09.2019;;",
      "2023-2027;9;Luan Prifti;;;XYZ;;;01.08.2023;;",
      "2023-2027;3;Valbona Hasa;;;;;jo;31.02.2024;;",
    ];
    const { made, problems } = await bring(file(wrong));
    expect(made).toEqual({});
    expect(problems).toEqual([
      { line: 4, column: "gender", code: "import.unknown_value" },
      { line: 6, column: "begins_on", code: "date.impossible" },
    ]);
    const { problems: later } = await bring(
      file([
        rows[0]!,
        wrong[1]!,
        wrong[3]!,
        "2019-2023;1;E T;;;;;;01.09.2019;;",
        "2023-2027;3;V H;;;;;jo;01.08.2023;;",
      ]),
    );
    expect(later).toEqual([
      { line: 3, column: null, code: "bodies.seat_held", params: { name: "Mira Gjoka" } },
      { line: 4, column: "party", code: "parties.unknown" },
      { line: 5, column: "term", code: "bodies.term_not_found" },
      { line: 6, column: "email", code: "email.malformed" },
    ]);
    expect((await list()).sitting).toBe(0);
  });

  it("brings people, seats and the chair, for the public at once or as drafts", async () => {
    expect((await bring(file(), { publish: true })).made).toEqual({ members: 3 });
    const { members, former, balance } = await list();
    expect(members.map(({ name, role, seat }) => [name, role, seat])).toEqual([
      ["Mira Gjoka", "chair", 1],
      ["Drita Malaj", null, 2],
    ]);
    expect(former).toMatchObject([{ name: "Gëzim Çela", endReason: "resigned" }]);
    expect(balance.female).toBe(2);
  });

  it("once more is refused, or changes what is there when that is asked for; its own export is read again", async () => {
    const again = (await bring(file())).problems.map(({ code }) => code);
    expect(new Set(again).isSubsetOf(new Set(["bodies.seat_held", "bodies.member_already"]))).toBe(true);
    expect(again).toHaveLength(3);
    const exported = Buffer.from(await (await world.lisi.get("/anetaret.csv")).arrayBuffer());
    const report = await bring(exported, { replace: true });
    expect(report).toEqual({ rows: 3, made: { members: 3 }, problems: [], reading, notes: [] });
    expect(await list()).toMatchObject({ sitting: 2, members: [{ name: "Mira Gjoka" }, { name: "Drita Malaj" }] });
  });

  it("into a council without its body is refused, and touches no other council", async () => {
    await expect(bring(file(), {}, world.krasta)).rejects.toMatchObject({ code: "bodies.not_found" });
    expect(await world.krasta.json("/api/v1/people")).toMatchObject({ sitting: 0 });
  });
});
