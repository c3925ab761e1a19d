import { slugOf } from "../../features/publications/slug.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { DemoAct, DemoProposer } from "../council-content.ts";
import type { BusinessSource, ProposerSource, WordingSource } from "../council-source.schema.ts";
import { addDays } from "../demo-days.ts";
import { type Agenda, type Business, relationsOf } from "./business.ts";
import { between } from "./chance.ts";
import { type Sittings, workingDay } from "./days.ts";
import { announcedOn, reviewOf } from "./review.ts";
import type { CouncilSources } from "./source.ts";

type Locale = "sq" | "en";
type Gender = "female" | "male";

/** The person who holds the office now. */
function holderOf({ bodies, people }: CouncilSources, office: "chair" | "secretary"): { name: string; gender: Gender } {
  const body = bodies.bodies.find(({ kind }) => kind === (office === "chair" ? "council" : "secretariat"));
  const holder = body?.members.findLast(({ role, past }) => role === office && !past)?.person;
  return personOf({ people }, holder ?? "");
}
function personOf({ people }: Pick<CouncilSources, "people">, key: string): { name: string; gender: Gender } {
  const all = [...people.councillors, ...people.staff, ...people.residents];
  return all.find(({ name }) => slugOf(name) === key) ?? { name: "", gender: "male" };
}

function proposalOf(given: ProposerSource, source: CouncilSources): LocalizedText {
  const { proposals } = source.wording;
  if (typeof given === "object" && "councillor" in given) {
    const { name, gender } = personOf(source, given.councillor);
    const { sq, en } = proposals.councillor[gender];
    return { sq: sq.replace("{{name}}", name), en: en!.replace("{{name}}", name) };
  }
  const kind = typeof given === "string" ? given : "committee" in given ? "committee" : given.kind;
  if (kind === "chair" || kind === "secretary") return proposals[kind][holderOf(source, kind).gender];
  return proposals[kind];
}

const upperFirst = (text: string) => `${text[0]!.toLocaleUpperCase("sq")}${text.slice(1)}`;

/** The first point of an act says what its title says: “Për miratimin e …” becomes “Miratimin e …”. */
const pointOf = (title: LocalizedText, locale: Locale): string =>
  `${upperFirst((title[locale] ?? title.sq).replace(locale === "en" ? /^On / : /^Për /, ""))}.`;

type Worded = Pick<BusinessSource, "type" | "nature" | "proposer"> & {
  title: LocalizedText;
  /** With everything filled in. */
  points?: Record<Locale, string[]>;
};

/** The text of an act or of its draft, as simple HTML in both languages. */
export function wordedText({ type, nature, proposer, title, points }: Worded, source: CouncilSources): LocalizedText {
  const { preamble, decided, charged, inForce }: WordingSource = source.wording;
  const council = source.settings.names.council;
  const proposal = proposalOf(proposer, source);
  const told = (locale: Locale): string => {
    const say = (text: LocalizedText) => text[locale] ?? text.sq;
    const opening = say(preamble[type]).replace("{{council}}", say(council)).replace("{{proposal}}", say(proposal));
    const usual = [pointOf(title, locale), say(charged[type]), say(inForce[nature][type])];
    const list = points?.[locale] ?? usual;
    return `<p>${opening}</p><h2>${say(decided[type])}</h2><ol>${list.map((one) => `<li>${one}</li>`).join("")}</ol>`;
  };
  return { sq: told("sq"), en: told("en") };
}

/** The text of what a sitting deals with. */
export function textOf(
  { source: given, title, sitting }: Business,
  agenda: Agenda,
  source: CouncilSources,
): LocalizedText {
  const { points, ...matter } = given;
  return wordedText({ ...matter, title, ...(points && { points: agenda.words(points, sitting) }) }, source);
}

const generalBasis = "general";
export const basisOf = ({ source: { legalBasis, subject } }: Business, { wording }: CouncilSources): LocalizedText =>
  legalBasis ?? wording.legalBasis[subject] ?? wording.legalBasis[generalBasis]!;

/** When an act was announced and told to those concerned, as far as that has happened. */
function datesOf(business: Business, demoDate: string): Pick<DemoAct, "announcedOn" | "notifiedOn"> {
  const announced = announcedOn(business);
  const notified = workingDay(addDays(business.sitting.day, between(2, 6, "notified", business.key)));
  return {
    ...(announced < demoDate && { announcedOn: announced }),
    ...(business.source.nature === "individual" && notified < demoDate && { notifiedOn: notified }),
  };
}

/** What was decided, in the order in which it was. */
export function resolveActs(agenda: Agenda, sittings: Sittings, source: CouncilSources): DemoAct[] {
  return agenda.business.flatMap((business): DemoAct[] => {
    const { key, act, sitting, title } = business;
    const { type, nature, subject, summary, names, draft, proposer } = business.source;
    if (!act) return [];
    const by: DemoProposer = agenda.proposer(proposer);
    return [
      {
        ...{ key, type, nature, subject, title, proposer: by, namesPersons: names },
        ...{ number: act.number, series: act.series, adoptedOn: sitting.day },
        ...(summary && { summary: agenda.words(summary, sitting) }),
        body: textOf(business, agenda, source),
        legalBasis: basisOf(business, source),
        ...{ meeting: sitting.key, item: key },
        ...(draft && { draft: key }),
        ...datesOf(business, sittings.demoDate),
        relations: relationsOf(business, agenda),
        prefect: reviewOf(business, agenda, sittings),
      },
    ];
  });
}
