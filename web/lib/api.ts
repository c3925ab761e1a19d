import { query } from "@solidjs/router";
import { hc } from "hono/client";
import { isServer } from "solid-js/web";
import type { ActsApi } from "../../server/features/acts/acts.routes.ts";
import type { AlbumsApi } from "../../server/features/albums/albums.routes.ts";
import type { BodiesApi } from "../../server/features/bodies/bodies.routes.ts";
import type { CalendarApi } from "../../server/features/calendar/calendar.routes.ts";
import type { DeadlinesApi, HolidaysApi } from "../../server/features/deadlines/deadlines.routes.ts";
import type { DraftActsApi } from "../../server/features/draft-acts/draft-acts.routes.ts";
import type { ElectionsApi } from "../../server/features/elections/elections.routes.ts";
import type { ElementsApi } from "../../server/features/elements/elements.routes.ts";
import type { HomeApi } from "../../server/features/home/home.routes.ts";
import type { MeetingsApi } from "../../server/features/meetings/meetings.routes.ts";
import type { PagesApi } from "../../server/features/pages/pages.routes.ts";
import type { PayApi } from "../../server/features/pay/pay.routes.ts";
import type { PeopleApi } from "../../server/features/people/people.routes.ts";
import type { PlanApi } from "../../server/features/plan/plan.routes.ts";
import type { PublicationsApi } from "../../server/features/publications/publications.routes.ts";
import type { RegistersApi } from "../../server/features/registers/registers.routes.ts";
import type { CouncilApi } from "../../server/features/settings/council.routes.ts";
import type { CouncilsApi } from "../../server/features/tenants/councils.routes.ts";
import { pageEvent } from "./page-context.tsx";

const fetchHere: typeof fetch = (input, init) => (isServer ? pageEvent()!.fetchApi(input, init) : fetch(input, init));
const options = { fetch: fetchHere };
const base = isServer ? "http://internal/api/v1" : "/api/v1";

export const albumsApi = hc<AlbumsApi>(`${base}/albums`, options);
export const councilApi = hc<CouncilApi>(`${base}/council`, options);
export const deadlinesApi = hc<DeadlinesApi>(`${base}/deadlines`, options);
export const holidaysApi = hc<HolidaysApi>(`${base}/holidays`, options);
export const elementsApi = hc<ElementsApi>(`${base}/elements`, options);
export const pagesApi = hc<PagesApi>(`${base}/pages`, options);
export const publicationsApi = hc<PublicationsApi>(`${base}/publications`, options);
export const peopleApi = hc<PeopleApi>(`${base}/people`, options);
export const bodiesApi = hc<BodiesApi>(`${base}/bodies`, options);
export const electionsApi = hc<ElectionsApi>(`${base}/elections`, options);
export const payApi = hc<PayApi>(`${base}/pay`, options);
export const draftActsApi = hc<DraftActsApi>(`${base}/draft-acts`, options);
export const planApi = hc<PlanApi>(`${base}/plan`, options);
export const homeApi = hc<HomeApi>(`${base}/home`, options);
export const meetingsApi = hc<MeetingsApi>(`${base}/meetings`, options);
export const calendarApi = hc<CalendarApi>(`${base}/calendar`, options);
export const actsApi = hc<ActsApi>(`${base}/acts`, options);
export const registersApi = hc<RegistersApi>(`${base}/registers`, options);
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
