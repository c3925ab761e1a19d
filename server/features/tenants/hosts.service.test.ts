import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, visitorOf } from "../../../tests/support/accounts.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { openOperatorDb } from "../../db/operator-db.ts";
import type { RegistryDb } from "../../db/registry-db.ts";
import { addHost, ownDomain, removeHost, verifyHost } from "./hosts.service.ts";
import { setCouncilState } from "./tenants.service.ts";

let world: TestWorld;
let operator: RegistryDb;
const now = new Date("2026-03-05T09:00:00Z");
/** What DNS answers. */
const zone = new Map<string, string[][]>();
const resolveTxt = async (name: string) => {
  const records = zone.get(name);
  if (!records) throw Object.assign(new Error("queryTxt ENODATA"), { code: "ENODATA" });
  return records;
};

beforeAll(async () => {
  world = await createWorld();
  operator = openOperatorDb(world.database.appUrl);
});
afterAll(async () => {
  await operator.destroy();
  await world.end();
});

async function statusOf(host: string, path = "/api/v1/council") {
  await world.services.registry.reload();
  const answer = await world.ask(host, path);
  return [answer.status, answer.headers.get("location")].filter((part) => part !== null).join(" ");
}

async function proven(host: string, slug: string, primary: boolean) {
  const added = await addHost(operator, { slug, host, challenge: `c-${host}` });
  if (added.outcome !== "added") throw new Error(added.outcome);
  zone.set(added.proof.name, [["v=spf1 -all"], [added.proof.value.slice(0, 5), added.proof.value.slice(5)]]);
  return verifyHost(operator, resolveTxt, { slug, host, primary, now });
}

