import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import type { Locale } from "../../../locale.shared.ts";
import type { Shown, WorkspaceContext } from "../../../workspace/scope.ts";
import type { TypedValues } from "../../../workspace/typed-values.ts";
import { bodiesOf, hasBegun } from "../held-meeting.ts";
import { proposedMajority } from "../majorities.ts";
import { majorityChoices, methodChoices, voteChoices } from "../meeting-choices.ts";
import { itemNotFound } from "../meetings.errors.ts";
import { type VoteMethod, voteMethods } from "../meetings.shared.ts";
import { membersOn } from "../members.queries.ts";
import { numberOf } from "../numbers.shared.ts";
import { itemId } from "./agenda-desk.ts";
import { findAgenda } from "./desk.queries.ts";
import { headOf, meetingId, readMeeting } from "./desk-meeting.ts";

/** The meeting and its item in the address. @throws `meetings.not_found`, `meetings.item_not_found` */
export async function readItem(tx: TenantTx, c: WorkspaceContext) {
  const [id, item] = [meetingId(c), itemId(c)];
  const meeting = await readMeeting(tx, id);
  const stored = (await findAgenda(tx, id)).find((one) => one.id === item);
  if (!stored) throw itemNotFound();
  return { meeting, stored };
}
export const votesOf = (tx: TenantTx, item: string) =>
  tx.selectFrom("votes").where("agenda_item_id", "=", item).orderBy("round").selectAll().execute();

/** Chosen expressly for a further round; whoever opens an item that was voted on puts its last vote right. */
export const furtherRound = "new";

type StoredVote = Awaited<ReturnType<typeof votesOf>>[number];

/** Which vote a page is about: the one whose number the address names, a further one, or the last; `null` for none yet. */
function askedVote(c: WorkspaceContext, votes: readonly StoredVote[], typed: TypedValues | undefined) {
  const wanted = typed ? [typed.vote ?? ""].flat()[0]! : new URL(c.req.url).searchParams.get("round");
  if (wanted === furtherRound) return null;
  const named = votes.find(({ id, round }) => (typed ? id === wanted : String(round) === wanted));
  return named ?? votes.at(-1) ?? null;
}

/** A vote in words, with what came of it. */
export const talliedIn = (locale: Locale, vote: StoredVote) => ({
  tally: phrases(locale, "meetings")("tally", {
    ...{ for: vote.votes_for, against: vote.votes_against, abstained: vote.abstentions },
  }),
  outcome: phrases(locale, "meetings")(`result.${vote.outcome}`),
  tag: vote.outcome === "adopted" ? "good" : "bad",
});

const isMethod = (text: string | null | undefined): text is VoteMethod => voteMethods.includes(text as VoteMethod);

/** What the page of a vote shows, of the round that is asked for or was sent. */
export async function readVote(tx: TenantTx, c: WorkspaceContext, typed?: TypedValues) {
  const { locale } = c.var;
  const asked = new URL(c.req.url).searchParams;
  const askedMethod = typed?.method ?? asked.get("method");
  const { meeting, stored } = await readItem(tx, c);
  const [members, attendances, votes] = await Promise.all([
    membersOn(tx, await bodiesOf(tx, meeting), meeting.day),
    tx.selectFrom("attendances").where("meeting_id", "=", meeting.id).select(["person_id", "status"]).execute(),
    votesOf(tx, stored.id),
  ]);
  const shown = askedVote(c, votes, typed);
  const method: VoteMethod = isMethod(askedMethod as string)
    ? (askedMethod as VoteMethod)
    : ((shown ?? votes.at(-1))?.method ?? "by_name");
  const ballots = shown
    ? await tx.selectFrom("ballots").where("vote_id", "=", shown.id).select(["person_id", "choice"]).execute()
    : [];
  const counts = shown?.method === method ? shown : null;
  const sent = typed && [typed.vote ?? ""].flat()[0]!;
  const choiceOf = new Map(ballots.map(({ person_id, choice }) => [person_id, choice]));
  const isAway = new Set(
    attendances.filter(({ status }) => status !== "present" && status !== "late").map(({ person_id }) => person_id),
  );
  const asksPresent = attendances.length === 0;
  const proposed = proposedMajority({ kind: stored.kind, subject: stored.draft_subject }).majority;
  const ofMajority = {
    majority: shown?.majority ?? proposed,
    "majorityReason.sq": shown?.majority_reason?.sq ?? "",
    "majorityReason.en": shown?.majority_reason?.en ?? "",
  };
  const ofBallots: Record<string, string> = Object.fromEntries(
    members.map(({ id }) => [`ballots.${id}`, choiceOf.get(id) ?? (isAway.has(id) ? "absent" : "")]),
  );
  const ofCounts: Record<string, string> =
    counts && method !== "by_name"
      ? {
          ...{ votesFor: String(counts.votes_for), votesAgainst: String(counts.votes_against) },
          ...{ abstentions: String(counts.abstentions), ...(asksPresent && { present: String(counts.present) }) },
        }
      : {};
  const asksWhich = votes.length > 0 && sent !== undefined && sent !== furtherRound && sent !== shown?.id;
  const isPutRight = shown && !asksWhich;
  return {
    meeting: headOf(meeting, c.var),
    item: { id: stored.id, number: numberOf(stored.path), title: stored.title },
    hasBegun: hasBegun(meeting),
    method,
    methods: methodChoices.map(({ value, label }) => ({ value, label: label[locale] })),
    choices: voteChoices.map(({ value, label }) => ({ value, label: label[locale] })),
    majorities: majorityChoices.map(({ value, label }) => ({ value, label: label[locale] })),
    members: members.map(({ id, name }) => ({ id, name, isAway: isAway.has(id) })),
    asksPresent,
    rounds: votes.map((vote) => ({ value: vote.id, round: vote.round, ...talliedIn(locale, vote) })),
    furtherRound,
    /** The round that is put right; `null` for one that is new. */
    shownRound: shown?.round ?? null,
    /** It was sent for none that is there: which one is meant has to be said. */
    asksWhich,
    isPublishedWithMinutes: meeting.stage === "minutes_published",
    /** What is put right or voted again then, and not what was missing. */
    asksReason: meeting.stage === "minutes_published" && (votes.length > 0 || stored.result !== null),
    values: {
      vote: shown?.id ?? (votes.length > 0 ? furtherRound : ""),
      ...{ ...ofMajority, ...ofCounts, ...ofBallots },
    } as Record<string, string>,
    /** The round that is put right, as far as the form has fields for it; nothing of one that is new. */
    stood: (isPutRight
      ? {
          ...{ vote: shown.id, method: shown.method, ...ofMajority },
          ...(counts && (method === "by_name" ? ofBallots : ofCounts)),
        }
      : {}) as Record<string, string>,
  };
}
export const loadVote = (c: WorkspaceContext, typed?: TypedValues) => c.var.db.read((tx) => readVote(tx, c, typed));
export type VoteData = Awaited<ReturnType<typeof loadVote>>;
export const votePage = async (c: WorkspaceContext, typed?: TypedValues): Promise<Shown> => ({
  view: "meetings/vote-page",
  data: await loadVote(c, typed),
});
