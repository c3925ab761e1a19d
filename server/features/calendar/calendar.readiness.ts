import { sql } from "kysely";
import type { Day } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn, daysBefore, numericDay } from "../../local-time.ts";
import type { BodyKind } from "../bodies/bodies.shared.ts";
import type { ElementRule } from "../elements/element-rule.ts";
import { full, none, partial, type Reason, type Verdict } from "../elements/verdict.ts";
import type { MeetingKind, MeetingStage } from "../meetings/meetings.shared.ts";
import { sittings } from "../meetings/meetings.shared.ts";
import { type CalendarCode, type CalendarScope, calendarCodes, scopeOf } from "./calendar.shared.ts";

/** The present of a calendar, in days. */
const present = 365;
/** The Council meets at least once a month (law 139/2015, Art. 53/2); a month has at most so many days. */
const month = 31;
/** Until the end of this month last year's calendar serves. */
const graceMonths = 3;

/** One meeting of the present, with what its readers need. */
interface Entry {
  day: Day;
  kind: MeetingKind;
  stage: MeetingStage;
  bodyKind: BodyKind;
  isLocated: boolean;
  isAnnounced: boolean;
  hasAgenda: boolean;
  isDescribed: boolean;
  isBilingual: boolean;
}

const inEnglish = (column: string) =>
  sql<boolean>`(${sql.ref(column)} is null or coalesce(${sql.ref(column)} ->> 'en', '') <> '')`;

const publicMeetings = (tx: TenantTx, now: Date) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("m.state", "=", "published")
    .where("m.public_from", "<=", now);

/** What does not take place asks for nothing more. */
const findPresent = (tx: TenantTx, now: Date): Promise<Entry[]> =>
  publicMeetings(tx, now)
    .where("m.day", ">=", daysBefore(dayIn(now), present))
    .where("m.stage", "not in", ["cancelled", "postponed"])
    .select(["m.day", "m.kind", "m.stage", "b.kind as bodyKind"])
    .select([
      sql<boolean>`(m.place is not null or m.online_url is not null)`.as("isLocated"),
      sql<boolean>`(m.announced_at is not null)`.as("isAnnounced"),
      sql<boolean>`exists (select from agenda_items i where i.meeting_id = m.id)`.as("hasAgenda"),
      sql<boolean>`(m.description is not null)`.as("isDescribed"),
      sql<boolean>`(${inEnglish("m.title")} and ${inEnglish("m.place")} and ${inEnglish("m.description")})`.as(
        "isBilingual",
      ),
    ])
    .orderBy("m.day")
    .execute();

/** The latest of a calendar whose present is empty. */
const findLatestDay = async (tx: TenantTx, { kinds, bodies }: CalendarScope, now: Date): Promise<Day | null> =>
  (
    await publicMeetings(tx, now)
      .$if(kinds !== undefined, (query) => query.where("m.kind", "in", kinds!))
      .$if(bodies !== undefined, (query) => query.where("b.kind", "in", bodies!))
      .select("m.day")
      .orderBy("m.day", "desc")
      .limit(1)
      .executeTakeFirst()
  )?.day ?? null;

const isSitting = ({ kind }: Entry) => (sittings as readonly MeetingKind[]).includes(kind);

/** The calendar of meetings is about the Council and its committees; what else stands on it has elements of its own. */
const belongs: Record<CalendarCode, (entry: Entry) => boolean> = {
  "I.3.2": (entry) => isSitting(entry) && (entry.bodyKind === "council" || entry.bodyKind === "committee"),
  "I.3.8": ({ kind }) => kind === "hearing" || kind === "consultation",
  "I.3.9": ({ kind }) => kind === "hearing",
  "I.9.1": ({ kind }) => kind === "event" || kind === "ceremony",
  "II.6.3": ({ bodyKind }) => bodyKind === "village",
  "II.6.5": ({ bodyKind }) => bodyKind === "neighbourhood",
};

function gaps(code: CalendarCode, entries: readonly Entry[], today: Day): Reason[] {
  const lacking = (key: Reason["key"], lacks: (entry: Entry) => boolean): Reason[] => {
    const count = entries.filter(lacks).length;
    return count > 0 ? [{ key, values: { count } }] : [];
  };
  const showsNotice = code === "II.6.3" || code === "II.6.5";
  return [
    ...lacking("calendar.without_place", ({ isLocated }) => !isLocated),
    ...(showsNotice ? lacking("calendar.without_notice", ({ day, isAnnounced }) => day < today && !isAnnounced) : []),
    ...(showsNotice
      ? lacking("calendar.without_agenda", ({ isAnnounced, hasAgenda }) => isAnnounced && !hasAgenda)
      : []),
    ...(code === "I.9.1" ? lacking("calendar.without_description", ({ isDescribed }) => !isDescribed) : []),
    ...lacking("calendar.without_english", ({ isBilingual }) => !isBilingual),
  ];
}

/** Whether the period that the calendar is for is covered at all. */
function coverage(code: CalendarCode, entries: readonly Entry[], today: Day): Reason[] {
  if (code === "I.3.2") {
    const latest = entries.filter(({ bodyKind }) => bodyKind === "council").at(-1)?.day;
    if (!latest) return [{ key: "calendar.no_council" }];
    return latest < daysBefore(today, month)
      ? [{ key: "calendar.no_month", values: { date: numericDay(latest) } }]
      : [];
  }
  if (code === "I.3.8") {
    const year = Number(today.slice(0, 4));
    const since = Number(today.slice(5, 7)) <= graceMonths ? year - 1 : year;
    return entries.some(({ day }) => day >= `${since}-01-01`) ? [] : [{ key: "calendar.no_year", values: { year } }];
  }
  return [];
}

function verdictOf(code: CalendarCode, entries: readonly Entry[], today: Day): Verdict {
  const reasons = [...coverage(code, entries, today), ...gaps(code, entries, today)];
  return reasons.length > 0 ? partial(...reasons) : full("calendar.full", { count: entries.length });
}

export const calendarRules: readonly ElementRule[] = [
  {
    codes: calendarCodes,
    areas: ["meetings", "people"],
    async judge(tx, asked, now) {
      const today = dayIn(now);
      const all = await findPresent(tx, now);
      const judged = calendarCodes
        .filter((code) => asked.includes(code))
        .map(async (code): Promise<[CalendarCode, Verdict]> => {
          const entries = all.filter(belongs[code]);
          if (entries.length > 0) return [code, verdictOf(code, entries, today)];
          const latest = await findLatestDay(tx, scopeOf(code), now);
          if (!latest) return [code, none("calendar.empty")];
          return [code, partial({ key: "calendar.only_old", values: { date: numericDay(latest) } })];
        });
      return new Map(await Promise.all(judged));
    },
  },
];
