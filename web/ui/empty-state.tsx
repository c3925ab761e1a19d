import type { JSX, ParentProps } from "solid-js";

/** Says what would stand here and why it does not yet. */
export const EmptyState = (props: ParentProps<{ title: JSX.Element }>) => (
  <div class="empty">
    <h2>{props.title}</h2>
    {props.children}
  </div>
);
