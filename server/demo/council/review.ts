import type { DemoPrefectStep } from "../council-content.ts";
import { addDays, yearOf } from "../demo-days.ts";
import type { Agenda, Business } from "./business.ts";
import { between } from "./chance.ts";
import { endOf, type Sittings, workingDay } from "./days.ts";

/** How many days after a statutory period something that is late came. */
const daysLate = 4;

/** So many days later, on a working day, and within a period. */
export const within = (day: string, days: number, rule: string): string => {
  const limit = endOf(rule, day);
  const wanted = workingDay(addDays(day, days));
  return wanted > limit ? limit : wanted;
};
const tooLate = (day: string, rule: string) => workingDay(addDays(endOf(rule, day), daysLate));

type Announced = Pick<Business, "key" | "source" | "sitting">;

/** How soon an act was announced, and how soon after that deposited, in days. */
const pace = {
  usual: { announced: [4, 8], deposited: [2, 7] },
  waiting: { announced: [4, 4], deposited: [2, 2] },
} as const;
const paceOf = ({ source }: Announced) => pace[source.prefect.course === "waiting" ? "waiting" : "usual"];

export function announcedOn(business: Announced): string {
  const { key, source, sitting } = business;
  if (source.prefect.late === "announcement") return tooLate(sitting.day, "L17");
  const [least, most] = paceOf(business).announced;
  return within(sitting.day, between(least, most, "announced", key), "L17");
}

function depositedOn(business: Announced, announced: string): string {
  const { key, source } = business;
  if (source.prefect.late === "deposit") return tooLate(announced, "P1");
  const [least, most] = paceOf(business).deposited;
  return within(announced, between(least, most, "deposited", key), "P1");
}

/** What the prefect and then the council did with an act, step by step, up to the demo's day. */
class Review {
  readonly steps: DemoPrefectStep[] = [];
  private readonly business: Business;
  private readonly agenda: Agenda;
  private readonly sittings: Sittings;

  constructor(business: Business, agenda: Agenda, sittings: Sittings) {
    this.business = business;
    this.agenda = agenda;
    this.sittings = sittings;
  }

  /** What lies ahead has not happened, and nothing that follows it either. */
  private add(step: DemoPrefectStep): boolean {
    if (step.day >= this.sittings.demoDate) return false;
    this.steps.push(step);
    return true;
  }

  private deposit(day: string): boolean {
    const protocolNumber = `${between(180, 2900, "protocol", this.business.key, day)}/${yearOf(day)}`;
    return this.add({ step: "deposited", day, protocolNumber });
  }

  private answerTo = (deposited: string) =>
    within(deposited, between(5, 9, "answer", this.business.key, deposited), "P3");

  private court(day: string, reasons: Pick<DemoPrefectStep, "reasons">) {
    const { ends } = this.business.source.prefect;
    if (!this.add({ step: "court", day, ...reasons }) || (ends !== "valid" && ends !== "invalid")) return;
    const ruled = workingDay(addDays(day, between(150, 190, "ruled", this.business.key)));
    this.add({ step: "ruled", day: ruled, outcome: ends });
  }

  run(deposited: string): DemoPrefectStep[] {
    const { source, sitting } = this.business;
    const { course, reasons } = source.prefect;
    const stated = reasons ? { reasons: this.agenda.words(reasons, sitting) } : {};
    if (!this.deposit(deposited) || course === "waiting") return this.steps;
    const answered = this.answerTo(deposited);
    if (course === "no_objection") this.add({ step: "no_objection", day: answered });
    else if (course === "no_answer") this.add({ step: "no_answer", day: addDays(endOf("P3", deposited), 1) });
    else if (course === "court") this.court(answered, stated);
    else if (this.add({ step: "returned", day: answered, ...stated })) this.again();
    return this.steps;
  }

  /** The council decided again; what it changed or kept is deposited once more, by the same periods. */
  private again() {
    const { key, source, sitting } = this.business;
    const { after, outcome, resultKey, ends } = source.prefect;
    const result = this.agenda.business.find((one) => (resultKey ? one.key === resultKey : one.again?.key === key));
    const again = after && this.sittings.after(sitting, after);
    if (!again || !outcome || !result?.act) return;
    this.add({ step: "reconsidered", day: again.day, outcome, resultAct: result.key });
    if (outcome === "repealed") return;
    const once = depositedOn(result, announcedOn(result));
    if (!this.deposit(once)) return;
    if (!ends || ends === "no_objection") this.add({ step: "no_objection", day: this.answerTo(once) });
    else this.court(this.answerTo(once), {});
  }
}

/** Individual acts are not deposited. */
export function reviewOf(business: Business, agenda: Agenda, sittings: Sittings): DemoPrefectStep[] {
  if (business.source.nature === "individual") return [];
  return new Review(business, agenda, sittings).run(depositedOn(business, announcedOn(business)));
}
