import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing, storePdf } from "../../../tests/support/content.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { draft } from "../../../tests/support/drafts.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { InvalidInput } from "../../http/problem.ts";
import type { Doing } from "../audit/audit.service.ts";
import { createDraftAct, publishDraftAct } from "../draft-acts/draft-acts.service.ts";
import { addItem, changeItem } from "./agenda.service.ts";
import { recordAttendance } from "./attendance.service.ts";
import { attachToItem, attachToMeeting } from "./meeting-documents.service.ts";
import { Meeting, MeetingList } from "./meeting-view.schema.ts";
import type { MeetingChange, MeetingInput } from "./meetings.schema.ts";
import { changeMeeting, createMeeting, publishMeeting, withdrawMeeting } from "./meetings.service.ts";
import { announceMeeting, closeMeeting, openMeeting, publishMinutes } from "./stages.service.ts";
import { recordVote } from "./votes.service.ts";

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

/** The secretary, at an instant of Tirana. */
const at = (time: string): Doing => ({ ...doing(world), now: new Date(`${time}+01:00`) });
const write = <T>(work: (tx: TenantTx) => Promise<T>, where = lisi) => where.db.write(work);
const ordinary = (given: Partial<MeetingInput> = {}): MeetingInput => ({
  bodyId: council.id,
  kind: "ordinary",
  startsAt: "2026-02-27T18:00:00+01:00",
  place: { sq: "Salla e Këshillit", en: "Council chamber" },
  ...given,
});
const meetingAt = async (slug: string, where = lisi) => {
  const answer = await where.get(`/api/v1/meetings/${slug}`);
  expect(answer.status).toBe(200);
  return v.parse(Meeting, await answer.json());
};
const list = async (query: string, where = lisi) => {
  const answer = await where.get(`/api/v1/meetings?${query}`);
  expect(answer.status).toBe(200);
  return v.parse(MeetingList, await answer.json());
};
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: InvalidInput) => reason,
  );
  return { code: error?.code, fields: error?.fields };
};

