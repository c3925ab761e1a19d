import { Route, Router } from "@solidjs/router";
import type { i18n } from "i18next";
import { ErrorBoundary, Suspense } from "solid-js";
import { ApexPage } from "./features/directory/apex-page.tsx";
import { BrokenPage } from "./features/errors/broken-page.tsx";
import { CouncilPage } from "./features/site/council-page.tsx";
import { SiteFrame } from "./features/site/site-frame.tsx";
import { MessagesProvider } from "./lib/i18n.ts";
import { type PageContextValue, PageProvider } from "./lib/page-context.tsx";

/** One root for the server and the browser: hydration needs both to render the same. */
export function App(props: { page: PageContextValue; messages: i18n; url?: string }) {
  return (
    <PageProvider value={props.page}>
      <MessagesProvider value={() => props.messages}>
        <Router
          url={props.url}
          explicitLinks
          root={(route) => (
            <ErrorBoundary fallback={(failure) => <BrokenPage failure={failure} />}>
              <Suspense>
                <SiteFrame>{route.children}</SiteFrame>
              </Suspense>
            </ErrorBoundary>
          )}
        >
          <Route path="*" component={props.page.site === "apex" ? ApexPage : CouncilPage} />
        </Router>
      </MessagesProvider>
    </PageProvider>
  );
}
