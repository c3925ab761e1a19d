import { Readable } from "node:stream";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actInput, addCouncilBody, enact, refusal } from "../../../tests/support/acts.ts";
import { doing, pdfOf, shelfOf, storePdf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import { storeFile } from "../../storage/receive-file.ts";
import { attach } from "../documents/attachments.service.ts";
import { attachPublicVersion, replaceDocument } from "../documents/documents.service.ts";
import { addActDocuments, removeActDocument } from "./act-documents.service.ts";
import { Act, type ActInput, ActList } from "./acts.schema.ts";
import { changeAct, createAct, publishAct, withdrawAct } from "./acts.service.ts";
import { announceAct, notifyAct } from "./announcing.service.ts";
import { explainGap, proposeNumber } from "./numbering.service.ts";
import { relateActs, unrelateActs } from "./relations.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
  await addCouncilBody(lisi);
  await addCouncilBody(krasta);
});
afterAll(() => world.end());

const by = () => doing(world);
const create = (given: Partial<ActInput> = {}, council = lisi) =>
  council.db.write(async (tx) => createAct(tx, by(), await actInput(tx, given)));
const actAt = async (slug: string) => v.parse(Act, await lisi.json(`/api/v1/acts/${slug}`));
const gapsOf = async (query: string) => v.parse(ActList, await lisi.json(`/api/v1/acts${query}`)).gaps;

describe("An act's number", () => {
  it("is the next of its kind and year, each kind by itself", async () => {
    const on = { adoptedOn: "2025-02-27" };
    expect(await create(on)).toMatchObject({ number: 1, series: "2025", slug: "vendim-1-2025" });
    expect(await create(on)).toMatchObject({ number: 2, series: "2025" });
    expect(await create({ ...on, type: "ordinance" })).toMatchObject({ number: 1, slug: "urdherese-1-2025" });
    expect(await lisi.db.read((tx) => proposeNumber(tx, "decision", "2025-12-31"))).toEqual({
      number: 3,
      series: "2025",
    });
  });

  it("belongs to one act, also where two take it at once; a neighbour's numbers are its own", async () => {
    const on = { adoptedOn: "2024-02-27" };
    const both = await Promise.all([create(on), create(on)]);
    expect(both.map(({ number }) => number).toSorted()).toEqual([1, 2]);
    expect(await refusal(create({ ...on, number: 2 }))).toEqual({ code: "acts.number_taken" });
    expect(await create({ ...on, number: 1 }, krasta)).toMatchObject({ number: 1, series: "2024" });
  });

  it("leaves others out only with a reason, which the register tells", async () => {
    const on = { adoptedOn: "2023-02-27" };
    expect(await refusal(enact(world, lisi, { ...on, number: 3 }))).toEqual({ code: "acts.leaves_gap" });
    const reason = { sq: "Dy numra u anuluan.", en: "Two numbers were cancelled." };
    await enact(world, lisi, { ...on, number: 3, gapReason: reason });
    expect(await gapsOf("?year=2023")).toEqual([
      { type: "decision", series: "2023", from: 1, to: 2, reason, url: null },
    ]);
    await enact(world, lisi, { ...on, number: 2 });
    expect(await gapsOf("?year=2023")).toMatchObject([{ from: 1, to: 1 }]);
  });

  it("that no public act has is shown openly: unexplained, explained afterwards, or of a withdrawn act", async () => {
    const on = { adoptedOn: "2022-02-27" };
    const [first, , third] = [await enact(world, lisi, on), await create(on), await enact(world, lisi, on)];
    expect(await gapsOf("?year=2022")).toMatchObject([{ from: 2, to: 2, reason: null, url: null }]);
    await lisi.db.write((tx) => withdrawAct(tx, by(), first.id, { sq: "Gabim." }));
    expect(await gapsOf("?year=2022")).toMatchObject([
      { from: 1, to: 1, url: { sq: `/aktet/${first.slug}` } },
      { from: 2, to: 2, reason: null },
    ]);
    const gap = { type: "decision" as const, series: "2022", reason: { sq: "Humbën në arkivë." } };
    await lisi.db.write((tx) => explainGap(tx, by(), { ...gap, from: 4, to: 6 }));
    expect((await gapsOf("?year=2022")).at(-1)).toMatchObject({ from: 4, to: 6, reason: gap.reason });
    expect(await refusal(lisi.db.write((tx) => explainGap(tx, by(), { ...gap, from: third.number })))).toEqual({
      code: "acts.not_a_gap",
    });
    expect(await refusal(lisi.db.write((tx) => explainGap(tx, by(), { ...gap, from: 7, to: 900 })))).toEqual({
      code: "acts.gap_too_wide",
    });
  });

  it("runs through the term where the council's policy says so", async () => {
    await krasta.db.write(async (tx) => {
      await tx
        .updateTable("tenant_settings")
        .set({ numbering: json({ acts: "term" }) })
        .execute();
      await tx
        .insertInto("terms")
        .values({ slug: "2019", begins_on: "2019-07-30", ends_on: "2023-07-29", seats: 15 })
        .execute();
    });
    const one = await create({ adoptedOn: "2021-12-20" }, krasta);
    const other = await create({ adoptedOn: "2022-01-20" }, krasta);
    expect([one, other]).toMatchObject([
      { number: 1, series: "2019-2023", slug: "vendim-1-2019-2023" },
      { number: 2, series: "2019-2023" },
    ]);
    expect(await refusal(create({ adoptedOn: "2024-01-20" }, krasta))).toEqual({ code: "acts.no_term" });
    await krasta.db.write((tx) => tx.updateTable("tenant_settings").set({ numbering: "{}" }).execute());
  });

  it("stays once the act was public, and moves freely before", async () => {
    const { id } = await create({ adoptedOn: "2021-02-27" });
    await lisi.db.write((tx) => changeAct(tx, by(), id, { type: "resolution", adoptedOn: "2020-02-27" }));
    await lisi.db.write((tx) => publishAct(tx, by(), id));
    expect(await actAt("rezolute-1-2020")).toMatchObject({ series: "2020", type: "resolution" });
    for (const change of [{ number: 5 }, { type: "decision" as const }, { adoptedOn: "2021-02-27" }])
      expect(await refusal(lisi.db.write((tx) => changeAct(tx, by(), id, change)))).toEqual({
        code: "acts.number_fixed",
      });
    await lisi.db.write((tx) => changeAct(tx, by(), id, { title: { sq: "Titull i ri" } }));
    expect((await actAt("rezolute-1-2020")).title).toEqual({ sq: "Titull i ri" });
  });
});

