import { fixedClock } from "../../clock.ts";
import { ContentVersions } from "./content-versions.ts";
import { type CachedPage, PageCache, type PageCacheOptions, type PageKey, type RenderedPage } from "./page-cache.ts";

export const site = "0198c2a4-6f0e-7c1b-9d5e-000000000001";
export const home: PageKey = { site, path: "/", query: "" };

/** A page as a renderer would return it; long enough for compression to save something. */
export const rendered = (page: Partial<RenderedPage> = {}): RenderedPage => ({
  status: 200,
  html: `<!doctype html><title>Këshilli</title>${"<p>Mbledhja e radhës</p>".repeat(50)}`,
  language: "sq",
  contentSecurityPolicy: "default-src 'none'; script-src 'self' 'sha256-abc='",
  areas: {},
  validUntil: null,
  ...page,
});

/** What a reader would see. */
export const htmlOf = (page: CachedPage | RenderedPage) =>
  "html" in page ? page.html : page.representations.identity.body.toString("utf8");

/** A cache in a world whose time stands still until it is moved. */
export function cacheAt(instant: string, options: Partial<PageCacheOptions> = {}) {
  let elapsed = 0;
  const versions = new ContentVersions({ elapsed: () => elapsed });
  const clock = fixedClock(instant);
  const cache = new PageCache({ build: "test", versions, clock, maximumBytes: 2 ** 24, ...options });
  return {
    cache,
    versions,
    clock,
    pass: (milliseconds: number) => {
      elapsed += milliseconds;
    },
  };
}

/** A renderer whose renders end when they are told to. */
export function heldRenderer() {
  const waiting: PromiseWithResolvers<RenderedPage>[] = [];
  return {
    render: () => {
      const next = Promise.withResolvers<RenderedPage>();
      waiting.push(next);
      return next.promise;
    },
    get begun() {
      return waiting.length;
    },
    finish: (at: number, page: RenderedPage) => waiting[at]!.resolve(page),
    fail: (at: number, error: Error) => waiting[at]!.reject(error),
  };
}
