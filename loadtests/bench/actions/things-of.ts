import type { TenantDb } from "../../../server/db/tenant-db.ts";
import { editedEntities, nouns } from "../../../server/features/editing/editing.paths.shared.ts";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import { photoHolders } from "../../../server/features/photos/photos.paths.shared.ts";
import { recordingPaths } from "../../../server/features/recordings/recordings.paths.shared.ts";
import { templatesOf } from "./calling-off.ts";
import { textFile } from "./files.ts";
import { inBoth } from "./kinds.ts";
import { itemsOf, pagesOf } from "./meetings.ts";
import type { Office } from "./office.ts";
import type { Things } from "./page-addresses.ts";
import { captions } from "./recordings.ts";

/** The last meeting that was held, and the last that is to come. */
async function meetingsOf(db: TenantDb, now: Date) {
  const last = (held: boolean) =>
    db.read((tx) =>
      tx
        .selectFrom("meetings")
        .select("id")
        .where("starts_at", held ? "<" : ">", now)
        .where("stage", "in", held ? ["closed", "minutes_published"] : ["planned", "announced"])
        .orderBy("starts_at", "desc")
        .limit(1)
        .executeTakeFirstOrThrow(),
    );
  return { held: (await last(true)).id, coming: (await last(false)).id };
}

/** What the pages of the workspace are about that are of one thing each; what there is none of is made. */
export async function thingsOf({ secretary, standing, own, document, db, clock }: Office): Promise<Things> {
  const { held, coming } = await meetingsOf(db, clock.now());
  const recording = pagesOf(held)(recordingPaths.page);
  await secretary.send("recording: a link is saved", recording, "link", { link: "https://youtu.be/aqz-KE-bpKQ" });
  await secretary.upload(recording, "captions", textFile("titrat.vtt", "text/vtt", captions));
  await secretary.send("a template is made", deskPaths.newTemplate.sq, "thing", inBoth("name", "Modeli", "Template"));
  const [template] = (await templatesOf(secretary)) as [string];
  const meetings = await Promise.all(
    [held, coming].map(async (id) => ({ id, item: (await itemsOf(secretary, id))[0]! })),
  );
  return {
    ...Object.fromEntries(editedEntities.map((entity) => [`/admin/${nouns[entity].sq}/`, [{ id: standing[entity] }]])),
    ...Object.fromEntries(photoHolders.map((entity) => [`/admin/fotot/${entity}/`, [{ id: standing[entity] }]])),
    "/admin/mbledhjet/": meetings,
    "/admin/mbledhjet/:id/regjistrimi/titrat/": [{ id: held, language: "sq" }],
    "/admin/mbledhjet/modelet/": [{ template }],
    "/admin/perdoruesit/": [{ id: own.accountId }],
    "/admin/dokumentet/": [{ id: document }],
    "/admin/gatishmeria/": [{ code: "I.3.6" }],
  };
}
