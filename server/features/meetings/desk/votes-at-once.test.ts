import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../../tests/support/accounts.ts";
import { doing, pdfOf, storePdf } from "../../../../tests/support/content.ts";
import { seatBody } from "../../../../tests/support/council-rows.ts";
import { fieldsOn } from "../../../../tests/support/fields-on.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../../tests/support/world.ts";
import { addItem, removeItem } from "../agenda.service.ts";
import { recordAttendance } from "../attendance.service.ts";
import { createMeeting } from "../meetings.service.ts";
import { announceMeeting, openMeeting } from "../stages.service.ts";
import { recordVote } from "../votes.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let arta: Visitor;
let besnik: Visitor;
let neighbour: Visitor;
let members: string[];
let meeting: string;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  const council = await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak", en: "Municipal Council" }, 7);
  members = council.members.map(({ id }) => id);
  arta = await signedIn(world, lisi, ["secretary"]);
  besnik = await signedIn(world, lisi, ["editor"]);
  neighbour = await signedIn(world, world.krasta, ["secretary"]);
  ({ id: meeting } = await lisi.db.write((tx) =>
    createMeeting(tx, doing(world), { bodyId: council.id, kind: "ordinary", startsAt: "2026-03-05T09:00:00+01:00" }),
  ));
  await lisi.db.write(async (tx) => {
    await announceMeeting(tx, doing(world), meeting, { announcedAt: "2026-02-01T09:00:00+01:00" });
    await openMeeting(tx, doing(world), meeting, new Date("2026-03-05T09:00:00+01:00"));
  });
});
afterAll(() => world.end());

const why = { sq: "U kërkua.", en: "It was asked for." };
const newItem = async (title = "Tarifa") => {
  const item = { kind: "other" as const, title: { sq: title, en: title } };
  return (await lisi.db.write((tx) => addItem(tx, doing(world), meeting, item, why))).id;
};
const voteAt = (item: string) => `/admin/mbledhjet/${meeting}/pikat/${item}/votimi`;
const inEnglish = (path: string) =>
  path.replace("/admin/mbledhjet", "/en/admin/meetings").replace("/pikat/", "/items/").replace("/votimi", "/vote");
const opened = async (visitor: Visitor, path: string, form = "vote") =>
  fieldsOn(await (await visitor.get(path)).text(), form);
