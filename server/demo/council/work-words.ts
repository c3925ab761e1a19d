import type { CouncilWork, DemoAct, DemoItem, DemoMeeting } from "../council-content.ts";
import { numericDate, yearOf } from "../demo-days.ts";
import type { Moment } from "../fill.ts";

/** Acts of one entry have its key, and where it recurs the month behind it. */
const isOf = (key: string, one: string) => one === key || new RegExp(`^${key}-\\d{4}-\\d{2}$`).test(one);

const isHeld = ({ stage }: DemoMeeting) => stage === "closed" || stage === "minutes_published";

/** What other texts of a demo tell of the council's work, so that they never say otherwise than its registers. */
export class WorkWords {
  private readonly work: CouncilWork;

  constructor(work: CouncilWork) {
    this.work = work;
  }

  /** The latest act of an entry, or the one so many before it. */
  act(key: string, back = 0): DemoAct {
    const found = this.work.acts.filter((act) => isOf(key, act.key)).at(-1 - back);
    if (!found) throw new Error(`There is no act ${key}, ${back} back`);
    return found;
  }

  /** The n-th last ordinary sitting. */
  sitting(n: number): DemoMeeting {
    const ordinary = ({ body, kind }: DemoMeeting) => body === "council" && kind === "ordinary";
    return this.work.meetings.filter((one) => ordinary(one) && isHeld(one)).at(-n)!;
  }

  /** What a text of a day means by a key: the latest by then, else the first ever. */
  private actBy(key: string, on: string): DemoAct {
    const acts = this.work.acts.filter((act) => isOf(key, act.key));
    const found = acts.findLast(({ adoptedOn }) => adoptedOn <= on) ?? acts[0];
    if (!found) throw new Error(`There is no act ${key}`);
    return found;
  }

  private itemBy(key: string, on: string): DemoItem {
    const items = this.work.meetings
      .filter((meeting) => meeting.day <= on && isHeld(meeting))
      .flatMap((meeting) => meeting.items.filter((item) => isOf(key, item.key)));
    const found = items.at(-1);
    if (!found?.vote) throw new Error(`There was no vote on ${key} by ${on}`);
    return found;
  }

  private ofYear(year: number, isCouncil: boolean): DemoMeeting[] {
    const committees = this.work.bodies.filter(({ kind }) => kind === "committee").map(({ key }) => key);
    return this.work.meetings.filter(
      (one) =>
        yearOf(one.day) === year &&
        isHeld(one) &&
        (isCouncil ? one.body === "council" && one.attendance.length > 0 : committees.includes(one.body)),
    );
  }

  private attendance(year: number): number {
    const rows = this.ofYear(year, true).flatMap(({ attendance }) => attendance);
    const came = rows.filter(({ status }) => status === "present" || status === "late").length;
    return Math.round((came / Math.max(rows.length, 1)) * 100);
  }

  /** `undefined` for a name that says nothing of the work. */
  word = (name: string, key: string | undefined, { on, year }: Moment): string | number | undefined => {
    if (key === undefined) return this.count(name, year);
    switch (name) {
      case "actNumber":
        return this.actBy(key, on).number;
      case "actDate":
        return numericDate(this.actBy(key, on).adoptedOn);
      case "for":
        return this.itemBy(key, on).vote!.for;
      case "against":
        return this.itemBy(key, on).vote!.against;
      case "abstained":
        return this.itemBy(key, on).vote!.abstained;
      case "present":
        return this.itemBy(key, on).vote!.present;
      default:
        return undefined;
    }
  };

  private count(name: string, year: number): number | undefined {
    switch (name) {
      case "sittings":
        return this.ofYear(year, true).length;
      case "committeeMeetings":
        return this.ofYear(year, false).length;
      case "decisions":
        return this.work.acts.filter(({ type, adoptedOn }) => type === "decision" && yearOf(adoptedOn) === year).length;
      case "attendance":
        return this.attendance(year);
      default:
        return undefined;
    }
  }
}
