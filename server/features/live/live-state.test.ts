import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Chamber, type LoggedStep, StepRefused, standingSteps, stateOf, taken } from "./live-state.shared.ts";
import type { LiveStep } from "./steps.schema.ts";

const members = ["arta", "besnik", "drita", "ermal", "fatos", "gerta", "ilir"];
const chamber: Chamber = { members, items: ["one", "two"], needsQuorum: true };
const at = (minute: number) => new Date(Date.UTC(2026, 11, 3, 17, minute));

/** Writes steps down one after the other, a minute apart. */
function log(...steps: LiveStep[]): LoggedStep[] {
  const written: LoggedStep[] = [];
  for (const step of steps) {
    const next = { number: written.length + 1, at: at(written.length), step };
    taken(written, next, chamber);
    written.push(next);
  }
  return written;
}
const refusalOf = (written: readonly LoggedStep[], step: LiveStep, when = at(written.length)) => {
  try {
    taken(written, { number: written.length + 1, at: when, step }, chamber);
    return null;
  } catch (refusal) {
    if (refusal instanceof StepRefused) return refusal.code;
    throw refusal;
  }
};
const roll = (...absent: string[]): LiveStep => ({
  kind: "roll_called",
  members: members.map((personId) => ({ personId, status: absent.includes(personId) ? "absent" : "present" })),
});
const ballots = (choices: Record<string, "for" | "against" | "abstained">): LiveStep => ({
  kind: "ballots_cast",
  vote,
  ballots: Object.entries(choices).map(([personId, choice]) => ({ personId, choice })),
});
const vote = "vote";
const byName: LiveStep = { kind: "vote_opened", vote, itemId: "one", method: "by_name", majority: "voting" };
const begun = [{ kind: "opened" }, roll("ilir"), { kind: "item_started", itemId: "one" }] as const satisfies LiveStep[];

describe("The quorum", () => {
  it("is more than half of all members, and follows who comes and goes", () => {
    const written = log({ kind: "opened" }, roll("ermal", "fatos", "gerta", "ilir"));
    expect(stateOf(written, chamber)).toMatchObject({ present: 3, quorum: 4 });
    const more = [...written, { number: 3, at: at(3), step: { kind: "arrived", personId: "ilir" } as const }];
    expect(stateOf(more, chamber).present).toBe(4);
    expect(stateOf(more, chamber).roll?.get("ilir")).toMatchObject({ status: "late", arrivedAt: at(3) });
  });

  it("is needed to vote", () => {
    const written = log({ kind: "opened" }, roll("ermal", "fatos", "gerta", "ilir"), {
      kind: "item_started",
      itemId: "one",
    });
    expect(refusalOf(written, byName)).toBe("meetings.no_quorum");
  });
});

describe("A vote by name", () => {
  it("counts each member's last word, says who did not vote, and needs the majority that was asked for", () => {
    const written = log(
      ...begun,
      { kind: "vote_opened", vote, itemId: "one", method: "by_name", majority: "all" },
      ballots({ arta: "for", besnik: "for", drita: "for", ermal: "against" }),
      ballots({ ermal: "for" }),
      { kind: "vote_closed", vote },
    );
    const [held] = stateOf(written, chamber).votes;
    expect(held).toMatchObject({ votesFor: 4, votesAgainst: 0, present: 6, members: 7, outcome: "adopted" });
    expect(held!.ballots!.get("fatos")).toBe("not_voting");
    expect(held!.ballots!.get("ilir")).toBe("absent");
  });

  it("takes no vote of who is absent, none twice in one call, and none of a stranger", () => {
    const written = log(...begun, byName);
    expect(refusalOf(written, ballots({ ilir: "for" }))).toBe("meetings.absent_member_votes");
    expect(refusalOf(written, ballots({ zana: "for" }))).toBe("meetings.not_a_member");
    const twice: LiveStep = {
      kind: "ballots_cast",
      vote,
      ballots: [
        { personId: "arta", choice: "for" },
        { personId: "arta", choice: "against" },
      ],
    };
    expect(refusalOf(written, twice)).toBe("meetings.votes_twice");
  });

  it("keeps who voted in the room until it is over, and the meeting open", () => {
    const written = log(...begun, byName, ballots({ arta: "for" }));
    expect(refusalOf(written, { kind: "left", personId: "arta" })).toBe("live.voted_already");
    expect(refusalOf(written, { kind: "closed" })).toBe("live.vote_is_open");
    expect(refusalOf(written, { kind: "item_started", itemId: "two" })).toBe("live.vote_is_open");
  });
});