const ballot = (at: number) => `ballots.${members[at]}`;
const allOf = (choice: "for" | "against") => Object.fromEntries(members.map((_, at) => [ballot(at), choice]));
/** How the members voted in each round, in their order. */
const choicesOn = async (item: string) => {
  const rows = await lisi.db.read((tx) =>
    tx
      .selectFrom("ballots as b")
      .innerJoin("votes as v", "v.id", "b.vote_id")
      .where("v.agenda_item_id", "=", item)
      .select(["v.round", "b.person_id", "b.choice"])
      .execute(),
  );
  const rounds = [...new Set(rows.map(({ round }) => round))].toSorted();
  return rounds.map((round) =>
    members.map((id) => rows.find((row) => row.round === round && row.person_id === id)?.choice),
  );
};
/** What the audit tells of the last time that this was done. */
const lastDeed = async <T>(action: string, subject: string) => {
  const deed = await lisi.db.read((tx) =>
    tx
      .selectFrom("audit_log")
      .select(["before", "after"])
      .where("action", "=", action)
      .where("subject_id", "=", subject)
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  return deed as { before: T; after: T };
};
const rest = Array(4).fill("for");

describe("A vote by name that two put right at once", () => {
  let item: string;
  let at: string;
  beforeEach(async () => {
    item = await newItem();
    at = voteAt(item);
    const first = await opened(arta, at);
    expect((await arta.post(at, { ...first, ...allOf("for") })).status).toBe(303);
  });

  it("has what each of them changed, member by member", async () => {
    const [one, two] = [await opened(arta, at), await opened(besnik, at)];
    expect((await arta.post(at, { ...one, [ballot(0)]: "against" })).status).toBe(303);
    expect((await besnik.post(at, { ...two, [ballot(1)]: "abstained" })).status).toBe(303);
    expect(await choicesOn(item)).toEqual([["against", "abstained", "for", ...rest]]);
  });

  it("loses nothing where both are sent in the same moment", async () => {
    const [one, two] = [await opened(arta, at), await opened(besnik, at)];
    const sent = await Promise.all([
      arta.post(at, { ...one, [ballot(0)]: "against" }),
      besnik.post(at, { ...two, [ballot(1)]: "abstained" }),
    ]);
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect(await choicesOn(item)).toEqual([["against", "abstained", "for", ...rest]]);
  });

  it("asks once about the member of whom they have written different things, and saves nothing before", async () => {
    const [one, two] = [await opened(arta, at), await opened(besnik, inEnglish(at))];
    await arta.post(at, { ...one, [ballot(0)]: "against", [ballot(2)]: "abstained" });
    const refused = await besnik.post(inEnglish(at), { ...two, [ballot(0)]: "abstained", [ballot(1)]: "against" });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain("Meanwhile somebody else has written: “Against”");
    expect(html).toContain(`href="#vote-ballots-${members[0]}"`);
    expect(html).not.toContain(`href="#vote-ballots-${members[1]}"`);
    expect(html).not.toContain(`href="#vote-ballots-${members[2]}"`);
    expect(await choicesOn(item)).toEqual([["against", "for", "abstained", ...rest]]);

    const again = fieldsOn(html, "vote");
    expect([again[ballot(0)], again[ballot(1)], again[ballot(2)]]).toEqual(["abstained", "against", "abstained"]);
    expect((await besnik.post(inEnglish(at), again)).status).toBe(303);
    expect(await choicesOn(item)).toEqual([["abstained", "against", "abstained", ...rest]]);
  });

  it("says so in Albanian too, and once more where a third change came before the answer", async () => {
    const [one, two] = [await opened(arta, at), await opened(besnik, at)];
    await arta.post(at, { ...one, [ballot(0)]: "against" });
    const html = await (await besnik.post(at, { ...two, [ballot(0)]: "abstained" })).text();
    expect(html).toContain("Ndërkohë dikush tjetër shkroi: “Kundër”");
    await arta.post(at, { ...(await opened(arta, at)), [ballot(0)]: "not_voting" });
    const third = await besnik.post(at, fieldsOn(html, "vote"));
    expect([third.status, await third.text()]).toEqual([422, expect.stringContaining("“Nuk votoi”")]);
    expect(await choicesOn(item)).toEqual([["not_voting", "for", "for", ...rest]]);
  });

  it("keeps the rounds apart: who puts the first right does not touch what another changed in the second", async () => {
    await arta.post(at, { ...(await opened(arta, `${at}?round=new`)), ...allOf("against") });
    const [first, second] = [await opened(besnik, `${at}?round=1`), await opened(arta, `${at}?round=2`)];
    expect((await arta.post(at, { ...second, [ballot(0)]: "abstained" })).status).toBe(303);
    expect((await besnik.post(at, { ...first, [ballot(1)]: "abstained" })).status).toBe(303);
    expect(await choicesOn(item)).toEqual([
      ["for", "abstained", "for", ...rest],
      ["abstained", "against", "against", "against", "against", "against", "against"],
    ]);
  });

  it("asks about the way of voting as a whole, where another has made a count of it", async () => {
    const two = await opened(besnik, at);
    const count = await opened(arta, `${at}?method=count`);
    const counted = { ...count, votesFor: "4", votesAgainst: "2", abstentions: "1", present: "7" };
    // Whoever chooses another way themselves is not asked about it.
    expect((await arta.post(at, counted)).status).toBe(303);
    const refused = await besnik.post(at, { ...two, [ballot(0)]: "against" });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain("“Votim i hapur: 4 pro, 2 kundër, 1 abstenim”");
    expect(html).toContain('href="#vote-method"');
    expect(await choicesOn(item)).toEqual([]);
    expect((await besnik.post(at, fieldsOn(html, "vote"))).status).toBe(303);
    expect(await choicesOn(item)).toEqual([["against", "for", "for", ...rest]]);
  });

  it("takes counts one by one", async () => {
    const count = await opened(arta, `${at}?method=count`);
    await arta.post(at, { ...count, votesFor: "4", votesAgainst: "1", abstentions: "1", present: "7" });
    const [one, two, three] = [await opened(arta, at), await opened(besnik, at), await opened(besnik, at)];
    expect((await arta.post(at, { ...one, votesFor: "5" })).status).toBe(303);
    expect((await besnik.post(at, { ...two, abstentions: "0" })).status).toBe(303);
    expect(await opened(arta, at)).toMatchObject({ votesFor: "5", votesAgainst: "1", abstentions: "0" });
    const refused = await besnik.post(at, { ...three, votesFor: "3" });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("“5”")]);
  });

  it("is no other council's: the neighbour neither reads nor changes it by its address", async () => {
    const form = { ...(await opened(arta, at)), ...allOf("against") };
    const answer = await neighbour.post(at, form);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain("Tarifa");
    expect(await choicesOn(item)).toEqual([["for", "for", "for", ...rest]]);
  });
});

