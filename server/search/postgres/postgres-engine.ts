import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import { fold, type Query, queryTerms } from "../../albanian/albanian.ts";
import type { Pool } from "../../db/pool.ts";
import { registryDb } from "../../db/registry-db.ts";
import { type TenantId, type TenantTx, tenantDb } from "../../db/tenant-db.ts";
import type { Locale } from "../../locale.shared.ts";
import { clean, cleanQuestion, languages } from "../languages.ts";
import { searchUnavailable } from "../search.errors.ts";
import type {
  CouncilsResults,
  FacetCount,
  SearchFilters,
  SearchHit,
  SearchRequest,
  SearchResults,
  Suggestion,
} from "../search-document.ts";
import type { SearchEngine } from "../search-engine.ts";
import type { SearchKind } from "../search-kinds.shared.ts";
import { excerptOf, titleRanges } from "../showing.ts";
import { type KnownWord, respelt } from "../spelling.ts";
import { asTyped, loosely, strictly, tagOf } from "./lexemes.ts";
import { digestOf, type EntryRow, entryRow } from "./rows.ts";

type Counted = [value: string | number, count: number];
interface FoundRow
  extends Pick<
    SearchHit,
    "key" | "subject" | "kind" | "language" | "title" | "date" | "year" | "body" | "topic" | "page"
  > {
  urlSq: string;
  urlEn: string;
  text: string | null;
}
interface Found {
  total: number;
  hits: FoundRow[];
  kind: Counted[];
  year: Counted[];
  body: Counted[];
  topic: Counted[];
}
interface FoundInCouncils {
  total: number;
  hits: (FoundRow & { council: TenantId })[];
  councils: Counted[];
  kind: Counted[];
}

/** A question in each language of texts; a council has texts in both. */
type Questions = Readonly<Record<Locale, Query>>;
const questionsOf = (text: string): Questions => ({
  sq: queryTerms(text, languages.sq),
  en: queryTerms(text, languages.en),
});
const saysNothing = ({ sq, en }: Questions) => sq.terms.length === 0 || en.terms.length === 0;

const inBoth = (questions: Questions, write: typeof strictly, tag: string) =>
  (["sq", "en"] as const).map((language) => write(questions[language], tag, language)).join(" | ");

const counts = <T>(counted: readonly Counted[]): FacetCount<T>[] =>
  counted.map(([value, count]) => ({ value: value as T, count }));

const noResults: SearchResults = {
  total: 0,
  hits: [],
  facets: { kind: [], year: [], body: [], topic: [] },
  didYouMean: null,
};

function hitOf(row: FoundRow, questions: Questions): SearchHit {
  const { key, subject, kind, language, title, date, year, body, topic, page, urlSq, urlEn, text } = row;
  const query = questions[language];
  const excerpt = text === null ? null : excerptOf(text, query, language);
  return {
    ...{ key, subject, kind, language, title, date, year, body, topic, excerpt },
    url: { sq: urlSq, en: urlEn },
    titleRanges: titleRanges(title, query, language),
    page: excerpt && page,
  };
}

/** Filters as the functions of the index take them: those alone that are set. */
const narrowed = (filters: SearchFilters = {}): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== null && value !== undefined)),
  );

/** Failures of the connection are a search that cannot be reached; everything else is a bug. */
async function reached<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    throw /^(08|57|53|ECONN|EPIPE)/.test(code) ? searchUnavailable(error) : error;
  }
}

