import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { doing, storePdf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Doing } from "../audit/audit.service.ts";
import { createBody, publishBody } from "../bodies/bodies.service.ts";
import { addMembership } from "../bodies/memberships.service.ts";
import { createTerm } from "../bodies/terms.service.ts";
import { createDraftAct, publishDraftAct } from "../draft-acts/draft-acts.service.ts";
import { startConsultation } from "../draft-acts/stages.service.ts";
import { addItem } from "../meetings/agenda.service.ts";
import { createMeeting } from "../meetings/meetings.service.ts";
import { announceMeeting, openMeeting } from "../meetings/stages.service.ts";
import { createParty } from "../people/parties.service.ts";
import { createPerson, publishPerson } from "../people/people.service.ts";
import { CouncilWork } from "./home.schema.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
});
afterAll(() => world.end());

/** The secretary, at an instant of Tirana; the world stands at 2026-03-05, ten o'clock. */
const at = (time: string): Doing => ({ ...doing(world), now: new Date(`${time}+01:00`) });
const write = <T>(work: (tx: TenantTx) => Promise<T>, where = lisi) => where.db.write(work);
const both = (text: string) => ({ sq: text, en: `${text} in English` });

async function work(where = lisi) {
  const answer = await where.get("/api/v1/home");
  expect(answer.status).toBe(200);
  return v.parse(CouncilWork, await answer.json());
}
const page = async (path: string, where = lisi) => (await where.get(path)).text();

async function seatCouncil(where = lisi) {
  return write(async (tx) => {
    const by = at("2026-02-01T09:00");
    const council = await createBody(tx, by, { kind: "council", name: both("Këshilli Bashkiak") });
    await publishBody(tx, by, council.id);
    const term = await createTerm(tx, by, { slug: "2023-2027", beginsOn: "2023-07-20", seats: 3 });
    const green = await createParty(tx, by, { name: both("Partia e Gjelbër"), shortName: "PG", colour: "#2f6b35" });
    for (const [index, partyId] of [green.id, green.id, null].entries()) {
      const person = await createPerson(tx, by, { name: `Anëtari ${index + 1}`, familyName: "Anëtari" });
      await publishPerson(tx, by, person.id);
      await addMembership(tx, by, {
        bodyId: council.id,
        personId: person.id,
        role: "member",
        termId: term.id,
        seat: index + 1,
        partyId,
        beginsOn: "2023-07-20",
      });
    }
    return council.id;
  }, where);
}

describe("The front page", () => {
  it("of a council that has only just joined says what will stand there", async () => {
    expect(await work()).toEqual({
      sitting: null,
      next: null,
      consultations: [],
      acts: [],
      actsThisYear: 0,
      seats: [],
    });
    const html = await page("/");
    for (const told of ["Asnjë mbledhje e njoftuar", "Ende asnjë vendim"]) expect(html.includes(told), told).toBe(true);
  });

  it("tells the next meeting with its first items, how early the notice came, and how large its papers are", async () => {
    const council = await seatCouncil();
    const { id: paper, file } = await storePdf(world, lisi, "Projektvendim", { title: both("Projektvendim") });
    await write(async (tx) => {
      const by = at("2026-03-02T09:00");
      const { id } = await createMeeting(tx, by, {
        bodyId: council,
        kind: "ordinary",
        startsAt: "2026-03-12T10:00:00+01:00",
        place: both("Salla"),
      });
      for (let number = 1; number <= 11; number += 1)
        await addItem(tx, by, id, {
          kind: "report",
          title: both(`Pika ${number}`),
          documents: number === 2 ? [{ documentId: paper, role: "explanatory_report" }] : [],
        });
      await announceMeeting(tx, by, id);
      // A draft of a meeting is nobody's business yet.
      await createMeeting(tx, by, { bodyId: council, kind: "ordinary", startsAt: "2026-03-09T10:00:00+01:00" });
    });
    const { next } = await work();
    expect(next).toMatchObject({
      url: { sq: "/mbledhjet/2026-03-12-keshilli-bashkiak" },
      startsAt: "2026-03-12T09:00:00.000Z",
      isPlanned: false,
      itemCount: 11,
      papers: { count: 1, size: file.size },
      notice: { inTime: true, daysAhead: 10, daysAsked: 5 },
    });
    expect(next!.items.map(({ number }) => number)).toEqual(["1", "2", "3", "4"]);
    await world.catchUp();
    const html = await page("/en/");
    for (const told of [
      "Pika 1 in English",
      "and 7 more items",
      'href="/en/meetings/2026-03-12-keshilli-bashkiak.zip"',
    ])
      expect(html.includes(told), told).toBe(true);
  });

  it("counts the working days in which anybody may still comment", async () => {
    await write(async (tx) => {
      const by = at("2026-03-02T09:00");
      const { id } = await createDraftAct(tx, by, {
        type: "decision",
        nature: "normative",
        title: both("Për tarifën e mbetjeve"),
        subject: "taxes",
        proposerKind: "mayor",
        registeredOn: "2026-03-02",
        consultationRequired: true,
      });
      await publishDraftAct(tx, by, id);
      await startConsultation(tx, by, id);
    });
    const { consultations } = await work();
    expect(consultations).toMatchObject([{ title: { sq: "Për tarifën e mbetjeve" }, unit: "working" }]);
    const [{ dueOn, daysLeft }] = consultations as [CouncilWork["consultations"][number]];
    expect([dueOn, daysLeft]).toEqual(["2026-04-02", 17]);
    world.clock.moveTo("2026-04-03T10:00:00+02:00");
    expect((await work()).consultations).toEqual([]);
    world.clock.moveTo("2026-03-05T10:00:00+01:00");
  });

  it("shows who sits in the council by the lists on which the seats were won", async () => {
    expect((await work()).seats).toEqual([
      {
        party: { short: "PG", name: expect.objectContaining({ sq: "Partia e Gjelbër" }), colour: "#2f6b35" },
        count: 2,
      },
      { party: null, count: 1 },
    ]);
  });

  it("says first of all that the council is sitting, for as long as that can be true", async () => {
    world.clock.moveTo("2026-03-12T10:20:00+01:00");
    await write(async (tx) => {
      const { id } = await tx
        .selectFrom("meetings")
        .select("id")
        .where("stage", "=", "announced")
        .executeTakeFirstOrThrow();
      await openMeeting(tx, at("2026-03-12T10:05"), id);
    });
    await world.catchUp();
    expect((await work()).sitting).toMatchObject({ url: { sq: "/mbledhjet/2026-03-12-keshilli-bashkiak" } });
    // A page that was kept may be given for another second.
    await vi.waitFor(async () => expect((await page("/")).includes("Po zhvillohet tani")).toBe(true), {
      timeout: 15_000,
    });
    world.clock.moveTo("2026-03-14T10:20:00+01:00");
    expect((await work()).sitting).toBeNull();
    world.clock.moveTo("2026-03-05T10:00:00+01:00");
  });

  it("of the neighbouring council knows nothing of all this", async () => {
    expect(await work(krasta)).toMatchObject({ sitting: null, next: null, consultations: [], seats: [] });
    expect((await page("/", krasta)).includes("Pika 1")).toBe(false);
  });
});
