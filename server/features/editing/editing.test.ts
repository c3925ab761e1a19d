import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actInput, addCouncilBody } from "../../../tests/support/acts.ts";
import { doing, news } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { AppError } from "../../http/errors.ts";
import { InvalidInput } from "../../http/problem.ts";
import type { Doing } from "../audit/audit.service.ts";
import {
  dropEdit,
  dropSaved,
  findEdit,
  findEdits,
  findEditsOf,
  forgetEdits,
  forgetSaved,
  keepEdit,
} from "./autosave.service.ts";
import { bin, binnedDays, emptyBin, takeFromBin } from "./bin.service.ts";
import { differencesBetween } from "./differences.ts";
import type { Whole } from "./editable.ts";
import { editableOf, editables } from "./editables.ts";
import { createThing, publishThing, restoreRevision, saveEdit, wholeInput, withdrawThing } from "./editing.service.ts";
import { listBin, listThings } from "./listing.ts";
import { merge } from "./merging.ts";
import { findRevision, findRevisions } from "./revisions.service.ts";
import { checkApproval, findSubmission, findWaiting, giveBack, submit } from "./submissions.service.ts";
import { versionOf } from "./versions.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
let by: Doing;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
  await addCouncilBody(lisi);
  await addCouncilBody(krasta);
  by = doing(world);
});
afterAll(() => world.end());

const act = editableOf("act");
const publication = editableOf("publication");
const person = editableOf("person");

/** An act of the council of Lisi, with its version. */
const newAct = () => lisi.db.write(async (tx) => createThing(tx, by, act, await actInput(tx)));
const find = async (id: string, editable = act) => (await lisi.db.read((tx) => editable.find(tx, id)))!;
const save = (id: string, input: unknown, version: string, council = lisi, editable = act) =>
  council.db.write((tx) => saveEdit(tx, by, editable, id, input, version));
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "nothing was refused",
    (error: unknown) => {
      if (error instanceof InvalidInput) return error.fields.map(({ path, code }) => `${path} ${code}`).join(", ");
      if (error instanceof AppError) return error.code;
      throw error;
    },
  );

