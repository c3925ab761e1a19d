import { For } from "solid-js";
import { Linked } from "./linked.tsx";
import type { Names } from "./meetings-query.ts";

/** Names one after another, each leading to its page where it has one. */
export function NameList(props: { names: Names; places: readonly number[] }) {
  return (
    <ul class="names">
      <For each={props.places}>
        {(place) => (
          <li>
            <Linked name={props.names[place]![0]} path={props.names[place]![1]} />
          </li>
        )}
      </For>
    </ul>
  );
}
