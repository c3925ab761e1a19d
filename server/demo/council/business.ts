import type { LocalizedText } from "../../locale.shared.ts";
import type { DemoAct, DemoGap, DemoProposer } from "../council-content.ts";
import type { BusinessSource, ProposerSource } from "../council-source.schema.ts";
import { numericDate, yearOf } from "../demo-days.ts";
import { fill, type Moment } from "../fill.ts";
import type { Sitting, Sittings } from "./days.ts";
import type { CouncilSources } from "./source.ts";

/** Something that one sitting deals with: an entry at its time, its words filled in. */
export interface Business {
  key: string;
  source: BusinessSource;
  sitting: Sitting;
  /** It was decided, and became an act. */
  act?: { number: number; series: string };
  /** The act that is decided on again. */
  again?: { key: string; outcome: "kept" | "changed" | "repealed" };
  title: LocalizedText;
}

interface Placed {
  key: string;
  source: BusinessSource;
  sitting: Sitting;
  again?: Business["again"];
}

/** Where every entry is dealt with; entries that follow others are placed after them. */
function place(entries: readonly BusinessSource[], sittings: Sittings): Placed[] {
  const found = new Map<string, Sitting>();
  const placed: Placed[] = [];
  const waiting = [...entries];
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length;
    for (const source of [...waiting]) {
      const { key, when } = source;
      if ("after" in when && !found.has(when.after) && waiting.some((one) => one.key === when.after)) continue;
      waiting.splice(waiting.indexOf(source), 1);
      const at = sittings.at(when, (one) => found.get(one));
      if (at[0]) found.set(key, at[0]);
      const recurs = "monthly" in when || "every" in when;
      placed.push(...at.map((sitting) => ({ key: recurs ? `${key}-${sitting.key}` : key, source, sitting })));
    }
  }
  if (waiting.length > 0) throw new Error(`Acts wait for each other: ${waiting.map(({ key }) => key).join(", ")}`);
  return placed;
}

/** What the prefect returned comes back to a sitting, as an entry of its own or as one that is worded here. */
function reconsidered(placed: readonly Placed[], sittings: Sittings): Placed[] {
  return placed.flatMap(({ key, source, sitting }): Placed[] => {
    const { after, outcome, resultKey } = source.prefect;
    const again = after && outcome && sittings.isPast(sitting) ? sittings.after(sitting, after) : undefined;
    if (!again || !outcome || resultKey) return [];
    const { summary: _, points: __, draft: ___, note: ____, attendance: _____, ...rest } = source;
    return [
      {
        key: `${key}-again`,
        sitting: again,
        again: { key, outcome },
        source: {
          ...rest,
          // To keep an act is no new rule, whatever the act is.
          type: outcome === "kept" ? "decision" : source.type,
          nature: outcome === "kept" ? "individual" : source.nature,
          prefect: { course: "no_objection" },
          proposer: { committee: "legal" },
          vote: "broad",
          relations:
            outcome === "kept" ? [] : [{ kind: outcome === "changed" ? "amends" : "repeals", act: source.key }],
        },
      },
    ];
  });
}

/** Puts a title between the quotes of a sentence; its own become single ones. */
export function quoted(sentence: LocalizedText, placeholder: string, title: LocalizedText): LocalizedText {
  const inner = (text: string) => text.replaceAll("“", "‘").replaceAll("”", "’");
  return {
    sq: sentence.sq.replace(placeholder, inner(title.sq)),
    en: (sentence.en ?? sentence.sq).replace(placeholder, inner(title.en ?? title.sq)),
  };
}

const rank = ({ source, again }: Placed) => (source.first ? 0 : source.added ? 3 : again ? 1 : 2);

/** In the order in which they stand on agendas, sitting after sitting. */
const inOrder = (placed: readonly Placed[]): Placed[] =>
  placed
    .map((one, index) => ({ one, index }))
    .toSorted(
      (a, b) =>
        a.one.sitting.day.localeCompare(b.one.sitting.day) ||
        a.one.sitting.at.localeCompare(b.one.sitting.at) ||
        rank(a.one) - rank(b.one) ||
        a.index - b.index,
    )
    .map(({ one }) => one);

/** In which numbers of the council's run: of the year, or of the term. */
const seriesOf = (source: CouncilSources, day: string, term: string | undefined) =>
  source.settings.numbering.acts === "term" && term ? term : String(yearOf(day));

const isDecided = ({ source }: Placed) => source.result === "adopted" || source.result === "adopted_changed";

/** Numbers that were given before the register begins. */
function earlierOf({ meetings, ...source }: CouncilSources, { held }: Sittings, term: string | undefined): DemoGap[] {
  const [first] = held;
  if (!meetings.earlier || !first) return [];
  const { decisions, decisionsAMonth = 0, reason } = meetings.earlier;
  const to = decisions ?? decisionsAMonth * (Number(first.day.slice(5, 7)) - 1);
  const series = seriesOf({ meetings, ...source }, first.day, term);
  return to > 0 ? [{ type: "decision", series, from: 1, to, reason }] : [];
}