describe("Two editors of one act", () => {
  let id: string;
  let version: string;
  let form: Whole;
  beforeEach(async () => {
    ({ id, version } = await newAct());
    form = (await find(id)).input;
  });

  it("who changed different fields both get what they wrote", async () => {
    await save(id, { ...form, title: { sq: "Për parkimin", en: "On parking" } }, version);
    const second = await save(id, { ...form, subject: "budget" }, version);
    expect(second).toMatchObject({ kind: "saved", taken: ["title.en", "title.sq"] });
    expect((await find(id)).input).toMatchObject({
      title: { sq: "Për parkimin", en: "On parking" },
      subject: "budget",
    });
  });

  it("of whom one writes Albanian and the other English do not disturb each other", async () => {
    const { title } = form as { title: { sq: string; en: string } };
    await save(id, { ...form, title: { ...title, sq: "Titulli shqip" } }, version);
    await save(id, { ...form, title: { ...title, en: "The English title" } }, version);
    expect((await find(id)).input).toMatchObject({ title: { sq: "Titulli shqip", en: "The English title" } });
  });

  it("who changed the same field: the second sees what the first wrote, and nothing is saved until a choice is made", async () => {
    const first = await save(id, { ...form, summary: { sq: "E para", en: "First" }, subject: "budget" }, version);
    const mine = { ...form, summary: { sq: "E dyta", en: "First" } };
    const second = await save(id, mine, version);
    expect(second).toMatchObject({
      kind: "conflict",
      isBaseKnown: true,
      clashes: [{ name: "summary.sq", was: "86 vende në qendër.", theirs: "E para", mine: "E dyta" }],
      merged: { subject: "budget" },
    });
    expect((await find(id)).input).toMatchObject({ summary: { sq: "E para", en: "First" } });
    if (second.kind !== "conflict" || first.kind !== "saved") throw new Error("The second was not asked");
    expect(second.version).toBe(first.version);

    const chosen = await save(id, second.merged, second.version);
    expect(chosen).toMatchObject({ kind: "saved", isUnchanged: false });
    expect((await find(id)).input).toMatchObject({ summary: { sq: "E dyta", en: "First" }, subject: "budget" });
  });

  it("of whom one was asked are asked again when a third has saved meanwhile, also by other ways than the workspace", async () => {
    const mine = { ...form, summary: { sq: "E dyta", en: "First" } };
    await save(id, { ...form, summary: { sq: "E para", en: "First" } }, version);
    await lisi.db.write(async (tx) => act.change(tx, by, id, { ...form, summary: { sq: "Nga importi", en: "First" } }));
    const second = await save(id, mine, version);
    if (second.kind !== "conflict") throw new Error("The second was not asked");
    await save(id, { ...second.theirs, summary: { sq: "E treta", en: "First" }, subject: "budget" }, second.version);
    const third = await save(id, second.merged, second.version);
    expect(third).toMatchObject({
      kind: "conflict",
      isBaseKnown: true,
      clashes: [{ name: "summary.sq", was: "Nga importi", theirs: "E treta", mine: "E dyta" }],
      merged: { subject: "budget" },
    });
    expect((await find(id)).input).toMatchObject({ summary: { sq: "E treta" }, subject: "budget" });
  });

  it("who wrote the same are of one mind", async () => {
    await save(id, { ...form, subject: "budget" }, version);
    expect(await save(id, { ...form, subject: "budget" }, version)).toMatchObject({ kind: "saved", isUnchanged: true });
  });

  it("one with a version that nobody knows is asked about all that differs", async () => {
    const unknown = "x".repeat(43);
    const answer = await save(id, { ...form, subject: "budget" }, unknown);
    expect(answer).toMatchObject({
      kind: "conflict",
      isBaseKnown: false,
      clashes: [{ name: "subject", theirs: "transport", mine: "budget" }],
    });
    expect(await save(id, form, unknown)).toMatchObject({ kind: "saved", isUnchanged: true });
  });

  it("who come at the same instant are served one after the other, and neither is lost", async () => {
    const answers = await Promise.all([
      save(id, { ...form, subject: "budget" }, version),
      save(id, { ...form, namesPersons: true }, version),
      save(id, { ...form, proposerKind: "chair" }, version),
    ]);
    expect(answers.map(({ kind }) => kind)).toEqual(["saved", "saved", "saved"]);
    expect((await find(id)).input).toMatchObject({ subject: "budget", namesPersons: true, proposerKind: "chair" });
  });

  it("one who empties a field does not get it back from the version before", async () => {
    await save(id, { ...form, summary: null }, version);
    expect((await find(id)).input).toMatchObject({ summary: null });
  });
});

