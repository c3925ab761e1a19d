import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import { type ContentVersions, type SiteVersions, staleMilliseconds } from "./content-versions.ts";
import { type PageKey, type RenderedPage, targetOf } from "./page.ts";
import { type Compressors, type Representations, represent } from "./representations.ts";

export type { PageKey, RenderedPage } from "./page.ts";

/** A page of which a copy may be kept, in every coding. */
export interface CachedPage {
  readonly site: string;
  readonly path: string;
  readonly areas: Readonly<Record<string, number>>;
  readonly validUntil: number | null;
  readonly representations: Representations;
}

/** How a page stands to what is known now: as it is, overtaken within the last second, or of no more use. */
type Standing = "current" | "overtaken" | "past";

class Filed implements CachedPage {
  readonly site: string;
  readonly path: string;
  readonly areas: Readonly<Record<string, number>>;
  readonly validUntil: number | null;
  readonly representations: Representations;
  readonly versions: SiteVersions;
  /** The site's epoch at which all the areas of this page were last found current. */
  provenAt = -1;
  supersededAt: number | null = null;

  constructor(key: PageKey, page: RenderedPage, representations: Representations, versions: SiteVersions) {
    this.site = key.site;
    this.path = key.path;
    this.areas = page.areas;
    this.validUntil = page.validUntil;
    this.representations = representations;
    this.versions = versions;
  }

  get bytes(): number {
    const { br, gzip, identity } = this.representations;
    return identity.body.length + (br?.body.length ?? 0) + (gzip?.body.length ?? 0) + bookkeepingBytes;
  }
}

interface Flight {
  site: string;
  /** Its place in the order of renders and callers. */
  turn: number;
  /** The site was evicted meanwhile: whoever waits gets the page, nobody else. */
  discarded: boolean;
  outcome: Promise<Filed | RenderedPage>;
}

export interface PageCacheOptions {
  /** The web build whose assets the pages name. */
  build: string;
  versions: ContentVersions;
  /** Of the world that pages speak of; what is measured in seconds runs on `versions.elapsed`. */
  clock: Clock;
  maximumBytes: number;
  maximumPages?: number;
  /** Pages with more HTML than this are served and not kept. */
  maximumPageBytes?: number;
  /** Headers that every page carries on every answer, 304 included. */
  siteHeaders?: Readonly<Record<string, string>>;
  logger?: Pick<Logger, "warn">;
  compressors?: Compressors;
}

export interface PageCacheStats {
  pages: number;
  bytes: number;
  maximumBytes: number;
  /** Renders under way. */
  rendering: number;
  hits: number;
  /** Answers with the previous page while the next one was being rendered. */
  stale: number;
  misses: number;
  renders: number;
  failures: number;
  /** Pages that gave way to others because of the bounds. */
  evictions: number;
}

/** Header lists, tags and the record itself, estimated high. */
const bookkeepingBytes = 4_096;

/**
 * Finished public pages in memory. A page is found by build, site and target, and served while the versions that it
 * was rendered from are the newest known and its time has not run out.
 *
 * ```ts
 * const page = await cache.page({ site: tenant.id, path: "/mbledhjet", query: "viti=2026" }, () => render(request));
 * return pageResponse(page, request);
 * ```
 *
 * The caller asks only for addresses that exist, in their one spelling; nothing made for somebody signed in comes here.
 */
export class PageCache {
  readonly #filed: LRUCache<string, Filed>;
  readonly #flights = new Map<string, Flight>();
  readonly #options: PageCacheOptions;
  readonly #maximumPageBytes: number;
  #turn = 0;
  #hits = 0;
  #stale = 0;
  #misses = 0;
  #renders = 0;
  #failures = 0;
  #evictions = 0;

