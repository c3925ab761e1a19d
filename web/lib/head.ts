import { useLocation } from "@solidjs/router";
import { createRenderEffect } from "solid-js";
import { isServer } from "solid-js/web";
import { pageEvent } from "./page-context.tsx";

/** Names the page: in the document on the server, in the browser's tab afterwards, with the name of the site behind it. */
export function useTitle(title: () => string | undefined) {
  createRenderEffect(() => {
    const text = title();
    if (!text) return;
    const event = pageEvent();
    if (event) event.head.title = text;
    if (!isServer) document.title = [...new Set([text, siteName()])].join(" – ");
  });
}

const siteName = () => document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')!.content;

/**
 * The sentence that search engines and shared links show. Like all that follows it is the document's alone: asked for under
 * `if (import.meta.env.SSR)`, nothing of it is in what readers load.
 */
export function useDescription(description: () => string | undefined | null) {
  const event = pageEvent();
  if (event)
    createRenderEffect(() => {
      event.head.description = description() ?? undefined;
    });
}

/** schema.org data about what the page shows; `address` makes a path of this site a whole address. */
export function useStructuredData(data: (address: (path: string) => string) => object | undefined) {
  const event = pageEvent();
  if (event)
    createRenderEffect(() => {
      const value = data((path) => event.origin + path);
      if (value) event.head.structuredData.set(JSON.stringify(value), { "@context": "https://schema.org", ...value });
    });
}

/** An Atom feed that belongs to the page; readers of feeds find it by themselves. */
export function useFeed(feed: () => { title: string; href: string } | undefined) {
  const event = pageEvent();
  if (event)
    createRenderEffect(() => {
      const value = feed();
      if (value) event.head.feeds.set(value.href, value);
    });
}

/** Scheme and host of this site, for addresses that leave the page. */
export const useOrigin = () => () => pageEvent()?.origin ?? window.location.origin;

/** The page's whole address, for paper, where nobody can follow a link. */
export function usePageAddress() {
  const location = useLocation();
  return () => (pageEvent()?.origin ?? window.location.origin) + location.pathname;
}

/** The status of the document; the browser's own navigations have none. */
export function useStatus(status: number) {
  const event = pageEvent();
  if (event) event.response.status = status;
}
