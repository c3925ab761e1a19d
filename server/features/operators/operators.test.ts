import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goodPassword, signedIn, visitorOf } from "../../../tests/support/accounts.ts";
import {
  operatorHost,
  operatorInvitation,
  operatorOf,
  signedInOperator,
  visitTo,
} from "../../../tests/support/operators.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { endVisitsOf } from "./visits.service.ts";

let world: TestWorld;
let operator: Awaited<ReturnType<typeof signedInOperator>>;
const reason = "Sekretarja kërkoi ndihmë me stemën";

beforeAll(async () => {
  world = await createWorld();
  operator = await signedInOperator(world);
});
afterAll(() => world.end());

/** The way into a council, as the console shows it. */
async function handOverTo(council: TestCouncil): Promise<string> {
  const answer = await operator.post(`/konsola/keshillat/${council.slug}`, { reason });
  expect(answer.status).toBe(200);
  const link = /href="(http:\/\/[^"]+\/admin\/operatori\/[\w-]{43})"/.exec(await answer.text())?.[1];
  const { host, pathname } = new URL(link!);
  expect(host).toBe(council.host);
  return pathname;
}
const auditOf = (council: TestCouncil, action: string) =>
  council.db.read((tx) =>
    tx.selectFrom("audit_log").where("action", "=", action).orderBy("id", "desc").selectAll().execute(),
  );
const refusal = /përdorur, ka skaduar ose nuk është për këtë këshill/;

describe("An operator", () => {
  it("sees the councils, enters one with a reason, and the council’s audit says who, why and until when", async () => {
    const home = await (await operator.get("/konsola")).text();
    expect(home).toContain("Këshilli Bashkiak Lisi");
    expect(home).toContain("Këshilli Bashkiak Krasta");
    const path = await handOverTo(world.lisi);
    const visitor = visitorOf(world, world.lisi);
    const before = await (await visitor.get(path)).text();
    expect(before).toContain(reason);
    expect(before).toContain("Besa Operatore");
    const entered = await visitor.post(path);
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/admin"]);
    const day = await (await visitor.get("/admin")).text();
    expect(day).toContain("Besa Operatore, operator, deri në orën 11:00:");
    expect(day).toContain(reason);
    const [noted] = await auditOf(world.lisi, "operator.entered");
    expect(noted).toMatchObject({
      actor: { kind: "operator", name: "Besa Operatore", reason },
      after: { reason, until: "2026-03-05T10:00:00.000Z" },
    });
    expect(await auditOf(world.krasta, "operator.entered")).toEqual([]);
    const audit = await (await (await signedIn(world, world.lisi, ["secretary"])).get("/admin/auditi")).text();
    expect(audit).toContain("Besa Operatore");
    expect(audit).toContain(reason);
  });

  it("is named beside whatever is changed on the visit", async () => {
    const visitor = visitorOf(world, world.lisi);
    visitor.cookie = `session=${await visitTo(world, world.lisi, reason)}`;
    const answer = await visitor.post("/admin/cilesimet/ngjyra", { brand: "#1f4e79" });
    expect(answer.status).toBe(303);
    const [noted] = await auditOf(world.lisi, "settings.changed");
    expect(noted?.actor).toMatchObject({ kind: "operator", name: "Besa Operatore", reason });
  });

  it("leaves with a button, and is out at once", async () => {
    const visitor = visitorOf(world, world.lisi);
    visitor.cookie = `session=${await visitTo(world, world.lisi)}`;
    const cookie = visitor.cookie;
    expect((await visitor.post("/admin/dalja")).status).toBe(303);
    visitor.cookie = cookie;
    expect((await visitor.get("/admin")).headers.get("location")).toBe("/admin/hyrja");
    expect((await auditOf(world.lisi, "operator.left"))[0]?.actor).toMatchObject({ kind: "operator" });
  });

  it("is seen by the secretary among the people, and shown out", async () => {
    const visitor = visitorOf(world, world.lisi);
    visitor.cookie = `session=${await visitTo(world, world.lisi, reason)}`;
    const secretary = await signedIn(world, world.lisi, ["secretary"], "portiere@lisi.example");
    const people = await (await secretary.get("/admin/perdoruesit")).text();
    expect(people).toContain("Tani është këtu");
    const visit = /name="visit" value="([\w-]+)"/.exec(people)![1]!;
    const neighbour = await signedIn(world, world.krasta, ["secretary"], "portiere@krasta.example");
    await neighbour.post("/admin/perdoruesit/mbyll-viziten", { visit });
    expect((await visitor.get("/admin")).status).toBe(200);
    expect(await (await neighbour.get("/admin/perdoruesit")).text()).toContain("Asnjë operator nuk ka qenë këtu.");
    for (const [, one] of people.matchAll(/name="visit" value="([\w-]+)"/g))
      expect((await secretary.post("/admin/perdoruesit/mbyll-viziten", { visit: one! })).status).toBe(303);
    expect((await visitor.get("/admin")).status).toBe(303);
    expect((await visitor.post("/admin/perdoruesit/mbyll-viziten", { visit: "x" })).status).toBe(303);
  });

  it("is out after an hour, whatever is done meanwhile", async () => {
    const now = world.clock.now();
    const visitor = visitorOf(world, world.lisi);
    visitor.cookie = `session=${await visitTo(world, world.lisi)}`;
    world.clock.moveTo(new Date(now.getTime() + 59 * 60_000));
    expect((await visitor.get("/admin")).status).toBe(200);
    world.clock.moveTo(new Date(now.getTime() + 60 * 60_000));
    expect((await visitor.get("/admin")).status).toBe(303);
    world.clock.moveTo(now);
  });

  it("gives a reason in a sentence, or stays outside", async () => {
    for (const [given, said] of [
      ["", /mungon/],
      ["test", /Thoni me një fjali/],
      ["x".repeat(501), /tepër i gjatë/],
    ] as const) {
      const answer = await operator.post("/konsola/keshillat/lisi", { reason: given });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toMatch(said);
    }
    expect((await operator.post("/konsola/keshillat/askund", { reason })).status).toBe(404);
  });
});