  constructor(options: PageCacheOptions) {
    this.#options = options;
    this.#maximumPageBytes = options.maximumPageBytes ?? 2 * 1024 * 1024;
    this.#filed = new LRUCache({
      max: options.maximumPages ?? 20_000,
      maxSize: options.maximumBytes,
      sizeCalculation: (page) => page.bytes,
      dispose: (_page, _address, reason) => {
        if (reason === "evict") this.#evictions += 1;
      },
    });
  }

  /**
   * The page as it is now. Callers who ask while it is being rendered share that render; where something on it has
   * changed within the last second they get the previous page instead of waiting. What may not be kept is returned as
   * it was rendered.
   * @throws whatever `render` throws, to everyone who waited for it; the next caller tries again
   */
  async page(key: PageKey, render: () => Promise<RenderedPage>): Promise<CachedPage | RenderedPage> {
    const address = this.#address(key.site, targetOf(key));
    const kept = this.#filed.get(address);
    const standing = kept ? this.#standing(kept) : "past";
    if (kept && standing === "current") {
      this.#hits += 1;
      return kept;
    }
    if (kept && standing === "overtaken") {
      this.#stale += 1;
      if (!this.#flights.has(address)) {
        this.#start(address, key, render).outcome.catch((err: unknown) => {
          this.#options.logger?.warn({ err, site: key.site, path: key.path }, "a page could not be rendered anew");
        });
      }
      return kept;
    }
    this.#misses += 1;
    const arrival = ++this.#turn;
    for (;;) {
      const flight = this.#flights.get(address) ?? this.#start(address, key, render);
      const page = await flight.outcome;
      // A render that began before the caller came may have missed a change that the caller must see.
      if (flight.turn > arrival || this.#mayBeShared(page, key.site)) return page;
    }
  }

  /**
   * The page under a raw request target, if it can be served at once and nothing has to be begun for that.
   * Never adds anything, whatever is asked for.
   */
  peek(site: string, target: string): CachedPage | undefined {
    const address = this.#address(site, target);
    const page = this.#filed.get(address);
    if (!page) return undefined;
    const standing = this.#standing(page);
    if (standing === "current") {
      this.#hits += 1;
      return page;
    }
    if (standing === "overtaken" && this.#flights.has(address)) {
      this.#stale += 1;
      return page;
    }
    return undefined;
  }

  /** For a council that is suspended, removed or restored: nothing of it is served or filed any more. */
  evictSite(site: string): void {
    for (const [address, page] of this.#filed.entries()) if (page.site === site) this.#filed.delete(address);
    for (const [address, flight] of this.#flights) {
      if (flight.site !== site) continue;
      flight.discarded = true;
      this.#flights.delete(address);
    }
    this.#options.versions.forget(site);
  }

  stats(): PageCacheStats {
    return {
      pages: this.#filed.size,
      bytes: this.#filed.calculatedSize,
      maximumBytes: this.#options.maximumBytes,
      rendering: this.#flights.size,
      hits: this.#hits,
      stale: this.#stale,
      misses: this.#misses,
      renders: this.#renders,
      failures: this.#failures,
      evictions: this.#evictions,
    };
  }

  #address(site: string, target: string): string {
    return `${this.#options.build} ${site} ${target}`;
  }

  #standing(page: Filed): Standing {
    if (this.#hasRunOut(page)) return "past";
    if (page.provenAt === page.versions.epoch) return "current";
    page.supersededAt ??= page.versions.supersededAt(page.areas);
    if (page.supersededAt === null) {
      page.provenAt = page.versions.epoch;
      return "current";
    }
    return this.#isRecent(page.supersededAt) ? "overtaken" : "past";
  }

  /** Whether a page whose render began before the caller came may be given to that caller. */
  #mayBeShared(page: Filed | RenderedPage, site: string): boolean {
    if (page instanceof Filed) return this.#standing(page) !== "past";
    const supersededAt = this.#options.versions.of(site).supersededAt(page.areas);
    return !this.#hasRunOut(page) && (supersededAt === null || this.#isRecent(supersededAt));
  }

  #hasRunOut({ validUntil }: { validUntil: number | null }): boolean {
    return validUntil !== null && this.#options.clock.now().getTime() >= validUntil;
  }

  #isRecent(change: number): boolean {
    return this.#options.versions.elapsed() - change < staleMilliseconds;
  }

  /** Never two at a time for one address. */
  #start(address: string, key: PageKey, render: () => Promise<RenderedPage>): Flight {
    const begun = { site: key.site, turn: ++this.#turn, discarded: false };
    const outcome = this.#fly(address, key, render, begun).finally(() => {
      if (this.#flights.get(address) === flight) this.#flights.delete(address);
    });
    const flight: Flight = Object.assign(begun, { outcome });
    this.#flights.set(address, flight);
    return flight;
  }

  async #fly(
    address: string,
    key: PageKey,
    render: () => Promise<RenderedPage>,
    flight: Pick<Flight, "discarded">,
  ): Promise<Filed | RenderedPage> {
    const { compressors, logger, siteHeaders = {}, versions } = this.#options;
    this.#renders += 1;
    try {
      const page = await render();
      if (page.status !== 200 || page.isPassing || Buffer.byteLength(page.html) > this.#maximumPageBytes) {
        if (!flight.discarded) this.#filed.delete(address);
        return page;
      }
      const representations = await represent(
        page,
        siteHeaders,
        (err) => logger?.warn({ err, site: key.site, path: key.path }, "a page could not be compressed"),
        compressors,
      );
      if (flight.discarded) return page;
      // The snapshot may know of changes that no message has told this process yet.
      for (const [area, version] of Object.entries(page.areas)) versions.set(key.site, area, version);
      const filed = new Filed(key, page, representations, versions.of(key.site));
      if (!this.#hasRunOut(page)) this.#filed.set(address, filed);
      return filed;
    } catch (error) {
      this.#failures += 1;
      throw error;
    }
  }
}
