import { For, type ParentProps } from "solid-js";

/** A part of the home page under its heading, with the way to all of it beside the heading. */
export function HomeSection(
  props: ParentProps<{ id: string; title: string; links?: { label: string; path: string }[] }>,
) {
  return (
    <section aria-labelledby={props.id}>
      <div class="bar">
        <h2 id={props.id}>{props.title}</h2>
        <span class="bar-links">
          <For each={props.links}>
            {(way) => (
              <a link href={way.path}>
                {way.label}
              </a>
            )}
          </For>
        </span>
      </div>
      {props.children}
    </section>
  );
}
