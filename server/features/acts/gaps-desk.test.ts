import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { actInput, addCouncilBody, enact } from "../../../tests/support/acts.ts";
import { doing } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import { createAct } from "./acts.service.ts";

/** The world stands at 05.03.2026. Numbers 2 and 3 of 2026 are missing, of which a draft has 3; 5 to 7 as well. */
let world: TestWorld;
let lisi: TestCouncil;
let secretary: Visitor;
let editor: Visitor;
let auditor: Visitor;
let councillor: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  await addCouncilBody(lisi);
  await addCouncilBody(world.krasta);
  [secretary, editor, auditor, councillor, neighbour] = await Promise.all([
    signedIn(world, lisi, ["secretary"]),
    signedIn(world, lisi, ["editor"]),
    signedIn(world, lisi, ["auditor"]),
    signedIn(world, lisi, ["councillor"]),
    signedIn(world, world.krasta, ["secretary"]),
  ]);
  const lost = { sq: "Përkohësisht." };
  await enact(world, lisi);
  const draft = { title: { sq: "Për tregun e ri", en: "On the new market" }, number: 3, gapReason: lost };
  await lisi.db.write(async (tx) => createAct(tx, doing(world), await actInput(tx, draft)));
  await enact(world, lisi, { number: 4 });
  await enact(world, lisi, { number: 8, gapReason: lost });
  // As in a register that was brought in from elsewhere: nobody has said why.
  await lisi.db.write((tx) => tx.deleteFrom("act_number_gaps").execute());
  await lisi.db.write((tx) =>
    tx
      .updateTable("content_versions")
      .set((eb) => ({ version: eb("version", "+", 1) }))
      .execute(),
  );
  await world.catchUp();
});
afterAll(() => world.end());

const path = "/admin/aktet/numrat-pa-akt";
const read = async (visitor: Visitor, query = "", at = path) => (await visitor.get(`${at}${query}`)).text();
const send = (visitor: Visitor, fields: Record<string, string>) =>
  visitor.post(path, {
    ...{ type: "decision", series: "2026", gap: fields.from ?? "", to: fields.from ?? "" },
    ...{ "reason.sq": "Protokolli e anuloi.", "reason.en": "Cancelled by the protocol." },
    ...fields,
  });
const register = async () => {
  await world.catchUp();
  const { items } = await lisi.json<{ items: { from: number; to: number; reason: { sq: string } | null }[] }>(
    "/api/v1/acts/gaps",
  );
  return items.map(({ from, to, reason }) => [from, to, reason?.sq ?? null]);
};

