import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chamberOf } from "../../../tests/support/chamber.ts";
import { doing } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { setAgenda } from "./agenda.service.ts";
import { createFromLast, createFromTemplate, proposedNotice } from "./from-before.service.ts";
import type { MeetingTemplateInput } from "./meeting-templates.schema.ts";
import {
  changeTemplate,
  createTemplate,
  findTemplateInput,
  findTemplates,
  removeTemplate,
} from "./meeting-templates.service.ts";
import { createMeeting } from "./meetings.service.ts";
import { rhythmDays, rhythmOf } from "./rhythm.ts";
import { announceMeeting } from "./stages.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let council: string;
let committee: string;
const write: TestCouncil["db"]["write"] = (work) => lisi.db.write(work);

beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  const chamber = chamberOf(world, lisi);
  council = (await chamber.body("council", "Këshilli Bashkiak")).id;
  committee = (await chamber.body("committee", "Komisioni i Financave")).id;
});
afterAll(() => world.end());
beforeEach(async () => {
  world.clock.moveTo("2026-03-05T10:00:00+01:00");
  await write(async (tx) => {
    await tx.deleteFrom("meetings").execute();
    await tx.deleteFrom("meeting_templates").execute();
  });
});

const roll = { kind: "procedure" as const, title: { sq: "Verifikimi i pjesëmarrjes", en: "Roll call" } };
const questions = { kind: "question" as const, title: { sq: "Pyetje dhe interpelanca", en: "Questions" } };
const template = (given: Partial<MeetingTemplateInput> = {}): MeetingTemplateInput => ({
  bodyId: council,
  kind: "ordinary",
  name: { sq: "Mbledhja mujore", en: "Monthly meeting" },
  place: { sq: "Salla e Këshillit", en: "Council chamber" },
  onlineUrl: "https://video.example.org/lisi",
  weekday: 4,
  week: -1,
  startsAt: "18:00",
  minutes: 120,
  openingItems: [roll],
  closingItems: [questions],
  notice: { sq: "<p>Ftohen të gjithë.</p><script>x()</script>", en: "<p>All are invited.</p>" },
  ...given,
});
const made = (given: Partial<MeetingTemplateInput> = {}) =>
  write((tx) => createTemplate(tx, doing(world), template(given)));
const meetingOf = (id: string) =>
  lisi.db.read(async (tx) => ({
    ...(await tx.selectFrom("meetings").selectAll().where("id", "=", id).executeTakeFirstOrThrow()),
    agenda: (
      await tx
        .selectFrom("agenda_items")
        .where("meeting_id", "=", id)
        .orderBy("path")
        .select(["path", "title"])
        .execute()
    ).map(({ path, title }) => `${path.join(".")} ${title.sq}`),
  }));

describe("The rhythm of a body", () => {
  const first = (count: number, rhythm: Parameters<typeof rhythmDays>[0], from: string) =>
    rhythmDays(rhythm, from).take(count).toArray();

  it("is a weekday of every week, one of its month, or the last", () => {
    expect(first(3, { weekday: 1, week: null }, "2026-03-05")).toEqual(["2026-03-09", "2026-03-16", "2026-03-23"]);
    expect(first(3, { weekday: 2, week: 2 }, "2026-03-05")).toEqual(["2026-03-10", "2026-04-14", "2026-05-12"]);
    expect(first(3, { weekday: 4, week: -1 }, "2026-03-27")).toEqual(["2026-04-30", "2026-05-28", "2026-06-25"]);
  });

  it("is read from a day, where a fifth weekday is the last", () => {
    expect(rhythmOf("2026-03-26")).toEqual({ weekday: 4, week: 4 });
    expect(rhythmOf("2026-04-30")).toEqual({ weekday: 4, week: -1 });
  });
});

describe("A meeting from a template", () => {
  it("is a draft on the next day of its rhythm with place, hour and what stands on every agenda", async () => {
    const id = await made();
    const { id: meeting, proposal } = await write((tx) => createFromTemplate(tx, doing(world), id));
    expect(await meetingOf(meeting)).toMatchObject({
      state: "draft",
      stage: "planned",
      starts_at: new Date("2026-03-26T17:00:00Z"),
      ends_at: new Date("2026-03-26T19:00:00Z"),
      place: { sq: "Salla e Këshillit", en: "Council chamber" },
      online_url: "https://video.example.org/lisi",
      agenda: ["1 Verifikimi i pjesëmarrjes", "2 Pyetje dhe interpelanca"],
    });
    // Five calendar days before the 26th (law 139/2015, Article 53/4).
    expect(proposal).toMatchObject({ day: "2026-03-26", noticeBy: "2026-03-21", isInTime: true, skipped: [] });
    expect(await lisi.db.read((tx) => proposedNotice(tx, meeting))).toEqual({
      sq: "<p>Ftohen të gjithë.</p>",
      en: "<p>All are invited.</p>",
    });
  });

  it("leaves a day for which the notice would be too late, and a month that has its meeting", async () => {
    const id = await made();
    world.clock.moveTo("2026-03-22T10:00:00+01:00");
    const first = await write((tx) => createFromTemplate(tx, doing(world), id));
    expect(first.proposal.day).toBe("2026-04-30");
    const second = await write((tx) => createFromTemplate(tx, doing(world), id));
    expect(second.proposal.day).toBe("2026-05-28");
  });

  it("moves from a day off to the next working day, and says why", async () => {
    // The first Friday of May 2026 is Labour Day.
    const id = await made({ weekday: 5, week: 1 });
    world.clock.moveTo("2026-04-10T10:00:00+02:00");
    const { proposal } = await write((tx) => createFromTemplate(tx, doing(world), id));
    expect(proposal.day).toBe("2026-05-04");
    expect(proposal.skipped.map(({ day }) => day)).toEqual(["2026-05-01", "2026-05-02", "2026-05-03"]);
    expect(proposal.skipped[0]!.because.map(({ en }) => en).join()).toMatch(/Worker|Labour/);
    expect(proposal.skipped[1]!.because).toEqual([]);
  });

  it("of a body for which no law sets a notice says nothing of one", async () => {
    const id = await made({ bodyId: committee, weekday: 5, week: null });
    const { proposal } = await write((tx) => createFromTemplate(tx, doing(world), id));
    expect(proposal).toMatchObject({ day: "2026-03-06", noticeBy: null, isInTime: true });
  });

  it("may be at another time, also one for which the notice is late, which is told", async () => {
    const id = await made();
    const given = { day: "2026-03-07", time: "10:00" };
    const { proposal } = await write((tx) => createFromTemplate(tx, doing(world), id, given));
    expect(proposal).toMatchObject({ day: "2026-03-07", noticeBy: "2026-03-02", isInTime: false });
  });

  it("is not made from another council’s template", async () => {
    const id = await made();
    await expect(world.krasta.db.write((tx) => createFromTemplate(tx, doing(world), id))).rejects.toMatchObject({
      code: "meetings.template_not_found",
    });
    expect(await world.krasta.db.read(findTemplates)).toEqual([]);
  });
});

