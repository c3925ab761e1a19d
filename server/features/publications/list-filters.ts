import { AppError } from "../../http/errors.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";
import { type Asked, askedOf } from "../../search/register-text.ts";
import type { PublicationKind } from "./kinds.shared.ts";

/** What a list is narrowed to, checked; `fields` maps filter fields of the kind to a choice. */
export interface ListFilters {
  q: string | null;
  /** What `q` asks for. */
  asked: Asked;
  year: number | null;
  tag: string | null;
  fields: Record<string, string>;
  /** From 1. */
  page: number;
}

const longestText = 200;
const unknownFilter = (name: string) => new AppError("http.unknown_filter", 400, { name: name.slice(0, 60) });

/**
 * Reads a list's query. An empty value is the same as none.
 * @param other names that mean something to the caller alone
 * @throws `http.unknown_filter`, or `InvalidInput` that names every value that is wrong
 */
export function listFilters(kind: PublicationKind, query: URLSearchParams, other: readonly string[] = []): ListFilters {
  const filters = kind.fields.filter((field) => field.filter);
  const problems: FieldProblem[] = [];
  const known = new Set(["q", "year", "tag", "page", ...filters.map((field) => field.name), ...other]);
  for (const name of query.keys()) if (!known.has(name)) throw unknownFilter(name);

  function value(name: string, rule?: RegExp, code = "input.wrong"): string | null {
    const [first = "", ...more] = query.getAll(name).map((text) => text.trim());
    if (more.length > 0) problems.push({ path: name, code: "filter.repeated" });
    else if (first.length > longestText) problems.push({ path: name, code: "text.too_long" });
    else if (first && rule && !rule.test(first)) problems.push({ path: name, code });
    else return first || null;
    return null;
  }

  const q = value("q", /^\P{Cc}*$/u);
  const year = value("year", /^(19|20|21)\d\d$/, "fields.not_a_year");
  const tag = value("tag", /^\P{Cc}*$/u);
  const page = value("page", /^[1-9]\d{0,5}$/, "filter.not_a_page");
  const fields: Record<string, string> = {};
  for (const { name, choices = [] } of filters) {
    const chosen = value(name);
    if (chosen === null) continue;
    if (choices.includes(chosen)) fields[name] = chosen;
    else problems.push({ path: name, code: "fields.not_a_choice" });
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  return {
    q,
    asked: askedOf(q),
    year: year === null ? null : Number(year),
    tag,
    fields,
    page: page === null ? 1 : Number(page),
  };
}

/** The same filters as a query again, without the page: for links to the rows as open data. */
export function filterQuery({ q, year, tag, fields }: ListFilters): string {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (year !== null) query.set("year", String(year));
  if (tag) query.set("tag", tag);
  for (const [name, choice] of Object.entries(fields)) query.set(name, choice);
  const text = query.toString();
  return text && `?${text}`;
}
