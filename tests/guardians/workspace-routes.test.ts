import { inspectRoutes } from "hono/dev";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSession } from "../../server/auth/sessions.ts";
import { type Role, roles } from "../../server/features/accounts/roles.shared.ts";
import type { WorkspaceParts } from "../../server/workspace/feature.ts";
import { workspaceFeatures } from "../../server/workspace/features.ts";
import { accountFor } from "../support/accounts.ts";
import { chamberOf } from "../support/chamber.ts";
import { visitTo } from "../support/operators.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../support/world.ts";
import { type May, readRights } from "./workspace-routes/rights.ts";

const rights = await readRights();

let world: TestWorld;
const accounts = new Map<string, string>();
/** A session of each role at the neighbour's. */
const neighbours = new Map<Role, string>();
let ownPerson: string;
/** Of nothing that there is. */
const guessed = "0b9d7a3e-5d1c-4c8f-9e53-3d1f1c1d2e3f";
beforeAll(async () => {
  world = await createWorld();
  ownPerson = (await chamberOf(world, world.lisi).person("Teuta Marku")).id;
  accounts.set("own_profile", await accountFor(world, world.lisi, ["councillor"], "teuta@lisi.example", ownPerson));
  for (const role of roles) accounts.set(role, await accountFor(world, world.lisi, [role]));
  accounts.set("none", await accountFor(world, world.lisi, []));
  for (const role of roles)
    neighbours.set(role, await signedOn(world.krasta, await accountFor(world, world.krasta, [role])));
});
afterAll(() => world.end());

const signedOn = async (council: TestCouncil, accountId: string, verified = true) =>
  `session=${await startSession({ db: council.db, clock: world.clock }, { accountId, userAgent: "", verified })}`;

/** To the password, or to the second factor that is still to come. */
const wayIn = /^\/admin\/(hyrja|(llogaria\/)?kodi)|^\/en\/admin\/(sign-in|(account\/)?code)/;

/** Asks as somebody would who guesses ids and sends an empty form. @param parts of the address that are known */
async function ask(route: string, cookie?: string, parts: Readonly<Record<string, string>> = {}) {
  const [method, template] = route.split(" ") as [string, string];
  const path = template.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => parts[name] ?? guessed);
  const form = method === "GET" ? {} : { body: new URLSearchParams(parts.id && { id: parts.id }) };
  const headers = { accept: "text/html", "sec-fetch-site": "same-origin", ...(cookie && { cookie }) };
  const answer = await world.ask("lisi.localhost", path, { method, ...form, headers });
  // A failure lets nobody in and refuses nobody.
  expect(answer.status, `${method} ${path}`).toBeLessThan(500);
  const toSignIn = answer.status === 303 && wayIn.test(answer.headers.get("location") ?? "");
  if (answer.status === 401 || toSignIn) return "sign in first";
  return answer.status === 403 ? "refused" : "answered";
}

/** The routes are only named here, and lent nothing. */
const noParts = {} as WorkspaceParts;

const isOurs = (path: string) => /^\/admin(\/|$)|^\/api\/v1\/admin\//.test(path);

it("every route of the workspace is on the list of who may ask it, and the list has no other", () => {
  const routes = inspectRoutes(world.app)
    .filter(({ isMiddleware, path }) => !isMiddleware && isOurs(path) && path !== "/admin/*")
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(routes)].sort()).toEqual(Object.keys(rights).sort());
});

it("every page is there in English too", () => {
  const services = world.services;
  const pages = workspaceFeatures.flatMap((feature) => feature(services, noParts).routes);
  expect(pages.length).toBeGreaterThan(4);
  for (const { path } of pages) {
    expect(path.sq).toMatch(/^\/admin(\/|$)/);
    expect(path.en).toMatch(/^\/en\/admin(\/|$)/);
  }
});

it("the other language leads to a page, also after a form was refused", async () => {
  const routes = workspaceFeatures.flatMap((feature) => feature(world.services, noParts).routes);
  const pages = routes
    .filter(({ method }) => method === "GET")
    .map(({ path }) => new RegExp(`^${path.en.replace(/:\w+(\{[^}]*\})?/g, "[^/]+")}$`));
  const cookie = await signedOn(world.lisi, accounts.get("secretary")!);
  const headers = { accept: "text/html", "sec-fetch-site": "same-origin", cookie };
  const astray: string[] = [];
  let seen = 0;
  for (const { path } of routes.filter(({ method, path }) => method === "POST" && !/dalja$/.test(path.sq))) {
    const asked = path.sq.replace(/:\w+(\{[^}]*\})?/g, "0b9d7a3e-5d1c-4c8f-9e53-3d1f1c1d2e3f");
    const answer = await world.ask("lisi.localhost", asked, { method: "POST", body: new URLSearchParams(), headers });
    const other = /href="(\/en\/[^"?]*)[^>]*hreflang="en"/.exec(await answer.text())?.[1];
    if (other === undefined) continue;
    seen += 1;
    if (!pages.some((page) => page.test(other))) astray.push(`${path.sq} leads to ${other}`);
  }
  expect(seen).toBeGreaterThan(40);
  expect(astray).toEqual([]);
});

