import { type Component, createContext, useContext } from "solid-js";
import { getRequestEvent, isServer } from "solid-js/web";
import type { Locale } from "../../server/locale.shared.ts";

/** What holds for the whole page: changing the language or the site is a new document. */
export interface PageContextValue {
  locale: Locale;
  site: "council" | "apex";
  /** The search in the head of every page, which the server alone draws: it has no state. */
  HeadSearch?: Component;
}

const PageContext = createContext<PageContextValue>();
export const PageProvider = PageContext.Provider;

export function usePage(): PageContextValue {
  const page = useContext(PageContext);
  if (!page) throw new Error("Outside of a page.");
  return page;
}

/** What the server's render tells beside the fragment. In the browser there is none. */
export interface PageEvent {
  request: Request;
  response: { status?: number; headers: Headers };
  locals: Record<string, unknown>;
  fetchApi: typeof fetch;
  /** Of the site's addresses, without a closing slash. */
  origin: string;
  /** Why the page cannot be shown: an error boundary would write it into the document, stack and all. */
  failure?: unknown;
  /** Rendering may run twice where it waited for data, so that what is collected has keys. */
  head: {
    title: string;
    description?: string;
    structuredData: Map<string, object>;
    feeds: Map<string, { title: string; href: string }>;
  };
}

export const pageEvent = (): PageEvent | undefined =>
  isServer ? (getRequestEvent() as PageEvent | undefined) : undefined;
