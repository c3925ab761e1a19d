import { For, Show } from "solid-js";
import type { Names } from "./meetings-query.ts";

/** Names one after another, each leading to its page where it has one. */
export function NameList(props: { names: Names; places: readonly number[] }) {
  return (
    <ul class="names">
      <For each={props.places}>
        {(place) => (
          <li>
            <Show when={props.names[place]![1]} fallback={props.names[place]![0]}>
              {(path) => (
                <a link href={path()}>
                  {props.names[place]![0]}
                </a>
              )}
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