it("Whoever is shut out leaves every council, also by a hand-over that was not used yet", async () => {
  const visitor = visitorOf(world, world.lisi);
  visitor.cookie = `session=${await visitTo(world, world.lisi)}`;
  const { operator_id } = await world.lisi.db.read((tx) =>
    tx
      .selectFrom("operator_visits")
      .where("left_at", "is", null)
      .where("entered_at", "is not", null)
      .orderBy("entered_at", "desc")
      .select("operator_id")
      .executeTakeFirstOrThrow(),
  );
  const by = { actor: { kind: "system", name: "operator close" }, now: world.clock.now() } as const;
  await world.lisi.db.write((tx) => endVisitsOf(tx, by, operator_id));
  expect((await visitor.get("/admin")).status).toBe(303);
});

describe("A hand-over", () => {
  const visits = () => world.lisi.db.read((tx) => tx.selectFrom("operator_visits").selectAll().execute());
  const refused = async (council: TestCouncil, path: string) => {
    const visitor = visitorOf(world, council);
    for (const answer of [await visitor.get(path), await visitor.post(path)]) {
      expect(answer.status).toBe(410);
      const html = await answer.text();
      expect(html).toMatch(refusal);
      expect(html).not.toContain(reason);
      expect(html).not.toContain("Besa");
    }
    expect(visitor.cookie).toBeUndefined();
  };

  it("works once: whoever comes second finds it used", async () => {
    const path = await handOverTo(world.lisi);
    const many = await Promise.all(Array.from({ length: 5 }, () => visitorOf(world, world.lisi).post(path)));
    expect(many.map(({ status }) => status).sort()).toEqual([303, 410, 410, 410, 410]);
    await refused(world.lisi, path);
  });

  it("is not used up by looking at it", async () => {
    const path = await handOverTo(world.lisi);
    for (let each = 0; each < 3; each++) expect((await visitorOf(world, world.lisi).get(path)).status).toBe(200);
    expect((await visitorOf(world, world.lisi).post(path)).status).toBe(303);
  });

  it("is worth nothing in another council, after two minutes, or once there is a newer one", async () => {
    const path = await handOverTo(world.lisi);
    await refused(world.krasta, path);
    const newer = await handOverTo(world.lisi);
    await refused(world.lisi, path);
    const now = world.clock.now();
    world.clock.moveTo(new Date(now.getTime() + 2 * 60_000));
    await refused(world.lisi, newer);
    world.clock.moveTo(now);
  });

  it("cannot be forged, not even by whoever can write into the council’s tables", async () => {
    await refused(world.lisi, `/admin/operatori/${"A".repeat(43)}`);
    const path = await handOverTo(world.lisi);
    // Another operator, a later end: the signature is of neither.
    for (const change of [{ operator_id: crypto.randomUUID() }, { expires_at: new Date("2027-01-01") }]) {
      const kept = (await visits()).find(({ entered_at }) => entered_at === null)!;
      await world.lisi.db.write((tx) =>
        tx.updateTable("operator_visits").set(change).where("id", "=", kept.id).execute(),
      );
      await refused(world.lisi, path);
      const { operator_id, expires_at } = kept;
      await world.lisi.db.write((tx) =>
        tx.updateTable("operator_visits").set({ operator_id, expires_at }).where("id", "=", kept.id).execute(),
      );
    }
    expect((await visitorOf(world, world.lisi).post(path)).status).toBe(303);
  });

  it("is kept as a hash, and another site can not make a browser use it", async () => {
    const path = await handOverTo(world.lisi);
    expect(JSON.stringify(await visits())).not.toContain(path.split("/").at(-1));
    const answer = await visitorOf(world, world.lisi).post(path, {}, { "sec-fetch-site": "cross-site" });
    expect(answer.status).toBe(403);
  });
});

