import { createMemo, For, Show } from "solid-js";
import { hemicycle } from "./hemicycle-geometry.ts";

/** How a seat looks where colour alone would say it: each has a shape of its own. */
export type SeatTone = "for" | "against" | "abstained" | "absent" | "not_voting";

/** Seats that belong together: a party, or those who voted alike. */
export interface SeatGroup {
  key: string;
  label: string;
  /** A way of voting; else the group is a party, drawn in its colour with a letter. */
  tone?: SeatTone;
  /** `#rrggbb`; without it seats are empty rings with their letter. */
  colour?: string | null;
  /** From which the letter is taken: a party's short name. */
  short?: string;
}

export interface Seat {
  key: string;
  /** Who sits there, shown on touching it: “Arben Hoxha, pro”. */
  label: string;
  /** The key of its group. */
  group: string;
}

interface HemicycleProps {
  /** What is drawn, read aloud with the sums: “Seats by list”. */
  caption: string;
  /** In the order in which they sit, from the left. All are in the legend, also those without a seat. */
  groups: readonly SeatGroup[];
  seats: readonly Seat[];
  /** Stands large where the rostrum is: the number of seats, or a result “19 : 8”. */
  centre?: string;
}

/** Seats without names, as after an election or a count of hands. */
export const seatsByCount = (groups: readonly { key: string; label: string; count: number }[]): Seat[] =>
  groups.flatMap(({ key, label, count }) =>
    Array.from({ length: count }, (_, index) => ({ key: `${key}-${index + 1}`, label, group: key })),
  );

const lettersIn = (text: string): string[] => text.toLocaleUpperCase("sq").match(/[\p{L}\p{N}]/gu) ?? [];
const initialsOf = (label: string): string[] => label.match(/(?<!\p{L})\p{Lu}/gu) ?? [];
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** One letter for each party: of its short name, then of its name's words, the one that fewest others could take. */
export function lettersOf(groups: readonly SeatGroup[]): Map<string, string> {
  const parties = groups
    .filter(({ tone }) => !tone)
    .map(({ key, label, short = "" }) => ({ key, own: lettersIn(short), initials: initialsOf(label) }));
  const claims = (letter: string) => parties.filter(({ own }) => own.includes(letter)).length;
  const taken = new Set<string>();
  return new Map(
    parties.map(({ key, own, initials }) => {
      const wished = own.toSorted((one, other) => claims(one) - claims(other));
      const letter = [...wished, ...initials, ...alphabet].find((one) => !taken.has(one)) ?? "·";
      taken.add(letter);
      return [key, letter];
    }),
  );
}

/** Whether dark or light letters are read better on a colour, by the relative luminance of WCAG 2. */
function inkOn(colour: string): "dark-ink" | "light-ink" {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "dark-ink" : "light-ink";
}

/** Strokes within a circle of radius 10. */
const marks: Partial<Record<SeatTone, string>> = {
  for: "M-4.6 .4-1.4 3.6 4.8-3.4",
  against: "M-3.6-3.6 3.6 3.6M3.6-3.6-3.6 3.6",
  abstained: "M-4.6 0H4.6",
};
const scale = 100;
const tenths = (length: number) => Math.round(length * scale * 10) / 10;

/** A seat in the middle of its own picture, of radius 10. */
function SeatShape(props: { group: SeatGroup; letter: string | undefined }) {
  return (
    <>
      <circle r="9" fill={props.group.tone ? undefined : (props.group.colour ?? "none")} />
      <Show when={props.group.tone && marks[props.group.tone]}>{(mark) => <path d={mark()} />}</Show>
      <Show when={props.letter}>
        <text dy=".35em" class={props.group.colour ? inkOn(props.group.colour) : undefined}>
          {props.letter}
        </text>
      </Show>
    </>
  );
}

const seatClass = ({ tone }: SeatGroup) => `seat ${tone ?? "party"}`;

/**
 * A council as it sits, drawn on the server: who belongs together by colour and by letter or sign, with a legend that
 * counts. The picture says nothing that the legend does not; names belong in a list beside it.
 *
 * @example
 * <Hemicycle caption={t("seats_by_list")} centre="31" seats={seatsByCount(lists)}
 *   groups={lists.map(({ key, label, short, colour }) => ({ key, label, short, colour }))} />
 */
export function Hemicycle(props: HemicycleProps) {
  const letters = createMemo(() => lettersOf(props.groups));
  const count = (key: string) => props.seats.filter(({ group }) => group === key).length;
  const placed = createMemo(() => {
    const inOrder = props.groups.flatMap((group) =>
      props.seats.filter((seat) => seat.group === group.key).map((seat) => ({ ...seat, of: group })),
    );
    const { places, reach } = hemicycle(inOrder.length);
    return { reach, seats: inOrder.map((seat, index) => ({ ...seat, ...places[index]! })) };
  });
  const edge = () => tenths(1 + placed().reach) + 1;
  const told = () => `${props.caption}: ${props.groups.map(({ key, label }) => `${label} ${count(key)}`).join(", ")}`;
  return (
    <figure class="hemicycle">
      <Show when={placed().seats.length > 0}>
        <svg
          role="img"
          aria-label={told()}
          viewBox={`${-edge()} ${-edge()} ${2 * edge()} ${edge() + tenths(placed().reach) + 1}`}
        >
          <For each={placed().seats}>
            {(seat) => (
              <g
                class={seatClass(seat.of)}
                transform={`translate(${tenths(seat.x)} ${tenths(-seat.y)}) scale(${tenths(placed().reach) / 10})`}
              >
                <title>{seat.label}</title>
                <SeatShape group={seat.of} letter={letters().get(seat.group)} />
              </g>
            )}
          </For>
          <Show when={props.centre}>
            {(centre) => (
              <text class="centre" font-size={centre().length > 3 ? "18" : "28"}>
                {centre()}
              </text>
            )}
          </Show>
        </svg>
      </Show>
      <figcaption>
        <ul class="seat-legend" aria-label={props.caption}>
          <For each={props.groups}>
            {(group) => (
              <li>
                <svg viewBox="-10 -10 20 20" width="20" height="20" aria-hidden="true">
                  <g class={seatClass(group)}>
                    <SeatShape group={group} letter={letters().get(group.key)} />
                  </g>
                </svg>
                <span>{group.label}</span> <b>{count(group.key)}</b>
              </li>
            )}
          </For>
        </ul>
      </figcaption>
    </figure>
  );
}
