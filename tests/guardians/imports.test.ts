import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Rule {
  because: string;
  where: RegExp;
  except?: RegExp;
  mayNot: RegExp;
}

const rules: Rule[] = [
  {
    because: "schemas run in the browser too",
    where: /\.schema\.ts$/,
    mayNot: /from "(?!valibot|\.[./\w-]*\.(schema|shared)\.ts)/,
  },
  {
    because: "shared modules run in the browser too",
    where: /\.shared\.ts$/,
    mayNot: /^import (?!type).*from "(?!valibot|\.[./\w-]*\.(schema|shared)\.ts|\.[./\w-]*\.json)/m,
  },
  { because: "queries know nothing of HTTP", where: /\.queries\.ts$/, mayNot: /from "hono/ },
  {
    because: "only the database's folder opens a handle",
    where: /^server\/(?!db\/)/,
    mayNot: /^import (?!type)\{?.*\b(Kysely|Pool|Client)\b.*from "(kysely|pg)"/m,
  },
  {
    because: "only the configuration reads the environment",
    where: /^(server|web|migrations)\//,
    except: /^server\/config\.ts$|\.test\.ts$/,
    mayNot: /process\.env|import\.meta\.env(?!\.SSR)/,
  },
  {
    because: "the clock is injected",
    where: /^server\//,
    except: /^server\/(clock|demo\/demo-clock)\.ts$|\.test\.ts$|^server\/(start|cli|db\/embedded|http\/access-log)/,
    mayNot: /new Date\(\)|Date\.now\(\)(?!\s*[-+])/,
  },
  {
    because: "the browser takes types, schemas and shared data only",
    where: /^web\/(?!build|sources|vite)/,
    mayNot: /^import (?!type).*from "[./]*\/server\/(?!.*\.(schema|shared)\.ts")/m,
  },
  {
    because: "public pages take schemas as types only: what checks a form has no place in what a reader loads",
    where: /^web\/(features|lib|ui)\//,
    except: /\.test\.tsx?$/,
    mayNot: /^import (?!type\b)[^;]*?from "[^"]*\.schema\.ts"/m,
  },
  {
    because: "what a page needs of the server's data carries no schema with it",
    where: /^server\/.*\.shared\.ts$/,
    mayNot: /^import (?!type\b)[^;]*?from "(valibot|[^"]*\.schema\.ts)"/m,
  },
  {
    because: "the server takes phrases and the build from the web, nothing else",
    where: /^server\/(?!start\/)/,
    except: /\.test\.ts$/,
    mayNot: /^import (?!type).*from "[./]*\/web\/(?!i18n\/)/m,
  },
  {
    because: "features do not reach into the composition",
    where: /^server\/features\//,
    except: /\.test\.ts$/,
    mayNot: /from "[./]*\/(app|compose|main)\.ts"/,
  },
  {
    because: "the Albanian of the search stands alone, to be a package of its own one day",
    where: /^server\/albanian\//,
    except: /\.test\.ts$/,
    mayNot: /from "(?!\.\/)/,
  },
  { because: "migrations never see today's code", where: /^migrations\//, mayNot: /from "[./]*\/(server|web)\// },
  {
    because: "nothing of the workplace belongs here",
    where: /./,
    except: /imports\.test\.ts$/,
    mayNot: /\/work\/|\.\.\/shared\//,
  },
];

const files = globSync("{server,web,migrations,tests,loadtests,infra}/**/*.{ts,tsx}", {
  exclude: (name) => /dist/.test(String(name)),
});

describe("Imports point one way", () => {
  it("and the files are found", () => expect(files.length).toBeGreaterThan(80));

  it.each(rules)("$because", ({ where, except, mayNot }) => {
    const offenders = files.filter(
      (file) => where.test(file) && !except?.test(file) && mayNot.test(readFileSync(file, "utf8")),
    );
    expect(offenders).toEqual([]);
  });
});
