import type { JSX, ParentProps } from "solid-js";
import { Dynamic } from "solid-js/web";

/** Says what would stand here and why it does not yet. */
export const EmptyState = (props: ParentProps<{ title: JSX.Element; rank?: "h2" | "h3" }>) => (
  <div class="empty">
    <Dynamic component={props.rank ?? "h2"}>{props.title}</Dynamic>
    {props.children}
  </div>
);
