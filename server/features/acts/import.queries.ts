import type { TenantTx } from "../../db/tenant-db.ts";
import type { ActType } from "./acts.shared.ts";

export interface There {
  id: string;
  state: "draft" | "published" | "withdrawn";
  /** It was withdrawn because the import that had made it was taken back. */
  isUndone: boolean;
}

/** The numbers of a series that are given to acts, and the last one that is given or explained. */
interface Series {
  acts: ReadonlyMap<number, There>;
  last: number;
}

export async function findSeries(tx: TenantTx, type: ActType, series: string): Promise<Series> {
  const rows = await tx
    .selectFrom("acts")
    .select(["acts.id", "acts.number", "acts.state"])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom("import_traces as t")
            .innerJoin("imports as i", "i.id", "t.import_id")
            .whereRef("i.undone_at", "=", "acts.withdrawn_at")
            .whereRef("t.entity_id", "=", eb.cast<string>("acts.id", "text"))
            .where("t.entity", "=", "act")
            .where("t.undone", "=", "withdrawn")
            .select("t.line"),
        )
        .as("isUndone"),
    )
    .where("type", "=", type)
    .where("series", "=", series)
    .execute();
  const gap = await tx
    .selectFrom("act_number_gaps")
    .select((eb) => eb.fn.max("number").as("last"))
    .where("type", "=", type)
    .where("series", "=", series)
    .executeTakeFirst();
  const acts = new Map(rows.map(({ number, isUndone, ...act }) => [number, { ...act, isUndone: Boolean(isUndone) }]));
  return { acts, last: Math.max(0, gap?.last ?? 0, ...acts.keys()) };
}
