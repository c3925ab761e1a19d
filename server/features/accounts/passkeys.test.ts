import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goodPassword, signedIn, type Visitor, visitorOf } from "../../../tests/support/accounts.ts";
import { Authenticator } from "../../../tests/support/authenticator.ts";
import { operatorOf, signedInOperator } from "../../../tests/support/operators.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";

let world: TestWorld;
let arta: Awaited<ReturnType<typeof signedIn>>;
const key = new Authenticator();
const refusal = /Ky çelës kalimi nuk njihet këtu/;

beforeAll(async () => {
  world = await createWorld();
  arta = await signedIn(world, world.lisi, ["secretary"], "arta@lisi.example");
  expect((await add(arta, key)).headers.get("location")).toBe("/admin/llogaria?done=passkey_added");
});
afterAll(() => world.end());

type Asks = Pick<Visitor, "post">;
const at = (host: string) => ({ origin: `http://${host}`, rpId: host });
const atLisi = at("lisi.localhost");
/** A visitor has one cookie as a rule; before sign-in it is the one that holds the challenge. */
async function challenge(visitor: Asks, path = "/admin/hyrja/celesi/sfida"): Promise<string> {
  const answer = await visitor.post(path, {}, { accept: "application/json" });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { challenge: string }).challenge;
}
async function add(visitor: Asks, authenticator: Authenticator, name = "Telefoni im", saying = atLisi) {
  const response = authenticator.make(await challenge(visitor, "/admin/llogaria/celesat/sfida"), saying);
  return visitor.post("/admin/llogaria/celesat", { name, response });
}
const use = (visitor: Asks, response: string) => visitor.post("/admin/hyrja/celesi", { response });
async function refused(answer: Response) {
  expect(answer.status).toBe(422);
  expect(await answer.text()).toMatch(refusal);
}
const actions = async () =>
  (await world.lisi.db.read((tx) => tx.selectFrom("audit_log").select("action").orderBy("id").execute())).map(
    ({ action }) => action,
  );

describe("A passkey", () => {
  it("lets in by itself, as both factors, and shows on one’s own page when it was used", async () => {
    const visitor = visitorOf(world, world.lisi);
    const answer = await use(visitor, key.use(await challenge(visitor), atLisi));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/admin"]);
    expect((await visitor.get("/admin/perdoruesit")).status).toBe(200);
    const own = await (await visitor.get("/admin/llogaria")).text();
    expect(own).toContain("Telefoni im");
    expect(own).toContain("Përdorur së fundi më 05.03.2026.");
    expect(await actions()).toContain("account.passkey_added");
    expect(await (await visitor.get("/en/admin/account")).text()).toContain("Passkeys");
  });

  it("is the second factor after the password", async () => {
    const visitor = visitorOf(world, world.lisi);
    await visitor.post("/admin/hyrja", { email: arta.email, password: goodPassword });
    const answer = await use(visitor, key.use(await challenge(visitor), atLisi));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/admin"]);
    expect((await visitor.get("/admin")).status).toBe(200);
  });

  it("is no second factor for somebody else’s password", async () => {
    const other = await signedIn(world, world.lisi, ["editor"], "beni@lisi.example");
    const visitor = visitorOf(world, world.lisi);
    await visitor.post("/admin/hyrja", { email: other.email, password: goodPassword });
    await refused(await use(visitor, key.use(await challenge(visitor), atLisi)));
    expect((await visitor.get("/admin")).status).toBe(303);
  });

  it("leads to where one wanted to go, in the workspace alone", async () => {
    for (const [next, to] of [
      ["/admin/auditi", "/admin/auditi"],
      ["https://tjeter.example/", "/admin"],
      ["//tjeter.example", "/admin"],
      ["/adminet", "/admin"],
    ] as const) {
      const visitor = visitorOf(world, world.lisi);
      const response = key.use(await challenge(visitor), atLisi);
      const answer = await visitor.post("/admin/hyrja/celesi", { response, next });
      expect(answer.headers.get("location")).toBe(to);
    }
  });

  it("is told apart by its name, taken away by its owner alone, and worth nothing after", async () => {
    const second = new Authenticator();
    expect((await add(arta, second, "Çelësi në sirtar")).status).toBe(303);
    const passkey = second.id.toString("base64url");
    const other = await signedIn(world, world.lisi, ["secretary"], "drita@lisi.example");
    await other.post("/admin/llogaria/celesat/heqja", { passkey });
    expect(await (await arta.get("/admin/llogaria")).text()).toContain("Çelësi në sirtar");
    expect((await arta.post("/admin/llogaria/celesat/heqja", { passkey })).status).toBe(303);
    expect(await (await arta.get("/admin/llogaria")).text()).not.toContain("Çelësi në sirtar");
    const visitor = visitorOf(world, world.lisi);
    await refused(await use(visitor, second.use(await challenge(visitor), atLisi)));
    expect(await actions()).toContain("account.passkey_removed");
  });

  it("goes with the second factor when the secretary helps somebody who lost the telephone", async () => {
    const lost = new Authenticator();
    const other = await signedIn(world, world.lisi, ["editor"], "humbur@lisi.example");
    await add(other, lost);
    const { id } = await world.lisi.db.read((tx) =>
      tx.selectFrom("accounts").where("email", "=", other.email).select("id").executeTakeFirstOrThrow(),
    );
    expect((await arta.post(`/admin/perdoruesit/${id}/kodi`)).status).toBe(303);
    const visitor = visitorOf(world, world.lisi);
    await refused(await use(visitor, lost.use(await challenge(visitor), atLisi)));
  });

  it("is shut out with its account", async () => {
    const own = new Authenticator();
    const other = await signedIn(world, world.lisi, ["editor"], "larguar@lisi.example");
    await add(other, own);
    await world.lisi.db.write((tx) =>
      tx.updateTable("accounts").set({ state: "disabled" }).where("email", "=", other.email).execute(),
    );
    const visitor = visitorOf(world, world.lisi);
    await refused(await use(visitor, own.use(await challenge(visitor), atLisi)));
  });
});

