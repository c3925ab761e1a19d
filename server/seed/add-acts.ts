import { registerText } from "../search/register-text.ts";
import type { SeededItem } from "./add-meetings.ts";
import type { SeededPeople } from "./add-people.ts";
import { addClocks, type Clock } from "./clocks.ts";
import type { Seeding } from "./council.ts";
import { at, later, yearOf } from "./days.ts";
import { insertRows } from "./insert-rows.ts";
import { addPapers, type Paper } from "./papers.ts";

const words = { decision: "vendim", ordinance: "urdherese", resolution: "rezolute" } as const;

/** The acts that the votes made, numbered anew each year, with the prefect's review and how they change each other. */
export async function addActs(seeding: Seeding, people: SeededPeople, items: readonly SeededItem[]): Promise<void> {
  const { tx, dice, today } = seeding;
  const numbers = new Map<string, number>();
  const acts: {
    id: string;
    type: string;
    nature: string;
    subject: string;
    adopted_on: string;
    [column: string]: unknown;
  }[] = [];
  const steps: object[] = [];
  const clocks: Clock[] = [];
  const papers: Paper[] = [];
  for (const { id: itemId, day, draftId, words: item, adopted } of items.toSorted((a, b) =>
    a.day.localeCompare(b.day),
  )) {
    if (!adopted) continue;
    const type = item.type ?? "decision";
    const series = String(yearOf(day));
    const number = (numbers.get(`${type} ${series}`) ?? 0) + 1;
    numbers.set(`${type} ${series}`, number);
    const id = dice.uuid();
    const normative = item.nature === "normative";
    const day2 = (days: number) => (later(day, days) < today ? later(day, days) : null);
    const announced = day2(dice.number(2, 8));
    const deposited = announced && normative ? day2(12) : null;
    const answered = deposited && dice.chance(0.93) ? day2(20) : null;
    const silent = deposited && !answered ? day2(24) : null;
    const returned = answered && dice.chance(0.04);
    const prefect = !normative
      ? "not_required"
      : !deposited
        ? "to_deposit"
        : returned
          ? "returned"
          : answered
            ? "no_objection"
            : silent
              ? "no_answer"
              : "deposited";
    acts.push({
      id,
      slug: `${words[type]}-${number}-${series}`,
      type,
      nature: item.nature,
      number,
      series,
      title: item.title,
      summary: { sq: "Përmbledhje e aktit të shembullit.", en: "Summary of an example act." },
      body: { sq: `<p>VENDOSI:</p><p>${item.title.sq}.</p>`, en: `<p>DECIDED:</p><p>${item.title.en}.</p>` },
      legal_basis: { sq: "Ligji nr. 139/2015, neni 54", en: "Law No. 139/2015, Article 54" },
      subject: item.subject,
      proposer_kind: item.proposer,
      proposer_person_id: item.proposer === "councillors" ? people.terms.at(-1)!.members[number % 7]! : null,
      body_id: people.councilId,
      agenda_item_id: itemId,
      draft_act_id: draftId,
      adopted_on: day,
      announced_on: announced,
      notified_on: normative ? null : announced,
      in_force_on: normative ? announced && later(announced, 10) : announced,
      repealed_on: null,
      prefect_state: prefect,
      folded_text: registerText(`nr. ${number}/${series}`, series, item.title),
      state: "published",
      public_from: at(day, "18:00"),
      took_effect: true,
    });
    let position = 0;
    const step = (name: string, on: string, given: object = {}) =>
      steps.push({
        act_id: id,
        position: ++position,
        step: name,
        day: on,
        protocol_number: null,
        reasons: null,
        ...given,
      });
    if (deposited) step("deposited", deposited, { protocol_number: `${dice.number(100, 999)}/${series}` });
    if (returned) step("returned", answered!, { reasons: { sq: "Mungon relacioni.", en: "The report is missing." } });
    else if (answered) step("no_objection", answered);
    else if (silent) step("no_answer", silent);
    if (normative) clocks.push({ subject: "act", id, rule: "L17", startsOn: day, metOn: announced });
    if (announced && normative) {
      clocks.push({ subject: "act", id, rule: "P1", startsOn: announced, metOn: deposited });
      if (deposited) clocks.push({ subject: "act", id, rule: "P3", startsOn: deposited, metOn: answered || null });
    }
    for (const role of ["signed", ...(dice.chance(0.3) ? (["annex"] as const) : [])] as const)
      papers.push({
        carrier: "act_id",
        id,
        role,
        title: item.title,
        fileName: `${words[type]}-${number}-${series}${role === "annex" ? "-lidhja" : ""}.pdf`,
        at: at(day, "18:00"),
      });
  }
  const relations = acts.flatMap(({ id, subject, nature, adopted_on }, at) => {
    if (nature !== "normative" || !dice.chance(0.06)) return [];
    const target = acts
      .slice(0, at)
      .findLast((earlier) => earlier.subject === subject && earlier.nature === "normative");
    if (!target || target.repealed_on) return [];
    const kind = dice.chance(0.3) ? "repeals" : "amends";
    if (kind === "repeals" && ((target.in_force_on as string | null) ?? "9999") > adopted_on) return [];
    if (kind === "repeals") target.repealed_on = adopted_on;
    return [{ id: dice.uuid(), act_id: id, kind, target_id: target.id, since: adopted_on }];
  });
  await insertRows(tx, "acts", acts);
  await insertRows(tx, "act_relations", relations);
  await insertRows(tx, "prefect_steps", steps);
  await addClocks(seeding, clocks);
  await addPapers(seeding, papers);
  await addPlans(seeding, acts);
}

async function addPlans(
  { tx, dice, today, years }: Seeding,
  acts: readonly { id: string; [column: string]: unknown }[],
) {
  for (let year = yearOf(today) - years + 1; year <= yearOf(today); year += 1) {
    await insertRows(tx, "decision_plans", [{ year, state: "published", public_from: `${year}-01-05T09:00:00Z` }]);
    const ofYear = acts.filter(({ adopted_on }) => yearOf(adopted_on as string) === year);
    await insertRows(
      tx,
      "plan_items",
      Array.from({ length: 60 }, (_, at) => {
        const act = ofYear[at * 3];
        return {
          id: dice.uuid(),
          year,
          month: 1 + (at % 12),
          position: Math.floor(at / 12),
          title: act?.title ?? { sq: `Akt i planifikuar ${at + 1}`, en: `Planned act ${at + 1}` },
          type: "decision",
          subject: act?.subject ?? "other",
          proposer_kind: "mayor",
          is_consulted: at % 2 === 0,
          act_id: act?.id ?? null,
        };
      }),
    );
  }
}