describe("A meeting from its notice to its minutes", () => {
  let id: string;
  let slug: string;
  let item: string;

  it("is planned where nobody sees it, at an address of its day and body", async () => {
    ({ id, slug } = await write((tx) => createMeeting(tx, at("2026-02-10T09:00"), ordinary())));
    expect(slug).toBe("2026-02-27-keshilli");
    const { id: draft } = await storePdf(world, lisi, "Projektvendim", { title: { sq: "Projektvendim" } });
    ({ id: item } = await write((tx) =>
      addItem(tx, at("2026-02-10T09:00"), id, {
        kind: "draft_act",
        title: { sq: "Për tarifën e mbetjeve", en: "On the waste fee" },
        proposerKind: "mayor",
        protocolNumber: "118/3",
        documents: [{ documentId: draft, role: "draft_act" }],
      }),
    ));
    expect((await lisi.get(`/api/v1/meetings/${slug}`)).status).toBe(404);
    expect((await list("")).total).toBe(0);
  });

  it("is public with its papers once the notice is given, and says that the period was kept", async () => {
    const { id: notice } = await storePdf(world, lisi, "Njoftim", { title: { sq: "Njoftimi" } });
    await write(async (tx) => {
      await attachToMeeting(tx, at("2026-02-20T09:00"), id, [{ documentId: notice, role: "notice" }]);
      await announceMeeting(tx, at("2026-02-20T09:00"), id, { text: { sq: "<p>Ftohen anëtarët.</p>" } });
    });
    const meeting = await meetingAt(slug);
    expect(meeting).toMatchObject({
      name: { sq: "Mbledhje e radhës e Këshillit", en: "Ordinary meeting of the Council" },
      url: { sq: `/mbledhjet/${slug}`, en: `/en/meetings/${slug}` },
      stage: "announced",
      day: "2026-02-27",
      notice: {
        text: { sq: "<p>Ftohen anëtarët.</p>" },
        daysBefore: 7,
        rule: { code: "L3", article: "53/4", dueOn: "2026-02-22", inTime: true, by: 2 },
      },
      papers: [{ title: { sq: "Njoftimi" }, role: "notice", isLate: false }],
      agenda: [
        {
          number: "1",
          anchor: "pika-1",
          title: { sq: "Për tarifën e mbetjeve" },
          protocolNumber: "118/3",
          proposer: { kind: "mayor" },
          documents: [{ role: "draft_act", isLate: false }],
        },
      ],
      changes: [],
    });
    const file = await lisi.get(meeting.agenda[0]!.documents[0]!.url);
    expect(file.status).toBe(200);
    await file.arrayBuffer();
  });

  it("counts the papers of a draft act on its agenda in the list as soon as the draft is public", async () => {
    const why = { sq: "Projekti u regjistrua." };
    const counted = async () => (await list("")).items[0]!.documents;
    const before = await counted();
    const paper = await storePdf(world, lisi, "Relacion për tarifën", { title: { sq: "Relacioni i projektit" } });
    const made = await write((tx) =>
      createDraftAct(tx, at("2026-02-21T09:00"), {
        ...draft(),
        documents: [{ documentId: paper.id, role: "explanatory_report" }],
      }),
    );
    await write((tx) => changeItem(tx, at("2026-02-21T09:00"), item, { draftActId: made.id }, why));
    expect(await counted()).toBe(before);
    await write((tx) => publishDraftAct(tx, at("2026-02-21T10:00"), made.id));
    expect(await counted()).toBe(before + 1);
    await write((tx) => changeItem(tx, at("2026-02-21T11:00"), item, { draftActId: null }, why));
    expect(await counted()).toBe(before);
  });

  it("marks a document that comes after the notice as late", async () => {
    const { id: late } = await storePdf(world, lisi, "Relacion", { title: { sq: "Relacioni" } });
    await write((tx) =>
      attachToItem(tx, at("2026-02-25T12:00"), item, [{ documentId: late, role: "explanatory_report" }]),
    );
    const { agenda, changes } = await meetingAt(slug);
    expect(agenda[0]!.documents.map(({ role, isLate }) => [role, isLate])).toEqual([
      ["draft_act", false],
      ["explanatory_report", true],
    ]);
    expect(changes).toMatchObject([
      { changes: [{ what: "document_added", number: "1", to: { sq: "Relacioni" } }], reason: null },
    ]);
  });

  it("records who came and how each voted, and computes the outcome", async () => {
    const [first, second, third, fourth, fifth, ...away] = council.members;
    await write(async (tx) => {
      await openMeeting(tx, at("2026-02-27T18:05"), id);
      await recordAttendance(tx, at("2026-02-27T18:10"), id, [
        ...[first!, second!, third!, fourth!, fifth!].map((one) => ({ personId: one.id, status: "present" as const })),
        ...away.map((one) => ({ personId: one.id, status: "absent_with_reason" as const })),
      ]);
      await recordVote(tx, at("2026-02-27T19:00"), item, {
        method: "by_name",
        heldAt: "2026-02-27T19:00:00+01:00",
        ballots: [
          { personId: first!.id, choice: "for" },
          { personId: second!.id, choice: "for" },
          { personId: third!.id, choice: "for" },
          { personId: fourth!.id, choice: "against" },
        ],
      });
      await closeMeeting(tx, at("2026-02-27T20:30"), id);
    });
    const meeting = await meetingAt(slug);
    expect(meeting).toMatchObject({ stage: "closed", members: 7, present: 5, quorum: { needed: 4, isHeld: true } });
    expect(meeting.attendance.map(({ person, status }) => [person.url?.sq, status])[0]).toEqual([
      "/anetaret/keshilli-anetari-1",
      "present",
    ]);
    const [vote] = meeting.agenda[0]!.votes;
    expect(vote).toMatchObject({
      majority: "voting",
      votesFor: 3,
      votesAgainst: 1,
      abstentions: 0,
      notVoting: 1,
      absent: 2,
      needed: 3,
      outcome: "adopted",
    });
    expect(vote!.ballots.map(({ choice }) => choice)).toEqual([
      ...["for", "for", "for", "against", "not_voting"],
      ...["absent", "absent"],
    ]);
    expect(meeting.agenda[0]!.result).toBe("adopted");
  });

  it("ends with its minutes", async () => {
    const { id: minutes } = await storePdf(world, lisi, "Procesverbal", { title: { sq: "Procesverbali" } });
    expect((await refusal(write((tx) => publishMinutes(tx, at("2026-03-04T10:00"), id)))).code).toBe(
      "meetings.minutes_missing",
    );
    await write((tx) => publishMinutes(tx, at("2026-03-04T10:00"), id, [{ documentId: minutes, role: "minutes" }]));
    const meeting = await meetingAt(slug);
    expect(meeting).toMatchObject({ stage: "minutes_published", hasMinutes: true, documents: 4 });
    expect(meeting.papers.at(-1)).toMatchObject({ role: "minutes", isLate: false });
    // Minutes are no change of what was announced.
    expect(meeting.changes).toHaveLength(1);
  });

  it("belongs to its council: the neighbour finds neither it nor its files", async () => {
    const { papers } = await meetingAt(slug);
    expect((await krasta.get(`/api/v1/meetings/${slug}`)).status).toBe(404);
    expect((await krasta.get(papers[0]!.url)).status).toBe(404);
    expect((await list("", krasta)).total).toBe(0);
    expect((await refusal(krasta.db.write((tx) => openMeeting(tx, doing(world), id)))).code).toBe("meetings.not_found");
  });
});