it("the other language leads to the same list and the same new thing, with all that was asked for", async () => {
  const cookie = await signedOn(world.lisi, accounts.get("secretary")!);
  const headers = { accept: "text/html", "sec-fetch-site": "same-origin", cookie };
  const linkAt = async (path: string, init: RequestInit = {}) => {
    const answer = await world.ask("lisi.localhost", path, { ...init, headers: { ...headers, ...init.headers } });
    return /href="(\/en\/[^"]*)[^>]*hreflang="en"/.exec(await answer.text())?.[1]?.replaceAll("&amp;", "&");
  };
  const fresh = await linkAt("/admin/publikimet/i-ri?element=V.1.1");
  expect(fresh).toBe("/en/admin/publications/new?element=V.1.1");
  expect((await world.ask("lisi.localhost", fresh!, { headers })).status).toBe(200);
  expect(await linkAt("/admin/mbledhjet?year=2026&done=saved")).toBe("/en/admin/meetings?year=2026");
  const sent = (referer: string) =>
    linkAt("/admin/publikimet/i-ri", {
      method: "POST",
      body: new URLSearchParams({ element: "V.1.1", "title.sq": "" }),
      headers: { referer },
    });
  const page = "http://lisi.localhost/admin/publikimet/i-ri?element=V.1.1";
  expect(await sent(page)).toBe("/en/admin/publications/new?element=V.1.1");
  expect(await sent(page.replace("lisi", "krasta"))).toBe("/en/admin/publications/new");
});

describe.each(Object.entries(rights))("%s", (route, may: May) => {
  const english = () => {
    const [method, path] = route.split(" ");
    const found = workspaceFeatures
      .flatMap((feature) => feature(world.services, noParts).routes)
      .find((one) => one.method === method && one.path.sq === path);
    return found ? [`${method} ${found.path.en}`] : [];
  };
  /** A route of any kind is asked for none that there is; of draft acts and of one's own it is asked for itself. */
  const mayAsk = (role: Role | "operator" | "none") =>
    typeof may === "string" ||
    (may.includes(role as Role) && (role !== "coordinator_consultation" || !/:(entity|list)/.test(route)));

  it("turns strangers away, and the neighbour’s people with them, whatever their role", async () => {
    const expected = may === "anybody" ? "answered" : "sign in first";
    // Who signs out, or comes to sign in, may well be led to the sign-in.
    const sees = async (asked: string, cookie?: string, who = "a stranger") =>
      may === "anybody"
        ? expect(await ask(asked, cookie), who).not.toBe("refused")
        : expect(await ask(asked, cookie), who).toBe(expected);
    for (const asked of [route, ...english()]) {
      await sees(asked);
      await sees(asked, `session=${"x".repeat(40)}`);
      for (const [role, cookie] of neighbours) await sees(asked, cookie, `the neighbour’s ${role}`);
    }
  });

  it("waits for the second factor, whatever the role", async () => {
    if (may === "anybody") return;
    for (const asked of [route, ...english()]) {
      const answer = await ask(asked, await signedOn(world.lisi, accounts.get("secretary")!, false));
      expect(answer, asked).toBe(may === "half signed in" ? "answered" : "sign in first");
    }
  });

  it("lets in exactly whom it is meant for", async () => {
    for (const role of [...roles, "none" as const])
      for (const asked of [route, ...english()]) {
        const answer = await ask(asked, await signedOn(world.lisi, accounts.get(role)!));
        if (may === "anybody") expect(answer, role).not.toBe("refused");
        else expect(answer, `${asked} as ${role}`).toBe(mayAsk(role) ? "answered" : "refused");
      }
  });

  it("lets a councillor do to the own page what is theirs, to anybody else’s nothing, and without a person nothing at all", async () => {
    if (typeof may === "string") return;
    const isOwn = may.includes("own_profile");
    for (const asked of [route, ...english()]) {
      const own = { entity: "person", id: ownPerson };
      const linked = await signedOn(world.lisi, accounts.get("own_profile")!);
      expect(await ask(asked, linked, own), asked).toBe(isOwn ? "answered" : "refused");
      const isOfOne = /:(id|entity)/.test(route) && !/\/edits\//.test(route);
      if (isOfOne) {
        expect(await ask(asked, linked, { entity: "person", id: guessed }), asked).toBe("refused");
        expect(await ask(asked, linked, { entity: "publication", id: ownPerson }), asked).toBe(
          isOwn && !/:entity/.test(route) ? "answered" : "refused",
        );
      }
      const unlinked = await signedOn(world.lisi, accounts.get("councillor")!);
      expect(await ask(asked, unlinked, own), asked).toBe("refused");
    }
  });

  it("lets the coordinator for consultation do it to draft acts where that is meant, and to no other kind", async () => {
    if (typeof may === "string" || !/:(entity|list)/.test(route)) return;
    const isMeant = may.includes("coordinator_consultation");
    const cookie = await signedOn(world.lisi, accounts.get("coordinator_consultation")!);
    for (const asked of [route, ...english()]) {
      const known = { entity: "draft_act", list: "documents" };
      expect(await ask(asked, cookie, known), asked).toBe(isMeant ? "answered" : "refused");
      for (const entity of ["act", "publication", "person", "meeting", "minutes"])
        expect(await ask(asked, cookie, { entity, list: "acts" }), `${asked} of ${entity}`).toBe("refused");
    }
  });

  it("lets in an operator on a visit where that is meant, and only in the council that is visited", async () => {
    for (const asked of [route, ...english()]) {
      // Whoever comes to enter anew leaves first.
      const answer = await ask(asked, `session=${await visitTo(world, world.lisi)}`);
      if (may === "anybody") expect(answer, asked).not.toBe("refused");
      // The first half of signing in is not theirs.
      else if (may === "half signed in") expect(answer, asked).toBe("sign in first");
      else expect(answer, asked).toBe(may !== "signed in" && mayAsk("operator") ? "answered" : "refused");
      if (may === "anybody") continue;
      expect(await ask(asked, `session=${await visitTo(world, world.krasta)}`), asked).toBe("sign in first");
    }
  });
});

it("the neighbour’s people were signed in at home all the while", async () => {
  for (const [role, cookie] of neighbours) {
    const home = await world.krasta.get("/admin", { accept: "text/html", cookie });
    expect(home.status, role).toBe(200);
  }
});
