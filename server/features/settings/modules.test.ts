import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { refusal } from "../../../tests/support/acts.ts";
import { doing } from "../../../tests/support/content.ts";
import { addBody } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import { changeBody, publishBody } from "../bodies/bodies.service.ts";
import { elementByCode, elementCodes, partByCode } from "../elements/catalogue.shared.ts";
import type { PublicationInput } from "../publications/publications.schema.ts";
import { createPublication, publishPublication, withdrawPublication } from "../publications/publications.service.ts";
import { moduleNames, modules } from "./modules.shared.ts";
import { changeSocial } from "./settings.service.ts";

/** The world stands at 05.03.2026. */
let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
let secretary: Visitor;
let editor: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
  [secretary, editor] = await Promise.all([signedIn(world, lisi, ["secretary"]), signedIn(world, lisi, ["editor"])]);
});
afterAll(() => world.end());

const by = () => doing(world);
const settings = "/admin/cilesimet";
const say = (module: string, fields: Record<string, string> = {}, visitor = secretary) =>
  visitor.post(`${settings}/pjeset`, {
    ...{
      module,
      since: "2023-10-01",
      "reason.sq": "Bashkia është vetëm qyteti.",
      "reason.en": "It is the town alone.",
    },
    ...fields,
  });
const takeBack = (module: string) => secretary.post(`${settings}/pjeset/kthimi`, { module });
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const read = async (path: string, council = lisi) => {
  await world.catchUp();
  return text(council.get(path, { accept: "text/html" }));
};
/** The page once it says this: a published change is there within a second. */
const shows = async (path: string, words: string, council = lisi) => {
  await expect.poll(() => read(path, council), { timeout: 1_500, interval: 100 }).toContain(words);
  return read(path, council);
};
interface Standing {
  code: string;
  readiness: string;
  reason: { sq: string; en: string };
  declined: object | null;
}
const board = async (council = lisi) => {
  await world.catchUp();
  const { elements } = await council.json<{ elements: Standing[] }>("/api/v1/elements");
  return elements;
};
const element = async (code: string, council = lisi) => (await board(council)).find((one) => one.code === code)!;
const registers = async (council = lisi) => {
  await world.catchUp();
  const { registers } = await council.json<{ registers: { name: string }[] }>("/api/v1/registers");
  return registers.map(({ name }) => name);
};
const pathOf = (code: "I.4.3" | "II.6.2" | "II.6.3" | "V.1.4" | "II.5.2") => elementByCode(code).path;

