import { inspectRoutes } from "hono/dev";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSession } from "../../server/auth/sessions.ts";
import { operatorsConsole } from "../../server/features/operators/operators.console.ts";
import { accountFor } from "../support/accounts.ts";
import { operatorHost, operatorOf, signedInOperator, visitTo } from "../support/operators.ts";
import { createWorld, type TestWorld } from "../support/world.ts";

/** Every route of the operator's console and who may ask it: what was meant, not what the code says. */
const rights: Readonly<Record<string, "anybody" | "half signed in" | "operator">> = {
  "GET /konsola/hyrja": "anybody",
  "POST /konsola/hyrja": "anybody",
  "GET /konsola/kodi": "half signed in",
  "POST /konsola/kodi": "half signed in",
  "POST /konsola/hyrja/celesi": "anybody",
  "POST /konsola/hyrja/celesi/sfida": "anybody",
  "POST /konsola/dalja": "anybody",
  "GET /konsola/ftesa/:token": "anybody",
  "POST /konsola/ftesa/:token": "anybody",
  "GET /konsola/fjalekalimi/:token": "anybody",
  "POST /konsola/fjalekalimi/:token": "anybody",
  "GET /konsola/llogaria": "operator",
  "GET /konsola/llogaria/kodi": "half signed in",
  "POST /konsola/llogaria/kodi": "half signed in",
  "POST /konsola/llogaria/rezerva": "operator",
  "POST /konsola/llogaria/fjalekalimi": "operator",
  "POST /konsola/llogaria/te-dhenat": "operator",
  "POST /konsola/llogaria/hyrjet": "operator",
  "POST /konsola/llogaria/celesat": "operator",
  "POST /konsola/llogaria/celesat/sfida": "operator",
  "POST /konsola/llogaria/celesat/heqja": "operator",
  "GET /konsola": "operator",
  "GET /konsola/keshillat/:slug": "operator",
  "POST /konsola/keshillat/:slug": "operator",
};

let world: TestWorld;
let operator: string;
let secretary: string;
beforeAll(async () => {
  world = await createWorld();
  operator = (await signedInOperator(world)).cookie!;
  const accountId = await accountFor(world, world.lisi, ["secretary"]);
  const { db } = world.lisi;
  secretary = `session=${await startSession({ db, clock: world.clock }, { accountId, userAgent: "", verified: true })}`;
});
afterAll(() => world.end());

const wayIn = /^\/konsola\/(hyrja|(llogaria\/)?kodi)|^\/en\/console\/(sign-in|(account\/)?code)/;

async function ask(route: string, cookie: string | undefined, host = operatorHost) {
  const [method, template] = route.split(" ") as [string, string];
  const visitor = operatorOf(world, host);
  visitor.cookie = cookie;
  const path = template.replace(/:\w+/g, "lisi");
  const answer = await (method === "GET" ? visitor.get(path) : visitor.post(path));
  if (answer.status === 303 && wayIn.test(answer.headers.get("location") ?? "")) return "sign in first";
  return answer.status === 404 && host !== operatorHost ? "not there" : "answered";
}

it("every route of the console is on the list, and the list has no other", () => {
  const routes = inspectRoutes(world.app)
    .filter(({ isMiddleware, path }) => !isMiddleware && /^\/konsola(\/|$)/.test(path))
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(routes)].sort()).toEqual(Object.keys(rights).sort());
});

describe.each(Object.entries(rights))("%s", (route, may) => {
  const inBoth = () => {
    const [method, path] = route.split(" ");
    const found = operatorsConsole(world.services).routes.find((one) => one.method === method && one.path.sq === path);
    return [route, `${method} ${found!.path.en}`];
  };

  it("lets in operators alone, and nobody of a council", async () => {
    for (const asked of inBoth()) {
      const strangers = [
        undefined,
        `session=${"x".repeat(40)}`,
        secretary,
        `session=${await visitTo(world, world.lisi)}`,
      ];
      for (const cookie of strangers)
        if (may !== "anybody") expect(await ask(asked, cookie), asked).toBe("sign in first");
      // Signing out leads to the sign-in, and so does being signed in and asking for what comes before.
      if (may === "operator") expect(await ask(asked, operator), asked).toBe("answered");
    }
  });

  it("is nowhere else", async () => {
    for (const asked of inBoth())
      for (const host of ["localhost", world.lisi.host])
        expect(await ask(asked, operator, host), asked).toBe("not there");
  });
});
