import { daysBefore } from "../../local-time.ts";
import type { PublicationKind } from "../publications/kinds.shared.ts";

/** Days at both ends, `YYYY-MM-DD`. A document is in it when the days that it is about touch it. */
export interface Window {
  since: string;
  until: string;
}

/** Where the documents that cover the present must lie; `grace` is where the ones before them still serve. */
export interface CoverageWindows {
  current: Window;
  grace: Window | null;
}

const always = { since: "0001-01-01", until: "9999-12-31" };
const yearWindow = (year: number): Window => ({ since: `${year}-01-01`, until: `${year}-12-31` });

/** The windows of a collection on a day in Tirana. */
export function coverageWindows({ coverage }: Pick<PublicationKind, "coverage">, day: string): CoverageWindows {
  switch (coverage.rule) {
    case "any":
      return { current: always, grace: null };
    case "validity":
      return { current: { since: day, until: day }, grace: null };
    case "recent":
      return { current: { since: daysBefore(day, coverage.days), until: always.until }, grace: null };
    case "year": {
      const year = Number(day.slice(0, 4)) - coverage.lag;
      const inGrace = Number(day.slice(5, 7)) <= coverage.grace;
      return { current: yearWindow(year), grace: inGrace ? yearWindow(year - 1) : null };
    }
  }
}
