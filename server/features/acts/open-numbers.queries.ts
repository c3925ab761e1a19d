import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { NumberGap } from "./acts.schema.ts";
import { findGaps } from "./numbering.queries.ts";

/** An act that the public does not see yet, and whose number therefore looks like a gap from outside. */
export interface NumberHolder {
  id: string;
  title: LocalizedText;
}

/** Numbers of a series as whoever prepares acts sees them. */
export interface DeskGap extends NumberGap {
  /** The draft that has the number; such a gap closes by itself and asks for no reason. */
  holder: NumberHolder | null;
}

const findHolders = (tx: TenantTx, now: Date) =>
  tx
    .selectFrom("acts")
    .where((eb) => eb.or([eb("state", "=", "draft"), eb("public_from", ">", now)]))
    .orderBy("number")
    .select(["id", "type", "series", "number", "title"])
    .execute();

/** One gap as runs of numbers that nobody has, between those that a draft has. */
function partsOf(gap: NumberGap, holders: Awaited<ReturnType<typeof findHolders>>): DeskGap[] {
  const parts: DeskGap[] = [];
  let from = gap.from;
  for (const { id, title, number } of holders) {
    if (number > from) parts.push({ ...gap, from, to: number - 1, holder: null });
    parts.push({ ...gap, from: number, to: number, reason: null, holder: { id, title } });
    from = number + 1;
  }
  if (from <= gap.to) parts.push({ ...gap, from, holder: null });
  return parts;
}

/** The gaps that the public register shows, with the drafts that will close some of them. */
export async function findDeskGaps(tx: TenantTx, now: Date): Promise<DeskGap[]> {
  const [gaps, holders] = await Promise.all([findGaps(tx, now), findHolders(tx, now)]);
  return gaps.flatMap((gap) => {
    if (gap.url) return [{ ...gap, holder: null }];
    const within = holders.filter(
      ({ type, series, number }) =>
        type === gap.type && series === gap.series && number >= gap.from && number <= gap.to,
    );
    return partsOf(gap, within);
  });
}

/** Of which nobody has said yet why no act has them. */
export const isUnexplained = ({ reason, url, holder }: DeskGap): boolean => !reason && !url && !holder;
