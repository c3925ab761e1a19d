/** How large a percentage is, as a bar beneath its number, which says the same. */
export const ShareBar = (props: { share: number; colour?: string | null }) => (
  <svg class="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect class="whole" width="100" height="6" />
    <rect width={Math.min(Math.max(props.share, 0), 100)} height="6" fill={props.colour ?? undefined} />
  </svg>
);
