import { generateHydrationScript, renderToString, renderToStringAsync } from "solid-js/web";
import { provideRequestEvent } from "solid-js/web/storage";
import type { Locale } from "../server/locale.shared.ts";
import type { WorkspacePageData } from "../server/workspace/page-data.ts";
import { App } from "./app.tsx";
import { SiteSearch } from "./features/search/site-search.tsx";
import { messages } from "./i18n/messages.ts";
import { createMessages } from "./lib/i18n.ts";
import { preloadPages } from "./lib/lazy-page.ts";
import type { PageContextValue, PageEvent } from "./lib/page-context.tsx";
import { Workspace, type WorkspaceHead, type WorkspaceView } from "./workspace/workspace.tsx";

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

const eventNames = ["click", "input", "submit"];

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
    renderToStringAsync(() => <App page={{ ...page, HeadSearch: SiteSearch }} messages={instances[page.locale]} />, {
      nonce,
      timeoutMs: 5_000,
    }),
  ).catch((reason: unknown) => {
    throw reason instanceof Error ? reason : new Error(String(reason));
  });
  if (event.failure !== undefined) throw event.failure;
  const hydration = hydrationScript({ nonce, eventNames });
  const { title, description, structuredData, feeds } = event.head;
  return {
    status: event.response.status ?? 200,
    body,
    hydration,
    head: { title, description, structuredData: [...structuredData.values()], feeds: [...feeds.values()] },
  };
}

export interface WorkspaceFragment {
  body: string;
  hydration: string;
  title: string;
}

const views = import.meta.glob<{ default: WorkspaceView }>("./workspace/*/*-page.tsx", { eager: true });

/** Renders what stands inside `#workspace`. All of its data is there already, so that nothing is waited for. */
export function renderWorkspace(page: WorkspacePageData, nonce: string): WorkspaceFragment {
  const View = views[`./workspace/${page.view}.tsx`]?.default;
  if (!View) throw new Error(`No page of the workspace is called ${page.view}.`);
  const head: WorkspaceHead = { title: "" };
  const messages = instances[page.locale];
  const body = renderToString(() => <Workspace page={page} messages={messages} head={head} View={View} />, { nonce });
  return { body, hydration: hydrationScript({ nonce, eventNames }), title: head.title };
}
