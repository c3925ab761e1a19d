import { For } from "solid-js";
import type { ShownVote } from "./meetings-query.ts";

/** The votes side by side in proportion, with a line where enough were in favour. The sentence beneath says the same. */
export function VoteBar(props: { vote: ShownVote }) {
  const parts = () => {
    const { votesFor, votesAgainst, abstentions, members } = props.vote;
    let from = 0;
    return [
      ["for", votesFor] as const,
      ["abstained", abstentions] as const,
      ["against", votesAgainst] as const,
      ["rest", members - votesFor - votesAgainst - abstentions] as const,
    ].map(([name, count]) => {
      const part = { name, from, count };
      from += count;
      return part;
    });
  };
  return (
    <svg class="vote-bar" viewBox={`0 0 ${props.vote.members} 1`} preserveAspectRatio="none" aria-hidden="true">
      <For each={parts()}>
        {({ name, from, count }) => <rect class={name} x={from} y="0" width={count} height="1" />}
      </For>
      <rect class="needed" x={props.vote.needed - 0.06} y="0" width="0.12" height="1" />
    </svg>
  );
}
