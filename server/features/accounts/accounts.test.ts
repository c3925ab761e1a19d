import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goodPassword, invitationFor, offeredFactor, signedIn, visitorOf } from "../../../tests/support/accounts.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { codeAt } from "../../auth/one-time-code.ts";
import { findByEmail } from "./accounts.queries.ts";
import { makeResetLink, resetPassword } from "./passwords.service.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

const leadsTo = (answer: Response) => [answer.status, answer.headers.get("location")];

describe("A secretary who was invited", () => {
  it("chooses a password, is in, leaves, and comes back by signing in", async () => {
    const { lisi } = world;
    const token = await invitationFor(world, lisi, "sekretari@lisi.example", ["secretary"], "Arta Dema");
    const arta = visitorOf(world, lisi);
    expect(leadsTo(await arta.get("/admin"))).toEqual([303, "/admin/hyrja"]);

    const invitation = await arta.get(`/admin/ftesa/${token}`);
    const page = await invitation.text();
    expect(page).toContain("Pranoni ftesën");
    expect(page).toContain("sekretari@lisi.example");
    expect(page).toContain('value="Arta Dema"');

    const accepted = await arta.post(`/admin/ftesa/${token}`, { name: "Arta Dema", password: goodPassword });
    expect(leadsTo(accepted)).toEqual([303, "/admin/llogaria/kodi"]);
    expect(accepted.headers.getSetCookie().join()).toMatch(/^session=\w+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(leadsTo(await arta.get("/admin"))).toEqual([303, "/admin/llogaria/kodi"]);
    const { secret, sealed, code } = await offeredFactor(world, await arta.get("/admin/llogaria/kodi"));
    const codes = await arta.post("/admin/llogaria/kodi", { sealed, code });
    expect(codes.status).toBe(200);
    expect(await codes.text()).toContain("Kodet rezervë");
    const first = await (await arta.get("/admin?done=welcome")).text();
    expect(first).toContain("Llogaria juaj është gati.");
    expect(first).toContain("Arta Dema");

    expect(leadsTo(await arta.post("/admin/dalja"))).toEqual([303, "/admin/hyrja?done=signed_out"]);
    expect(leadsTo(await arta.get("/admin"))).toEqual([303, "/admin/hyrja"]);
    const credentials = { email: " Sekretari@Lisi.example", password: goodPassword };
    expect(leadsTo(await arta.post("/admin/hyrja", credentials))).toEqual([303, "/admin/kodi"]);
    expect(leadsTo(await arta.get("/admin"))).toEqual([303, "/admin/kodi"]);
    expect(leadsTo(await arta.get("/admin/llogaria/kodi"))).toEqual([303, "/admin/kodi"]);
    const later = codeAt(secret, new Date(world.clock.now().getTime() + 30_000));
    expect(leadsTo(await arta.post("/admin/kodi", { code: later }))).toEqual([303, "/admin"]);
    expect((await arta.get("/admin")).status).toBe(200);
  });

  it("finds the same in English", async () => {
    const { lisi } = world;
    const token = await invitationFor(world, lisi, "clerk@lisi.example", ["editor"]);
    const clerk = visitorOf(world, lisi);
    expect(await (await clerk.get(`/en/admin/invitation/${token}`)).text()).toContain("Accept the invitation");
    const accepted = await clerk.post(`/en/admin/invitation/${token}`, { name: "Ben", password: goodPassword });
    expect(leadsTo(accepted)).toEqual([303, "/en/admin/account/code"]);
    const setUp = await clerk.get("/en/admin/account/code");
    const { sealed, code } = await offeredFactor(world, setUp);
    const codes = await clerk.post("/en/admin/account/code", { sealed, code });
    expect(await codes.text()).toContain("Recovery codes");
    const first = await (await clerk.get("/en/admin")).text();
    expect(first).toContain('<html lang="en">');
    expect(first).toContain("No meeting is planned for the next 14 days.");
  });

  it("cannot use the link a second time, nor after a week, nor one of the neighbour's", async () => {
    const { lisi, krasta } = world;
    const used = await invitationFor(world, lisi, "dy@lisi.example", ["editor"]);
    const visitor = visitorOf(world, lisi);
    const answer = { name: "Dy", password: goodPassword };
    expect((await visitor.post(`/admin/ftesa/${used}`, answer)).status).toBe(303);
    expect((await visitorOf(world, lisi).post(`/admin/ftesa/${used}`, answer)).status).toBe(410);
    expect((await visitorOf(world, lisi).get(`/admin/ftesa/${used}`)).status).toBe(410);

    const neighbours = await invitationFor(world, krasta, "tre@krasta.example", ["editor"]);
    expect((await visitorOf(world, lisi).get(`/admin/ftesa/${neighbours}`)).status).toBe(410);

    const late = await invitationFor(world, lisi, "vone@lisi.example", ["editor"]);
    const before = world.clock.now();
    world.clock.moveTo(new Date(before.getTime() + 7 * 24 * 3600_000));
    expect((await visitorOf(world, lisi).get(`/admin/ftesa/${late}`)).status).toBe(410);
    world.clock.moveTo(before);
  });

  it("is told what is wrong with a password, and finds again what was typed, but never the password", async () => {
    const token = await invitationFor(world, world.lisi, "kater@lisi.example", ["editor"]);
    const visitor = visitorOf(world, world.lisi);
    for (const [password, sentence] of [
      ["shkurt", "të paktën 12 shenja"],
      ["Kater@lisi.example", "posta elektronike ose emri"],
      ["abababababababab", "tepër pak shenja"],
      ["", "Kjo fushë është e detyrueshme"],
    ] as const) {
      const answer = await visitor.post(`/admin/ftesa/${token}`, { name: `Emri "><script>`, password });
      const page = await answer.text();
      expect(answer.status).toBe(422);
      expect(page).toContain(sentence);
      expect(page).toContain('href="#accept-password"');
      expect(page).toContain('aria-describedby="accept-password-hint accept-password-error"');
      expect(page).toContain('value="Emri &quot;><script>"');
      expect(page).not.toContain('"><script>"');
      if (password) expect(page).not.toContain(password);
    }
  });
});

describe("Whoever is not let in", () => {
  it("hears the same for an unknown mail address, a wrong password and a disabled account", async () => {
    const { lisi } = world;
    await signedIn(world, lisi, ["auditor"], "mbyllur@lisi.example");
    await signedIn(world, lisi, ["auditor"], "hapur@lisi.example");
    await lisi.db.write((tx) =>
      tx.updateTable("accounts").set({ state: "disabled" }).where("email", "=", "mbyllur@lisi.example").execute(),
    );
    const answers = await Promise.all(
      [
        { email: "askush@lisi.example", password: goodPassword },
        { email: "hapur@lisi.example", password: `${goodPassword}!` },
        { email: "mbyllur@lisi.example", password: goodPassword },
      ].map(async (given) => {
        const answer = await visitorOf(world, lisi).post("/admin/hyrja", given);
        return [answer.status, (await answer.text()).replaceAll(given.email, "…")] as const;
      }),
    );
    expect(answers[0]![0]).toBe(422);
    expect(answers[0]![1]).toContain("nuk është i saktë");
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it("is led where she wanted to go after signing in, but never off the site", async () => {
    const { lisi } = world;
    const { secret } = await signedIn(world, lisi, ["secretary"], "ku@lisi.example");
    const visitor = visitorOf(world, lisi);
    expect(leadsTo(await visitor.get("/admin/askund?a=1"))).toEqual([
      303,
      "/admin/hyrja?next=%2Fadmin%2Faskund%3Fa%3D1",
    ]);
    // A form that was sent too late leads back to its page.
    expect(leadsTo(await visitor.post("/en/admin/settings/contacts", { phone: "1" }))).toEqual([
      303,
      "/en/admin/sign-in?next=%2Fen%2Fadmin%2Fsettings",
    ]);
    const origin = "http://lisi.localhost";
    const sentFrom = async (referer: string, path = "/admin/redaktimi/publication/1/botimi") =>
      leadsTo(await visitor.post(path, { at: "" }, { referer }))[1];
    expect(await sentFrom(`${origin}/admin/publikimet/1?edit=2&done=saved`)).toBe(
      "/admin/hyrja?next=%2Fadmin%2Fpublikimet%2F1%3Fedit%3D2",
    );
    expect(await sentFrom(`${origin}/en/admin/publications/1`, "/en/admin/editing/publication/1/submit")).toBe(
      "/en/admin/sign-in?next=%2Fen%2Fadmin%2Fpublications%2F1",
    );
    // Not what another site, or the public one, claims to have sent, nor back to the way in.
    for (const elsewhere of [
      ...[
        "https://evil.example/admin/publikimet",
        "//evil.example",
        "no address",
        `${origin}/lajme`,
        `${origin}//admin`,
      ],
      ...[`${origin}/admin//evil.example`, `${origin}/administrata`, `${origin}/admin/hyrja?next=%2Fadmin`],
    ])
      expect(await sentFrom(elsewhere), elsewhere).toBe("/admin/hyrja");
    const credentials = { email: "ku@lisi.example", password: goodPassword };
    const asked = { ...credentials, next: "/admin/askund?a=1" };
    const toCode = "/admin/kodi?next=%2Fadmin%2Faskund%3Fa%3D1";
    expect(leadsTo(await visitor.post("/admin/hyrja", asked))).toEqual([303, toCode]);
    expect(await (await visitor.get(toCode)).text()).toContain('name="next" value="/admin/askund?a=1"');
    for (const [next, target] of [
      ["/admin/askund?a=1", "/admin/askund?a=1"],
      ["/en/admin", "/en/admin"],
      ["//evil.example/admin", "/admin"],
      ["/admin//evil.example", "/admin"],
      ["https://evil.example/admin", "/admin"],
      ["/administrata", "/admin"],
    ]) {
      await lisi.db.write((tx) => tx.updateTable("accounts").set({ totp_last_step: null }).execute());
      await visitor.post("/admin/hyrja", credentials);
      const code = codeAt(secret, world.clock.now());
      expect(leadsTo(await visitor.post("/admin/kodi", { code, next: next! }))).toEqual([303, target]);
    }
  });

  it("cannot send the form from another site", async () => {
    const visitor = visitorOf(world, world.lisi);
    const answer = await visitor.post("/admin/hyrja", {}, { "sec-fetch-site": "cross-site" });
    expect(answer.status).toBe(403);
  });
});

describe("A session", () => {
  it("is of one council: the neighbour knows nothing of it", async () => {
    const arta = await signedIn(world, world.lisi, ["secretary"], "nje@lisi.example");
    expect((await arta.get("/admin")).status).toBe(200);
    const atTheNeighbour = await world.krasta.get("/admin", { cookie: arta.cookie!, accept: "text/html" });
    expect(leadsTo(atTheNeighbour)).toEqual([303, "/admin/hyrja"]);
  });

  it("is not in the database, where only a hash of it stands, like of a link", async () => {
    const arta = await signedIn(world, world.lisi, ["secretary"], "hash@lisi.example");
    const [, id] = /\bsession=(\w+)/.exec(arta.cookie!)!;
    const everything = await world.lisi.db.read(async (tx) =>
      JSON.stringify([
        await tx.selectFrom("account_sessions").selectAll().execute(),
        await tx.selectFrom("account_links").selectAll().execute(),
        await tx.selectFrom("sign_in_attempts").selectAll().execute(),
        await tx.selectFrom("accounts").selectAll().execute(),
        await tx.selectFrom("audit_log").selectAll().execute(),
      ]),
    );
    expect(everything).toContain("hash@lisi.example");
    expect(everything).not.toContain(id);
    expect(everything).not.toContain(goodPassword);
  });

  it("ends after eight hours of rest and after seven days in any case", async () => {
    const arta = await signedIn(world, world.lisi, ["secretary"], "kohe@lisi.example");
    const begun = world.clock.now().getTime();
    const hours = (count: number) => world.clock.moveTo(new Date(begun + count * 3600_000));
    for (let hour = 7; hour < 7 * 24; hour += 7) {
      hours(hour);
      expect((await arta.get("/admin")).status, `after ${hour} hours`).toBe(200);
    }
    hours(7 * 24);
    expect((await arta.get("/admin")).status).toBe(303);

    hours(0);
    const other = await signedIn(world, world.lisi, ["secretary"], "kohe2@lisi.example");
    hours(8.1);
    expect((await other.get("/admin")).status).toBe(303);
    hours(0);
  });

  it("ends when the account is disabled", async () => {
    const arta = await signedIn(world, world.lisi, ["secretary"], "fund@lisi.example");
    await world.lisi.db.write((tx) =>
      tx.updateTable("accounts").set({ state: "disabled" }).where("email", "=", "fund@lisi.example").execute(),
    );
    expect((await arta.get("/admin")).status).toBe(303);
  });

  it("changes nothing about the public pages, and no page of the workspace is kept", async () => {
    const arta = await signedIn(world, world.lisi, ["secretary"], "faqe@lisi.example");
    const asAnybody = await (await world.lisi.get("/")).text();
    expect(await (await arta.get("/")).text()).toBe(asAnybody);
    const inside = await arta.get("/admin");
    expect(inside.headers.get("cache-control")).toBe("no-store");
    expect(inside.headers.get("etag")).toBeNull();
    expect((await world.lisi.get("/admin", { accept: "text/html" })).status).toBe(303);
  });
});

it("Guessing ends after ten attempts for an account, also with the right password, and begins again after a while", async () => {
  const { lisi } = world;
  const before = world.clock.now();
  for (const email of ["lojtar@lisi.example", "askush2@lisi.example"]) {
    if (email.startsWith("lojtar")) await signedIn(world, lisi, ["editor"], email);
    for (let attempt = 1; attempt <= 10; attempt++) {
      const answer = await visitorOf(world, lisi).post("/admin/hyrja", { email, password: "gabim gabim gabim" });
      expect(answer.status, `${email} ${attempt}`).toBe(422);
    }
    const refused = await visitorOf(world, lisi).post("/admin/hyrja", { email, password: goodPassword });
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain("pas 15 minutash");
  }
  world.clock.moveTo(new Date(before.getTime() + 15 * 60_000));
  const again = { email: "lojtar@lisi.example", password: goodPassword };
  expect((await visitorOf(world, lisi).post("/admin/hyrja", again)).status).toBe(303);
  world.clock.moveTo(before);
});

it("A new password lets its owner in although the old one was guessed at, while where the guesses came from stays counted", async () => {
  const { lisi } = world;
  const arta = await signedIn(world, lisi, ["editor"], "harrova@lisi.example");
  for (let attempt = 1; attempt <= 10; attempt++)
    await visitorOf(world, lisi).post("/admin/hyrja", { email: arta.email, password: "gabim gabim gabim" });
  const account = await lisi.db.read((tx) => findByEmail(tx, arta.email));
  const token = await lisi.db.write((tx) => makeResetLink(tx, world.clock.now(), account!, "public"));
  const counted = () => lisi.db.read((tx) => tx.selectFrom("sign_in_attempts").select("bucket").execute());
  const before = await counted();
  const password = "nje fjalekalim i ri me fjale";
  await resetPassword(lisi.db, world.clock.now(), token, password);
  expect((await counted()).length).toBe(before.length - 1);
  const answer = await visitorOf(world, lisi).post("/admin/hyrja", { email: arta.email, password });
  expect(answer.status).toBe(303);
});
