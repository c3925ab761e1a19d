import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConfigError, loadConfig } from "./config.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "e-keshilli-config-"));
});
afterAll(() => rm(directory, { recursive: true }));

const load = (variables: Record<string, string>) =>
  loadConfig({ DATA_DIR: directory, SECRET_KEY: "for-tests-only-for-tests-only-for-tests", ...variables });
const s3 = { S3_ENDPOINT: "http://s3.example", S3_BUCKET: "keshilli", S3_ACCESS_KEY_ID: "a" };

describe("A wrong variable", () => {
  it.each<[string, Record<string, string>]>([
    ["PORT", { PORT: "70000" }],
    ["PORT", { PORT: "3000a" }],
    ["HOST", { HOST: "not a host" }],
    ["BASE_DOMAIN", { BASE_DOMAIN: "http://portali.al" }],
    ["PUBLIC_ORIGIN_SCHEME", { PUBLIC_ORIGIN_SCHEME: "ftp" }],
    ["TRUST_PROXY", { TRUST_PROXY: "yes" }],
    ["ROLE", { ROLE: "king" }],
    ["DEMO", { DEMO: "maybe" }],
    ["DEMO_DATE", { DEMO_DATE: "2026-02-30" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://localhost/x" }],
    ["DATABASE_URL", { DATABASE_ADMIN_URL: "postgres://localhost/x" }],
    ["SECRET_KEY", { SECRET_KEY: "short" }],
    ["SECRET_KEY", { SECRET_KEY: "", DATABASE_URL: "postgres://localhost/x" }],
    ["S3_SECRET_ACCESS_KEY", s3],
    ["S3_BUCKET", { ...s3, S3_SECRET_ACCESS_KEY: "b", S3_BUCKET: "Not_A_Bucket" }],
    ["SMTP_URL", { SMTP_URL: "http://mail.example" }],
    ["TYPESENSE_URL", { TYPESENSE_URL: "typesense:8108", TYPESENSE_API_KEY: "k" }],
    ["TYPESENSE_URL", { TYPESENSE_URL: "https://a.example,,https://b.example", TYPESENSE_API_KEY: "k" }],
    ["TYPESENSE_URL", { TYPESENSE_URL: "https://key@a.example", TYPESENSE_API_KEY: "k" }],
    ["TYPESENSE_URL", { TYPESENSE_API_KEY: "k" }],
    ["TYPESENSE_API_KEY", { TYPESENSE_URL: "https://a.example" }],
    ["MAIL_FROM", { MAIL_FROM: "nobody" }],
    ["MAIL_FROM", { MAIL_FROM: "a@portali.al, b@portali.al" }],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
  ])("%s is told in one sentence that names it: %o", (name, variables) => {
    const refusal = () => load(variables);
    expect(refusal).toThrow(ConfigError);
    expect(refusal).toThrow(new RegExp(`^${name} [^\\n]+\\.$`));
  });

  it("may be a DATA_DIR that cannot be one", async () => {
    const file = join(directory, "file");
    await writeFile(file, "");
    const refusal = () => load({ SECRET_KEY: "", DATA_DIR: file });
    expect(refusal).toThrow(ConfigError);
    expect(refusal).toThrow(/^DATA_DIR cannot be written \(\w+\)\.$/);
  });
});

it("the secret that was made is the same at the next start", () => {
  const first = load({ SECRET_KEY: "" }).secretKey;
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(load({ SECRET_KEY: "" }).secretKey).toBe(first);
});

it("the nodes of a search cluster are named one after the other", () => {
  const nodes = { TYPESENSE_URL: "https://a.example:8108, https://b.example:8108", TYPESENSE_API_KEY: "k" };
  expect(load(nodes).typesense).toEqual({ urls: ["https://a.example:8108", "https://b.example:8108"], apiKey: "k" });
  expect(load({}).typesense).toBeNull();
});

it("an empty variable is one that was not given", () => {
  expect(load({ PORT: " ", MAIL_FROM: "" })).toMatchObject({ port: 3000, mailFrom: "e-Keshilli <njoftime@localhost>" });
});
