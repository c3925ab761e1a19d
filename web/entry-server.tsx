import { generateHydrationScript, renderToStringAsync } from "solid-js/web";
import { provideRequestEvent } from "solid-js/web/storage";
import type { Locale } from "../server/locale.shared.ts";
import { App } from "./app.tsx";
import { messages } from "./i18n/messages.ts";
import { createMessages } from "./lib/i18n.ts";
import { preloadPages } from "./lib/lazy-page.ts";
import type { PageContextValue, PageEvent } from "./lib/page-context.tsx";

export interface FragmentRequest {
  /** Absolute address inside the process: path and canonical query. */
  url: string;
  /** Of the site's addresses in public, without a closing slash. */
  origin: string;
  page: PageContextValue;
  fetchApi: typeof fetch;
  /** Marks the scripts that the renderer itself writes. */
  nonce: string;
}

export interface Fragment {
  status: number;
  body: string;
  hydration: string;
  head: {
    title: string;
    description?: string | undefined;
    structuredData: object[];
    feeds: { title: string; href: string }[];
  };
}

await preloadPages();

const instances: Record<Locale, ReturnType<typeof createMessages>> = {
  sq: createMessages("sq", messages.sq),
  en: createMessages("en", messages.en),
};

// The typing of the mock takes no argument; the function itself does.
const hydrationScript = generateHydrationScript as (options: { nonce: string; eventNames: string[] }) => string;

/** Renders what stands inside `#app`. Throws what broke, or when rendering takes longer than five seconds. */
export async function renderFragment({ url, origin, page, fetchApi, nonce }: FragmentRequest): Promise<Fragment> {
  const event: PageEvent = {
    request: new Request(url),
    response: { headers: new Headers() },
    locals: {},
    fetchApi,
    origin,
    head: { title: "", structuredData: new Map(), feeds: new Map() },
  };
  const body = await provideRequestEvent(event as never, () =>
    renderToStringAsync(() => <App page={page} messages={instances[page.locale]} />, { nonce, timeoutMs: 5_000 }),
  ).catch((reason: unknown) => {
    throw reason instanceof Error ? reason : new Error(String(reason));
  });
  if (event.failure !== undefined) throw event.failure;
  const hydration = hydrationScript({ nonce, eventNames: ["click", "input", "submit"] });
  const { title, description, structuredData, feeds } = event.head;
  return {
    status: event.response.status ?? 200,
    body,
    hydration,
    head: { title, description, structuredData: [...structuredData.values()], feeds: [...feeds.values()] },
  };
}
