import type { LocalizedText } from "../../locale.shared.ts";
import type { DemoDraft, DemoMeeting } from "../council-content.ts";
import { addDays, yearOf } from "../demo-days.ts";
import { fillText } from "../fill.ts";
import type { Agenda } from "./business.ts";
import { type Sittings, workingDay } from "./days.ts";
import { type CouncilPeople, membersOn, partyOn } from "./people.ts";
import type { CouncilSources } from "./source.ts";
import { type Chamber, later } from "./votes.ts";

/** What meetings are made from. */
export interface World {
  source: CouncilSources;
  demoDate: string;
  sittings: Sittings;
  agenda: Agenda;
  people: CouncilPeople;
  drafts: readonly DemoDraft[];
  /** How often somebody comes, by person. */
  punctuality: ReadonlyMap<string, number>;
}

/** Who sits in a body, or in several together, on a day, and on which side. */
export function chamberOn({ people, source }: World, day: string, ...bodies: string[]): Chamber {
  const side = (one: "majority" | "opposition") =>
    source.parties.filter((party) => party.side === one).map(({ key }) => key);
  return {
    members: [...new Set(bodies.flatMap((one) => membersOn(people, one, day)))],
    partyOf: (person) => partyOn(people, person, day),
    majority: side("majority"),
    opposition: side("opposition"),
  };
}

/** The draft's key where what is dealt with has one. */
export const draftOf = ({ drafts }: World, key: string): { draft?: string } =>
  drafts.some((draft) => draft.key === key) ? { draft: key } : {};

/** The sentence by which a meeting is made known. */
export function noticeOf(
  { source, people }: World,
  meeting: Pick<DemoMeeting, "body" | "kind" | "day" | "at" | "place">,
): LocalizedText {
  const { notice, convenes } = source.wording;
  const body = people.bodies.find(({ key }) => key === meeting.body)!;
  const moment = { on: meeting.day, year: yearOf(meeting.day), demoDate: meeting.day };
  const told = (locale: "sq" | "en") => {
    const say = (text: LocalizedText) => text[locale] ?? text.sq;
    const sentence = say(notice)
      .replace("{{body}}", say(body.name))
      .replace("{{convenes}}", say(convenes[meeting.kind]!))
      .replace("{{at}}", meeting.at)
      .replace("{{place}}", say(meeting.place));
    const note = meeting.body === "council" ? ` ${say(source.meetings.publicNote)}` : "";
    return `${fillText(sentence, moment, locale)}${note}`;
  };
  return { sq: told("sq"), en: told("en") };
}

/** So many days before, on a working day, and before the demo's. */
export function noticeDay({ demoDate }: { demoDate: string }, day: string, daysBefore: number): string {
  const wanted = workingDay(addDays(day, -daysBefore), -1);
  return wanted < demoDate ? wanted : workingDay(addDays(demoDate, -1), -1);
}

/** Stage and hours of a meeting that is over, or announced. Villages, neighbourhoods and boards keep their minutes themselves. */
export function heldAs(
  { demoDate, people }: World,
  { body, day, at, items }: { body: string; day: string; at: string; items: number },
): Pick<DemoMeeting, "stage" | "openedAt" | "closedAt" | "minutesOn"> {
  if (day >= demoDate) return { stage: "announced" };
  const openedAt = later(at, 5);
  const closedAt = later(openedAt, 30 + items * 12);
  const { kind } = people.bodies.find(({ key }) => key === body)!;
  const minutesOn = workingDay(addDays(day, 9));
  const hasMinutes = minutesOn < demoDate && (kind === "council" || kind === "committee");
  return {
    stage: hasMinutes ? "minutes_published" : "closed",
    ...{ openedAt, closedAt },
    ...(hasMinutes && { minutesOn }),
  };
}
