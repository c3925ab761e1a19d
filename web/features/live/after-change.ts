import type { LiveChange, LiveMeeting, LiveNow } from "../../../server/features/following/following.schema.ts";

/** A meeting after one more step. What the step says nothing of stays the very same object. */
export function afterChange(meeting: LiveMeeting, { number, now, items, votes }: LiveChange): LiveMeeting {
  const next: LiveNow = { ...meeting.now, ...now };
  if (items) next.items = { ...meeting.now.items, ...items };
  if (votes) {
    const all = { ...meeting.now.votes, ...votes };
    next.votes = Object.fromEntries(Object.entries(all).filter(([, vote]) => vote !== null)) as LiveNow["votes"];
  }
  return { ...meeting, number, now: next };
}
