import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storePdf } from "../../../tests/support/content.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { InvalidInput } from "../../http/problem.ts";
import type { Doing } from "../audit/audit.service.ts";
import { addItem, changeItem, moveItem, removeItem, setAgenda } from "./agenda.service.ts";
import { AttendanceOfYear } from "./attendance.schema.ts";
import { recordAttendance } from "./attendance.service.ts";
import { votesNeeded } from "./counting.shared.ts";
import { proposedMajority } from "./majorities.ts";
import { detachFromItem } from "./meeting-documents.service.ts";
import { Meeting } from "./meeting-view.schema.ts";
import type { VoteInput } from "./meetings.schema.ts";
import { changeMeeting, createMeeting } from "./meetings.service.ts";
import { recordResult } from "./results.service.ts";
import {
  announceMeeting,
  cancelMeeting,
  closeMeeting,
  openMeeting,
  postponeMeeting,
  publishMinutes,
} from "./stages.service.ts";
import { correctVote, recordVote } from "./votes.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
let council: Awaited<ReturnType<typeof seatBody>>;
let committee: Awaited<ReturnType<typeof seatBody>>;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
  council = await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak", en: "Municipal Council" }, 7);
  committee = await seatBody(
    lisi,
    "committee",
    "financat",
    { sq: "Komisioni i Financave", en: "Finance Committee" },
    3,
  );
});
afterAll(() => world.end());

const at = (time: string): Doing => ({ actor: { kind: "system", name: "test" }, now: new Date(`${time}+01:00`) });
const planning = at("2026-01-05T09:00");
const write = <T>(work: (tx: TenantTx) => Promise<T>) => lisi.db.write(work);
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: InvalidInput) => reason,
  );
  return { code: error?.code, fields: error?.fields };
};
const wrong = (path: string, code: string) => ({ code: "http.invalid_input", fields: [{ path, code }] });
const meetingAt = async (slug: string) => v.parse(Meeting, await lisi.json(`/api/v1/meetings/${slug}`));

let hour = 8;
/** Each on a day of January, at an hour of its own. */
const plan = (bodyId = council.id) => {
  hour += 1;
  const startsAt = `2026-01-${10 + Math.floor(hour / 10)}T${String(8 + (hour % 10)).padStart(2, "0")}:00:00+01:00`;
  return write((tx) => createMeeting(tx, planning, { bodyId, kind: "ordinary", startsAt }));
};
const why = { sq: "U kërkua nga Kryesia.", en: "The bureau asked for it." };
const titled = (title: string) => ({ kind: "other" as const, title: { sq: title, en: title } });
const numbers = async (slug: string) =>
  (await meetingAt(slug)).agenda.map(({ number, title }) => `${number} ${title.sq}`);

describe("An agenda", () => {
  it("stands in numeric order: 10 after 2, and 3.1 below 3", async () => {
    const { id, slug } = await plan();
    await write(async (tx) => {
      const tops = Array.from({ length: 10 }, (_, index) => ({ ...titled(`P${index + 1}`), path: [index + 1] }));
      await setAgenda(tx, planning, id, [{ ...titled("Nën"), path: [3, 1] }, ...tops.toReversed()]);
      await announceMeeting(tx, at("2026-01-05T10:00"), id);
    });
    expect(await numbers(slug)).toEqual([
      ...["1 P1", "2 P2", "3 P3", "3.1 Nën", "4 P4", "5 P5"],
      ...["6 P6", "7 P7", "8 P8", "9 P9", "10 P10"],
    ]);
  });

  it("without order is refused by row, and nothing of it is kept", async () => {
    const { id } = await plan();
    const set = (paths: number[][]) =>
      refusal(
        write((tx) =>
          setAgenda(
            tx,
            planning,
            id,
            paths.map((path) => ({ ...titled("A"), path })),
          ),
        ),
      );
    expect(await set([[1], [3]])).toEqual(wrong("1.path", "meetings.item_out_of_order"));
    expect(await set([[1], [2], [2]])).toEqual(wrong("2.path", "meetings.item_out_of_order"));
    expect(await set([[1], [2, 1]])).toEqual(wrong("1.path", "meetings.item_out_of_order"));
    expect(await set([[1], [1, 1, 1, 1]])).toEqual(wrong("1.path", "meetings.item_too_deep"));
    const items = await lisi.db.read((tx) =>
      tx.selectFrom("agenda_items").select("id").where("meeting_id", "=", id).execute(),
    );
    expect(items).toEqual([]);
  });

  it("moves an item with all below it, and others make way", async () => {
    const { id, slug } = await plan();
    await write(async (tx) => {
      const made = await setAgenda(tx, planning, id, [
        { ...titled("A"), path: [1] },
        { ...titled("B"), path: [2] },
        { ...titled("B1"), path: [2, 1] },
        { ...titled("C"), path: [3] },
      ]);
      await moveItem(tx, planning, made[1]!.id, [1]);
      await moveItem(tx, planning, made[3]!.id, [1, 1]);
      await announceMeeting(tx, at("2026-01-05T10:00"), id);
    });
    expect(await numbers(slug)).toEqual(["1 B", "1.1 C", "1.2 B1", "2 A"]);
    expect(await refusal(write((tx) => moveItem(tx, planning, council.id, [1])))).toMatchObject({
      code: "meetings.item_not_found",
    });
  });
});

