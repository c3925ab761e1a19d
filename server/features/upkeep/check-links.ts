import { sql } from "kysely";
import type { TenantDb, TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import type { LinkChecker } from "./link-checker.ts";
import type { LinkVerdict } from "./link-verdict.ts";

type Broken = NonNullable<LinkVerdict>;

export interface LinkParts {
  /** The council's own origin, by which its addresses are known: `https://lisi.portali.al`. */
  origin: string;
  /** Asks the council's own site, in process. */
  ask: (address: string, signal: AbortSignal) => Promise<Response>;
  /** `null` where other sites are not asked. */
  elsewhere: LinkChecker | null;
  /** How many addresses of other sites are asked in one run. */
  limit?: number;
}

const mostElsewhere = 1_000;
const askedAtOnce = 10;
const mostRedirects = 5;
/** An address has another chance; the second night that it fails it is told. */
const nightsToTell = 2;

/** Does `work` for each, so many at once. */
async function forEachAtOnce<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  const worker = async () => {
    for (const one of waiting) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
}

/** An address of the council's own site without its origin; `null` for one of another site. */
function ownAddress(address: string, origin: string): string | null {
  if (!URL.canParse(address, `${origin}/`)) return null;
  const url = new URL(address, `${origin}/`);
  return url.origin === origin ? url.pathname + url.search : null;
}

/** Follows an address through the application itself. What is withdrawn still says so at its address, and is broken. */
async function followOwn({ origin, ask }: LinkParts, path: string, signal: AbortSignal): Promise<LinkVerdict> {
  let here = path;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const answer = await ask(origin + here, signal);
    await answer.body?.cancel();
    const location = answer.headers.get("location");
    if (answer.status >= 300 && answer.status < 400 && location) {
      const next = ownAddress(new URL(location, origin + here).href, origin);
      // It leads on to another site, which is asked by its own address where that stands.
      if (next === null) return null;
      here = next;
      continue;
    }
    return answer.status < 400 ? null : { reason: "status", status: answer.status };
  }
  return { reason: "too_many_redirects", status: null };
}

/** Addresses of other sites whose turn it is, those that were asked longest ago first. */
async function inTurn(tx: TenantTx, addresses: readonly string[], limit: number): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select a.address from unnest(${[...addresses]}::text[]) a (address)
    left join link_checks c on c.address = a.address
    order by c.checked_at nulls first, a.address limit ${limit}`.execute(tx);
  return rows.map(({ address }) => address);
}

/** A night counts once, however often an address is asked in it. */
async function noteChecks(tx: TenantTx, verdicts: ReadonlyMap<string, LinkVerdict>, now: Date): Promise<void> {
  const today = dayIn(now);
  const rows = [...verdicts].map(([address, verdict]) => ({
    address,
    checked_at: now,
    failed_nights: verdict ? 1 : 0,
    failed_on: verdict && today,
    reason: verdict?.reason ?? null,
    status: verdict?.status ?? null,
  }));
  for (let at = 0; at < rows.length; at += 500)
    await tx
      .insertInto("link_checks")
      .values(rows.slice(at, at + 500))
      .onConflict((conflict) =>
        conflict.constraint("link_checks_pkey").doUpdateSet({
          checked_at: now,
          failed_nights: sql`case when excluded.failed_nights = 0 then 0
            when link_checks.failed_on = excluded.failed_on then link_checks.failed_nights
            else link_checks.failed_nights + 1 end`,
          failed_on: sql`excluded.failed_on`,
          reason: sql`excluded.reason`,
          status: sql`excluded.status`,
        }),
      )
      .execute();
}

/** Where no other site can be reached at all it is ours that is cut off: nothing can be said of any of them. */
function areWeCutOff(verdicts: ReadonlyMap<string, LinkVerdict>): boolean {
  const hosts = new Set(
    [...verdicts.keys()].filter((address) => URL.canParse(address)).map((one) => new URL(one).host),
  );
  const reached = [...verdicts.values()].some((verdict) => verdict === null || verdict.reason === "status");
  return hosts.size >= 3 && !reached;
}

/**
 * Which of these addresses lead nowhere. Those of the council's own site are asked at once and believed at once; those of
 * others are told when they have failed in two nights.
 */
export async function checkLinks(
  parts: LinkParts,
  db: TenantDb,
  addresses: ReadonlySet<string>,
  now: Date,
  signal: AbortSignal,
): Promise<Map<string, Broken>> {
  const broken = new Map<string, Broken>();
  const others: string[] = [];
  const own = new Map<string, string>();
  for (const address of addresses) {
    const path = ownAddress(address, parts.origin);
    if (path === null) others.push(address);
    else own.set(address, path);
  }
  await forEachAtOnce([...own], 2, async ([address, path]) => {
    signal.throwIfAborted();
    const verdict = await followOwn(parts, path, signal);
    if (verdict) broken.set(address, verdict);
  });

  const { elsewhere } = parts;
  if (!elsewhere) return broken;
  const asked = await db.read((tx) => inTurn(tx, others, parts.limit ?? mostElsewhere));
  const verdicts = new Map<string, LinkVerdict>();
  await forEachAtOnce(asked, askedAtOnce, async (address) => {
    signal.throwIfAborted();
    verdicts.set(address, await elsewhere.check(address, signal));
  });
  if (!areWeCutOff(verdicts)) await db.write((tx) => noteChecks(tx, verdicts, now));
  const told = await db.read((tx) =>
    tx
      .selectFrom("link_checks")
      .where("address", "in", others.length > 0 ? others : [""])
      .where("failed_nights", ">=", nightsToTell)
      .select(["address", "reason", "status"])
      .execute(),
  );
  for (const { address, reason, status } of told) broken.set(address, { reason: reason!, status });
  // Whatever nothing links to any more is forgotten.
  await db.write((tx) =>
    tx
      .deleteFrom("link_checks")
      .where("checked_at", "<", new Date(now.getTime() - 30 * 86_400_000))
      .execute(),
  );
  return broken;
}
