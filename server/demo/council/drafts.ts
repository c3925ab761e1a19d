import type { DemoDraft } from "../council-content.ts";
import type { BusinessSource, DraftSource } from "../council-source.schema.ts";
import { addDays, yearOf } from "../demo-days.ts";
import { fill } from "../fill.ts";
import { textOf, wordedText } from "./acts.ts";
import type { Agenda, Business } from "./business.ts";
import { between } from "./chance.ts";
import { endOf, type Sittings, workingDay } from "./days.ts";
import type { CouncilSources } from "./source.ts";
import { noticeDay } from "./world.ts";

type DraftPart = NonNullable<BusinessSource["draft"]>;

/** Enough for twenty working days and the answers to comments. */
const consultedBefore = 44;
const registeredBefore = 16;

/** Under which number the municipality's registry entered a draft. */
export const protocolNumber = (key: string) =>
  `${between(210, 3400, "draft", key)}/${between(1, 4, "draft part", key)}`;

/** What people were asked, and since when, up to the sitting that dealt with it. */
function periodsOf(part: DraftPart, sitting: string, demoDate: string) {
  const before = (from: string, days: number | undefined) =>
    days === undefined ? undefined : workingDay(addDays(from, -days), -1);
  const initiativeFrom = before(sitting, part.initiativeDaysBefore) ?? before(demoDate, part.initiativeDaysAgo);
  const consultationFrom =
    before(sitting, part.consultationDaysBefore) ??
    before(demoDate, part.consultationDaysAgo) ??
    (part.consulted ? before(sitting, consultedBefore) : undefined);
  const first = [initiativeFrom, consultationFrom].filter((day) => day !== undefined).sort()[0];
  return {
    ...(initiativeFrom && { initiativeFrom }),
    ...(consultationFrom && { consultationFrom }),
    registeredOn: before(demoDate, part.registeredDaysAgo) ?? before(first ?? sitting, first ? 5 : registeredBefore)!,
  };
}

/** How far a draft has come whose sitting is over or announced. */
function stageOf({ source }: Business, isHeld: boolean): DemoDraft["stage"] {
  if (source.draft?.stage) return source.draft.stage;
  if (!isHeld) return "agenda";
  return { adopted: "adopted", adopted_changed: "adopted", rejected: "rejected", withdrawn: "withdrawn" }[
    source.result as "adopted"
  ] as DemoDraft["stage"];
}

function fromBusiness(business: Business, agenda: Agenda, sittings: Sittings, source: CouncilSources): DemoDraft {
  const { key, sitting, title } = business;
  const { draft, type, nature, subject, summary, proposer } = business.source;
  const { reasons, expectedEffect, howToComment, note, consulted } = draft!;
  const isHeld = sittings.isPast(sitting);
  const periods = periodsOf(draft!, sitting.day, sittings.demoDate);
  const stage = stageOf(business, isHeld);
  const announced = noticeDay(sittings, sitting.day, 7);
  const said = agenda.words({ summary, reasons, expectedEffect, howToComment, note }, sitting);
  return {
    ...{ key, type, nature, subject, title, proposer: agenda.proposer(proposer) },
    ...(said.summary && { summary: said.summary }),
    body: textOf(business, agenda, source),
    ...(said.reasons && { reasons: said.reasons }),
    ...(said.expectedEffect && { expectedEffect: said.expectedEffect }),
    ...(said.howToComment && { howToComment: said.howToComment }),
    ...{
      protocolNumber: protocolNumber(key),
      isConsultationRequired: consulted && nature === "normative",
      ...periods,
      stage,
    },
    stageOn: stage === "consultation" ? periods.consultationFrom! : isHeld ? sitting.day : announced,
    ...(said.note && { stageNote: said.note }),
  };
}

/** How far a draft has come that no sitting has dealt with. */
function fromSource(given: DraftSource, agenda: Agenda, demoDate: string, source: CouncilSources): DemoDraft {
  const ago = (days: number) => workingDay(addDays(demoDate, -days), -1);
  const registeredOn = ago(given.registeredDaysAgo);
  const { key, stage, type, nature, subject, proposer, extended } = given;
  const initiativeFrom = given.initiativeDaysAgo === undefined ? undefined : ago(given.initiativeDaysAgo);
  const consultationFrom = given.consultationDaysAgo === undefined ? undefined : ago(given.consultationDaysAgo);
  const { title, summary, reasons, expectedEffect, howToComment, stageNote, points } = fill(given, {
    ...{ on: registeredOn, year: yearOf(registeredOn), demoDate },
  });
  const afterConsultation =
    consultationFrom && workingDay(addDays(endOf("K3", consultationFrom, extended?.workingDays), 1));
  const called = source.meetings.others.find(({ items }) => items.some(({ draft }) => draft === key));
  const since = {
    initiative: initiativeFrom,
    drafting: initiativeFrom && workingDay(addDays(endOf("K2", initiativeFrom), 1)),
    consultation: consultationFrom,
    review: afterConsultation,
    agenda: called?.announcedDaysAgo === undefined ? undefined : ago(called.announcedDaysAgo),
    withdrawn: afterConsultation ?? workingDay(addDays(registeredOn, 25)),
  }[stage as "initiative"];
  return {
    ...{ key, type, nature, subject, title, proposer: agenda.proposer(proposer) },
    ...{ protocolNumber: protocolNumber(key), registeredOn, stage, stageOn: since ?? registeredOn },
    ...(summary && { summary }),
    ...(points && { body: wordedText({ type, nature, proposer, title, points }, source) }),
    ...(reasons && { reasons }),
    ...(expectedEffect && { expectedEffect }),
    ...(howToComment && { howToComment }),
    ...(stageNote && { stageNote }),
    ...(initiativeFrom && { initiativeFrom }),
    ...(consultationFrom && { consultationFrom }),
    isConsultationRequired: nature === "normative",
    ...(extended && {
      extended: { workingDays: extended.workingDays, on: ago(extended.daysAgo), ground: extended.ground },
    }),
  };
}

/** All draft acts, those that came before a sitting and those that have not yet, in the order of their registration. */
export function resolveDrafts(agenda: Agenda, sittings: Sittings, source: CouncilSources): DemoDraft[] {
  return [
    ...agenda.business
      .filter((one) => one.source.draft && !one.again)
      .map((one) => fromBusiness(one, agenda, sittings, source)),
    ...source.drafts.map((one) => fromSource(one, agenda, sittings.demoDate, source)),
  ].toSorted((a, b) => a.registeredOn.localeCompare(b.registeredOn) || a.key.localeCompare(b.key));
}
