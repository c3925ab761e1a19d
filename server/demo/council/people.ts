import { slugOf } from "../../features/publications/slug.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type {
  CouncilWork,
  DemoAffiliation,
  DemoBody,
  DemoElection,
  DemoMembership,
  DemoParty,
  DemoPerson,
  DemoRepresentation,
  DemoTerm,
} from "../council-content.ts";
import type { BodySource, ElectionSource, MemberSource, PersonSource, Since } from "../council-source.schema.ts";
import { addDays, yearOf } from "../demo-days.ts";
import { fillText } from "../fill.ts";
import { dayOfYear, workingDay } from "./days.ts";
import type { CouncilSources } from "./source.ts";

export type CouncilPeople = Pick<
  CouncilWork,
  "parties" | "terms" | "people" | "bodies" | "memberships" | "affiliations" | "representations" | "elections"
>;

interface Known {
  source: CouncilSources;
  demoDate: string;
  /** The day on which the council dealt with what an entry is about. */
  actDay: (key: string) => string | undefined;
  /** How the papers name an act: “Vendimi nr. 14, datë 27.02.2025”. */
  actName: (key: string) => LocalizedText | undefined;
}

const paragraph = ({ sq, en }: LocalizedText): LocalizedText => ({
  sq: `<p>${sq}</p>`,
  ...(en && { en: `<p>${en}</p>` }),
});
const listed = (texts: readonly LocalizedText[]): LocalizedText => ({
  sq: `<ul>${texts.map(({ sq }) => `<li>${sq}</li>`).join("")}</ul>`,
  en: `<ul>${texts.map(({ sq, en }) => `<li>${en ?? sq}</li>`).join("")}</ul>`,
});

const termKey = (begins: string, years = 4) => `${yearOf(begins)}-${yearOf(begins) + years}`;

function resolveParties({ source, demoDate }: Known): DemoParty[] {
  return source.parties.map(({ key, colour, names, ended, successor }) => ({
    ...{ key, colour },
    names: names.map(({ from, name, short }) => ({ ...(from && { from: dayOfYear(from, demoDate) }), name, short })),
    ...(ended && { endedOn: dayOfYear(ended, demoDate) }),
    ...(successor && { successor }),
  }));
}

type TermSource = CouncilSources["terms"][number];

function resolveTerm({ begins, ends, seats }: TermSource, demoDate: string): DemoTerm {
  const beginsOn = dayOfYear(begins, demoDate);
  const endsOn = ends && addDays(dayOfYear(ends, demoDate), -1);
  return { key: termKey(beginsOn), beginsOn, ...(endsOn && { endsOn }), seats };
}

/** The terms that elections began, and those that are entered without one, in order. */
export const resolveTerms = ({ elections, terms }: CouncilSources, demoDate: string): DemoTerm[] =>
  [...elections.map(({ term, seats }) => ({ ...term, seats })), ...terms]
    .map((term) => resolveTerm(term, demoDate))
    .toSorted((a, b) => a.beginsOn.localeCompare(b.beginsOn));

function resolveElection(election: ElectionSource, { source, demoDate }: Known): DemoElection {
  const { slug, heldOn, term: _, lists, ...rest } = election;
  const day = dayOfYear(heldOn, demoDate);
  const nameOn = (key: string) => {
    const names = source.parties.find((party) => party.key === key)!.names;
    return names.findLast(({ from }) => !from || dayOfYear(from, demoDate) <= day)!;
  };
  return {
    ...rest,
    slug: fillText(slug, { on: day, year: yearOf(day), demoDate }, "sq"),
    heldOn: day,
    term: resolveTerm({ ...election.term, seats: election.seats }, demoDate).key,
    lists: lists.map(({ party, name, short, votes, seats }) => ({
      name: name ?? nameOn(party!).name,
      shortName: short ?? nameOn(party!).short,
      ...(party && { party }),
      ...{ votes, seats },
    })),
  };
}

/** Where somebody is reached: councillors and staff at the council, others through their body. */
function contactsOf(person: PersonSource, at: { host?: string; hours?: LocalizedText }): DemoPerson["contacts"] {
  const { name, phone, email, social } = person;
  const address = email ?? (at.host && `${slugOf(name).replaceAll("-", ".")}@${at.host}`);
  return {
    ...(phone && { phone }),
    ...(address && { email: address }),
    ...(at.hours && { hours: at.hours }),
    ...(social && { social }),
  };
}

