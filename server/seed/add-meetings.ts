import { registerText } from "../search/register-text.ts";
import type { SeededDraft } from "./add-drafts.ts";
import type { SeededPeople } from "./add-people.ts";
import type { Seeding } from "./council.ts";
import { at, lastWeekday, later, monthOf, monthsUntil, weekdayOf, yearOf } from "./days.ts";
import { filled } from "./fill-words.ts";
import { insertRows } from "./insert-rows.ts";
import { addPapers, type Paper } from "./papers.ts";
import { actWords } from "./words.ts";

/** An item on which the council voted and from which an act comes. */
export interface SeededItem {
  id: string;
  day: string;
  draftId: string | null;
  words: ReturnType<typeof filled>;
  adopted: boolean;
}

interface Wanted {
  bodyId: string;
  kind: string;
  day: string;
  time: string;
  name: string;
}

/** A thousand acts in five years: what each ordinary meeting must vote on. */
const actsPerMeeting = 18;

/** All meetings of the years and the two months ahead, with agendas, votes by name and attendance. */
export async function addMeetings(
  seeding: Seeding,
  people: SeededPeople,
  drafts: readonly SeededDraft[],
): Promise<SeededItem[]> {
  const { tx, dice, today, years } = seeding;
  const wanted: Wanted[] = [];
  const ahead = later(today, 60);
  const all = [...monthsUntil(today, years), ...monthsUntil(ahead, 1).slice(-2)];
  for (const month of new Set(all)) {
    wanted.push({
      bodyId: people.councilId,
      kind: "ordinary",
      day: lastWeekday(month, 4),
      time: "10:00",
      name: "keshilli",
    });
    if (monthOf(month) % 6 === 1)
      wanted.push({
        bodyId: people.councilId,
        kind: "extraordinary",
        day: weekdayOf(month, 2, 1),
        time: "12:00",
        name: "keshilli-jashtezakonshme",
      });
    if (monthOf(month) % 3 === 0)
      wanted.push({
        bodyId: people.councilId,
        kind: "hearing",
        day: weekdayOf(month, 3, 1),
        time: "17:00",
        name: "degjesa",
      });
    if (monthOf(month) % 2 === 0)
      wanted.push({
        bodyId: people.councilId,
        kind: "consultation",
        day: weekdayOf(month, 2, 2),
        time: "16:00",
        name: "konsultim",
      });
    if (monthOf(month) % 3 === 1)
      wanted.push({
        bodyId: people.councilId,
        kind: "event",
        day: weekdayOf(month, 5, 1),
        time: "11:00",
        name: "ngjarje",
      });
    if (monthOf(month) !== 8)
      for (const [at, bodyId] of people.committeeIds.entries())
        if ((monthOf(month) + at) % 3 !== 0)
          wanted.push({
            bodyId,
            kind: "ordinary",
            day: weekdayOf(month, 1 + (at % 3), 2),
            time: `${9 + at}:00`,
            name: `komisioni-${at + 1}`,
          });
    for (const [at, bodyId] of [...people.villageIds, ...people.neighbourhoodIds].entries())
      if ((monthOf(month) + at) % 6 === 0)
        wanted.push({
          bodyId,
          kind: "ordinary",
          day: weekdayOf(month, 5, 2),
          time: "18:00",
          name: `struktura-${at + 1}`,
        });
  }

  const waiting = [...drafts];
  const meetings: object[] = [];
  const items: object[] = [];
  const votes: object[] = [];
  const ballots: object[] = [];
  const attendances: object[] = [];
  const papers: Paper[] = [];
  const voted: SeededItem[] = [];
  for (const { bodyId, kind, day, time, name } of wanted) {
    if (day > ahead) continue;
    const isPast = day < today;
    const id = dice.uuid();
    const startsAt = at(day, time.padStart(5, "0"));
    const announced = later(day, -dice.number(5, 9));
    const isAnnounced = announced <= today;
    const members =
      bodyId === people.councilId
        ? (
            people.terms.find(({ from, until }) => from <= day && (until === null || day <= until)) ??
            people.terms.at(-1)!
          ).members
        : (people.committeeMembers.get(bodyId) ?? []);
    const isSitting = members.length > 0 && (kind === "ordinary" || kind === "extraordinary");
    const present = isSitting && isPast ? members.filter(() => dice.chance(0.9)) : [];
    meetings.push({
      id,
      slug: `${day}-${name}`,
      body_id: bodyId,
      kind,
      starts_at: startsAt,
      ends_at: null,
      place: { sq: "Salla e mbledhjeve", en: "Meeting hall" },
      access: "open",
      stage: isPast ? "minutes_published" : isAnnounced ? "announced" : "planned",
      notice: isAnnounced ? { sq: "<p>Njoftim për mbledhje.</p>", en: "<p>Notice of a meeting.</p>" } : null,
      announced_at: isAnnounced ? at(announced, "09:00") : null,
      opened_at: isPast ? startsAt : null,
      closed_at: isPast ? at(day, "19:30") : null,
      minutes_published_at: isPast ? at(later(day, 6), "12:00") : null,
      members: isSitting ? members.length : null,
      present: isSitting && isPast ? present.length : null,
      folded_text: registerText(name, day),
      state: "published",
      public_from: at(later(announced, -14), "09:00"),
    });
    if (isSitting && isPast) {
      const came = new Set(present);
      for (const person of members)
        attendances.push({
          meeting_id: id,
          person_id: person,
          status: came.has(person)
            ? dice.chance(0.05)
              ? "late"
              : "present"
            : dice.chance(0.6)
              ? "absent_with_reason"
              : "absent",
        });
    }
    const isCouncil = bodyId === people.councilId && isSitting;
    const count = isCouncil ? (kind === "ordinary" ? actsPerMeeting + 2 : 6) : isSitting ? 4 : 1;
    for (let number = 1; number <= count; number += 1) {
      const itemId = dice.uuid();
      const isAct = isCouncil && number > 2;
      const ready = isAct ? waiting.findIndex((draft) => draft.readyOn <= day) : -1;
      const draft = ready >= 0 && number % 4 === 0 ? waiting.splice(ready, 1)[0]! : null;
      const words = draft?.words ?? filled(dice, dice.oneOf(actWords), day);
      const title = isAct ? words.title : { sq: `Raport ${number} i muajit`, en: `Monthly report ${number}` };
      const adopted = isAct && dice.chance(0.96);
      items.push({
        id: itemId,
        meeting_id: id,
        path: [number],
        kind: isAct ? "draft_act" : "report",
        title,
        proposer_kind: isAct ? words.proposer : "secretary",
        protocol_number: isAct ? `${dice.number(1000, 9000)}/${yearOf(day)}` : null,
        draft_act_id: draft?.id ?? null,
        result: isPast ? (isAct ? (adopted ? "adopted" : "rejected") : "noted") : null,
        added_at: at(announced, "09:00"),
      });
      if (isCouncil && isAct && !draft)
        for (const role of ["draft_act", "explanatory_report"] as const)
          papers.push({
            carrier: "agenda_item_id",
            id: itemId,
            role,
            title,
            fileName: `${role === "draft_act" ? "projektvendimi" : "relacioni"}-${number}.pdf`,
            at: at(announced, "09:00"),
          });
      if (!isCouncil || !isAct || !isPast) continue;
      voted.push({ id: itemId, day, draftId: draft?.id ?? null, words, adopted });
      const voteId = dice.uuid();
      const choices = present.map((person) => ({
        person,
        choice: dice.chance(0.06) ? "abstained" : dice.chance(0.75) === adopted ? "for" : "against",
      }));
      const counted = (choice: string) => choices.filter((one) => one.choice === choice).length;
      votes.push({
        id: voteId,
        agenda_item_id: itemId,
        round: 1,
        method: "by_name",
        majority: words.subject === "budget" || words.subject === "taxes" ? "all" : "voting",
        members: members.length,
        present: present.length,
        votes_for: counted("for"),
        votes_against: counted("against"),
        abstentions: counted("abstained"),
        outcome: adopted ? "adopted" : "rejected",
        held_at: at(day, "13:00"),
      });
      const came = new Set(present);
      for (const { person, choice } of choices)
        ballots.push({ vote_id: voteId, person_id: person, method: "by_name", choice });
      for (const person of members)
        if (!came.has(person))
          ballots.push({ vote_id: voteId, person_id: person, method: "by_name", choice: "absent" });
    }
    if (isCouncil && isAnnounced)
      papers.push({
        carrier: "meeting_id",
        id,
        role: "notice",
        title: { sq: "Njoftimi", en: "Notice" },
        fileName: `njoftimi-${day}.pdf`,
        at: at(announced, "09:00"),
      });
    if (isCouncil && isPast)
      papers.push({
        carrier: "meeting_id",
        id,
        role: "minutes",
        title: { sq: "Procesverbali", en: "Minutes" },
        fileName: `procesverbali-${day}.pdf`,
        at: at(later(day, 6), "12:00"),
      });
  }
  await insertRows(tx, "meetings", meetings);
  await insertRows(tx, "agenda_items", items);
  await insertRows(tx, "votes", votes);
  await insertRows(tx, "ballots", ballots);
  await insertRows(tx, "attendances", attendances);
  await addPapers(seeding, papers);
  return voted;
}
