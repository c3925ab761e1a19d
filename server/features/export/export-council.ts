import type { Writable } from "node:stream";
import type { Pool } from "../../db/pool.ts";
import { registryDb } from "../../db/registry-db.ts";
import { type TenantTx, tenantDb } from "../../db/tenant-db.ts";
import { rowsOf, tenantTables } from "../../db/tenant-rows.ts";
import { fileKey, type Storage } from "../../storage/storage.ts";
import { findHosts, findTenant } from "../tenants/tenants.queries.ts";
import { type ArchiveWriter, archiveWriter } from "./archive.ts";
import { columnsKeptBack, isKeptBack } from "./kept-back.ts";
import { readMe } from "./read-me.ts";

export interface ExportParts {
  pool: Pool;
  storage: Storage;
  now: Date;
}

export interface ExportedCouncil {
  tables: number;
  rows: number;
  files: number;
  /** SHA-256 of files that the database knows and the storage lacks. */
  missing: string[];
}

/**
 * Writes everything that a council owns into one archive, as it comes: all tables from one instant, then all files.
 * Returns `null`, having written nothing, for a slug that no council has.
 * @throws whatever database, storage or destination answer; the archive is of no use then.
 */
export async function exportCouncil(
  { pool, storage, now }: ExportParts,
  slug: string,
  destination: Writable,
): Promise<ExportedCouncil | null> {
  const registry = registryDb(pool);
  const council = await findTenant(registry, slug);
  if (!council) return null;
  const hosts = (await findHosts(registry)).filter((host) => host.tenant_id === council.id);
  const archive = archiveWriter(destination, now);
  await archive.add("README.txt", readMe(council.names.council.sq, now));
  const listed = hosts.map(({ host, kind, verified_at }) => ({ host, kind, verified_at }));
  await archive.add("registry.json", `${JSON.stringify({ ...council, hosts: listed }, null, 2)}\n`);

  const { tables, rows, files } = await tenantDb(pool, council.id).snapshot(async (tx) => ({
    ...(await addTables(tx, archive)),
    files: await tx.selectFrom("files").select(["sha256", "extension"]).orderBy("sha256").execute(),
  }));
  const missing: string[] = [];
  for (const { sha256, extension } of files) {
    const stored = await storage.get(fileKey(council.id, sha256));
    if (!stored) missing.push(sha256);
    else if ((await archive.add(`files/${sha256}.${extension}`, stored.body)) !== sha256) {
      throw new Error(`The stored file ${sha256} has another content than its name says.`);
    }
  }
  if (missing.length > 0) await archive.add("missing-files.txt", `${missing.join("\n")}\n`);
  await archive.finish("manifest-sha256.txt");
  return { tables, rows, files: files.length - missing.length, missing };
}

async function addTables(tx: TenantTx, archive: ArchiveWriter): Promise<{ tables: number; rows: number }> {
  const tables = (await tenantTables(tx)).filter((table) => !isKeptBack(table));
  let rows = 0;
  async function* linesOf(table: string) {
    for await (const lines of rowsOf(tx, table, columnsKeptBack(table))) {
      rows += lines.length;
      yield `${lines.join("\n")}\n`;
    }
  }
  for (const table of tables) await archive.add(`tables/${table}.jsonl`, linesOf(table));
  return { tables: tables.length, rows };
}
