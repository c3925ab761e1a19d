import { Show } from "solid-js";
import { isServer } from "solid-js/web";

/** Only the server draws emblems: hydration leaves the drawing as it came, so the browser needs none of them. */
const drawings: Record<string, string> = import.meta.env.SSR
  ? import.meta.glob<string>("../../tenants/emblems/*.svg", { query: "?raw", import: "default", eager: true })
  : {};

const drawing = (name: string) =>
  drawings[`../../tenants/emblems/${name}.svg`] ?? drawings["../../tenants/emblems/default.svg"] ?? "";

/** A council's own emblem, or one of those that all may take in the colour of the text around it; a decoration beside the council's name. */
export function Emblem(props: { name: string; picture?: { src: string; width: number; height: number } | null }) {
  return (
    <Show
      when={props.picture}
      fallback={<span class="crest" aria-hidden="true" innerHTML={isServer ? drawing(props.name) : ""} />}
    >
      {(own) => (
        <span class="crest">
          <img src={own().src} width={own().width} height={own().height} alt="" />
        </span>
      )}
    </Show>
  );
}
