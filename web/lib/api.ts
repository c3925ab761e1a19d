import { query } from "@solidjs/router";
import { isServer } from "solid-js/web";
import type { ActsApi } from "../../server/features/acts/acts.routes.ts";
import type { AlbumsApi } from "../../server/features/albums/albums.routes.ts";
import type { BodiesApi } from "../../server/features/bodies/bodies.routes.ts";
import type { DraftActsApi } from "../../server/features/draft-acts/draft-acts.routes.ts";
import type { ElementsApi } from "../../server/features/elements/elements.routes.ts";
import type { FollowingApi } from "../../server/features/following/following.routes.ts";
import type { HomeApi } from "../../server/features/home/home.routes.ts";
import type { MeetingsApi } from "../../server/features/meetings/meetings.routes.ts";
import type { PagesApi } from "../../server/features/pages/pages.routes.ts";
import type { PeopleApi } from "../../server/features/people/people.routes.ts";
import type { PublicationsApi } from "../../server/features/publications/publications.routes.ts";
import type { ReadinessApi } from "../../server/features/readiness/readiness.routes.ts";
import type { CouncilApi } from "../../server/features/settings/council.routes.ts";
import type { CouncilsApi } from "../../server/features/tenants/councils.routes.ts";
import { pageEvent } from "./page-context.tsx";
import { readApi } from "./read-api.ts";
import { shareEqualParts } from "./share-equal-parts.ts";

export const read = (address: string) => (isServer ? pageEvent()!.fetchApi(address) : fetch(address));
export const base = isServer ? "http://internal/api/v1" : "/api/v1";

export const albumsApi = readApi<AlbumsApi>(`${base}/albums`, read);
export const councilApi = readApi<CouncilApi>(`${base}/council`, read);
export const elementsApi = readApi<ElementsApi>(`${base}/elements`, read);
export const pagesApi = readApi<PagesApi>(`${base}/pages`, read);
export const publicationsApi = readApi<PublicationsApi>(`${base}/publications`, read);
export const peopleApi = readApi<PeopleApi>(`${base}/people`, read);
export const bodiesApi = readApi<BodiesApi>(`${base}/bodies`, read);
export const draftActsApi = readApi<DraftActsApi>(`${base}/draft-acts`, read);
export const homeApi = readApi<HomeApi>(`${base}/home`, read);
export const meetingsApi = readApi<MeetingsApi>(`${base}/meetings`, read);
export const followingApi = readApi<FollowingApi>(`${base}/live`, read);
export const actsApi = readApi<ActsApi>(`${base}/acts`, read);
export const readinessApi = readApi<ReadinessApi>(`${base}/readiness`, read);
export const councilsApi = readApi<CouncilsApi>(`${base}/councils`, read);

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
      const answer = await work(...args);
      return isServer ? shareEqualParts(answer) : answer;
    } catch (failure) {
      const event = pageEvent();
      if (event) event.failure ??= failure;
      throw failure;
    }
  }, name);
