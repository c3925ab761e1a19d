import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { addressParser } from "postal-mime";
import * as v from "valibot";
import { isoDate } from "./text.schema.ts";

export type Role = "web" | "live" | "jobs" | "all";

export interface S3Config {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface Config {
  port: number;
  host: string;
  baseDomain: string;
  publicScheme: "http" | "https";
  trustProxy: number;
  role: Role;
  dataDir: string;
  demo: boolean;
  /** `YYYY-MM-DD`, the day on which the demo's world ends; `null` is today. */
  demoDate: string | null;
  /** `null` starts the embedded PostgreSQL under `dataDir`. */
  databaseUrl: string | null;
  databaseAdminUrl: string | null;
  s3: S3Config | null;
  smtpUrl: string | null;
  /** `null` keeps files without a virus check, and says so beside each. */
  clamavUrl: string | null;
  /** `null` searches in the database. */
  typesense: TypesenseConfig | null;
  mailFrom: string;
  /** The largest file of a meeting's recording, in bytes. */
  largestRecording: number;
  /** Whether links to other sites are followed at night, to see that they lead somewhere. */
  checksLinks: boolean;
  secretKey: string;
  logLevel: string;
}

/** Where a Typesense cluster is. */
export interface TypesenseConfig {
  /** One or more nodes of one cluster. */
  urls: string[];
  apiKey: string;
}

/** A wrong variable. The message is one sentence that names it. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

type Environment = Record<string, string | undefined>;

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
const roles: Role[] = ["web", "live", "jobs", "all"];

const fail = (name: string, expectation: string): never => {
  throw new ConfigError(`${name} ${expectation}.`);
};

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  return allowed.includes(value as T) ? (value as T) : fail(name, `must be one of ${allowed.join(", ")}`);
}

function integer(name: string, value: string, minimum: number, maximum: number): number {
  const number = Number(value);
  const fits = /^\d+$/.test(value) && number >= minimum && number <= maximum;
  return fits ? number : fail(name, `must be a whole number from ${minimum} to ${maximum}`);
}

function url(name: string, value: string, schemes: string[]): string {
  const parsed = URL.canParse(value) ? new URL(value) : fail(name, `must be an address such as ${schemes[0]}//host`);
  return schemes.includes(parsed.protocol) ? value : fail(name, `must begin with ${schemes.join(" or ")}`);
}

function sender(name: string, value: string): string {
  const addresses = addressParser(value, { flatten: true });
  const isOne = addresses.length === 1 && /^[^\s@]+@[^\s@]+$/.test(addresses[0]?.address ?? "");
  return isOne ? value : fail(name, "must be one address such as Name <name@host>");
}

const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

function s3(read: (name: string) => string | undefined): S3Config | null {
  const names = ["S3_ENDPOINT", "S3_REGION", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;
  const values = names.map((name) => read(name));
  if (values.every((value) => value === undefined)) return null;
  const missing = names.find((name, at) => values[at] === undefined && name !== "S3_REGION");
  if (missing) fail(missing, "is missing: files go to S3 only when all of S3_* are given");
  const [endpoint, region = "us-east-1", bucket, accessKeyId, secretAccessKey] = values as string[];
  return {
    endpoint: url("S3_ENDPOINT", endpoint!, ["https:", "http:"]),
    region: region!,
    bucket: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket!) ? bucket! : fail("S3_BUCKET", "is not a bucket name"),
    accessKeyId: accessKeyId!,
    secretAccessKey: secretAccessKey!,
  };
}

function typesense(read: (name: string) => string | undefined): TypesenseConfig | null {
  const [addresses, apiKey] = [read("TYPESENSE_URL"), read("TYPESENSE_API_KEY")];
  if (!addresses) return apiKey ? fail("TYPESENSE_URL", "is missing beside TYPESENSE_API_KEY") : null;
  if (!apiKey) fail("TYPESENSE_API_KEY", "is missing beside TYPESENSE_URL");
  const urls = addresses.split(",").map((address) => url("TYPESENSE_URL", address.trim(), ["https:", "http:"]));
  if (urls.some((address) => new URL(address).username || new URL(address).search))
    fail("TYPESENSE_URL", "must be addresses alone: the key stands in TYPESENSE_API_KEY");
  return { urls, apiKey: apiKey! };
}

/** Made once and kept beside the embedded data, so that a restart signs with the same key. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, "secret-key");
  try {
    if (!existsSync(file)) {
      mkdirSync(dataDir, { recursive: true });
      // Another start may have been quicker.
      writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
    }
  } catch (error) {
    if (!existsSync(file)) fail("DATA_DIR", `cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    return fail("DATA_DIR", `holds a secret-key that cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

/**
 * Reads every variable once. Nothing outside this file knows the environment.
 * @throws {ConfigError} with one sentence that names the variable.
 */
export function loadConfig(environment: Environment = process.env): Config {
  const read = (name: string) => environment[name]?.trim() || undefined;
  const text = (name: string, fallback: string) => read(name) ?? fallback;

  const databaseUrl = read("DATABASE_URL") ?? null;
  const databaseAdminUrl = read("DATABASE_ADMIN_URL") ?? null;
  if (databaseUrl) url("DATABASE_URL", databaseUrl, ["postgres:", "postgresql:"]);
  if (databaseAdminUrl) url("DATABASE_ADMIN_URL", databaseAdminUrl, ["postgres:", "postgresql:"]);
  if (databaseAdminUrl && !databaseUrl) fail("DATABASE_URL", "is missing beside DATABASE_ADMIN_URL");

  const dataDir = resolve(text("DATA_DIR", ".data"));
  const host = text("HOST", "127.0.0.1");
  if (!isIP(host) && !hostName.test(host)) fail("HOST", "must be an address of this machine or a host name");
  const baseDomain = text("BASE_DOMAIN", "localhost").toLowerCase();
  if (!hostName.test(baseDomain)) fail("BASE_DOMAIN", "must be a host name without scheme or port");
  const demoDate = read("DEMO_DATE") ?? null;
  if (demoDate && !v.is(isoDate, demoDate)) fail("DEMO_DATE", "must be a date such as 2026-03-05");
  const secretKey =
    read("SECRET_KEY") ?? (databaseUrl ? fail("SECRET_KEY", "is required with DATABASE_URL") : keptSecret(dataDir));
  if (secretKey.length < 32) fail("SECRET_KEY", "must have at least 32 characters");
  const smtpUrl = read("SMTP_URL") ?? null;
  const demo = oneOf("DEMO", text("DEMO", databaseUrl ? "0" : "1"), ["0", "1"]) === "1";
  const clamavUrl = read("CLAMAV_URL") ?? null;

  return {
    port: integer("PORT", text("PORT", "3000"), 0, 65_535),
    host,
    baseDomain,
    publicScheme: oneOf("PUBLIC_ORIGIN_SCHEME", text("PUBLIC_ORIGIN_SCHEME", "http"), ["http", "https"]),
    trustProxy: integer("TRUST_PROXY", text("TRUST_PROXY", "0"), 0, 10),
    role: oneOf("ROLE", text("ROLE", "all"), roles),
    dataDir,
    demo,
    demoDate,
    databaseUrl,
    databaseAdminUrl,
    s3: s3(read),
    smtpUrl: smtpUrl && url("SMTP_URL", smtpUrl, ["smtp:", "smtps:"]),
    clamavUrl: clamavUrl && url("CLAMAV_URL", clamavUrl, ["tcp:", "unix:"]),
    typesense: typesense(read),
    mailFrom: sender("MAIL_FROM", text("MAIL_FROM", `e-Keshilli <njoftime@${baseDomain}>`)),
    largestRecording: integer("RECORDING_MAX_MB", text("RECORDING_MAX_MB", "8192"), 50, 100_000) * 1024 ** 2,
    // A trial asks nobody else’s servers.
    checksLinks: oneOf("CHECK_LINKS", text("CHECK_LINKS", demo ? "0" : "1"), ["0", "1"]) === "1",
    secretKey,
    logLevel: oneOf("LOG_LEVEL", text("LOG_LEVEL", "info"), logLevels),
  };
}
