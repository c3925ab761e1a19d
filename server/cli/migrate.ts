import { parseArgs } from "node:util";
import { runCommand, say, withDatabase } from "./command.ts";

/** `npm run migrate`: brings the database to the newest step, beside a running server too. */
runCommand(async (args) => {
  parseArgs({ args, options: {} });
  await withDatabase({ migrate: true }, async ({ database: { migrated } }) => {
    for (const step of migrated) say(`Applied ${step}.`);
    say(migrated.length > 0 ? "The database is at the newest step." : "The database was at the newest step already.");
  });
});