function people({ source }: Known): DemoPerson[] {
  const { councillors, staff, residents, emailHost, receptions } = source.people;
  const sitting = new Set(
    source.bodies.bodies.flatMap(({ seats }) => (seats ?? []).map(({ holders }) => holders.at(-1)!.person)),
  );
  const person = (given: PersonSource, contacts: DemoPerson["contacts"]): DemoPerson => ({
    ...{ key: slugOf(given.name), name: given.name, familyName: given.name.split(" ").at(-1)!, gender: given.gender },
    ...(given.occupation && { occupation: given.occupation }),
    ...(given.cv && { cv: paragraph(given.cv) }),
    contacts,
  });
  let seat = 0;
  return [
    ...councillors.map((one) => {
      const isSitting = sitting.has(slugOf(one.name));
      const hours = isSitting && receptions.length > 0 ? receptions[seat++ % receptions.length] : undefined;
      return person(one, contactsOf(one, isSitting ? { host: emailHost, ...(hours && { hours }) } : {}));
    }),
    ...staff.map((one) => person(one, contactsOf(one, { host: emailHost }))),
    ...residents.map((one) => person(one, contactsOf(one, {}))),
  ];
}

/** Bodies of these kinds begin so many days after the council of the term. */
const daysAfterCouncil = { council: 0, committee: 21, board: 120, village: 75, neighbourhood: 150, secretariat: 0 };

/** Turns what is told of bodies into rows, told day by day. */
class Membership {
  readonly memberships: DemoMembership[] = [];
  readonly affiliations: DemoAffiliation[] = [];
  readonly known: Known;
  readonly present: DemoTerm | undefined;
  readonly past: DemoTerm | undefined;

  constructor(known: Known, terms: readonly DemoTerm[]) {
    this.known = known;
    this.present = terms.at(-1);
    this.past = terms.at(-2);
  }

  /** `undefined` while the act that it hangs on has not been adopted. */
  dayOf(since: Since): string | undefined {
    const { demoDate, actDay } = this.known;
    if ("act" in since) return actDay(since.act);
    return "daysAgo" in since ? addDays(demoDate, -since.daysAgo) : dayOfYear(since, demoDate);
  }

  /** What ends by an act had ended when the council took note of it. */
  lastDayOf(until: Since): string | undefined {
    const day = this.dayOf(until);
    return day && "act" in until ? addDays(day, -1) : day;
  }

  beginningOf(body: BodySource): string | undefined {
    if (body.since) return this.dayOf(body.since);
    const start = this.present?.beginsOn ?? addDays(this.known.demoDate, -60);
    return workingDay(addDays(start, daysAfterCouncil[body.kind]));
  }

  addMember(body: BodySource, member: MemberSource, position: number) {
    const term = member.past ? this.past : body.kind === "council" ? this.present : undefined;
    const beginsOn = member.since ? this.dayOf(member.since) : (term?.beginsOn ?? this.beginningOf(body));
    if (!beginsOn) return;
    const endsOn = member.until ? this.lastDayOf(member.until) : term?.endsOn;
    const { person, role, title, how } = member;
    const row = {
      ...{ body: body.key, person, beginsOn, position },
      ...(endsOn && { endsOn }),
      ...(how && { howChosen: how }),
    };
    this.memberships.push({ ...row, role, ...(title && { title }) });
    const isMemberBeside = body.members.some((one) => one.person === person && one.role === "member");
    if (!/^(member|staff)$/.test(role) && !/^(council|secretariat)$/.test(body.kind) && !isMemberBeside)
      this.memberships.push({ ...row, role: "member" });
  }

  addPastSeats({ key, pastSeats = [] }: BodySource, { key: term, beginsOn, endsOn }: DemoTerm) {
    pastSeats.forEach(({ party, person }, at) => {
      this.memberships.push({
        ...{ body: key, person, role: "member", term, seat: at + 1, party, position: at + 1 },
        ...{ beginsOn, endsOn: endsOn!, endReason: "term_ended" },
      });
      this.affiliations.push({ person, party, beginsOn, endsOn: endsOn! });
    });
  }