describe("A template", () => {
  it("is changed and removed, and the audit remembers", async () => {
    const id = await made();
    await write((tx) => changeTemplate(tx, doing(world), id, template({ startsAt: "17:30", week: null })));
    expect(await lisi.db.read((tx) => findTemplateInput(tx, id))).toMatchObject({ startsAt: "17:30", week: null });
    await write((tx) => removeTemplate(tx, doing(world), id));
    await expect(lisi.db.read((tx) => findTemplateInput(tx, id))).rejects.toMatchObject({ status: 404 });
    const audit = await lisi.db.read((tx) =>
      tx.selectFrom("audit_log").where("subject_id", "=", id).orderBy("id").select("action").execute(),
    );
    expect(audit.map(({ action }) => action)).toEqual([
      "meeting_template.created",
      "meeting_template.changed",
      "meeting_template.removed",
    ]);
  });

  it.each([
    ["an hour that is none", { startsAt: "25:00" }, "startsAt"],
    ["a weekday that is none", { weekday: 8 }, "weekday"],
    ["a closed meeting without a reason", { access: "closed" as const }, "closedReason"],
    ["a body of another council", { bodyId: "11111111-1111-4111-8111-111111111111" }, "bodyId"],
    ["a link that acts", { onlineUrl: "javascript:alert(1)" }, "onlineUrl"],
  ])("with %s is refused", async (_, given, field) => {
    await expect(made(given)).rejects.toMatchObject({ fields: [expect.objectContaining({ path: field })] });
  });
});

describe("A meeting like the last one", () => {
  const held = async (
    startsAt: string,
    items: { kind: "procedure" | "report" | "question"; title: { sq: string } }[],
  ) => {
    const { id } = await write((tx) =>
      createMeeting(tx, doing(world), {
        bodyId: council,
        kind: "ordinary",
        title: { sq: "Mbledhja e buxhetit" },
        startsAt,
        endsAt: new Date(new Date(startsAt).getTime() + 90 * 60_000),
        place: { sq: "Pallati i Kulturës" },
      }),
    );
    await write((tx) =>
      setAgenda(
        tx,
        doing(world),
        id,
        items.map((item, at) => ({ ...item, path: [at + 1] })),
      ),
    );
    return id;
  };

  it("has its place, hour and standing items, on the same weekday of the next month", async () => {
    await held("2026-01-27T17:00:00Z", [questions]);
    await held("2026-02-24T17:00:00Z", [roll, { kind: "report", title: { sq: "Raporti i vitit" } }, questions]);
    const { id, proposal } = await write((tx) => createFromLast(tx, doing(world), council));
    // The last day in time for a notice is the 19th.
    expect(proposal).toMatchObject({ day: "2026-03-24", noticeBy: "2026-03-19" });
    expect(await meetingOf(id)).toMatchObject({
      title: null,
      place: { sq: "Pallati i Kulturës" },
      starts_at: new Date("2026-03-24T17:00:00Z"),
      ends_at: new Date("2026-03-24T18:30:00Z"),
      agenda: ["1 Verifikimi i pjesëmarrjes", "2 Pyetje dhe interpelanca"],
    });
    await write((tx) => announceMeeting(tx, doing(world), id));
  });

  it("keeps the hour when the clocks are put forward", async () => {
    await held("2026-02-26T17:00:00Z", []);
    world.clock.moveTo("2026-03-25T10:00:00+01:00");
    const { proposal } = await write((tx) => createFromLast(tx, doing(world), council));
    expect(proposal.startsAt).toEqual(new Date("2026-04-23T16:00:00Z"));
  });

  it("follows the body’s template where there is one", async () => {
    await made({ weekday: 3, week: 3 });
    await held("2026-02-24T17:00:00Z", []);
    const { id, proposal } = await write((tx) => createFromLast(tx, doing(world), council));
    expect(proposal.day).toBe("2026-03-18");
    expect((await meetingOf(id)).agenda).toHaveLength(2);
  });

  it("needs a last one", async () => {
    await expect(write((tx) => createFromLast(tx, doing(world), council))).rejects.toMatchObject({
      code: "meetings.no_meeting_before",
    });
  });
});
