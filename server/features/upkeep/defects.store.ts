import { sql } from "kysely";
import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import type { DefectKind } from "./upkeep.shared.ts";
import type { DefectDetail } from "./upkeep.tables.ts";

/** A defect as a check comes upon it. */
export interface FoundDefect {
  kind: DefectKind;
  entity: string;
  entityId: string;
  field: string;
  address: string;
  title: LocalizedText;
  url: InBoth;
  detail: DefectDetail;
}

const atOnce = 500;

/**
 * Notes what a check came upon. What was noted before goes on; what had been mended and is broken again begins anew, and
 * nobody has decided about it yet.
 */
export async function noteDefects(tx: TenantTx, found: readonly FoundDefect[], now: Date): Promise<void> {
  const once = [
    ...new Map(found.map((one) => [json([one.entity, one.entityId, one.kind, one.field, one.address]), one])).values(),
  ];
  for (let at = 0; at < once.length; at += atOnce)
    await tx
      .insertInto("defects")
      .values(
        once.slice(at, at + atOnce).map(({ kind, entity, entityId, field, address, title, url, detail }) => ({
          ...{ kind, entity, entity_id: entityId, field, address },
          ...{ title: json(title), public_url: json(url), detail: json(detail) },
          ...{ first_seen_at: now, last_seen_at: now },
        })),
      )
      .onConflict((conflict) =>
        conflict.constraint("defects_once").doUpdateSet({
          title: sql`excluded.title`,
          public_url: sql`excluded.public_url`,
          detail: sql`excluded.detail`,
          last_seen_at: now,
          first_seen_at: sql`case when defects.resolved_at is null then defects.first_seen_at else excluded.first_seen_at end`,
          ignored_at: sql`case when defects.resolved_at is null then defects.ignored_at end`,
          ignored_by: sql`case when defects.resolved_at is null then defects.ignored_by end`,
          ignored_reason: sql`case when defects.resolved_at is null then defects.ignored_reason end`,
          resolved_at: null,
        }),
      )
      .execute();
}

/** Files that were looked at and are not among the defects are whole. */
export async function resolveFiles(
  tx: TenantTx,
  looked: readonly string[],
  defects: readonly FoundDefect[],
  now: Date,
): Promise<void> {
  const still = defects.map(({ kind, address }) => `${kind} ${address}`);
  await sql`update defects set resolved_at = ${now} where resolved_at is null and kind in ('file_missing', 'file_damaged')
    and address = any (${[...looked]}::text[]) and not (kind || ' ' || address) = any (${still}::text[])`.execute(tx);
}

/** After all content was looked through: what was not come upon again is mended. */
export async function resolveUnseen(tx: TenantTx, kinds: readonly DefectKind[], now: Date): Promise<void> {
  await tx
    .updateTable("defects")
    .set({ resolved_at: now })
    .where("resolved_at", "is", null)
    .where("kind", "in", kinds)
    .where("last_seen_at", "<", now)
    .execute();
}
