import type { LocalizedText } from "../../locale.shared.ts";
import type { DemoItem, DemoMeeting } from "../council-content.ts";
import { addDays } from "../demo-days.ts";
import { type Business, quoted } from "./business.ts";
import { isWorking, type Sitting } from "./days.ts";
import { attendanceOf, later, presentIn, voteByCount } from "./votes.ts";
import { chamberOn, draftOf, heldAs, noticeDay, noticeOf, type World } from "./world.ts";

const noticeDays = 6;
const minutesAnItem = 11;
/** Votes of committees were counted only since so many sittings. */
const countedSittings = 6;

/** On Monday, Tuesday or Wednesday before a Thursday, but not on the demo's own day. */
function committeeDay({ demoDate }: World, sitting: string, at: number): string | undefined {
  return [3, 2, 1, 6, 7].map((before) => addDays(sitting, -before)).filter((day) => isWorking(day) && day !== demoDate)[
    at
  ];
}

function itemsOf(world: World, meeting: DemoMeeting, business: readonly Business[], isCounted: boolean): DemoItem[] {
  const { agenda, source } = world;
  const { examines, first, last } = source.wording.committee;
  const majorityReason = source.wording.majorities.voting;
  const isHeld = meeting.attendance.length > 0;
  const result = (one: "adopted") => (isHeld ? { result: one } : {});
  const item = (path: number, kind: DemoItem["kind"], title: LocalizedText): DemoItem => ({
    ...{ key: `${meeting.key}-${path}`, path: [path], kind, title, isAdded: false },
  });
  return [
    { ...item(1, "procedure", first), ...result("adopted") },
    ...business.map((one, index): DemoItem => {
      const isDivided = one.source.vote === "divided" || typeof one.source.vote === "object";
      const vote = voteByCount(
        meeting.attendance.length,
        presentIn(meeting.attendance),
        { method: "count", majority: "voting", majorityReason, at: later(meeting.at, (index + 2) * minutesAnItem) },
        { for: 0, against: isDivided ? 1 : 0, abstained: 0 },
      );
      return {
        ...item(index + 2, "draft_act", quoted(examines[one.source.type], "{{title}}", one.title)),
        proposer: agenda.proposer(one.source.proposer),
        ...draftOf(world, one.key),
        examines: one.key,
        ...result("adopted"),
        ...(isHeld && isCounted && { vote }),
      };
    }),
    item(business.length + 2, "other", last),
  ];
}

/** What people were asked about weighs more than all else. */
const weightOf = (business: readonly Business[]) =>
  business.reduce((weight, { source }) => weight + (source.draft?.initiativeDaysBefore ? 9 : source.draft ? 3 : 1), 0);

/** The committees that have most to examine meet on the days just before a sitting. */
export function committeeMeetings(world: World, sitting: Sitting): DemoMeeting[] {
  const { source, agenda, sittings, demoDate, punctuality } = world;
  const { committees, committeeAt: at, committeeRoom: place } = source.meetings;
  const isAmongLast = (count: number) => sitting.day >= (sittings.ago(count)?.day ?? "");
  const examined = Map.groupBy(
    agenda.business.filter((one) => one.sitting.key === sitting.key && !one.source.first && !one.source.added),
    ({ source: { subject } }) => committees[subject],
  );
  return [...examined]
    .toSorted(([, a], [, b]) => weightOf(b) - weightOf(a))
    .slice(0, isAmongLast(3) ? 3 : isAmongLast(14) ? 2 : 1)
    .flatMap(([body, business], index): DemoMeeting[] => {
      const day = committeeDay(world, sitting.day, index);
      if (!day || !body) return [];
      const key = `${body}-${sitting.key}`;
      const { members } = chamberOn(world, day, body);
      const attendance = day < demoDate ? attendanceOf({ key, at }, members, punctuality) : [];
      const meeting: DemoMeeting = {
        ...{ key, body, with: [], kind: "ordinary", day, at, place, endsAt: later(at, 90), attendance, items: [] },
        notice: noticeOf(world, { body, kind: "ordinary", day, at, place }),
        announcedOn: noticeDay(world, day, noticeDays),
        ...heldAs(world, { body, day, at, items: business.length + 2 }),
      };
      return [{ ...meeting, items: itemsOf(world, meeting, business, isAmongLast(countedSittings)) }];
    });
}
