import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goodPassword, signedIn, type Visitor, visitorOf } from "../../../tests/support/accounts.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { sessionCookieName } from "../../auth/cookie.ts";

/** A password from an address of the network, as the process hears it, for somebody new each time unless named. */
let guesses = 0;
const guess = (
  { app, lisi: { host } }: TestWorld,
  from: string,
  forwarded?: string,
  email = `dikush${++guesses}@lisi.example`,
  password = "gabim gabim gabim",
) =>
  app.request(
    `http://${host}/admin/hyrja`,
    {
      method: "POST",
      body: new URLSearchParams({ email, password }),
      headers: {
        ...{ host, accept: "text/html", "sec-fetch-site": "same-origin" },
        ...(forwarded !== undefined && { "x-forwarded-for": forwarded }),
      },
    },
    { incoming: { url: "/admin/hyrja", socket: { remoteAddress: from } } },
  );

/** Fifty failures, each for another account, so that no account is closed by them. */
async function fail(times: number, send: (at: number) => Response | Promise<Response>) {
  const statuses = new Set<number>();
  for (let at = 0; at < times; at += 1) statuses.add((await send(at)).status);
  return [...statuses];
}

describe("Guessing from one address of the network", () => {
  let open: TestWorld;
  let behind: TestWorld;
  beforeAll(async () => {
    [open, behind] = [await createWorld(), await createWorld({ TRUST_PROXY: "1" })];
  });
  afterAll(() => Promise.all([open.end(), behind.end()]));

  it("ends after fifty failures whoever is tried, whatever the header says; elsewhere one still comes in", async () => {
    const arta = await signedIn(open, open.lisi, ["secretary"]);
    const isHers = (from: string, forwarded?: string) => guess(open, from, forwarded, arta.email, goodPassword);
    expect(await fail(50, (at) => guess(open, "192.0.2.7", `198.51.100.${at}`))).toEqual([422]);
    const refused = await isHers("192.0.2.7");
    expect([refused.status, (await refused.text()).includes("pas 15 minutash")]).toEqual([429, true]);
    for (const forged of ["203.0.113.9", "203.0.113.9, 192.0.2.8", "127.0.0.1", ""])
      expect((await isHers("192.0.2.7", forged)).status, forged).toBe(429);
    expect((await isHers("192.0.2.8", "192.0.2.7")).status).toBe(303);
    // After a quarter of an hour it begins again, and the neighbour counts by itself.
    const before = open.clock.now();
    open.clock.moveTo(new Date(before.getTime() + 15 * 60_000));
    expect((await isHers("192.0.2.7")).status).toBe(303);
    open.clock.moveTo(before);
  }, 60_000);

  it("behind a proxy counts by the address that the proxy saw, not by what was written to the left of it", async () => {
    const arta = await signedIn(behind, behind.lisi, ["secretary"]);
    const isHers = (forwarded: string) => guess(behind, "10.0.0.2", forwarded, arta.email, goodPassword);
    expect(await fail(50, (at) => guess(behind, "10.0.0.2", `203.0.113.${at}, 192.0.2.7`))).toEqual([422]);
    for (const forged of ["192.0.2.7", "198.51.100.1, 192.0.2.7", "192.0.2.8, 192.0.2.7"])
      expect((await isHers(forged)).status, forged).toBe(429);
    expect((await isHers("192.0.2.7, 192.0.2.8")).status).toBe(303);
  }, 60_000);
});

describe("The cookie of a session", () => {
  const cookieOf = (answer: Response) => answer.headers.getSetCookie();

  it("behind TLS is bound by its name to this host, is sent through TLS alone, and no script reads it", async () => {
    const world = await createWorld({ PUBLIC_ORIGIN_SCHEME: "https" });
    const arta = await signedIn(world, world.lisi, ["secretary"]);
    const visitor: Visitor = visitorOf(world, world.lisi);
    const [set, ...others] = cookieOf(
      await visitor.post("/admin/hyrja", { email: arta.email, password: goodPassword }),
    );
    expect(others).toEqual([]);
    expect(set).toMatch(/^__Host-session=[\w-]{20,}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const [gone] = cookieOf(await visitor.post("/admin/dalja"));
    expect(gone).toMatch(/^__Host-session=; .*Max-Age=0/);
    for (const part of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"]) expect(gone!.split("; ")).toContain(part);
    expect(gone).not.toMatch(/domain/i);
    // Under the plain name, which any page of a sister host could set, it is no session.
    const plain = arta.cookie!.replace("__Host-session", sessionCookieName("http"));
    const answer = await world.lisi.get("/admin", { accept: "text/html", cookie: plain });
    expect([answer.status, (await arta.get("/admin")).status]).toEqual([303, 200]);
    await world.end();
  });

  it("without TLS is the same but for what TLS alone can hold", async () => {
    const world = await createWorld();
    const arta = await signedIn(world, world.lisi, ["secretary"]);
    const [set] = cookieOf(
      await visitorOf(world, world.lisi).post("/admin/hyrja", { email: arta.email, password: goodPassword }),
    );
    expect(set).toMatch(/^session=[\w-]{20,}; Path=\/; HttpOnly; SameSite=Lax$/);
    await world.end();
  });
});