it("A first vote that two enter at once is one vote: the second says which it is and sees where they differ", async () => {
  const item = await newItem();
  const at = voteAt(item);
  const [one, two] = [await opened(arta, at), await opened(besnik, at)];
  expect((await arta.post(at, { ...one, ...allOf("for") })).status).toBe(303);
  const stale = await besnik.post(at, { ...two, ...allOf("for"), [ballot(0)]: "against" });
  const html = await stale.text();
  expect(stale.status).toBe(422);
  const { vote } = await opened(arta, at);
  const differing = await besnik.post(at, { ...fieldsOn(html, "vote"), vote: vote! });
  const asked = await differing.text();
  expect(differing.status).toBe(422);
  expect(asked).toContain("Ndërkohë dikush tjetër shkroi: “Pro”");
  expect(await choicesOn(item)).toEqual([["for", "for", "for", ...rest]]);
  expect((await besnik.post(at, fieldsOn(asked, "vote"))).status).toBe(303);
  expect(await choicesOn(item)).toEqual([["against", "for", "for", ...rest]]);
});

describe("What is put right", () => {
  it("leaves when the vote was held, and the audit tells the ballots before and after", async () => {
    const item = await newItem();
    const heldAt = "2026-03-05T09:30:15+01:00";
    await lisi.db.write((tx) =>
      recordVote(tx, doing(world), item, {
        ...{ method: "by_name", heldAt },
        ballots: members.map((personId) => ({ personId, choice: "for" })),
      }),
    );
    const form = await opened(arta, voteAt(item));
    expect((await arta.post(voteAt(item), { ...form, [ballot(0)]: "against" })).status).toBe(303);
    const stored = await lisi.db.read((tx) =>
      tx.selectFrom("votes").select("held_at").where("agenda_item_id", "=", item).executeTakeFirstOrThrow(),
    );
    expect(stored.held_at).toEqual(new Date(heldAt));
    const { before, after } = await lastDeed<Record<string, unknown>>("vote.corrected", item);
    const choiceIn = (told: Record<string, unknown>) =>
      (told.ballots as { personId: string; choice: string }[]).find(({ personId }) => personId === members[0])?.choice;
    expect([choiceIn(before), choiceIn(after)]).toEqual(["for", "against"]);
    expect(before).toMatchObject({ round: 1, votesFor: 7, votesAgainst: 0, heldAt: new Date(heldAt).toISOString() });
    expect(after).toMatchObject({ round: 1, votesFor: 6, votesAgainst: 1, heldAt: new Date(heldAt).toISOString() });
    expect(Object.keys(before).toSorted()).toEqual(Object.keys(after).toSorted());
    expect(before).not.toHaveProperty("tenant_id");
  });

  it("leaves the notes of the roll and the seconds of who came late, and the audit tells the times", async () => {
    const arrivedAt = new Date("2026-03-05T09:20:37+01:00");
    const note = { sq: "Në vend të kryetarit.", en: "In the chair." };
    await lisi.db.write((tx) =>
      recordAttendance(tx, doing(world), meeting, [
        { personId: members[0]!, status: "present", note },
        { personId: members[1]!, status: "late", arrivedAt },
        ...members.slice(2).map((personId) => ({ personId, status: "present" as const })),
      ]),
    );
    const at = `/admin/mbledhjet/${meeting}/pjesemarrja`;
    const roll = await opened(arta, at, "attendance");
    expect((await arta.post(at, { ...roll, [`left.${members[2]}`]: "09:50" })).status).toBe(303);
    const rows = await lisi.db.read((tx) =>
      tx.selectFrom("attendances").selectAll().where("meeting_id", "=", meeting).execute(),
    );
    const rowOf = (index: number) => rows.find(({ person_id }) => person_id === members[index]);
    expect(rowOf(0)).toMatchObject({ status: "present", note });
    expect(rowOf(1)).toMatchObject({ status: "late", arrived_at: arrivedAt });
    const left = new Date("2026-03-05T09:50:00+01:00");
    expect(rowOf(2)).toMatchObject({ status: "present", left_at: left });

    interface Told {
      rows: { personId: string; arrivedAt: string | null; leftAt: string | null }[];
    }
    const deed = await lastDeed<Told>("attendance.recorded", meeting);
    const timesIn = ({ rows }: Told) =>
      [1, 2].map((index) => {
        const row = rows.find(({ personId }) => personId === members[index])!;
        return [row.arrivedAt, row.leftAt];
      });
    expect(timesIn(deed.before)).toEqual([
      [arrivedAt.toISOString(), null],
      [null, null],
    ]);
    expect(timesIn(deed.after)).toEqual([
      [arrivedAt.toISOString(), null],
      [null, left.toISOString()],
    ]);

    // A note goes where it is said that it goes.
    await lisi.db.write((tx) =>
      recordAttendance(
        tx,
        doing(world),
        meeting,
        members.map((personId) => ({ personId, status: "present", note: null })),
      ),
    );
    const notes = await lisi.db.read((tx) =>
      tx.selectFrom("attendances").select("note").where("meeting_id", "=", meeting).execute(),
    );
    expect(notes.every((row) => row.note === null)).toBe(true);
  });
});

