import { For } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { formatDay } from "../../ui/format.ts";
import { statusOf } from "./attendance-query.ts";

const step = 14;

/** A mark for each meeting of the year: full where the member came, low where late, a ring with a reason, a cross without. */
export function AttendanceStrip(props: { strip: string; days: readonly string[]; label: string }) {
  const t = useT("meetings");
  const title = (letter: string, at: number) => {
    const status = statusOf[letter];
    return `${formatDay(props.days[at]!)}: ${status ? t(`attendance.${status}`) : t("without_seat")}`;
  };
  return (
    <svg
      class="attendance-strip"
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${props.days.length * step} 16`}
      width={props.days.length * step}
      height="16"
    >
      <For each={[...props.strip]}>
        {(letter, at) => (
          <g class={statusOf[letter] ?? "no-seat"} transform={`translate(${at() * step} 0)`}>
            <title>{title(letter, at())}</title>
            <Mark letter={letter} />
          </g>
        )}
      </For>
    </svg>
  );
}

/** Told apart by shape as well as by colour. */
function Mark(props: { letter: string }) {
  const shapes: Record<string, string> = {
    p: "M1 1h10v14h-10z",
    l: "M1 8h10v7h-10z",
    r: "M2 2h8v12h-8z",
    a: "M2 3l8 10M10 3l-8 10",
    "-": "M4 8h4",
  };
  return <path d={shapes[props.letter]!} />;
}