describe("After the notice", () => {
  it("nothing changes without a reason, and what changed is told with it", async () => {
    const { id, slug } = await plan();
    const { id: paper } = await storePdf(world, lisi, "Relacion", { title: { sq: "Relacioni" } });
    const made = await write(async (tx) => {
      const items = await setAgenda(tx, planning, id, [
        { ...titled("Taksat"), path: [1], documents: [{ documentId: paper, role: "explanatory_report" }] },
        { ...titled("Rrugët"), path: [2] },
        { ...titled("Të tjera"), path: [3] },
      ]);
      await announceMeeting(tx, at("2026-01-05T10:00"), id);
      return items;
    });
    expect((await refusal(write((tx) => addItem(tx, at("2026-01-06T10:00"), id, titled("Uji"))))).code).toBe(
      "meetings.reason_needed",
    );
    await write(async (tx) => {
      await removeItem(tx, at("2026-01-06T10:00"), made[1]!.id, why);
      await addItem(tx, at("2026-01-07T10:00"), id, titled("Uji"), why);
      await changeItem(tx, at("2026-01-07T11:00"), made[0]!.id, { title: { sq: "Taksat vendore" } }, why);
      await changeMeeting(tx, at("2026-01-08T10:00"), id, { place: { sq: "Pallati i Kulturës" } }, why);
      await detachFromItem(tx, at("2026-01-08T11:00"), made[0]!.id, paper, why);
    });
    const { changes, agenda } = await meetingAt(slug);
    expect(agenda.map(({ title, isAddedLater }) => [title.sq, isAddedLater])).toEqual([
      ["Taksat vendore", false],
      ["Të tjera", false],
      ["Uji", true],
    ]);
    expect(
      changes.map((version) => version.changes.map(({ what, number }) => `${what} ${number ?? ""}`.trim())),
    ).toEqual([
      ["document_removed 1"],
      ["place"],
      ["item_renamed 1"],
      ["item_added 3"],
      ["item_removed 2", "item_renumbered 2"],
    ]);
    expect(changes.every(({ reason }) => reason?.en === why.en)).toBe(true);
  });

  it("a notice that is too late must say why, and the page says how that was computed", async () => {
    const { id, slug } = await write((tx) =>
      createMeeting(tx, at("2026-01-20T09:00"), {
        bodyId: council.id,
        kind: "extraordinary",
        startsAt: "2026-01-30T10:00:00+01:00",
      }),
    );
    const late = at("2026-01-28T09:00");
    expect((await refusal(write((tx) => announceMeeting(tx, late, id)))).code).toBe("meetings.short_notice");
    await write((tx) => announceMeeting(tx, late, id, { shortNoticeReason: why }));
    const { notice } = await meetingAt(slug);
    expect(notice).toMatchObject({ rule: { inTime: false, by: -3, dueOn: "2026-01-25" }, shortNoticeReason: why });
    expect(notice!.rule!.steps.at(0)!.sq).toContain("139/2015");
  });

  it("a committee is not judged by the Council's period", async () => {
    const { id, slug } = await plan(committee.id);
    await write((tx) => announceMeeting(tx, at("2026-01-09T10:00"), id));
    expect((await meetingAt(slug)).notice).toMatchObject({ rule: null });
  });

  it("a cancelled meeting keeps its page and says why; a postponed one leads to the new day", async () => {
    const [first, second, third] = [await plan(), await plan(), await plan()];
    await write(async (tx) => {
      for (const { id } of [first, second, third]) await announceMeeting(tx, at("2026-01-05T10:00"), id);
      await cancelMeeting(tx, at("2026-01-06T10:00"), first.id, why);
      await postponeMeeting(tx, at("2026-01-06T10:00"), second.id, why, third.id);
    });
    expect(await meetingAt(first.slug)).toMatchObject({ stage: "cancelled", stageReason: why });
    const page = await (await lisi.get(`/mbledhjet/${first.slug}`)).text();
    expect(page).toContain("Kjo mbledhje u anulua");
    expect(page).not.toContain("nuk ka ndryshuar asgjë");
    expect(await meetingAt(second.slug)).toMatchObject({
      stage: "postponed",
      postponedTo: { url: { sq: `/mbledhjet/${third.slug}` } },
    });
    expect((await meetingAt(third.slug)).postponedFrom).toMatchObject([{ url: { sq: `/mbledhjet/${second.slug}` } }]);
    expect((await refusal(write((tx) => openMeeting(tx, at("2026-01-10T10:00"), first.id)))).code).toBe(
      "meetings.does_not_take_place",
    );
  });
});

