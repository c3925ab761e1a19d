import { query } from "@solidjs/router";
import { hc } from "hono/client";
import { isServer } from "solid-js/web";
import type { AlbumsApi } from "../../server/features/albums/albums.routes.ts";
import type { ElementsApi } from "../../server/features/elements/elements.routes.ts";
import type { PagesApi } from "../../server/features/pages/pages.routes.ts";
import type { PublicationsApi } from "../../server/features/publications/publications.routes.ts";
import type { CouncilApi } from "../../server/features/settings/council.routes.ts";
import type { CouncilsApi } from "../../server/features/tenants/councils.routes.ts";
import { pageEvent } from "./page-context.tsx";

const fetchHere: typeof fetch = (input, init) => (isServer ? pageEvent()!.fetchApi(input, init) : fetch(input, init));
const options = { fetch: fetchHere };
const base = isServer ? "http://internal/api/v1" : "/api/v1";

export const albumsApi = hc<AlbumsApi>(`${base}/albums`, options);
export const councilApi = hc<CouncilApi>(`${base}/council`, options);
export const elementsApi = hc<ElementsApi>(`${base}/elements`, options);
export const pagesApi = hc<PagesApi>(`${base}/pages`, options);
export const publicationsApi = hc<PublicationsApi>(`${base}/publications`, options);
export const councilsApi = hc<CouncilsApi>(`${base}/councils`, options);

export interface Answer<T> {
  ok: boolean;
  status: number;
  json(): Promise<T>;
}

/** The body of an answer; `null` where there is nothing. Anything else that failed is a failure of the page. */
export async function body<T>(answer: Answer<T>): Promise<T | null> {
  if (answer.ok) return await answer.json();
  if (answer.status === 404) return null;
  throw new Error(`The data answered ${answer.status}.`);
}

/** A page's query. A failure on the server is kept for the log: whatever is thrown would be sent with its stack. */
export const pageQuery = <A extends unknown[], R>(work: (...args: A) => Promise<R>, name: string) =>
  query(async (...args: A): Promise<R> => {
    try {
      return await work(...args);
    } catch (failure) {
      const event = pageEvent();
      if (event) event.failure ??= failure;
      throw failure;
    }
  }, name);