describe("Numbers without an act", () => {
  it("are explained in words that somebody has looked at where they seem to speak of a person", async () => {
    const reason = { from: "2", "reason.sq": "Iu dha ankesës së shtetasit J01231118R.", "reason.en": "" };
    const refused = await send(secretary, reason);
    const html = await refused.text();
    expect([refused.status, html]).toEqual([409, expect.stringContaining('href="#gap-reason-sq"')]);
    expect(await register()).toContainEqual([2, 3, null]);
    const persons = /name="persons" value="([\w-]{43})"/.exec(html)![1]!;
    expect((await send(secretary, { ...reason, persons: "x".repeat(43) })).status).toBe(409);
    expect((await send(secretary, { ...reason, persons })).status).toBe(303);
    await lisi.db.write((tx) => tx.deleteFrom("act_number_gaps").execute());
    await lisi.db.write((tx) => raiseVersion(tx, "acts"));
    await world.catchUp();
  });

  it("are named on the first screen and in the list of acts, without those that a draft has", async () => {
    const day = await read(secretary, "", "/admin");
    expect(day).toContain("Numra aktesh pa shpjegim");
    expect(day).toContain(`href="${path}?gap=decision-2026-2#gap"`);
    expect(day).toContain("Vendim nr. 5–7");
    expect(day).not.toContain("gap=decision-2026-3");
    expect(await read(secretary, "", "/en/admin")).toContain("Decision Nos. 5–7");
    expect(await read(secretary, "", "/admin/aktet")).toContain(`href="${path}"`);
  });

  it("stand on a page of their own in both languages; of a draft it says that the number is taken", async () => {
    const page = await read(secretary);
    expect(page).toContain("2 vende bosh në numra presin një shpjegim");
    expect(page).toContain("E ka një draft");
    expect(page).toContain("Për tregun e ri");
    const english = await read(secretary, "?gap=decision-2026-5", "/en/admin/acts/numbers-without-act");
    expect(english).toContain("Why is the number missing: Decision, 2026");
    expect(english).toContain('value="5"');
    expect(english).toContain('value="7"');
  });

  it("are explained in part or whole, the reason stands in the public register in both languages, and the audit tells", async () => {
    const told = await send(secretary, { from: "5", to: "6" });
    expect([told.status, told.headers.get("location")]).toEqual([303, `${path}?done=explained`]);
    expect(await register()).toEqual([
      [2, 3, null],
      [5, 6, "Protokolli e anuloi."],
      [7, 7, null],
    ]);
    expect(await (await lisi.get("/aktet")).text()).toContain("Protokolli e anuloi.");
    expect(await (await lisi.get("/en/acts")).text()).toContain("Cancelled by the protocol.");
    expect((await send(editor, { from: "7", "reason.sq": "Humbi në arkivë." })).status).toBe(303);
    expect(await register()).toContainEqual([7, 7, "Humbi në arkivë."]);
    const audit = await read(secretary, "", "/admin/auditi");
    expect(audit).toContain("u shpjegua një numër i munguar");
    expect(audit).toContain("Humbi në arkivë.");
  });

  it("keep the reason that was given last, which the form shows", async () => {
    expect(await read(secretary, "?gap=decision-2026-7")).toContain("Humbi në arkivë.</textarea>");
    expect((await send(secretary, { from: "7", "reason.sq": "U gjet: u anulua." })).status).toBe(303);
    expect(await register()).toContainEqual([7, 7, "U gjet: u anulua."]);
  });

  it("are not explained where an act or a draft has the number, where it was never given, or without words", async () => {
    const refused = async (fields: Record<string, string>) => {
      const answer = await send(secretary, fields);
      expect(answer.status).toBe(422);
      return (await answer.text()).replaceAll(/\s+/g, " ");
    };
    expect(await refused({ from: "4" })).toContain("Numri 4 i përket një akti.");
    expect(await refused({ from: "3" })).toContain("Numri 3 i përket një akti.");
    expect(await refused({ from: "2", to: "3" })).toContain("Numri 3 i përket një akti.");
    expect(await refused({ from: "9" })).toContain("Numri 9 i serisë 2026 nuk mungon");
    expect(await refused({ from: "2", series: "2025" })).toContain("nuk mungon");
    expect(await refused({ from: "2", to: "9999" })).toContain("Nuk pranohen më shumë se 500 numra bosh");
    for (const from of ["", "0", "-1", "dy"]) await refused({ from });
    await refused({ from: "2", type: "law" });
    await refused({ from: "2", series: "e vjetër" });
    const without = await refused({ from: "2", "reason.sq": " ", "reason.en": "Lost in the archive" });
    expect(without).toContain('href="#gap-reason-sq"');
    expect(without).toContain("Lost in the archive</textarea>");
    expect(await register()).toContainEqual([2, 3, null]);
  });

  it("say to whoever comes late that the number has its act by now, and drop nothing that was typed", async () => {
    await enact(world, lisi, { number: 2 });
    await world.catchUp();
    expect(await read(secretary, "?gap=decision-2026-2")).toContain("Ky numër nuk mungon më");
    const late = await send(secretary, { from: "2" });
    expect(late.status).toBe(422);
    const page = await late.text();
    expect(page).toContain("Numri 2 i përket një akti.");
    expect(page).toContain("Protokolli e anuloi.</textarea>");
    expect((await secretary.get(`${path}?other=1`)).status).toBe(400);
  });

  it("are read by the auditor and explained by whoever may change what the public reads", async () => {
    const page = await read(auditor);
    expect(page).toContain("U gjet: u anulua.");
    expect(page).not.toContain("?gap=");
    expect((await send(auditor, { from: "7" })).status).toBe(403);
    expect((await councillor.get(path)).status).toBe(403);
    expect((await send(councillor, { from: "7" })).status).toBe(403);
    await lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: true }).execute());
    expect((await send(editor, { from: "7" })).status).toBe(403);
    expect(await read(editor, "?gap=decision-2026-7")).toContain("Arsyen e shkruan kush");
    expect((await send(secretary, { from: "7", "reason.sq": "U anulua me procesverbal." })).status).toBe(303);
  });

  it("are each council’s own", async () => {
    expect(await read(neighbour)).toContain("Çdo numër ka aktin e vet.");
    expect((await send(neighbour, { from: "7" })).status).toBe(422);
    expect(await register()).toContainEqual([7, 7, "U anulua me procesverbal."]);
  });
});