describe("A body", () => {
  it("meets once at an hour, unless the other meeting was cancelled", async () => {
    const startsAt = "2026-02-02T10:00:00+01:00";
    const create = () => write((tx) => createMeeting(tx, planning, { bodyId: council.id, kind: "ordinary", startsAt }));
    const { id, slug } = await create();
    expect((await refusal(create())).code).toBe("meetings.another_then");
    await write((tx) => cancelMeeting(tx, planning, id, why));
    expect((await create()).slug).toBe(`${slug}-2`);
  });

  it("refuses a meeting that makes no sense, naming each field", async () => {
    const answer = await refusal(
      write((tx) =>
        createMeeting(tx, planning, {
          bodyId: council.id,
          kind: "event",
          startsAt: "2026-02-03T10:00:00+01:00",
          endsAt: "2026-02-03T09:00:00+01:00",
          access: "closed",
        }),
      ),
    );
    expect(answer.fields).toEqual([
      { path: "endsAt", code: "meetings.ends_before_it_begins" },
      { path: "closedReason", code: "meetings.closed_without_reason" },
      { path: "title", code: "text.required" },
    ]);
  });
});

describe("A vote", () => {
  let id: string;
  let slug: string;
  let item: string;
  const vote = (input: VoteInput, of = item) => write((tx) => recordVote(tx, at("2026-01-28T12:00"), of, input));
  const byName = (...choices: ("for" | "against" | "abstained")[]): VoteInput => ({
    method: "by_name",
    ballots: choices.map((choice, index) => ({ personId: council.members[index]!.id, choice })),
  });
  beforeAll(async () => {
    ({ id, slug } = await write((tx) =>
      createMeeting(tx, planning, { bodyId: council.id, kind: "ordinary", startsAt: "2026-01-28T10:00:00+01:00" }),
    ));
    await write(async (tx) => {
      ({ id: item } = await addItem(tx, planning, id, titled("Rrugët")));
      await announceMeeting(tx, at("2026-01-05T10:00"), id);
    });
  });

  it("is not taken before the meeting", async () => {
    expect((await refusal(vote(byName("for", "for", "for", "for")))).code).toBe("meetings.has_not_begun");
  });

  it("is of members, once each, who were there, and never of more than were present", async () => {
    await write(async (tx) => {
      await openMeeting(tx, at("2026-01-28T10:00"), id);
      await recordAttendance(
        tx,
        at("2026-01-28T10:05"),
        id,
        council.members.map(({ id: personId }, index) => ({ personId, status: index < 5 ? "present" : "absent" })),
      );
    });
    const [one, two, , , , away] = council.members;
    const named = (...people: string[]): VoteInput => ({
      method: "by_name",
      ballots: people.map((personId) => ({ personId, choice: "for" })),
    });
    expect(await refusal(vote(named(one!.id, committee.members[0]!.id)))).toEqual(
      wrong("ballots.1.personId", "meetings.not_a_member"),
    );
    expect(await refusal(vote(named(one!.id, two!.id, one!.id)))).toEqual(
      wrong("ballots.2.personId", "meetings.votes_twice"),
    );
    expect(await refusal(vote(named(one!.id, away!.id)))).toEqual(
      wrong("ballots.1.choice", "meetings.absent_member_votes"),
    );
    expect(await refusal(vote({ method: "count", votesFor: 5, votesAgainst: 1 }))).toEqual(
      wrong("votesFor", "meetings.more_votes_than_present"),
    );
    expect((await refusal(vote({ ...named(one!.id), method: "secret", votesFor: 4, votesAgainst: 0 }))).fields).toEqual(
      [{ path: "ballots", code: "meetings.secret_vote_named" }],
    );
    const votes = await lisi.db.read((tx) => tx.selectFrom("votes").select("id").execute());
    expect(votes).toEqual([]);
  });

  it("is adopted by more than half of those voting, abstentions among them", async () => {
    expect(await vote(byName("for", "for", "against", "abstained"))).toMatchObject({ outcome: "rejected", round: 1 });
    const second = await vote(byName("for", "for", "for", "abstained"));
    expect(second).toMatchObject({ outcome: "adopted", round: 2 });
    expect((await refusal(write((tx) => recordResult(tx, planning, item, { result: "rejected" })))).code).toBe(
      "meetings.result_contradicts_vote",
    );
    await write((tx) => correctVote(tx, planning, second.id, byName("for", "against", "against", "abstained")));
    const [found] = (await meetingAt(slug)).agenda;
    expect(found).toMatchObject({ result: "rejected", votes: [{ round: 1 }, { round: 2, votesFor: 1, notVoting: 1 }] });
  });

  it("that is secret leaves counts alone: on the page, in the registers and in the audit", async () => {
    const secret = await write((tx) =>
      addItem(tx, at("2026-01-28T11:00"), id, { ...titled("Zgjedhje"), kind: "election" }, why),
    );
    expect(await vote({ method: "secret", votesFor: 4, votesAgainst: 1 }, secret.id)).toMatchObject({
      outcome: "adopted",
    });
    const found = (await meetingAt(slug)).agenda.find((one) => one.id === secret.id)!;
    // An election needs more than half of all members: four of seven.
    expect(found.votes).toMatchObject([{ method: "secret", majority: "all", needed: 4, ballots: [] }]);
    const ballots = await lisi.json<{ items: { item_id: string }[] }>("/te-dhena-te-hapura/votat.json");
    expect(ballots.items.map((one) => one.item_id)).not.toContain(secret.id);
    const audit = await lisi.db.read((tx) =>
      tx.selectFrom("audit_log").select("after").where("subject_id", "=", secret.id).execute(),
    );
    expect(JSON.stringify(audit)).not.toMatch(new RegExp(council.members.map((one) => one.id).join("|")));
  });

  it("by another majority than the rules propose says why", async () => {
    const other = await write((tx) => addItem(tx, at("2026-01-28T11:30"), id, titled("Prona"), why));
    const strict: VoteInput = { ...byName("for", "for", "for", "for"), majority: "three_fifths" };
    expect(await refusal(vote(strict, other.id))).toEqual(wrong("majorityReason", "meetings.majority_needs_reason"));
    // Three fifths of seven is five.
    expect(await vote({ ...strict, majorityReason: why }, other.id)).toMatchObject({ outcome: "rejected" });
  });

  it("without a quorum decides nothing", async () => {
    const { id: small } = await plan();
    const { id: only } = await write((tx) => addItem(tx, planning, small, titled("Kuorumi")));
    await write(async (tx) => {
      await announceMeeting(tx, at("2026-01-05T10:00"), small);
      await openMeeting(tx, at("2026-01-20T10:00"), small);
    });
    expect((await refusal(vote(byName("for", "for", "for"), only))).code).toBe("meetings.no_quorum");
  });

  it("stands in the open data with its members, narrowed by year and member, and never the neighbour's", async () => {
    const member = council.members[0]!;
    const register = (name: string, query = "", of = lisi) =>
      of.json<{ total: number; items: Record<string, unknown>[] }>(`/te-dhena-te-hapura/${name}.json${query}`);
    expect(await register("votimet")).toMatchObject({ total: 4 });
    expect(await register("votimet", "?year=2025")).toMatchObject({ total: 0 });
    expect(await register("votat")).toMatchObject({ total: 21 });
    const own = await register("votat", `?member=${member.slug}`);
    expect(own.items.map(({ choice }) => choice)).toEqual(["for", "for", "for"]);
    expect(await register("pjesemarrja")).toMatchObject({ total: 7 });
    expect((await register("rendi-i-dites", `?meeting=${slug}`)).items.map(({ number }) => number)).toEqual([
      "1",
      "2",
      "3",
    ]);
    expect((await register("mbledhjet", "?bodies=committee")).total).toBe(1);
    for (const name of ["votimet", "votat", "pjesemarrja", "rendi-i-dites", "mbledhjet"])
      expect(await register(name, "", krasta), name).toMatchObject({ total: 0, items: [] });
    expect((await lisi.get("/te-dhena-te-hapura/votat.json?page=2")).status).toBe(400);
  });

  it("and attendance are counted for the year, member by member", async () => {
    const answer = v.parse(AttendanceOfYear, await lisi.json("/api/v1/meetings/attendance"));
    expect(answer).toMatchObject({ year: 2026, body: "keshilli", years: [2026] });
    expect(answer.members[0]).toMatchObject({ meetings: 1, present: 1, absent: 0, strip: ["present"] });
    expect(answer.members.at(-1)).toMatchObject({ meetings: 1, present: 0, absent: 1, strip: ["absent"] });
    expect((await lisi.get("/api/v1/meetings/attendance?year=twenty")).status).toBe(422);
    expect(await krasta.json("/api/v1/meetings/attendance")).toMatchObject({ year: null, members: [] });
  });
});