describe("An act's dates", () => {
  it("follow the law: announced within ten days, in force ten days after, and how that was computed is told", async () => {
    const { id, slug } = await enact(world, lisi);
    await lisi.db.write((tx) => announceAct(tx, by(), id, { announcedOn: "2026-03-04" }));
    expect(await actAt(slug)).toMatchObject({
      announcedOn: "2026-03-04",
      inForceOn: "2026-03-14",
      force: "upcoming",
      announcement: { rule: "L17", dueOn: "2026-03-09", closedOn: "2026-03-04", overdue: false },
      entryIntoForce: { rule: "L18", dueOn: "2026-03-14", isByRule: true },
    });
    const { entryIntoForce } = await actAt(slug);
    expect(entryIntoForce!.steps.map(({ en }) => en).join(" ")).toContain("139/2015");
  });

  it("say so where the act itself sets another day", async () => {
    const { id, slug } = await enact(world, lisi);
    await lisi.db.write((tx) => announceAct(tx, by(), id, { announcedOn: "2026-03-04", inForceOn: "2026-04-01" }));
    expect(await actAt(slug)).toMatchObject({
      inForceOn: "2026-04-01",
      entryIntoForce: { dueOn: "2026-03-14", isByRule: false },
    });
  });

  it("of an individual act begin with the notification of the persons concerned", async () => {
    const { id, slug } = await enact(world, lisi, { nature: "individual" });
    await lisi.db.write((tx) => announceAct(tx, by(), id, { announcedOn: "2026-03-02" }));
    expect(await actAt(slug)).toMatchObject({ inForceOn: null, force: "upcoming" });
    await lisi.db.write((tx) => notifyAct(tx, by(), id, { notifiedOn: "2026-03-03" }));
    expect(await actAt(slug)).toMatchObject({
      inForceOn: "2026-03-03",
      force: "in_force",
      entryIntoForce: { rule: "L19", isByRule: true },
    });
    const { id: normative } = await enact(world, lisi);
    expect(await refusal(lisi.db.write((tx) => notifyAct(tx, by(), normative, { notifiedOn: "2026-03-03" })))).toEqual({
      code: "acts.in_force_by_announcement",
    });
  });

  it("that cannot be are refused by name: before the adoption, or still to come", async () => {
    const { id } = await enact(world, lisi);
    const announce = (announcedOn: string, inForceOn?: string) =>
      refusal(lisi.db.write((tx) => announceAct(tx, by(), id, { announcedOn, inForceOn })));
    expect(await announce("2026-02-26", "2026-02-20")).toEqual({
      code: "http.invalid_input",
      fields: [
        { path: "announcedOn", code: "acts.before_adoption" },
        { path: "inForceOn", code: "acts.before_adoption" },
      ],
    });
    expect(await announce("2026-03-06")).toMatchObject({ fields: [{ path: "announcedOn", code: "acts.not_yet" }] });
    expect(await announce("2026-03-04", "9999-12-31")).toMatchObject({
      fields: [{ path: "inForceOn", code: "acts.too_far_ahead" }],
    });
    expect(await announce("2026-02-30")).toMatchObject({ fields: [{ code: "date.impossible" }] });
    expect(await refusal(create({ adoptedOn: "2026-03-06" }))).toMatchObject({
      fields: [{ path: "adoptedOn", code: "acts.not_yet" }],
    });
  });

  it("of acts older than the known holidays are kept, only without a clock", async () => {
    const { id, slug } = await enact(world, lisi, { adoptedOn: "1995-02-27" });
    await lisi.db.write((tx) => announceAct(tx, by(), id, { announcedOn: "1995-03-01", inForceOn: "1995-03-11" }));
    expect(await actAt(slug)).toMatchObject({ announcement: null, entryIntoForce: null, force: "in_force" });
  });
});

