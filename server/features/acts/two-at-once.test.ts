import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { addCouncilBody, enact } from "../../../tests/support/acts.ts";
import { doing } from "../../../tests/support/content.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { withdrawAct } from "./acts.service.ts";

/** The world stands at 05.03.2026, 10:00. */
let world: TestWorld;
let lisi: TestCouncil;
let arta: Visitor;
let besnik: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  await addCouncilBody(lisi);
  await addCouncilBody(world.krasta);
  arta = await signedIn(world, lisi, ["secretary"]);
  besnik = await signedIn(world, lisi, ["secretary"], "besnik@lisi.example");
  neighbour = await signedIn(world, world.krasta, ["secretary"]);
});
afterAll(() => world.end());

const opened = async (visitor: Visitor, path: string, form: string) =>
  fieldsOn(await (await visitor.get(path)).text(), form);
const auditOf = (action: string) =>
  lisi.db.read((tx) =>
    tx
      .selectFrom("audit_log")
      .where("action", "=", action)
      .orderBy("id")
      .select(["subject_id", "before", "after"])
      .execute(),
  );

describe("The reason why a number has no act", () => {
  const path = "/admin/aktet/numrat-pa-akt";
  const gap = `${path}?gap=decision-2026-2`;
  const register = async () => {
    await world.catchUp();
    const { items } = await lisi.json<{ items: { from: number; to: number; reason: { sq: string } }[] }>(
      "/api/v1/acts/gaps",
    );
    return items.map(({ from, to, reason }) => [from, to, reason.sq]);
  };
  beforeAll(async () => {
    // Numbers 2 to 5 are left out, with their reason.
    await enact(world, lisi);
    await enact(world, lisi, { number: 6, gapReason: { sq: "Përkohësisht.", en: "For now." } });
    await world.catchUp();
  });

  it("is read in both languages by whoever would replace what another has written meanwhile; once", async () => {
    const [one, two] = [await opened(arta, gap, "gap"), await opened(besnik, gap, "gap")];
    expect((await arta.post(path, { ...one, "reason.sq": "Humbën.", "reason.en": "Lost." })).status).toBe(303);
    const refused = await besnik.post(path, { ...two, "reason.sq": "U anuluan." });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain("Ndërkohë dikush tjetër shkroi: “Humbën. / Lost.”");
    expect(await register()).toEqual([[2, 5, "Humbën."]]);
    const again = fieldsOn(html, "gap");
    expect(again["reason.sq"]).toBe("U anuluan.");
    expect((await besnik.post(path, again)).status).toBe(303);
    expect(await register()).toEqual([[2, 5, "U anuluan."]]);
  });

  it("stays that of a number that is added to a gap, until whoever adds it has read it; also in English", async () => {
    const own = {
      ...(await opened(arta, gap, "gap")),
      from: "5",
      to: "5",
      "reason.sq": "E ka Bashkia.",
      "reason.en": "",
    };
    expect((await arta.post(path, own)).status).toBe(303);
    const english = "/en/admin/acts/numbers-without-act";
    const wider = { ...(await opened(besnik, `${english}?gap=decision-2026-2`, "gap")), to: "5" };
    const refused = await besnik.post(english, { ...wider, "reason.sq": "U dhanë gabimisht." });
    const html = await refused.text();
    expect([refused.status, html]).toEqual([
      422,
      expect.stringContaining("Meanwhile somebody else has written: “E ka Bashkia.”"),
    ]);
    expect(await register()).toEqual([
      [2, 4, "U anuluan."],
      [5, 5, "E ka Bashkia."],
    ]);
    expect((await besnik.post(english, fieldsOn(html, "gap"))).status).toBe(303);
    expect(await register()).toEqual([[2, 5, "U dhanë gabimisht."]]);
  });

  it("of two who write at the same moment is told to the second", async () => {
    const [one, two] = [await opened(arta, gap, "gap"), await opened(besnik, gap, "gap")];
    const answers = await Promise.all([
      arta.post(path, { ...one, "reason.sq": "E para." }),
      besnik.post(path, { ...two, "reason.sq": "E dyta." }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    const isArtasKept = answers[0]!.status === 303;
    expect(await answers[isArtasKept ? 1 : 0]!.text()).toContain(isArtasKept ? "“E para." : "“E dyta.");
  });

  it("stands in the audit with the one before it, for each number that had another; sent twice it is written once", async () => {
    await lisi.db.write((tx) => tx.deleteFrom("act_number_gaps").where("number", "=", 3).execute());
    const standing = await opened(arta, gap, "gap");
    const before = await auditOf("act_gap.explained");
    const sent = { ...standing, from: "2", to: "4", "reason.sq": "Sipas protokollit.", "reason.en": "" };
    expect((await arta.post(path, sent)).status).toBe(303);
    expect((await arta.post(path, sent)).status).toBe(303);
    const was = expect.objectContaining({ sq: standing["reason.sq"] });
    const reason = expect.objectContaining({ sq: "Sipas protokollit." });
    expect((await auditOf("act_gap.explained")).slice(before.length)).toEqual([
      { subject_id: "decision 2026 2", before: { to: 2, reason: was }, after: { to: 2, reason } },
      { subject_id: "decision 2026 3", before: null, after: { to: 3, reason } },
      { subject_id: "decision 2026 4", before: { to: 4, reason: was }, after: { to: 4, reason } },
    ]);
    const page = await (await arta.get("/admin/auditi")).text();
    expect(page).toContain(standing["reason.sq"]);
  });

  it("is told to nobody of another council, also to who sends a form of ours", async () => {
    const sent = await neighbour.post(path, { ...(await opened(arta, gap, "gap")), "reason.sq": "Fqinji.", stood: "" });
    expect([sent.status, await sent.text()]).toEqual([422, expect.not.stringContaining("Sipas protokollit.")]);
    expect(await register()).not.toContainEqual(expect.arrayContaining(["Fqinji."]));
  });
});

describe("The way of an act to the prefect", () => {
  const at = (id: string, step = "") => `/admin/aktet/${id}/prefekti${step && `/${step}`}`;
  const refusedWith = async (answer: Response, sentence: string) => {
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining(sentence)]);
  };
  const announcedOn = async (slug: string) => {
    await world.catchUp();
    return (await lisi.json<{ announcedOn: string | null }>(`/api/v1/acts/${slug}`)).announcedOn;
  };
  const stepsOf = async (id: string) =>
    (
      await lisi.db.read((tx) =>
        tx.selectFrom("prefect_steps").where("act_id", "=", id).orderBy("position").select("step").execute(),
      )
    ).map(({ step }) => step);

  it("takes the announcement once: whoever sends another day later reads which one stands", async () => {
    const { id, slug } = await enact(world, lisi, { title: { sq: "Për tregun" } });
    expect((await arta.post(at(id, "announced"), { day: "2026-03-02" })).status).toBe(303);
    await refusedWith(
      await besnik.post(at(id, "announced"), { day: "2026-03-04" }),
      "Ky akt është shpallur tashmë më 02.03.2026.",
    );
    expect(await announcedOn(slug)).toBe("2026-03-02");
  });

  it("is told in the order of its days, an entry into force that is still to come after all that has happened", async () => {
    const { id } = await enact(world, lisi, { title: { sq: "Për rendin e ditëve" } });
    await arta.post(at(id, "announced"), { day: "2026-03-02" });
    await arta.post(at(id, "deposited"), { day: "2026-03-03", protocolNumber: "12" });
    const told = async (path: string) => {
      const html = await (await arta.get(path)).text();
      const list = /id="so-far"[\s\S]*?<\/ol>/.exec(html)![0];
      return [...list.matchAll(/<time datetime="([^"]+)"/g)].map(([, day]) => day!);
    };
    for (const path of [at(id), `/en/admin/acts/${id}/prefect`]) {
      const days = await told(path);
      expect(days).toHaveLength(4);
      expect(days).toEqual(days.toSorted());
      expect(days.indexOf("2026-03-03")).toBe(2);
    }
  });

  it("of an individual act takes its notification once, and no announcement", async () => {
    const { id, slug } = await enact(world, lisi, { nature: "individual", title: { sq: "Ndihmë" } });
    const english = `/en/admin/acts/${id}/prefect`;
    await refusedWith(
      await arta.post(`${english}/announced`, { day: "2026-03-03" }),
      "This step cannot be entered for this act.",
    );
    expect((await arta.post(at(id, "notified"), { day: "2026-03-03" })).status).toBe(303);
    await refusedWith(
      await besnik.post(at(id, "notified"), { day: "2026-03-04" }),
      "Njoftimi i personave është shënuar tashmë më 03.03.2026.",
    );
    expect(await announcedOn(slug)).toBeNull();
  });

  it("is over for an act that was withdrawn", async () => {
    const { id } = await enact(world, lisi, { title: { sq: "I tërhequr" } });
    await lisi.db.write((tx) => withdrawAct(tx, doing(world), id, { sq: "U publikua gabimisht." }));
    await refusedWith(await arta.post(at(id, "announced"), { day: "2026-03-02" }), "Ky akt është tërhequr tashmë.");
    await refusedWith(await arta.post(at(id, "court"), { day: "2026-03-02" }), "Ky akt është tërhequr tashmë.");
    expect(await stepsOf(id)).toEqual([]);
  });

  it("gives back the step that was meant, and no other where somebody else was quicker", async () => {
    const { id } = await enact(world, lisi, { title: { sq: "Për parkun" } });
    await arta.post(at(id, "announced"), { day: "2026-03-02" });
    await arta.post(at(id, "deposited"), { day: "2026-03-03", protocolNumber: "12" });
    const why = { "reasons.sq": "Mungon baza ligjore." };
    expect((await arta.post(at(id, "returned"), { day: "2026-03-04", ...why })).status).toBe(303);
    const [one, two] = [await opened(arta, at(id), "taken_back"), await opened(besnik, at(id), "taken_back")];
    const gone = "Ky nuk është më hapi i fundit";
    await refusedWith(await besnik.post(at(id, "taken_back")), gone);
    expect((await arta.post(at(id, "taken_back"), one)).status).toBe(303);
    await refusedWith(await besnik.post(at(id, "taken_back"), two), gone);
    expect(await stepsOf(id)).toEqual(["deposited"]);

    // Entered again with other reasons it is not the step that was meant.
    await arta.post(at(id, "returned"), { day: "2026-03-04", "reasons.sq": "Mungon kuorumi." });
    await refusedWith(await besnik.post(at(id, "taken_back"), two), gone);
    expect(await stepsOf(id)).toEqual(["deposited", "returned"]);
  });

  it("says in words that there is nothing left to give back", async () => {
    const { id } = await enact(world, lisi, { title: { sq: "Për lumin" } });
    expect((await arta.post(at(id, "court"), { day: "2026-03-04" })).status).toBe(303);
    const form = await opened(arta, at(id), "taken_back");
    const answers = await Promise.all([arta, besnik].map((who) => who.post(at(id, "taken_back"), form)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const late = answers.find(({ status }) => status === 409)!;
    expect(await late.text()).toMatch(/role="alert">Nuk ka asnjë hap të verifikimit për t’u kthyer pas\./);
    expect((await neighbour.post(at(id, "taken_back"), form)).status).toBe(404);
  });
});
