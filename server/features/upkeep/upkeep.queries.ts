import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { DefectKind } from "./upkeep.shared.ts";

/** How many defects of each kind nobody has mended or put aside. */
export const countDefects = (tx: TenantTx): Promise<{ kind: DefectKind; count: number }[]> =>
  tx
    .selectFrom("defects")
    .where("resolved_at", "is", null)
    .where("ignored_at", "is", null)
    .groupBy("kind")
    .orderBy("kind")
    .select(["kind", sql<number>`count(*)`.as("count")])
    .execute();

export const defectsPerPage = 50;

export interface DefectChoice {
  kind?: DefectKind | null;
  /** Those that somebody put aside, in place of the others. */
  ignored?: boolean;
  /** From 1. */
  page?: number;
}

/** Defects that are there now, the newest first. */
export async function findDefects(tx: TenantTx, { kind, ignored = false, page = 1 }: DefectChoice = {}) {
  const rows = await tx
    .selectFrom("defects")
    .where("resolved_at", "is", null)
    .where("ignored_at", ignored ? "is not" : "is", null)
    .$if(Boolean(kind), (query) => query.where("kind", "=", kind!))
    .orderBy("first_seen_at", "desc")
    .orderBy("id")
    .limit(defectsPerPage)
    .offset((page - 1) * defectsPerPage)
    .select(["id", "kind", "entity", "entity_id as entityId", "field", "address", "title", "public_url as url"])
    .select(["detail", "first_seen_at as firstSeenAt", "last_seen_at as lastSeenAt"])
    .select(["ignored_at as ignoredAt", "ignored_by as ignoredBy", "ignored_reason as ignoredReason"])
    .select(sql<number>`count(*) over ()`.as("total"))
    .execute();
  return { total: rows[0]?.total ?? 0, items: rows.map(({ total: _, ...row }) => row) };
}
export type ListedDefect = Awaited<ReturnType<typeof findDefects>>["items"][number];

/** When the site was last looked through and what was come upon; `undefined` before the first time. */
export const findLastRun = (tx: TenantTx) =>
  tx
    .selectFrom("upkeep_runs")
    .select(["started_at as startedAt", "finished_at as finishedAt", "asked_at as askedAt", "counts"])
    .executeTakeFirst();
