import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { databaseForTest } from "../../tests/support/database.ts";
import { openPool } from "../db/pool.ts";
import { registryDb } from "../db/registry-db.ts";
import { askedOf, isSaid, registerText, says } from "./register-text.ts";

interface Pair {
  expect: "match" | "apart";
  query: string;
  document: string;
}
const pairs: Pair[] = ["seen", "held-out", "titles", "given"].flatMap((name) =>
  parse(readFileSync(new URL(`../albanian/pairs/${name}.csv`, import.meta.url), "utf8"), { columns: true }),
);

describe("The text filter of a register", () => {
  it("finds what the search finds, and nothing else", () => {
    const found = pairs.filter(({ query, document }) => isSaid(registerText({ sq: document }), askedOf(query)));
    const right = found.filter((pair) => pair.expect === "match").length;
    const precision = right / found.length;
    const recall = right / pairs.filter((pair) => pair.expect === "match").length;
    process.stdout.write(
      `in a register's filter, ${pairs.length} pairs: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`,
    );
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.97);
  });

  it.each([
    ["fees", { sq: "Për tarifat", en: "On the fee" }, true],
    ["fees", { sq: "Për tarifat" }, false],
    ["tarifen", { sq: "Për tarifat", en: "On the fee" }, true],
    ["8/2025", { sq: "Vendim nr. 8/2025" }, true],
    ["8 2025", { sq: "Vendim nr. 8/2025" }, true],
    ["8/2025", { sq: "Vendim nr. 18/2025" }, false],
    ["vend", { sq: "Vendim" }, false],
  ])("asked for “%s” in %j: %s", (q, text, is) => {
    expect(isSaid(registerText(text), askedOf(q))).toBe(is);
  });

  it("finds a name by its beginning, and by its forms", () => {
    const name = registerText("Arben Hoxha", { sq: "mësues", en: "teacher" });
    for (const q of ["arb", "hox", "Hoxhës", "mesuesi"])
      expect(isSaid(name, askedOf(q, { orPart: true })), q).toBe(true);
    expect(isSaid(name, askedOf("hox"))).toBe(false);
    expect(isSaid(name, askedOf("besnik", { orPart: true }))).toBe(false);
  });

  it("asks for nothing where no word was typed", () => {
    for (const q of [null, "", "  ", "?!", "\0"]) expect(isSaid(registerText({ sq: "Vendim" }), askedOf(q))).toBe(true);
  });

  it("means the same in the database as in memory, whatever is typed", async () => {
    const { appUrl } = await databaseForTest();
    const pool = openPool(appUrl, { max: 1 });
    const texts = ["Për tarifën e largimit të mbeturinave", "Buxheti 100% i vitit", "Vendim nr. 8/2025", "a_b\\c%"];
    const kept = texts.map((text) => registerText({ sq: text }));
    for (const q of [
      "tarifen e plehrave",
      "buxhet",
      "%",
      "_",
      "\\",
      "100%",
      "a_b",
      "'",
      "vkb 8/2025",
      "e",
      "x".repeat(9_000),
    ])
      for (const orPart of [false, true]) {
        const asked = askedOf(q, { orPart });
        const { rows } = await sql<{ text: string }>`select text from unnest(${kept}::text[]) as t (text)
          where ${says([sql`t.text`], asked)}`.execute(registryDb(pool));
        expect(
          rows.map(({ text }) => text),
          q,
        ).toEqual(kept.filter((text) => isSaid(text, asked)));
      }
    await pool.end();
  });
});
