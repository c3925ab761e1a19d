import type { DemoItem, DemoMeeting } from "../council-content.ts";
import type { AttendanceSource, ItemSource } from "../council-source.schema.ts";
import { addDays } from "../demo-days.ts";
import { fill } from "../fill.ts";
import type { Business } from "./business.ts";
import { type Sitting, workingDay } from "./days.ts";
import { protocolNumber } from "./drafts.ts";
import { attendanceOf, type Chamber, later, presentIn, voteByCount, voteByName } from "./votes.ts";
import { chamberOn, draftOf, noticeDay, noticeOf, type World } from "./world.ts";

const opening = 8;
const minutesAnItem = 11;
const usualNotice = 7;

interface Held {
  chamber: Chamber;
  attendance: DemoMeeting["attendance"];
}

/** The agenda of one sitting as it grows, item by item. */
class AgendaOf {
  readonly items: DemoItem[] = [];
  private readonly world: World;
  private readonly sitting: Sitting;
  /** Empty while the sitting is to come: then nothing has come of anything. */
  private readonly held: Held | null;

  constructor(world: World, sitting: Sitting, held: Held | null) {
    this.world = world;
    this.sitting = sitting;
    this.held = held;
  }

  private get next(): number {
    return this.items.filter(({ path }) => path.length === 1).length + 1;
  }
  timeOf = (path: number) => later(later(this.sitting.at, opening), path * minutesAnItem);

  /** What is to be decided. */
  add(business: Business) {
    const { source, key, title, act } = business;
    const { agenda } = this.world;
    const path = this.next;
    this.items.push({
      ...{ key, path: [path], title, kind: source.item, proposer: agenda.proposer(source.proposer) },
      ...{ protocolNumber: protocolNumber(key), ...draftOf(this.world, key), ...(act && { act: key }) },
      isAdded: source.added,
      ...(this.held && { result: source.result }),
      ...(this.held && source.note && { note: agenda.words(source.note, this.sitting) }),
      ...(this.held && source.result !== "withdrawn" && { vote: this.vote(business, this.held, path) }),
    });
  }

  private vote({ key, source }: Business, { chamber, attendance }: Held, path: number) {
    const { method, vote, result, voteOn, count } = source;
    const at = this.timeOf(path);
    const { majorities } = this.world.source.wording;
    const majority = voteOn ? "voting" : source.majority;
    const asked = { majority, majorityReason: majorities[voteOn ?? majority], at };
    if (method !== "by_name")
      return voteByCount(chamber.members.length, presentIn(attendance), { method, ...asked }, count);
    const outcome = result === "rejected" ? "rejected" : "adopted";
    return voteByName(chamber, attendance, { key, vote, outcome, ...asked });
  }

  /** What is told, asked or settled beside it. */
  addOther(item: ItemSource) {
    const { key, ...at } = this.sitting;
    const { agenda } = this.world;
    const path = this.next;
    const { title, note, sub } = fill(item, agenda.moment({ key, ...at }));
    this.items.push({
      ...{ key: `${key}-${path}`, path: [path], kind: item.kind, title, isAdded: false },
      ...(item.proposer && { proposer: agenda.proposer(item.proposer) }),
      ...(this.held && item.result && { result: item.result, ...(note && { note }) }),
      ...(this.held &&
        item.vote && {
          vote: voteByCount(this.held.chamber.members.length, presentIn(this.held.attendance), {
            ...{ method: "count", majority: "voting", at: this.timeOf(path) },
            majorityReason: this.world.source.wording.majorities.voting,
          }),
        }),
    });
    sub.forEach((text, index) => {
      const below = [path, index + 1];
      this.items.push({ key: `${key}-${below.join("-")}`, path: below, kind: item.kind, title: text, isAdded: false });
    });
  }
}

/** Who came, as far as what was decided there tells: all, or all but those who are named. */
function toldAttendance(business: readonly Business[]): AttendanceSource | undefined {
  const told = business.map(({ source }) => source.attendance).filter((one) => one !== undefined);
  if (told.includes("full")) return "full";
  return told.length > 0 ? Object.assign({}, ...told) : undefined;
}

/** A sitting of the council that was held, or has been announced. */
export function sittingMeeting(world: World, sitting: Sitting): DemoMeeting {
  const { source, sittings, agenda, punctuality } = world;
  const { meetings } = source;
  const isHere = ({ when }: { when: ItemSource["when"] }) =>
    sittings.at(when, () => undefined).some(({ key }) => key === sitting.key);
  const told = meetings.extraordinary.find(({ key }) => key === sitting.key);
  const special = meetings.places.find(isHere);
  const short = meetings.shortNotices.find(isHere);
  const shortNoticeReason = told?.shortNotice ?? short?.reason;
  const description = special?.description ?? told?.description;
  const place = special?.place ?? meetings.hall;

  const business = agenda.business.filter((one) => one.sitting.key === sitting.key);
  const chamber = chamberOn(world, sitting.day, "council");
  const isHeld = sittings.isPast(sitting);
  const attendance = isHeld ? attendanceOf(sitting, chamber.members, punctuality, toldAttendance(business)) : [];
  const others = meetings.items.filter(isHere);
  const list = new AgendaOf(world, sitting, isHeld ? { chamber, attendance } : null);
  for (const item of others) if (item.place === "first") list.addOther(item);
  for (const one of business) list.add(one);
  for (const item of others) if (item.place === undefined) list.addOther(item);
  for (const item of others) if (item.place === "last") list.addOther(item);

  const closedAt = list.timeOf(list.items.length + 2);
  // Minutes are approved by the next sitting, and published then.
  const next = isHeld && sittings.after(sitting, 1);
  const minutesOn = next ? workingDay(addDays(next.day, 3)) : undefined;
  const hasMinutes = minutesOn !== undefined && minutesOn < sittings.demoDate;
  return {
    ...{ key: sitting.key, body: "council", with: [], kind: sitting.kind, day: sitting.day, at: sitting.at, place },
    endsAt: isHeld ? closedAt : later(sitting.at, 150),
    ...(description && { description }),
    ...(meetings.broadcast && !told?.closed && { onlineUrl: `${meetings.broadcast}/${sitting.day}` }),
    ...(told?.closed && { closedReason: told.closed }),
    stage: isHeld ? (hasMinutes ? "minutes_published" : "closed") : "announced",
    notice: noticeOf(world, { ...sitting, body: "council", place }),
    // An emergency does not wait for a working day.
    announcedOn: told?.shortNotice
      ? addDays(sitting.day, -told.noticeDaysBefore)
      : noticeDay(world, sitting.day, told?.noticeDaysBefore ?? short?.daysBefore ?? usualNotice),
    ...(shortNoticeReason && { shortNoticeReason }),
    ...(isHeld && { openedAt: later(sitting.at, opening), closedAt }),
    ...(hasMinutes && { minutesOn }),
    ...{ attendance, items: list.items },
  };
}

/** A month's sitting of which only the day is known. */
export function plannedSitting({ source }: World, { key, kind, day, at }: Sitting): DemoMeeting {
  return {
    ...{ key, kind, day, at, body: "council", with: [], place: source.meetings.hall, endsAt: later(at, 150) },
    ...{ stage: "planned", attendance: [], items: [] },
  };
}