describe("The console", () => {
  it("is at the operator’s host alone", async () => {
    const { lisi } = world;
    const secretary = await signedIn(world, lisi, ["secretary"], "sekretarja@lisi.example");
    for (const path of ["/konsola", "/en/console", "/konsola/keshillat/krasta", "/konsola/hyrja"]) {
      expect((await secretary.get(path)).status, path).toBe(404);
      expect((await world.ask("localhost", path)).status, path).toBe(404);
    }
    expect((await secretary.post("/konsola/keshillat/krasta", { reason })).status).toBe(404);
  });

  it("has no public site, no council and no search engine beside it", async () => {
    for (const path of ["/anetaret", "/admin", "/api/v1/council", "/sitemap.xml", "/manifest.webmanifest"])
      expect((await world.ask(operatorHost, path)).status, path).toBe(404);
    expect((await world.ask(operatorHost, "/")).headers.get("location")).toBe("/konsola");
    expect((await world.ask(operatorHost, "/en/")).headers.get("location")).toBe("/en/console");
    expect(await (await world.ask(operatorHost, "/robots.txt")).text()).toContain("Disallow: /");
  });

  it("knows no secretary: neither their password nor their session lets in", async () => {
    const email = "sekretarja.tjeter@lisi.example";
    const secretary = await signedIn(world, world.lisi, ["secretary"], email);
    const stranger = operatorOf(world);
    stranger.cookie = secretary.cookie;
    expect((await stranger.get("/konsola")).headers.get("location")).toBe("/konsola/hyrja");
    const answer = await stranger.post("/konsola/hyrja", { email, password: goodPassword });
    expect(answer.status).toBe(422);
  });

  it("opens no council: the operator’s own session and password are worth nothing there", async () => {
    const visitor = visitorOf(world, world.lisi);
    visitor.cookie = operator.cookie;
    expect((await visitor.get("/admin")).headers.get("location")).toBe("/admin/hyrja");
    expect((await visitor.get("/api/v1/admin/editing/edits")).status).toBe(401);
    const answer = await visitor.post("/admin/hyrja", { email: operator.email, password: goodPassword });
    expect(answer.status).toBe(422);
  });

  it("has an account of one’s own with password, codes and sessions, in both languages", async () => {
    const own = await (await operator.get("/konsola/llogaria")).text();
    expect(own).toContain(operator.email);
    expect(own).toContain("Ku kam hyrë");
    expect(await (await operator.get("/en/console/account")).text()).toContain("Where I am signed in");
    const renewed = await operator.post("/konsola/llogaria/rezerva");
    expect((await renewed.text()).match(/<code>[a-z2-7-]{19}<\/code>/g)).toHaveLength(10);
  });

  it("lets in with password and code only", async () => {
    const another = operatorOf(world);
    const { email } = operator;
    expect((await another.post("/konsola/hyrja", { email, password: "jo ky fjalëkalim" })).status).toBe(422);
    const first = await another.post("/konsola/hyrja", { email, password: goodPassword });
    expect(first.headers.get("location")).toBe("/konsola/kodi");
    expect((await another.get("/konsola")).headers.get("location")).toBe("/konsola/kodi");
    const now = world.clock.now();
    world.clock.moveTo(new Date(now.getTime() + 60_000));
    expect((await another.post("/konsola/kodi", { code: operator.code() })).headers.get("location")).toBe("/konsola");
    world.clock.moveTo(now);
  });

  it("keeps an invitation for one person, once", async () => {
    const token = await operatorInvitation(world, "tjetri@portali.example");
    const accept = () => operatorOf(world).post(`/konsola/ftesa/${token}`, { name: "Tjetri", password: goodPassword });
    expect((await accept()).status).toBe(303);
    expect((await accept()).status).toBe(410);
  });
});