describe("A planned meeting", () => {
  it("may stand in the calendar before its notice, and be taken back", async () => {
    const { id, slug } = await write((tx) =>
      createMeeting(tx, at("2026-03-01T09:00"), ordinary({ startsAt: "2026-03-26T18:00:00+01:00" })),
    );
    await write((tx) => publishMeeting(tx, at("2026-03-01T09:00"), id));
    expect(await meetingAt(slug)).toMatchObject({ stage: "planned", notice: null });
    await write((tx) => withdrawMeeting(tx, at("2026-03-02T09:00"), id));
    expect((await lisi.get(`/api/v1/meetings/${slug}`)).status).toBe(404);
  });

  it("is listed by body and kind, the next one first", async () => {
    const { id } = await write((tx) =>
      createMeeting(tx, at("2026-03-01T09:00"), {
        ...ordinary({ bodyId: committee.id, startsAt: "2026-03-10T10:00:00+01:00" }),
      }),
    );
    await write((tx) => announceMeeting(tx, at("2026-03-03T09:00"), id));
    const committees = await list("bodies=committee");
    expect(committees).toMatchObject({
      total: 1,
      next: { name: { sq: "Mbledhje e radhës: Komisioni i Financave" } },
      facets: { bodies: [{ value: "financat", count: 1 }], stages: [{ value: "announced", count: 1 }] },
    });
    expect((await list("bodies=council")).items.map(({ day }) => day)).toEqual(["2026-02-27"]);
    expect((await list("q=tarifen mbetjeve")).total).toBe(1);
    expect((await list("q=tarifen uji")).total).toBe(0);
  });

  it("has the day on which it will be in its address, as long as nobody outside has had it", async () => {
    const startsOn = (day: string) => ({ startsAt: `${day}T18:00:00+02:00` });
    const { id, slug } = await write((tx) =>
      createMeeting(tx, at("2026-03-01T09:00"), ordinary(startsOn("2026-04-16"))),
    );
    expect(slug).toBe("2026-04-16-keshilli");
    const moved = async (time: string, change: MeetingChange, reason?: { sq: string }) => {
      await write((tx) => changeMeeting(tx, at(time), id, change, reason));
      return (
        await lisi.db.read((tx) =>
          tx.selectFrom("meetings").where("id", "=", id).select("slug").executeTakeFirstOrThrow(),
        )
      ).slug;
    };
    expect(await moved("2026-03-01T10:00", startsOn("2026-04-23"))).toBe("2026-04-23-keshilli");
    expect(await moved("2026-03-01T10:30", { place: { sq: "Teatri" } })).toBe("2026-04-23-keshilli");
    // It is to be public at a time that has not come.
    await write((tx) => publishMeeting(tx, at("2026-03-01T11:00"), id, new Date("2026-03-03T08:00:00Z")));
    expect(await moved("2026-03-02T09:00", startsOn("2026-04-24"))).toBe("2026-04-24-keshilli");

    expect(await moved("2026-03-04T09:00", startsOn("2026-04-28"))).toBe("2026-04-24-keshilli");
    expect(await meetingAt("2026-04-24-keshilli")).toMatchObject({ day: "2026-04-28" });
    await write((tx) => withdrawMeeting(tx, at("2026-03-04T10:00"), id));
    expect(await moved("2026-03-04T11:00", startsOn("2026-04-29"))).toBe("2026-04-24-keshilli");
    await write((tx) => announceMeeting(tx, at("2026-03-04T12:00"), id));
    const why = { sq: "Salla rinovohet." };
    expect(await moved("2026-03-04T13:00", startsOn("2026-04-30"), why)).toBe("2026-04-24-keshilli");
  });

  it("takes the next number where another has the day already, and an event follows its title", async () => {
    const draft = (startsAt: string, more: Partial<MeetingInput> = {}) =>
      write((tx) => createMeeting(tx, at("2026-03-01T09:00"), ordinary({ startsAt, ...more })));
    const slugOf = async (id: string, where = lisi) =>
      (await where.db.read((tx) => tx.selectFrom("meetings").where("id", "=", id).select("slug").executeTakeFirst()))
        ?.slug;
    await draft("2026-06-10T10:00:00+02:00");
    const { id } = await draft("2026-06-11T10:00:00+02:00");
    await write((tx) => changeMeeting(tx, at("2026-03-01T09:30"), id, { startsAt: "2026-06-10T17:00:00+02:00" }));
    expect(await slugOf(id)).toBe("2026-06-10-keshilli-2");
    await write((tx) => changeMeeting(tx, at("2026-03-01T09:40"), id, { startsAt: "2026-06-10T18:00:00+02:00" }));
    expect(await slugOf(id)).toBe("2026-06-10-keshilli-2");
    expect(await slugOf(id, krasta)).toBeUndefined();

    const event = await draft("2026-06-12T10:00:00+02:00", { kind: "event", title: { sq: "Panairi i librit" } });
    expect(event.slug).toBe("2026-06-12-panairi-i-librit");
    await write((tx) => changeMeeting(tx, at("2026-03-01T09:50"), event.id, { title: { sq: "Dita e librit" } }));
    expect(await slugOf(event.id)).toBe("2026-06-12-dita-e-librit");
  });
});