describe("The list", () => {
  it("names what is wrong with a filter, and refuses pages that it does not have", async () => {
    const answer = await lisi.get("/api/v1/meetings?year=abc&kind=party");
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as InvalidInput).fields.map(({ path }) => path)).toEqual(["year", "kind"]);
    expect((await lisi.get("/api/v1/meetings?page=99")).status).toBe(404);
    expect((await lisi.get("/api/v1/meetings?colour=red")).status).toBe(400);
  });
});

describe("The majority that an item needs", () => {
  it("is proposed from what it is about", () => {
    const proposed = (subject: "budget" | "property" | "culture") => proposedMajority({ kind: "draft_act", subject });
    expect(proposed("budget")).toMatchObject({ code: "L13", majority: "all" });
    expect(proposed("property")).toMatchObject({ code: "L14", majority: "three_fifths" });
    expect(proposed("culture")).toMatchObject({ code: "L12", majority: "voting" });
    expect(proposedMajority({ kind: "election", subject: null }).majority).toBe("all");
  });

  it.each([
    ["voting", { members: 31, votesFor: 10, votesAgainst: 8, abstentions: 2 }, 11],
    ["voting", { members: 31, votesFor: 10, votesAgainst: 9, abstentions: 0 }, 10],
    ["all", { members: 31, votesFor: 0, votesAgainst: 0, abstentions: 0 }, 16],
    ["all", { members: 20, votesFor: 0, votesAgainst: 0, abstentions: 0 }, 11],
    ["three_fifths", { members: 31, votesFor: 0, votesAgainst: 0, abstentions: 0 }, 19],
    ["three_fifths", { members: 15, votesFor: 0, votesAgainst: 0, abstentions: 0 }, 9],
  ] as const)("%s of %o is %i votes in favour", (majority, counted, needed) => {
    expect(votesNeeded(majority, counted)).toBe(needed);
  });
});

