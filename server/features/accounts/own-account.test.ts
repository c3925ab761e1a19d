import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goodPassword, offeredFactor, signedIn, visitorOf } from "../../../tests/support/accounts.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { codeAt } from "../../auth/one-time-code.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

const leadsTo = (answer: Response) => [answer.status, answer.headers.get("location")];
const inSeconds = (seconds: number) => new Date(world.clock.now().getTime() + seconds * 1000);
const another = "gjashtë gurë në breg";

/** Signs in with the password, and leaves the second factor to come. */
async function withPassword(council: TestCouncil, email: string, password = goodPassword) {
  const visitor = visitorOf(world, council);
  const answer = await visitor.post("/admin/hyrja", { email, password });
  expect(leadsTo(answer)).toEqual([303, "/admin/kodi"]);
  return visitor;
}
const mailsTo = (council: TestCouncil, email: string) =>
  council.db.read((tx) => tx.selectFrom("mails").where("recipient", "=", email).selectAll().execute());
const actionsOf = async (council: TestCouncil) =>
  (await council.db.read((tx) => tx.selectFrom("audit_log").select("action").orderBy("id").execute())).map(
    ({ action }) => action,
  );

describe("The second factor", () => {
  it("takes each code once, and one of half a minute before or after", async () => {
    const { email, secret } = await signedIn(world, world.lisi, ["editor"], "kod@lisi.example");
    const used = codeAt(secret, world.clock.now());
    const later = codeAt(secret, inSeconds(30));
    const visitor = await withPassword(world.lisi, email);
    expect((await visitor.post("/admin/kodi", { code: used })).status).toBe(422);
    expect((await visitor.post("/admin/kodi", { code: codeAt(secret, inSeconds(120)) })).status).toBe(422);
    expect(leadsTo(await visitor.post("/admin/kodi", { code: ` ${later.slice(0, 3)} ${later.slice(3)} ` }))).toEqual([
      303,
      "/admin",
    ]);
    const again = await withPassword(world.lisi, email);
    expect((await again.post("/admin/kodi", { code: later })).status).toBe(422);
  });

  it("cannot be guessed: after five codes nothing is taken, from wherever it comes", async () => {
    const { email, secret } = await signedIn(world, world.lisi, ["editor"], "hamendje@lisi.example");
    for (let attempt = 0; attempt < 5; attempt++)
      expect((await (await withPassword(world.lisi, email)).post("/admin/kodi", { code: "000000" })).status).toBe(422);
    const right = codeAt(secret, inSeconds(30));
    expect((await (await withPassword(world.lisi, email)).post("/admin/kodi", { code: right })).status).toBe(429);
  });

  it("can be replaced by a recovery code, each once, however it is typed", async () => {
    const { email, recoveryCodes } = await signedIn(world, world.lisi, ["editor"], "rezerve@lisi.example");
    expect(new Set(recoveryCodes).size).toBe(10);
    const visitor = await withPassword(world.lisi, email);
    const typed = recoveryCodes[3]!.toUpperCase().replaceAll("-", " ");
    expect(leadsTo(await visitor.post("/admin/kodi", { code: typed }))).toEqual([
      303,
      "/admin/llogaria?done=recovery_used",
    ]);
    expect(await (await visitor.get("/admin/llogaria?done=recovery_used")).text()).toContain("Kanë mbetur 9.");
    const again = await withPassword(world.lisi, email);
    expect((await again.post("/admin/kodi", { code: recoveryCodes[3]! })).status).toBe(422);
    // Another person's codes are not one's own.
    const other = await signedIn(world, world.lisi, ["editor"], "tjeter@lisi.example");
    expect((await again.post("/admin/kodi", { code: other.recoveryCodes[0]! })).status).toBe(422);
  });

  it("has new recovery codes made for it: ten are shown, the old ones are dead, and a new one signs in once", async () => {
    const here = await signedIn(world, world.lisi, ["editor"], "te-rejat@lisi.example");
    const made = await here.post("/admin/llogaria/rezerva");
    const shown = await made.text();
    expect(made.status).toBe(200);
    const fresh = [...shown.matchAll(/<code>([a-z2-7-]+)<\/code>/g)].map(([, code]) => code!);
    expect(fresh).toHaveLength(10);
    expect(new Set([...fresh, ...here.recoveryCodes]).size).toBe(20);
    const codesAfter = async (codes: readonly string[]) => {
      const visitor = await withPassword(world.lisi, here.email);
      const answers: unknown[] = [];
      for (const code of codes) answers.push(leadsTo(await visitor.post("/admin/kodi", { code })));
      return { visitor, answers };
    };
    const refused = [422, null];
    const taken = [303, "/admin/llogaria?done=recovery_used"];
    // Fewer than are taken for guessing.
    const [first, second] = [here.recoveryCodes.slice(0, 4), here.recoveryCodes.slice(6)];
    const { visitor, answers } = await codesAfter([...first, fresh[0]!]);
    expect(answers).toEqual([...first.map(() => refused), taken]);
    expect(await (await visitor.get("/admin/llogaria?done=recovery_used")).text()).toContain("Kanë mbetur 9.");
    expect((await codesAfter([...second, fresh[9]!])).answers).toEqual([...second.map(() => refused), taken]);
    expect((await codesAfter([fresh[0]!, fresh[9]!])).answers).toEqual([refused, refused]);
  });

  it("has new recovery codes made only by whoever knows the password, once that was given long ago", async () => {
    const here = await signedIn(world, world.lisi, ["editor"], "te-vjetrat@lisi.example");
    const before = world.clock.now();
    world.clock.moveTo(inSeconds(16 * 60));
    for (const form of [{}, { current: "nuk e di fare" }] as Record<string, string>[]) {
      const refused = await here.post("/admin/llogaria/rezerva", form);
      expect(refused.status).toBe(422);
      expect(await refused.text()).not.toMatch(/<code>[a-z2-7-]+<\/code>/);
    }
    const visitor = await withPassword(world.lisi, here.email);
    const kept = await visitor.post("/admin/kodi", { code: here.recoveryCodes[0]! });
    expect(leadsTo(kept)).toEqual([303, "/admin/llogaria?done=recovery_used"]);
    expect((await here.post("/admin/llogaria/rezerva", { current: goodPassword })).status).toBe(200);
    world.clock.moveTo(before);
  });

  it("is kept sealed, and recovery codes as hashes", async () => {
    const { secret, recoveryCodes } = await signedIn(world, world.lisi, ["editor"], "vule@lisi.example");
    const everything = await world.lisi.db.read(async (tx) =>
      JSON.stringify([
        await tx.selectFrom("accounts").selectAll().execute(),
        await tx.selectFrom("account_recovery_codes").selectAll().execute(),
        await tx.selectFrom("audit_log").selectAll().execute(),
      ]),
    );
    expect(everything).toContain("vule@lisi.example");
    for (const one of [secret, ...recoveryCodes, recoveryCodes[0]!.replaceAll("-", "")])
      expect(everything).not.toContain(one);
  });

  it("is not taken from a page that was made for somebody else", async () => {
    const arta = await signedIn(world, world.lisi, ["editor"], "arta1@lisi.example");
    const ben = await signedIn(world, world.lisi, ["editor"], "ben1@lisi.example");
    const { sealed, code } = await offeredFactor(world, await arta.get("/admin/llogaria/kodi"));
    expect((await ben.post("/admin/llogaria/kodi", { sealed, code })).status).toBe(422);
    expect((await ben.post("/admin/llogaria/kodi", { sealed: "v1.AAAA", code })).status).toBe(422);
    expect((await arta.post("/admin/llogaria/kodi", { sealed, code: "123456" })).status).toBe(422);
    expect((await arta.post("/admin/llogaria/kodi", { sealed, code })).status).toBe(200);
  });

  it("asks for the password where that was given long ago", async () => {
    const arta = await signedIn(world, world.lisi, ["editor"], "moti@lisi.example");
    const before = world.clock.now();
    world.clock.moveTo(inSeconds(16 * 60));
    const { sealed, code } = await offeredFactor(world, await arta.get("/admin/llogaria/kodi"));
    expect((await arta.post("/admin/llogaria/kodi", { sealed, code })).status).toBe(422);
    const refused = await arta.post("/admin/llogaria/kodi", { sealed, code, current: "nuk e di fare" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Ky nuk është fjalëkalimi juaj.");
    expect((await arta.post("/admin/llogaria/kodi", { sealed, code, current: goodPassword })).status).toBe(200);
    world.clock.moveTo(before);
  });
});

describe("Somebody's own account", () => {
  it("shows where one is signed in and ends one of them, but never another person's", async () => {
    const here = await signedIn(world, world.lisi, ["editor"], "ketu@lisi.example");
    const there = await withPassword(world.lisi, here.email);
    await there.post("/admin/kodi", { code: here.recoveryCodes[0]! });
    expect((await there.get("/admin")).status).toBe(200);
    const stranger = await signedIn(world, world.lisi, ["editor"], "huaj@lisi.example");

    const idsOf = async (page: Response) =>
      [...(await page.text()).matchAll(/name="session" value="([\w-]{43})"/g)].map(([, id]) => id!);
    const own = await idsOf(await here.get("/admin/llogaria"));
    expect(own.length).toBe(2);
    const [foreign] = await idsOf(await stranger.get("/admin/llogaria"));
    await here.post("/admin/llogaria/hyrjet", { session: foreign! });
    expect((await stranger.get("/admin")).status).toBe(200);
    await here.post("/admin/llogaria/hyrjet", { session: "all" });
    expect((await there.get("/admin")).status).toBe(303);
    expect((await here.get("/admin")).status).toBe(200);
    const [last] = await idsOf(await here.get("/admin/llogaria"));
    expect(leadsTo(await here.post("/admin/llogaria/hyrjet", { session: last! }))).toEqual([303, "/admin/hyrja"]);
    expect((await here.get("/admin")).status).toBe(303);
  });

  it("says of whoever gave the password alone that the second factor is missing", async () => {
    const here = await signedIn(world, world.lisi, ["editor"], "gjysme@lisi.example");
    const half = "faktori i dytë mungon ende";
    expect(await (await here.get("/admin/llogaria")).text()).not.toContain(half);
    await withPassword(world.lisi, here.email);
    expect((await (await here.get("/admin/llogaria")).text()).split(half)).toHaveLength(2);
    const english = await (await here.get("/en/admin/account")).text();
    expect(english).toContain("the second factor is still missing");
  });

  it("changes the password for whoever knows it, and signs out everywhere else", async () => {
    const here = await signedIn(world, world.lisi, ["editor"], "ndryshim@lisi.example");
    const there = await withPassword(world.lisi, here.email);
    await there.post("/admin/kodi", { code: here.recoveryCodes[0]! });
    const change = (current: string, password: string) =>
      here.post("/admin/llogaria/fjalekalimi", { current, password });
    expect((await change("gabim gabim gabim", another)).status).toBe(422);
    expect((await change(goodPassword, "shkurt")).status).toBe(422);
    expect(leadsTo(await change(goodPassword, another))).toEqual([303, "/admin/llogaria?done=password_changed"]);
    expect((await here.get("/admin")).status).toBe(200);
    expect((await there.get("/admin")).status).toBe(303);
    const old = await visitorOf(world, world.lisi).post("/admin/hyrja", { email: here.email, password: goodPassword });
    expect(old.status).toBe(422);
    await withPassword(world.lisi, here.email, another);
  });

  it("changes name and language, which is written down", async () => {
    const here = await signedIn(world, world.lisi, ["editor"], "emri@lisi.example");
    await here.post("/en/admin/account/details", { name: "Emri i Ri", language: "en" });
    expect(await (await here.get("/admin")).text()).toContain("Emri i Ri");
    expect((await here.post("/admin/llogaria/te-dhenat", { name: " ", language: "de" })).status).toBe(422);
    expect(await actionsOf(world.lisi)).toContain("account.changed");
  });
});

describe("A forgotten password", () => {
  it("is set anew by a link that comes by mail, once and within the hour; the answer tells nobody who has an account", async () => {
    const { lisi } = world;
    const arta = await signedIn(world, lisi, ["editor"], "harroi@lisi.example");
    const ask = (email: string) => visitorOf(world, lisi).post("/admin/fjalekalimi", { email });
    const known = await ask(arta.email);
    const unknown = await ask("askush@lisi.example");
    expect(leadsTo(known)).toEqual([303, "/admin/fjalekalimi?done=reset_sent"]);
    expect(leadsTo(unknown)).toEqual(leadsTo(known));
    expect(await mailsTo(lisi, "askush@lisi.example")).toEqual([]);
    const [mail] = await mailsTo(lisi, arta.email);
    const [, path] = /http:\/\/lisi\.localhost(\/admin\/fjalekalimi\/[\w-]{43})/.exec(mail!.body_text!)!;

    expect((await world.krasta.get(path!, { accept: "text/html" })).status).toBe(410);
    expect(await (await visitorOf(world, lisi).get(path!)).text()).toContain(arta.email);
    expect((await visitorOf(world, lisi).post(path!, { password: "shkurt" })).status).toBe(422);
    expect(leadsTo(await visitorOf(world, lisi).post(path!, { password: another }))).toEqual([
      303,
      "/admin/hyrja?done=password_set",
    ]);
    expect((await arta.get("/admin")).status).toBe(303);
    expect((await visitorOf(world, lisi).post(path!, { password: another })).status).toBe(410);
    // The second factor is asked for all the same.
    await withPassword(lisi, arta.email, another);

    await ask(arta.email);
    const late = /\/admin\/fjalekalimi\/[\w-]{43}/.exec((await mailsTo(lisi, arta.email)).at(-1)!.body_text!)![0];
    const before = world.clock.now();
    world.clock.moveTo(inSeconds(3600));
    expect((await visitorOf(world, lisi).get(late)).status).toBe(410);
    world.clock.moveTo(before);
  });

  it("sends three mails an hour at the most", async () => {
    const { lisi } = world;
    const { email } = await signedIn(world, lisi, ["editor"], "shpesh@lisi.example");
    const before = world.clock.now();
    for (let time = 0; time < 5; time++) {
      expect((await visitorOf(world, lisi).post("/admin/fjalekalimi", { email })).status).toBe(303);
      world.clock.moveTo(new Date(world.clock.now().getTime() + 61_000));
    }
    world.clock.moveTo(before);
    expect((await mailsTo(lisi, email)).length).toBe(3);
  });
});
