import { phrases } from "../../http/phrases.ts";
import { numericDay, timeIn } from "../../local-time.ts";
import { votesNeeded } from "../meetings/counting.shared.ts";
import type { Choice, Majority } from "../meetings/meetings.shared.ts";
import { heading, paragraph, points, said, strong } from "./drawn-html.ts";
import { gap } from "./parts.shared.ts";
import type { LiveRecord, MeetingRecord, RecordItem } from "./record.queries.ts";

const majorities: Record<Majority, string> = {
  voting: "shumica e atyre që votojnë",
  all: "shumica e të gjithë anëtarëve",
  three_fifths: "tri të pestat e të gjithë anëtarëve",
};
const choiceWords: Record<Choice, string> = {
  for: "Pro",
  against: "Kundër",
  abstained: "Abstenuan",
  not_voting: "Nuk votuan",
  absent: "Mungonin",
};

const votesWord = (count: number) => (count === 1 ? "një votë pro" : `${count} vota pro`);

/** One vote: how it was taken, what it needed, what came of it; by name where it was by name. */
function drawVote(vote: RecordItem["votes"][number], isOneOfSeveral: boolean): string {
  const { members, present, votes_for, votes_against, abstentions, method, majority } = vote;
  const needed = votesNeeded(majority, { members, votesFor: votes_for, votesAgainst: votes_against, abstentions });
  const how = phrases("sq", "meetings")(`method.${method}`);
  const named = (Object.keys(choiceWords) as Choice[]).flatMap((choice) => {
    const names = vote.ballots.filter((ballot) => ballot.choice === choice).map(({ name }) => name);
    return names.length === 0
      ? []
      : [`${strong(`${choiceWords[choice]} (${names.length}):`)} ${said(names.join(", "))}`];
  });
  return [
    heading(isOneOfSeveral ? `Votimi ${vote.round}` : "Votimi"),
    paragraph(
      said(
        `${how}${vote.held_at ? `, ora ${timeIn(vote.held_at)}` : ""}. Kërkohej ${majorities[majority]}: ${votesWord(needed)}.` +
          (vote.majority_reason ? ` Kryesuesi zbatoi këtë shumicë, sepse: ${vote.majority_reason.sq}` : ""),
      ),
    ),
    paragraph(
      said(
        `Të pranishëm ${present} nga ${members} anëtarë. Pro: ${votes_for}. Kundër: ${votes_against}. Abstenim: ${abstentions}.`,
      ),
    ),
    points(named),
  ].join("");
}

/** When the item was under discussion. */
function drawTimes({ state }: LiveRecord, itemId: string): string {
  const spans = state.items.get(itemId)?.spans ?? [];
  if (spans.length === 0) return "";
  const times = spans.map(({ from, until }) => `ora ${timeIn(from)}${until ? `–${timeIn(until)}` : ""}`);
  return paragraph(said(`Shqyrtimi: ${times.join(", ")}.`));
}

/** Who spoke, in their order, each with room for what was said. */
function drawDiscussion({ live, members }: MeetingRecord, { id }: RecordItem): string {
  const speeches = live?.state.speeches.filter(({ itemId }) => itemId === id) ?? [];
  const names = new Map(members.map((member) => [member.id, member.name]));
  // Where speakers were written down at all, none at an item says that nobody spoke.
  if (live && live.state.speeches.length > 0 && speeches.length === 0)
    return paragraph("Për këtë pikë nuk pati diskutime.");
  const lines =
    speeches.length === 0
      ? [paragraph(gap)]
      : speeches.map(({ personId, guest, from }) => {
          const name = personId ? (names.get(personId) ?? gap) : `${guest} (jo anëtar)`;
          return paragraph(`${strong(name)} (ora ${timeIn(from)}): ${gap}`);
        });
  return [heading("Diskutimi"), ...lines].join("");
}

const outcomes = {
  adopted: "Pika u miratua.",
  adopted_changed: "Pika u miratua me ndryshime.",
  rejected: "Pika nuk u miratua.",
  postponed: "Pika u shty.",
  withdrawn: "Pika u tërhoq nga rendi i ditës.",
  noted: "Mbledhja e mori në dijeni.",
} as const;

function drawResult(item: RecordItem): string {
  const { result, result_note, act } = item;
  if (!result) return item.kind === "draft_act" || item.votes.length > 0 ? paragraph(said(`Vendimi: ${gap}`)) : "";
  const cited = act
    ? ` ${phrases("sq", "matters")(`type.${act.type}`)} nr. ${act.number}, datë ${numericDay(act.adopted_on)}.`
    : "";
  return [
    heading("Vendimi"),
    paragraph(strong(`${outcomes[result]}${cited}`)),
    ...(result_note ? [paragraph(said(result_note.sq))] : []),
  ].join("");
}

/** One item: who proposed it, when it was discussed, who spoke, the votes, what was decided. */
export function drawItem(record: MeetingRecord, item: RecordItem): string {
  const { live } = record;
  const isUntouched = live?.state.items.get(item.id)?.state === "waiting" && !item.result && item.votes.length === 0;
  const about = [
    item.proposedBy && `Propozues: ${item.proposedBy}.`,
    item.protocol_number && `Nr. protokolli ${item.protocol_number}.`,
    item.draft_title && item.draft_title.sq !== item.title.sq && `Projektakti: ${item.draft_title.sq}.`,
  ].filter((text): text is string => Boolean(text));
  const isPutOff = item.result === "postponed" || item.result === "withdrawn";
  const wasDiscussed = !isUntouched && !(isPutOff && live?.state.items.get(item.id)?.spans.length === 0);
  return [
    ...(about.length > 0 ? [paragraph(said(about.join(" ")))] : []),
    live ? drawTimes(live, item.id) : "",
    isUntouched ? paragraph("Pika nuk u shqyrtua në këtë mbledhje.") : "",
    wasDiscussed ? drawDiscussion(record, item) : "",
    ...item.votes.map((vote) => drawVote(vote, item.votes.length > 1)),
    isUntouched ? "" : drawResult(item),
  ].join("");
}
