/** How a vote fell, as one bar: for from the left, against, abstentions. The numbers stand beside it as text. */
export function VoteBar(props: { votes: { for: number; against: number; abstained: number } }) {
  const all = () => Math.max(props.votes.for + props.votes.against + props.votes.abstained, 1);
  const share = (count: number) => Math.round((count / all()) * 1000) / 10;
  return (
    <svg class="vote-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="for" width={share(props.votes.for)} height="6" />
      <rect class="against" x={share(props.votes.for)} width={share(props.votes.against)} height="6" />
      <rect
        class="abstained"
        x={share(props.votes.for + props.votes.against)}
        width={share(props.votes.abstained)}
        height="6"
      />
    </svg>
  );
}