describe("A secret vote", () => {
  it("has counts alone, wherever one looks", () => {
    const written = log(...begun, { kind: "vote_opened", vote, itemId: "one", method: "secret", majority: "voting" });
    expect(refusalOf(written, ballots({ arta: "for" }))).toBe("meetings.secret_vote_named");
    const counts = { votesFor: 3, votesAgainst: 2, abstentions: 1 };
    expect(refusalOf(written, { kind: "vote_closed", vote, counts: { ...counts, votesAgainst: 4 } })).toBe(
      "meetings.more_votes_than_present",
    );
    const held = stateOf([...written, { number: 5, at: at(9), step: { kind: "vote_closed", vote, counts } }], chamber)
      .votes[0];
    expect(held).toMatchObject({ ...counts, ballots: null, outcome: "rejected" });
  });
});

describe("What waited for its connection", () => {
  it("touches no other vote, item or speaker than the one it was about", () => {
    const written = log(...begun, byName);
    expect(refusalOf(written, { ...ballots({ arta: "for" }), vote: "earlier" } as LiveStep)).toBe("live.another_vote");
    expect(refusalOf(written, { kind: "vote_closed", vote: "earlier" })).toBe("live.another_vote");
    expect(refusalOf(log(...begun), { kind: "item_paused", itemId: "two" })).toBe("live.another_item");
    expect(refusalOf(log(...begun), { kind: "item_ended", itemId: "two", ending: null })).toBe("live.another_item");
    const speaking = log(...begun, { kind: "speaker_began", personId: "arta" });
    expect(refusalOf(speaking, { kind: "speaker_ended", personId: "drita" })).toBe("live.another_speaks");
  });
});

describe("Who speaks", () => {
  it("waits in order, speaks alone, and leaves the word when leaving the room", () => {
    const written = log(
      ...begun,
      { kind: "speaker_listed", personId: "arta" },
      { kind: "speaker_listed", guest: "Kryetarja e Bashkisë" },
      { kind: "speaker_began", personId: "arta" },
    );
    const { speakers, speech } = stateOf(written, chamber);
    expect(speakers).toEqual([{ personId: null, guest: "Kryetarja e Bashkisë" }]);
    expect(speech).toMatchObject({ personId: "arta", itemId: "one", from: at(5) });
    const after = taken(written, { number: 7, at: at(8), step: { kind: "left", personId: "arta" } }, chamber);
    expect(after).toMatchObject({ speech: null, speeches: [{ personId: "arta", until: at(8) }] });
    expect(refusalOf(written, { kind: "speaker_listed", personId: "ilir" })).toBe("live.speaker_away");
    expect(refusalOf(written, { kind: "speaker_listed", personId: "arta", guest: "Arta" })).toBe(
      "live.speaker_unknown",
    );
  });
});

describe("An item", () => {
  it("is postponed or withdrawn before it is begun, and is not begun then", () => {
    const written = log(...begun, { kind: "item_ended", itemId: "two", ending: "withdrawn" });
    expect(stateOf(written, chamber)).toMatchObject({ current: "one" });
    expect(stateOf(written, chamber).items.get("two")).toEqual({ state: "ended", spans: [], ending: "withdrawn" });
    expect(refusalOf(written, { kind: "item_started", itemId: "two" })).toBe("live.item_ended_already");
  });

  it("is begun once, waits while another is discussed, and goes on in a second stretch of time", () => {
    const written = log(...begun, { kind: "item_started", itemId: "two" }, { kind: "item_started", itemId: "one" });
    const { items, current } = stateOf(written, chamber);
    expect(current).toBe("one");
    expect(items.get("one")!.spans).toEqual([
      { from: at(2), until: at(3) },
      { from: at(4), until: null },
    ]);
    expect(refusalOf(written, { kind: "item_started", itemId: "one" })).toBe("live.item_started_already");
  });

  it("does not end as what its vote contradicts", () => {
    const adopted = log(...begun, byName, ballots({ arta: "for" }), { kind: "vote_closed", vote });
    expect(refusalOf(adopted, { kind: "item_ended", itemId: "one", ending: "postponed" })).toBe(
      "meetings.result_contradicts_vote",
    );
    expect(refusalOf(adopted, { kind: "item_ended", itemId: "one", ending: "adopted_changed" })).toBeNull();
  });
});