describe("How complete the packages are", () => {
  const readiness = async (code: string) => {
    const { elements } = await lisi.json<{
      elements: { code: string; readiness: string; reason: { sq: string; en: string } }[];
    }>("/api/v1/elements");
    return elements.find((one) => one.code === code)!;
  };
  it("says what the meetings of the last months lack, in both languages", async () => {
    const { readiness: level, reason } = await readiness("I.3.3");
    expect(level).toBe("partial");
    expect(reason.en).toContain("announced later than the law asks");
    expect(reason.sq).toContain("më vonë se sa kërkon ligji");
  });

  it("is full when the committee's meetings have all that they need", async () => {
    expect((await readiness("I.3.4")).readiness).toBe("partial");
    const { id: minutes } = await storePdf(world, lisi, "Procesverbal");
    const [meeting] = await lisi.db.read((tx) =>
      tx.selectFrom("meetings").select("id").where("body_id", "=", committee.id).execute(),
    );
    await write(async (tx) => {
      await addItem(tx, at("2026-01-09T11:00"), meeting!.id, titled("Buxheti"), why);
      await openMeeting(tx, at("2026-01-25T10:00"), meeting!.id);
      await closeMeeting(tx, at("2026-01-25T12:00"), meeting!.id);
      await publishMinutes(tx, at("2026-01-26T10:00"), meeting!.id, [{ documentId: minutes, role: "minutes" }]);
    });
    expect((await readiness("I.3.4")).readiness).toBe("full");
  });
});
