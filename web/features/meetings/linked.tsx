import { Show } from "solid-js";

/** A name that leads to its page, where it has one. */
export function Linked(props: { name: string; path: string | null | undefined }) {
  return (
    <Show when={props.path} fallback={props.name}>
      {(path) => (
        <a link href={path()}>
          {props.name}
        </a>
      )}
    </Show>
  );
}