describe("What is saved", () => {
  it("must be what the feature takes: each wrong field is named", async () => {
    const { id, version } = await newAct();
    const { input } = await find(id);
    expect(await refusal(save(id, { ...input, title: { sq: " " }, adoptedOn: "2026-02-31" }, version))).toBe(
      "title.sq text.required, adoptedOn date.impossible",
    );
    expect(await refusal(save(id, { ...input, tenant_id: krasta.id }, version))).toBe("tenant_id input.wrong");
    expect(await refusal(save(id, { ...input, text: { sq: "a".repeat(300_001) } }, version))).toBe(
      "text.sq text.too_long",
    );
    expect(await refusal(save(id, "all of it", version))).toMatch("input.wrong");
    expect((await find(id)).input).toEqual(input);
  });

  it("holds nothing that acts: script is taken out of its texts", async () => {
    const { id, version } = await newAct();
    const { input } = await find(id);
    const text = { sq: '<p onclick="x()">Neni 1</p><script>alert(1)</script><img src=x onerror=alert(1)>' };
    await save(id, { ...input, text }, version);
    expect((await find(id)).input).toMatchObject({ text: { sq: "<p>Neni 1</p>" } });
  });

  it("belongs to its council: with a forged id the neighbour neither reads nor changes it", async () => {
    const { id, version } = await newAct();
    const { input } = await find(id);
    expect(await krasta.db.read((tx) => act.find(tx, id))).toBeNull();
    expect(await refusal(save(id, input, version, krasta))).toBe("editing.not_there");
    const attempts = [
      krasta.db.write((tx) => publishThing(tx, by, act, id)),
      krasta.db.write((tx) => restoreRevision(tx, by, act, id, 1)),
      krasta.db.write((tx) => bin(tx, by, act, id)),
    ];
    expect(await Promise.all(attempts.map(refusal))).toEqual(Array(3).fill("editing.not_there"));
    const list = await krasta.db.read((tx) => listThings(tx, act, { q: null, state: null, page: 1 }, by.now));
    expect(list.total).toBe(0);
    expect(await krasta.db.read((tx) => findRevisions(tx, act, id))).toEqual([]);
  });

  it("may not name what is the neighbour's", async () => {
    const { id: stranger } = await krasta.db.write((tx) =>
      createThing(tx, by, person, { name: "Dritan Hoxha", familyName: "Hoxha" }),
    );
    const { id, version } = await newAct();
    const { input } = await find(id);
    expect(await refusal(save(id, { ...input, proposerPersonId: stranger }, version))).toBe(
      "proposerPersonId acts.unknown_reference",
    );
  });

  it("is not there under what can be no id", async () => {
    for (const editable of editables)
      for (const id of ["", "1", "' or true --", "2026-13", "99999", "00000000-0000-0000-0000-000000000000"])
        expect(await refusal(lisi.db.write((tx) => publishThing(tx, by, editable, id))), editable.entity).toMatch(
          /^editing\.(not_there|always_public)$/,
        );
  });

  it("keeps the collection in which it stands", async () => {
    const { id, version } = await lisi.db.write((tx) => createThing(tx, by, publication, news()));
    const { input } = await find(id, publication);
    expect(await refusal(save(id, { ...input, element: "V.1.2" }, version, lisi, publication))).toBe(
      "element editing.fixed",
    );
  });
});

