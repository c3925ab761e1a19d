import { createHmac } from "node:crypto";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import typesense, { type Client } from "typesense";
import { AppError } from "../../http/errors.ts";
import { searchUnavailable } from "../search.errors.ts";

export interface TypesenseConfig {
  /** One or more nodes of one cluster. */
  urls: readonly string[];
  /** May do everything with our collections; it never leaves the server. */
  apiKey: string;
}

export interface ClusterOptions extends TypesenseConfig {
  /** From which the key is made that may only search. */
  secretKey: string;
  /** What everything of ours is called there; another name stands apart in the same cluster. */
  alias?: string;
  /** Seconds for one node to answer a question, and to write. */
  patience?: { ask?: number; write?: number };
}

export interface SearchParameters {
  [parameter: string]: string | number | boolean;
}
export interface SearchAnswer {
  found: number;
  hits?: { document: Record<string, unknown>; highlights?: { matched_tokens: (string | string[])[] }[] }[];
  grouped_hits?: { group_key: unknown[]; hits: { document: Record<string, unknown> }[] }[];
  facet_counts?: { field_name: string; counts: { value: string; count: number }[] }[];
  code?: number;
  error?: string;
}

/** The nodes of a Typesense cluster, reached by its official client. Whatever fails is `search.unavailable`. */
export interface Cluster {
  alias: string;
  /** With the key that may do everything. */
  admin: Client;
  /** Several questions at once, with a key that adds `filter` to each and that no question can step around. */
  ask(filter: string, questions: readonly SearchParameters[]): Promise<SearchAnswer[]>;
  /** The key that may only search; scoped ones are made from it. */
  searchKey: string;
  /** Does something within the time for writing, with its failures named. */
  reached<T>(work: Promise<T>): Promise<T>;
}

/** What the cluster said, as far as it is known: `404` where something is not there. */
export const statusOf = (failure: unknown): number | undefined =>
  ((failure as AppError).cause as { httpStatus?: number } | undefined)?.httpStatus ??
  (failure as { httpStatus?: number }).httpStatus;

const nodeOf = (address: string) => {
  const { protocol, hostname, port, pathname } = new URL(address);
  const scheme = protocol.slice(0, -1);
  return {
    host: hostname,
    port: port ? Number(port) : scheme === "https" ? 443 : 80,
    protocol: scheme,
    path: pathname === "/" ? "" : pathname,
  };
};

export function openCluster(options: ClusterOptions): Cluster {
  const { urls, apiKey, secretKey, alias = "e_keshilli", patience = {} } = options;
  const { ask: askSeconds = 1, write: writeSeconds = 120 } = patience;
  const common = {
    nodes: urls.map(nodeOf),
    // Each node is asked once and one of them twice: whoever waits for results does not wait for long.
    numRetries: urls.length,
    retryIntervalSeconds: 0.05,
    healthcheckIntervalSeconds: 15,
    logLevel: "silent" as const,
    httpAgent: new HttpAgent({ keepAlive: true }),
    httpsAgent: new HttpsAgent({ keepAlive: true }),
  };
  const admin = new typesense.Client({ ...common, apiKey, connectionTimeoutSeconds: Math.min(30, writeSeconds) });
  const searchKey = createHmac("sha256", secretKey).update(`typesense: documents:search in ${alias}`).digest("hex");
  const asking = new Map<string, Client>();

  function clientFor(filter: string): Client {
    const known = asking.get(filter);
    if (known) return known;
    const scoped = admin.keys().generateScopedSearchKey(searchKey, { filter_by: filter });
    const client = new typesense.Client({ ...common, apiKey: scoped, connectionTimeoutSeconds: askSeconds });
    // A council has one; searches over several councils are as many as there are choices of them.
    if (asking.size > 500) asking.clear();
    asking.set(filter, client);
    return client;
  }

  const named = (failure: unknown) => (failure instanceof AppError ? failure : searchUnavailable(failure));

  return {
    alias,
    admin,
    searchKey,
    async reached(work) {
      const late = Promise.withResolvers<never>();
      // An import has no limit of its own: it may take as long as it does, but not for ever.
      const timer = setTimeout(() => late.reject(searchUnavailable("no answer in time")), writeSeconds * 1_000);
      try {
        return await Promise.race([work, late.promise]);
      } catch (failure) {
        throw named(failure);
      } finally {
        clearTimeout(timer);
      }
    },
    async ask(filter, questions) {
      const { results } = await (
        clientFor(filter).multiSearch.perform({ searches: questions as never }) as unknown as Promise<{
          results: SearchAnswer[];
        }>
      ).catch((failure: unknown) => {
        throw named(failure);
      });
      // The whole answers 200 where one of the questions failed.
      const refused = results.find(({ error }) => error !== undefined);
      if (refused || results.length !== questions.length)
        throw searchUnavailable(
          Object.assign(new Error(refused?.error ?? "answers are missing"), { httpStatus: refused?.code }),
        );
      return results;
    },
  };
}
