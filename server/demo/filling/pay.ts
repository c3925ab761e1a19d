import { createRate, publishMonth, setMonth } from "../../features/pay/pay.service.ts";
import { onDay } from "./doing.ts";
import type { Filling } from "./filling.ts";

/** What councillors were paid, month by month. */
export async function fillPay({ tx, work, ids }: Filling): Promise<void> {
  for (const { key, ...rate } of work.rates) {
    const { id } = await createRate(tx, onDay(rate.validFrom), { ...rate, validTo: rate.validTo ?? null });
    ids.rates.set(key, id);
  }
  for (const { year, month, publishedOn, entries } of work.payMonths) {
    const by = onDay(publishedOn);
    await setMonth(tx, by, {
      ...{ year, month },
      entries: entries.map(({ person, rate, ...entry }) => ({
        ...{ ...entry, personId: ids.people.get(person), rateId: ids.rates.get(rate) },
      })),
    });
    await publishMonth(tx, by, { year, month });
  }
}
