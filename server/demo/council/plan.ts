import type { DemoAct, DemoDraft, DemoPlan, DemoPlanItem } from "../council-content.ts";
import type { PlanSource } from "../council-source.schema.ts";
import { dayOf, yearOf } from "../demo-days.ts";
import { fill } from "../fill.ts";
import type { Agenda } from "./business.ts";
import type { CouncilSources } from "./source.ts";

interface World {
  source: CouncilSources;
  demoDate: string;
  agenda: Agenda;
  acts: readonly DemoAct[];
  drafts: readonly DemoDraft[];
}

const monthOf = (day: string) => Number(day.slice(5, 7));

/** What is planned each year in the same month, and the act that came of it. */
function yearlyItems(
  plan: PlanSource,
  year: number,
  { source, demoDate, agenda, acts, drafts }: World,
): DemoPlanItem[] {
  return plan.yearly.flatMap((key): DemoPlanItem[] => {
    const entry = source.business.find((one) => one.key === key);
    if (!entry || !("every" in entry.when)) throw new Error(`${key} is not dealt with every year`);
    const month = entry.when.every;
    const on = `${year}-${String(month).padStart(2, "0")}-15`;
    const business = agenda.business.find((one) => one.source.key === key && yearOf(one.sitting.day) === year);
    const act = acts.find((one) => one.key === business?.key);
    const draft = drafts.find((one) => one.key === business?.key);
    const { title } = fill({ title: entry.title }, { on, year, demoDate });
    return [
      {
        ...{ month, title, type: entry.type, subject: entry.subject, proposer: agenda.proposer(entry.proposer) },
        isConsulted: entry.draft?.consulted ?? false,
        ...(draft && { draft: draft.key }),
        ...(act && { act: act.key }),
      },
    ];
  });
}

/** What was planned once, in the month in which it was adopted or some months before. */
function singleItems(plan: PlanSource, year: number, { source, acts, drafts }: World): DemoPlanItem[] {
  return plan.acts.flatMap((key): DemoPlanItem[] => {
    const act = acts.find((one) => one.key === key);
    if (!act || yearOf(act.adoptedOn) !== year) return [];
    const entry = source.business.find((one) => one.key === key)!;
    const draft = drafts.find((one) => one.key === key);
    const month = Math.min(Math.max(monthOf(act.adoptedOn) - (plan.earlier[key] ?? 0), 1), 12);
    return [
      {
        ...{ month, title: act.title, type: act.type, subject: act.subject, proposer: act.proposer, act: key },
        isConsulted: entry.draft?.consulted ?? false,
        ...(draft && { draft: key }),
      },
    ];
  });
}

function furtherItems(plan: PlanSource, year: number, { demoDate }: World): DemoPlanItem[] {
  return plan.further
    .filter((one) => yearOf(demoDate) + one.year === year)
    .map(({ month, type, subject, consulted, title, draft, dropped }): DemoPlanItem => {
      const on = `${year}-${String(month).padStart(2, "0")}-15`;
      const droppedOn = dropped && dayOf(dropped.on, demoDate);
      return {
        ...{ month, type, subject, title: fill(title, { on, year, demoDate }), proposer: { kind: "mayor" } },
        isConsulted: consulted,
        ...(draft && { draft }),
        ...(dropped && droppedOn && { dropped: { on: droppedOn, reason: dropped.reason } }),
      };
    });
}

/** The plans of what is to be decided, by year, each item linked with what came of it. */
export function resolvePlans(world: World): DemoPlan[] {
  const { plan } = world.source;
  return (plan?.years ?? []).map((back): DemoPlan => {
    const year = yearOf(world.demoDate) + back;
    const act = world.acts.find((one) => one.key.startsWith(`${plan!.act}-${year}`));
    return {
      year,
      ...(act && { act: act.key }),
      ...(plan!.note && { note: plan!.note }),
      publishedOn: act?.announcedOn ?? act?.adoptedOn ?? `${year - 1}-12-28`,
      items: [
        ...yearlyItems(plan!, year, world),
        ...singleItems(plan!, year, world),
        ...furtherItems(plan!, year, world),
      ].toSorted((a, b) => a.month - b.month),
    };
  });
}
