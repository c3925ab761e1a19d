import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { doing } from "../../../tests/support/content.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { setAgenda } from "./agenda.service.ts";
import { meetingEditable } from "./meetings.editable.ts";
import { createMeeting } from "./meetings.service.ts";
import { announceMeeting } from "./stages.service.ts";

/** The world stands at 05.03.2026, 10:00, a Thursday. */
let world: TestWorld;
let lisi: TestCouncil;
let council: string;
let editor: Visitor;
let secretary: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  council = (await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak", en: "Municipal Council" }, 3)).id;
  editor = await signedIn(world, lisi, ["editor"]);
  secretary = await signedIn(world, lisi, ["secretary"]);
  neighbour = await signedIn(world, world.krasta, ["secretary"]);
});
afterAll(() => world.end());

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const leadsTo = (answer: Response) => {
  expect(answer.status).toBe(303);
  return answer.headers.get("location")!;
};
const title = (sq: string) => ({ title: { sq }, documents: [] });
/** The meeting of the last Thursday of February: the roll, a draft, questions. */
const february = () =>
  lisi.db.write(async (tx) => {
    const { id } = await createMeeting(tx, doing(world), {
      ...{ bodyId: council, kind: "ordinary", startsAt: "2026-02-26T17:00:00Z", endsAt: "2026-02-26T19:00:00Z" },
      place: { sq: "Salla e Këshillit", en: "Council chamber" },
    });
    await setAgenda(tx, doing(world), id, [
      { path: [1], kind: "procedure", ...title("Verifikimi i pjesëmarrjes") },
      { path: [2], kind: "draft_act", ...title("Miratimi i buxhetit") },
      { path: [3], kind: "question", ...title("Pyetje dhe interpelanca") },
    ]);
    return id;
  });
const meetingAt = (location: string) => /\/([0-9a-f-]{36})/.exec(location)![1]!;
const whole = async (id: string) =>
  (await lisi.db.read((tx) => meetingEditable.find(tx, id)))!.input as never as {
    startsAt: Date;
    place: object;
    items: { title: { sq: string } }[];
  };

describe("A new meeting", () => {
  let last: string;
  beforeAll(async () => {
    last = await february();
  });

  it("is made like the last one of its body, on the day on which the body is used to meet", async () => {
    expect(await textOf(editor.get("/admin/mbledhjet/e-re"))).toContain(`value="last:${council}"`);
    const made = leadsTo(await editor.post("/admin/mbledhjet/e-re/sipas", { like: `last:${council}` }));
    expect(made).toContain("?done=made");
    const { startsAt, items } = await whole(meetingAt(made));
    expect(startsAt.toISOString()).toBe("2026-03-26T17:00:00.000Z");
    expect(items.map(({ title }) => title.sq)).toEqual(["Verifikimi i pjesëmarrjes"]);
    expect(await textOf(editor.get(made))).toContain("Mbledhja u krijua sipas së mëparshmes.");
    expect(await textOf(editor.get(made.replace("/admin/mbledhjet", "/en/admin/meetings")))).toContain(
      "The meeting is made like the one before.",
    );
  });

  it("is made from a template, which was made from a meeting: what was decided that day stays out of it", async () => {
    const form = await textOf(editor.get(`/admin/mbledhjet/modelet/i-ri?like=${last}`));
    expect(form).toContain("Verifikimi i pjesëmarrjes");
    expect(form).toContain("Pyetje dhe interpelanca");
    expect(form).not.toContain("Miratimi i buxhetit");
    const template = {
      ...{ "name.sq": "Mbledhja mujore", "name.en": "Monthly meeting", bodyId: council, kind: "ordinary" },
      ...{ weekday: "4", week: "-1", startsAt: "17:30", minutes: "90", "place.sq": "Teatri", access: "open" },
      ...{ "openingItems.r0.title.sq": "Apeli", "openingItems.r0.kind": "procedure" },
      ...{ "closingItems.r0.title.sq": "Të ndryshme", "closingItems.r0.kind": "other" },
      "notice.sq": "Ftohen të gjithë.",
    };
    expect(leadsTo(await editor.post("/admin/mbledhjet/modelet/i-ri", template))).toContain("?done=template");
    const list = await textOf(editor.get("/admin/mbledhjet/modelet"));
    expect(list).toContain("E fundit e muajit, e enjte");
    const id = /modelet\/([0-9a-f-]{36})"/.exec(list)![1]!;
    const when = { day: "2026-04-16", time: "17:30" };
    const made = leadsTo(await editor.post("/admin/mbledhjet/e-re/sipas", { like: `template:${id}`, ...when }));
    const { items, place, startsAt } = await whole(meetingAt(made));
    expect(items.map((one) => one.title.sq)).toEqual(["Apeli", "Të ndryshme"]);
    expect(place).toMatchObject({ sq: "Teatri" });
    expect(startsAt.toISOString()).toBe("2026-04-16T15:30:00.000Z");
    expect(await textOf(secretary.get(`/admin/mbledhjet/${meetingAt(made)}/njoftimi`))).toContain("Ftohen të gjithë.");

    const changed = await editor.post(`/admin/mbledhjet/modelet/${id}`, {
      ...template,
      startsAt: "25:00",
      weekday: "9",
    });
    expect(changed.status).toBe(422);
    const again = await changed.text();
    expect(again).toContain('href="#thing-startsAt"');
    expect(again).toContain('value="25:00"');
    expect((await neighbour.get(`/admin/mbledhjet/modelet/${id}`)).status).toBe(404);
    expect((await neighbour.post(`/admin/mbledhjet/modelet/${id}/heqja`)).status).toBe(404);
    leadsTo(await editor.post(`/admin/mbledhjet/modelet/${id}/heqja`));
    expect(await textOf(editor.get("/admin/mbledhjet/modelet"))).toContain("Ende nuk ka modele");
  });

  it("takes the hour of the one before when only the day is chosen, and proposes the day when only the hour is", async () => {
    const at = async (given: object) => {
      const made = leadsTo(await editor.post("/admin/mbledhjet/e-re/sipas", { like: `last:${council}`, ...given }));
      const { id, startsAt } = { id: meetingAt(made), ...(await whole(meetingAt(made))) };
      await lisi.db.write((tx) => tx.deleteFrom("meetings").where("id", "=", id).execute());
      return startsAt.toISOString();
    };
    // The meeting before began at 17:30, in summer time.
    expect(await at({ day: "2026-05-05" })).toBe("2026-05-05T15:30:00.000Z");
    expect(await at({ time: "09:00" })).toBe("2026-05-21T07:00:00.000Z");
    expect(await at({ day: "2026-05-05", time: "09:00" })).toBe("2026-05-05T07:00:00.000Z");
    for (const wrong of [
      { day: "2026-02-30", time: "" },
      { day: "", time: "25:00" },
    ])
      expect((await editor.post("/admin/mbledhjet/e-re/sipas", { like: `last:${council}`, ...wrong })).status).toBe(
        422,
      );
  });

  it("says which items come again, and when none did", async () => {
    const form = await textOf(editor.get("/admin/mbledhjet/e-re"));
    expect(form).toContain("pikat procedurale dhe ato që ishin edhe në mbledhjen para saj");
    expect(await textOf(editor.get("/en/admin/meetings/new"))).toContain("Draft acts are not taken over.");
    const forum = (await seatBody(lisi, "committee", "forumi", { sq: "Forumi" }, 2)).id;
    await lisi.db.write(async (tx) => {
      const startsAt = "2026-02-10T09:00:00Z";
      const { id } = await createMeeting(tx, doing(world), { bodyId: forum, kind: "ordinary", startsAt });
      await setAgenda(tx, doing(world), id, [{ path: [1], kind: "draft_act", ...title("Mendim për buxhetin") }]);
    });
    const made = leadsTo(await editor.post("/admin/mbledhjet/e-re/sipas", { like: `last:${forum}` }));
    expect(made).toContain("?done=made_bare");
    expect(await textOf(editor.get(made))).toContain("asnjë prej tyre nuk përsëritej");
  });

  it("is not made like what nobody has", async () => {
    for (const like of [
      "",
      "last:1",
      `last:${crypto.randomUUID()}`,
      `gjithçka:${council}`,
      `template:${crypto.randomUUID()}`,
    ])
      expect([404, 409, 422], like).toContain((await editor.post("/admin/mbledhjet/e-re/sipas", { like })).status);
    expect((await neighbour.post("/admin/mbledhjet/e-re/sipas", { like: `last:${council}` })).status).not.toBe(303);
  });
});

