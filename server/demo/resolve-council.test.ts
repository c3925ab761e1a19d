import { describe, expect, test } from "vitest";
import { workCalendar } from "../features/deadlines/calendar.ts";
import { computeDeadline, noticeFor } from "../features/deadlines/deadline.ts";
import { ruleFor } from "../features/deadlines/rules.ts";
import type { CouncilWork, DemoAct, DemoMeeting } from "./council-content.ts";
import { type DemoSlug, demoSlugs } from "./demo-content.ts";
import { addDays } from "./demo-days.ts";
import { resolveDemo } from "./resolve.ts";
import { resolveCouncil } from "./resolve-council.ts";

/** Ends of months and years, a leap day, days of holidays, an ordinary Wednesday. */
const days = ["2026-11-25", "2026-01-01", "2026-03-05", "2026-03-20", "2028-02-29", "2025-12-31", "2027-08-14"];
const worlds = demoSlugs.flatMap((slug) => days.map((day): [DemoSlug, string] => [slug, day]));
const calendar = workCalendar();
const due = (code: string, startsOn: string) =>
  computeDeadline({ rule: ruleFor(code, startsOn), startsOn, calendar }).dueOn;

/** Every text that stands anywhere below a value. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(texts);
}
const isHeld = ({ stage }: DemoMeeting) => stage === "closed" || stage === "minutes_published";
const isCouncil = ({ body, kind }: DemoMeeting) => body === "council" && kind !== "event" && kind !== "ceremony";
const votesIn = (meetings: readonly DemoMeeting[]) =>
  meetings.flatMap(({ key, items, attendance }) =>
    items.flatMap((item) => (item.vote ? [{ meeting: key, item, vote: item.vote, attendance }] : [])),
  );

describe.each(worlds)("%s on %s", (slug, day) => {
  const work: CouncilWork = resolveCouncil(slug, day);
  const { meetings, acts, drafts, people, bodies, memberships, plans, payMonths } = work;

  test("is the same each time", () => {
    expect(JSON.stringify(resolveCouncil(slug, day))).toBe(JSON.stringify(work));
  });

  test("no placeholder is left", () => {
    expect(texts(work).filter((text) => /\{\{|\}\}|undefined|NaN/.test(text))).toEqual([]);
  });

  test("nothing that has happened is dated that day or later", () => {
    const happened = [
      ...meetings.filter(isHeld).map((one) => one.day),
      ...meetings.flatMap(({ announcedOn, minutesOn, stageOn }) => [announcedOn, minutesOn, stageOn]),
      ...acts.flatMap(({ adoptedOn, announcedOn, notifiedOn, prefect }) => [
        ...[adoptedOn, announcedOn, notifiedOn],
        ...prefect.map((step) => step.day),
      ]),
      ...drafts.flatMap(({ registeredOn, stageOn, initiativeFrom, consultationFrom }) => [
        ...[registeredOn, stageOn, initiativeFrom, consultationFrom],
      ]),
      ...memberships.map(({ beginsOn }) => beginsOn),
      ...payMonths.map(({ publishedOn }) => publishedOn),
      ...plans.map(({ publishedOn }) => publishedOn),
    ];
    expect(happened.filter((one) => one !== undefined && one >= day)).toEqual([]);
  });

  test("what lies ahead has no result, no vote and nobody who came", () => {
    for (const meeting of meetings.filter((one) => !isHeld(one))) {
      expect(meeting.attendance, meeting.key).toEqual([]);
      for (const item of meeting.items) expect([item.result, item.vote], item.key).toEqual([undefined, undefined]);
    }
  });

  test("nobody meets on a weekend or a holiday but on the evening of the demo’s own day, and most sittings are on Thursdays", () => {
    const held = meetings.filter(
      ({ kind, key }) => kind !== "constitutive" && !key.startsWith("constitutive") && key !== "tonight",
    );
    expect(held.filter((one) => !calendar.isWorking(one.day)).map((one) => one.key)).toEqual([]);
    const sittings = meetings.filter((one) => isCouncil(one) && one.kind === "ordinary");
    const onThursday = sittings.filter((one) => Temporal.PlainDate.from(one.day).dayOfWeek === 4);
    expect(onThursday.length).toBeGreaterThanOrEqual(sittings.length * 0.9);
  });

  test("no body meets twice at the same time", () => {
    const at = meetings
      .filter(({ stage, kind }) => !/cancelled|postponed/.test(stage) && !/event|ceremony/.test(kind))
      .map((one) => `${one.body} ${one.day} ${one.at}`);
    expect(at.filter((one, index) => at.indexOf(one) !== index)).toEqual([]);
  });

  test("keys are told apart, and whatever is referred to is there", () => {
    const keys = {
      meetings: meetings.map(({ key }) => key),
      acts: acts.map(({ key }) => key),
      drafts: drafts.map(({ key }) => key),
      people: people.map(({ key }) => key),
      bodies: bodies.map(({ key }) => key),
      items: meetings.flatMap(({ items }) => items.map(({ key }) => key)),
    };
    for (const [what, list] of Object.entries(keys)) expect(new Set(list).size, what).toBe(list.length);
    const missing = (known: readonly string[], used: readonly (string | undefined)[]) =>
      used.filter((one) => one !== undefined && !known.includes(one));
    const items = meetings.flatMap((meeting) => meeting.items);
    expect(missing(keys.bodies, [...memberships.map(({ body }) => body), ...meetings.map(({ body }) => body)])).toEqual(
      [],
    );
    expect(
      missing(
        keys.people,
        memberships.map(({ person }) => person),
      ),
    ).toEqual([]);
    expect(
      missing(
        keys.acts,
        items.map(({ act }) => act),
      ),
    ).toEqual([]);
    expect(
      missing(
        keys.drafts,
        items.map(({ draft }) => draft),
      ),
    ).toEqual([]);
    expect(
      missing(
        keys.items,
        acts.map(({ item }) => item),
      ),
    ).toEqual([]);
    expect(
      missing(
        keys.drafts,
        acts.map(({ draft }) => draft),
      ),
    ).toEqual([]);
    expect(
      missing(
        keys.acts,
        acts.flatMap(({ relations }) => relations.map(({ act }) => act)),
      ),
    ).toEqual([]);
    expect(
      missing(
        keys.acts,
        acts.flatMap(({ prefect }) => prefect.map(({ resultAct }) => resultAct)),
      ),
    ).toEqual([]);
    expect(
      missing(
        keys.meetings,
        meetings.map(({ postponedTo }) => postponedTo),
      ),
    ).toEqual([]);
    const proposers = [...acts, ...drafts, ...items].flatMap(({ proposer }) => proposer ?? []);
    expect(
      missing(
        keys.people,
        proposers.map(({ person }) => person),
      ),
    ).toEqual([]);
    expect(
      missing(
        keys.bodies,
        proposers.map(({ body }) => body),
      ),
    ).toEqual([]);
    const planned = plans.flatMap((plan) => plan.items);
    expect(
      missing(
        keys.acts,
        planned.map(({ act }) => act),
      ),
    ).toEqual([]);
    expect(
      missing(
        keys.drafts,
        planned.map(({ draft }) => draft),
      ),
    ).toEqual([]);
  });

  test("a seat has one holder at a time, and nobody holds two", () => {
    const seats = memberships.filter(({ seat }) => seat !== undefined);
    const overlap = (a: (typeof seats)[number], b: (typeof seats)[number]) =>
      a.beginsOn <= (b.endsOn ?? "9999") && b.beginsOn <= (a.endsOn ?? "9999");
    for (const [index, one] of seats.entries())
      for (const other of seats.slice(index + 1)) {
        const isSame = one.term === other.term && (one.seat === other.seat || one.person === other.person);
        if (isSame) expect(overlap(one, other), `${one.person} ${other.person}`).toBe(false);
      }
  });

  test("votes add up, nobody absent votes, and what was adopted had its majority", () => {
    for (const { item, vote, attendance } of votesIn(meetings)) {
      expect(vote.for + vote.against + vote.abstained, item.key).toBeLessThanOrEqual(vote.present);
      expect(vote.present, item.key).toBeLessThanOrEqual(vote.members);
      const voting = vote.for + vote.against + vote.abstained;
      const isCarried =
        vote.majority === "voting"
          ? vote.for * 2 > voting
          : vote.majority === "all"
            ? vote.for * 2 > vote.members
            : vote.for * 5 >= vote.members * 3;
      expect(vote.outcome, item.key).toBe(isCarried ? "adopted" : "rejected");
      expect(vote.ballots === undefined, item.key).toBe(vote.method !== "by_name");
      for (const { person, choice } of vote.ballots ?? []) {
        const status = attendance.find((one) => one.person === person)?.status;
        expect(status, `${item.key} ${person}`).toBeDefined();
        if (status !== "present" && status !== "late") expect(choice).toBe("absent");
      }
      if (item.act) expect(vote.outcome, item.key).toBe("adopted");
    }
  });

  test("a body decides only where more than half of it came", () => {
    for (const { key, attendance } of meetings.filter((one) => isHeld(one) && one.attendance.length > 0)) {
      const came = attendance.filter(({ status }) => status === "present" || status === "late").length;
      expect(came * 2, key).toBeGreaterThan(attendance.length);
    }
  });

  test("numbers run without a break but for the gaps that are told", () => {
    const series = Map.groupBy(acts, ({ type, series }) => `${type} ${series}`);
    for (const [name, list] of series) {
      const numbers = list.map(({ number }) => number);
      expect(numbers, name).toEqual(numbers.toSorted((a, b) => a - b));
      const told = work.gaps
        .filter((gap) => `${gap.type} ${gap.series}` === name)
        .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
      const [first, last] = [numbers[0]!, numbers.at(-1)!];
      const all = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      expect(
        all.filter((number) => !numbers.includes(number)),
        name,
      ).toEqual(told.filter((number) => number > first && number < last));
    }
  });

  test("the steps of an act follow each other, and only normative acts go to the prefect", () => {
    for (const { key, nature, adoptedOn, announcedOn, prefect } of acts) {
      if (announcedOn) expect(announcedOn >= adoptedOn, key).toBe(true);
      const dates = prefect.map((step) => step.day);
      expect(dates, key).toEqual(dates.toSorted());
      if (nature === "individual") expect(prefect, key).toEqual([]);
      if (prefect[0]) expect([prefect[0].step, prefect[0].day >= announcedOn!], key).toEqual(["deposited", true]);
      expect(prefect.filter(({ step }) => step === "returned").length, key).toBeLessThanOrEqual(1);
    }
  });
});

describe.each(days)("Valbardhë on %s", (day) => {
  const work = resolveCouncil("valbardhe", day);
  const { meetings, acts, drafts, bodies, memberships, people } = work;
  const count = <T>(list: readonly T[], is: (one: T) => boolean) => list.filter(is).length;
  const has = (wanted: readonly string[], given: Iterable<string>) =>
    expect(wanted.filter((one) => !new Set(given).has(one))).toEqual([]);

  test("is complete: two years of sittings, committees, acts and drafts", () => {
    expect(
      count(meetings, (one) => isCouncil(one) && isHeld(one) && one.day > addDays(day, -730)),
    ).toBeGreaterThanOrEqual(24);
    const committees = bodies.filter(({ kind }) => kind === "committee").map(({ key }) => key);
    expect(count(meetings, (one) => committees.includes(one.body) && isHeld(one))).toBeGreaterThanOrEqual(40);
    expect(acts.length).toBeGreaterThanOrEqual(150);
    expect(count(drafts, ({ stage }) => stage !== "adopted")).toBeGreaterThanOrEqual(20);
    has(
      ["initiative", "drafting", "consultation", "review", "agenda", "adopted", "rejected", "withdrawn"],
      drafts.map(({ stage }) => stage),
    );
    has(
      ["planned", "announced", "closed", "minutes_published", "cancelled", "postponed"],
      meetings.map(({ stage }) => stage),
    );
    has(
      ["ordinary", "extraordinary", "constitutive", "joint", "hearing", "consultation", "event", "ceremony"],
      meetings.map(({ kind }) => kind),
    );
    has(
      ["decision", "ordinance", "resolution"],
      acts.map(({ type }) => type),
    );
    has(
      ["amends", "repeals", "implements", "supplements", "corrects"],
      acts.flatMap(({ relations }) => relations.map(({ kind }) => kind)),
    );
    expect(meetings.some((one) => one.closedReason && isCouncil(one))).toBe(true);
  });

  test("sits on the evening of that day: announced in time, with drafts whose consultation is over, and their papers", () => {
    const tonight = meetings.filter((one) => one.day === day && one.body === "council");
    expect(tonight.map(({ key, stage, at }) => [key, stage, at])).toEqual([["tonight", "announced", "18:00"]]);
    const { announcedOn, items } = tonight[0]!;
    expect(noticeFor({ rule: ruleFor("L3", day), startsOn: day, calendar }, announcedOn!).inTime).toBe(true);
    const called = items.flatMap(({ draft }) => drafts.find(({ key }) => key === draft) ?? []);
    expect(called.map(({ stage, stageOn }) => [stage, stageOn])).toEqual([
      ["agenda", announcedOn],
      ["agenda", announcedOn],
    ]);
    for (const { key, consultationFrom } of called) {
      expect(due("K3", consultationFrom!) < announcedOn!, key).toBe(true);
      const papers = resolveDemo("valbardhe", day).papers.filter((one) => one.carrier === "draft" && one.key === key);
      expect(papers.map(({ role }) => role).toSorted(), key).toEqual(["draft_act", "explanatory_report"]);
    }
  });

  test("has 21 seats, all of them held, by women and men", () => {
    const sitting = memberships.filter((one) => one.seat !== undefined && !one.endsOn);
    expect(new Set(sitting.map(({ seat }) => seat)).size).toBe(21);
    const women = count(sitting, ({ person }) => people.find(({ key }) => key === person)!.gender === "female");
    expect(women / 21).toBeGreaterThan(0.38);
    expect(women / 21).toBeLessThan(0.5);
    expect(count(memberships, (one) => one.endReason !== undefined && one.endReason !== "term_ended")).toBe(3);
  });

  test("the prefect's review is seen in every state", () => {
    has(
      ["deposited", "no_objection", "no_answer", "returned", "reconsidered", "court", "ruled"],
      acts.flatMap(({ prefect }) => prefect.map(({ step }) => step)),
    );
    has(
      ["kept", "changed", "repealed", "valid", "invalid"],
      acts.flatMap(({ prefect }) => prefect.flatMap(({ outcome }) => outcome ?? [])),
    );
    const last = acts.map(({ prefect }) => prefect.at(-1)?.step);
    has(
      ["deposited", "returned", "court"],
      last.filter((step) => step !== undefined),
    );
  });

  test("keeps the law's periods, but for the breaches that it admits", () => {
    const rare = (late: readonly (DemoAct | DemoMeeting)[]) => late.map(({ key }) => key);
    expect(
      rare(acts.filter(({ adoptedOn, announcedOn }) => announcedOn && announcedOn > due("L17", adoptedOn))),
    ).toEqual(["trees"]);
    const deposited = acts.filter(({ announcedOn, prefect }) => prefect[0] && prefect[0].day > due("P1", announcedOn!));
    expect(rare(deposited)).toEqual(["cemetery-rules"]);
    const short = meetings.filter(
      ({ announcedOn, day: startsOn }) =>
        announcedOn && !noticeFor({ rule: ruleFor("L3", startsOn), startsOn, calendar }, announcedOn).inTime,
    );
    expect(short.length).toBeGreaterThanOrEqual(2);
    expect(short.every(({ shortNoticeReason }) => shortNoticeReason !== undefined)).toBe(true);
    for (const { prefect } of acts)
      prefect.forEach((step, at) => {
        const answered = prefect[at + 1];
        if (step.step === "deposited" && answered && answered.step !== "no_answer")
          expect(answered.day <= due("P3", step.day)).toBe(true);
      });
  });

  test("a consultation is open with days left, another is over, and each was closed before the vote", () => {
    const open = drafts.filter(({ stage }) => stage === "consultation");
    expect(open.length).toBeGreaterThanOrEqual(3);
    for (const { key, consultationFrom } of open) expect(due("K3", consultationFrom!) >= day, key).toBe(true);
    for (const act of acts.filter((one) => one.draft)) {
      const from = drafts.find(({ key }) => key === act.draft)!.consultationFrom;
      if (from) expect(due("K3", from) < act.adoptedOn, act.key).toBe(true);
    }
  });

  test("the waste fee: initiative, consultation, hearing, committee, a close vote, returned once, changed, no objection", () => {
    const act = acts.find(({ key }) => key === "waste-fee")!;
    const draft = drafts.find(({ key }) => key === "waste-fee")!;
    const on = (key: string) =>
      meetings
        .filter((one) => one.items.some((item) => item.draft === key))
        .map(({ kind, body, day: on }) => ({ kind, body, on }));
    const discussed = on("waste-fee");
    expect(discussed.map(({ kind, body }) => `${kind} ${body}`)).toEqual([
      "hearing services",
      "ordinary finance",
      "ordinary council",
    ]);
    const dates = [
      draft.registeredOn,
      draft.initiativeFrom!,
      draft.consultationFrom!,
      ...discussed.map((one) => one.on),
    ];
    expect(dates).toEqual(dates.toSorted());
    expect(discussed.at(-1)!.on).toBe(act.adoptedOn);
    const { vote } = meetings.flatMap(({ items }) => items).find(({ key }) => key === "waste-fee")!;
    expect([vote!.for, vote!.against, vote!.abstained]).toEqual([11, 9, 1]);
    expect(vote!.ballots!.find(({ person }) => person === "mira-gjoka")!.choice).toBe("against");
    expect(act.prefect.map(({ step, outcome, resultAct }) => [step, outcome, resultAct])).toEqual([
      ["deposited", undefined, undefined],
      ["returned", undefined, undefined],
      ["reconsidered", "changed", "waste-fee-changed"],
      ["deposited", undefined, undefined],
      ["no_objection", undefined, undefined],
    ]);
    expect(acts.find(({ key }) => key === "waste-fee-changed")!.relations).toEqual([
      { kind: "amends", act: "waste-fee" },
    ]);
    const further = meetings.flatMap(({ items }) => items).find(({ key }) => key === "waste-fee-household")!;
    expect([further.result, further.act]).toEqual(["postponed", undefined]);
  });

  test("what the news tell of votes is what was voted", () => {
    const votes = (key: string) => {
      const { vote } = meetings.flatMap(({ items }) => items).find((item) => item.key === key)!;
      return [vote!.for, vote!.against, vote!.abstained];
    };
    expect(votes("parking").slice(1)).toEqual([4, 1]);
    expect(votes("library-name")[1]).toBe(0);
  });

  test("a property is not sold where three fifths of all members are not for it", () => {
    const { vote, act } = meetings.flatMap(({ items }) => items).find(({ key }) => key === "land-sale")!;
    expect([vote!.majority, vote!.for < 13, vote!.outcome, act]).toEqual(["three_fifths", true, "rejected", undefined]);
  });

  test("one number is missing and nobody says why, others are explained", () => {
    const unexplained = work.gaps.filter(({ reason }) => !reason);
    expect(unexplained.map(({ from, to }) => to - from)).toEqual([0]);
    expect(work.gaps.length).toBeGreaterThan(1);
  });

  test("councillors are paid what the year's rate says, less for absence without a reason", () => {
    const rates = new Map(work.rates.map(({ key, amount }) => [key, amount]));
    for (const { entries } of work.payMonths)
      for (const { rate, amount, note } of entries)
        expect(amount === rates.get(rate), note?.sq).toBe(note === undefined);
  });
});

test("Gurëkuq is smaller and Detas has only begun", () => {
  const [gurekuq, detas] = [resolveCouncil("gurekuq", "2026-11-25"), resolveCouncil("detas", "2026-11-25")];
  expect(gurekuq.memberships.filter((one) => one.seat && !one.endsOn).length).toBe(15);
  expect(gurekuq.meetings.filter((one) => isCouncil(one) && isHeld(one)).length).toBeGreaterThanOrEqual(8);
  expect(gurekuq.acts.length).toBeGreaterThanOrEqual(28);
  expect(gurekuq.drafts.filter(({ stage }) => stage !== "adopted").length).toBeGreaterThanOrEqual(5);
  expect(detas.memberships.filter((one) => one.role === "member").length).toBe(3);
  expect(detas.meetings.map(({ stage }) => stage)).toEqual(["planned"]);
  expect(detas.acts).toEqual([]);
});

test("no name of one council's people stands in another's", () => {
  const [first, ...rest] = demoSlugs.map(
    (slug) => new Set(resolveCouncil(slug, "2026-11-25").people.map(({ name }) => name)),
  );
  for (const other of rest) expect([...other].filter((name) => first!.has(name))).toEqual([]);
});
