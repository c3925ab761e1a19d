import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn } from "../../../tests/support/accounts.ts";
import { chamberOf } from "../../../tests/support/chamber.ts";
import { doing, news, publish } from "../../../tests/support/content.ts";
import { addMeeting, addPeriod } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import { submit } from "../editing/submissions.service.ts";
import { publicationEditable } from "../publications/publications.editable.ts";
import { createPublication } from "../publications/publications.service.ts";
import { aheadQuery, runningQuery, withoutMinutesQuery, withoutOutcomeQuery } from "./day.queries.ts";
import { dayOf } from "./day-of.ts";

let world: TestWorld;
let lisi: TestCouncil;
let council: string;
const secretary = { kind: "account", id: crypto.randomUUID(), name: "Arta", roles: ["secretary" as const] } as const;
const day = (of: TestCouncil) => of.db.read((tx) => dayOf(tx, secretary, world.clock.now()));

beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  council = (await chamberOf(world, lisi).body("council", "Këshilli Bashkiak")).id;
});
afterAll(() => world.end());

const titles = ({ items }: { items: readonly { title: { sq: string } }[] }) => items.map(({ title }) => title.sq);

/** An act that was adopted, with the clock that runs for it. */
const addAct = (number: number, rule: "L17" | "P1", startsOn: string, dueOn: string) =>
  lisi.db.write(async (tx) => {
    const { id } = await tx
      .insertInto("acts")
      .values({
        ...{ slug: `vendim-${number}-2026`, type: "decision", nature: "normative", number, series: "2026" },
        ...{ title: json({ sq: `Vendimi ${number}` }), subject: "taxes", body_id: council, adopted_on: startsOn },
        ...{ prefect_state: "to_deposit", folded_text: "", state: "published", public_from: new Date("2026-01-01") },
        ...{ proposer_kind: null, proposer_person_id: null, proposer_body_id: null },
        ...{ agenda_item_id: null, draft_act_id: null, announced_on: null, notified_on: null, in_force_on: null },
        ...{ repealed_on: null },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const stamp = new Date("2026-01-01");
    await tx
      .insertInto("deadlines")
      .values({
        ...{ subject: "act", subject_id: id, rule, starts_on: startsOn, starts_at: null, case_period: null },
        ...{ due_on: dueOn, due_at: null, steps: "[]", opened_at: stamp, computed_at: stamp, closed_at: null },
        certainty: json({ estimatedDays: [], generatedYears: [] }),
      })
      .execute();
  });

describe("The first screen", () => {
  it("of a council in which nothing waits is empty", async () => {
    expect(await day(world.krasta)).toMatchObject({
      today: "2026-03-05",
      ...Object.fromEntries(
        [
          "notices",
          "withoutOutcome",
          "toAnnounce",
          "toDeposit",
          "over",
          "ending",
          "withoutMinutes",
          "waiting",
          "coming",
          "scheduled",
        ].map((list) => [list, { total: 0, items: [] }]),
      ),
      defects: { total: 0, kinds: [] },
    });
  });

  it("names meetings whose notice is missing, with the last day for it, those of the next two weeks among what comes", async () => {
    await addMeeting(lisi, council, "2026-03-12-keshilli");
    await addMeeting(lisi, council, "2026-04-20-keshilli", {
      starts_at: new Date("2026-04-20T16:00:00Z"),
      state: "draft",
      public_from: null,
    });
    await addMeeting(lisi, council, "2026-03-17-keshilli", {
      starts_at: new Date("2026-03-17T16:00:00Z"),
      stage: "announced",
    });
    await addMeeting(lisi, council, "2026-03-18-keshilli", {
      ...{ starts_at: new Date("2026-03-18T16:00:00Z"), stage: "cancelled", stage_reason: json({ sq: "Jo" }) },
    });
    const { notices, coming } = await day(lisi);
    // Five calendar days before the meeting (law 139/2015, Article 53/4).
    expect(notices.items.map(({ due, url }) => [due?.dueOn, due?.daysLeft, url !== null])).toEqual([
      ["2026-03-07", 2, true],
      ["2026-04-15", 41, false],
    ]);
    expect(coming.items.map(({ startsAt, isAnnounced }) => [startsAt.slice(0, 10), isAnnounced])).toEqual([
      ["2026-03-12", false],
      ["2026-03-17", true],
    ]);
  });

  it("names acts to announce and to send to the prefect, and periods about to end, the soonest first", async () => {
    await addAct(1, "P1", "2026-02-20", "2026-03-03");
    await addAct(2, "P1", "2026-02-27", "2026-03-09");
    await addAct(3, "L17", "2026-02-27", "2026-03-09");
    await addPeriod(lisi, { slug: "tarifat", title: { sq: "Tarifat" }, from: "2026-02-20", until: "2026-03-19" });
    for (const [slug, from, until] of [
      ["dimri", "2026-01-05", "2026-02-02"],
      ["shkurti", "2026-01-26", "2026-02-23"],
    ] as const)
      await addPeriod(lisi, { slug, title: { sq: slug }, from, until });
    await addPeriod(lisi, { slug: "larg", title: { sq: "Larg" }, from: "2026-02-20", until: "2026-03-20" });
    const { toDeposit, toAnnounce, ending, over } = await day(lisi);
    expect(titles(toDeposit)).toEqual(["Vendimi 1", "Vendimi 2"]);
    expect(toDeposit.items.map(({ due }) => due.overdue)).toEqual([true, false]);
    expect(toDeposit.items[0]!.url!.sq).toBe("/aktet/vendim-1-2026");
    expect(titles(toAnnounce)).toEqual(["Vendimi 3"]);
    expect(titles(ending)).toEqual(["Tarifat"]);
    // What is long over does not stand before what ends tomorrow.
    expect(titles(over)).toEqual(["shkurti", "dimri"]);
  });

  it("misses minutes some days after the meeting, and not before", async () => {
    const held = { stage: "closed" as const, opened_at: new Date("2026-02-26T17:00:00Z") };
    await addMeeting(lisi, council, "2026-02-26-keshilli", { ...held, starts_at: new Date("2026-02-26T17:00:00Z") });
    await addMeeting(lisi, council, "2026-03-03-keshilli", { ...held, starts_at: new Date("2026-03-03T17:00:00Z") });
    const { withoutMinutes } = await day(lisi);
    expect(withoutMinutes.items).toMatchObject([{ url: { sq: "/mbledhjet/2026-02-26-keshilli" }, days: 7 }]);
  });

  it("leads to where the work is done: to the notice, to the minutes of whoever may publish them, to the meeting", async () => {
    const { notices, withoutMinutes, coming } = await day(lisi);
    const [notice, minutes, next] = [notices.items[0]!.id, withoutMinutes.items[0]!.id, coming.items[0]!.id];
    const secretary = await signedIn(world, lisi, ["secretary"]);
    const page = await (await secretary.get("/admin")).text();
    for (const path of [`${notice}/njoftimi`, `${minutes}/procesverbali`, next])
      expect(page).toContain(`href="/admin/mbledhjet/${path}"`);
    expect(page).not.toContain('href="/mbledhjet/2026');
    expect(await (await secretary.get("/en/admin")).text()).toContain(`href="/en/admin/meetings/${minutes}/minutes"`);
    const editor = await signedIn(world, lisi, ["editor"]);
    expect(await (await editor.get("/admin")).text()).toContain(`href="/admin/mbledhjet/${minutes}/zhvillimi"`);
    const mail = await (await secretary.get(`/admin/mbledhjet/${next}/posta`)).text();
    expect(mail).toContain(`href="/admin/mbledhjet/${next}"`);
  });

  it("names the council's missing minutes first and a few of all, and all of them when they are asked for", async () => {
    const { body } = chamberOf(world, lisi);
    const village = (await body("village", "Kryesia e fshatit")).id;
    const held = { stage: "closed" as const, opened_at: new Date("2026-02-01T17:00:00Z") };
    for (const number of [1, 2, 3, 4, 5, 6])
      await addMeeting(lisi, village, `2026-02-2${number}-kryesia`, {
        ...{ ...held, starts_at: new Date(`2026-02-2${number}T17:00:00Z`) },
      });
    const { withoutMinutes } = await day(lisi);
    expect(withoutMinutes.total).toBe(7);
    expect(withoutMinutes.items.map(({ url }) => url.sq)).toEqual([
      "/mbledhjet/2026-02-26-keshilli",
      ...[6, 5, 4, 3].map((number) => `/mbledhjet/2026-02-2${number}-kryesia`),
    ]);
    const whole = await lisi.db.read((tx) => dayOf(tx, secretary, world.clock.now(), "minutes"));
    expect(whole.withoutMinutes.items).toHaveLength(7);
  });

  it("names meetings whose day has passed while nobody said how they went, the council's first and a few of all", async () => {
    const { body } = chamberOf(world, lisi);
    const board = (await body("board", "Bordi i qytetarëve")).id;
    const at = (number: number) => new Date(`2026-02-1${number}T17:00:00Z`);
    const event = await addMeeting(lisi, board, "2026-02-19-bordi", {
      ...{ starts_at: at(9), kind: "event", title: json({ sq: "Dita e qytetit" }) },
    });
    for (const number of [3, 4, 5])
      await addMeeting(lisi, board, `2026-02-1${number}-bordi`, { starts_at: at(number), stage: "announced" });
    const draft = await addMeeting(lisi, council, "2026-02-10-keshilli", {
      ...{ starts_at: at(0), state: "draft", public_from: null },
    });
    const paper = await addMeeting(lisi, council, "2026-02-11-keshilli", { starts_at: at(1), stage: "announced" });
    await addMeeting(lisi, council, "2026-02-12-keshilli", {
      ...{ starts_at: at(2), state: "draft", public_from: null, binned_at: world.clock.now() },
    });
    const { withoutOutcome } = await day(lisi);
    expect(withoutOutcome.total).toBe(6);
    expect(withoutOutcome.items.map(({ startsAt }) => startsAt.slice(8, 10))).toEqual(["11", "10", "19", "15", "14"]);
    const whole = await lisi.db.read((tx) => dayOf(tx, secretary, world.clock.now(), "outcome"));
    expect(whole.withoutOutcome.items).toHaveLength(6);
    const page = await (await (await signedIn(world, lisi, ["publisher"])).get("/admin")).text();
    expect(page).toContain("Dita kaloi: shënoni si shkoi");
    expect(page).toContain('href="/admin?all=outcome#outcome"');
    for (const path of [draft, `${paper}/zhvillimi`, `${event}/zhvillimi`])
      expect(page).toContain(`href="/admin/mbledhjet/${path}"`);
    await lisi.db.write((tx) => tx.deleteFrom("meetings").where("slug", "like", "2026-02-1%").execute());
  });

  it("says that nobody knows what is broken until the site has been looked through", async () => {
    expect(await day(world.krasta)).toMatchObject({ isChecked: false, isBeingChecked: false });
    await world.krasta.db.write((tx) =>
      tx
        .insertInto("upkeep_runs")
        .values({ started_at: null, finished_at: null, asked_at: world.clock.now(), counts: "{}" })
        .execute(),
    );
    expect(await day(world.krasta)).toMatchObject({ isChecked: false, isBeingChecked: true });
    const finished = new Date(world.clock.now().getTime() + 1000);
    await world.krasta.db.write((tx) => tx.updateTable("upkeep_runs").set({ finished_at: finished }).execute());
    expect(await day(world.krasta)).toMatchObject({ isChecked: true, isBeingChecked: false });
  });

  it("tells what becomes public by itself, what waits for approval, and what is broken", async () => {
    await publish(world, lisi, news({ title: { sq: "Nesër" } }), new Date("2026-03-06T07:00:00Z"));
    const arta = { kind: "account", id: crypto.randomUUID(), name: "Arta", roles: ["editor" as const] } as const;
    await lisi.db.write(async (tx) => {
      const waiting = await createPublication(tx, doing(world), news({ title: { sq: "Pret miratim" } }));
      await submit(tx, { actor: arta, now: world.clock.now() }, publicationEditable, waiting.id, null);
      await tx
        .insertInto("defects")
        .values({
          ...{ kind: "link_broken", entity: "act", entity_id: crypto.randomUUID(), field: "text.sq", address: "/x" },
          ...{ title: json({ sq: "A" }), public_url: json({ sq: "/a", en: "/en/a" }), detail: "{}" },
          ...{ first_seen_at: world.clock.now(), last_seen_at: world.clock.now() },
        })
        .execute();
    });
    const { scheduled, waiting: handed, defects } = await day(lisi);
    expect(titles(scheduled)).toEqual(["Nesër"]);
    expect(handed.items).toMatchObject([{ title: { sq: "Pret miratim" }, by: "Arta" }]);
    expect(defects).toEqual({ total: 1, kinds: [{ kind: "link_broken", count: 1 }] });
  });

  it("calls a meeting that enters the calendar later by its full name and its day", async () => {
    const later = await addMeeting(lisi, council, "2026-05-20-keshilli", {
      ...{ starts_at: new Date("2026-05-20T17:00:00Z"), public_from: new Date("2026-03-06T08:00:00Z") },
    });
    const { scheduled } = await day(lisi);
    expect(scheduled.items.find(({ id }) => id === later)?.title).toEqual({
      sq: "Mbledhje e radhës e Këshillit, 20.05.2026",
      en: expect.stringMatching(/Council.*, 20\.05\.2026$/),
    });
    await lisi.db.write((tx) => tx.deleteFrom("meetings").where("id", "=", later).execute());
  });

  it("shows nothing of it to the neighbouring council", async () => {
    expect(JSON.stringify(await day(world.krasta))).not.toMatch(/Vendimi|Tarifat|Nesër|keshilli/);
  });

  it("asks little of a council with years of work behind it", async () => {
    await lisi.db.write(async (tx) => {
      await sql`insert into meetings (slug, body_id, kind, starts_at, stage, folded_text, state, public_from)
        select 'e-vjeter-' || n, ${council}, 'ordinary', timestamptz '2010-01-01 18:00+01' + n * interval '1 day',
          'minutes_published', '', 'published', '2010-01-01' from generate_series(1, 4000) n`.execute(tx);
      await sql`insert into deadlines (subject, subject_id, rule, starts_on, due_on, steps, certainty, opened_at, computed_at, closed_at)
        select 'act', gen_random_uuid(), 'P1', '2020-01-01', '2020-01-11', '[]', '{}', '2020-01-01', '2020-01-01', '2020-01-05'
        from generate_series(1, 4000)`.execute(tx);
    });
    const { Client } = (await import("pg")).default;
    const owner = new Client({ connectionString: world.database.superuserUrl });
    await owner.connect();
    await owner.query("analyze meetings, deadlines");
    await owner.end();
    await lisi.db.read(async (tx) => {
      const plans = await Promise.all([
        runningQuery(tx, "2026-03-19").explain("json"),
        aheadQuery(tx, "2026-03-05", "2026-05-05").explain("json"),
        withoutMinutesQuery(tx, "2026-03-01", 5).explain("json"),
        withoutOutcomeQuery(tx, "2026-03-05", 5).explain("json"),
      ]);
      for (const plan of plans) expect(JSON.stringify(plan)).not.toMatch(/"Seq Scan"[^}]*"(meetings|deadlines)"/);
    });
  });
});
