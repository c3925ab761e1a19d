import { type Standing, stoodField, stoodOf } from "../../../workspace/changed-meanwhile.shared.ts";
import { ChangedMeanwhile, stoodIn, withOthersChanges } from "../../../workspace/changed-meanwhile.ts";
import { labelIn } from "../../../workspace/label-in.ts";
import type { TypedValues } from "../../../workspace/typed-values.ts";
import type { VoteData } from "./vote-view.ts";

/**
 * What was typed, with what somebody else has put right meanwhile in the same round, member by member.
 * @throws {ChangedMeanwhile} once
 */
export async function withOthersVote(sent: TypedValues, data: VoteData): Promise<TypedValues> {
  const opened = stoodIn(sent);
  if (!opened || data.asksWhich) return sent;
  const { vote, method } = data.stood;
  // Of another round than the one that the form was opened with, nothing has been seen yet.
  const stood: Standing = opened.vote === vote ? opened : { vote };
  if (method && method !== sent.method && method !== stood.method) {
    // Names and counts cannot be brought together: how it was voted is one thing.
    const text = `${labelIn(data.methods, method)}: ${data.rounds.find(({ value }) => value === vote)!.tally}`;
    throw new ChangedMeanwhile([{ path: "method", code: "meanwhile.changed", params: { text } }], {
      ...{ ...sent, [stoodField]: stoodOf({ ...stood, method }) },
    });
  }
  const told = async (_: string, value: string) => labelIn(data, value) ?? value;
  return withOthersChanges({ ...sent, [stoodField]: stoodOf(stood) }, data.stood, told);
}