describe("A change of an announced meeting", () => {
  let id: string;
  beforeAll(async () => {
    id = await lisi.db.write(async (tx) => {
      const made = await createMeeting(tx, doing(world), {
        ...{ bodyId: council, kind: "ordinary", startsAt: "2026-03-19T17:00:00Z" },
        place: { sq: "Salla e Këshillit" },
      });
      await setAgenda(tx, doing(world), made.id, [{ path: [1], kind: "report", ...title("Raporti i parë") }]);
      await announceMeeting(tx, doing(world), made.id);
      return made.id;
    });
  });
  const versions = () =>
    lisi.db.read((tx) =>
      tx.selectFrom("meeting_versions").select("version").where("meeting_id", "=", id).orderBy("version").execute(),
    );

  it("is seen as its readers will see it before it is saved, and nothing is saved by looking", async () => {
    const form = {
      ...{ kind: "ordinary", day: "2026-03-19", time: "19:15", "place.sq": "Teatri i qytetit", access: "open" },
      ...{ "reason.sq": "Salla rinovohet.", "reason.en": "", step: "preview" },
    };
    const shown = await secretary.post(`/admin/mbledhjet/${id}/te-dhenat`, form);
    expect(shown.status).toBe(200);
    expect(shown.headers.get("cache-control")).toContain("no-store");
    const page = await shown.text();
    for (const words of ["Teatri i qytetit", "19:15", "Salla rinovohet.", "Raporti i parë"])
      expect(page).toContain(words);
    expect(await versions()).toEqual([{ version: 1 }]);
    const refused = await secretary.post(`/admin/mbledhjet/${id}/te-dhenat`, { ...form, "reason.sq": "" });
    expect(refused.status).toBe(422);
  });

  it("of fields and agenda together is one for its readers", async () => {
    const input = { ...(await whole(id)), reason: { sq: "Shtohet një pikë dhe ndryshon salla." } };
    await lisi.db.write((tx) =>
      meetingEditable.change(tx, doing(world), id, {
        ...input,
        place: { sq: "Biblioteka" },
        items: [...input.items, { id: null, path: [2], kind: "report", ...title("Raporti i dytë") }],
      } as never),
    );
    expect(await versions()).toEqual([{ version: 1 }, { version: 2 }]);
    const { changes } = await lisi.json<{ changes: { changes: { what: string }[] }[] }>(
      "/api/v1/meetings/2026-03-19-keshilli",
    );
    expect(changes[0]!.changes.map(({ what }) => what).toSorted()).toEqual(["item_added", "place"]);
  });
});
