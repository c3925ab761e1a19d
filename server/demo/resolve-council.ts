import { resolveActs } from "./council/acts.ts";
import { Agenda } from "./council/business.ts";
import { Sittings } from "./council/days.ts";
import { resolveDrafts } from "./council/drafts.ts";
import { resolveMeetings } from "./council/meetings.ts";
import { resolvePapers } from "./council/papers.ts";
import { resolvePay, resolveRates } from "./council/pay.ts";
import { resolvePeople, resolveTerms } from "./council/people.ts";
import { resolvePlans } from "./council/plan.ts";
import { readCouncil } from "./council/source.ts";
import type { CouncilWork } from "./council-content.ts";
import type { DemoSlug } from "./demo-content.ts";

/**
 * Who sits on a council of the demo, and what it does, as it stands on a day (`YYYY-MM-DD`): the same day gives the same.
 * Reads and checks the JSON under `tenants/demo/<slug>/council`; an error there is thrown as it is found.
 */
export const resolveCouncil = (slug: DemoSlug, demoDate: string): CouncilWork => resolve(slug, demoDate).work;

/** The same with its papers. @param brand `#rrggbb` of the council, in which papers are set */
export function resolveCouncilWithPapers(slug: DemoSlug, demoDate: string, brand: string) {
  const { source, agenda, work } = resolve(slug, demoDate);
  const { lateItem, drawnMinutes } = source.wording;
  return { work, lateItem, drawnMinutes, ...resolvePapers({ source, work, brand }, agenda, demoDate) };
}

function resolve(slug: DemoSlug, demoDate: string) {
  const source = readCouncil(slug);
  const sittings = new Sittings(source.meetings, demoDate);
  const terms = resolveTerms(source, demoDate);
  const agenda = new Agenda(source, sittings, terms.at(-1)?.key);
  const people = resolvePeople({
    ...{ source, demoDate },
    actDay: (key) => agenda.find(key, demoDate)?.sitting.day,
    actName(key) {
      const found = agenda.find(key, demoDate);
      const number = found && agenda.numberOf(found);
      return number && { sq: `Vendimi ${number.sq}`, en: `Decision ${number.en}` };
    },
  });
  const acts = resolveActs(agenda, sittings, source);
  const drafts = resolveDrafts(agenda, sittings, source);
  const meetings = resolveMeetings({ source, demoDate, sittings, agenda, people, drafts });
  const work: CouncilWork = {
    ...people,
    ...{ drafts, meetings, acts, gaps: [...agenda.gaps] },
    plans: resolvePlans({ source, demoDate, agenda, acts, drafts }),
    rates: resolveRates({ source, demoDate }),
    payMonths: resolvePay({ source, demoDate, people, meetings }),
  };
  return { source, agenda, work };
}
