import { type JSX, type ParentProps, Show } from "solid-js";
import { useDescription, useTitle } from "../lib/head.ts";
import { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";

interface PageProps {
  title: string;
  /** What the browser's tab and search engines call the page, where its heading may stand on other pages too. */
  tab?: string | undefined;
  /** Language of the title where it is not the page's. */
  titleLang?: string | undefined;
  /** One sentence for search engines and shared links. */
  description?: string | undefined;
  crumbs?: readonly Crumb[];
  /** A line above the title: to which group the page belongs. */
  kicker?: JSX.Element;
  /** Below the title. */
  lead?: JSX.Element;
  class?: string;
}

/**
 * The body of every page but the home page: the way here, the one heading of the first rank, the content.
 *
 * @example <Page title={t("site.map")} crumbs={[]}>…</Page>
 */
export function Page(props: ParentProps<PageProps>) {
  useTitle(() => props.tab ?? props.title);
  if (import.meta.env.SSR) useDescription(() => props.description);
  return (
    <>
      <Show when={props.crumbs}>{(crumbs) => <Breadcrumbs crumbs={crumbs()} />}</Show>
      <main id="main" tabindex="-1" class={`page wrap ${props.class ?? ""}`}>
        <header class="page-head">
          <Show when={props.kicker}>
            <p class="kicker">{props.kicker}</p>
          </Show>
          <h1 lang={props.titleLang}>{props.title}</h1>
          <Show when={props.lead}>
            <div class="lead">{props.lead}</div>
          </Show>
        </header>
        {props.children}
      </main>
    </>
  );
}
