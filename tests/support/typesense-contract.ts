import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/**
 * What Typesense answers, written from its API documentation (https://typesense.org/docs/30.2/api/), as far as the driver
 * asks: collections behind aliases, imports, conditions, facets, groups, typo tolerance, keys and scoped keys. It is strict
 * where the documentation is: a field, a parameter or a key that is not as documented is refused. It is no Typesense; the
 * driver's suite runs against a real one as soon as `TYPESENSE_URL` is given.
 */
export const contractVersion = "30.2";

type Value = string | number | boolean | string[];
type Row = Record<string, Value | undefined> & { id: string };
interface Field {
  name: string;
  type: "string" | "string[]" | "int32" | "int64" | "bool";
  optional?: boolean;
  facet?: boolean;
  index?: boolean;
  store?: boolean;
  stem?: boolean;
  locale?: string;
  stem_dictionary?: string;
}
interface Collection {
  name: string;
  fields: Field[];
  synonym_sets: string[];
  rows: Map<string, Row>;
}
interface Key {
  id: number;
  value: string;
  actions: string[];
  collections: string[];
}

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
const refuse = (status: number, message: string): never => {
  throw new Refusal(status, message);
};

const folded = (said: string) => said.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const tokensOf = (said: string) =>
  folded(said)
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ""))
    .filter(Boolean);

/** Letters to add, leave out, change or swap. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const change = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = least;
    }
  return rows[a.length]![b.length]!;
}

/** A condition as `filter_by` has it. */
class Conditions {
  #at = 0;
  readonly #said: string;
  readonly #fields: Map<string, Field>;
  constructor(said: string, collection: Collection) {
    this.#said = said;
    this.#fields = new Map(collection.fields.map((field) => [field.name, field]));
  }