describe("The versions of an act", () => {
  it("tell who saved what and when, and any of them can be restored", async () => {
    const { id, version } = await newAct();
    const { input } = await find(id);
    const saved = await save(id, { ...input, title: { sq: "Titulli i ri", en: "New title" } }, version);
    world.clock.moveTo("2026-03-05T11:00:00+01:00");
    const later = doing(world);
    const restored = await lisi.db.write((tx) => restoreRevision(tx, later, act, id, 1));
    expect(restored).toMatchObject({ version, isUnchanged: false });
    expect((await find(id)).input).toEqual(input);

    const revisions = await lisi.db.read((tx) => findRevisions(tx, act, id));
    expect(revisions.map(({ number, what, hash }) => [number, what, hash])).toEqual([
      [3, "restored", version],
      [2, "changed", saved.version],
      [1, "created", version],
    ]);
    expect(revisions[0]).toMatchObject({ at: later.now, by: { kind: "system", name: "test" } });
    expect(await lisi.db.write((tx) => restoreRevision(tx, by, act, id, 3))).toMatchObject({ isUnchanged: true });
    expect(await refusal(lisi.db.write((tx) => restoreRevision(tx, by, act, id, 9)))).toBe("editing.no_such_revision");
  });

  it("begin with how it stood before the workspace had it, also after it was changed by other ways", async () => {
    const { id } = await lisi.db.write(async (tx) => ({
      id: await act.create(tx, by, wholeInput(act, await actInput(tx))),
    }));
    const { input } = await find(id);
    await save(id, { ...input, subject: "budget" }, versionOf(input));
    await lisi.db.write(async (tx) => act.change(tx, by, id, { ...input, subject: "culture" }));
    const changed = (await find(id)).input;
    await save(id, { ...changed, subject: "social" }, versionOf(changed));
    const revisions = await lisi.db.read((tx) => findRevisions(tx, act, id));
    expect(revisions.map(({ what }) => what)).toEqual(["changed", "before", "changed", "before"]);
    const inputs = await lisi.db.read((tx) =>
      Promise.all([1, 2, 3, 4].map(async (number) => (await findRevision(tx, act, id, number))!.input.subject)),
    );
    expect(inputs).toEqual(["transport", "budget", "culture", "social"]);
  });

  it("differ field by field, and texts word by word as people read them", () => {
    const before = { title: { sq: "Për parkimin" }, text: { sq: "<p>Tarifa është 60 lekë.</p>" }, tags: ["a"] };
    const after = {
      title: { sq: "Për parkimin" },
      text: { sq: "<p>Tarifa është <b>80</b> lekë.</p>" },
      tags: ["a", "b"],
    };
    const [text, tags, ...none] = differencesBetween(before, after);
    expect(none).toEqual([]);
    expect(text).toMatchObject({ name: "text.sq", isForm: false });
    expect(text!.words).toEqual([
      { text: "Tarifa është ", change: "same" },
      { text: "60", change: "removed" },
      { text: "80", change: "added" },
      { text: " lekë.", change: "same" },
    ]);
    expect(tags).toEqual({ name: "tags", before: ["a"], after: ["a", "b"], words: null, isForm: false });
    expect(differencesBetween({ text: "<p>Njësoj</p>" }, { text: "<h2>Njësoj</h2>" })).toMatchObject([
      { isForm: true },
    ]);
    // As one editor writes it and as another does: nobody reads a difference.
    const [written, again] = [
      "<ul>\n  <li>Një</li>\n  <li>Dy</li>\n</ul>",
      "<ul><li><p>Një</p></li><li><p>Dy</p></li></ul>",
    ];
    expect(differencesBetween({ text: written }, { text: again })).toMatchObject([{ isForm: true, words: null }]);
    const [{ words } = {}] = differencesBetween({ text: written }, { text: again.replace("Dy", "Tri") });
    expect(words).toEqual([
      { text: "Një\n", change: "same" },
      { text: "Dy", change: "removed" },
      { text: "Tri", change: "added" },
    ]);
    expect(differencesBetween(before, before)).toEqual([]);
  });

  it("are the same where only ticks stand in another order; papers, rows and texts have an order", () => {
    const ticked = (...audience: string[]) => ({ fields: { audience } });
    const [one, other] = [ticked("visitors", "citizens"), ticked("citizens", "visitors")];
    expect(differencesBetween(one, other)).toEqual([]);
    expect(versionOf(one)).toBe(versionOf(other));
    expect(merge(one, other, ticked("citizens", "visitors", "businesses"))).toMatchObject({
      ...{ clashes: [], input: ticked("citizens", "visitors", "businesses") },
    });
    expect(differencesBetween(one, ticked("citizens")).map(({ name }) => name)).toEqual(["fields.audience"]);
    const ids = ["0f8fad5b-d9cb-469f-a165-70867728950e", "7c9e6679-7425-40de-944b-e07fc1f90ae7"];
    for (const list of [ids, [{ a: "x" }, { a: "b" }], ["Plotësoni kërkesën", "Dorëzojeni"], [2, 1]])
      expect(differencesBetween({ list }, { list: list.toReversed() })).toHaveLength(1);
  });

  it("of a huge text that is another altogether differ as a whole, at once", () => {
    const huge = (word: string) => Array.from({ length: 30_000 }, (_, at) => `${word}${at}`).join(" ");
    expect(differencesBetween({ text: huge("a") }, { text: huge("b") })).toMatchObject([{ name: "text", words: null }]);
  });
});