  addSeats({ key, seats = [] }: BodySource, term: DemoTerm) {
    seats.forEach(({ party, holders }, at) => {
      for (const { person, since, until, reason, note, how, independentSince } of holders) {
        const beginsOn = since ? this.dayOf(since) : term.beginsOn;
        if (!beginsOn) continue;
        const endsOn = until && this.lastDayOf(until);
        this.memberships.push({
          ...{ body: key, person, role: "member", term: term.key, seat: at + 1, position: at + 1, beginsOn },
          ...(party && { party }),
          ...(endsOn && { endsOn, ...(reason && { endReason: reason }), ...(note && { endNote: note }) }),
          ...(how && { howChosen: how }),
        });
        const left = independentSince && this.dayOf(independentSince);
        this.affiliations.push({ person, party: party ?? null, beginsOn, ...(left && { endsOn: addDays(left, -1) }) });
        if (left) this.affiliations.push({ person, party: null, beginsOn: left });
      }
    });
  }

  addBody(body: BodySource) {
    if (this.past) this.addPastSeats(body, this.past);
    if (this.present) this.addSeats(body, this.present);
    body.members.forEach((member, at) => {
      if (!member.past || this.past) this.addMember(body, member, at);
    });
  }
}

function resolveBody(body: BodySource, position: number, { source, actName }: Known, days: Membership): DemoBody {
  const told = source.bodies.defaults[body.kind];
  const functions = body.functions ?? told?.functions;
  const duties = body.duties ?? told?.duties;
  const founding = body.foundingAct ?? told?.foundingAct;
  const foundingAct = founding && ("act" in founding ? actName(founding.act) : founding);
  const isLasting = body.kind === "council" || body.kind === "secretariat";
  const beginsOn = isLasting ? undefined : days.beginningOf(body);
  const endsOn = body.until && days.lastDayOf(body.until);
  return {
    ...{ key: body.key, kind: body.kind, slug: body.slug, name: body.name, position },
    ...(functions && { functions: paragraph(functions) }),
    ...(duties && { duties: listed(duties) }),
    ...(foundingAct && { foundingAct }),
    ...(body.unit && { unit: body.unit }),
    contacts: { ...(body.phone && { phone: body.phone }), ...(body.email && { email: body.email }) },
    ...(beginsOn && { beginsOn }),
    ...(endsOn && { endsOn }),
  };
}

/** A council's people and bodies, and who was what in which of them. */
export function resolvePeople(known: Known): CouncilPeople {
  const { source, demoDate } = known;
  const terms = resolveTerms(source, demoDate);
  const days = new Membership(known, terms);
  const bodies: DemoBody[] = [];
  for (const body of source.bodies.bodies) {
    if (body.since && !days.dayOf(body.since)) continue;
    days.addBody(body);
    const position = bodies.filter(({ kind }) => kind === body.kind).length + 1;
    bodies.push(resolveBody(body, position, known, days));
  }
  return {
    ...{ parties: resolveParties(known), terms, bodies, people: people(known) },
    ...{ memberships: days.memberships, affiliations: days.affiliations },
    representations: source.representations.flatMap(({ since, ...rest }): DemoRepresentation[] => {
      const beginsOn = days.dayOf(since);
      return beginsOn ? [{ ...rest, beginsOn }] : [];
    }),
    elections: source.elections.map((election) => resolveElection(election, known)),
  };
}

/** Who sits in a body on a day. */
export const membersOn = ({ memberships }: Pick<CouncilPeople, "memberships">, body: string, day: string): string[] => [
  ...new Set(
    memberships
      .filter((one) => one.body === body && /^(member|chair|head|liaison)$/.test(one.role))
      .filter(({ beginsOn, endsOn }) => beginsOn <= day && (!endsOn || endsOn >= day))
      .toSorted((a, b) => a.position - b.position)
      .map(({ person }) => person),
  ),
];

/** The party on a day; `null` for none. */
export const partyOn = ({ affiliations }: Pick<CouncilPeople, "affiliations">, person: string, day: string) =>
  affiliations.find((one) => one.person === person && one.beginsOn <= day && (!one.endsOn || one.endsOn >= day))
    ?.party ?? null;
