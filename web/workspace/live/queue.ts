import type { LiveStep } from "../../../server/features/live/steps.schema.ts";

/** A step that was pressed here and is not known to stand in the log yet. */
export interface Waiting {
  /** The name by which the server knows it again. */
  command: string;
  step: LiveStep;
  /** The instant at which it was pressed, by the server's clock. */
  at: string;
}

export interface Refusal {
  waiting: Waiting;
  /** The server's sentence. */
  why: string;
  /** Others wait behind it: somebody has to say what becomes of them. */
  stops: boolean;
}

/** What was pressed on this device, in order; it leaves only when the server has it or a person lets it go. */
export interface Queue {
  waiting: readonly Waiting[];
  refusal: Refusal | null;
}
export const emptyQueue: Queue = { waiting: [], refusal: null };

const without = (waiting: readonly Waiting[], command: string) => waiting.filter((one) => one.command !== command);

export const put = (queue: Queue, one: Waiting): Queue => ({
  waiting: [...queue.waiting, one],
  // What was told of an earlier step has been read.
  refusal: queue.refusal?.stops ? queue.refusal : null,
});

/** What is sent next; nothing while a person has to decide. */
export const nextOf = ({ waiting, refusal }: Queue): Waiting | null => (refusal?.stops ? null : (waiting[0] ?? null));

/** These stand in the log: they came through, even where the answer was lost on its way. */
export function arrived({ waiting, refusal }: Queue, commands: ReadonlySet<string>): Queue {
  const left = waiting.filter(({ command }) => !commands.has(command));
  return { waiting: left, refusal: refusal && commands.has(refusal.waiting.command) ? null : refusal };
}

/** The server does not take it. Alone, it is told and gone; with others behind it, they wait for a decision. */
export function refused({ waiting }: Queue, one: Waiting, why: string): Queue {
  const left = without(waiting, one.command);
  return left.length === 0
    ? { waiting: left, refusal: { waiting: one, why, stops: false } }
    : { waiting, refusal: { waiting: one, why, stops: true } };
}

/** Lets the refused step go, and goes on with those behind it. */
export const letGo = ({ waiting, refusal }: Queue): Queue => ({
  waiting: refusal ? without(waiting, refusal.waiting.command) : waiting,
  refusal: null,
});

/** Lets all go that wait here. */
export const letAllGo = (_: Queue): Queue => emptyQueue;

/** Sends the refused step once more: something else may have changed meanwhile. */
export const tryAgain = ({ waiting }: Queue): Queue => ({ waiting, refusal: null });