describe("What a council does not have", () => {
  it("is said openly at its address, since when and why, in both languages; the neighbour’s page is as before", async () => {
    const before = await read(pathOf("II.6.2").sq);
    expect(before).toContain("Këtu nuk është publikuar ende asgjë");
    const said = await say("villages");
    expect(said.headers.get("location")).toBe(`${settings}?done=modules#modules-section`);
    for (const code of ["II.6.2", "II.6.3"] as const) {
      const page = await shows(pathOf(code).sq, "Këshilli nuk ka kryesi fshatrash");
      expect(page).toContain("Kështu thotë vetë Këshilli, që më 01.10.2023: Bashkia është vetëm qyteti.");
      expect(page).not.toContain("Këtu nuk është publikuar ende asgjë");
      expect(page).not.toContain("Si bëhet sot, në letër");
      expect(await read(pathOf(code).en)).toContain("since 01.10.2023: It is the town alone.");
      expect((await lisi.get(pathOf(code).sq)).status).toBe(200);
    }
    expect(await read(pathOf("II.6.2").sq, krasta)).toContain("Këtu nuk është publikuar ende asgjë");
    expect(await read(elementByCode("II.6.2").path.en)).toContain("The Council has no village councils");
  });

  it("stands among the 81 as before, with a word of its own; readiness says No, with the reason", async () => {
    const all = await board();
    expect(all.map(({ code }) => code)).toEqual([...elementCodes]);
    expect(await element("II.6.3")).toMatchObject({
      readiness: "none",
      reason: {
        sq: expect.stringContaining("Bashkia është vetëm qyteti."),
        en: expect.stringContaining("the town alone"),
      },
      declined: { title: { en: "The Council has no village councils" } },
    });
    expect(await element("II.6.4")).toMatchObject({ declined: null });
    const part = await read(partByCode("II").path.sq);
    expect(part).toContain(pathOf("II.6.2").sq);
    expect(part).toContain(">Nuk ka<");
    expect(await read("/harta")).toContain(pathOf("II.6.2").sq);
    expect(await read("/sitemap.xml")).toContain(pathOf("II.6.2").sq);
    const form = await text(secretary.get("/admin/gatishmeria/formulari"));
    expect(form).toContain("Bashkia është vetëm qyteti.");
  });

  it("raises no mark: what was No stays No, and what is public cannot be talked away", async () => {
    const marks = async () => (await board()).map(({ code, readiness }) => `${code} ${readiness}`);
    const before = await marks();
    for (const name of moduleNames) expect((await say(name)).status).toBe(303);
    expect(await marks()).toEqual(before);
    for (const name of moduleNames) expect((await takeBack(name)).status).toBe(303);
    expect(await marks()).toEqual(before);
    expect((await board()).every(({ declined }) => declined === null)).toBe(true);
  });

  it("leaves open data while nothing was ever in its register, and is there again afterwards", async () => {
    const name = (await registers()).find((one) => one.includes("4_3") || one.includes("member_of")) ?? "";
    const all = await registers();
    expect((await say("memberships")).status).toBe(303);
    const without = await registers();
    expect(all.filter((one) => !without.includes(one))).toHaveLength(1);
    const [gone] = all.filter((one) => !without.includes(one));
    expect(name === "" || name === gone).toBe(true);
    const csv = await lisi.get(`${pathOf("I.4.3").sq}.csv`);
    expect(csv.status).toBe(410);
    expect((await lisi.get(`${pathOf("I.4.3").en}.json?year=2020`)).status).toBe(410);
    expect((await lisi.get(`/api/v1/registers/${gone}`)).status).toBe(410);
    expect(await read("/te-dhena-te-hapura/dcat.jsonld")).not.toContain(`${pathOf("I.4.3").sq}.csv`);
    expect((await krasta.get(`${pathOf("I.4.3").sq}.csv`)).status).toBe(200);
    expect((await takeBack("memberships")).status).toBe(303);
    expect(await registers()).toEqual(all);
    expect((await lisi.get(`${pathOf("I.4.3").sq}.csv`)).status).toBe(200);
  });

  it("is not said while something of it is public or will be by itself, and what is public once stays readable", async () => {
    const village = await addBody(lisi, "village", "kryesia-gure", { sq: "Kryesia e Gurës" });
    const refused = await say("villages");
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain("Publike janë ende 1 kryesi fshatrash");
    expect(page).toContain("Bashkia është vetëm qyteti.");
    await lisi.db.write(async (tx) => {
      await tx.updateTable("bodies").set({ ends_on: "2025-12-31" }).where("id", "=", village).execute();
      await raiseVersion(tx, "people");
    });
    expect((await say("villages", { since: "2026-01-01" })).status).toBe(303);
    const list = await shows(pathOf("II.6.2").sq, "Kryesia e Gurës");
    expect(list).toContain("që më 01.01.2026");
    expect((await lisi.get(`${pathOf("II.6.2").sq}/kryesia-gure`)).status).toBe(200);

    const atWorkAgain = { endsOn: null } as const;
    expect(await refusal(lisi.db.write((tx) => changeBody(tx, by(), village, atWorkAgain)))).toEqual({
      code: "settings.declined_villages",
    });

    const social = await lisi.db.write((tx) =>
      changeSocial(tx, by(), { Facebook: "https://facebook.com/lisi" } as never),
    );
    expect(social).toBeUndefined();
    expect(await text(say("social"))).toContain("Te rrjetet sociale qëndrojnë ende 1 llogari.");
    const later = new Date("2026-04-01T08:00:00Z");
    await lisi.db.write(async (tx) => {
      const { id } = await createPublication(tx, by(), membership);
      await publishPublication(tx, by(), id, later);
    });
    expect((await say("memberships")).status).toBe(409);
  });

  it("cannot be published without taking the word back first, and then can", async () => {
    expect((await say("projects")).status).toBe(303);
    expect((await say("boards")).status).toBe(303);
    const made = await lisi.db.write((tx) => createPublication(tx, by(), project));
    const publish = () => lisi.db.write((tx) => publishPublication(tx, by(), made.id));
    expect(await refusal(publish())).toEqual({ code: "settings.declined_projects" });
    const board = await addBody(lisi, "board", "bordi", { sq: "Bordi" });
    await lisi.db.write((tx) =>
      tx.updateTable("bodies").set({ state: "draft", public_from: null }).where("id", "=", board).execute(),
    );
    expect(await refusal(lisi.db.write((tx) => publishBody(tx, by(), board)))).toEqual({
      code: "settings.declined_boards",
    });
    const step = await secretary.post(`/admin/redaktimi/publication/${made.id}/botimi`);
    expect(step.status).toBe(409);
    expect(await step.text()).toContain("Cilësimet thonë se Këshilli nuk ka projekte.");
    expect((await takeBack("projects")).status).toBe(303);
    expect(await refusal(publish())).toBeNull();
    await lisi.db.write((tx) => withdrawPublication(tx, by(), made.id, { sq: "Gabim." }));
  });

  it("and what is published at the same moment never both stand", async () => {
    const made = await lisi.db.write((tx) => createPublication(tx, by(), { ...project, title: { sq: "Në garë" } }));
    const outcomes = await Promise.all([
      refusal(lisi.db.write((tx) => publishPublication(tx, by(), made.id))),
      say("projects").then(({ status }) => status),
    ]);
    const { modules: said } = await lisi.db.read((tx) =>
      tx.selectFrom("tenant_settings").select("modules").executeTakeFirstOrThrow(),
    );
    const { state } = await lisi.db.read((tx) =>
      tx.selectFrom("publications").where("id", "=", made.id).select("state").executeTakeFirstOrThrow(),
    );
    expect([Boolean(said.projects), state === "published"].filter(Boolean), String(outcomes)).toHaveLength(1);
  });

  it("is told by a reason in Albanian and a day that has come; nothing else is a part that may be missing", async () => {
    const refused = async (fields: Record<string, string>) => {
      const answer = await say("gallery", fields);
      expect(answer.status).toBe(422);
      return answer.text();
    };
    expect(await refused({ "reason.sq": "" })).toContain('href="#module-gallery-reason-sq"');
    expect(await refused({ since: "2026-03-06" })).toContain("Kjo ditë nuk ka ardhur ende.");
    for (const since of ["", "31.12.2025", "2026-02-30"])
      expect(await refused({ since })).toContain('href="#module-gallery-since"');
    for (const module of ["acts", "", "constructor", "II.6.2"]) expect((await say(module)).status).toBe(422);
    expect((await say("gallery", { "reason.sq": "x".repeat(401) })).status).toBe(422);
    // Of what the law asks every council for nothing may be switched off.
    const optional = Object.values(modules).flat() as string[];
    for (const code of ["I.3.6", "I.3.7", "I.4.1", "I.4.2", "II.1.1", "II.6.1", "B.I.2"])
      expect(optional).not.toContain(code);
  });

  it("is the secretary’s to say, is shown in the settings in both languages, and stays in the audit", async () => {
    expect((await say("gallery", {}, editor)).status).toBe(403);
    expect((await say("gallery", { "reason.sq": "Nuk fotografojmë." })).status).toBe(303);
    const page = await text(secretary.get(`${settings}?done=modules`));
    expect(page).toContain("Që më 01.10.2023: Nuk fotografojmë.");
    expect(page).toMatch(
      /<section[^>]* id="modules-section".*?role="status"[^>]*>.*?U ruajt: Çfarë nuk ka Këshilli\./s,
    );
    expect(await text(secretary.get("/en/admin/settings"))).toContain("Say that the Council has none");
    const audit = await text(secretary.get("/admin/auditi"));
    expect(audit).toContain("Çfarë nuk ka Këshilli");
    expect(audit).toContain("Nuk fotografojmë.");
  });
});

const both = (sq: string, en: string) => ({ sq, en });
const membership: PublicationInput = {
  element: "I.4.3",
  title: both("Shoqata e Këshillave", "Association of Councils"),
  date: "2020-05-20",
  fields: {
    organisation: both("Shoqata e Këshillave", "Association of Councils"),
    organisationKind: "national",
    membershipState: "active",
    representative: "Arta Dervishi",
    yearlyFee: 120_000,
  },
};
const project: PublicationInput = {
  element: "I.5.1",
  title: both("Uji që matet", "Water that is measured"),
  periodFrom: "2026-01-01",
  periodTo: "2026-12-31",
  fields: {
    aim: both("Më pak humbje.", "Fewer losses."),
    framework: "euIntegration",
    projectState: "ongoing",
    budget: 640_000,
    currency: "eur",
    ownShare: 64_000,
    partners: [{ partner: both("Ujësjellësi", "Water company"), partnerRole: "lead" }],
  },
};
