import { describe, expect, it } from "vitest";
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
import { createSender, type Outcome, restAfter } from "./sending.ts";
import { type Shelf, shelfIn } from "./shelf.ts";

const step = (command: string, second = 0): Waiting => ({
  command,
  step: { kind: "break_began" },
  at: `2026-03-05T17:00:${String(second).padStart(2, "0")}.000Z`,
});
const queueOf = (...commands: string[]): Queue =>
  commands.reduce((queue, command, at) => put(queue, step(command, at)), emptyQueue);
const names = ({ waiting }: Queue) => waiting.map(({ command }) => command);

describe("What waits on a device", () => {
  it("goes in the order in which it was pressed, and leaves when it stands in the log", () => {
    const queue = queueOf("a", "b", "c");
    expect(nextOf(queue)?.command).toBe("a");
    expect(names(arrived(queue, new Set(["a", "c", "of another screen"])))).toEqual(["b"]);
  });

  it("is told and gone when it is refused alone; with others behind it, somebody decides", () => {
    const alone = refused(queueOf("a"), step("a"), "Too late.");
    expect(alone).toMatchObject({ waiting: [], refusal: { why: "Too late.", stops: false } });
    expect(put(alone, step("b"))).toMatchObject({ refusal: null });
    const first = refused(queueOf("a", "b", "c"), step("a"), "Too late.");
    expect(nextOf(first)).toBeNull();
    expect(names(put(first, step("d")))).toEqual(["a", "b", "c", "d"]);
    expect(nextOf(put(first, step("d")))).toBeNull();
    expect(names(letGo(first))).toEqual(["b", "c"]);
    expect(nextOf(letGo(first))?.command).toBe("b");
    expect(names(letAllGo(first))).toEqual([]);
    expect(nextOf(tryAgain(first))?.command).toBe("a");
  });

  it("is no longer refused once it turns out to have come through", () => {
    const first = refused(queueOf("a", "b"), step("a"), "Too late.");
    expect(arrived(first, new Set(["a"]))).toMatchObject({ refusal: null, waiting: [{ command: "b" }] });
  });
});

/** As a browser keeps it. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

describe("The shelf of a device", () => {
  it("gives back after a reload what was kept, in order, also from two windows and of no other meeting", () => {
    const device = storage();
    const [one, other] = [shelfIn(device, "arta:m1"), shelfIn(device, "arta:m1")];
    const elsewhere: Shelf = shelfIn(device, "arta:m2");
    expect(one.keep(step("a", 1))).toBe(true);
    other.keep(step("b", 2));
    one.keep(step("c", 2));
    one.keep(step("d", 2));
    elsewhere.keep(step("x", 0));
    const reloaded = shelfIn(device, "arta:m1");
    const all = reloaded.all().map(({ command }) => command);
    expect(all[0]).toBe("a");
    expect(all.filter((command) => command !== "b")).toEqual(["a", "c", "d"]);
    reloaded.remove(["a", "c"]);
    expect(one.all().map(({ command }) => command)).toEqual(["b", "d"]);
  });

  it("says when a browser keeps nothing, and forgives what cannot be read", () => {
    expect(shelfIn(null, "arta:m1").keep(step("a"))).toBe(false);
    const full = { ...storage(), setItem: () => { throw new DOMException("full", "QuotaExceededError"); } } as Storage; // biome-ignore format: one thing
    expect(shelfIn(full, "arta:m1").keep(step("a"))).toBe(false);
    const spoilt = storage();
    spoilt.setItem("live:arta:m1:2026:000001:a", "{");
    expect(shelfIn(spoilt, "arta:m1").all()).toEqual([]);
  });
});

describe("The sender", () => {
  /** A server that answers so, one after the other; then all is taken. */
  function sending(queue: Queue, answers: Outcome[]) {
    const sent: string[] = [];
    const rests: number[] = [];
    const parts = { queue };
    const drain = createSender({
      queue: () => parts.queue,
      async send({ command }) {
        sent.push(command);
        return answers.shift() ?? { kind: "taken" };
      },
      heard(one, outcome) {
        if (outcome.kind === "taken") parts.queue = arrived(parts.queue, new Set([one.command]));
        if (outcome.kind === "refused") parts.queue = refused(parts.queue, one, outcome.why);
      },
      async rest(failures) {
        rests.push(failures);
      },
    });
    return { drain, sent, rests, parts };
  }

  it("sends the same step until it has an answer, and the next one only then", async () => {
    const { drain, sent, rests, parts } = sending(queueOf("a", "b"), [{ kind: "later" }, { kind: "later" }]);
    await Promise.all([drain(), drain()]);
    expect(sent).toEqual(["a", "a", "a", "b"]);
    expect(rests).toEqual([0, 1]);
    expect(parts.queue.waiting).toEqual([]);
  });

  it("stops where somebody has to decide, and goes on with the rest then", async () => {
    const { drain, sent, parts } = sending(queueOf("a", "b", "c"), [{ kind: "refused", why: "Too late." }]);
    await drain();
    expect(sent).toEqual(["a"]);
    parts.queue = letGo(parts.queue);
    await drain();
    expect(sent).toEqual(["a", "b", "c"]);
  });

  it("stops where one has to sign in again, and loses nothing", async () => {
    const { drain, sent, parts } = sending(queueOf("a", "b"), [{ kind: "signed_out" }]);
    await drain();
    expect([sent, names(parts.queue)]).toEqual([["a"], ["a", "b"]]);
    await drain();
    expect(sent).toEqual(["a", "a", "b"]);
  });

  it("rests longer each time, and never for long", () => {
    expect([0, 1, 2, 3, 4, 30].map(restAfter)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000]);
  });
});