describe("What a passkey says", () => {
  it("is taken once: replayed, it opens nothing", async () => {
    const visitor = visitorOf(world, world.lisi);
    const holder = await challenge(visitor);
    const cookie = visitor.cookie;
    const said = key.use(holder, atLisi);
    expect((await use(visitor, said)).status).toBe(303);
    visitor.cookie = cookie;
    await refused(await use(visitor, said));
  });

  it("is of no use to a browser that was not asked, nor for another purpose", async () => {
    const asked = visitorOf(world, world.lisi);
    const said = key.use(await challenge(asked), atLisi);
    await refused(await use(visitorOf(world, world.lisi), said));
    const another = visitorOf(world, world.lisi);
    await challenge(another);
    await refused(await use(another, said));
    // A challenge for signing in makes no passkey, and the other way round.
    const made = new Authenticator();
    const answer = await arta.post("/admin/llogaria/celesat", {
      name: "Tjetër",
      response: made.make(await challenge(visitorOf(world, world.lisi)), atLisi),
    });
    await refused(answer);
  });

  it("has five minutes", async () => {
    const now = world.clock.now();
    const visitor = visitorOf(world, world.lisi);
    const said = key.use(await challenge(visitor), atLisi);
    world.clock.moveTo(new Date(now.getTime() + 5 * 60_000));
    await refused(await use(visitor, said));
    world.clock.moveTo(now);
  });

  it("is refused from another site, for another host, by a stranger’s key and without knowing its owner", async () => {
    const stranger = new Authenticator();
    for (const say of [
      (asked: string) => key.use(asked, { ...atLisi, origin: "http://lisi.localhost.tjeter.example" }),
      (asked: string) => key.use(asked, { ...atLisi, origin: "http://krasta.localhost" }),
      (asked: string) => key.use(asked, { ...atLisi, rpId: "krasta.localhost" }),
      (asked: string) => key.use(asked, { ...atLisi, rpId: "localhost" }),
      (asked: string) => key.use(asked, { ...atLisi, isRecognised: false }),
      (asked: string) => stranger.use(asked, atLisi),
      (asked: string) => {
        const [said, mine] = [JSON.parse(stranger.use(asked, atLisi)), key.id.toString("base64url")];
        return JSON.stringify({ ...said, id: mine, rawId: mine });
      },
      () => key.use("AAAA", atLisi),
      () => "",
      () => "{",
      () => "null",
      () => '{"id":"x"}',
    ]) {
      const visitor = visitorOf(world, world.lisi);
      await refused(await use(visitor, say(await challenge(visitor))));
      expect((await visitor.get("/admin")).status).toBe(303);
    }
  });

  it("is refused once it counts less than before, as a copied key would", async () => {
    const copied = new Authenticator();
    await add(arta, copied, "Me kopje");
    copied.counter = 40;
    const visitor = visitorOf(world, world.lisi);
    expect((await use(visitor, copied.use(await challenge(visitor), atLisi))).status).toBe(303);
    copied.counter = 12;
    const thief = visitorOf(world, world.lisi);
    await refused(await use(thief, copied.use(await challenge(thief), atLisi)));
  });

  it("makes no passkey where another site asked, or the owner was not recognised", async () => {
    const made = new Authenticator();
    for (const saying of [
      { ...atLisi, origin: "http://tjeter.example" },
      at("krasta.localhost"),
      { ...atLisi, isRecognised: false },
    ])
      await refused(await add(arta, made, "I huaj", saying));
    expect(await (await arta.get("/admin/llogaria")).text()).not.toContain("I huaj");
  });
});