describe("What an act refers to", () => {
  const meeting = (council: TestCouncil, result: "adopted" | "rejected", kind: "council" | "committee" = "council") =>
    council.db.write(async (tx) => {
      const body =
        kind === "council"
          ? await tx.selectFrom("bodies").select("id").where("kind", "=", "council").executeTakeFirstOrThrow()
          : await tx
              .insertInto("bodies")
              .values({ slug: "financat", kind, name: json({ sq: "Financat" }), contacts: "{}", folded_text: "x" })
              .returning("id")
              .executeTakeFirstOrThrow();
      const { id } = await tx
        .insertInto("meetings")
        .values({
          slug: `m-${kind}-${result}`,
          body_id: body.id,
          kind: result === "adopted" ? "ordinary" : "extraordinary",
          starts_at: new Date(result === "adopted" ? "2026-02-27T09:00:00Z" : "2026-02-26T09:00:00Z"),
          folded_text: "x",
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      return tx
        .insertInto("agenda_items")
        .values({ meeting_id: id, path: [1], kind: "draft_act", title: json({ sq: "x" }), result, added_at: by().now })
        .returning("id")
        .executeTakeFirstOrThrow();
    });

  it("is there, in this council, and is what was adopted by this body by that day", async () => {
    const adopted = await meeting(lisi, "adopted");
    const rejected = await meeting(lisi, "rejected");
    const committee = await meeting(lisi, "adopted", "committee");
    const foreign = await meeting(krasta, "adopted");
    const fields = async (given: Partial<ActInput>) => (await refusal(create(given)))?.fields;
    expect(await fields({ agendaItemId: foreign.id })).toEqual([
      { path: "agendaItemId", code: "acts.unknown_reference" },
    ]);
    expect(await fields({ agendaItemId: rejected.id })).toEqual([
      { path: "agendaItemId", code: "acts.not_adopted_there" },
    ]);
    expect(await fields({ agendaItemId: committee.id })).toEqual([{ path: "agendaItemId", code: "acts.other_body" }]);
    expect(await fields({ agendaItemId: adopted.id, adoptedOn: "2026-02-26" })).toEqual([
      { path: "adoptedOn", code: "acts.before_meeting" },
    ]);
    expect(await fields({ proposerPersonId: foreign.id, draftActId: foreign.id })).toEqual([
      { path: "proposerPersonId", code: "acts.unknown_reference" },
      { path: "draftActId", code: "acts.unknown_reference" },
    ]);
    expect(await fields({ agendaItemId: adopted.id })).toBeUndefined();
  });
});

describe("An act that names persons", () => {
  it("is published only with a redacted paper; the original stays inside", async () => {
    const { id, slug } = await create({ namesPersons: true, nature: "individual" });
    const { id: original } = await storePdf(world, lisi, "Me emra", { visibility: "internal" });
    const { id: open } = await storePdf(world, lisi, "I nënshkruar me emra");
    await lisi.db.write((tx) => attach(tx, by(), "act", id, [{ documentId: open, role: "signed" }], null));
    expect(await refusal(lisi.db.write((tx) => publishAct(tx, by(), id)))).toEqual({ code: "acts.unredacted" });
    await lisi.db.write(async (tx) => {
      await tx.deleteFrom("attachments").where("document_id", "=", open).execute();
      await attach(tx, by(), "act", id, [{ documentId: original, role: "signed" }], null);
    });
    const { storage, tenantId, ...receive } = shelfOf(world, lisi);
    const file = await storeFile(storage, tenantId, Readable.from([await pdfOf("Pa emra")]), {
      ...receive,
      fileName: "pa-emra.pdf",
    });
    await lisi.db.write(async (tx) => {
      await attachPublicVersion(tx, by(), original, file, { fileName: "pa-emra.pdf" });
      await publishAct(tx, by(), id);
    });
    const act = await actAt(slug);
    expect(act.documents.map(({ fileName }) => fileName)).toEqual(["pa-emra.pdf"]);
    expect(act.namesPersons).toBe(true);
    const replace = (visibility: "public" | "internal") =>
      lisi.db.write((tx) => replaceDocument(tx, by(), original, file, { fileName: "me-emra-2.pdf", visibility }));
    expect(await refusal(replace("public"))).toEqual({ code: "documents.redact_first" });
    expect(await replace("internal")).toBe(2);
    expect((await actAt(slug)).documents.map(({ fileName }) => fileName)).toEqual(["pa-emra.pdf"]);
  });

  it("cannot be said to name them, or be given a paper that does, once everybody can read it", async () => {
    const open = await enact(world, lisi, { nature: "individual" });
    const named = await enact(world, lisi, { nature: "individual", namesPersons: true });
    const paper = async () => (await storePdf(world, lisi, "Me emra")).id;
    const add = async (id: string, role: "signed" | "redacted") => {
      const documentId = await paper();
      return lisi.db.write((tx) => addActDocuments(tx, by(), id, [{ documentId, role }]));
    };
    await add(open.id, "signed");
    expect(await refusal(lisi.db.write((tx) => changeAct(tx, by(), open.id, { namesPersons: true })))).toEqual({
      code: "acts.unredacted",
    });
    expect((await actAt(open.slug)).namesPersons).toBe(false);
    expect(await refusal(add(named.id, "signed"))).toEqual({ code: "acts.unredacted" });
    expect((await actAt(named.slug)).documents).toEqual([]);
    await add(named.id, "redacted");
    const [shown] = (await actAt(named.slug)).documents;
    expect(shown).toMatchObject({ role: "redacted" });
    await lisi.db.write((tx) => removeActDocument(tx, by(), named.id, shown!.id));
    expect((await actAt(named.slug)).documents).toEqual([]);
    expect((await lisi.get(new URL(shown!.url, "http://lisi.localhost").pathname)).status).toBe(404);
    expect(await refusal(krasta.db.write((tx) => addActDocuments(tx, by(), named.id, [])))).toEqual({
      code: "acts.not_found",
    });
  });
});

describe("Acts and each other", () => {
  const inForce = async (given: Partial<ActInput>, announcedOn: string) => {
    const made = await enact(world, lisi, given);
    await lisi.db.write((tx) => announceAct(tx, by(), made.id, { announcedOn }));
    return made;
  };

  it("link both ways; an act that repeals another ends it when it comes into force itself", async () => {
    const old = await inForce({ adoptedOn: "2026-01-10" }, "2026-01-12");
    const young = await enact(world, lisi, { adoptedOn: "2026-02-01", title: { sq: "Shfuqizues" } });
    await lisi.db.write((tx) => relateActs(tx, by(), { actId: young.id, kind: "repeals", targetId: old.id }));
    expect(await actAt(old.slug)).toMatchObject({ repealedOn: null, force: "in_force" });
    await lisi.db.write((tx) => announceAct(tx, by(), young.id, { announcedOn: "2026-02-05" }));
    expect(await actAt(old.slug)).toMatchObject({
      repealedOn: "2026-02-15",
      force: "repealed",
      relations: { from: [{ kind: "repeals", act: { title: { sq: "Shfuqizues" } }, since: "2026-02-15" }], to: [] },
    });
    expect((await actAt(old.slug)).timeline.at(-1)).toMatchObject({ kind: "repealed", day: "2026-02-15" });
    expect((await actAt(young.slug)).relations.to).toMatchObject([{ kind: "repeals", act: { number: old.number } }]);
  });

  it("hold again when what repealed them is withdrawn or the relation taken back", async () => {
    const old = await inForce({ adoptedOn: "2026-01-10" }, "2026-01-12");
    const young = await inForce({ adoptedOn: "2026-02-01" }, "2026-02-05");
    const relation = await lisi.db.write((tx) =>
      relateActs(tx, by(), { actId: young.id, kind: "repeals", targetId: old.id }),
    );
    expect((await actAt(old.slug)).force).toBe("repealed");
    await lisi.db.write((tx) => withdrawAct(tx, by(), young.id, { sq: "Gabim." }));
    expect(await actAt(old.slug)).toMatchObject({ force: "in_force", relations: { from: [] } });
    await lisi.db.write((tx) => unrelateActs(tx, by(), relation.id));
    expect((await actAt(old.slug)).repealedOn).toBeNull();
  });

  it("tell nothing of a draft that will change them", async () => {
    const old = await inForce({ adoptedOn: "2026-01-10" }, "2026-01-12");
    const draft = await create({ adoptedOn: "2026-02-01", title: { sq: "Fshehtësi" } });
    const relation = { actId: draft.id, kind: "repeals" as const, targetId: old.id, since: "2026-02-01" };
    await lisi.db.write((tx) => relateActs(tx, by(), relation));
    const text = await (await lisi.get(`/api/v1/acts/${old.slug}`)).text();
    expect(text).not.toContain("Fshehtësi");
    expect(JSON.parse(text)).toMatchObject({ repealedOn: null, force: "in_force" });
  });

  it("are not related twice, to themselves, to a later one, nor to nothing", async () => {
    const old = await enact(world, lisi, { adoptedOn: "2026-01-10" });
    const young = await enact(world, lisi, { adoptedOn: "2026-02-01" });
    const relate = (given: Parameters<typeof relateActs>[2]) =>
      refusal(lisi.db.write((tx) => relateActs(tx, by(), given)));
    const kind = "amends" as const;
    expect(await relate({ actId: young.id, kind, targetId: old.id })).toBeNull();
    expect(await relate({ actId: young.id, kind, targetId: old.id })).toEqual({ code: "acts.already_related" });
    expect(await relate({ actId: old.id, kind, targetId: young.id })).toEqual({ code: "acts.target_is_newer" });
    expect(await relate({ actId: old.id, kind, targetId: old.id })).toMatchObject({
      fields: [{ path: "targetId", code: "acts.to_itself" }],
    });
    expect(await relate({ actId: old.id, kind })).toMatchObject({
      fields: [{ path: "targetId", code: "acts.one_target" }],
    });
    expect(await relate({ actId: old.id, kind: "implements", targetText: { sq: "Ligji 139/2015" } })).toBeNull();
    const foreign = await enact(world, krasta, { adoptedOn: "2026-01-01" });
    expect(await relate({ actId: young.id, kind, targetId: foreign.id })).toEqual({ code: "acts.not_found" });
  });
});
