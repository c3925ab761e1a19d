import { fold } from "../../albanian/albanian.ts";
import type { TenantId } from "../../db/tenant-db.ts";
import { cleanQuestion } from "../languages.ts";
import { searchUnavailable } from "../search.errors.ts";
import type {
  CouncilsResults,
  FacetCount,
  SearchFacets,
  SearchHit,
  SearchRequest,
  SearchResults,
  SubjectInIndex,
  Suggestion,
} from "../search-document.ts";
import type { SearchEngine } from "../search-engine.ts";
import type { SearchKind } from "../search-kinds.shared.ts";
import { excerptOf, titleRanges } from "../showing.ts";
import { type KnownWord, respelt } from "../spelling.ts";
import { type ClusterOptions, openCluster, type SearchAnswer, type SearchParameters, statusOf } from "./cluster.ts";
import {
  among,
  begunIn,
  fullest,
  loosely,
  narrowed,
  ofCouncil,
  ofCouncils,
  type Questions,
  questionsOf,
  strictly,
  visible,
} from "./filters.ts";
import { formIn } from "./form.ts";
import { type Row, rowsOf, type Shown } from "./rows.ts";

const noResults: SearchResults = {
  total: 0,
  hits: [],
  facets: { kind: [], year: [], body: [], topic: [] },
  didYouMean: null,
};

/** At most so many hits come at once; Typesense gives no more. */
const mostHits = 250;
const mostFacetValues = 50;
/** Of one import: so many rows, in so many letters. */
const importRows = 500;
const importLetters = 4_000_000;
/** What stands in an address has an end: subjects whose earlier rows are removed at once. */
const removedAtOnce = 20;

const saysNothing = ({ sq, en }: Questions) => sq.terms.length === 0 || en.terms.length === 0;

const facetNames = ["kind", "year", "body", "topic"] as const;
type FacetName = (typeof facetNames)[number];

const countsOf = (answer: SearchAnswer | undefined, field: string): { value: string; count: number }[] =>
  (answer?.facet_counts?.find(({ field_name }) => field_name === field)?.counts ?? [])
    .map(({ value, count }) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? 1 : -1))
    .slice(0, mostFacetValues);

const shownIn = (document: Record<string, unknown>) => JSON.parse(document.shown as string) as Shown;

/** Batches that one import takes. */
function* batches(rows: readonly Row[]): Generator<Row[]> {
  let batch: Row[] = [];
  let letters = 0;
  for (const row of rows) {
    const size = JSON.stringify(row).length;
    if (batch.length > 0 && (batch.length >= importRows || letters + size > importLetters)) {
      yield batch;
      batch = [];
      letters = 0;
    }
    batch.push(row);
    letters += size;
  }
  if (batch.length > 0) yield batch;
}

/**
 * Search in a Typesense cluster. Which words meet which is decided by `server/albanian`, as in every engine: entries hold
 * stems, and a question is a condition on them. Typesense's own typo tolerance, with a stemming dictionary and synonyms made
 * from the same lists, finds what was meant by a word that is misspelt.
 */
