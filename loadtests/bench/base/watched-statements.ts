import type { Pool, PoolClient, QueryConfig } from "pg";

/** A statement as it was sent, with the values of its last use. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** What one statement costs, and the whole tables that its plan reads. */
export interface Plan {
  text: string;
  /** Pages of 8 kB, from memory or disk. */
  buffers: number;
  /** Planning and execution. */
  milliseconds: number;
  scanned: string[];
}

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: PlanNode[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
const scannedBy = (root: PlanNode) =>
  nodesOf(root)
    .filter((node) => node["Node Type"] === "Seq Scan")
    .map((node) => node["Relation Name"]!);

/** Remembers what goes through a pool's connections, statement by statement. */
export class WatchedStatements {
  readonly #pool: Pool;
  readonly #seen = new Map<string, Statement>();

  constructor(pool: Pool) {
    this.#pool = pool;
    const watched = new WeakSet<PoolClient>();
    pool.on("acquire", (client) => {
      if (watched.has(client)) return;
      watched.add(client);
      const query = client.query.bind(client) as (...args: unknown[]) => unknown;
      client.query = ((...args: unknown[]) => {
        const [asked, values] = args as [string | QueryConfig, unknown[]?];
        const text = typeof asked === "string" ? asked : asked.text;
        if (/^\s*(select|with)\b/i.test(text))
          this.#seen.set(text, { text, values: (typeof asked === "string" ? values : asked.values) ?? [] });
        return query(...args);
      }) as typeof client.query;
    });
  }

  /** Forgets what it saw and gives it. */
  take(): Statement[] {
    const statements = [...this.#seen.values()];
    this.#seen.clear();
    return statements;
  }

  /**
   * Runs statements again for a council and tells what they read. A table counts as scanned when the plan for these
   * values, or the one that a prepared statement falls back on, reads it whole.
   * @param large tables of which no plan may read all
   */
  async plansOf(tenantId: string, statements: readonly Statement[], large: ReadonlySet<string>): Promise<Plan[]> {
    const client = await this.#pool.connect();
    const plans: Plan[] = [];
    try {
      for (const { text, values } of statements) {
        // A statement may lock or write: whatever it did is taken back.
        await client.query(`begin; set local app.tenant_id = '${tenantId}'`);
        const explained = await client.query({ text: `explain (analyze, buffers, format json) ${text}`, values });
        const generic = await client.query(`explain (generic_plan, format json) ${text}`);
        await client.query("rollback");
        const [root, fallback] = [explained, generic].map(({ rows }) => rows[0]["QUERY PLAN"][0].Plan as PlanNode);
        const { "Planning Time": planning, "Execution Time": execution } = explained.rows[0]["QUERY PLAN"][0];
        plans.push({
          text,
          milliseconds: planning + execution,
          buffers: (root!["Shared Hit Blocks"] ?? 0) + (root!["Shared Read Blocks"] ?? 0),
          scanned: [...new Set([...scannedBy(root!), ...scannedBy(fallback!)])].filter((table) => large.has(table)),
        });
      }
    } finally {
      client.release();
    }
    return plans;
  }
}
