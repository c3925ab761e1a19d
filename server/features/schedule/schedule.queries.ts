import { sql } from "kysely";
import { LastAnswers } from "../../db/last-answers.ts";
import { once } from "../../db/once.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { contentAreas } from "../../http/scope.ts";

const last = new LastAnswers<Date | null>(contentAreas);

async function firstAfter(tx: TenantTx, now: Date): Promise<Date | null> {
  const { rows } = await sql<{ next: Date | null }>`
    select min(public_from) as next from (
      select public_from from publications where state = 'published' and public_from > ${now}
      union all select public_from from pages where state = 'published' and public_from > ${now}
      union all select public_from from albums where state = 'published' and public_from > ${now}
      union all select public_from from bodies where state = 'published' and public_from > ${now}
      union all select public_from from people where state = 'published' and public_from > ${now}
      union all select public_from from elections where state = 'published' and public_from > ${now}
      union all select public_from from pay_months where state = 'published' and public_from > ${now}
      union all select public_from from draft_acts where state = 'published' and public_from > ${now}
      union all select public_from from meetings where state = 'published' and public_from > ${now}
      union all select public_from from acts where state = 'published' and public_from > ${now}
      union all select public_from from decision_plans where state = 'published' and public_from > ${now}) as scheduled`.execute(
    tx,
  );
  return rows[0]!.next;
}

/**
 * When the next thing that is scheduled becomes public, whatever it is; `null` if nothing is. A page asks this once,
 * however many lists it shows, and at worst is rendered anew for something that it does not show.
 */
export const nextScheduled = (tx: TenantTx, now: Date): Promise<Date | null> =>
  once(tx, nextScheduled, () =>
    last.of(
      tx,
      async () => {
        const first = await firstAfter(tx, now);
        return { answer: first, holds: { since: now, until: first } };
      },
      now,
    ),
  );
