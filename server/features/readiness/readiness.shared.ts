/** The two columns of the plan on the councils' form: what is done this year, and what in the two years after it. */
export const horizons = ["short", "mid"] as const;
export type Horizon = (typeof horizons)[number];

/** The years that the form writes above the two columns, on a day `YYYY-MM-DD`: `2026` and `2027–2028`. */
export function yearsOf(horizon: Horizon, today: string): string {
  const year = Number(today.slice(0, 4));
  return horizon === "short" ? String(year) : `${year + 1}–${year + 2}`;
}