describe("In the neighbouring council", () => {
  it("a passkey is unknown, and a challenge of one is none of the other", async () => {
    const atKrasta = at("krasta.localhost");
    const visitor = visitorOf(world, world.krasta);
    await refused(await use(visitor, key.use(await challenge(visitor), atKrasta)));
    const lisi = visitorOf(world, world.lisi);
    const asked = await challenge(lisi);
    const here = visitorOf(world, world.krasta);
    here.cookie = lisi.cookie;
    await refused(await use(here, key.use(asked, atKrasta)));
  });
});

describe("On one’s own page", () => {
  it("a passkey needs a name, and the password where that was given long ago", async () => {
    expect((await add(arta, new Authenticator(), " ")).status).toBe(422);
    const now = world.clock.now();
    world.clock.moveTo(new Date(now.getTime() + 20 * 60_000));
    const answer = await add(arta, new Authenticator(), "Pa fjalëkalim");
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining("Ky nuk është fjalëkalimi juaj."),
    ]);
    const passkey = key.id.toString("base64url");
    expect((await arta.post("/admin/llogaria/celesat/heqja", { passkey })).status).toBe(422);
    world.clock.moveTo(now);
  });

  it("the other language leads to the page, and not to where the form was sent", async () => {
    const html = await (await add(arta, new Authenticator(), " ")).text();
    expect(html).toContain('href="/en/admin/account"');
    expect(html).not.toContain('href="/en/admin/account/passkeys"');
  });

  it("there are twenty at the most", async () => {
    const collector = await signedIn(world, world.lisi, ["editor"], "koleksionist@lisi.example");
    for (let each = 0; each < 20; each++)
      expect((await add(collector, new Authenticator(), `${each}`)).status).toBe(303);
    const answer = await collector.post("/admin/llogaria/celesat/sfida", {}, { accept: "application/json" });
    expect(answer.status).toBe(409);
  });
});

it("An operator signs in with a passkey at the operator’s host, and at no council’s", async () => {
  const operator = await signedInOperator(world);
  const own = new Authenticator();
  const atConsole = at("operator.localhost");
  const asked = await challenge(operator, "/konsola/llogaria/celesat/sfida");
  const made = await operator.post("/konsola/llogaria/celesat", {
    name: "Çelësi",
    response: own.make(asked, atConsole),
  });
  expect(made.status).toBe(303);
  const again = operatorOf(world);
  const response = own.use(await challenge(again, "/konsola/hyrja/celesi/sfida"), atConsole);
  const answer = await again.post("/konsola/hyrja/celesi", { response });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/konsola"]);
  const visitor = visitorOf(world, world.lisi);
  await refused(await use(visitor, own.use(await challenge(visitor), atLisi)));
});
