import type { TenantId } from "../db/tenant-db.ts";
import type {
  CouncilsResults,
  SearchRequest,
  SearchResults,
  SubjectInIndex,
  Suggestion,
  SuggestRequest,
} from "./search-document.ts";

/**
 * What finds public things by their words. Every call but `searchCouncils` reaches one council alone, whatever its
 * arguments hold. Whether what was found is public still, its caller asks the database: an index is always a little late.
 *
 *     await engine.put(council, [{ subject: "act:3f1c…", documents }]);
 *     await engine.search(council, { text: "vendimi per tarifen e plehrave", site: "sq", now, limit: 20 });
 *
 * Where it cannot be reached, calls fail with `search.unavailable` (503).
 */
export interface SearchEngine {
  readonly name: "embedded" | "typesense";

  /**
   * Makes what it needs, such as a collection. Answers `empty` where everything must be indexed anew, because there was
   * nothing or it had an older form.
   */
  prepare(): Promise<"ready" | "empty">;

  /**
   * Puts subjects as they now are: what was found of them before is replaced. Putting the same twice changes nothing.
   * @param now noted with what is written, for `sweep`
   */
  put(council: TenantId, subjects: readonly SubjectInIndex[], now: Date): Promise<void>;

  /** Removes what was written before an instant: what a reindex that began then did not find any more. How many it was. */
  sweep(council: TenantId, before: Date): Promise<number>;

  /** How many documents it has of a council. */
  count(council: TenantId): Promise<number>;

  /**
   * All words must be met, each by a form of it or a synonym, in one document; see `server/albanian`. Text without a word,
   * and text of which the council has nothing, finds nothing; never throws because of what was typed.
   */
  search(council: TenantId, request: SearchRequest): Promise<SearchResults>;

  /** Titles that hold all words, the last of which may be unfinished; the shortest way first. */
  suggest(council: TenantId, request: SuggestRequest): Promise<Suggestion[]>;

  /** The same over several councils, which the caller has asked whether they agree. Of filters, `body` and `topic` count for nothing. */
  searchCouncils(councils: readonly TenantId[], request: SearchRequest): Promise<CouncilsResults>;

  /** Whether another engine answers in its place just now; only where there is another. */
  isAway?(): boolean;

  /** For `/readyz`: throws `search.unavailable`. */
  check(): Promise<void>;
}