export function typesenseEngine(options: ClusterOptions): SearchEngine {
  const cluster = openCluster(options);
  const { admin, alias, reached, ask } = cluster;
  /** Nothing is matched by words the engine reads itself: the conditions hold stems of ours, and signs that it knows mean nothing. */
  const everything = { collection: alias, q: "*", query_by: "words" } as const;
  const form = formIn(cluster);

  /** Rows that were refused are named, for whoever looks into the log; the others are in. */
  async function bring(collection: string, rows: readonly Row[]) {
    for (const batch of batches(rows)) {
      const results = await reached(
        admin
          .collections<Row>(collection)
          .documents()
          .import(batch, { action: "upsert", throwOnFail: false, batch_size: 100 }),
      );
      const refused = results.flatMap((result, at) => (result.success ? [] : [{ ...result, row: batch[at]! }]));
      const [first] = refused;
      if (first || results.length < batch.length)
        throw searchUnavailable(
          new Error(`${refused.length} of ${batch.length} rows were not taken: ${first?.row.subject} ${first?.error}`),
        );
    }
  }

  async function remove(collection: string, filter_by: string): Promise<number> {
    const { num_deleted } = await reached(admin.collections(collection).documents().delete({ filter_by }));
    return num_deleted;
  }

  async function putInto(collection: string, council: TenantId, subjects: readonly SubjectInIndex[], now: Date) {
    const put = crypto.randomUUID();
    // First what is new, then without what was there before: nobody finds a gap between.
    await bring(
      collection,
      subjects.flatMap(({ documents }) => documents.flatMap((document) => rowsOf(council, document, put, now))),
    );
    for (let at = 0; at < subjects.length; at += removedAtOnce) {
      const names = subjects.slice(at, at + removedAtOnce).map(({ subject }) => subject);
      await remove(collection, `${ofCouncil(council)} && ${among("subject", names)} && put:!=\`${put}\``);
    }
  }

  /** The passages that hold most of what was asked, by entry. */
  async function bestPassages(filter: string, questions: Questions, entries: readonly string[]) {
    if (entries.length === 0) return new Map<string, Record<string, unknown>>();
    const [answer] = await ask(filter, [
      {
        ...everything,
        filter_by: `part:=passage && ${among("entry", entries)} && ${loosely(questions, "words")}`,
        group_by: "entry",
        group_limit: 1,
        sort_by: `${fullest(questions, "words")},number:asc`,
        include_fields: "entry,page,text",
        per_page: Math.min(entries.length, mostHits),
      },
    ]);
    return new Map(
      (answer!.grouped_hits ?? []).flatMap(({ hits }) => {
        const document = hits[0]?.document;
        return document ? [[document.entry as string, document] as const] : [];
      }),
    );
  }

  function hitOf(shown: Shown, passage: Record<string, unknown> | undefined, questions: Questions): SearchHit {
    const query = questions[shown.language];
    const excerpt = passage ? excerptOf(passage.text as string, query, shown.language) : null;
    return {
      ...shown,
      titleRanges: titleRanges(shown.title, query, shown.language),
      excerpt,
      page: excerpt && ((passage!.page as number | undefined) ?? null),
    };
  }

  const hitsOf = async (filter: string, questions: Questions, answer: SearchAnswer) => {
    const documents = (answer.hits ?? []).map(({ document }) => document);
    const passages = await bestPassages(
      filter,
      questions,
      documents.map(({ id }) => id as string),
    );
    return documents.map((document) => ({
      hit: hitOf(shownIn(document), passages.get(document.id as string), questions),
      council: document.tenant_id as TenantId,
    }));
  };

  const orderOf = (questions: Questions, order: SearchRequest["order"]) =>
    order === "newest" ? "day:desc,length:asc" : `${fullest(questions, "head")},day:desc`;

  /** Conditions of what is public on the site and has everything that was asked, but for some of the filters. */
  const conditions = (
    questions: Questions,
    { site, now, filters = {} }: SearchRequest,
    without: Parameters<typeof narrowed>[1] = [],
  ) => [visible(site, now), ...narrowed(filters, without), strictly(questions, "words")].join(" && ");

  const paged = ({ limit, offset = 0 }: SearchRequest) => ({
    limit: Math.max(1, Math.min(limit, mostHits)),
    offset: Math.max(0, offset),
  });

  /** A question for hits and those facets that all filters narrow, and one more for each facet that its own must not narrow. */
  function asked(questions: Questions, request: SearchRequest): SearchParameters[] {
    const set = facetNames.filter((name) => request.filters?.[name] !== null && request.filters?.[name] !== undefined);
    const facets = { max_facet_values: mostFacetValues };
    const free = facetNames.filter((name) => !set.includes(name));
    return [
      {
        ...everything,
        ...paged(request),
        ...facets,
        filter_by: conditions(questions, request),
        sort_by: orderOf(questions, request.order),
        include_fields: "id,tenant_id,shown",
        ...(free.length > 0 && { facet_by: free.join(",") }),
      },
      ...set.map((name) => ({
        ...everything,
        ...facets,
        filter_by: conditions(questions, request, [name]),
        facet_by: name,
        per_page: 0,
      })),
    ];
  }

  async function didYouMean(filter: string, text: string, questions: Questions, request: SearchRequest) {
    const { site, now } = request;
    async function similar(folded: string): Promise<KnownWord[]> {
      const [answer] = await ask(filter, [
        {
          ...{ collection: alias, q: folded, query_by: "said_sq,said_en", filter_by: visible(site, now) },
          ...{ prefix: false, num_typos: 2, min_len_1typo: 4, min_len_2typo: 6, drop_tokens_threshold: 0 },
          ...{
            split_join_tokens: "off",
            include_fields: "id,said_sq,said_en",
            highlight_fields: "said_sq,said_en",
            per_page: 20,
          },
        },
      ]);
      const words = (answer!.hits ?? []).flatMap(({ highlights = [] }) =>
        highlights.flatMap(({ matched_tokens }) => matched_tokens.flat()),
      );
      return [...new Set(words.map((word) => word.toLowerCase()))].map((written) => ({ word: fold(written), written }));
    }
    return respelt(text, site === "en" ? questions.en : questions.sq, similar, async (other) => {
      const asking = { ...everything, filter_by: conditions(questionsOf(other), request), per_page: 0 };
      const [answer] = await ask(filter, [asking]);
      return answer!.found > 0;
    });
  }

  return {
    name: "typesense",

    prepare: () => form.prepare(),

    async put(council, subjects, now) {
      await form.ready();
      const { ours, earlier } = form.targets();
      await putInto(ours, council, subjects, now);
      if (!earlier) return;
      // What is searched until ours is full may have a form that does not take everything.
      await putInto(earlier, council, subjects, now).catch(() => {});
    },

    async sweep(council, before) {
      await form.ready();
      const { ours } = form.targets();
      const old = `${ofCouncil(council)} && written_at:<${before.getTime()}`;
      const swept = await remove(ours, `part:=entry && ${old}`);
      await remove(ours, `part:=passage && ${old}`);
      await form.noteSwept(council, before.getTime());
      return swept;
    },

    async count(council) {
      const { found } = await reached(
        admin
          .collections(form.targets().ours)
          .documents()
          .search({ q: "*", query_by: "words", filter_by: `part:=entry && ${ofCouncil(council)}`, per_page: 0 }, {}),
      );
      return found;
    },

    async search(council, request) {
      const text = cleanQuestion(request.text);
      const questions = questionsOf(text);
      if (saysNothing(questions)) return noResults;
      const filter = ofCouncil(council);
      const questionsAsked = asked(questions, request);
      const answers = await ask(filter, questionsAsked);
      const [main, ...others] = answers;
      const set = questionsAsked.slice(1).map(({ facet_by }) => facet_by as FacetName);
      const counts = (name: FacetName) => countsOf(set.includes(name) ? others[set.indexOf(name)] : main, name);
      const facets: SearchFacets = {
        kind: counts("kind") as FacetCount<SearchKind>[],
        year: counts("year").map(({ value, count }) => ({ value: Number(value), count })),
        body: counts("body"),
        topic: counts("topic"),
      };
      const isFound = main!.found > 0 || facets.kind.length > 0;
      return {
        total: main!.found,
        hits: (await hitsOf(filter, questions, main!)).map(({ hit }) => hit),
        facets,
        didYouMean: isFound ? null : await didYouMean(filter, text, questions, request),
      };
    },

    async suggest(council, { text: typed, site, now, limit }) {
      const text = cleanQuestion(typed.slice(0, 100));
      const questions = questionsOf(typed.endsWith(" ") ? `${text} ` : text);
      if (saysNothing(questions) || fold(text).trim().length < 2) return [];
      const narrow = visible(site, now);
      const common = {
        sort_by: "length:asc,day:desc",
        include_fields: "id,length,day,shown",
        limit: Math.max(1, Math.min(limit, mostHits)),
      };
      // What holds all that has been typed, and what holds all before the last word and begins with that.
      const answers = await ask(ofCouncil(council), [
        { ...everything, ...common, filter_by: `${narrow} && ${strictly(questions, "head")}` },
        ...begunIn(questions).map(({ q, before }) => ({
          ...{ collection: alias, q, query_by: "typed", ...common },
          ...{ prefix: true, num_typos: 0, drop_tokens_threshold: 0, max_candidates: 200, split_join_tokens: "off" },
          filter_by: before === null ? narrow : `${narrow} && ${before}`,
        })),
      ]);
      const found = new Map(answers.flatMap(({ hits = [] }) => hits.map(({ document }) => [document.id, document])));
      return [...found.values()]
        .sort((a, b) => Number(a.length) - Number(b.length) || Number(b.day ?? 0) - Number(a.day ?? 0))
        .slice(0, limit)
        .map((document): Suggestion => {
          const { subject, kind, language, title, date, url } = shownIn(document);
          const ranges = titleRanges(title, questions[language], language, true);
          return { subject, kind, language, title, date, url, titleRanges: ranges };
        });
    },

    async searchCouncils(councils, request): Promise<CouncilsResults> {
      const questions = questionsOf(cleanQuestion(request.text));
      if (councils.length === 0 || saysNothing(questions)) return { total: 0, hits: [], councils: [], kind: [] };
      const filter = ofCouncils(councils);
      const without = ["body", "topic"] as const;
      const [answer] = await ask(filter, [
        {
          ...everything,
          ...paged(request),
          filter_by: conditions(questions, request, without),
          sort_by: orderOf(questions, request.order),
          include_fields: "id,tenant_id,shown",
          facet_by: "tenant_id,kind",
          max_facet_values: 1_000,
        },
      ]);
      return {
        total: answer!.found,
        hits: (await hitsOf(filter, questions, answer!)).map(({ hit, council }) => ({ ...hit, council })),
        councils: countsOf(answer, "tenant_id") as FacetCount<TenantId>[],
        kind: countsOf(answer, "kind") as FacetCount<SearchKind>[],
      };
    },

    async check() {
      const { ok } = await reached(admin.health.retrieve());
      if (!ok) throw searchUnavailable("the cluster is not healthy");
      await reached(admin.aliases(alias).retrieve()).catch((failure: unknown) => {
        if (statusOf(failure) !== 404) throw failure;
        throw searchUnavailable("nothing has been prepared");
      });
    },
  };
}
