import * as v from "valibot";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import { InvalidInput } from "../../../http/problem.ts";
import type { Locale } from "../../../locale.shared.ts";
import { atFields } from "../../../workspace/at-fields.ts";
import { page, type WorkspaceRoute } from "../../../workspace/feature.ts";
import { numberOrNone, typed, typedInBoth } from "../../../workspace/form-fields.schema.ts";
import { form, typedValues } from "../../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import type { TypedValues } from "../../../workspace/typed-values.ts";
import { recordResult } from "../agenda.service.ts";
import { bodiesOf } from "../held-meeting.ts";
import { proposedMajority } from "../majorities.ts";
import { majorityChoices, methodChoices, resultChoices, voteChoices } from "../meeting-choices.ts";
import { itemNotFound, voteNotFound } from "../meetings.errors.ts";
import { type Choice, choices, itemResults, majorities, type VoteMethod, voteMethods } from "../meetings.shared.ts";
import { membersOn } from "../members.queries.ts";
import { numberOf } from "../numbers.shared.ts";
import { correctVote, recordVote, removeVote } from "../votes.service.ts";
import { itemId } from "./agenda-desk.ts";
import { findAgenda } from "./desk.queries.ts";
import { deskPath, editMeetings, headOf, meetingId, readMeeting, standsAt } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { askAboutTyped } from "./texts-persons.ts";

/** The meeting and its item in the address. @throws `meetings.not_found`, `meetings.item_not_found` */
async function readItem(tx: TenantTx, c: WorkspaceContext) {
  const [id, item] = [meetingId(c), itemId(c)];
  const meeting = await readMeeting(tx, id);
  const stored = (await findAgenda(tx, id)).find((one) => one.id === item);
  if (!stored) throw itemNotFound();
  return { meeting, stored };
}
const votesOf = (tx: TenantTx, item: string) =>
  tx.selectFrom("votes").where("agenda_item_id", "=", item).orderBy("round").selectAll().execute();

async function loadResult(c: WorkspaceContext) {
  const { db, locale } = c.var;
  return db.read(async (tx) => {
    const { meeting, stored } = await readItem(tx, c);
    const votes = await votesOf(tx, stored.id);
    return {
      meeting: headOf(meeting, locale),
      item: { id: stored.id, number: numberOf(stored.path), title: stored.title },
      results: resultChoices.map(({ value, label }) => ({ value, label: label[locale] })),
      votes: votes.map((vote) => ({
        round: vote.round,
        method: phrases(locale, "meetings")(`method.${vote.method}`),
        ...talliedIn(locale, vote),
      })),
      values: { result: stored.result, "note.sq": stored.result_note?.sq, "note.en": stored.result_note?.en },
    };
  });
}
export type ResultData = Awaited<ReturnType<typeof loadResult>>;
const resultPage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "meetings/result-page",
  data: await loadResult(c),
});

/** Chosen expressly for a further round; whoever opens an item that was voted on puts its last vote right. */
const furtherRound = "new";

type StoredVote = Awaited<ReturnType<typeof votesOf>>[number];

/** Which vote a page is about: the one whose number the address names, a further one, or the last; `null` for none yet. */
function askedVote(c: WorkspaceContext, votes: readonly StoredVote[], typed: TypedValues | undefined) {
  const wanted = typed ? [typed.vote ?? ""].flat()[0]! : new URL(c.req.url).searchParams.get("round");
  if (wanted === furtherRound) return null;
  const named = votes.find(({ id, round }) => (typed ? id === wanted : String(round) === wanted));
  return named ?? votes.at(-1) ?? null;
}

const talliedIn = (locale: Locale, vote: StoredVote) => ({
  tally: phrases(locale, "meetings")("tally", {
    ...{ for: vote.votes_for, against: vote.votes_against, abstained: vote.abstentions },
  }),
  outcome: phrases(locale, "meetings")(`result.${vote.outcome}`),
  tag: vote.outcome === "adopted" ? "good" : "bad",
});

const isMethod = (text: string | null | undefined): text is VoteMethod => voteMethods.includes(text as VoteMethod);

async function loadVote(c: WorkspaceContext, typed?: TypedValues) {
  const { db, locale } = c.var;
  const asked = new URL(c.req.url).searchParams;
  const askedMethod = typed?.method ?? asked.get("method");
  return db.read(async (tx) => {
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
    const proposed = proposedMajority({ kind: stored.kind, subject: stored.draft_subject }).majority;
    return {
      meeting: headOf(meeting, locale),
      item: { id: stored.id, number: numberOf(stored.path), title: stored.title },
      method,
      methods: methodChoices.map(({ value, label }) => ({ value, label: label[locale] })),
      choices: voteChoices.map(({ value, label }) => ({ value, label: label[locale] })),
      majorities: majorityChoices.map(({ value, label }) => ({ value, label: label[locale] })),
      members: members.map(({ id, name }) => ({ id, name, isAway: isAway.has(id) })),
      asksPresent: attendances.length === 0,
      rounds: votes.map((vote) => ({ value: vote.id, round: vote.round, ...talliedIn(locale, vote) })),
      furtherRound,
      /** The round that is put right; `null` for one that is new. */
      shownRound: shown?.round ?? null,
      /** It was sent for none that is there: which one is meant has to be said. */
      asksWhich: votes.length > 0 && sent !== undefined && sent !== furtherRound && sent !== shown?.id,
      isPublishedWithMinutes: meeting.stage === "minutes_published",
      values: {
        ...{ majority: shown?.majority ?? proposed, vote: shown?.id ?? (votes.length > 0 ? furtherRound : "") },
        ...{
          "majorityReason.sq": shown?.majority_reason?.sq ?? "",
          "majorityReason.en": shown?.majority_reason?.en ?? "",
        },
        ...(counts && {
          ...{ votesFor: String(counts.votes_for), votesAgainst: String(counts.votes_against) },
          ...{ abstentions: String(counts.abstentions), present: String(counts.present) },
        }),
        ...Object.fromEntries(
          members.map(({ id }) => [`ballots.${id}`, choiceOf.get(id) ?? (isAway.has(id) ? "absent" : "")]),
        ),
      } as Record<string, string>,
    };
  });
}
export type VoteData = Awaited<ReturnType<typeof loadVote>>;
const votePage = async (c: WorkspaceContext, typed?: TypedValues): Promise<Shown> => ({
  view: "meetings/vote-page",
  data: await loadVote(c, typed),
});

