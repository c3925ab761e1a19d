import { sql } from "kysely";
import { LastAnswers } from "../../db/last-answers.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { actUrl } from "../elements/item-urls.shared.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import type { NumberGap } from "./acts.schema.ts";
import type { ActType } from "./acts.shared.ts";

/** A number beside which something is missing, or that is itself no public act's. */
interface KnownNumber {
  type: ActType;
  series: string;
  number: number;
  /** The number before it in the series, 0 before the first. */
  previous: number;
  /** Of a withdrawn act, its address. */
  withdrawn: string | null;
  /** Of a number that is explained and no act's. */
  reason: LocalizedText | null;
}

/** Neighbours with one explanation become one gap. */
function gapsOf(rows: readonly KnownNumber[]): NumberGap[] {
  const gaps: NumberGap[] = [];
  for (const { type, series, number, previous, withdrawn, reason } of rows) {
    const within = { type, series };
    if (number - previous > 1) gaps.push({ ...within, from: previous + 1, to: number - 1, reason: null, url: null });
    if (withdrawn !== null) gaps.push({ ...within, from: number, to: number, reason: null, url: actUrl(withdrawn) });
    if (reason === null || number === previous) continue;
    const last = gaps.at(-1);
    const goesOn =
      last?.type === type && last.series === series && last.to === number - 1 && last.reason?.sq === reason.sq;
    if (goesOn) last.to = number;
    else gaps.push({ ...within, from: number, to: number, reason, url: null });
  }
  return gaps;
}

async function readGaps(tx: TenantTx, now: Date): Promise<NumberGap[]> {
  const { rows } = await sql<KnownNumber>`
    select * from (
      select type, series, number, withdrawn, reason,
        lag(number, 1, 0) over (partition by type, series order by number, reason is not null) as previous
      from (
        select type, series, number, case when state = 'withdrawn' or public_from > ${now} then slug end as withdrawn,
          null::jsonb as reason
        from acts where state in ('published', 'withdrawn') and (public_from <= ${now} or withdrawn_at is not null)
        union all
        select type, series, number, null, reason from act_number_gaps
      ) as known
    ) as numbers
    where number - previous > 1 or withdrawn is not null or reason is not null
    order by series desc, type, number, reason is not null`.execute(tx);
  return gapsOf(rows);
}

/** The series that acts of each year belong to, each as `<year> <series>`. */
async function readSeries(tx: TenantTx, now: Date): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("acts")
    .where("state", "in", ["published", "withdrawn"])
    .where("public_from", "<=", now)
    .select(["year", "series"])
    .distinct()
    .execute();
  return new Set(rows.map(({ year, series }) => `${year} ${series}`));
}

const last = new LastAnswers<{ gaps: readonly NumberGap[]; series: ReadonlySet<string> }>(["acts"]);

/**
 * The numbers that no public act has, up to the last one that does or that is explained. Nothing is told of drafts: their
 * numbers are as open as those that nobody gave. The whole register is gone through for them, so they are remembered
 * until it changes.
 * @param year only the series that acts of this year belong to
 */
export async function findGaps(tx: TenantTx, now: Date, year: number | null = null): Promise<NumberGap[]> {
  const { gaps, series } = await last.of(
    tx,
    async () => {
      const [gaps, series, scheduled] = await Promise.all([
        readGaps(tx, now),
        readSeries(tx, now),
        nextScheduled(tx, now),
      ]);
      return { answer: { gaps, series }, holds: { since: now, until: scheduled } };
    },
    now,
  );
  return gaps.filter((gap) => year === null || series.has(`${year} ${gap.series}`));
}