  read(): (row: Row) => boolean {
    if ((this.#said.match(/&&|\|\|/g)?.length ?? 0) > 100) refuse(400, "`filter_by` has too many operations.");
    const holds = this.#either();
    this.#space();
    if (this.#at < this.#said.length)
      refuse(400, `Could not parse the filter query: ${this.#said.slice(this.#at, this.#at + 40)}`);
    return holds;
  }

  #space() {
    while (this.#said[this.#at] === " ") this.#at += 1;
  }
  #takes(sign: string): boolean {
    this.#space();
    if (!this.#said.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }
  #either(): (row: Row) => boolean {
    const parts = [this.#all()];
    while (this.#takes("||")) parts.push(this.#all());
    return (row) => parts.some((part) => part(row));
  }
  #all(): (row: Row) => boolean {
    const parts = [this.#one()];
    while (this.#takes("&&")) parts.push(this.#one());
    return (row) => parts.every((part) => part(row));
  }
  #one(): (row: Row) => boolean {
    if (this.#takes("(")) {
      const inside = this.#either();
      if (!this.#takes(")")) refuse(400, "Could not parse the filter query: unbalanced parentheses.");
      return inside;
    }
    this.#space();
    const [, name] =
      /^([\w.]+)\s*:/.exec(this.#said.slice(this.#at)) ?? refuse(400, "Could not parse the filter query.");
    this.#at = this.#said.indexOf(":", this.#at) + 1;
    const field: Field =
      name === "id"
        ? { name: "id", type: "string" }
        : (this.#fields.get(name!) ?? refuse(404, `Could not find a filter field named \`${name}\` in the schema.`));
    if (field.index === false) refuse(400, `Field \`${name}\` is marked as a non-indexed field in the schema.`);
    const operator = ["!=", "=", "<=", ">=", "<", ">", ""].find((sign) => sign === "" || this.#takes(sign))!;
    const values = this.#values();
    return compare(field, operator, values);
  }
  #values(): string[] {
    if (!this.#takes("[")) return [this.#value()];
    const values: string[] = [];
    do values.push(this.#value());
    while (this.#takes(","));
    if (!this.#takes("]")) refuse(400, "Could not parse the filter query: a list has no end.");
    return values;
  }
  #value(): string {
    this.#space();
    const quoted = /^`([^`]*)`/.exec(this.#said.slice(this.#at));
    const plain =
      quoted ??
      /^[^\s,[\]()`&|]+/.exec(this.#said.slice(this.#at)) ??
      refuse(400, "Could not parse the filter query: a value is missing.");
    this.#at += plain[0].length;
    return quoted ? quoted[1]! : plain[0];
  }
}

function compare(field: Field, operator: string, values: string[]): (row: Row) => boolean {
  const { name, type } = field;
  const of = (row: Row): Value[] => {
    const value = row[name];
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
  };
  if (type === "int32" || type === "int64") {
    const numbers = values.map(Number);
    if (numbers.some((number) => !Number.isInteger(number))) refuse(400, "Error with filter field: Not an int32.");
    const [first] = numbers as [number];
    const sees = { "": "=", "=": "=" }[operator] ?? operator;
    return (row) =>
      of(row).some((value) => {
        const number = value as number;
        if (sees === "=") return numbers.includes(number);
        if (sees === "!=") return !numbers.includes(number);
        return sees === "<"
          ? number < first
          : sees === ">"
            ? number > first
            : sees === "<="
              ? number <= first
              : number >= first;
      });
  }
  if (type === "bool") {
    if (!values.every((value) => value === "true" || value === "false"))
      refuse(400, "Value of filter field must be `true` or `false`.");
    return (row) => of(row).some((value) => values.includes(String(value)));
  }
  if (operator === "=" || operator === "!=") {
    // A whole value, without regard to case and marks, as tokens are.
    const wanted = new Set(values.map((value) => tokensOf(value).join(" ")));
    const is = (row: Row) => of(row).some((value) => wanted.has(tokensOf(String(value)).join(" ")));
    return operator === "=" ? is : (row) => !is(row);
  }
  if (operator !== "") refuse(400, "A string is not compared by size.");
  const tests = values.map((value) => {
    const wanted = tokensOf(value.replace(/\*$/, ""));
    const isBegun = value.endsWith("*");
    return (tokens: Set<string>, all: string[]) =>
      wanted.every((token, at) =>
        isBegun && at === wanted.length - 1 ? all.some((one) => one.startsWith(token)) : tokens.has(token),
      );
  });
  return (row) => {
    const all = of(row).flatMap((value) => tokensOf(String(value)));
    const tokens = new Set(all);
    return tests.some((test) => test(tokens, all));
  };
}

type Order = (a: Row, b: Row) => number;

/** `_eval([ (a):2, (b):1 ]):desc,day:desc`, up to three of them. */
function orderBy(said: string, collection: Collection): Order {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= said.length; at += 1) {
    if (at === said.length || (said[at] === "," && depth === 0)) {
      parts.push(said.slice(from, at).trim());
      from = at + 1;
    } else if ("([".includes(said[at]!)) depth += 1;
    else if (")]".includes(said[at]!)) depth -= 1;
  }
  if (parts.length > 3) refuse(422, "Only upto 3 sort_by fields can be specified.");
  const orders = parts.map((part): Order => {
    const [, key, direction] = /^(.*):(asc|desc)$/s.exec(part) ?? refuse(400, `Parameter \`sort_by\` is malformed.`);
    const sign = direction === "asc" ? 1 : -1;
    if (key === "_text_match") return () => 0;
    const evaluated = /^_eval\(\[(.*)\]\)$/s.exec(key!);
    if (evaluated) {
      const scored = clausesOf(evaluated[1]!).map(
        ([clause, score]) => [new Conditions(clause, collection).read(), score] as const,
      );
      const score = (row: Row) => scored.find(([holds]) => holds(row))?.[1] ?? 0;
      return (a, b) => sign * (score(a) - score(b));
    }
    const field = collection.fields.find(({ name }) => name === key);
    if (!field || !/^int|^bool/.test(field.type))
      refuse(404, `Could not find a field named \`${key}\` in the schema for sorting.`);
    // What has no number comes last, whichever way it is sorted.
    return (a, b) => {
      const [one, other] = [a[key!] as number | undefined, b[key!] as number | undefined];
      if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
      return sign * (one - other);
    };
  });
  return (a, b) => orders.map((order) => order(a, b)).find((result) => result !== 0) ?? 0;
}

function clausesOf(said: string): [string, number][] {
  const clauses: [string, number][] = [];
  let rest = said.trim();
  while (rest) {
    let depth = 0;
    let end = 0;
    for (; end < rest.length; end += 1) {
      if (rest[end] === "(") depth += 1;
      if (rest[end] === ")") depth -= 1;
      if (depth === 0) break;
    }
    const [, score] =
      /^:(\d+)\s*,?\s*/.exec(rest.slice(end + 1)) ?? refuse(400, "The eval expression in sort_by is malformed.");
    clauses.push([rest.slice(1, end), Number(score)]);
    rest = rest.slice(end + 1).replace(/^:\d+\s*,?\s*/, "");
  }
  return clauses;
}

const knownParameters = new Set(
  `collection q query_by filter_by sort_by facet_by max_facet_values per_page page limit offset include_fields exclude_fields
   highlight_fields prefix num_typos min_len_1typo min_len_2typo drop_tokens_threshold split_join_tokens group_by group_limit
   max_candidates`.split(/\s+/),
);

/** The contract as a server: what it holds, what it was asked, and how it may be made to fail. */
export class TypesenseContract {
  readonly apiKey = "contract-admin-key";
  version = contractVersion;
  readonly collections = new Map<string, Collection>();
  readonly aliases = new Map<string, string>();
  readonly dictionaries = new Map<string, Map<string, string>>();
  readonly synonymSets = new Map<string, unknown[]>();
  readonly keys: Key[] = [];
  readonly asked: { method: string; path: string; key: string; body: string }[] = [];
  /** Looks at each request first; an answer of its own stands for the server's, `"hang"` is none at all. */
  interfere:
    | ((request: {
        method: string;
        path: string;
        body: string;
      }) => { status: number; body?: unknown } | "hang" | undefined)
    | null = null;
  #server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url!, "http://contract");
    const body = await text(request);
    const asked = {
      method: request.method!,
      path: url.pathname + url.search,
      key: String(request.headers["x-typesense-api-key"] ?? ""),
      body,
    };
    this.asked.push(asked);
    const interfered = this.interfere?.(asked);
    if (interfered === "hang") return;
    const send = (status: number, value: unknown) => {
      response.writeHead(status, {
        "content-type": typeof value === "string" ? "text/plain; charset=utf-8" : "application/json; charset=utf-8",
      });
      response.end(typeof value === "string" ? value : JSON.stringify(value));
    };
    if (interfered) return send(interfered.status, interfered.body ?? { message: "as told" });
    try {
      if (url.search.length > 4_000)
        refuse(
          400,
          "Query string exceeds max allowed length of 4000. Use the /multi_search end-point for larger payloads.",
        );
      const [status, value] = this.#route(asked.method, url, body, asked.key);
      send(status, value);
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      send(failure.status, { message: failure.message });
    }
  }

  /** Which condition a key adds; `null` of one that may do everything. */
  #scopeOf(key: string, action: string): string | null {
    if (key === this.apiKey) return null;
    const plain = this.keys.find(({ value }) => value === key);
    if (plain)
      return plain.actions.includes(action) || plain.actions.includes("*")
        ? ""
        : refuse(401, "Forbidden - a valid `x-typesense-api-key` header must be sent.");
    const raw = Buffer.from(key, "base64").toString("utf8");
    const [digest, prefix, parameters] = [raw.slice(0, 44), raw.slice(44, 48), raw.slice(48)];
    const parent = this.keys.find(({ value }) => value.startsWith(prefix) && value.length > 0);
    // Only a key that may do nothing but search has children.
    if (parent?.actions.join() !== "documents:search" || action !== "documents:search")
      return refuse(401, "Forbidden - a valid `x-typesense-api-key` header must be sent.");
    const right = createHmac("sha256", parent.value).update(parameters).digest("base64");
    if (right.length !== digest.length || !timingSafeEqual(Buffer.from(right), Buffer.from(digest)))
      return refuse(401, "Forbidden - a valid `x-typesense-api-key` header must be sent.");
    return (JSON.parse(parameters) as { filter_by: string }).filter_by;
  }

  #collection(name: string): Collection {
    return this.collections.get(this.aliases.get(name) ?? name) ?? refuse(404, "Not Found");
  }

  #route(method: string, url: URL, body: string, key: string): [number, unknown] {
    const parts = url.pathname.split("/").slice(1).map(decodeURIComponent);
    const parameters = Object.fromEntries(url.searchParams);
    const [first, second, third, fourth] = parts;
    if (first === "health") return [200, { ok: true }];
    if (first === "multi_search" && method === "POST") {
      const { searches } = JSON.parse(body) as { searches: Record<string, unknown>[] };
      if (searches.length > 50) refuse(400, "Number of multi searches exceeds `limit_multi_searches`.");
      const scope = this.#scopeOf(key, "documents:search");
      return [200, { results: searches.map((search) => this.#tried(search, scope)) }];
    }
    if (this.#scopeOf(key, "*") !== null) refuse(401, "Forbidden - a valid `x-typesense-api-key` header must be sent.");
    const json = <T>() => JSON.parse(body) as T;
    const at = `${method} ${[first, second && ":", third, fourth].filter(Boolean).join("/")}`;
    switch (at) {
      case "GET debug":
        return [200, { state: 1, version: this.version }];
      case "POST keys": {
        const given = json<Omit<Key, "id"> & { description: string }>();
        if (this.keys.some(({ value }) => value === given.value)) refuse(409, "API key generation conflict.");
        this.keys.push({ ...given, id: this.keys.length + 1 });
        return [201, { ...given, id: this.keys.length }];
      }
      case "GET aliases/:":
        return [200, { name: second, collection_name: this.aliases.get(second!) ?? refuse(404, "Not Found") }];
      case "PUT aliases/:": {
        const { collection_name } = json<{ collection_name: string }>();
        this.aliases.set(second!, collection_name);
        return [200, { name: second, collection_name }];
      }
      case "GET stemming/:":
        return [200, { dictionaries: [...this.dictionaries.keys()] }];
      case "POST stemming/:/import": {
        const lines = body.split("\n").map((line) => JSON.parse(line) as { word: string; root: string });
        this.dictionaries.set(parameters.id!, new Map(lines.map(({ word, root }) => [word, root])));
        return [200, body];
      }
      case "PUT synonym_sets/:": {
        const { items } = json<{ items: unknown[] }>();
        this.synonymSets.set(second!, items);
        return [200, { name: second, items }];
      }
      case "POST collections": {
        const given = json<Omit<Collection, "rows">>();
        if (this.collections.has(given.name)) refuse(409, `A collection with name \`${given.name}\` already exists.`);
        for (const { stem_dictionary } of given.fields)
          if (stem_dictionary && !this.dictionaries.has(stem_dictionary))
            refuse(400, "Stemming dictionary does not exist.");
        for (const set of given.synonym_sets) if (!this.synonymSets.has(set)) refuse(404, "Synonym set not found.");
        this.collections.set(given.name, { ...given, rows: new Map() });
        return [201, { ...given, num_documents: 0 }];
      }
      case "GET collections/:": {
        const { rows, ...rest } = this.#collection(second!);
        return [200, { ...rest, num_documents: rows.size }];
      }
      case "DELETE collections/:": {
        const { name } = this.#collection(second!);
        this.collections.delete(name);
        return [200, { name }];
      }
      case "POST collections/:/documents": {
        const collection = this.#collection(second!);
        const result = this.#take(collection, body);
        return result.success ? [201, json()] : refuse(400, result.error!);
      }
      case "POST collections/:/documents/import": {
        const collection = this.#collection(second!);
        if (parameters.action !== "upsert") refuse(400, "Only upserts are part of this contract.");
        return [
          200,
          body
            .split("\n")
            .map((line) => JSON.stringify(this.#take(collection, line)))
            .join("\n"),
        ];
      }
      case "DELETE collections/:/documents": {
        const collection = this.#collection(second!);
        const holds = new Conditions(
          parameters.filter_by ?? refuse(400, "Parameter `filter_by` must be provided."),
          collection,
        ).read();
        const gone = [...collection.rows.values()].filter(holds);
        for (const { id } of gone) collection.rows.delete(id);
        return [200, { num_deleted: gone.length }];
      }
      case "GET collections/:/documents/search":
        return [200, this.#search({ ...parameters, collection: second }, null)];
    }
    return refuse(404, "Not Found");
  }

  /** One line of an import. */
  #take(collection: Collection, line: string): { success: boolean; error?: string; code?: number; document?: string } {
    const refused = (error: string) => ({ success: false, error, code: 400, document: line });
    let given: Row;
    try {
      given = JSON.parse(line) as Row;
    } catch {
      return refused("Bad JSON.");
    }
    if (typeof given.id !== "string" || /[^\w-]/.test(given.id))
      return refused("Document's `id` field should be a string.");
    for (const { name, type, optional } of collection.fields) {
      const value = given[name];
      if (value === undefined || value === null) {
        if (!optional)
          return refused(`Field \`${name}\` has been declared in the schema, but is not found in the document.`);
        continue;
      }
      const isRight =
        type === "string"
          ? typeof value === "string"
          : type === "string[]"
            ? Array.isArray(value)
            : type === "bool"
              ? typeof value === "boolean"
              : Number.isSafeInteger(value);
      if (!isRight) return refused(`Field \`${name}\` must be ${type}.`);
    }
    collection.rows.set(given.id, given);
    return { success: true };
  }

  #tried(search: Record<string, unknown>, scope: string | null) {
    try {
      return this.#search(search, scope);
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      return { code: failure.status, error: failure.message };
    }
  }

  #search(search: Record<string, unknown>, scope: string | null) {
    for (const name of Object.keys(search))
      if (!knownParameters.has(name)) refuse(400, `Parameter \`${name}\` is not part of this contract.`);
    const collection = this.#collection(String(search.collection));
    const said = (name: string) => (search[name] === undefined ? "" : String(search[name]));
    const listed = (name: string) => said(name).split(",").filter(Boolean);
    const number = (name: string, otherwise: number) => (search[name] === undefined ? otherwise : Number(search[name]));
    // The condition of the key stands beside the question's, which cannot step around it.
    const filters = [scope, said("filter_by")]
      .filter(Boolean)
      .map((filter) => new Conditions(filter!, collection).read());
    const matched = this.#matching(search, collection);
    let found = [...collection.rows.values()].filter(
      (row) => filters.every((holds) => holds(row)) && matched.holds(row),
    );
    if (search.sort_by) found = found.sort(orderBy(said("sort_by"), collection));
    const facet_counts = listed("facet_by").map((name) => {
      if (!collection.fields.some((field) => field.name === name && field.facet))
        refuse(404, `Could not find a facet field named \`${name}\` in the schema.`);
      const counts = new Map<string, number>();
      for (const row of found)
        if (row[name] !== undefined) counts.set(String(row[name]), (counts.get(String(row[name])) ?? 0) + 1);
      const sorted = [...counts].sort((a, b) => b[1] - a[1]).slice(0, number("max_facet_values", 10));
      return {
        field_name: name,
        counts: sorted.map(([value, count]) => ({ value, count, highlighted: value })),
        sampled: false,
        stats: {},
      };
    });
    const perPage = number("limit", number("per_page", 10));
    if (perPage > 250) refuse(422, "Only upto 250 hits can be fetched per page.");
    const offset = number("offset", (number("page", 1) - 1) * perPage);
    const included = listed("include_fields");
    const hitOf = (row: Row) => ({
      document: Object.fromEntries(
        Object.entries(row).filter(
          ([name]) => this.#isStored(collection, name) && (included.length === 0 || included.includes(name)),
        ),
      ),
      highlights: matched.highlights(row),
      text_match: 100,
    });
    const page = <T>(all: readonly T[]) => all.slice(offset, offset + perPage);
    const common = {
      facet_counts,
      out_of: collection.rows.size,
      page: 1,
      search_time_ms: 1,
      request_params: { q: said("q"), per_page: perPage },
    };
    const group = said("group_by");
    if (!group) return { ...common, found: found.length, hits: page(found).map(hitOf) };
    if (!collection.fields.some((field) => field.name === group && field.facet))
      refuse(404, `Could not find a group-by field named \`${group}\` in the schema.`);
    const groups = Map.groupBy(found, (row) => String(row[group]));
    const most = number("group_limit", 3);
    return {
      ...common,
      found: groups.size,
      found_docs: found.length,
      grouped_hits: page([...groups]).map(([value, rows]) => ({
        group_key: [value],
        found: rows.length,
        hits: rows.slice(0, most).map(hitOf),
      })),
    };
  }

  #isStored = (collection: Collection, name: string) =>
    collection.fields.find((field) => field.name === name)?.store !== false;

  /** Words of a question, each within its typos, somewhere in the fields that are asked. */
  #matching(search: Record<string, unknown>, collection: Collection) {
    const q = String(search.q ?? refuse(400, "Parameter `q` is required."));
    const fields = String(search.query_by ?? refuse(400, "Parameter `query_by` is required."))
      .split(",")
      .map(
        (name) =>
          collection.fields.find((field) => field.name === name) ??
          refuse(404, `Could not find a field named \`${name}\` in the schema.`),
      );
    if (q === "*") return { holds: () => true, highlights: () => [] };
    const rootOf = (field: Field, token: string) =>
      (field.stem_dictionary ? this.dictionaries.get(field.stem_dictionary)?.get(token) : undefined) ?? token;
    const typos = (token: string) =>
      Math.min(
        Number(search.num_typos ?? 2),
        token.length >= Number(search.min_len_2typo ?? 7)
          ? 2
          : token.length >= Number(search.min_len_1typo ?? 4)
            ? 1
            : 0,
      );
    const asked = tokensOf(q);
    const isBegun = (token: string, one: string) =>
      String(search.prefix ?? true) === "true" && token === asked.at(-1) && one.startsWith(token);
    const matches = (field: Field, row: Row, token: string) =>
      typeof row[field.name] === "string"
        ? (row[field.name] as string).split(/[\s·]+/).filter((word) => {
            const [one] = tokensOf(word);
            if (one === undefined) return false;
            return isBegun(token, one) || distance(rootOf(field, token), rootOf(field, one)) <= typos(token);
          })
        : [];
    return {
      holds: (row: Row) => asked.every((token) => fields.some((field) => matches(field, row, token).length > 0)),
      highlights: (row: Row) =>
        fields.flatMap((field) => {
          const matched_tokens = asked.flatMap((token) =>
            matches(field, row, token).map((word) => word.replace(/[^\p{L}\p{N}]/gu, "")),
          );
          return matched_tokens.length > 0 ? [{ field: field.name, snippet: "", matched_tokens }] : [];
        }),
    };
  }
}
