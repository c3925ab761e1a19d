interface Month {
  year: number;
  month: number;
}
const numbered = ({ year, month }: Month) => year * 12 + month - 1;

/** Payments of a month are public by the end of the next: the last month that is due on a day (`YYYY-MM-DD`). */
export function lastDueMonth(today: string): Month {
  const due = numbered({ year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) }) - 2;
  return { year: Math.floor(due / 12), month: (due % 12) + 1 };
}

/** Months of a year that are due on a day and not public, counted from the first that ever was. */
export function missingMonths(published: readonly Month[], year: number, today: string): number[] {
  const there = new Set(published.map(numbered));
  const [first, last] = [Math.min(...there), numbered(lastDueMonth(today))];
  return Array.from({ length: 12 }, (_, at) => at + 1).filter((month) => {
    const number = numbered({ year, month });
    return number > first && number <= last && !there.has(number);
  });
}
