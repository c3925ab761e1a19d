import { sql } from "kysely";
import type { TenantDb, TenantTx } from "../../db/tenant-db.ts";
import { fold } from "../../fold.shared.ts";
import type { CouncilSchedule } from "../../jobs/jobs.ts";
import { dayIn, daysBefore } from "../../local-time.ts";
import type { Locale } from "../../locale.shared.ts";
import { findPersonalData } from "../inspection/find-personal-data.ts";

const longest = 60;
const mostWords = 8;
/** Different questions of a day; whoever asks nonsense all day long fills no table. */
const mostOfADay = 500;
const keptDays = 180;

/**
 * A question as it is counted: without marks, capitals and signs. `null` where it is long or may name somebody: a number
 * that could be a person's or a telephone's, an address, whatever the inspection of papers takes for personal.
 */
export function countable(text: string): string | null {
  if (/@|\d[\d\s/-]{5,}\d|[a-z]\d{6,}/i.test(text)) return null;
  if (findPersonalData(text).length > 0) return null;
  const words = fold(text);
  const isShort = words.length <= longest && words.split(" ").length <= mostWords;
  return words.length >= 2 && isShort ? words : null;
}

/** Counts a question that found nothing: the day, its words, how often. Nothing about who asked. */
export async function countMiss(db: TenantDb, text: string, site: Locale, now: Date): Promise<void> {
  const words = countable(text);
  if (words === null) return;
  const day = dayIn(now);
  await db.write((tx) =>
    sql`insert into search_misses (day, site, words)
      select ${day}::date, ${site}, ${words}
      where (select count(*) from search_misses where day = ${day}::date) < ${mostOfADay}
        or exists (select from search_misses where day = ${day}::date and site = ${site} and words = ${words})
      on conflict (tenant_id, day, site, words) do update set count = search_misses.count + 1`.execute(tx),
  );
}

export interface Miss {
  words: string;
  site: Locale;
  count: number;
  /** The last day, `YYYY-MM-DD`. */
  last: string;
}

/** What was searched for in vain since a day, the most often first. */
export async function findMisses(tx: TenantTx, since: string, most: number): Promise<Miss[]> {
  const { rows } = await sql<Miss>`
    select words, site, sum(count)::integer as count, max(day) as last from search_misses where day >= ${since}::date
    group by words, site order by 3 desc, 4 desc, words limit ${most}`.execute(tx);
  return rows;
}

/** Night by night what was counted half a year ago is forgotten. */
export const forgetMisses: CouncilSchedule = {
  name: "forget-search-misses",
  cron: "50 3 * * *",
  work: async (db, now) => {
    await db.write((tx) =>
      tx
        .deleteFrom("search_misses")
        .where("day", "<", daysBefore(dayIn(now), keptDays))
        .execute(),
    );
  },
};
