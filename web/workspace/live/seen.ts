import type { ConsoleSheet, StepView } from "../../../server/features/live/console-view.ts";
import {
  type Chamber,
  type LiveState,
  type LoggedStep,
  StepRefused,
  stateOf,
  taken,
} from "../../../server/features/live/live-state.shared.ts";
import type { Waiting } from "./queue.ts";

export interface SeenStep extends LoggedStep {
  command: string;
  /** Who wrote it down; `null` while it waits here. */
  by: string | null;
}

export const loggedOf = (steps: readonly StepView[]): SeenStep[] =>
  steps.map(({ at, ...step }) => ({ ...step, at: new Date(at) }));

/** Items that were added here, and that the server has not heard of yet, at the end of the agenda. */
export function sheetWith(sheet: ConsoleSheet, waiting: readonly Waiting[]): ConsoleSheet {
  const added = waiting.flatMap(({ step }) =>
    step.kind === "item_added" && !sheet.items.some(({ id }) => id === step.itemId) ? [step] : [],
  );
  if (added.length === 0) return sheet;
  const top = sheet.items.filter(({ depth }) => depth === 1).length;
  const items = added.map((step, at) => ({
    ...{ id: step.itemId, number: String(top + at + 1), depth: 1, title: step.title, kind: "" },
    ...{ isElection: false, protocolNumber: null, majority: "voting" as const, papers: [] },
  }));
  return { ...sheet, items: [...sheet.items, ...items] };
}

export const chamberOn = ({ people, items, needsQuorum }: ConsoleSheet): Chamber => ({
  members: people.map(({ id }) => id),
  items: items.map(({ id }) => id),
  needsQuorum,
});

/** The log with what waits here behind it. */
export const withWaiting = (log: readonly SeenStep[], waiting: readonly Waiting[]): SeenStep[] => [
  ...log,
  ...waiting.map(({ command, step, at }, index) => {
    const said = new Date(at);
    const last = log.at(-1)?.at;
    // As the server does: what was written down meanwhile stands before it.
    return { number: log.length + index + 1, command, step, by: null, at: last && said < last ? last : said };
  }),
];

export interface Foreseen {
  state: LiveState;
  /** The log, and what waits here as far as the log allows it. What it does not allow is for the server to refuse. */
  standing: readonly LoggedStep[];
}

/** What the meeting has come to as far as this device knows. */
export function foreseen(log: readonly SeenStep[], waiting: readonly Waiting[], chamber: Chamber): Foreseen {
  let state = stateOf(log, chamber);
  const standing: LoggedStep[] = [...log];
  for (const step of withWaiting(log, waiting).slice(log.length)) {
    const next = { ...step, number: standing.length + 1 };
    try {
      state = taken(standing, next, chamber);
      standing.push(next);
    } catch (refusal) {
      if (!(refusal instanceof StepRefused)) throw refusal;
    }
  }
  return { state, standing };
}
