import {
  type Accessor,
  batch,
  createContext,
  createMemo,
  createSignal,
  onCleanup,
  onMount,
  useContext,
} from "solid-js";
import type { ConsoleSheet, ConsoleView } from "../../../server/features/live/console-view.ts";
import { liveApiPath } from "../../../server/features/live/live.paths.shared.ts";
import type { ConsoleData } from "../../../server/features/live/live.workspace.ts";
import { type LiveState, StepRefused, taken } from "../../../server/features/live/live-state.shared.ts";
import type { LiveStep } from "../../../server/features/live/steps.schema.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import { translator } from "../../i18n/translator.ts";
import { createMessages } from "../../lib/i18n.ts";
import { shareEqualParts } from "../../lib/share-equal-parts.ts";
import { createNudges } from "./nudges.ts";
import {
  arrived,
  emptyQueue,
  letAllGo,
  letGo,
  nextOf,
  put,
  type Queue,
  refused,
  tryAgain,
  type Waiting,
} from "./queue.ts";
import { chamberOn, foreseen, loggedOf, type SeenStep, sheetWith, withWaiting } from "./seen.ts";
import { createSender, type Outcome, restAfter } from "./sending.ts";
import { serverClock } from "./server-clock.ts";
import { deviceStorage, type Shelf, shelfIn } from "./shelf.ts";

/** How it stands between this device and the server. */
export type Connection = "well" | "lost" | "signed_out";

export interface Console {
  sheet: Accessor<ConsoleSheet>;
  state: Accessor<LiveState>;
  /** The log, and behind it what waits here. */
  steps: Accessor<readonly SeenStep[]>;
  queue: Accessor<Queue>;
  connection: Accessor<Connection>;
  /** Milliseconds, by the server's clock; each second another. */
  now: Accessor<number>;
  /** Whether whoever looks runs the meeting, or only watches. */
  isRunner: boolean;
  /** Whether they can, now that the page has its script. */
  mayRun: Accessor<boolean>;
  /** Why the last step that was pressed cannot be, before it was even sent. */
  told: Accessor<string | null>;
  /** Whether this device keeps what waits over a reload. */
  keeps: Accessor<boolean>;
  /** Writes a step down: kept here at once, then sent. False where it cannot be. */
  take(step: LiveStep): boolean;
  decide(what: "let_go" | "let_all_go" | "try_again" | "read"): void;
}

const ConsoleContext = createContext<Console>();
export const ConsoleProvider = ConsoleContext.Provider;
export function useConsole(): Console {
  const value = useContext(ConsoleContext);
  if (!value) throw new Error("Outside of the console.");
  return value;
}

/** A name of one's own for a step, an item or a vote, also where the page has no secure origin. */
export function newId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** How often a console asks what others wrote down, in milliseconds: by itself, and where it is told or not looked at. */
const askEvery = { itself: 1_500, told: 10_000 };

interface Answered {
  view: ConsoleView;
  problem: { title: string; fields?: { message: string }[] } | null;
}

