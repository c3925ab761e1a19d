import { freshDatabase } from "../../../tests/support/database.ts";
import { addCouncils } from "../../../tests/support/world.ts";
import { openPool } from "../../db/pool.ts";
import { tenantDb } from "../../db/tenant-db.ts";
import { agree } from "../agreement.ts";
import { engineSuite } from "../engine.suite.ts";
import { postgresEngine } from "./postgres-engine.ts";

engineSuite("The search that comes with the database", async () => {
  const database = await freshDatabase();
  const pool = openPool(database.appUrl, { max: 6 });
  const ids = await addCouncils(database.appUrl, ["lisi", "krasta"]);
  const councils = [ids.get("lisi")!, ids.get("krasta")!] as const;
  for (const council of councils) await tenantDb(pool, council).write((tx) => agree(tx, true));
  return {
    engine: postgresEngine(pool),
    councils,
    async close() {
      await pool.end();
      await database.drop();
    },
  };
});
