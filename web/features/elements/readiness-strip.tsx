import { createMemo } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import type { Readiness } from "../../ui/readiness-tag.tsx";

const step = 10;
const side = 7;
/** As many as the largest part has stand in one row; all of them in three. */
const longest = 31;
const ofAll = 27;

/** A square for each element, in the catalogue's order: full, half or empty. The sentence beside it says the same. */
export function ReadinessStrip(props: { states: readonly Readiness[] }) {
  const t = useT("elements");
  const states = createMemo(() => props.states);
  const count = (state: Readiness) => states().filter((one) => one === state).length;
  const columns = () => (states().length > longest ? ofAll : states().length);
  const rows = () => Math.ceil(states().length / columns());
  const squares = (state: Readiness, shape: string) =>
    states()
      .map((one, index) =>
        one === state ? `M${(index % columns()) * step + 1} ${Math.floor(index / columns()) * step + 1}${shape}` : "",
      )
      .join("");
  const whole = `h${side}v${side}h-${side}z`;
  return (
    <div class="strip">
      <svg
        viewBox={`0 0 ${columns() * step} ${rows() * step}`}
        width={columns() * step}
        height={rows() * step}
        aria-hidden="true"
      >
        <path class="none" d={squares("none", whole)} />
        <path class="none" d={squares("partial", whole)} />
        <path class="full" d={squares("partial", `m0 ${side / 2}h${side}v${side / 2}h-${side}z`)} />
        <path class="full" d={squares("full", whole)} />
      </svg>
      <p>
        {t(count("partial") > 0 ? "strip_partial" : "strip", {
          full: count("full"),
          partial: count("partial"),
          all: states().length,
        })}
      </p>
    </div>
  );
}