describe("An item that another has removed meanwhile", () => {
  const itemAt = (item: string) => `/admin/mbledhjet/${meeting}/pikat/${item}`;
  const remove = (item: string) => lisi.db.write((tx) => removeItem(tx, doing(world), item, why));
  const reason = { "reason.sq": why.sq, "reason.en": why.en };

  it("does not take along what was typed: it stands in the form for a new item, and can be sent there", async () => {
    const item = await newItem("E vjetra");
    const form = await opened(besnik, itemAt(item), "item");
    await remove(item);
    const typed = { "title.sq": "Tarifa e pastrimit", "summary.sq": "Për lagjet.", protocolNumber: "12/3", ...reason };
    for (const step of [{}, { step: "look" }, { step: "preview" }] as Record<string, string>[]) {
      const answer = await besnik.post(itemAt(item), { ...form, ...typed, ...step });
      const html = await answer.text();
      expect(answer.status).toBe(404);
      expect(html).toContain("Kjo pikë nuk është më në rendin e ditës");
      expect(fieldsOn(html, "item")).toMatchObject(typed);
    }
    const english = `/en/admin/meetings/${meeting}/items/${item}`;
    const html = await (await besnik.post(english, { ...form, ...typed })).text();
    expect(html).toContain("This item is no longer on the agenda");
    const added = `/en/admin/meetings/${meeting}/items/new`;
    expect(html).toContain(`action="${added}"`);
    expect((await besnik.post(added, fieldsOn(html, "item"))).status).toBe(303);
    const titles = await lisi.db.read((tx) =>
      tx.selectFrom("agenda_items").select(["title", "protocol_number"]).where("meeting_id", "=", meeting).execute(),
    );
    expect(titles).toContainEqual({ title: { sq: "Tarifa e pastrimit", en: "E vjetra" }, protocol_number: "12/3" });
  });

  it("shows the result and the vote that were typed for it", async () => {
    const item = await newItem();
    const result = await opened(besnik, `${itemAt(item)}/perfundimi`, "result");
    const vote = await opened(besnik, voteAt(item));
    await remove(item);
    const note = "Kthehet në prill.\nMe ndryshime.";
    const late = await besnik.post(`${itemAt(item)}/perfundimi`, { ...result, result: "postponed", "note.sq": note });
    const page = await late.text();
    expect(late.status).toBe(404);
    expect(page).toContain("Kjo pikë nuk është më në rendin e ditës");
    expect(page).toContain(note);

    const english = await besnik.post(inEnglish(voteAt(item)), { ...vote, ...allOf("for"), [ballot(3)]: "against" });
    const lines = (await english.text()).replaceAll(/<!--.*?-->/g, "");
    expect(english.status).toBe(404);
    expect(lines).toContain("What you sent");
    expect(lines).toMatch(/<dt[^>]*>Anëtari 3 i [^<]*<\/dt><dd[^>]*>For</);
    expect(lines).toMatch(/<dt[^>]*>Anëtari 4 i [^<]*<\/dt><dd[^>]*>Against</);
  });

  it("keeps which documents and files were sent to it, why it was to be removed, and takes in no file", async () => {
    const item = await newItem();
    const { id: free } = await storePdf(world, lisi, "Relacion", { title: { sq: "Relacioni", en: "The report" } });
    const form = await opened(besnik, itemAt(item), "attaching");
    const english = inEnglish(itemAt(item));
    await remove(item);
    const linesOf = async (answer: Response) => {
      expect(answer.status).toBe(404);
      return (await answer.text()).replaceAll(/<!--.*?-->/g, "");
    };
    const chosen = { ...form, documentIds: [free, crypto.randomUUID()], role: "annex" };
    const choosing = await linesOf(await besnik.post(`${english}/documents`, chosen));
    expect(choosing).toContain("This item is no longer on the agenda");
    expect(choosing).toMatch(/<dd[^>]*>The report<\/dd><dt[^>]*>What they are<\/dt><dd[^>]*>Annex</);
    const taking = await linesOf(await besnik.post(`${itemAt(item)}/dokumentet`, { take: free, ...reason }));
    expect(taking).toMatch(/<dt[^>]*>Hiqeni<\/dt><dd[^>]*>Relacioni</);
    expect(taking).toContain(why.sq);

    const documents = () => lisi.db.read((tx) => tx.selectFrom("files").select("sha256").execute());
    const before = await documents();
    const body = new FormData();
    for (const [name, value] of Object.entries({ role: "other", ...reason })) body.append(name, value);
    body.append("files", new File([new Uint8Array(await pdfOf("Tabela"))], "tabela e çmimeve.pdf"));
    const uploading = await world.ask(lisi.host, `${itemAt(item)}/ngarkimi`, {
      ...{ method: "POST", body },
      headers: { accept: "text/html", cookie: besnik.cookie!, "sec-fetch-site": "same-origin" },
    });
    expect(await linesOf(uploading)).toContain("tabela e çmimeve.pdf");
    expect(await documents()).toEqual(before);

    for (const step of [{}, { step: "preview" }] as Record<string, string>[])
      expect(await linesOf(await besnik.post(`${itemAt(item)}/heqja`, { ...reason, ...step }))).toContain(why.sq);
    const unvoting = { vote: crypto.randomUUID(), "reason.sq": "U votua gabim." };
    expect(await linesOf(await besnik.post(`${voteAt(item)}/heqja`, unvoting))).toContain("U votua gabim.");
    const nothing = await linesOf(await besnik.post(`${itemAt(item)}/heqja`));
    expect(nothing).toContain("Kjo pikë nuk është më në rendin e ditës");
    expect(nothing).not.toContain("Çfarë dërguat");
  });

  it("is not moved, and the reason for it stands there still", async () => {
    await newItem("Ajo që mbetet");
    const item = await newItem();
    await remove(item);
    const moved = await besnik.post(`/admin/mbledhjet/${meeting}/rendi-i-dites`, { move: `up:${item}`, ...reason });
    const html = await moved.text();
    expect(moved.status).toBe(422);
    expect(html).toContain("Kjo pikë nuk gjendet në asnjë rend dite.");
    expect(fieldsOn(html, "agenda")).toMatchObject(reason);
  });

  it("says nothing to the neighbouring council, and nothing of meetings that are none", async () => {
    const item = await newItem("E fshehtë");
    const parts = ["", "/perfundimi", "/votimi", "/votimi/heqja", "/heqja", "/dokumentet"];
    for (const path of parts.map((part) => itemAt(item) + part)) {
      const answer = await neighbour.post(path, { "title.sq": "E imja", result: "noted", method: "by_name" });
      expect(answer.status, path).toBe(404);
      expect(await answer.text(), path).not.toMatch(/rendin e ditës|E fshehtë|Anëtari/);
    }
    const none = itemAt(item).replace(meeting, crypto.randomUUID());
    const html = await (await besnik.post(none, { "title.sq": "E imja" })).text();
    expect(fieldsOn(html, "item")["title.sq"]).toBeUndefined();
  });
});
