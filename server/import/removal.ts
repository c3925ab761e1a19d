import type { PublishState } from "../db/columns.ts";
import type { TenantTx } from "../db/tenant-db.ts";
import type { Doing } from "../features/audit/audit.service.ts";

/** What became of a thing that an import had made, when that was taken back. */
export type Undone = "deleted" | "withdrawn";

/** Something under which the audit tells changes. */
export interface Told {
  subject: string;
  id: string;
}

/** How a thing that an import made is taken back. */
export interface Removal {
  /** What belongs to it and is told of by itself: a change of it is a change of the thing. */
  parts?(tx: TenantTx, id: string): Promise<readonly Told[]>;
  /** What it refuses with a name, or the database by a key, stays. */
  takeBack(tx: TenantTx, by: Doing, id: string): Promise<Undone>;
}

interface Ways {
  state(): Promise<PublishState>;
  withdraw(): Promise<void>;
  remove(): Promise<void>;
}

/** What the public has seen is withdrawn, and keeps its address where the council's rules say so; a draft is deleted. */
export async function takeAway({ state, withdraw, remove }: Ways): Promise<Undone> {
  if ((await state()) === "published") await withdraw();
  // What nobody had seen yet is a draft again.
  if ((await state()) !== "draft") return "withdrawn";
  await remove();
  return "deleted";
}