const Vote = v.object({
  method: v.picklist(voteMethods, "text.required"),
  majority: v.picklist(majorities, "text.required"),
  majorityReason: typedInBoth,
  ballots: v.optional(v.record(v.string(), v.union([v.literal(""), v.picklist(choices)], "input.wrong")), {}),
  votesFor: numberOrNone,
  votesAgainst: numberOrNone,
  abstentions: numberOrNone,
  present: numberOrNone,
  /** The vote that is put right, or `furtherRound`; empty for the first one. */
  vote: typed,
});

function inputOf({ method, majority, majorityReason, ballots, vote: _, ...counts }: v.InferOutput<typeof Vote>) {
  const named: { personId: string; choice: Choice }[] = Object.entries(ballots).flatMap(([personId, choice]) =>
    choice ? [{ personId, choice }] : [],
  );
  return {
    method,
    majority,
    majorityReason,
    ballots: method === "by_name" ? named : undefined,
    ...(method !== "by_name" && counts),
  };
}

/** Sets every vote to “for” of whoever is there, so that only the exceptions are left to mark. */
const allFor = (route: WorkspaceRoute): WorkspaceRoute => ({
  ...route,
  async answer(c) {
    const typed = await typedValues(c);
    if (typed.step !== "all_for") return route.answer(c);
    const data = await loadVote(c, typed);
    const ballots = data.members.map(({ id, isAway }) => [`ballots.${id}`, isAway ? "absent" : "for"]);
    const values = { ...typed, ...Object.fromEntries(ballots) };
    return c.var.show({ view: "meetings/vote-page", data }, { name: "vote", title: "", fields: [], values });
  },
});

export const voteRoutes = [
  page(deskPaths.result, editMeetings, resultPage),
  form(deskPaths.result, editMeetings, {
    name: "result",
    schema: v.object({ result: v.picklist(itemResults, "text.required"), note: typedInBoth }),
    standing: ({ data }) => (data as ResultData).values,
    async save(c, given) {
      const item = itemId(c);
      await atFields({ failures: { "meetings.result_contradicts_vote": "result" } }, () =>
        c.var.db.write(async (tx) => {
          await recordResult(tx, doing(c), item, given);
          await askAboutTyped(c, tx, meetingId(c), (t) => ({ note: t("result_note") }));
        }),
      );
      return `${deskPath(c, "course", { id: meetingId(c) })}?done=result#item-${item}`;
    },
    again: resultPage,
  }),
  page(deskPaths.vote, editMeetings, (c) => votePage(c)),
  allFor(
    form(deskPaths.vote, editMeetings, {
      name: "vote",
      schema: Vote,
      async save(c, typed) {
        const item = itemId(c);
        const input = inputOf(typed);
        const write = async (tx: TenantTx) => {
          const votes = await votesOf(tx, item);
          if (typed.vote === furtherRound || (!typed.vote && votes.length === 0))
            return recordVote(tx, doing(c), item, input);
          if (!typed.vote) throw new InvalidInput([{ path: "vote", code: "meetings.vote_recorded" }]);
          if (!votes.some(({ id }) => id === typed.vote))
            throw new InvalidInput([{ path: "vote", code: "meetings.vote_not_found" }]);
          return correctVote(tx, doing(c), typed.vote, input);
        };
        const work = () =>
          c.var.db.write(async (tx) => {
            await write(tx);
            await askAboutTyped(c, tx, meetingId(c), (t) => ({ majorityReason: t("majority_reason") }));
          });
        try {
          await atFields({ fields: { majorityReason: "majorityReason.sq" } }, work);
        } catch (failure) {
          if (!(failure instanceof InvalidInput)) throw failure;
          throw new InvalidInput(
            failure.fields.map((one) => {
              const at = /^ballots\.(\d+)\./.exec(one.path)?.[1];
              const ballot = at === undefined ? undefined : input.ballots?.[Number(at)];
              return ballot ? { ...one, path: `ballots.${ballot.personId}` } : one;
            }),
          );
        }
        return `${deskPath(c, "course", { id: meetingId(c) })}?done=vote#item-${item}`;
      },
      again: votePage,
    }),
  ),
  form(deskPaths.voteRemoval, editMeetings, {
    name: "vote-removal",
    schema: v.object({ vote: typed, reason: typedInBoth }),
    async save(c, { vote, reason }) {
      const item = itemId(c);
      await atFields({ failures: { "meetings.reason_needed": "reason.sq", "meetings.vote_not_found": "vote" } }, () =>
        c.var.db.write(async (tx) => {
          if (!(await votesOf(tx, item)).some(({ id }) => id === vote)) throw voteNotFound();
          await removeVote(tx, doing(c), vote, reason);
        }),
      );
      return `${deskPath(c, "course", { id: meetingId(c) })}?done=vote_removed#item-${item}`;
    },
    async again(c) {
      standsAt(c, "vote");
      return votePage(c);
    },
  }),
];