describe("The bin", () => {
  const list = (q: string) => lisi.db.read((tx) => listThings(tx, person, { q, state: null, page: 1 }, by.now));
  const inBin = () => lisi.db.read((tx) => listBin(tx, person, { q: null, state: null, page: 1 }, by.now));
  const newPerson = (name: string) =>
    lisi.db.write((tx) => createThing(tx, by, person, { name, familyName: name.split(" ")[1]! }));

  it("takes a draft out of the lists and gives it back as it was", async () => {
    const { id, version } = await newPerson("Elira Çela");
    expect((await list("cela")).items).toMatchObject([{ id, title: { sq: "Elira Çela" } }]);
    await lisi.db.write((tx) => bin(tx, by, person, id));
    expect((await list("cela")).total).toBe(0);
    expect((await inBin()).items).toMatchObject([{ id, binnedAt: by.now }]);
    const { input } = await find(id, person);
    expect(await refusal(save(id, input, version, lisi, person))).toBe("editing.in_bin");
    expect(await refusal(lisi.db.write((tx) => publishThing(tx, by, person, id)))).toBe("editing.in_bin");
    expect(await refusal(lisi.db.write((tx) => bin(tx, by, person, id)))).toBe("editing.in_bin");
    await lisi.db.write((tx) => takeFromBin(tx, by, person, id));
    expect((await list("cela")).total).toBe(1);
    expect(await refusal(lisi.db.write((tx) => takeFromBin(tx, by, person, id)))).toBe("editing.not_in_bin");
  });

  it("does not take what the public sees, or will see", async () => {
    const { id } = await newPerson("Arben Dedja");
    await lisi.db.write((tx) => publishThing(tx, by, person, id));
    expect(await refusal(lisi.db.write((tx) => bin(tx, by, person, id)))).toBe("editing.public_stays");
    await lisi.db.write((tx) => withdrawThing(tx, by, person, id, null));
    await lisi.db.write((tx) => bin(tx, by, person, id));
    expect((await inBin()).items.map((one) => one.id)).toContain(id);
    const { id: term } = await lisi.db.write((tx) =>
      createThing(tx, by, editableOf("term"), { beginsOn: "2023-06-01", seats: 31 }),
    );
    expect(await refusal(lisi.db.write((tx) => bin(tx, by, editableOf("term"), term)))).toBe("editing.always_public");
  });

  it("does not take an act that was withdrawn: its number stays told", async () => {
    const { id } = await newAct();
    await lisi.db.write((tx) => publishThing(tx, by, act, id));
    await lisi.db.write((tx) => withdrawThing(tx, by, act, id, { sq: "Gabim.", en: "A mistake." }));
    expect(await refusal(lisi.db.write((tx) => bin(tx, by, act, id)))).toBe("editing.withdrawn_stays");
  });

  it("stops the clocks of an act, and starts them when it comes back", async () => {
    const { id } = await newAct();
    const open = () =>
      lisi.db.read((tx) =>
        tx.selectFrom("deadlines").select("rule").where("subject_id", "=", id).where("closed_at", "is", null).execute(),
      );
    expect(await open()).toEqual([{ rule: "L17" }]);
    await lisi.db.write((tx) => bin(tx, by, act, id));
    expect(await open()).toEqual([]);
    await lisi.db.write((tx) => takeFromBin(tx, by, act, id));
    expect(await open()).toEqual([{ rule: "L17" }]);
  });

  it("is emptied of what lay there for a month, with its versions, but for what others still name", async () => {
    const [old, named, young] = [
      await newPerson("Ilir Koka"),
      await newPerson("Mira Leka"),
      await newPerson("Sokol Meta"),
    ];
    const { id: actId, version } = await newAct();
    const proposed = { ...(await find(actId)).input, proposerPersonId: named.id };
    expect(await save(actId, proposed, version)).toMatchObject({ kind: "saved" });
    const longAgo = { ...by, now: new Date(by.now.getTime() - (binnedDays + 1) * 86_400_000) };
    await lisi.db.write(async (tx) => {
      await bin(tx, longAgo, person, old.id);
      await bin(tx, longAgo, person, named.id);
      await bin(tx, by, person, young.id);
    });
    const before = new Date(by.now.getTime() - binnedDays * 86_400_000);
    expect(await lisi.db.write((tx) => emptyBin(tx, by, editables, before))).toBe(1);
    expect(await lisi.db.read((tx) => person.find(tx, old.id))).toBeNull();
    expect(await lisi.db.read((tx) => findRevisions(tx, person, old.id))).toEqual([]);
    const left = (await inBin()).items.map(({ id }) => id);
    expect(left).toEqual(expect.arrayContaining([named.id, young.id]));
    const told = await lisi.db.read((tx) =>
      tx
        .selectFrom("audit_log")
        .select(["action", "before"])
        .where("subject_id", "=", old.id)
        .orderBy("id", "desc")
        .executeTakeFirst(),
    );
    expect(told).toMatchObject({ action: "person.removed", before: { name: "Ilir Koka" } });
  });
});