/** Everything that sittings deal with, numbered and worded, in order. */
export class Agenda {
  readonly business: readonly Business[];
  readonly gaps: readonly DemoGap[];
  private readonly source: CouncilSources;
  private readonly demoDate: string;

  constructor(source: CouncilSources, sittings: Sittings, term: string | undefined) {
    this.source = source;
    this.demoDate = sittings.demoDate;
    const first = place(source.business, sittings);
    const placed = inOrder([...first, ...reconsidered(first, sittings)]);
    this.gaps = [
      ...earlierOf(source, sittings, term),
      ...source.gaps.map(({ type, back = 0, number, to = number, reason, act }) => ({
        ...{ type, from: number, to, series: seriesOf(source, `${yearOf(sittings.demoDate) - back}-01-01`, term) },
        ...(reason && { reason }),
        ...(act && { unpublished: act }),
      })),
    ];
    const last = new Map<string, number>();
    const next = (type: string, series: string): number => {
      const numbers = `${type} ${series}`;
      let number = (last.get(numbers) ?? 0) + 1;
      while (
        this.gaps.some((gap) => gap.type === type && gap.series === series && gap.from <= number && number <= gap.to)
      )
        number += 1;
      last.set(numbers, number);
      return number;
    };
    this.business = placed.map((one): Business => {
      const { day } = one.sitting;
      const series = seriesOf(source, day, term);
      const isAct = sittings.isPast(one.sitting) && isDecided(one);
      return {
        ...one,
        title: one.source.title,
        ...(isAct && { act: { number: next(one.source.type, series), series } }),
      };
    });
    for (const one of this.business) one.title = this.titleOf(one);
  }

  moment = ({ day }: Sitting): Moment => ({ on: day, year: yearOf(day), demoDate: this.demoDate });

  /** The latest business of an entry that became an act before a day. */
  find(key: string, before: string): Business | undefined {
    return this.business.findLast(
      ({ source, sitting, act, again }) => act && !again && source.key === key && sitting.day < before,
    );
  }

  /** The key of what an entry that comes back puts to the first sitting from a day on. */
  next = (key: string, from: string): string | undefined =>
    this.business.find(({ source, sitting }) => source.key === key && sitting.day >= from)?.key;

  /** “nr. 87, datë 22.12.2025” */
  numberOf({ act, sitting: { day } }: Business): LocalizedText {
    return {
      sq: `nr. ${act!.number}, datë ${numericDate(day)}`,
      en: `No. ${act!.number} of ${numericDate(day)}`,
    };
  }

  /** Replaces `{{act:key}}` by the number of the latest such act before the sitting, and fills in all else. */
  words<T>(value: T, sitting: Sitting): T {
    const named = (text: string, locale: "sq" | "en"): string =>
      text.replace(/\{\{act:([a-z0-9-]+)\}\}/g, (_, key: string) => {
        const found = this.find(key, sitting.day);
        if (!found) throw new Error(`No act ${key} by ${sitting.day}`);
        return this.numberOf(found)[locale]!;
      });
    const walk = (one: unknown, locale: "sq" | "en"): unknown => {
      if (typeof one === "string") return named(one, locale);
      if (Array.isArray(one)) return one.map((each) => walk(each, locale));
      if (typeof one !== "object" || one === null) return one;
      return Object.fromEntries(
        Object.entries(one).map(([key, each]) => [key, walk(each, key === "en" ? "en" : key === "sq" ? "sq" : locale)]),
      );
    };
    return fill(walk(value, "sq") as T, this.moment(sitting));
  }

  private titleOf({ source, sitting, again }: Business): LocalizedText {
    if (!again) return this.words(source.title, sitting);
    const first = this.business.find(({ key }) => key === again.key)!;
    const { sq, en } = this.numberOf(first);
    const wording = this.source.wording.reconsidered[again.outcome][first.source.type];
    const numbered = { sq: wording.sq.replace("{{number}}", sq), en: wording.en!.replace("{{number}}", en!) };
    return quoted(numbered, "{{title}}", first.title);
  }

  /** On whose proposal something stands on an agenda. */
  proposer(given: ProposerSource): DemoProposer {
    if (typeof given === "string") return { kind: given };
    if ("committee" in given) return { kind: "committee", body: given.committee };
    if ("councillor" in given) return { kind: "councillors", person: given.councillor };
    return { kind: given.kind, name: given.name };
  }
}

type Relations = DemoAct["relations"];
/** What an act does to others; one that the register does not have by then is left out. */
export function relationsOf(business: Business, agenda: Agenda): Relations {
  const { source, sitting, again } = business;
  if (again && source.relations[0]) return [{ kind: source.relations[0].kind, act: again.key }];
  const earlier = agenda.business.slice(0, agenda.business.indexOf(business));
  return source.relations.flatMap((relation): Relations => {
    if ("text" in relation) return [{ kind: relation.kind, text: agenda.words(relation.text, sitting) }];
    const target = earlier.findLast((one) => one.act && !one.again && one.source.key === relation.act);
    return target ? [{ kind: relation.kind, act: target.key }] : [];
  });
}