describe("A mistake", () => {
  it("is struck with its reason and stays in the log; what it did is undone", () => {
    const written = log(...begun);
    const struck: LiveStep = { kind: "struck", number: 3, reason: { sq: "U nis gabimisht." } };
    const state = taken(written, { number: 4, at: at(4), step: struck }, chamber);
    expect(state.current).toBeNull();
    expect(standingSteps([...written, { number: 4, at: at(4), step: struck }])).toHaveLength(2);
  });

  it("on which later steps rest is refused, and names the first of them", () => {
    const written = log(...begun, byName);
    expect(refusalOf(written, { kind: "struck", number: 3, reason: { sq: "Gabim." } })).toBe("live.others_rest_on_it");
    expect(refusalOf(written, { kind: "struck", number: 9, reason: { sq: "Gabim." } })).toBe("live.step_unknown");
  });
});

it("A clock that jumps back is refused", () => {
  const written = log(...begun);
  expect(refusalOf(written, { kind: "item_paused", itemId: "one" }, at(1))).toBe("live.before_the_last");
});

const anyStep: fc.Arbitrary<LiveStep> = fc.oneof(
  fc.constantFrom<LiveStep>(
    { kind: "opened" },
    roll("ilir"),
    roll(),
    byName,
    { kind: "vote_opened", vote: "second", itemId: "two", method: "count", majority: "three_fifths" },
    { kind: "vote_closed", vote },
    { kind: "vote_closed", vote: "second", counts: { votesFor: 4, votesAgainst: 1, abstentions: 0 } },
    { kind: "item_paused", itemId: "one" },
    { kind: "item_ended", itemId: "one", ending: null },
    { kind: "speaker_ended", personId: "arta" },
    { kind: "break_began" },
    { kind: "break_ended" },
    { kind: "closed" },
  ),
  fc.record({
    kind: fc.constantFrom("arrived", "left", "speaker_listed", "speaker_began"),
    personId: fc.constantFrom(...members),
  }) as fc.Arbitrary<LiveStep>,
  fc.record({
    kind: fc.constantFrom("item_started", "item_paused"),
    itemId: fc.constantFrom("one", "two"),
  }) as fc.Arbitrary<LiveStep>,
  fc.record({
    kind: fc.constant("ballots_cast"),
    vote: fc.constant(vote),
    ballots: fc.array(fc.record({ personId: fc.constantFrom(...members), choice: fc.constantFrom("for", "against") }), {
      minLength: 1,
      maxLength: 3,
    }),
  }) as fc.Arbitrary<LiveStep>,
  fc.record({
    kind: fc.constant("struck"),
    number: fc.integer({ min: 1, max: 30 }),
    reason: fc.constant({ sq: "Gabim." }),
  }) as fc.Arbitrary<LiveStep>,
);

it("Whatever is pressed in whatever order, what is taken makes sense, and the log alone tells the same", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
      const written: LoggedStep[] = [];
      for (const step of steps) {
        const next = { number: written.length + 1, at: at(written.length), step };
        try {
          taken(written, next, chamber);
        } catch (refusal) {
          if (refusal instanceof StepRefused) continue;
          throw refusal;
        }
        written.push(next);
        const state = stateOf(written, chamber);
        expect(state.present).toBe([...(state.roll?.values() ?? [])].filter(({ isPresent }) => isPresent).length);
        if (state.vote) expect(state.current).toBe(state.vote.itemId);
        for (const held of state.votes) {
          expect(held.votesFor + held.votesAgainst + held.abstentions).toBeLessThanOrEqual(held.present);
          expect(held.present).toBeGreaterThanOrEqual(state.quorum!);
          for (const [id, choice] of held.ballots ?? []) expect(members.includes(id) && choice).toBeTruthy();
        }
        if (state.phase === "closed") expect([state.vote, state.current, state.speech]).toEqual([null, null, null]);
      }
    }),
  );
});
