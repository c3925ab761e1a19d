import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Every file that names a role which sees more than one council, with its reason. Features are never among them. */
const allowed: Record<string, string> = {
  "server/db/bootstrap.ts": "makes the roles",
  "server/db/check-role.ts": "checks that the login may take them on, and nothing beyond them",
  "server/db/changes.ts": "portal_jobs reads the versions of all councils' content",
  "server/db/jobs-db.ts": "portal_jobs relays every council's outbox",
  "server/db/jobs-schema.ts": "the owner gives portal_jobs its rights on the job library's tables",
  "server/db/operator-db.ts": "portal_operator adds councils and hosts",
  "server/db/pool.ts": "the type of a pool's role",
  "server/db/registry-db.ts": "says in its documentation who may write",
};

/** Who may use those doors. */
const users: Record<string, RegExp> = {
  "operator-db":
    /^server\/(cli\/tenant\/operator|cli\/operator\/commands|compose|features\/tenants\/[\w.-]+|demo\/fill-demo|seed\/seed-councils)\.ts$/,
  "jobs-db": /^server\/jobs\/[\w.-]+\.ts$/,
};

const files = globSync("{server,web,migrations}/**/*.{ts,tsx}", {
  exclude: (name) => /dist/.test(String(name)),
}).filter((file) => !/\.test\.tsx?$/.test(file));
const holding = (pattern: RegExp) => files.filter((file) => pattern.test(readFileSync(file, "utf8")));

it("roles that see more than one council are named in these files only", () => {
  const named = holding(/portal_(operator|jobs|owner)/).filter((file) => !file.startsWith("migrations/"));
  const expected = Object.keys(allowed);
  expect(named.filter((file) => !expected.includes(file) && !file.startsWith("server/db/embedded/"))).toEqual([]);
  expect(expected.filter((file) => !named.includes(file))).toEqual([]);
});

it("several councils are searched together by the engines and one route only, which asks who agrees", () => {
  const asking = holding(/\.searchCouncils\(/).filter((file) => !file.startsWith("server/search/"));
  expect(asking).toEqual(["server/features/search/councils-search.routes.ts"]);
  expect(holding(/\bagreeingCouncils\(/).sort()).toEqual([...asking, "server/search/agreement.ts"]);
});

it.each(Object.entries(users))("%s is imported by those whose task it is only", (door, mayUse) => {
  const importing = holding(new RegExp(`^import (?!type)[^;]*/${door}\\.ts"`, "m"));
  expect(importing.length).toBeGreaterThan(0);
  expect(importing.filter((file) => !mayUse.test(file))).toEqual([]);
});
