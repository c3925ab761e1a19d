import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cookiesAfter, goodPassword, signedIn, type Visitor, visitorOf } from "../../../tests/support/accounts.ts";
import { type Operator, operatorOf, signedInOperator } from "../../../tests/support/operators.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { deviceCookieName, deviceLasts } from "../../auth/cookie.ts";
import { codeAt } from "../../auth/one-time-code.ts";
import { findByEmail } from "./accounts.queries.ts";
import { forgetCouncilEntries } from "./forgetting.ts";
import { makeResetLink } from "./passwords.service.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

type Person = Awaited<ReturnType<typeof signedIn>>;
const inAWhile = (milliseconds: number) => world.clock.moveTo(new Date(world.clock.now().getTime() + milliseconds));
const signInWith = async (visitor: Visitor, email: string, password = goodPassword) =>
  (await visitor.post("/admin/hyrja", { email, password })).status;

// What was counted for the address of the network, which all share here, is over.
beforeEach(() => inAWhile(16 * 60_000));

/** Ten wrong passwords by somebody who knows an address of mail. */
async function guessAt(council: TestCouncil, email: string) {
  for (let time = 0; time < 10; time++)
    expect(await signInWith(visitorOf(world, council), email, "gabim gabim gabim")).toBe(422);
  expect(await signInWith(visitorOf(world, council), email), "a stranger").toBe(429);
}

/** A browser with the device cookie of another alone. */
const withDeviceOf = ({ cookie }: { cookie: string | undefined }, council = world.lisi): Visitor =>
  Object.assign(visitorOf(world, council), { cookie: /\bdevice=[^;]+/.exec(cookie!)![0] });

/** The same browser with both factors again. */
async function comeBack(person: Person) {
  inAWhile(60_000);
  await person.post("/admin/dalja");
  expect(await signInWith(person, person.email)).toBe(303);
  return person.post("/admin/kodi", { code: codeAt(person.secret, world.clock.now()) });
}

describe("A stranger who guesses at a secretary's password", () => {
  it("keeps strangers out: in her browser she signs in, known or not how often it was tried elsewhere", async () => {
    const arta = await signedIn(world, world.lisi, ["secretary"], "arta@lisi.example");
    await guessAt(world.lisi, arta.email);
    const answer = await comeBack(arta);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/admin"]);
    // Nor do the guesses begin anew because she has come in.
    expect(await signInWith(visitorOf(world, world.lisi), arta.email, "gabim gabim gabim")).toBe(429);
    inAWhile(15 * 60_000);
    expect(await signInWith(visitorOf(world, world.lisi), arta.email)).toBe(303);
  });

  it("does not keep her from what asks for her password once more", async () => {
    const arta = await signedIn(world, world.lisi, ["secretary"], "brenda@lisi.example");
    inAWhile(16 * 60_000);
    await guessAt(world.lisi, arta.email);
    const wrong = () => arta.post("/admin/llogaria/rezerva", { current: "gabim gabim gabim" });
    expect((await wrong()).status).toBe(422);
    expect((await arta.post("/admin/llogaria/rezerva", { current: goodPassword })).status).toBe(200);
    // There it is counted too.
    inAWhile(16 * 60_000);
    for (let time = 0; time < 10; time++) expect((await wrong()).status).toBe(422);
    expect((await arta.post("/admin/llogaria/rezerva", { current: goodPassword })).status).toBe(429);
  });

  it("has ten guesses with a stolen browser's cookie, and then it is that browser alone that waits", async () => {
    const arta = await signedIn(world, world.lisi, ["secretary"], "vjedhur@lisi.example");
    const thief = () => withDeviceOf(arta);
    for (let time = 0; time < 10; time++) expect(await signInWith(thief(), arta.email, "gabim gabim gabim")).toBe(422);
    expect(await signInWith(thief(), arta.email)).toBe(429);
    expect(await signInWith(visitorOf(world, world.lisi), arta.email)).toBe(303);
    inAWhile(15 * 60_000);
    expect(await signInWith(thief(), arta.email)).toBe(303);
  });

  it("gains nothing by the cookie of another account, another council, or one of their own making", async () => {
    const { lisi, krasta } = world;
    const arta = await signedIn(world, lisi, ["secretary"], "synimi@lisi.example");
    const colleague = await signedIn(world, lisi, ["editor"], "kolegu@lisi.example");
    const neighbour = await signedIn(world, krasta, ["secretary"], arta.email);
    await guessAt(lisi, arta.email);
    const token = "a".repeat(43);
    const made = [`device=${token}`, "device=", "device=..", `device=${Array(400).fill(token).join(".")}`];
    const cookies = [withDeviceOf(colleague).cookie!, withDeviceOf(neighbour).cookie!, ...made];
    for (const cookie of cookies)
      expect(await signInWith(Object.assign(visitorOf(world, lisi), { cookie }), arta.email), cookie).toBe(429);
    // The neighbour's own sign-in is untouched, at the neighbour's.
    expect(await signInWith(withDeviceOf(neighbour, krasta), arta.email)).toBe(303);
    expect(await signInWith(withDeviceOf(arta), arta.email)).toBe(303);
  });

  it("does not learn by it who has an account", async () => {
    const { lisi } = world;
    const arta = await signedIn(world, lisi, ["secretary"], "di@lisi.example");
    const colleague = await signedIn(world, lisi, ["editor"], "pyet@lisi.example");
    const asked = async (email: string, cookie?: string) => {
      const answer = await Object.assign(visitorOf(world, lisi), { cookie }).post("/admin/hyrja", {
        ...{ email, password: "gabim gabim gabim" },
      });
      return [answer.status, answer.headers.getSetCookie(), (await answer.text()).replaceAll(email, "…")];
    };
    for (const cookie of [undefined, withDeviceOf(colleague).cookie]) {
      const unknown = await asked("askush@lisi.example", cookie);
      expect(unknown.slice(0, 2)).toEqual([422, []]);
      expect(await asked(arta.email, cookie)).toEqual(unknown);
    }
  });
});

