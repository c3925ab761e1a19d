import { systemClock } from "../clock.ts";
import { openPool } from "../db/pool.ts";
import { registryDb } from "../db/registry-db.ts";
import { connectionsOfReindex, reindexCouncils } from "../features/search/reindex-councils.ts";
import { findTenant, findTenants } from "../features/tenants/tenants.queries.ts";
import { openSearch } from "../search/open-search.ts";
import { CommandRefused, runCommand, say, withDatabase } from "./command.ts";
import { noSuchCouncil } from "./tenant/operator.ts";

const usage = `npm run reindex [-- <slug>]

Brings everything public of one council, or of all, into the search anew, while it is searched. What is the same stays as it
is, what is no more goes. Broken off, it goes on where it was when it is started again.`;

/** Milliseconds between two lines about what is under way. */
const pause = 2_000;

runCommand(async (args) => {
  if (args.length > 1 || args[0]?.startsWith("-")) throw new CommandRefused(usage);
  await withDatabase({ migrate: true }, async ({ config, database }) => {
    const pool = openPool(database.appUrl, { max: connectionsOfReindex + 1, applicationName: "e-keshilli reindex" });
    const registry = registryDb(pool);
    const stopping = new AbortController();
    process.once("SIGINT", () => stopping.abort(new CommandRefused("It was broken off; the next call goes on here.")));
    try {
      const slug = args[0];
      const found = slug ? [await findTenant(registry, slug)] : await findTenants(registry);
      const councils = found.filter((one) => one !== undefined);
      if (councils.length === 0 && slug) throw noSuchCouncil(slug);
      const engine = openSearch(pool, { config, clock: systemClock });
      await engine.prepare();
      const began = performance.now();
      let through = 0;
      let told = began;
      const all = await reindexCouncils(pool, engine, councils, stopping.signal, {
        told({ slug }, done, kind) {
          if (performance.now() - told < pause) return;
          told = performance.now();
          say(`  ${slug}: ${done} so far (${kind})`);
        },
        done({ slug }, { things, swept, isResumed }) {
          through += 1;
          const rest = [isResumed ? "went on where it was broken off" : "", swept > 0 ? `${swept} removed` : ""];
          say([`${through} of ${councils.length}, ${slug}: ${things} things`, ...rest.filter(Boolean)].join(", "));
        },
      });
      const seconds = Math.round((performance.now() - began) / 1000);
      say(`${all} things of ${councils.length} councils were indexed in ${seconds} s (engine: ${engine.name}).`);
    } finally {
      await pool.end();
    }
  });
});