/** The search that comes with the database; see `migrations/0027-search-index.ts`. */
export function postgresEngine(pool: Pool): SearchEngine {
  const read = <T>(council: TenantId, work: (tx: TenantTx) => Promise<T>) =>
    reached(tenantDb(pool, council).read(work));
  const write = <T>(council: TenantId, work: (tx: TenantTx) => Promise<T>) =>
    reached(tenantDb(pool, council).write(work));

  async function find(council: TenantId, questions: Questions, request: SearchRequest): Promise<Found> {
    const { site, now, filters, order, limit, offset = 0 } = request;
    const tag = tagOf(council);
    const { rows } = await read(council, (tx) =>
      sql<{ found: Found }>`select search_index.find(${inBoth(questions, strictly, tag)}::tsquery,
        ${inBoth(questions, loosely, tag)}::tsquery, ${site}, ${now}, ${narrowed(filters)}::jsonb, ${order === "newest"},
        ${offset}, ${limit}) as found`.execute(tx),
    );
    return rows[0]!.found;
  }

  async function didYouMean(council: TenantId, text: string, questions: Questions, request: SearchRequest) {
    const similar = async (folded: string): Promise<KnownWord[]> =>
      (
        await read(council, (tx) =>
          sql<KnownWord>`select word, written from search_index.similar_words(${folded}, ${request.site})`.execute(tx),
        )
      ).rows;
    const { sq, en } = questions;
    return respelt(text, request.site === "en" ? en : sq, similar, async (other) => {
      const found = await find(council, questionsOf(other), { ...request, limit: 1, offset: 0 });
      return found.total > 0;
    });
  }

  return {
    name: "embedded",

    async prepare() {
      const { rows } = await reached(
        sql<{ is_empty: boolean }>`select search_index.is_empty() as is_empty`.execute(registryDb(pool)),
      );
      return rows[0]!.is_empty ? "empty" : "ready";
    },

    async put(council, subjects, now) {
      const tag = tagOf(council);
      const documents = subjects.flatMap((one) => one.documents);
      const keys = documents.map(({ key }) => clean(key));
      const digests = documents.map(digestOf);
      await write(council, async (tx) => {
        const same = await sql<{
          key: string;
        }>`select key from search_index.unchanged(${keys}, ${digests}, ${now}) as key`.execute(tx);
        const unchanged = new Set(same.rows.map(({ key }) => key));
        const rows: EntryRow[] = [];
        for (const [at, document] of documents.entries()) {
          if (unchanged.has(keys[at]!)) continue;
          rows.push(entryRow(document, digests[at]!, tag));
          // Whoever asks for a page meanwhile waits for one document, and not for all that are written together.
          await setImmediate();
        }
        await sql`select search_index.put(${subjects.map(({ subject }) => subject)}, ${[...unchanged]},
          ${JSON.stringify(rows)}::jsonb, ${now})`.execute(tx);
      });
    },

    async sweep(council, before) {
      const { rows } = await write(council, (tx) =>
        sql<{ swept: number }>`select search_index.sweep(${before}) as swept`.execute(tx),
      );
      return rows[0]!.swept;
    },

    async count(council) {
      const { rows } = await read(council, (tx) =>
        sql<{ count: number }>`select search_index.count_entries() as count`.execute(tx),
      );
      return rows[0]!.count;
    },

    async search(council, request) {
      const text = cleanQuestion(request.text);
      const questions = questionsOf(text);
      if (saysNothing(questions)) return noResults;
      const { total, hits, kind, year, body, topic } = await find(council, questions, request);
      const isFound = total > 0 || kind.length > 0;
      return {
        total,
        hits: hits.map((row) => hitOf(row, questions)),
        facets: { kind: counts(kind), year: counts(year), body: counts(body), topic: counts(topic) },
        didYouMean: isFound ? null : await didYouMean(council, text, questions, request),
      };
    },

    async suggest(council, { text: typed, site, now, limit }) {
      const text = clean(typed.slice(0, 100));
      const questions = questionsOf(text);
      if (saysNothing(questions) || fold(text).trim().length < 2) return [];
      const { rows } = await read(council, (tx) =>
        sql<{ found: (FoundRow & Suggestion)[] }>`select search_index.suggest(
          ${inBoth(questions, asTyped, tagOf(council))}::tsquery, ${site}, ${now}, ${limit}) as found`.execute(tx),
      );
      return rows[0]!.found.map(({ subject, kind, language, title, date, urlSq, urlEn }) => ({
        ...{ subject, kind, language, title, date },
        url: { sq: urlSq, en: urlEn },
        titleRanges: titleRanges(title, questions[language], language, true),
      }));
    },

    async searchCouncils(councils, request): Promise<CouncilsResults> {
      const questions = questionsOf(cleanQuestion(request.text));
      if (councils.length === 0 || saysNothing(questions)) return { total: 0, hits: [], councils: [], kind: [] };
      const { site, now, filters, order, limit, offset = 0 } = request;
      const strict = councils.map((council) => inBoth(questions, strictly, tagOf(council)));
      const loose = councils.map((council) => inBoth(questions, loosely, tagOf(council)));
      const { rows } = await reached(
        sql<{
          found: FoundInCouncils;
        }>`select search_index.find_councils(${councils as unknown as string[]}, ${strict}, ${loose},
          ${site}, ${now}, ${narrowed(filters)}::jsonb, ${order === "newest"}, ${offset}, ${limit}) as found`.execute(
          registryDb(pool),
        ),
      );
      const { total, hits, councils: byCouncil, kind } = rows[0]!.found;
      return {
        total,
        hits: hits.map((row) => ({ ...hitOf(row, questions), council: row.council })),
        councils: counts<TenantId>(byCouncil),
        kind: counts<SearchKind>(kind),
      };
    },

    async check() {
      await reached(sql`select search_index.is_empty()`.execute(registryDb(pool))).catch((error) => {
        throw searchUnavailable(error);
      });
    },
  };
}
