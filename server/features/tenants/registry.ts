import type { RegistryDb } from "../../db/registry-db.ts";
import type { TenantId } from "../../db/tenant-db.ts";
import type { Site, Tenant } from "./tenant.ts";

/** Subdomains of the base domain that are never a council's. */
export const reservedSlugs = ["www", "operator", "api", "admin", "mail", "static", "cdn", "status"];

/** Where the operators sign in. */
export const operatorHost = (baseDomain: string): string => `operator.${baseDomain}`;

/**
 * Every council and host, in memory: each request looks its host up here. The database is the truth; `reload` is
 * called when it says that it changed, and every few seconds.
 */
export class TenantRegistry {
  #sites = new Map<string, Site>();
  #served = new Map<string, string>();
  #tenants: Tenant[] = [];
  #fingerprint = "";
  #versions = new Map<TenantId, { fingerprint: string; version: number }>();
  /** Raised when anything changed; the apex page is filed under it. */
  version = 0;
  readonly #db: RegistryDb;
  readonly #baseDomain: string;

  constructor(db: RegistryDb, baseDomain: string) {
    this.#db = db;
    this.#baseDomain = baseDomain;
  }

  /** Reads the registry anew. A council without a verified primary host is not served. */
  async reload(): Promise<void> {
    const rows = await this.#db
      .selectFrom("tenants as t")
      .innerJoin("tenant_hosts as h", "h.tenant_id", "t.id")
      .where("h.verified_at", "is not", null)
      .select(["t.id", "t.slug", "t.names", "t.county", "t.state", "t.is_example", "h.host", "h.kind"])
      .orderBy("t.slug")
      .orderBy("h.host")
      .execute();
    const fingerprint = JSON.stringify(rows);
    if (fingerprint === this.#fingerprint) return;

    const version = this.version + 1;
    const rowsOf = Map.groupBy(rows, ({ id }) => id);
    this.#versions = new Map(
      [...rowsOf].map(([id, own]) => {
        const known = this.#versions.get(id);
        const fingerprint = JSON.stringify(own);
        return [id, known?.fingerprint === fingerprint ? known : { fingerprint, version }];
      }),
    );
    const primary = rows.filter((row) => row.kind === "primary");
    const tenants = primary.map(
      (row): Tenant => ({
        id: row.id,
        slug: row.slug,
        names: row.names,
        county: row.county,
        state: row.state,
        isExample: row.is_example,
        primaryHost: row.host,
        version: this.#versions.get(row.id)!.version,
      }),
    );
    const byId = new Map(tenants.map((tenant) => [tenant.id, tenant]));
    const sites = new Map<string, Site>([
      [this.#baseDomain, { kind: "apex", key: "apex" }],
      [operatorHost(this.#baseDomain), { kind: "operator", key: "operator" }],
    ]);
    for (const row of rows) {
      const tenant = byId.get(row.id);
      if (!tenant) continue;
      sites.set(
        row.host,
        row.kind === "primary" ? { kind: "council", key: tenant.id, tenant } : { kind: "moved", tenant },
      );
    }
    this.#sites = sites;
    this.#served = new Map(
      [...sites].flatMap(([host, site]): [string, string][] => {
        if (site.kind === "apex") return [[host, site.key]];
        return site.kind === "council" && site.tenant.state !== "suspended" ? [[host, site.key]] : [];
      }),
    );
    this.#tenants = tenants;
    this.#fingerprint = fingerprint;
    this.version = version;
  }

  /** @param host the `Host` header; its port and letter case do not matter. */
  siteOf(host: string): Site | undefined {
    return this.#sites.get(host) ?? this.#sites.get(host.toLowerCase().replace(/:\d+$/, "").replace(/\.$/, ""));
  }

  /** The key under which pages of a host are kept, given in lower case and without its port. */
  keyOf(host: string): string | undefined {
    return this.#served.get(host);
  }

  /** The keys of all sites that are served now. */
  get servedKeys(): ReadonlySet<string> {
    return new Set(this.#served.values());
  }

  /** The councils served, in the order of their slugs. */
  get tenants(): readonly Tenant[] {
    return this.#tenants;
  }
}
