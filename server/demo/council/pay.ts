import type { DemoMeeting, DemoPayMonth, DemoRate } from "../council-content.ts";
import { yearOf } from "../demo-days.ts";
import { fill } from "../fill.ts";
import { workingDay } from "./days.ts";
import { type CouncilPeople, membersOn } from "./people.ts";
import type { CouncilSources } from "./source.ts";

interface World {
  source: CouncilSources;
  demoDate: string;
  people: CouncilPeople;
  meetings: readonly DemoMeeting[];
}

/** What councillors are paid, from when to when. */
export function resolveRates({ source, demoDate }: Pick<World, "source" | "demoDate">): DemoRate[] {
  const { pay } = source;
  return (pay?.rates ?? []).map(({ year, ...rate }, at, all): DemoRate => {
    const from = yearOf(demoDate) + year;
    return {
      ...{ ...rate, key: `${rate.appliesTo}-${from}`, legalBasis: pay!.legalBasis },
      ...(pay!.note && { note: fill(pay!.note, { on: `${from}-01-01`, year: from, demoDate }) }),
      validFrom: `${from}-01-01`,
      ...(all[at + 1] && { validTo: `${yearOf(demoDate) + all[at + 1]!.year - 1}-12-31` }),
    };
  });
}

/** What each councillor was paid each month, as far as it has been published. */
export function resolvePay(world: World): DemoPayMonth[] {
  const { source, demoDate, people, meetings } = world;
  const { pay } = source;
  if (!pay) return [];
  const rates = resolveRates(world);
  const months: DemoPayMonth[] = [];
  let month = Temporal.PlainYearMonth.from(rates[0]!.validFrom.slice(0, 7));
  for (; ; month = month.add({ months: 1 })) {
    const publishedOn = workingDay(month.add({ months: 1 }).toPlainDate({ day: pay.paidOn }).toString());
    if (publishedOn >= demoDate) return months;
    const middle = month.toPlainDate({ day: 15 }).toString();
    const rate = rates.findLast(({ validFrom }) => validFrom <= middle)!;
    const missed = (person: string) =>
      meetings.filter(
        ({ body, day, attendance }) =>
          body === "council" &&
          day.startsWith(month.toString()) &&
          attendance.some((one) => one.person === person && one.status === "absent"),
      ).length;
    months.push({
      ...{ year: month.year, month: month.month, publishedOn },
      entries: membersOn(people, "council", middle).map((person) => {
        const absences = pay.deduction ? missed(person) : 0;
        const amount = Math.max(rate.amount - absences * (pay.deduction?.amount ?? 0), 0);
        return { person, rate: rate.key, amount, ...(absences > 0 && { note: pay.deduction!.note }) };
      }),
    });
  }
}