it("Whoever stole the password and guesses at the code does not keep its owner's code out of her browser", async () => {
  const { lisi } = world;
  const arta = await signedIn(world, lisi, ["secretary"], "kodet@lisi.example");
  const thief = visitorOf(world, lisi);
  await signInWith(thief, arta.email);
  for (let time = 0; time < 5; time++) expect((await thief.post("/admin/kodi", { code: "000000" })).status).toBe(422);
  expect((await thief.post("/admin/kodi", { code: "000000" })).status).toBe(429);
  const answer = await comeBack(arta);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/admin"]);
  expect((await thief.post("/admin/kodi", { code: "000000" })).status).toBe(429);
  // In her browser no more can be guessed than elsewhere.
  await arta.post("/admin/dalja");
  await signInWith(arta, arta.email);
  for (let time = 0; time < 5; time++) expect((await arta.post("/admin/kodi", { code: "000000" })).status).toBe(422);
  expect((await arta.post("/admin/kodi", { code: "000000" })).status).toBe(429);
});

describe("The cookie by which a browser is known", () => {
  it("comes with the second factor and not before, lasts half a year from the last time, and is no script's", async () => {
    const { email, secret } = await signedIn(world, world.lisi, ["editor"], "kur@lisi.example");
    const visitor = visitorOf(world, world.lisi);
    inAWhile(60_000);
    const names = (answer: Response) => answer.headers.getSetCookie().map((set) => set.split("=")[0]);
    expect(names(await visitor.post("/admin/hyrja", { email, password: goodPassword }))).toEqual(["session"]);
    const answer = await visitor.post("/admin/kodi", { code: codeAt(secret, world.clock.now()) });
    const [set, ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(set).toMatch(/^device=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Strict$/);
    // The next time it is the same one, which begins anew.
    inAWhile(60_000);
    await visitor.post("/admin/dalja");
    expect(visitor.cookie).toBe(set!.split(";")[0]);
    await visitor.post("/admin/hyrja", { email, password: goodPassword });
    const again = await visitor.post("/admin/kodi", { code: codeAt(secret, world.clock.now()) });
    expect(again.headers.getSetCookie()).toEqual([set]);
  });

  it("behind TLS is bound by its name to this host and sent through TLS alone", async () => {
    const secure = await createWorld({ PUBLIC_ORIGIN_SCHEME: "https" });
    const arta = await signedIn(secure, secure.lisi, ["secretary"]);
    expect(arta.cookie).toMatch(/(^|; )__Host-device=[\w-]{43}(;|$)/);
    const visitor = visitorOf(secure, secure.lisi);
    await visitor.post("/admin/hyrja", { email: arta.email, password: goodPassword });
    const answer = await visitor.post("/admin/kodi", { code: arta.recoveryCodes[0]! });
    expect(answer.headers.getSetCookie().join()).toMatch(
      /^__Host-device=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(deviceCookieName("http")).toBe("device");
    await secure.end();
  });

  it("serves everybody who signs in at the same computer", async () => {
    const arta = await signedIn(world, world.lisi, ["secretary"], "bashke1@lisi.example");
    const ben = await signedIn(world, world.lisi, ["editor"], "bashke2@lisi.example");
    await arta.post("/admin/dalja");
    inAWhile(60_000);
    expect(await signInWith(arta, ben.email)).toBe(303);
    await arta.post("/admin/kodi", { code: codeAt(ben.secret, world.clock.now()) });
    for (const { email } of [arta, ben]) {
      await guessAt(world.lisi, email);
      expect(await signInWith(withDeviceOf(arta), email), email).toBe(303);
    }
  });

  it("is not in the database, where nothing tells whose browsers are the same", async () => {
    const arta = await signedIn(world, world.lisi, ["secretary"], "ruajtur@lisi.example");
    const [, token] = withDeviceOf(arta).cookie!.split("=");
    const kept = await world.lisi.db.read((tx) => tx.selectFrom("account_devices").selectAll().execute());
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(new Set(kept.map(({ device_hash }) => device_hash)).size).toBe(kept.length);
  });

  it("is worth nothing any more after the sign-out everywhere else, a new password, or half a year", async () => {
    const { lisi } = world;
    const isKnown = async (cookie: string, email: string) => {
      const status = await signInWith(Object.assign(visitorOf(world, lisi), { cookie }), email);
      expect([303, 429]).toContain(status);
      return status === 303;
    };
    const elsewhere = async (person: Person) => {
      const visitor = visitorOf(world, lisi);
      await visitor.post("/admin/hyrja", { email: person.email, password: goodPassword });
      await visitor.post("/admin/kodi", { code: person.recoveryCodes[0]! });
      return withDeviceOf(visitor).cookie!;
    };
    const ended = await signedIn(world, lisi, ["editor"], "kudo@lisi.example");
    const there = await elsewhere(ended);
    await ended.post("/admin/llogaria/hyrjet", { session: "all" });
    await guessAt(lisi, ended.email);
    expect([await isKnown(there, ended.email), await isKnown(withDeviceOf(ended).cookie!, ended.email)]).toEqual([
      false,
      true,
    ]);

    const changed = await signedIn(world, lisi, ["editor"], "tjeter@lisi.example");
    const before = await elsewhere(changed);
    await changed.post("/admin/llogaria/fjalekalimi", { current: goodPassword, password: `${goodPassword} ri` });
    await changed.post("/admin/llogaria/fjalekalimi", { current: `${goodPassword} ri`, password: goodPassword });
    await guessAt(lisi, changed.email);
    expect([await isKnown(before, changed.email), await isKnown(withDeviceOf(changed).cookie!, changed.email)]).toEqual(
      [false, true],
    );

    const late = await signedIn(world, lisi, ["editor"], "vone@lisi.example");
    const old = withDeviceOf(late).cookie!;
    inAWhile(deviceLasts);
    await guessAt(lisi, late.email);
    expect(await isKnown(old, late.email)).toBe(false);
    const kept = () => lisi.db.read((tx) => tx.selectFrom("account_devices").select("device_hash").execute());
    expect(await kept()).not.toEqual([]);
    await forgetCouncilEntries.work(lisi.db, world.clock.now(), new AbortController().signal, lisi.id);
    expect(await kept()).toEqual([]);
  });

  it("is told on one's own page, and forgotten from there although nobody is signed in elsewhere any more", async () => {
    const { lisi } = world;
    const arta = await signedIn(world, lisi, ["secretary"], "vetja@lisi.example");
    const own = async (path = "/admin/llogaria") => (await arta.get(path)).text();
    expect(await own()).toContain("Një shfletues njihet për këtë llogari");
    expect(await own()).not.toContain("Dilni kudo");
    const there = visitorOf(world, lisi);
    await there.post("/admin/hyrja", { email: arta.email, password: goodPassword });
    await there.post("/admin/kodi", { code: arta.recoveryCodes[0]! });
    await there.post("/admin/dalja");
    expect(await own()).toContain("2 shfletues njihen për këtë llogari");
    expect(await own()).toContain("Dilni kudo");
    expect(await own("/en/admin/account")).toContain("2 browsers are known for this account");
    await arta.post("/admin/llogaria/hyrjet", { session: "all" });
    expect(await own()).toContain("Një shfletues njihet për këtë llogari");
  });

  it("dies with a password set by mail, and the browser in which that is done is known from then on", async () => {
    const { lisi } = world;
    const arta = await signedIn(world, lisi, ["secretary"], "posta@lisi.example");
    const old = withDeviceOf(arta).cookie!;
    const account = await lisi.db.read((tx) => findByEmail(tx, arta.email));
    const token = await lisi.db.write((tx) => makeResetLink(tx, world.clock.now(), account!, "public"));
    const visitor = visitorOf(world, lisi);
    const answer = await visitor.post(`/admin/fjalekalimi/${token}`, { password: `${goodPassword} ri` });
    expect([answer.status, answer.headers.getSetCookie().map((set) => set.split("=")[0])]).toEqual([303, ["device"]]);
    // Whoever guesses goes on guessing meanwhile.
    await Promise.all(Array.from({ length: 11 }, () => signInWith(visitorOf(world, lisi), arta.email, "gabim gabim")));
    const stolen = Object.assign(visitorOf(world, lisi), { cookie: old });
    expect(await signInWith(stolen, arta.email, `${goodPassword} ri`)).toBe(429);
    expect(await signInWith(visitor, arta.email, `${goodPassword} ri`)).toBe(303);
  });

  it("is kept for twenty browsers of an account, the latest", async () => {
    const { lisi } = world;
    const arta = await signedIn(world, lisi, ["secretary"], "shume@lisi.example");
    const account = await lisi.db.read((tx) => findByEmail(tx, arta.email));
    const visitors: Visitor[] = [arta];
    for (let many = 0; many < 20; many++) {
      inAWhile(30_000);
      const visitor = visitorOf(world, lisi);
      await visitor.post("/admin/hyrja", { email: arta.email, password: goodPassword });
      await visitor.post("/admin/kodi", { code: codeAt(arta.secret, world.clock.now()) });
      visitors.push(visitor);
    }
    const kept = await lisi.db.read((tx) =>
      tx.selectFrom("account_devices").where("account_id", "=", account!.id).select("device_hash").execute(),
    );
    expect(kept).toHaveLength(20);
    await guessAt(lisi, arta.email);
    expect(await signInWith(withDeviceOf(visitors[0]!), arta.email)).toBe(429);
    for (const visitor of [visitors[1]!, visitors[20]!])
      expect(await signInWith(withDeviceOf(visitor), arta.email)).toBe(303);
  });
});

it("An operator is not kept out either, and a council's cookie is none of an operator's", async () => {
  const operator = await signedInOperator(world);
  const given = (password: string) => ({ email: operator.email, password });
  for (let time = 0; time < 10; time++)
    expect((await operatorOf(world).post("/konsola/hyrja", given("gabim gabim gabim"))).status).toBe(422);
  expect((await operatorOf(world).post("/konsola/hyrja", given(goodPassword))).status).toBe(429);
  const secretary = await signedIn(world, world.lisi, ["secretary"], operator.email);
  const stranger: Operator = Object.assign(operatorOf(world), { cookie: withDeviceOf(secretary).cookie });
  expect((await stranger.post("/konsola/hyrja", given(goodPassword))).status).toBe(429);
  await operator.post("/konsola/dalja");
  const answer = await operator.post("/konsola/hyrja", given(goodPassword));
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/konsola/kodi"]);
  expect(cookiesAfter(operator.cookie, answer)).toContain("device=");
});
