import { createHash } from "node:crypto";
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
/** Before it was asked so often its words are not kept: a name with what is said of it is asked for by one or two. */
const fewestToName = 3;

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

/**
 * Counts a question that found nothing: the day, how often, and its words from the third time on; until then only a sum
 * by which it is known again. Nothing about who asked.
 */
export async function countMiss(db: TenantDb, text: string, site: Locale, now: Date): Promise<void> {
  const words = countable(text);
  if (words === null) return;
  const day = dayIn(now);
  const hash = createHash("sha256").update(words).digest("hex");
  await db.write((tx) =>
    sql`insert into search_misses (day, site, hash, words)
      select ${day}::date, ${site}, ${hash}, case when ${fewestToName - 1} <= (
        select sum(count) from search_misses where site = ${site} and hash = ${hash}) then ${words} end
      where (select count(*) from search_misses where day = ${day}::date) < ${mostOfADay}
        or exists (select from search_misses where day = ${day}::date and site = ${site} and hash = ${hash})
      on conflict (tenant_id, day, site, hash) do update set
        count = search_misses.count + 1, words = coalesce(search_misses.words, excluded.words)`.execute(tx),
  );
}

export interface Miss {
  words: string;
  site: Locale;
  count: number;
  /** The last day, `YYYY-MM-DD`. */
  last: string;
}

/** What was searched for in vain since a day, the most often first; and how many questions were asked too seldom to be named. */
export async function findMisses(tx: TenantTx, since: string, most: number) {
  const asked = sql`select max(words) as words, site, sum(count)::integer as count, max(day) as last
    from search_misses where day >= ${since}::date group by hash, site`;
  const named = await sql<Miss>`select * from (${asked}) as asked where words is not null
    order by count desc, last desc, words limit ${most}`.execute(tx);
  const rare = await sql<{
    n: number;
  }>`select count(*)::integer as n from (${asked}) as asked where words is null`.execute(tx);
  return { misses: named.rows, rare: rare.rows[0]!.n };
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
