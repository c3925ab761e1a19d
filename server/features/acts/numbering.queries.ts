import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { actUrl } from "../elements/item-urls.shared.ts";
import type { NumberGap } from "./acts.schema.ts";
import type { ActType } from "./acts.shared.ts";

interface GapRow {
  type: ActType;
  series: string;
  from: number;
  to: number;
  reason: LocalizedText | null;
  withdrawn: string | null;
}

/**
 * The numbers that no public act has, up to the last one that does or that is explained; neighbours with one explanation
 * are one row. Nothing is told of drafts: their numbers are as open as those that nobody gave.
 * @param year only the series that acts of this year belong to
 */
export async function findGaps(tx: TenantTx, now: Date, year: number | null = null): Promise<NumberGap[]> {
  const { rows } = await sql<GapRow>`
    with given as materialized (
      select type, series, number, year, case when state = 'withdrawn' then slug end as withdrawn from acts
      where state in ('published', 'withdrawn') and public_from <= ${now}
    ), explained as (
      select type, series, number, reason from act_number_gaps
    ), series as (
      select type, series, max(number) as last from (
        select type, series, number from given union all select type, series, number from explained) as known
      where ${year}::integer is null or series in (select g.series from given g where g.year = ${year})
      group by 1, 2
    ), marks as (
      select type, series, number from given where withdrawn is null
      union all select type, series, 0 from series
      union all select type, series, last + 1 from series
    ), stretches as (
      -- From one number that stands to the next: only what lies between is looked at.
      select type, series, number + 1 as first, lead(number) over (partition by type, series order by number) - 1 as final
      from marks
    ), taken_back as materialized (
      select type, series, number, withdrawn from given where withdrawn is not null
    ), missing as (
      select s.type, s.series, n.number, e.reason, g.withdrawn
      from stretches s join series on series.type = s.type and series.series = s.series
      cross join lateral generate_series(s.first, s.final) as n (number)
      left join taken_back g on g.type = s.type and g.series = s.series and g.number = n.number
      left join explained e on e.type = s.type and e.series = s.series and e.number = n.number
      where s.final >= s.first
    ), runs as (
      select *, number - row_number() over (partition by type, series, reason, withdrawn order by number) as run
      from missing
    )
    select type, series, min(number) as "from", max(number) as "to", reason, withdrawn
    from runs group by type, series, reason, withdrawn, run
    order by series desc, type, min(number)`.execute(tx);
  return rows.map(({ withdrawn, ...gap }) => ({ ...gap, url: withdrawn === null ? null : actUrl(withdrawn) }));
}
