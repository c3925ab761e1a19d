import { registerText } from "../search/register-text.ts";
import type { SeededPeople } from "./add-people.ts";
import { addClocks, type Clock, dueOn } from "./clocks.ts";
import type { Seeding } from "./council.ts";
import { at, later, monthOf, monthsUntil, weekdayOf, yearOf } from "./days.ts";
import { filled } from "./fill-words.ts";
import { insertRows } from "./insert-rows.ts";
import { addPapers, type Paper } from "./papers.ts";
import { actWords } from "./words.ts";

/** A draft act that waits to be put on an agenda. */
export interface SeededDraft {
  id: string;
  words: ReturnType<typeof filled>;
  /** The first day on which a meeting can take it. */
  readyOn: string;
}

/** About forty draft acts a year, consulted for the law's twenty working days. */
export async function addDrafts(seeding: Seeding, { terms }: SeededPeople): Promise<SeededDraft[]> {
  const { tx, dice, today, years } = seeding;
  const drafts: SeededDraft[] = [];
  const rows: object[] = [];
  const clocks: Clock[] = [];
  const papers: Paper[] = [];
  const normative = actWords.filter(({ nature }) => nature === "normative");
  let number = 0;
  for (const month of monthsUntil(today, years))
    for (let count = monthOf(month) % 3 === 0 ? 4 : 3; count > 0; count -= 1) {
      const registered = weekdayOf(month, dice.number(1, 5), dice.number(0, 3));
      if (registered > today) continue;
      number += 1;
      const words = filled(dice, dice.oneOf(normative), month);
      const id = dice.uuid();
      const until = dueOn("K3", registered);
      const isOpen = until >= today;
      const proposer = words.proposer === "councillors" ? terms.at(-1)!.members[number % 7]! : null;
      rows.push({
        id,
        slug: `projekt-${number}-${yearOf(registered)}`,
        type: words.type ?? "decision",
        nature: words.nature,
        title: words.title,
        summary: { sq: "Përmbledhje e projektaktit të shembullit.", en: "Summary of an example draft act." },
        body: { sq: `<p>${words.title.sq}.</p>`, en: `<p>${words.title.en}.</p>` },
        subject: words.subject,
        proposer_kind: words.proposer,
        proposer_person_id: proposer,
        protocol_number: `${1000 + number}`,
        registered_on: registered,
        stage: isOpen ? "consultation" : "adopted",
        consultation_from: registered,
        consultation_required: true,
        folded_text: registerText(words.title),
        state: "published",
        public_from: at(registered, "12:00"),
      });
      clocks.push({ subject: "draft-act", id, rule: "K3", startsOn: registered, metOn: isOpen ? null : until });
      for (const role of ["text", "explanatory_report"] as const)
        papers.push({
          carrier: "draft_act_id",
          id,
          role,
          title: words.title,
          fileName: `${role === "text" ? "projekti" : "relacioni"}-${number}.pdf`,
          at: at(registered, "12:00"),
        });
      if (!isOpen) drafts.push({ id, words, readyOn: later(until, 1) });
    }
  await insertRows(tx, "draft_acts", rows);
  await addClocks(seeding, clocks);
  await addPapers(seeding, papers);
  return drafts;
}