/** What the meeting's console knows and does. On the server it only shows. */
export function createConsole(data: ConsoleData, locale: Locale): Console {
  const [view, setView] = createSignal(data.view);
  const [log, setLog] = createSignal<readonly SeenStep[]>(loggedOf(data.view.steps));
  const [queue, setQueue] = createSignal<Queue>(emptyQueue);
  const [connection, setConnection] = createSignal<Connection>("well");
  const [told, setTold] = createSignal<string | null>(null);
  const [keeps, setKeeps] = createSignal(true);
  const [mayRun, setMayRun] = createSignal(false);
  const [now, setNow] = createSignal(Date.parse(data.view.now));
  const sheet = createMemo(() => sheetWith(view().sheet, queue().waiting));
  const chamber = createMemo(() => chamberOn(sheet()));
  const seen = createMemo(() => foreseen(log(), queue().waiting, chamber()));
  const state = () => seen().state;
  const steps = createMemo(() => withWaiting(log(), queue().waiting));

  const address = `${liveApiPath(data.view.sheet.meeting.id)}?after=`;
  const clock = serverClock(data.view.now, () => (typeof performance === "undefined" ? 0 : performance.now()));
  let shelf: Shelf = shelfIn(null, "");
  let reasons = (code: string, _values?: Record<string, string | number>): string => code;

  /** What an answer says of the log; never less than is known already. */
  function hear(next: ConsoleView) {
    clock.heard(next.now);
    const known = log().length;
    const fresh = loggedOf(next.steps).filter(({ number }) => number > known);
    if (next.last < known || (fresh[0] && fresh[0].number !== known + 1)) return;
    batch(() => {
      // What is the same stays the same: nobody loses the row in which they are typing.
      const [, sheet] = shareEqualParts([view().sheet, next.sheet]);
      if (next.mark !== view().mark) setView({ ...next, sheet: sheet! });
      if (fresh.length === 0) return;
      setLog([...log(), ...fresh]);
      const commands = new Set(fresh.map(({ command }) => command));
      if (queue().waiting.some(({ command }) => commands.has(command))) {
        shelf.remove([...commands]);
        setQueue(arrived(queue(), commands));
      }
    });
  }

  const headers = { "accept-language": locale, accept: "application/json" };

  async function send(one: Waiting): Promise<Outcome> {
    try {
      const answer = await fetch(address + log().length, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify(one),
        signal: AbortSignal.timeout(10_000),
      });
      if (answer.status === 401) return { kind: "signed_out" };
      if (answer.status >= 500 || answer.status === 429) return { kind: "later" };
      const body = await answer.json();
      if (body.view) hear((body as Answered).view);
      if (answer.ok) return { kind: "taken" };
      const problem = (body as Partial<Answered>).problem ?? body;
      const fields = (problem.fields ?? []).map(({ message }: { message: string }) => message);
      return { kind: "refused", why: fields.length > 0 ? fields.join(" ") : String(problem.title) };
    } catch {
      return { kind: "later" };
    }
  }

  function heard(one: Waiting, outcome: Outcome) {
    batch(() => {
      setConnection(outcome.kind === "later" ? "lost" : outcome.kind === "signed_out" ? "signed_out" : "well");
      if (outcome.kind === "taken") {
        shelf.remove([one.command]);
        setQueue(arrived(queue(), new Set([one.command])));
      }
      if (outcome.kind === "refused") {
        setQueue(refused(queue(), one, outcome.why));
        if (!queue().refusal?.stops) shelf.remove([one.command]);
      }
    });
  }

  let wake = () => {};
  const rest = (failures: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, restAfter(failures));
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  const drain = createSender({ queue, send, heard, rest });

  async function ask() {
    try {
      const answer = await fetch(address + log().length, {
        headers: { ...headers, "if-none-match": `"${view().mark}"` },
        cache: "no-store",
        signal: AbortSignal.timeout(10_000),
      });
      if (answer.status === 401) return void setConnection("signed_out");
      if (answer.status !== 304 && !answer.ok) throw new Error(String(answer.status));
      if (answer.ok) hear(await answer.json());
      const wasAway = connection() !== "well";
      setConnection("well");
      // What waited goes now, without resting first.
      if (wasAway) wake();
      if (nextOf(queue())) void drain();
    } catch {
      setConnection("lost");
    }
  }

  onMount(() => {
    shelf = shelfIn(deviceStorage(), `${data.account}:${view().sheet.meeting.id}`);
    const known = new Set(log().map(({ command }) => command));
    const kept = shelf.all();
    shelf.remove(kept.filter(({ command }) => known.has(command)).map(({ command }) => command));
    setQueue({ waiting: kept.filter(({ command }) => !known.has(command)), refusal: null });
    setMayRun(data.mayRun);
    void drain();
    const phrases = locale === "en" ? import("./reasons/en.ts") : import("./reasons/sq.ts");
    void phrases.then(({ errors }) => {
      reasons = translator(createMessages(locale, { errors }), locale, "errors");
    });

    const ticking = setInterval(() => setNow(clock.now()), 1_000);
    let asking: ReturnType<typeof setTimeout>;
    const nudges = createNudges(`/api/v1/live/${view().sheet.slug}/stream`, () => askNow());
    let isAsking = false;
    let wasNudged = false;
    const askOn = async () => {
      clearTimeout(asking);
      if (isAsking) {
        wasNudged = true;
        return;
      }
      isAsking = true;
      do {
        wasNudged = false;
        await ask();
      } while (wasNudged);
      isAsking = false;
      if (state().phase === "open" || state().phase === "break") nudges.listen();
      const isTold = document.hidden || (nudges.isOpen() && connection() === "well");
      asking = setTimeout(askOn, isTold ? askEvery.told : askEvery.itself);
    };
    asking = setTimeout(askOn, askEvery.itself);
    const askNow = () => {
      if (!document.hidden) void askOn();
    };
    const lost = () => setConnection("lost");
    addEventListener("online", askNow);
    addEventListener("offline", lost);
    document.addEventListener("visibilitychange", askNow);
    // Another window on this device pressed something, or its steps came through.
    const shared = ({ key }: StorageEvent) => {
      if (!key?.startsWith("live:")) return;
      const [all, here] = [shelf.all(), queue().waiting];
      const more = all.filter(({ command }) => !here.some((one) => one.command === command));
      if (more.length > 0) setQueue({ ...queue(), waiting: [...here, ...more] });
      void drain();
    };
    addEventListener("storage", shared);
    onCleanup(() => {
      clearInterval(ticking);
      clearTimeout(asking);
      nudges.end();
      removeEventListener("online", askNow);
      removeEventListener("offline", lost);
      removeEventListener("storage", shared);
      document.removeEventListener("visibilitychange", askNow);
    });
  });

  return {
    ...{ sheet, state, steps, queue, connection, now, mayRun, told, keeps, isRunner: data.mayRun },
    take(step) {
      const { standing } = seen();
      const last = standing.at(-1)?.at;
      const pressed = new Date(clock.now());
      const at = last && pressed < last ? last : pressed;
      try {
        taken(standing, { number: standing.length + 1, at, step }, chamber());
      } catch (refusal) {
        if (!(refusal instanceof StepRefused)) throw refusal;
        setTold(reasons(refusal.code, refusal.values));
        return false;
      }
      const one = { command: newId(), step, at: pressed.toISOString() };
      batch(() => {
        setTold(null);
        setKeeps(shelf.keep(one));
        setQueue(put(queue(), one));
        setNow(clock.now());
      });
      void drain();
      return true;
    },
    decide(what) {
      const before = queue();
      if (what === "read") {
        setTold(null);
        if (!before.refusal?.stops) setQueue({ ...before, refusal: null });
        return;
      }
      const next = { let_go: letGo, let_all_go: letAllGo, try_again: tryAgain }[what](before);
      const left = new Set(next.waiting.map(({ command }) => command));
      shelf.remove(before.waiting.map(({ command }) => command).filter((command) => !left.has(command)));
      setQueue(next);
      void drain();
    },
  };
}
