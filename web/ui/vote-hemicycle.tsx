import { type Choice, choices } from "../../server/features/meetings/meetings.shared.ts";
import { useT } from "../lib/i18n.ts";
import { Hemicycle, type Seat, seatsByCount } from "./hemicycle.tsx";

interface VoteHemicycleProps {
  /** What was voted on, or simply “The vote”. */
  caption: string;
  /** Who voted how, where it was by name … */
  ballots?: readonly { key: string; name: string; choice: Choice }[];
  /** … else how many did. */
  counts?: Partial<Record<Choice, number>>;
}

/** A vote as the council sits: for from the left, against, abstentions, then those who did not vote. */
export function VoteHemicycle(props: VoteHemicycleProps) {
  const t = useT();
  const label = (choice: Choice) => t(`vote.${choice}`);
  const seats = (): Seat[] =>
    props.ballots
      ? props.ballots.map(({ key, name, choice }) => ({ key, label: `${name}: ${label(choice)}`, group: choice }))
      : seatsByCount(
          choices.map((choice) => ({ key: choice, label: label(choice), count: props.counts?.[choice] ?? 0 })),
        );
  const has = (choice: Choice) => seats().some(({ group }) => group === choice);
  const groups = () =>
    choices
      .filter((choice) => (choice !== "absent" && choice !== "not_voting" ? true : has(choice)))
      .map((choice) => ({ key: choice, label: label(choice), tone: choice }));
  const count = (choice: Choice) => seats().filter(({ group }) => group === choice).length;
  return (
    <Hemicycle
      caption={props.caption}
      groups={groups()}
      seats={seats()}
      centre={`${count("for")} : ${count("against")}`}
    />
  );
}
