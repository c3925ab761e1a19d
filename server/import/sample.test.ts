import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chamberOf } from "../../tests/support/chamber.ts";
import { doing } from "../../tests/support/content.ts";
import { createWorld, type TestWorld } from "../../tests/support/world.ts";
import { importFile } from "./import.ts";
import { imports } from "./imports.ts";
import { sampleCsv, sampleFor, sampleWorkbook } from "./sample.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
  const lisi = chamberOf(world, world.lisi);
  await lisi.body("council", "Këshilli Bashkiak");
  await lisi.term("2023-09-15", "2027-09-14", 21);
});
afterAll(() => world.end());

/** What has to be there before the table: payments are of somebody, and by a rate. */
const needed: Record<string, string[]> = { pay: ["pay.person_unknown", "pay.rate_not_in_force"] };
/** Files come in an archive that a sample has not. */
const ofFiles = ["import.files_not_given", "import.file_missing"];

describe("The sample of a table", () => {
  it.each(Object.entries(imports))("could be brought in as it is by a new council: %s", async (name, it) => {
    const sample = await world.lisi.db.read((tx) => sampleFor(tx, it));
    for (const bytes of [Buffer.from(sampleCsv(sample, "sq")), await sampleWorkbook(sample, "en")]) {
      const { rows, problems } = await importFile(world.lisi.db, doing(world), it, bytes, { dryRun: true });
      const codes = problems.map(({ code }) => code).filter((code) => !ofFiles.includes(code));
      expect({ rows, codes }).toEqual({ rows: 1, codes: needed[name] ?? [] });
    }
  });
});
