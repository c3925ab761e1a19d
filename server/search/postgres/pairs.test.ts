import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { databaseForTest } from "../../../tests/support/database.ts";
import { addCouncils } from "../../../tests/support/world.ts";
import { openPool } from "../../db/pool.ts";
import { documentOf } from "../engine.suite.ts";
import { postgresEngine } from "./postgres-engine.ts";

interface Pair {
  expect: "match" | "apart";
  query: string;
  document: string;
}
const now = new Date("2026-03-05T09:00:00Z");
const pairs: Pair[] = ["seen", "held-out", "titles", "given"].flatMap((name) =>
  parse(readFileSync(new URL(`../../albanian/pairs/${name}.csv`, import.meta.url), "utf8"), { columns: true }),
);

it("The database finds what the language says that it should, and nothing else", async () => {
  const database = await databaseForTest();
  const pool = openPool(database.appUrl, { max: 4 });
  const council = (await addCouncils(database.appUrl, ["lisi"])).get("lisi")!;
  const engine = postgresEngine(pool);
  const documents = [...new Set(pairs.map(({ document }) => document))];
  const subjects = documents.map((text, at) => {
    const subject = `act:${at}`;
    return { subject, documents: [documentOf(subject, { title: "—", text })] };
  });
  await engine.put(council, subjects, now);
  const finds = new Map<string, ReadonlySet<string>>();
  for (const { query } of pairs)
    if (!finds.has(query)) {
      const { hits } = await engine.search(council, { text: query, site: "sq", now, limit: 1_000 });
      finds.set(query, new Set(hits.map(({ subject }) => subject)));
    }
  const isFound = ({ query, document }: Pair) => finds.get(query)!.has(`act:${documents.indexOf(document)}`);
  const found = pairs.filter(isFound);
  const precision = found.filter((pair) => pair.expect === "match").length / found.length;
  const recall =
    found.filter((pair) => pair.expect === "match").length / pairs.filter((pair) => pair.expect === "match").length;
  process.stdout.write(
    `through the database, ${pairs.length} pairs: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`,
  );
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.97);
  await pool.end();
}, 60_000);
