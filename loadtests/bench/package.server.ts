import { createServer } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import pino from "pino";
import { systemClock } from "../../server/clock.ts";
import { compose } from "../../server/compose.ts";
import { loadConfig } from "../../server/config.ts";
import { json } from "../../server/db/columns.ts";
import { openDatabase } from "../../server/db/open-database.ts";
import { type TenantId, tenantDb } from "../../server/db/tenant-db.ts";
import { fillDemo } from "../../server/demo/fill-demo.ts";
import { createAccessLog, logDestination } from "../../server/http/access-log.ts";
import { createFront } from "../../server/http/page-cache/front.ts";
import type { Services } from "../../server/http/services.ts";
import { ensureWebBuild } from "../../server/start/ensure-web-build.ts";
import { attachPaper, type StoredPaper, storePaper } from "../add-paper.ts";
import { serve } from "./base/serve.ts";

/**
 * The application with a complete example council and one meeting more, whose papers are many and large.
 * Arguments: a directory, how many papers, and the bytes of all of them.
 */
const [directory, papers = "200", bytes = "1000000000"] = process.argv.slice(2) as [string, string?, string?];

const slug = "mbledhja-e-madhe";
const itemsInAgenda = 20;

/** Stores the papers as they would lie there after their upload, a slice of zeros and their number each. */
async function addLargeMeeting({ pool, storage }: Services, tenantId: TenantId) {
  const size = Math.floor(Number(bytes) / Number(papers));
  const files: StoredPaper[] = [];
  for (let paper = 0; paper < Number(papers); paper += 1) files.push(await storePaper(storage, tenantId, paper, size));
  const at = new Date("2026-01-01T08:00:00Z");
  await tenantDb(pool, tenantId).write(async (tx) => {
    const known = await tx.selectFrom("bodies").select("id").where("kind", "=", "council").executeTakeFirst();
    const published = { folded_text: "", state: "published", public_from: at } as const;
    const body =
      known ??
      (await tx
        .insertInto("bodies")
        .values({
          slug: "keshilli",
          kind: "council",
          name: json({ sq: "Këshilli" }),
          contacts: "{}",
          ...published,
        } as never)
        .returning("id")
        .executeTakeFirstOrThrow());
    const meeting = await tx
      .insertInto("meetings")
      .values({
        slug,
        body_id: body.id,
        kind: "ordinary",
        starts_at: new Date("2026-03-12T17:31:00Z"),
        ...published,
      } as never)
      .returning("id")
      .executeTakeFirstOrThrow();
    for (let number = 1; number <= itemsInAgenda; number += 1) {
      const item = await tx
        .insertInto("agenda_items")
        .values({
          ...{ meeting_id: meeting.id, path: [number], kind: "other", added_at: at },
          title: json({ sq: `Pika ${number} e rendit të ditës` }),
        } as never)
        .returning("id")
        .executeTakeFirstOrThrow();
      for (const [position, file] of files.filter((_, paper) => paper % itemsInAgenda === number - 1).entries())
        await attachPaper(tx, item.id, position, file, at);
    }
  });
}

await ensureWebBuild();
const config = loadConfig({
  DATA_DIR: join(directory, `data-${process.pid}`),
  LOG_LEVEL: "error",
  DEMO_DATE: "2026-03-05",
});
const database = await openDatabase(config, { purpose: "own" });
const { app, services, start } = await compose({
  config,
  databaseUrl: database.appUrl,
  logger: pino({ level: "error" }, logDestination(2)),
  clock: systemClock,
  publicPort: 3000,
});
await fillDemo(services, database, ["valbardhe"]);
await start();
await addLargeMeeting(services, services.registry.tenants[0]!.id);

export interface PackageReport {
  /** The highest resident memory since the last question, in bytes, and what is resident now. */
  highest: number;
  resident: number;
}
let highest = 0;
setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss());
}, 10).unref();

serve(
  createServer(
    createFront({
      cache: services.pageCache,
      sites: { get: (host) => services.registry.keyOf(host) },
      fallback: getRequestListener(app.fetch, { overrideGlobalObjects: false }),
      accessLog: createAccessLog(logDestination(join(directory, `access-${process.pid}.log`))),
      sessionCookie: "session",
    }),
  ),
  (): PackageReport => {
    const resident = process.memoryUsage.rss();
    const answer = { highest: Math.max(highest, resident), resident };
    highest = resident;
    return answer;
  },
);
process.on("SIGTERM", () => database.close().finally(() => process.exit()));