describe("A form that is not saved yet", () => {
  const anna = crypto.randomUUID();
  const beni = crypto.randomUUID();

  it("is kept as it was typed, for whoever typed it alone, once for each page on which it is typed", async () => {
    const { id: entityId, version } = await newAct();
    const edit = {
      id: crypto.randomUUID(),
      entity: "act",
      entityId,
      version,
      form: { "title.sq": "Për park", "adoptedOn.day": "31" },
    };
    await lisi.db.write((tx) => keepEdit(tx, anna, edit, by.now));
    const again = { ...edit, form: { "title.sq": "Për parkimin" } };
    expect(await lisi.db.write((tx) => keepEdit(tx, anna, again, by.now))).toEqual({ id: edit.id });
    const beside = { ...edit, id: crypto.randomUUID(), form: { "title.en": "On parking" } };
    const later = new Date(by.now.getTime() + 1_000);
    expect(await lisi.db.write((tx) => keepEdit(tx, anna, beside, later))).toEqual({ id: beside.id });
    expect(await lisi.db.read((tx) => findEditsOf(tx, anna, "act", entityId))).toEqual([
      { id: beside.id, updated_at: later },
      { id: edit.id, updated_at: by.now },
    ]);
    for (const { id, form } of [beside, again])
      expect(await lisi.db.read((tx) => findEdit(tx, anna, "act", entityId, id))).toMatchObject({ version, form });
    expect(await lisi.db.read((tx) => findEdit(tx, beni, "act", entityId, edit.id))).toBeUndefined();
    expect(await lisi.db.read((tx) => findEditsOf(tx, beni, "act", entityId))).toEqual([]);
    expect(await krasta.db.read((tx) => findEditsOf(tx, anna, "act", entityId))).toEqual([]);
    await lisi.db.write((tx) => dropEdit(tx, beni, edit.id));
    expect(await lisi.db.read((tx) => findEdits(tx, anna))).toHaveLength(2);
    await lisi.db.write((tx) => dropEdit(tx, anna, edit.id));
    await lisi.db.write((tx) => dropEdit(tx, anna, beside.id));
    expect(await lisi.db.read((tx) => findEdits(tx, anna))).toEqual([]);
  });

  it("is not gone over from another page on which the same one was opened", async () => {
    const { id: entityId, version } = await newAct();
    const of = (title: string) => ({ id: edit, entity: "act", entityId, version, form: { "title.sq": title } });
    const edit = crypto.randomUUID();
    const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const keep = (title: string, id: string, seen: string | null, now: Date) =>
      lisi.db.write((tx) => keepEdit(tx, anna, of(title), now, { id, seen }));
    await keep("A", one, null, by.now);
    const later = new Date(by.now.getTime() + 1_000);
    // Whoever opened it as it is kept goes on with it; whoever still has what was before does not.
    await keep("B", other, by.now.toISOString(), later);
    await keep("C", other, by.now.toISOString(), new Date(later.getTime() + 1));
    expect(await refusal(keep("D", one, null, later))).toBe("editing.kept_elsewhere");
    expect(await refusal(keep("D", one, by.now.toISOString(), later))).toBe("editing.kept_elsewhere");
    const kept = await lisi.db.read((tx) => findEdit(tx, anna, "act", entityId, edit));
    expect(kept!.form).toEqual({ "title.sq": "C" });
    await lisi.db.write((tx) => dropEdit(tx, anna, edit));
  });

  it("may be of something new; several such are several", async () => {
    const of = (id: string, text: string) => ({ id, entity: "act", entityId: null, version: null, form: { text } });
    const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
    await lisi.db.write((tx) => keepEdit(tx, anna, of(one, "një"), by.now));
    await lisi.db.write((tx) => keepEdit(tx, anna, of(other, "dy"), by.now));
    await lisi.db.write((tx) => keepEdit(tx, anna, of(one, "një e re"), by.now));
    expect(await lisi.db.read((tx) => findEdit(tx, anna, "act", null, one))).toMatchObject({
      form: { text: "një e re" },
    });
    expect(await lisi.db.read((tx) => findEdits(tx, anna))).toHaveLength(2);
    expect(await refusal(lisi.db.write((tx) => keepEdit(tx, beni, of(one, "e imja"), by.now)))).toBe(
      "editing.not_there",
    );
    await lisi.db.write((tx) => forgetEdits(tx, new Date(by.now.getTime() + 1)));
    expect(await lisi.db.read((tx) => findEdits(tx, anna))).toEqual([]);
  });

  it("is gone over by none that does not say which page it is, but by such a page itself", async () => {
    const { id: entityId, version } = await newAct();
    const edit = crypto.randomUUID();
    const keep = (title: string, tab: { id: string; seen: string | null } | null, id = edit) =>
      lisi.db.write((tx) =>
        keepEdit(tx, anna, { id, entity: "act", entityId, version, form: { "title.sq": title } }, by.now, tab),
      );
    const tab = { id: crypto.randomUUID(), seen: null };
    await keep("E skedës", tab);
    expect(await refusal(keep("E askujt", null))).toBe("editing.kept_elsewhere");
    const other = crypto.randomUUID();
    await keep("E para", null, other);
    await keep("E dyta", null, other);
    expect(await refusal(keep("E skedës", tab, other))).toBe("editing.kept_elsewhere");
    const forms = await Promise.all(
      [edit, other].map((id) => lisi.db.read((tx) => findEdit(tx, anna, "act", entityId, id))),
    );
    expect(forms.map((one) => one!.form)).toEqual([{ "title.sq": "E skedës" }, { "title.sq": "E dyta" }]);
    for (const id of [edit, other]) await lisi.db.write((tx) => dropEdit(tx, anna, id));
  });

  it("is not kept again by what was on its way when it was saved", async () => {
    const { id: entityId, version } = await newAct();
    const tab = { id: crypto.randomUUID(), seen: null };
    const of = (id: string) => ({ id, entity: "act", entityId, version, form: { "title.sq": "Vonë" } });
    const keep = (id: string, page = tab) => lisi.db.write((tx) => keepEdit(tx, anna, of(id), by.now, page));
    const save = (id: string) => lisi.db.write((tx) => dropSaved(tx, anna, of(id), tab, by.now));
    const [kept, unkept] = [crypto.randomUUID(), crypto.randomUUID()];
    await keep(kept);
    // Also where nothing had arrived before.
    for (const id of [kept, unkept]) {
      await save(id);
      for (const page of [tab, { id: crypto.randomUUID(), seen: null }])
        expect(await refusal(keep(id, page))).toBe("editing.saved_since");
    }
    expect(await lisi.db.read((tx) => findEditsOf(tx, anna, "act", entityId))).toEqual([]);
    expect(await lisi.db.read((tx) => findEdits(tx, anna))).toEqual([]);
    expect(await lisi.db.read((tx) => findEdit(tx, anna, "act", entityId, kept))).toBeUndefined();
    // Nobody else's is touched by it.
    await lisi.db.write((tx) => dropSaved(tx, beni, of(kept), tab, by.now));
    expect(await refusal(keep(kept))).toBe("editing.saved_since");
    await lisi.db.write((tx) => forgetSaved(tx, new Date(by.now.getTime() + 1)));
    await keep(kept);
    await lisi.db.write((tx) => dropEdit(tx, anna, kept));
  });

  it("is saved or kept in the same moment, and nothing is left of it in either order", async () => {
    const { id: entityId, version } = await newAct();
    for (let round = 0; round < 8; round += 1) {
      const tab = { id: crypto.randomUUID(), seen: null };
      const edit = { id: crypto.randomUUID(), entity: "act", entityId, version, form: { round: String(round) } };
      const late = lisi.db.write((tx) => keepEdit(tx, anna, edit, by.now, tab)).catch((failure) => failure.code);
      const saved = lisi.db.write((tx) => dropSaved(tx, anna, edit, tab, by.now));
      await Promise.all(round % 2 ? [late, saved] : [saved, late]);
    }
    expect(await lisi.db.read((tx) => findEditsOf(tx, anna, "act", entityId))).toEqual([]);
  });

  it("is one of ten of its thing: one more takes the place of what says the same, or of the oldest that rests", async () => {
    const { id: entityId, version } = await newAct();
    const at = (days: number) => new Date(by.now.getTime() + days * 86_400_000);
    const keep = (title: string, days: number) => {
      const edit = { id: crypto.randomUUID(), entity: "act", entityId, version, form: { "title.sq": title } };
      const tab = { id: crypto.randomUUID(), seen: null };
      return lisi.db.write((tx) => keepEdit(tx, anna, edit, at(days), tab));
    };
    const titles = async () => {
      const all = await lisi.db.read((tx) => findEditsOf(tx, anna, "act", entityId));
      const forms = await Promise.all(
        all.map(({ id }) => lisi.db.read((tx) => findEdit(tx, anna, "act", entityId, id))),
      );
      return forms.map((one) => (one!.form as { "title.sq": string })["title.sq"]);
    };
    const other = await newAct();
    const elsewhere = { id: crypto.randomUUID(), entity: "act", entityId: other.id, version: null, form: {} };
    await lisi.db.write((tx) => keepEdit(tx, anna, elsewhere, at(-30)));
    for (let day = 0; day < 10; day += 1) await keep(`Dita ${day}`, day);
    expect(await titles()).toHaveLength(10);
    // The same again is one form, and takes no other's place.
    await keep("Dita 9", 10);
    expect((await titles()).toSorted()).toEqual(Array.from({ length: 10 }, (_, day) => `Dita ${day}`));
    await keep("Dita 10", 10.5);
    expect(await titles()).toEqual(["Dita 10", ...[9, 8, 7, 6, 5, 4, 3, 2, 1].map((day) => `Dita ${day}`)]);
    // Those in which somebody has typed within the week are nobody's room.
    for (const more of [11, 12, 13]) await keep(`Sot ${more}`, 8);
    expect(await titles()).toEqual(expect.arrayContaining(["Dita 1", "Dita 2", "Sot 13"]));
    expect(await lisi.db.read((tx) => findEditsOf(tx, anna, "act", other.id))).toHaveLength(1);
    await lisi.db.write((tx) => forgetEdits(tx, at(100)));
  });

  it("is refused where it is larger than any form", async () => {
    const form = { text: "a".repeat(2_000_000) };
    const edit = { id: crypto.randomUUID(), entity: "act", entityId: null, version: null, form };
    expect(await refusal(lisi.db.write((tx) => keepEdit(tx, anna, edit, by.now)))).toBe("editing.form_too_large");
  });
});

