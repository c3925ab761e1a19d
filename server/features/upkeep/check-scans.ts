import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type NeededFile, publicDocuments, thingsWith } from "./check-files.ts";
import type { FoundDefect } from "./defects.store.ts";

const mostTold = 5_000;

type Scan = Omit<NeededFile, "size">;

/**
 * Public papers whose newest version is pictures of pages: nobody can search them, and no screen reader reads them. Known of
 * files that were looked into when they came.
 */
export async function findScans(tx: TenantTx, now: Date): Promise<FoundDefect[]> {
  const { rows } = await sql<Scan>`
    select n.* from (${publicDocuments} where d.public_from <= ${now}
      and v.version = (select max(w.version) from document_versions w
        where w.document_id = d.id and w.visibility = 'public')) n
    join file_checks c on c.sha256 = n.sha256 and c.text ->> 'state' = 'none'
    where n.entity_id is not null order by n.address limit ${mostTold}`.execute(tx);
  const things = await thingsWith(tx, rows, now);
  return rows.flatMap(({ entity, entity_id, field, address, title }): FoundDefect[] => {
    const thing = things.get(`${entity} ${entity_id}`);
    if (!thing) return [];
    return [
      {
        kind: "scan_without_text",
        ...{ entity, entityId: entity_id, field, address, url: thing.url },
        ...{ title: title ?? thing.title, detail: {} },
      },
    ];
  });
}