describe("A council's own domain", () => {
  it("leads nowhere until DNS proves that it is the council's", async () => {
    const host = "keshilli.lisi.al";
    const added = await addHost(operator, { slug: "lisi", host, challenge: "abc123" });
    expect(added).toEqual({
      outcome: "added",
      proof: { name: "_e-keshilli.keshilli.lisi.al", value: "e-keshilli=abc123" },
    });
    expect(await statusOf(host)).toBe("404");

    const verify = () => verifyHost(operator, resolveTxt, { slug: "lisi", host, primary: false, now });
    expect(await verify()).toMatchObject({ outcome: "not_proven", found: [], failure: null });
    zone.set("_e-keshilli.keshilli.lisi.al", [["e-keshilli=something else"]]);
    expect(await verify()).toMatchObject({ outcome: "not_proven", found: ["e-keshilli=something else"] });
    expect(await statusOf(host)).toBe("404");

    zone.set("_e-keshilli.keshilli.lisi.al", [["e-keshilli=abc123"]]);
    expect(await verify()).toEqual({ outcome: "verified", isPrimary: false });
    expect(await statusOf(host, "/aktet?viti=2025")).toBe("301 http://lisi.localhost/aktet?viti=2025");
  });

  it("says when DNS itself does not answer", async () => {
    await addHost(operator, { slug: "lisi", host: "heshtur.al", challenge: "c" });
    const silent = () => Promise.reject(Object.assign(new Error("timeout"), { code: "ETIMEOUT" }));
    expect(await verifyHost(operator, silent, { slug: "lisi", host: "heshtur.al", primary: false, now })).toMatchObject(
      { outcome: "not_proven", failure: "ETIMEOUT" },
    );
  });

  it("can be the council's address, to which the others lead, until it is removed", async () => {
    const secretary = await signedIn(world, world.krasta, ["secretary"]);
    expect(await proven("krasta.gov.al", "krasta", true)).toEqual({ outcome: "verified", isPrimary: true });
    expect(await statusOf("krasta.gov.al")).toBe("200");
    expect(await statusOf("krasta.localhost", "/en/acts")).toBe("301 http://krasta.gov.al/en/acts");

    // A form of the workspace that was open meanwhile is saved; whoever has no session there is led on.
    const saved = await secretary.post("/admin/llogaria/te-dhenat", { name: "Pas Zhvendosjes", language: "sq" });
    expect([saved.status, saved.headers.get("location")]).toEqual([303, "/admin/llogaria?done=profile_changed"]);
    const refused = await secretary.post("/admin/llogaria/te-dhenat", { name: "", language: "sq" });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("Llogaria ime")]);
    expect((await secretary.get("/admin/llogaria")).headers.get("location")).toBe(
      "http://krasta.gov.al/admin/llogaria",
    );
    const stranger = await visitorOf(world, world.krasta).post("/admin/hyrja", {});
    expect([stranger.status, stranger.headers.get("location")]).toEqual([301, "http://krasta.gov.al/admin/hyrja"]);

    expect(await removeHost(operator, { slug: "krasta", host: "krasta.gov.al" })).toEqual({ outcome: "removed" });
    expect(await statusOf("krasta.gov.al")).toBe("404");
    expect(await statusOf("krasta.localhost")).toBe("200");
  });

  it("is closed with the council's site, and told apart from an unknown one", async () => {
    await proven("mbyllur.al", "krasta", true);
    await setCouncilState(operator, "krasta", "suspended");
    expect(await statusOf("mbyllur.al")).toBe("503");
    await setCouncilState(operator, "krasta", "live");
    expect(await statusOf("mbyllur.al")).toBe("200");
    await removeHost(operator, { slug: "krasta", host: "mbyllur.al" });
  });

  it("of one council cannot be taken, verified or removed for another", async () => {
    const host = "i-lisit.al";
    await addHost(operator, { slug: "lisi", host, challenge: "mine" });
    zone.set(`_e-keshilli.${host}`, [["e-keshilli=mine"]]);
    expect(await addHost(operator, { slug: "krasta", host, challenge: "theirs" })).toEqual({ outcome: "taken" });
    expect(await verifyHost(operator, resolveTxt, { slug: "krasta", host, primary: true, now })).toEqual({
      outcome: "unknown",
    });
    expect(await removeHost(operator, { slug: "krasta", host })).toEqual({ outcome: "unknown" });
    expect(await statusOf(host)).toBe("404");
  });

  it("keeps its first challenge when it is noted again", async () => {
    const added = await addHost(operator, { slug: "lisi", host: "dyhere.al", challenge: "first" });
    const again = await addHost(operator, { slug: "lisi", host: "dyhere.al", challenge: "second" });
    expect([added.outcome, again.outcome]).toEqual(["added", "waiting"]);
    expect(again).toMatchObject({ proof: { value: "e-keshilli=first" } });
  });

  it("may be written with Albanian letters", () => {
    expect(ownDomain("Këshilli.AL.", "portali.al")).toBe("xn--kshilli-rya.al");
  });

  it.each(["korce", "portali.al", "korce.portali.al", "10.0.0.1", "[::1]", "a b.al", "-x.al", "", "x..al", "a.al:80"])(
    "cannot be %j",
    (typed) => expect(ownDomain(typed, "portali.al")).toBeNull(),
  );
});

it("the portal's own subdomain of a council cannot be removed", async () => {
  expect(await removeHost(operator, { slug: "lisi", host: "lisi.localhost" })).toEqual({ outcome: "own_subdomain" });
  expect(await statusOf("lisi.localhost")).toBe("200");
});

describe("A running process", () => {
  beforeAll(() => world.start());

  it("hears of a new address by itself", async () => {
    expect((await world.ask("papritur.al", "/api/v1/council")).status).toBe(404);
    await proven("papritur.al", "lisi", true);
    await expect.poll(async () => (await world.ask("papritur.al", "/api/v1/council")).status).toBe(200);
  });

  it("says within seconds, on pages that were kept too, that a council went live and where it lives now", async () => {
    const page = async (host: string) => (await world.ask(host, "/", { headers: { accept: "text/html" } })).text();
    const poll = (host: string) => expect.poll(() => page(host));
    await setCouncilState(operator, "krasta", "onboarding");
    await poll("krasta.localhost").toContain('content="noindex"');
    await setCouncilState(operator, "krasta", "live");
    await poll("krasta.localhost").not.toContain('content="noindex"');

    await proven("e-krastes.al", "krasta", true);
    await poll("e-krastes.al").toContain('<link rel="canonical" href="http://e-krastes.al/">');
    await removeHost(operator, { slug: "krasta", host: "e-krastes.al" });
    await poll("krasta.localhost").toContain('<link rel="canonical" href="http://krasta.localhost/">');
  });
});