describe("Where the council wants two persons to look at what is published", () => {
  const account = (name: string): Doing => ({
    actor: { kind: "account", id: crypto.randomUUID(), name, roles: ["publisher"] },
    now: by.now,
  });
  let anna: Doing;
  let beni: Doing;
  beforeAll(() => {
    [anna, beni] = [account("Anna"), account("Beni")];
    return lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: true }).execute());
  });
  const check = (id: string, who: Doing) => refusal(lisi.db.write((tx) => checkApproval(tx, who, act, id)));

  it("one submits and the other publishes just that", async () => {
    const { id, version } = await newAct();
    expect(await check(id, beni)).toBe("editing.not_submitted");
    const found = await find(id);
    await lisi.db.write((tx) => submit(tx, anna, act, id, "Ju lutem shikojeni."));
    expect(await lisi.db.read(findWaiting)).toMatchObject([{ entity_id: id, submitted_name: "Anna", version }]);
    expect(await krasta.db.read(findWaiting)).toEqual([]);
    expect(await check(id, anna)).toBe("editing.own_submission");
    await save(id, { ...found.input, subject: "budget" }, version);
    expect(await check(id, beni)).toBe("editing.changed_since_submitted");
    await lisi.db.write((tx) => submit(tx, anna, act, id, null));
    expect(await check(id, beni)).toBe("nothing was refused");
    await lisi.db.write((tx) => publishThing(tx, beni, act, id));
    expect(await lisi.db.read((tx) => findSubmission(tx, act, id))).toBeUndefined();
  });

  it("one gives it back with a word, and it waits no more", async () => {
    const { id } = await newAct();
    await lisi.db.write((tx) => submit(tx, anna, act, id, null));
    await lisi.db.write((tx) => giveBack(tx, beni, act, id, "Mungon baza ligjore."));
    expect(await check(id, beni)).toBe("editing.not_submitted");
    expect(await lisi.db.read((tx) => findSubmission(tx, act, id))).toMatchObject({
      returned_name: "Beni",
      return_note: "Mungon baza ligjore.",
    });
    expect(await refusal(lisi.db.write((tx) => giveBack(tx, beni, act, id, "Përsëri.")))).toBe("editing.not_submitted");
  });
});
